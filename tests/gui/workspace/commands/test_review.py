"""What came over from last year: shown, counted, led through, confirmed, taken back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.review import TabCount, counts, open_things, total
from danvan_desktop.report.model import Paragraph, Report, Run, Table
from danvan_desktop.report.numbering import renumber
from tests.builders import samples
from tests.builders.window import OpenWorkspace, report_editor_of
from tests.gui.keyboard import type_text
from tests.gui.visible_texts import inside

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def last_year() -> Report:
    """Make a report in which every tab of text has something that grows old."""
    report = samples.report()
    old = samples.paragraph
    first, second, third, fourth = report.sections
    first = replace(first, blocks=(old(31, "Có 12 phòng và 30 đơn vị."), old(36, "Chung.")))
    second = replace(second, blocks=(old(11, "Tổ chức 04 hội nghị."), samples.table(17)))
    fourth = replace(fourth, blocks=(old(32, "Mở 05 lớp tập huấn", "clause"),))
    return replace(report, sections=(first, second, third, fourth))


def this_year() -> Report:
    return renumber(next_year(last_year(), 2027, datetime(2027, 11, 20, tzinfo=UTC), "r2"))


@pytest.fixture
def workspace(open_workspace: OpenWorkspace) -> Workspace:
    return open_workspace(this_year())


def editor(workspace: Workspace) -> BlockEditor:
    page = workspace.current_text_page()
    assert page is not None
    return page.editor


def press(
    workspace: Workspace, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key as the window gets it: commands first."""
    target = QApplication.focusWidget() or workspace
    QTest.keyClick(target, key, modifier)


def go_to_mark(workspace: Workspace, text: str) -> None:
    """Press F8 until ``text`` is chosen."""
    for _ in range(40):
        press(workspace, Qt.Key.Key_F8)
        page = workspace.current_text_page()
        if page is not None and page.editor.textCursor().selectedText() == text:
            return
    pytest.fail(f"F8 never came to {text}")


def test_counts_are_those_of_the_report(workspace: Workspace) -> None:
    assert report_editor_of(workspace).review.counts == counts(this_year())
    assert workspace.opened.report() == replace(this_year(), next_id=workspace.opened.report().next_id)


def test_tabs_say_how_much_is_open_and_the_bar_says_it_in_all(workspace: Workspace) -> None:
    assert (workspace.tab_strip.tabText(2), workspace.tab_strip.counter(2)) == ("I. Tình hình", "4")
    assert "2 chỗ chưa rà, 2 đoạn chưa sửa" in workspace.tab_strip.tabToolTip(2)
    whole = total(this_year())
    (bar,) = [
        label
        for label in inside(workspace, type(workspace.review_bar.label))
        if label.text().startswith("Còn")
    ]
    assert bar.text() == f"Còn {whole.unchecked} chỗ chưa rà, {whole.unedited} đoạn chưa sửa"


def test_a_report_that_came_from_nowhere_shows_no_bar_and_no_numbers(workspace: Workspace) -> None:
    workspace.opened.replace(samples.report())
    assert not workspace.review_bar.isVisible()
    assert workspace.tab_strip.tabText(2) == "I. Tình hình"
    assert all(
        count == TabCount(count.tab) or count.missing for count in report_editor_of(workspace).review.counts
    )


def test_f8_goes_through_all_tabs_in_order_and_begins_again(workspace: Workspace) -> None:
    things = [thing for thing in open_things(this_year()) if thing.kind == "mark"]
    seen: list[str] = []
    for _ in range(len(things) + 10):
        press(workspace, Qt.Key.Key_F8)
        chosen = editor(workspace).textCursor().selectedText()
        if chosen and chosen in seen and chosen == seen[0]:
            break
        seen += [chosen] if chosen else []
    assert seen == [thing.text for thing in things]


def test_the_way_back_is_the_same(workspace: Workspace) -> None:
    go_to_mark(workspace, "30")
    workspace.editor_actions.previous_open.trigger()
    assert editor(workspace).textCursor().selectedText() == "12"


