"""What only the user knows of a file is asked before anything is made of it: other kinds of paper, a year."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.importing.year_dialog import YearDialog
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.report.import_note_kinds import OTHER_KIND, UNKNOWN_YEAR
from danvan_desktop.store.drafts import Store
from tests.gui.visible_texts import inside

W = TypeVar("W", bound=QWidget)
Bring = Callable[[str], None]
SUBMISSION = """UBND TỈNH HƯƠNG GIANG
SỞ NỘI VỤ
Số: 12/TTr-SNV

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Giang, ngày 05 tháng 12 năm 2024

TỜ TRÌNH
Về việc ban hành quy định quản lý hồ sơ

Kính gửi: Ủy ban nhân dân tỉnh

Sở Nội vụ trình dự thảo quy định như sau:
1. Phạm vi điều chỉnh;
2. Trách nhiệm thi hành.
"""
LETTER = """UBND TỈNH HƯƠNG GIANG
SỞ NỘI VỤ
Số: 12/SNV-CCHC
V/v báo cáo kết quả

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Giang, ngày 05 tháng 12 năm 2024

Kính gửi: Các sở, ban, ngành

Đề nghị các cơ quan báo cáo kết quả công tác dân vận.
"""
WITHOUT_YEAR = "BÁO CÁO\nKết quả công tác dân vận\n\nI. TÌNH HÌNH\nNăm 2023, Văn phòng có 42 công chức.\n"


@pytest.fixture
def bring(window: MainWindow, tmp_path: Path) -> Bring:
    def bring_in(text: str) -> None:
        path = tmp_path / "van-ban.txt"
        path.write_text(text, encoding="utf-8")
        window.importing.bring_in(path)

    return bring_in


def shown(qtbot: QtBot, kind: type[W]) -> W:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=15_000)
    box = QApplication.activeModalWidget()
    assert isinstance(box, kind)
    return box


def click(box: QWidget, text: str) -> None:
    (button,) = [each for each in inside(box, QPushButton) if text in each.text().replace("&", "")]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_kind_of_paper_says_what_it_is_before_anything(
    qtbot: QtBot, window: MainWindow, store: Store, bring: Bring
) -> None:
    bring(SUBMISSION)
    box = shown(qtbot, QMessageBox)
    assert box.text().startswith("Tệp này là TỜ TRÌNH, không phải báo cáo.")
    assert "Về việc ban hành quy định quản lý hồ sơ" in box.text()
    assert not store.drafts()
    QTest.keyClick(box, Qt.Key.Key_Return)  # what does no harm is what Enter does
    assert not store.drafts()
    assert window.session.draft is None


def test_it_is_taken_as_text_under_its_own_kind_and_no_next_year_is_made_of_it(
    qtbot: QtBot, window: MainWindow, store: Store, bring: Bring
) -> None:
    bring(SUBMISSION)
    click(shown(qtbot, QMessageBox), "Vẫn lấy")
    qtbot.waitUntil(lambda: window.session.draft is not None)
    assert QApplication.activeModalWidget() is None  # next year's report is not offered
    (draft,) = store.drafts()
    report = store.load(draft.id)
    assert (report.kind, report.year) == ("TỜ TRÌNH", 2024)
    assert report.addressees == ("Ủy ban nhân dân tỉnh",)
    assert not any(note.kind == OTHER_KIND for note in report.import_notes)
    assert report.import_notes[0].text.startswith("Tệp này là TỜ TRÌNH")


def test_a_paper_that_was_taken_once_is_not_asked_about_again(
    qtbot: QtBot, window: MainWindow, store: Store, bring: Bring, tmp_path: Path
) -> None:
    bring(SUBMISSION)
    click(shown(qtbot, QMessageBox), "Vẫn lấy")
    qtbot.waitUntil(lambda: window.session.draft is not None)
    report = store.load(store.drafts()[0].id)
    path = tmp_path / "to-trinh.danvan"
    path.write_text(to_json(report), encoding="utf-8")
    window.importing.bring_in(path)
    assert "đã có trong danh sách" in shown(qtbot, QMessageBox).text()


def test_of_a_letter_it_is_said_that_it_has_no_name_of_a_kind(
    qtbot: QtBot, window: MainWindow, bring: Bring
) -> None:
    bring(LETTER)
    box = shown(qtbot, QMessageBox)
    assert box.text().startswith("Tệp này là CÔNG VĂN, không phải báo cáo.")
    assert "Công văn không có tên loại" in box.informativeText()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert window.session.draft is None


def test_a_year_that_the_file_does_not_say_is_asked_for(
    qtbot: QtBot, window: MainWindow, store: Store, bring: Bring
) -> None:
    bring(WITHOUT_YEAR)
    dialog = shown(qtbot, YearDialog)
    assert any("Kết quả công tác dân vận" in label.text() for label in inside(dialog, QLabel))
    assert dialog.year.value() == 2023
    assert not store.drafts()
    QTest.keyClicks(dialog.year, str(this_year()))
    QTest.keyClick(dialog.year, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.draft is not None)
    report = store.load(store.drafts()[0].id)
    assert report.year == this_year()
    assert not any(note.kind == UNKNOWN_YEAR for note in report.import_notes)


def test_a_year_that_is_left_for_later_stays_noted(
    qtbot: QtBot, window: MainWindow, store: Store, bring: Bring
) -> None:
    bring(WITHOUT_YEAR.replace("2023", str(this_year())))
    click(shown(qtbot, YearDialog), "Để sau")
    qtbot.waitUntil(lambda: window.session.draft is not None)
    report = store.load(store.drafts()[0].id)
    assert any(note.kind == UNKNOWN_YEAR for note in report.import_notes)


def test_a_report_that_says_its_year_is_brought_in_unasked(
    qtbot: QtBot, window: MainWindow, bring: Bring
) -> None:
    bring(WITHOUT_YEAR.replace("dân vận", f"dân vận năm {this_year()}", 1))
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=15_000)
    assert QApplication.activeModalWidget() is None
