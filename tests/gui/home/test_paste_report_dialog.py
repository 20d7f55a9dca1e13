"""Dán toàn văn báo cáo cũ: from the clipboard to a report, by keys and clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.home.paste_report_dialog import PasteReportDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import Report
from tests.gui.modal import when_modal
from tests.gui.visible_texts import inside
from tests.importers.journeys.test_legacy_encodings import TCVN3

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = f"""BÁO CÁO
Kết quả thực hiện công tác Dân vận năm {this_year()}

I. ĐẶC ĐIỂM TÌNH HÌNH
Văn phòng có 42 người, trong đó có 30 đảng viên; đội ngũ đoàn kết, thống nhất.

II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN
Văn phòng đã tổ chức 03 hội nghị.
"""


def with_dialog(act: Callable[[PasteReportDialog], object]) -> None:
    when_modal(PasteReportDialog, act)


def choose_command(window: MainWindow) -> None:
    window.commands.paste_in.trigger()


def opened(qtbot: QtBot, window: MainWindow) -> Report:
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    report = window.session.current()
    assert report is not None
    return report


def test_what_was_copied_is_there_and_enter_brings_it_in(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(TEXT)
    shown: list[str] = []

    def enter(dialog: PasteReportDialog) -> None:
        shown.append(dialog.text.toPlainText())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    with_dialog(enter)
    choose_command(window)
    report = opened(qtbot, window)
    assert shown == [TEXT]
    assert report.subject == f"Kết quả thực hiện công tác Dân vận năm {this_year()}"
    assert [section.number for section in report.sections] == ["I.", "II."]
    assert report.import_notes


def test_control_v_on_the_first_page_opens_it_and_control_v_pastes(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("ngắn")

    def paste(dialog: PasteReportDialog) -> None:
        assert dialog.text.document().isEmpty()
        assert not dialog.go.isEnabled()
        QGuiApplication.clipboard().setText(TEXT)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_V, CONTROL)
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    with_dialog(paste)
    window.start_page.list.setFocus()
    QTest.keyClick(window.start_page.list, Qt.Key.Key_V, CONTROL)
    assert opened(qtbot, window).sections


def test_control_v_in_the_search_field_is_the_fields(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("dan van")
    window.start_page.search.setFocus()
    QTest.keyClick(window.start_page.search, Qt.Key.Key_V, CONTROL)
    assert window.start_page.search.text() == "dan van"
    assert QApplication.activeModalWidget() is None


def test_soft_hyphens_of_an_old_code_reach_the_reader(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(TCVN3.replace("2025", str(this_year())) * 2)
    with_dialog(lambda dialog: QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton))
    choose_command(window)
    report = opened(qtbot, window)
    assert "hướng dẫn người dân" in str(report)
    assert "TCVN3" in report.import_notes[0].text


def test_blanks_are_refused_with_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(" \n" * 150)
    with_dialog(lambda dialog: QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton))
    choose_command(window)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox), timeout=10_000)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "Hãy sao chép toàn văn" in box.text()
    box.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
def test_escape_brings_nothing_in(window: MainWindow, key: Qt.Key) -> None:
    QGuiApplication.clipboard().setText(TEXT)

    def leave(dialog: QWidget) -> None:
        QTest.keyClick(dialog, key)

    with_dialog(leave)
    choose_command(window)
    assert not window.jobs.busy
    assert window.session.draft is None


def test_tab_goes_from_the_text_to_bringing_in_before_giving_up(window: MainWindow) -> None:
    names: list[str] = []

    def walk(dialog: PasteReportDialog) -> None:
        QGuiApplication.clipboard().setText(TEXT)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_V, CONTROL)
        for _ in range(2):
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            button = dialog.focusWidget()
            assert isinstance(button, QPushButton)
            names.append(button.text().replace("&", ""))
        dialog.text.clear()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QGuiApplication.clipboard().setText("ngắn")
    with_dialog(walk)
    choose_command(window)
    assert names == ["Nhập báo cáo này", "Thôi"]


@pytest.mark.parametrize(("answer", "stays"), [("&Quay lại", True), ("&Bỏ văn bản này", False)])
def test_a_text_that_was_put_in_is_not_given_up_unasked(window: MainWindow, answer: str, stays: bool) -> None:
    seen: list[bool] = []

    def press(box: QMessageBox) -> None:
        QTest.mouseClick(
            next(each for each in inside(box, QPushButton) if each.text() == answer),
            Qt.MouseButton.LeftButton,
        )

    def give_up(dialog: PasteReportDialog) -> None:
        QTest.keyClicks(dialog.text, "Bao cao")
        when_modal(QMessageBox, press)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        seen.append(dialog.isVisible())
        if dialog.isVisible():
            assert dialog.text.toPlainText() == "Bao cao"
            dialog.text.clear()
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QGuiApplication.clipboard().setText("ngắn")
    with_dialog(give_up)
    choose_command(window)
    assert seen == [stays]
    assert window.session.draft is None


def test_what_the_clipboard_still_holds_is_given_up_without_a_question(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(TEXT)
    with_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    choose_command(window)
    assert QApplication.activeModalWidget() is None
