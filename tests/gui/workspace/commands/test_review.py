"""What came over from last year: shown, counted, led through, confirmed, taken back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.workspace.workspace import Workspace
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.review import counts, open_things, total
from danvan_desktop.report.lifecycle.review_progress import progress
from danvan_desktop.report.model import Paragraph, Report, Run, Table
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.tab_count import TabCount
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


def shown_buttons(workspace: Workspace) -> list[str]:
    """The names of the buttons of the bar, as they are seen from left to right."""
    buttons = [button for button in inside(workspace.review_bar, QPushButton) if button.isVisible()]
    return [button.accessibleName() for button in sorted(buttons, key=lambda each: each.x())]


def click(workspace: Workspace, name: str) -> None:
    """Click a button of the bar."""
    (button,) = [each for each in inside(workspace.review_bar, QPushButton) if each.accessibleName() == name]
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(workspace: Workspace) -> tuple[str, str]:
    """What the bar says."""
    return workspace.review_bar.label.text(), workspace.review_bar.words.text()


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
    whole = progress(this_year())
    assert workspace.review_bar.isVisible()
    assert workspace.review_bar.label.text() == f"Còn {whole.open} / {whole.total} chỗ chưa rà"


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
    go_to_mark(workspace, "12")
    click(workspace, "Chỗ này đúng")
    assert editor(workspace).textCursor().selectedText() == "30"
    click(workspace, "Cả đoạn đúng")
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
    assert shown_buttons(workspace) == ["Ẩn thanh rà soát"]
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


# ---------------------------------------------------------------------- the bar as a way of working


def test_the_bar_says_which_place_it_is_and_what_stood_there_last_year(workspace: Workspace) -> None:
    whole = progress(this_year()).total
    go_to_mark(workspace, "12")
    (number, last_year) = said(workspace)
    assert last_year == "năm trước: 12 phòng"
    assert number.endswith(f" / {whole}")
    press(workspace, Qt.Key.Key_F8)
    assert said(workspace) == (f"Chỗ {int(number.split()[1]) + 1} / {whole}", "năm trước: 30 đơn vị")
    assert workspace.review_bar.accessibleDescription().endswith("“30”, năm trước: 30 đơn vị")
    assert shown_buttons(workspace) == [
        *("Chỗ trước", "Chỗ cần rà tiếp theo", "Sửa", "Cả đoạn đúng", "Chỗ này đúng", "Ẩn thanh rà soát")
    ]


def test_what_is_kept_counts_and_the_bar_goes_on_by_itself(workspace: Workspace) -> None:
    whole = progress(this_year())
    press(workspace, Qt.Key.Key_F8)
    numbers = []
    for _ in range(whole.left):
        label, words = said(workspace)
        if label.startswith("Chỗ"):
            numbers.append(label)
        else:
            assert (label, words) == (
                "Cả đoạn từ năm trước, chưa sửa",
                f"còn {progress(workspace.opened.report()).paragraphs} đoạn",
            )
        press(workspace, Qt.Key.Key_Return, CTRL)
    assert numbers == [f"Chỗ {number} / {whole.total}" for number in range(1, whole.total + 1)]
    assert progress(workspace.opened.report()).left == 0
    assert said(workspace)[0] == "✓ Đã rà xong cả báo cáo"
    press(workspace, Qt.Key.Key_Left)
    workspace.refresh()
    assert said(workspace)[0] == "✓ Đã rà xong cả báo cáo", "it stays to be read"
    assert not editor(workspace).reviewed_place.is_shown


def test_another_report_is_not_said_to_be_done(workspace: Workspace) -> None:
    press(workspace, Qt.Key.Key_F8)
    for _ in range(progress(this_year()).left):
        press(workspace, Qt.Key.Key_Return, CTRL)
    workspace.leave_report()
    workspace.opened.replace(samples.report())
    assert not workspace.review_bar.isVisible()


def test_a_paragraph_whose_places_were_all_kept_does_not_come_up_once_more(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    press(workspace, Qt.Key.Key_Return, CTRL)
    press(workspace, Qt.Key.Key_Return, CTRL)
    assert report_editor_of(workspace).review.counts[1] == TabCount("section:1", unedited=1)


def test_what_is_edited_counts_as_done_and_f8_goes_on(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    number = said(workspace)[0]
    workspace.outline.setFocus()
    click(workspace, "Sửa")
    assert editor(workspace).hasFocus()
    type_text(editor(workspace), "14")
    workspace.refresh()
    assert said(workspace) == (number, "đã sửa · năm trước: 12 phòng")
    assert "Rà tiếp" in shown_buttons(workspace)
    press(workspace, Qt.Key.Key_F8)
    assert editor(workspace).textCursor().selectedText() == "30"
    assert said(workspace)[0] == f"Chỗ {int(number.split()[1]) + 1} / {progress(this_year()).total}"


def test_the_place_is_calm_and_what_is_typed_replaces_it(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    role, brush = QPalette.ColorRole.Highlight, Qt.BrushStyle.NoBrush
    assert editor(workspace).palette().brush(role).style() == brush, "ring and ground say what is selected"
    press(workspace, Qt.Key.Key_Right, SHIFT)
    assert editor(workspace).palette().brush(role).style() != brush, "more is selected than the place"
    go_to_mark(workspace, "12")
    type_text(editor(workspace), "14")
    assert "Có 14 phòng" in editor(workspace).toPlainText()
    assert editor(workspace).palette().brush(role).style() != brush


def test_while_words_are_looked_for_the_bar_stands_aside(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    place = editor(workspace).reviewed_place
    workspace.editor_actions.find.trigger()
    assert not workspace.review_bar.isVisible()
    assert place.painted() is None
    press(workspace, Qt.Key.Key_Escape)
    assert workspace.review_bar.isVisible()
    assert place.painted() is not None
    workspace.editor_actions.find.trigger()
    press(workspace, Qt.Key.Key_F8)
    assert workspace.review_bar.isVisible(), "it was asked for"


def test_no_slice_of_a_line_is_seen_below_the_bar(workspace: Workspace, qtbot: QtBot) -> None:
    go_to_mark(workspace, "12")
    bar, shown = workspace.review_bar, editor(workspace)
    cursor = shown.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("Chữ ở dòng này. " * 400)
    shown.verticalScrollBar().setValue(0)

    def below() -> set[int]:
        stage = bar.parentWidget()
        assert stage is not None
        picture = stage.grab().toImage()
        top, ratio = bar.geometry().bottom() + 1, picture.devicePixelRatio()
        lines = range(round(top * ratio), picture.height())
        across = range(round(bar.x() * ratio), round((bar.x() + bar.width()) * ratio))
        return {picture.pixel(x, y) for y in lines for x in across}

    qtbot.waitUntil(lambda: bar.isVisible() and len(below()) == 1)


def test_away_from_the_place_the_bar_says_how_much_is_left(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    assert editor(workspace).reviewed_place.is_shown
    workspace.go_to("block:36")
    found = progress(workspace.opened.report())
    assert said(workspace)[0] == f"Còn {found.open} / {found.total} chỗ chưa rà"
    assert not editor(workspace).reviewed_place.is_shown


def test_escape_hides_the_bar_and_f8_brings_it_back(workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    press(workspace, Qt.Key.Key_Escape)
    assert not workspace.review_bar.isVisible()
    assert editor(workspace).hasFocus()
    press(workspace, Qt.Key.Key_F8)
    assert workspace.review_bar.isVisible()
    click(workspace, "Ẩn thanh rà soát")
    assert not workspace.review_bar.isVisible()
    workspace.tab_strip.setCurrentIndex(3)
    assert not workspace.review_bar.isVisible()


def test_the_end_says_what_is_left_elsewhere_and_leads_there(workspace: Workspace) -> None:
    workspace.opened.replace(one_place_left(workspace.opened.report()))
    press(workspace, Qt.Key.Key_F8)
    press(workspace, Qt.Key.Key_Return, CTRL)
    assert said(workspace)[0] == "✓ Đã rà xong cả báo cáo"
    assert shown_buttons(workspace)[:2] == ["Việc chưa xong (1)", "Phiếu kiểm tra thể thức"]
    workspace.editor_actions.undo.trigger()
    workspace.refresh()
    assert said(workspace)[0].startswith("Chỗ 1 / 1"), "undone, it is open again"


def one_place_left(report: Report) -> Report:
    """Leave one place to review, and one remark."""
    first = report.sections[0]
    (block, *_) = first.blocks
    assert isinstance(block, Paragraph)
    assert block.origin is not None
    left = replace(block, note="chờ số liệu", origin=replace(block.origin, found=("12",)))
    return replace(
        report, opening=(), closing=(), annexes=(), sections=(replace(first, blocks=(left,)),), next_id=99
    )


def test_a_tool_tip_says_what_stood_at_a_mark(workspace: Workspace) -> None:
    go_to_mark(workspace, "30")
    cursor = editor(workspace).textCursor()
    assert editor(workspace).review_marks.told_at(cursor) == "Năm trước: 30 đơn vị"


def open_long(workspace: Workspace) -> BlockEditor:
    """Open a report of which a section has sixty paragraphs, each with a place; give its text."""
    blocks = tuple(samples.paragraph(100 + number, f"Đoạn thứ {number}, có 7 lớp.") for number in range(60))
    report = this_year()
    long = replace(last_year().sections[0], blocks=blocks)
    old = replace(last_year(), sections=(long, *last_year().sections[1:]))
    workspace.opened.replace(renumber(next_year(old, report.year, datetime(2027, 1, 1, tzinfo=UTC), "r3")))
    workspace.tab_strip.setCurrentIndex(2)
    text = editor(workspace)
    text.setFocus()
    return text


def test_the_line_with_the_cursor_is_never_below_the_bar(qtbot: QtBot, workspace: Workspace) -> None:
    text = open_long(workspace)
    for _ in range(60):
        press(workspace, Qt.Key.Key_Down)
        qtbot.wait(60)
        line = text.cursorRect()
        top = text.viewport().mapTo(workspace, line.topLeft()).y()
        bar = workspace.review_bar
        lies = bar.mapTo(workspace, bar.rect().topLeft()).y()
        assert bar.isVisible()
        assert top + line.height() <= lies or top >= lies + bar.height()


def test_a_place_that_a_new_layout_moved_out_of_sight_comes_back(qtbot: QtBot, workspace: Workspace) -> None:
    text = open_long(workspace)
    press(workspace, Qt.Key.Key_F8)
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    line = text.cursorRect()
    assert not text.viewport().rect().contains(line.center()), "the text is too short for this"
    qtbot.waitUntil(lambda: text.viewport().rect().contains(text.cursorRect().center()), timeout=2000)


def test_the_bar_fits_where_there_is_little_room(qtbot: QtBot, workspace: Workspace) -> None:
    go_to_mark(workspace, "12")
    for width in (1366, 911, 700):
        workspace.resize(width, 600)
        qtbot.waitUntil(lambda: workspace.review_bar.width() <= workspace.stage.width())
        for button in inside(workspace.review_bar, QPushButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), (width, button.text())


def test_what_the_bar_shows_is_meant_also_where_the_cursor_is_elsewhere_in_the_paragraph(
    workspace: Workspace,
) -> None:
    go_to_mark(workspace, "12")
    press(workspace, Qt.Key.Key_End)
    assert said(workspace)[1] == "năm trước: 12 phòng"
    click(workspace, "Sửa")
    assert editor(workspace).textCursor().selectedText() == "12"
    press(workspace, Qt.Key.Key_End)
    click(workspace, "Chỗ này đúng")
    (first, *_) = workspace.opened.report().sections[0].blocks
    assert isinstance(first, Paragraph)
    assert first.origin is not None
    assert [key for key in first.origin.confirmed if "12" in key]
