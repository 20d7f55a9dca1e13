"""What an import noted is one click away, also in the report made from the file, until all is seen."""

from pathlib import Path

import pytest
from docx.document import Document as WordFile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.home.next_year import this_year
from danvan_desktop.gui.importing.notes_panel import ImportNotesPanel
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.report.model import ImportNote, Report
from danvan_desktop.store.drafts import Store
from tests.builders.exported_files import typed_docx
from tests.gui.visible_texts import inside


def test_notes_on_the_whole_file_are_told_from_those_with_a_place(qtbot: QtBot) -> None:
    numbers = ImportNote("unprinted", "Đã bỏ số trang: “2”.")
    panel = ImportNotesPanel()
    qtbot.addWidget(panel)
    panel.show_notes([numbers, ImportNote("hidden", "Không nhập chữ ẩn.", "block:1")], can_end=True)
    assert [panel.list.item(row).font().italic() for row in range(2)] == [True, False]
    assert any("chữ nghiêng nói về cả tệp" in label.text() for label in inside(panel, QLabel))


@pytest.fixture
def last_years(tmp_path: Path) -> Path:
    """Write a Word file with a footnote's text to look at, in a khoản of section II."""
    year = this_year() - 1
    texts = (
        "BÁO CÁO",
        f"Kết quả thực hiện công tác Dân vận năm {year}",
        "I- ĐẶC ĐIỂM TÌNH HÌNH",
        f"Năm {year}, Văn phòng có 42 công chức và người lao động.",
        "II- CÔNG TÁC TRIỂN KHAI THỰC HIỆN",
        "Đã tổ chức 03 hội nghị.",
    )

    def hide_a_sentence(file: WordFile) -> None:
        file.paragraphs[-1].add_run(" Câu ẩn này không in.").font.hidden = True

    path = tmp_path / "bao-cao.docx"
    path.write_bytes(typed_docx(texts, hide_a_sentence))
    return path


def button_of_notes(window: MainWindow) -> QPushButton:
    (button,) = [
        each
        for each in inside(window.workspace.review_bar, QPushButton)
        if each.accessibleName().startswith("Ghi chú khi nhập")
    ]
    return button


def panel_of(window: MainWindow) -> ImportNotesPanel:
    (panel,) = [each for each in inside(window, ImportNotesPanel) if each.isVisible()]
    return panel


def click_row(panel: ImportNotesPanel, row: int) -> None:
    spot = panel.list.visualItemRect(panel.list.item(row)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def now(window: MainWindow) -> Report:
    report = window.session.current()
    assert report is not None
    return report


@pytest.fixture
def next_years(qtbot: QtBot, window: MainWindow, last_years: Path) -> MainWindow:
    """Begin next year's report from the file at once, as the first page's first button does."""
    window.importing.bring_in(last_years, "next_year")
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=20_000)
    return window


def test_next_years_report_leads_to_the_notes_in_one_click_and_each_note_to_its_place(
    next_years: MainWindow,
) -> None:
    window, editor = next_years, next_years.workspace
    noted = now(window).import_notes
    button = button_of_notes(window)
    assert button.isVisible()
    assert button.text().replace("&", "") == f"Ghi chú khi nhập ({len(noted)})…"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = panel_of(window)
    placed = [row for row, note in enumerate(noted) if note.place.startswith("block:")]
    assert placed, noted
    for row in placed:
        click_row(panel, row)
        assert editor.place().split("/")[1].startswith(noted[row].place.removeprefix("block:") + "+")


def test_enter_goes_to_the_place_and_leaves_the_list_open(next_years: MainWindow) -> None:
    QTest.mouseClick(button_of_notes(next_years), Qt.MouseButton.LeftButton)
    panel = panel_of(next_years)
    gone: list[str] = []
    panel.place_chosen.connect(gone.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(panel.list, key)
    assert panel.isVisible()
    assert gone == [now(next_years).import_notes[0].place] * 2


def test_the_list_is_put_away_for_good_when_all_has_been_seen(
    qtbot: QtBot, next_years: MainWindow, store: Store
) -> None:
    window = next_years
    QTest.mouseClick(button_of_notes(window), Qt.MouseButton.LeftButton)
    panel = panel_of(window)
    QTest.mouseClick(panel.seen, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert now(window).import_notes == ()
    assert not button_of_notes(window).isVisible()
    assert window.workspace.review_bar.isVisible()  # much is still chưa rà
    assert window.session.draft is not None
    assert store.load(window.session.draft.id).import_notes == ()
    (old,) = [draft for draft in store.drafts() if draft.year < this_year()]
    assert store.load(old.id).import_notes  # the old report keeps its own


def test_without_marks_the_bar_is_there_for_the_notes_alone(
    qtbot: QtBot, window: MainWindow, last_years: Path
) -> None:
    window.importing.bring_in(last_years, "keep")
    qtbot.waitUntil(lambda: window.session.draft is not None, timeout=20_000)
    QTest.mouseClick(panel_of(window).header.close_button, Qt.MouseButton.LeftButton)
    bar = window.workspace.review_bar
    assert bar.isVisible()
    assert [each.text() for each in inside(bar, QPushButton) if each.isVisible() and each.text()] == [
        button_of_notes(window).text()
    ]
    window.report_commands.change(lambda report: report)
    QTest.mouseClick(button_of_notes(window), Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel_of(window).seen, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_notes_without_a_report_to_keep_them_have_nothing_to_end(qtbot: QtBot) -> None:
    panel = ImportNotesPanel()
    qtbot.addWidget(panel)
    panel.show_notes([ImportNote("x", "Xem lại")], can_end=False)
    panel.show()
    assert not panel.seen.isVisible()


def test_escape_leads_from_the_notes_to_the_text(next_years: MainWindow) -> None:
    QTest.mouseClick(button_of_notes(next_years), Qt.MouseButton.LeftButton)
    panel = panel_of(next_years)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    page = next_years.workspace.current_page()
    focus = QApplication.focusWidget()
    assert page is not None
    assert focus is not None
    assert page.isAncestorOf(focus)
    assert panel.isVisible()
