"""A secrecy stamp typed, pasted or brought in: a notice at once, and no export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from danvan_desktop.gui import report_commands
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.worker.main import RequestHandler
from danvan_desktop.gui.worker.messages import ComposeReport, Refused
from danvan_desktop.store.drafts import Store
from tests.builders import samples
from tests.gui.keyboard import type_text


@pytest.fixture
def opened(window: MainWindow, store: Store) -> MainWindow:
    assert window.open_draft(store.create(samples.report()))
    window.workspace.go_to("block:34")
    return window


def type_stamp(window: MainWindow, qtbot: QtBot, text: str) -> None:
    page = window.workspace.current_text_page()
    assert page is not None
    QTest.keyClick(page.editor, Qt.Key.Key_End)
    type_text(page.editor, f"\n{text}")


def test_a_typed_stamp_is_told_with_its_clause_and_the_line_goes_with_it(
    opened: MainWindow, qtbot: QtBot
) -> None:
    type_stamp(opened, qtbot, "TỐI MẬT")
    qtbot.waitUntil(opened.banner.isVisible)
    told = opened.banner.label.text()
    assert "“TỐI MẬT”" in told
    assert "điểm a khoản 2 Mục III Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP" in told
    opened.workspace.tab_strip.setCurrentIndex(0)
    QTest.mouseClick(opened.banner.act, Qt.MouseButton.LeftButton)
    page = opened.workspace.current_text_page()
    assert page is not None
    assert page.editor.textCursor().block().text() == "TỐI MẬT"
    QTest.keyClick(page.editor, Qt.Key.Key_End)
    type_text(page.editor, "\b" * 7)
    qtbot.waitUntil(lambda: not opened.banner.isVisible())


def test_words_about_secrecy_are_told_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.workspace.rested):
        type_stamp(opened, qtbot, "Bảo đảm bí mật, bảo mật thông tin.")
    opened.workspace.refresh()
    assert not opened.banner.isVisible()


def test_a_line_that_was_put_away_stays_away_until_the_stamp_changes(
    opened: MainWindow, qtbot: QtBot
) -> None:
    type_stamp(opened, qtbot, "MẬT")
    qtbot.waitUntil(opened.banner.isVisible)
    QTest.mouseClick(opened.banner.dismiss, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(opened.workspace.rested):
        type_stamp(opened, qtbot, "Câu khác.")
    opened.workspace.refresh()
    assert not opened.banner.isVisible()


def test_nothing_is_exported_or_shown_in_print(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_stamp(opened, qtbot, "MẬT")
    said: list[str] = []
    monkeypatch.setattr(report_commands, "show_problem", lambda _, text, __: said.append(text))
    opened.commands.export_signing.trigger()
    opened.commands.export_draft.trigger()
    assert len(said) == 2
    assert "không xuất, không in" in said[0]
    assert QApplication.activeModalWidget() is None
    assert not isinstance(QApplication.activeWindow(), QMessageBox)
    answer = RequestHandler().answer(ComposeReport(opened.workspace.opened.report()))
    assert isinstance(answer, Refused)
    assert "“MẬT”" in answer.message
