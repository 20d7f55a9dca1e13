"""The compliance sheet beside the text, by keys and clicks: measured, located, corrected, undone."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop import relaunch
from danvan_desktop.gui.compliance.panel import SheetPanel
from danvan_desktop.gui.compliance.report_sheet import ReportSheet
from danvan_desktop.gui.export.export_dialog import ExportDialog
from danvan_desktop.gui.help.window import HelpWindow
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.gui.presentation.presentation_dialog import PresentationDialog
from danvan_desktop.inspection.lines import LINES
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from tests.gui.keyboard import type_text
from tests.gui.modal import when_modal
from tests.gui.visible_texts import controls_without_name, english_words, inside, texts

TIME = 30_000


@pytest.fixture
def opened(
    qtbot: QtBot, window: MainWindow, store: Store, faulty: Report, measured_once: None
) -> Iterator[MainWindow]:
    assert window.open_draft(store.create(faulty))
    yield window
    window.jobs.wait()


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier or Qt.KeyboardModifier.NoModifier)


def click(button: QPushButton) -> None:
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def beside(window: MainWindow) -> ReportSheet:
    found = window.compliance.report_sheet()
    assert found is not None
    return found


def is_measured(panel: SheetPanel) -> Callable[[], bool]:
    return lambda: panel.sheet is not None and panel.progress.isHidden()


def show_sheet(qtbot: QtBot, window: MainWindow) -> SheetPanel:
    press(window, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    panel = beside(window).panel
    assert panel.isVisible()
    qtbot.waitUntil(is_measured(panel), timeout=TIME)
    return panel


def listed(panel: SheetPanel) -> list[int]:
    return [line.number for line in panel.list.lines()]


def choose(panel: SheetPanel, number: int) -> None:
    """Go down the list by key to the line of that number."""
    panel.list.setFocus()
    for _ in range(60):
        line = panel.list.line()
        if line is not None and line.number == number:
            return
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    pytest.fail(f"line {number} is not listed: {listed(panel)}")


def test_ctrl_f7_shows_the_sheet_of_both_files(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    kinds = [panel.files.tabText(index) for index in range(panel.files.count())]
    assert [kind.split(" (")[0] for kind in kinds] == ["Tệp Word", "Tệp PDF"]
    assert panel.source.text() == "BC-Dan-van-2025-trinh-ky.docx"
    assert {18, 19, 26, 53, 55} <= set(listed(panel))
    assert "Không đúng" in panel.verdict.text()
    assert QApplication.focusWidget() is panel.list


def test_the_whole_sheet_is_one_click_away(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    panel.faults_only.setFocus()
    press(opened, Qt.Key.Key_Space)
    assert listed(panel) == list(LINES)
    titles = [panel.list.item(row).text()[:2] for row in range(panel.list.count())]
    assert [title for title in titles if title in {"A.", "B.", "C.", "D.", "Đ.", "E."}] == [
        *("A.", "B.", "C.", "D.", "Đ.", "E.")
    ]


def test_each_line_tells_all_that_the_paper_does(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    choose(panel, 18)
    told = panel.list.currentItem().text()
    for words in ("18. Số, ký hiệu", "Không đúng quy định", "Đo được", "không in hoa", "Quy định", "Căn cứ"):
        assert words in told


def test_enter_leads_into_the_very_field(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    choose(panel, 18)
    press(opened, Qt.Key.Key_Return)
    pages = opened.workspace.opened.pages
    assert QApplication.focusWidget() is pages.general.symbol


def test_go_to_selects_the_words_and_goes_round(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    choose(panel, 55)
    click(panel.go)
    page = opened.workspace.current_text_page()
    assert page is not None
    assert page.editor.textCursor().selectedText() == "Uỷ"
    assert QApplication.focusWidget() is page.editor


def test_mending_is_one_step_and_is_measured_anew(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    choose(panel, 18)
    following = listed(panel)[listed(panel).index(18) + 1]
    click(panel.correct)
    pages = opened.workspace.opened.pages
    assert pages is not None
    assert pages.general.symbol.text() == "BC-VP"
    assert "Đã sửa: Viết ký hiệu in hoa" in panel.note.text()
    qtbot.waitUntil(is_measured(panel), timeout=TIME)
    qtbot.waitUntil(lambda: 18 not in listed(panel), timeout=TIME)
    line = panel.list.line()
    assert line is not None
    assert line.number == following, "the next one to look at"
    assert "Ctrl+Z" in panel.note.text()
    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pages.general.symbol.text() == "bc - vp"


def test_a_mend_of_the_text_is_one_step_over_all_tabs(
    qtbot: QtBot, opened: MainWindow, faulty: Report
) -> None:
    panel = show_sheet(qtbot, opened)
    before = opened.workspace.opened.report()
    choose(panel, 55)
    click(panel.correct)
    after = opened.workspace.opened.report()
    assert after.opening != before.opening
    assert after.sections == before.sections
    qtbot.waitUntil(is_measured(panel), timeout=TIME)
    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.workspace.opened.report().opening == before.opening


def test_an_issued_report_is_looked_at_and_never_corrected(
    qtbot: QtBot, window: MainWindow, store: Store, faulty: Report
) -> None:
    assert window.open_draft(store.create(replace(faulty, state="issued")))
    panel = show_sheet(qtbot, window)
    choose(panel, 18)
    assert not panel.correct.isEnabled()
    assert panel.go.isEnabled()


def test_what_is_chosen_in_trinh_bay_is_asked_for_there(
    qtbot: QtBot, opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(dialog: PresentationDialog) -> int:
        asked.append(dialog.windowTitle())
        return 0

    monkeypatch.setattr(PresentationDialog, "exec", ask)
    panel = show_sheet(qtbot, opened)
    panel.faults_only.click()
    choose(panel, 36)
    press(opened, Qt.Key.Key_Return)
    assert asked == ["Trình bày"]


def test_what_cannot_be_corrected_says_what_to_do(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    choose(panel, 53)
    assert not panel.correct.isEnabled()
    assert "Đi tới" in panel.correct.toolTip()
    assert panel.go.isEnabled()


def test_a_report_edited_since_says_so_and_is_measured_again(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    assert panel.note.isHidden()
    choose(panel, 19)
    click(panel.go)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "Nghe An")
    assert "Kiểm tra lại" in panel.note.text()
    click(panel.check_again)
    qtbot.waitUntil(lambda: "Nghe An" in _said(panel, 19), timeout=TIME)
    assert panel.note.isHidden()


def _said(panel: SheetPanel, number: int) -> str:
    return panel.sheet.line(number).measured if panel.sheet is not None else ""


def test_the_keys_go_back_to_the_text_when_the_panel_is_hidden(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    press(opened, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    assert panel.isHidden()
    page = opened.workspace.current_page()
    focus = QApplication.focusWidget()
    assert page is not None
    assert focus is not None
    assert page.isAncestorOf(focus)


def test_f1_explains_the_sheet_where_the_sheet_is(qtbot: QtBot, opened: MainWindow) -> None:
    show_sheet(qtbot, opened)
    press(opened, Qt.Key.Key_F1)
    (page,) = [each for each in inside(opened, HelpWindow) if each.isVisible()]
    assert page._current() == "phieu-kiem-tra"
    page.close()


def test_the_panel_is_vietnamese_and_every_control_has_a_name(qtbot: QtBot, opened: MainWindow) -> None:
    panel = show_sheet(qtbot, opened)
    panel.faults_only.click()
    printed = {panel.source.text(), *_lines(panel)}
    wrong = [text for _, text in texts(panel) if text not in printed and english_words(text)]
    assert wrong == []
    assert controls_without_name(panel) == []
    names = (
        "CCHC",
        "Times New Roman",
        "Unicode",
        "text box",
        "JavaScript",
        "lines",
    )
    for told in _lines(panel):
        for name in names:
            told = told.replace(name, "")  # noqa: PLW2901 - what the decree and the clerks call so
        assert english_words(told) == [], told


def _lines(panel: SheetPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def test_another_report_begins_without_a_sheet(
    qtbot: QtBot, opened: MainWindow, store: Store, sample: Report
) -> None:
    panel = show_sheet(qtbot, opened)
    opened.leave_report("test")
    assert opened.open_draft(store.create(sample))
    assert panel.isHidden()
    assert panel.sheet is None


def test_another_report_begins_without_a_sheet_that_was_behind_the_pages(
    qtbot: QtBot, opened: MainWindow, store: Store, sample: Report
) -> None:
    panel = show_sheet(qtbot, opened)
    press(opened, Qt.Key.Key_F11)
    assert panel.isHidden()
    opened.leave_report("test")
    assert opened.open_draft(store.create(sample))
    press(opened, Qt.Key.Key_F11)
    assert panel.isHidden()


def test_an_answer_for_a_closed_report_is_dropped(
    qtbot: QtBot, window: MainWindow, store: Store, faulty: Report
) -> None:
    assert window.open_draft(store.create(faulty))
    press(window, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    panel = beside(window).panel
    window.leave_report("test")
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=TIME)
    assert panel.sheet is None


def test_a_worker_that_cannot_start_is_told_in_the_panel(
    qtbot: QtBot, window: MainWindow, store: Store, faulty: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.open_draft(store.create(faulty))
    monkeypatch.setattr(relaunch, "command", lambda _: ["/no/such/program"])
    press(window, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    panel = beside(window).panel
    qtbot.waitUntil(lambda: "Chưa kiểm tra được" in panel.message.text(), timeout=TIME)
    assert not panel.print.isEnabled()


# ------------------------------------------------------------------ after the export


def export(qtbot: QtBot, window: MainWindow, folder: Path, *, sheet: bool | None = None) -> None:
    """Press F12 and Xuất, then Đóng, as a person does."""
    window._preferences.keep(export_folder=str(folder))

    def act(dialog: ExportDialog) -> None:
        if sheet is not None and dialog.target.sheet.isChecked() is not sheet:
            dialog.target.sheet.click()
        click(dialog.go)
        qtbot.waitUntil(lambda: bool(dialog.files), timeout=TIME)
        dialog.accept()

    when_modal(ExportDialog, act)
    press(window, Qt.Key.Key_F12)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_after_the_signing_export_the_sheet_of_those_very_files_is_shown(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path
) -> None:
    export(qtbot, opened, tmp_path)
    panel = beside(opened).panel
    assert panel.isVisible()
    qtbot.waitUntil(is_measured(panel), timeout=TIME)
    assert panel.sheet is not None
    assert (tmp_path / panel.sheet.source.name).exists()
    content = (tmp_path / panel.sheet.source.name).read_bytes()
    assert panel.sheet.source.sha256 == hashlib.sha256(content).hexdigest()
    assert panel.note.isHidden()  # the state that follows an export is no edit of the text
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == [".docx", ".pdf"]


def test_without_the_tick_there_is_no_sheet_and_the_tick_is_remembered(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path
) -> None:
    export(qtbot, opened, tmp_path, sheet=False)
    assert not opened.workspace.editor_actions.toggle_sheet.isChecked()
    assert opened._preferences.flag("export_sheet", default=True) is False


def test_what_is_corrected_after_an_export_is_to_be_exported_again(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path
) -> None:
    export(qtbot, opened, tmp_path)
    panel = beside(opened).panel
    qtbot.waitUntil(is_measured(panel), timeout=TIME)
    choose(panel, 19)
    click(panel.go)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "X")
    assert "xuất lại" in panel.note.text()


@pytest.mark.parametrize("again", [False, True])
def test_a_click_on_a_tab_leads_the_keys_from_the_sheet_into_its_text(
    qtbot: QtBot, opened: MainWindow, *, again: bool
) -> None:
    panel = show_sheet(qtbot, opened)
    panel.list.setFocus()
    workspace = opened.workspace
    strip = workspace.tab_strip
    tab = strip.currentIndex() if again else 3
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.tabRect(tab).center())
    assert strip.currentIndex() == tab
    page = workspace.current_page()
    assert page is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.isAncestorOf(focus)
    if not again:
        text = workspace.current_text_page()
        assert text is not None
        type_text(focus, "Qx ")
        assert text.editor.toPlainText().startswith("Qx ")


def test_the_sheet_leaves_an_annex_room_for_whole_words(qtbot: QtBot, opened: MainWindow) -> None:
    workspace = opened.workspace
    strip = workspace.tab_strip
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.tabRect(strip.count() - 1).center())
    panel = show_sheet(qtbot, opened)
    assert panel.isVisible()
    page = workspace.current_text_page()
    assert page is not None
    qtbot.waitUntil(lambda: page.width() > 560, timeout=2000)
    heads = [block for block in page.editor.text_blocks() if block.text() == "STT"]
    assert heads
    assert all(block.layout().lineCount() == 1 for block in heads)
