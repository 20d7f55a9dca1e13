"""Typing into the editor: Return, Tab, numbers, hints, input methods."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.clipboard.copy import BLOCKS
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.paragraphs import character_format, role_and_level
from danvan_desktop.gui.editor.paragraphs.move import move
from danvan_desktop.gui.editor.tables import insert_delete, merge_split
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.model import Block, Cell, Column, OpaqueBlock, Paragraph, Run, Table, plain
from danvan_desktop.report.numbering import number_blocks
from tests.builders import samples
from tests.builders.samples import paragraph
from tests.gui.keyboard import compose, type_text

Opened = Callable[..., BlockEditor]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_with(*blocks: Block) -> BlockEditor:
        editor = BlockEditor(UndoStack(), BlockIdCounter(100))
        editor.stack.setParent(editor)
        qtbot.addWidget(editor)
        editor.resize(900, 600)
        editor.open(blocks)
        return editor

    return open_with


def told(editor: BlockEditor) -> list[str]:
    """Every block as one line: role and level, number, text."""
    return [tell(block) for block in number_blocks(editor.blocks())]


def tell(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"{block.role}{block.level} {block.number or ''} {plain(block.runs)}"
    return f"table {block.id}" if isinstance(block, Table) else f"opaque {block.id}"


def ids(editor: BlockEditor) -> list[int]:
    return [block.id for block in editor.blocks()]


def press(
    editor: BlockEditor, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(editor, key, modifier)


def undo_all(editor: BlockEditor) -> None:
    while editor.stack.can_undo:
        editor.stack.undo()


# ---------------------------------------------------------------------- Return


def test_return_after_a_heading_begins_body_text(opened: Opened) -> None:
    editor = opened(paragraph(1, "Ưu điểm", "heading"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, "\nNội dung")
    assert told(editor) == ["heading1 1. Ưu điểm", "body1  Nội dung"]
    assert ids(editor) == [1, 100]


def test_return_in_a_point_begins_the_next_and_twice_ends_the_list(opened: Opened) -> None:
    editor = opened(paragraph(1, "một", "point"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, "\nhai\n\nba")
    assert told(editor) == ["point1 a) một", "point1 b) hai", "body1  ba"]


def test_return_inside_a_paragraph_parts_it_and_the_first_half_keeps_the_id(opened: Opened) -> None:
    editor = opened(paragraph(1, "mộthai", "clause"))
    editor.go_to(1, 3)
    type_text(editor, "\n")
    assert told(editor) == ["clause1 1. một", "clause1 2. hai"]
    assert ids(editor) == [1, 100]


def test_return_at_the_start_puts_an_empty_paragraph_above_and_the_text_keeps_its_id(opened: Opened) -> None:
    editor = opened(paragraph(1, "một", "item"))
    editor.go_to(1, 0)
    type_text(editor, "\n")
    assert ids(editor) == [100, 1]


def test_shift_return_ends_no_line_inside_a_paragraph(opened: Opened) -> None:
    editor = opened(paragraph(1, "một"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text(editor, "hai")
    assert told(editor) == ["body1  một", "body1  hai"]


def test_an_empty_section_makes_its_first_block_of_what_is_typed(opened: Opened) -> None:
    editor = opened()
    assert editor.blocks() == ()
    type_text(editor, "Nội dung")
    assert editor.blocks() == (Paragraph(100, runs=(Run("Nội dung"),)),)
    assert editor.blocks()[0].id == 100, "the id stays"
    undo_all(editor)
    assert editor.blocks() == ()


# ---------------------------------------------------------------------- typed numbers


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("1. Ưu điểm", "heading1 1. Ưu điểm"),
        ("a) Điểm thứ nhất;", "point1 a) Điểm thứ nhất;"),
        ("- Gạch đầu dòng;", "item1  Gạch đầu dòng;"),
        ("+ Dấu cộng;", "item2  Dấu cộng;"),
        ("3.1. Nhân rộng mô hình", "heading2 3.1. Nhân rộng mô hình"),
    ],
)
def test_a_typed_number_is_understood_when_the_paragraph_is_left(
    opened: Opened, typed: str, becomes: str
) -> None:
    editor = opened(paragraph(1, ""), paragraph(2, "sau"))
    type_text(editor, typed)
    assert told(editor)[0] == f"body1  {typed}", "never while typing"
    press(editor, Qt.Key.Key_Down)
    assert told(editor)[0] == becomes


def test_what_was_understood_is_undone_as_one_step_and_not_understood_again(opened: Opened) -> None:
    editor = opened(paragraph(1, ""), paragraph(2, "sau"))
    type_text(editor, "a) một")
    press(editor, Qt.Key.Key_Down)
    assert told(editor)[0] == "point1 a) một"
    editor.stack.undo()
    assert told(editor)[0] == "body1  a) một"
    press(editor, Qt.Key.Key_Down)
    assert told(editor)[0] == "body1  a) một"
    editor.stack.redo()
    assert told(editor)[0] == "point1 a) một"


def test_a_number_that_breaks_the_row_stays_as_typed(opened: Opened) -> None:
    editor = opened(paragraph(1, "một", "clause"), paragraph(2, ""), paragraph(3, "sau", "clause"))
    editor.go_to(2)
    type_text(editor, "6. Các tổ chức đoàn thể phối hợp.\n")
    assert told(editor)[1] == "clause1 6. Các tổ chức đoàn thể phối hợp."
    assert told(editor)[-1] == "clause1 8. sau"


def test_return_understands_the_number_and_goes_on_with_the_list(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    type_text(editor, "- một;\nhai.")
    assert told(editor) == ["item1  một;", "item1  hai."]


def test_a_number_typed_by_the_hand_of_an_older_report_is_not_touched_by_passing_over_it(
    opened: Opened,
) -> None:
    editor = opened(paragraph(1, "- chưa nhận ra"), paragraph(2, "sau"))
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Up)
    assert told(editor)[0] == "body1  - chưa nhận ra"


# ---------------------------------------------------------------------- input methods


def test_composed_text_is_in_the_report_only_when_committed(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    compose(editor, "d", "dâ", commit="")
    assert told(editor) == ["body1  "]
    compose(editor, "d", "dâ", "dân", commit="dân")
    assert told(editor) == ["body1  dân"]
    editor.stack.undo()
    assert told(editor) == ["body1  "]


def test_edited_is_told_of_real_changes(opened: Opened, qtbot: QtBot) -> None:
    editor = opened(paragraph(1, ""))
    with qtbot.waitSignal(editor.edited):
        type_text(editor, "a")
    with qtbot.waitSignal(editor.edited):
        type_text(editor, "\b")


def test_text_that_comes_decomposed_is_kept_composed(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    compose(editor, commit="Vie\u0323\u0302t")
    assert told(editor) == ["body1  Việt"]


def test_a_line_end_from_an_input_method_makes_a_block_with_an_id_of_its_own(opened: Opened) -> None:
    editor = opened(paragraph(1, "trước"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    compose(editor, commit="một\nhai")
    first = ids(editor)
    assert len(set(first)) == len(first) == 2
    assert ids(editor) == first, "the id stays"
    undo_all(editor)
    assert told(editor) == ["body1  trước"]


# ---------------------------------------------------------------------- kinds


def test_tab_at_the_start_lowers_and_shift_tab_raises(opened: Opened) -> None:
    editor = opened(paragraph(1, "một", "clause"), paragraph(2, "hai", "clause"))
    editor.go_to(2)
    press(editor, Qt.Key.Key_Tab)
    assert told(editor) == ["clause1 1. một", "point1 a) hai"]
    press(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert told(editor) == ["clause1 1. một", "clause1 2. hai"]
    undo_all(editor)
    assert told(editor) == ["clause1 1. một", "clause1 2. hai"]


def test_tab_inside_the_text_changes_nothing(opened: Opened) -> None:
    editor = opened(paragraph(1, "một", "clause"))
    editor.go_to(1, 2)
    press(editor, Qt.Key.Key_Tab)
    assert told(editor) == ["clause1 1. một"]


def test_a_kind_is_given_to_every_selected_paragraph_as_one_step(opened: Opened) -> None:
    editor = opened(paragraph(1, "một"), samples.table(2), paragraph(3, "hai", hint="gợi ý"))
    editor.selectAll()
    role_and_level.set_kind(editor, "item", 1)
    assert told(editor) == ["item1  một", "table 2", "item1  hai"]
    assert ids(editor) == [1, 2, 3]
    editor.stack.undo()
    assert told(editor) == ["body1  một", "table 2", "body1  hai"]
    assert not editor.stack.can_undo


def test_joining_text_to_a_heading_makes_it_the_heading_and_no_run_bold(opened: Opened) -> None:
    editor = opened(paragraph(1, "Ưu", "heading"), paragraph(2, " điểm"))
    editor.go_to(2, 0)
    type_text(editor, "\b")
    assert editor.blocks() == (paragraph(1, "Ưu điểm", "heading"),)
    fragment = editor.document().firstBlock().begin().fragment()
    assert fragment.length() == len("Ưu điểm"), "one look"
    editor.stack.undo()
    assert told(editor) == ["heading1 1. Ưu", "body1   điểm"]


def test_numbers_follow_at_once(opened: Opened) -> None:
    editor = opened(paragraph(1, "một", "clause"), paragraph(2, "hai", "clause"))
    lines = list(editor.text_blocks())
    assert [editor.label(line) for line in lines] == ["1.", "2."]
    role_and_level.set_kind(editor, "body", 1)
    assert [editor.label(line) for line in editor.text_blocks()] == ["", "1."]
    editor.stack.undo()
    assert [editor.label(line) for line in editor.text_blocks()] == ["1.", "2."]


def test_points_begin_anew_when_a_colon_is_typed_above_them(opened: Opened) -> None:
    editor = opened(paragraph(1, "x", "point"), paragraph(2, "gồm"), paragraph(3, "y", "point"))
    assert editor.label(list(editor.text_blocks())[2]) == "b)"
    editor.go_to(2, 3)
    type_text(editor, ":")
    assert editor.label(list(editor.text_blocks())[2]) == "a)"


# ---------------------------------------------------------------------- moving


def test_a_paragraph_moves_and_comes_back(opened: Opened) -> None:
    editor = opened(paragraph(1, "một", "clause"), paragraph(2, "hai", "clause"))
    editor.go_to(2, 1)
    move(editor, up=True)
    assert told(editor) == ["clause1 1. hai", "clause1 2. một"]
    assert editor.place() == (2, 1)
    editor.stack.undo()
    assert ids(editor) == [1, 2]
    editor.stack.redo()
    assert ids(editor) == [2, 1]


def test_a_heading_moves_with_what_is_below_it(opened: Opened) -> None:
    editor = opened(
        paragraph(1, "A", "heading"),
        paragraph(2, "thân A"),
        paragraph(3, "A1", "heading", 2),
        paragraph(4, "B", "heading"),
        paragraph(5, "thân B"),
    )
    editor.go_to(4)
    move(editor, up=True)
    assert ids(editor) == [4, 5, 1, 2, 3]
    move(editor, up=False)
    assert ids(editor) == [1, 2, 3, 4, 5]
    undo_all(editor)
    assert ids(editor) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("up", [True, False])
def test_a_paragraph_moves_past_a_table_that_stays_whole(opened: Opened, up: bool) -> None:
    editor = opened(paragraph(1, "trên"), samples.table(2), paragraph(3, "dưới"))
    table = editor.blocks()[1]
    editor.go_to(3 if up else 1)
    move(editor, up=up)
    assert ids(editor) == ([1, 3, 2] if up else [2, 1, 3])
    assert table in editor.blocks()
    undo_all(editor)
    assert ids(editor) == [1, 2, 3]
    assert editor.blocks()[1] == table


def test_the_first_paragraph_does_not_move_up(opened: Opened) -> None:
    editor = opened(paragraph(1, "một"), paragraph(2, "hai"))
    editor.go_to(1)
    move(editor, up=True)
    assert ids(editor) == [1, 2]
    assert not editor.stack.can_undo


# ---------------------------------------------------------------------- tables


def table_of(editor: BlockEditor) -> Table:
    return next(block for block in editor.blocks() if isinstance(block, Table))


def cells(editor: BlockEditor) -> list[list[str]]:
    return [
        [" ".join(map(plain, cell.paragraphs)) if cell else "×" for cell in row]
        for row in table_of(editor).rows
    ]


def test_a_new_table_takes_the_place_of_an_empty_line_and_tab_adds_a_row(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    insert_delete.insert_table(editor, 2, 2)
    for text in ("a", "b", "c", "d"):
        type_text(editor, text)
        press(editor, Qt.Key.Key_Tab)
    type_text(editor, "e")
    assert cells(editor) == [["a", "b"], ["c", "d"], ["e", ""]]
    assert table_of(editor).header_rows == 1
    undo_all(editor)
    assert told(editor) == ["body1  "]


def test_rows_and_columns_come_and_go_with_all_that_the_table_carries(opened: Opened) -> None:
    editor = opened(samples.table(2))
    before = table_of(editor)
    editor.go_to(2)
    insert_delete.insert_column(editor, after=True)
    insert_delete.insert_row(editor, below=False)
    grown = table_of(editor)
    assert len(grown.rows) == 4
    assert [column.align for column in grown.columns] == ["center", "left", "justify"]
    assert (grown.note, grown.unknown, grown.columns[2].unknown) == (before.note, before.unknown, '{"x":1}')
    insert_delete.delete_rows(editor)
    undo_all(editor)
    assert table_of(editor) == before


@pytest.mark.parametrize(("after", "shares"), [(True, [1, 4, 4]), (False, [1, 4, 4])])
def test_a_column_beside_the_last_one_is_as_wide_as_it(
    opened: Opened, after: bool, shares: list[int]
) -> None:
    editor = opened(samples.table(2))
    editor.go_to(2)
    press(editor, Qt.Key.Key_Tab)
    insert_delete.insert_column(editor, after=after)
    assert [column.share for column in table_of(editor).columns] == shares
    assert cells(editor)[0] == (["TT", "Chỉ tiêu", ""] if after else ["TT", "", "Chỉ tiêu"])


def test_deleting_every_row_deletes_the_table_and_its_name(opened: Opened) -> None:
    editor = opened(paragraph(1, "trên"), samples.table(2), paragraph(3, "dưới"))
    editor.go_to(2)
    insert_delete.delete_table(editor)
    assert ids(editor) == [1, 3]
    editor.stack.undo()
    assert ids(editor) == [1, 2, 3]


def test_a_table_gets_a_name_and_loses_it(opened: Opened) -> None:
    editor = opened(samples.table(2))
    editor.go_to(2)
    insert_delete.toggle_caption(editor)
    assert table_of(editor).caption is None
    insert_delete.toggle_caption(editor)
    type_text(editor, "Bảng mới")
    caption = table_of(editor).caption
    assert caption is not None
    assert plain(caption) == "Bảng mới"


def test_header_rows_are_set_by_the_row_with_the_cursor(opened: Opened) -> None:
    editor = opened(samples.table(2))
    editor.go_to(2)
    merge_split.toggle_header(editor)
    assert table_of(editor).header_rows == 0
    merge_split.toggle_header(editor)
    assert table_of(editor).header_rows == 1


def test_return_in_a_cell_begins_a_line_there(opened: Opened) -> None:
    editor = opened(samples.table(2))
    editor.go_to(2)
    type_text(editor, "x\ny")
    cell = table_of(editor).rows[0][0]
    assert cell is not None
    assert [plain(line) for line in cell.paragraphs] == ["x", "yTT"]


# ---------------------------------------------------------------------- opaque blocks


def test_an_unknown_block_survives_typing_around_it(opened: Opened) -> None:
    opaque = OpaqueBlock(2, "image", '{"id":2,"type":"image"}')
    editor = opened(paragraph(1, "trước"), opaque, paragraph(3, "sau"))
    editor.go_to(2)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    type_text(editor, "chữ")
    assert told(editor)[1] == "opaque 2"
    assert "chữ" in "".join(told(editor))
    press(editor, Qt.Key.Key_Down)
    assert [text.split()[-1] for text in told(editor)] == ["trước", "2", "chữ", "sau"]
    assert opaque in editor.blocks()


# ---------------------------------------------------------------------- clipboard


def test_copied_blocks_are_pasted_with_their_kinds_and_new_ids(opened: Opened) -> None:
    editor = opened(paragraph(1, "Ưu điểm", "heading"), paragraph(2, "một", "item"), paragraph(3, ""))
    editor.go_to(1)
    editor.moveCursor(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    copied = editor.createMimeDataFromSelection()
    assert copied.text() == "1. Ưu điểm\n- một"
    editor.go_to(3)
    editor.insertFromMimeData(copied)
    assert told(editor) == ["heading1 1. Ưu điểm", "item1  một", "heading1 2. Ưu điểm", "item1  một"]
    assert len(set(ids(editor))) == 4
    editor.stack.undo()
    assert ids(editor) == [1, 2, 3]


def test_lines_of_plain_text_become_blocks_put_right(opened: Opened) -> None:
    editor = opened(paragraph(1, "trướcsau"))
    editor.go_to(1, 5)
    data = QMimeData()
    data.setText(" đầu\r\n\r\na) điê\u0309m một;\n- gạch\u200b ")
    editor.insertFromMimeData(data)
    assert told(editor) == ["body1  trướcđầu", "point1 a) điểm một;", "item1  gạchsau"]
    assert editor.textCursor().block().text()[: editor.textCursor().positionInBlock()] == "gạch"
    editor.stack.undo()
    assert told(editor) == ["body1  trướcsau"]
    assert not editor.stack.can_undo


def test_formatted_text_brings_emphasis_and_no_fonts(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    data = QMimeData()
    data.setHtml('<p style="font-family:Comic;color:red;font-size:40pt">Đã <b>có</b> 5 m<sup>2</sup></p>')
    editor.insertFromMimeData(data)
    assert editor.blocks() == (
        Paragraph(1, runs=(Run("Đã "), Run("có", bold=True), Run(" 5 m"), Run("2", vertical="super"))),
    )


def test_a_table_of_a_spreadsheet_becomes_a_table(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    data = QMimeData()
    data.setHtml("<table><tr><td colspan=2>Tên</td></tr><tr><td>a</td><td>1</td></tr></table>")
    editor.insertFromMimeData(data)
    assert cells(editor) == [["Tên", "×"], ["a", "1"]]


def test_many_lines_pasted_into_a_cell_stay_in_it(opened: Opened) -> None:
    editor = opened(samples.table(2))
    editor.go_to(2)
    data = QMimeData()
    data.setText("một\nhai\n")
    editor.insertFromMimeData(data)
    assert cells(editor)[0] == ["một haiTT", "Chỉ tiêu"]


def test_blocks_that_another_release_copied_are_pasted_as_text(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    data = QMimeData()
    data.setData(BLOCKS, b"{")
    data.setText("chữ")
    editor.insertFromMimeData(data)
    assert told(editor) == ["body1  chữ"]


# ---------------------------------------------------------------------- looks


def test_emphasis_is_set_and_taken_off_as_one_step_each(opened: Opened) -> None:
    editor = opened(paragraph(1, "một hai"))
    editor.go_to(1, 0)
    editor.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    character_format.toggle_bold(editor)
    character_format.toggle_underline(editor)
    assert editor.blocks() == (Paragraph(1, runs=(Run("một ", bold=True, underline=True), Run("hai"))),)
    editor.stack.undo()
    editor.stack.undo()
    assert editor.blocks() == (Paragraph(1, runs=(Run("một hai"),)),)
    assert not editor.stack.can_undo


def test_emphasis_chosen_before_typing_is_typed(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    character_format.toggle_italic(editor)
    type_text(editor, "nghiêng")
    assert editor.blocks() == (Paragraph(1, runs=(Run("nghiêng", italic=True),)),)


# ---------------------------------------------------------------------- what must not go wrong


def test_backspace_below_a_table_and_delete_above_it_leave_it_whole(opened: Opened) -> None:
    editor = opened(paragraph(1, "trên"), samples.table(2), paragraph(3, "dưới"))
    table = table_of(editor)
    editor.go_to(3, 0)
    type_text(editor, "\b")
    editor.go_to(1, 4)
    press(editor, Qt.Key.Key_Delete)
    assert replace(table_of(editor), caption=table.caption) == table


def test_everything_deleted_can_be_written_again_and_comes_back(opened: Opened) -> None:
    editor = opened(*samples.blocks())
    before = editor.blocks()
    editor.selectAll()
    press(editor, Qt.Key.Key_Delete)
    type_text(editor, "Viết lại")
    assert [plain(block.runs) for block in editor.blocks() if isinstance(block, Paragraph)] == ["Viết lại"]
    undo_all(editor)
    assert editor.blocks() == before
    while editor.stack.can_redo:
        editor.stack.redo()
    assert len(editor.blocks()) == 1


def test_cutting_the_word_just_typed_is_a_step_of_its_own(opened: Opened) -> None:
    editor = opened(paragraph(1, ""))
    type_text(editor, "một")
    editor.selectAll()
    press(editor, Qt.Key.Key_Delete)
    editor.stack.undo()
    assert told(editor) == ["body1  một"]


def test_composing_tells_of_no_edit(opened: Opened, qtbot: QtBot) -> None:
    editor = opened(paragraph(1, ""))
    with qtbot.assertNotEmitted(editor.edited):
        compose(editor, "d", "dâ", commit="")


def test_text_dropped_elsewhere_in_the_editor_moves(opened: Opened) -> None:
    editor = opened(paragraph(1, "một"), paragraph(2, "hai"), paragraph(3, "ba"))
    editor.show()
    editor.go_to(1)
    editor.moveCursor(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    dragged = editor.createMimeDataFromSelection()
    # What QTextEdit does at a drop inside itself: one command around taking away and pasting.
    target = QTextCursor(editor.document())
    target.movePosition(QTextCursor.MoveOperation.End)
    taken = editor.textCursor()
    target.beginEditBlock()
    taken.removeSelectedText()
    editor.setTextCursor(target)
    editor.insertFromMimeData(dragged)
    target.endEditBlock()
    assert [plain(block.runs) for block in editor.blocks() if isinstance(block, Paragraph)] == [
        "",
        "bamột",
        "hai",
    ]
    undo_all(editor)
    assert told(editor) == ["body1  một", "body1  hai", "body1  ba"]


def test_a_fixed_number_follows_its_neighbours_again_when_asked(opened: Opened) -> None:
    editor = opened(replace(paragraph(1, "một", "clause"), numbering="fixed", number="6."))
    assert told(editor) == ["clause1 6. một"]
    assert role_and_level.has_fixed_number(editor)
    role_and_level.number_selected(editor)
    assert told(editor) == ["clause1 1. một"]
    editor.stack.undo()
    assert told(editor) == ["clause1 6. một"]


def test_up_on_the_first_line_goes_to_the_heading(opened: Opened, qtbot: QtBot) -> None:
    editor = opened(paragraph(1, "một"))
    editor.show()
    with qtbot.waitSignal(editor.heading_wanted):
        press(editor, Qt.Key.Key_Up)


# ---------------------------------------------------------------------- where undo leaves the cursor


def test_a_paste_of_several_paragraphs_undone_leaves_the_cursor_where_it_was_pasted(opened: Opened) -> None:
    editor = opened(
        paragraph(1, "Ưu điểm", "heading"), paragraph(2, "một"), paragraph(3, "hai"), paragraph(4, "ba")
    )
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(3):
        press(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    copied = editor.createMimeDataFromSelection()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, "\n")
    editor.insertFromMimeData(copied)
    assert len(told(editor)) > 5
    after = editor.textCursor().position()
    editor.stack.undo()
    type_text(editor, "Q")
    assert told(editor) == ["heading1 1. Ưu điểm", "body1  một", "body1  hai", "body1  ba", "body1  Q"]
    editor.stack.undo()
    editor.stack.redo()
    assert editor.textCursor().positionInBlock() == 1
    undo_all(editor)
    assert after > editor.textCursor().position() > 0


def test_a_paste_done_again_leaves_the_cursor_behind_it(opened: Opened) -> None:
    editor = opened(paragraph(1, "đầu"), paragraph(2, "cuối"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    data = QMimeData()
    data.setText("một\nhai")
    editor.insertFromMimeData(data)
    behind = editor.textCursor().position()
    editor.stack.undo()
    assert editor.place() == (2, 4)
    editor.stack.redo()
    assert editor.textCursor().position() == behind


@pytest.mark.parametrize("place", [1, 2, 3])
def test_tab_on_a_heading_undone_leaves_the_cursor_in_it(opened: Opened, place: int) -> None:
    editor = opened(*(paragraph(identity, "Ưu điểm", "heading") for identity in (1, 2, 3, 4)))
    before = told(editor)
    editor.go_to(place)
    press(editor, Qt.Key.Key_Tab)
    assert told(editor) != before
    editor.stack.undo()
    assert told(editor) == before
    assert editor.place() == (place, 0)
    editor.stack.redo()
    assert editor.place() == (place, 0)


def test_a_stretch_of_selected_paragraphs_undone_leaves_the_cursor_in_it(opened: Opened) -> None:
    editor = opened(*(paragraph(identity, "nội dung") for identity in (1, 2, 3, 4)))
    editor.go_to(2, 1)
    press(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    left = editor.place()
    assert left[0] == 3
    role_and_level.set_kind(editor, role="point", level=1)
    editor.stack.undo()
    assert editor.place() == left


def test_letters_typed_into_a_tables_header_have_no_ground_of_their_own(opened: Opened) -> None:
    heads = (Cell(((Run("TT"),),)), Cell())
    editor = opened(Table(2, (Column(), Column()), (heads, (Cell(), Cell())), header_rows=1))
    editor.go_to(2)
    assert editor.textCursor().block().text() == "TT"
    press(editor, Qt.Key.Key_Tab)
    type_text(editor, "Tên")
    press(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    type_text(editor, "S")
    for block in editor.text_blocks():
        for spot in range(block.position() + 1, block.position() + block.length()):
            cursor = QTextCursor(editor.document())
            cursor.setPosition(spot)
            look = cursor.charFormat()
            assert not (block.text() and look.background().style() != Qt.BrushStyle.NoBrush), block.text()