def test_a_place_is_confirmed_and_the_next_one_chosen_and_undo_takes_it_back(workspace: Workspace) -> None:
    before = total(workspace.opened.report())
    go_to_mark(workspace, "12")
    press(workspace, Qt.Key.Key_Return, CTRL)
    assert editor(workspace).textCursor().selectedText() == "30"
    assert total(workspace.opened.report()).unchecked == before.unchecked - 1
    assert workspace.tab_strip.counter(2) == "3"
    press(workspace, Qt.Key.Key_Z, CTRL)
    assert total(workspace.opened.report()) == before
    workspace.refresh()
    assert (workspace.tab_strip.tabText(2), workspace.tab_strip.counter(2)) == ("I. Tình hình", "4")
    press(workspace, Qt.Key.Key_Y, CTRL)
    assert total(workspace.opened.report()).unchecked == before.unchecked - 1


def test_what_was_confirmed_survives_saving_and_opening(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    press(workspace, Qt.Key.Key_Return, CTRL)
    kept = from_json(to_json(workspace.opened.report()))
    workspace.opened.replace(kept)
    assert report_editor_of(workspace).review.counts == counts(kept)
    assert total(kept).unchecked == total(this_year()).unchecked - 1


def test_a_whole_paragraph_is_confirmed_at_once(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    press(workspace, Qt.Key.Key_Return, CTRL | SHIFT)
    (first, *_) = workspace.opened.report().sections[0].blocks
    assert isinstance(first, Paragraph)
    assert first.origin is not None
    assert first.origin.touched
    assert report_editor_of(workspace).review.counts[1] == TabCount("section:1", unedited=1)


def test_a_mark_in_a_table_is_confirmed(workspace: Workspace) -> None:
    with_figures = this_year()
    second = with_figures.sections[1]
    table = second.blocks[1]
    assert isinstance(table, Table)
    workspace.opened.replace(with_figures)
    before = report_editor_of(workspace).review.counts[2].unchecked
    go_to_mark(workspace, "04")
    press(workspace, Qt.Key.Key_Return, CTRL)
    assert report_editor_of(workspace).review.counts[2].unchecked == before - 1


def test_editing_a_paragraph_makes_it_edited_and_undo_makes_it_last_years_again(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    type_text(editor(workspace), "14")
    workspace.refresh()
    assert report_editor_of(workspace).review.counts[1] == TabCount("section:1", unedited=1, unchecked=1)
    assert workspace.opened.report().sections[0].blocks[0].runs == (Run("Có 14 phòng và 30 đơn vị."),)  # type: ignore[union-attr]
    while workspace.opened.stack.can_undo:
        press(workspace, Qt.Key.Key_Z, CTRL)
    workspace.refresh()
    assert report_editor_of(workspace).review.counts[1] == TabCount("section:1", unedited=2, unchecked=2)
    assert workspace.opened.report() == replace(this_year(), next_id=workspace.opened.report().next_id)


def test_a_paragraph_in_two_keeps_its_marks_in_both_halves(workspace: Workspace) -> None:
    go_to_mark(workspace, "30")
    press(workspace, Qt.Key.Key_Left)
    press(workspace, Qt.Key.Key_Return)
    workspace.refresh()
    assert report_editor_of(workspace).review.counts[1].unchecked == 2


def test_paragraphs_that_become_one_keep_the_marks_of_both(workspace: Workspace) -> None:
    before = workspace.opened.report()
    workspace.go_to("block:36")
    type_text(editor(workspace), "Có 7 tổ. ")
    press(workspace, Qt.Key.Key_Home)
    press(workspace, Qt.Key.Key_Backspace)
    workspace.refresh()
    assert report_editor_of(workspace).review.counts[1] == TabCount("section:1", unchecked=2)
    workspace.opened.replace(before)
    workspace.go_to("block:32")
    press(workspace, Qt.Key.Key_Home)
    press(workspace, Qt.Key.Key_Return)
    press(workspace, Qt.Key.Key_Up)
    type_text(editor(workspace), "Mới:")
    press(workspace, Qt.Key.Key_Delete)
    workspace.refresh()
    assert report_editor_of(workspace).review.counts[4].unchecked == 1
    while workspace.opened.stack.can_undo:
        press(workspace, Qt.Key.Key_Z, CTRL)
    assert workspace.opened.report() == replace(before, next_id=workspace.opened.report().next_id)


def test_typing_before_a_mark_carries_it_along(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    press(workspace, Qt.Key.Key_Left)
    type_text(editor(workspace), "tất cả ")
    spot = editor(workspace).review_marks.spots[0]
    assert spot.cursor.selectedText() == "12"


def test_the_buttons_of_the_bar_do_the_same(workspace: Workspace) -> None:
    buttons = {button.text(): button for button in inside(workspace.review_bar, QToolButton)}
    go_to_mark(workspace, "12")
    QTest.mouseClick(buttons["Đã rà chỗ này"], Qt.MouseButton.LeftButton)
    assert editor(workspace).textCursor().selectedText() == "30"
    QTest.mouseClick(buttons["Cả đoạn này đúng"], Qt.MouseButton.LeftButton)
    assert report_editor_of(workspace).review.counts[1] == TabCount("section:1", unedited=1)


def test_nothing_is_confirmed_in_a_report_that_may_only_be_read(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    workspace.opened.set_read_only(True)
    before = workspace.opened.report()
    press(workspace, Qt.Key.Key_Return, CTRL)
    press(workspace, Qt.Key.Key_Return, CTRL | SHIFT)
    assert workspace.opened.report() == before


def test_marks_are_told_of_after_a_rest(qtbot: QtBot, workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    with qtbot.waitSignal(report_editor_of(workspace).review.counts_changed, timeout=2000):
        type_text(editor(workspace), "9")


def test_nine_tabs_with_their_counts_fit_in_one_row_at_1366(qtbot: QtBot, workspace: Workspace) -> None:
    strip = workspace.tab_strip
    strip.show_counts([TabCount(tab, 20, 79) for tab, _ in workspace.tabs()])
    workspace.repaint()
    needed = sum(strip.tabSizeHint(index).width() for index in range(strip.count()))
    assert strip.count() == 9
    assert needed <= strip.width()
    assert all(strip.tabRect(index).right() < strip.width() for index in range(9))


def test_a_confirmed_paragraph_taken_back_is_where_the_cursor_stands(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    before = editor(workspace).place()
    press(workspace, Qt.Key.Key_Return, CTRL | SHIFT)
    workspace.editor_actions.undo.trigger()
    assert editor(workspace).place() == before


def test_a_report_that_may_only_be_read_says_so_and_speaks_of_nothing_open(
    qtbot: QtBot, workspace: Workspace
) -> None:
    go_to_mark(workspace, "12")
    bar, strip = workspace.review_bar, workspace.tab_strip
    told, counters = bar.label.text(), [strip.counter(index) for index in range(strip.count())]
    assert any(entry.state for entry in workspace.outline.entries)
    workspace.opened.set_read_only(True)
    assert bar.isVisible()
    assert bar.label.text() == "Đã ban hành, chỉ xem"
    assert not [button.text() for button in inside(bar, QToolButton) if button.isVisible()]
    assert any(counters)
    assert not any(strip.counter(index) for index in range(strip.count()))
    qtbot.waitUntil(lambda: not any(entry.state for entry in workspace.outline.entries))
    workspace.opened.set_read_only(False)
    assert bar.label.text() == told
    assert [strip.counter(index) for index in range(strip.count())] == counters
    qtbot.waitUntil(lambda: any(entry.state for entry in workspace.outline.entries))


def test_fields_of_what_may_only_be_read_do_not_look_as_if_they_took_letters(workspace: Workspace) -> None:
    page = workspace.opened.pages.general
    base, window = QPalette.ColorRole.Base, QPalette.ColorRole.Window
    editable = page.symbol.palette().color(base)
    workspace.opened.set_read_only(True)
    assert page.symbol.palette().color(base) == page.symbol.palette().color(window) != editable
    workspace.opened.set_read_only(False)
    assert page.symbol.palette().color(base) == editable


def test_the_outline_shows_the_section_the_cursor_came_to(qtbot: QtBot, workspace: Workspace) -> None:
    outline, strip = workspace.outline, workspace.tab_strip

    def shows(name: str) -> None:
        qtbot.waitUntil(lambda: name in (outline.currentIndex().data() or ""), timeout=2000)

    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.tabRect(4).center())
    shows("ĐÁNH GIÁ")
    go_to_mark(workspace, "04")
    shows("TRIỂN KHAI")
    go_to_mark(workspace, "05")
    shows("Mở 05 lớp")
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.tabRect(0).center())
    shows("Thông tin chung")
