"""Any sequence of table commands: the grid stays full, undo brings all back, what is remembered is there."""

import contextlib
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from danvan_desktop.errors import UserError
from danvan_desktop.gui.editor.block_editor import BlockEditor
from danvan_desktop.gui.editor.document.block_ids import BlockIdCounter
from danvan_desktop.gui.editor.tables import insert_delete, merge_split
from danvan_desktop.gui.undo.stack import UndoStack
from danvan_desktop.report.editing.table_edit import GridArea, merged
from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Block, Cell, Column, Run, Table
from danvan_desktop.report.numbering import number_blocks
from tests.builders import samples
from tests.gui.keyboard import type_text

TABLE = 17
Place = tuple[int, int]
ACTS: tuple[Callable[[BlockEditor], None], ...] = (
    merge_split.merge_cells,
    merge_split.merge_cells,
    merge_split.split_cell,
    merge_split.toggle_header,
    lambda editor: merge_split.align_columns(editor, "right"),
    lambda editor: insert_delete.insert_row(editor, below=True),
    lambda editor: insert_delete.insert_row(editor, below=False),
    lambda editor: insert_delete.insert_column(editor, after=True),
    lambda editor: insert_delete.insert_column(editor, after=False),
    insert_delete.delete_rows,
    insert_delete.delete_columns,
    insert_delete.toggle_caption,
    lambda editor: type_text(editor, "vận "),
)
places = st.tuples(st.integers(0, 5), st.integers(0, 5))
doings = st.lists(st.tuples(st.sampled_from(ACTS), places, st.none() | places), max_size=10)


def start() -> tuple[Block, ...]:
    rows = tuple(tuple(Cell(((Run(f"{y}.{x}"),),)) for x in range(4)) for y in range(4))
    table = Table(TABLE, (Column(),) * 4, rows, note="chờ số liệu")
    blocks = (
        samples.paragraph(11, "Trên."),
        merged(table, GridArea(1, 1, 2, 2)),
        samples.paragraph(12, "Dưới."),
    )
    return number_blocks(blocks)


def opened(qtbot: QtBot) -> BlockEditor:
    editor = BlockEditor(UndoStack(), BlockIdCounter(100))
    editor.stack.setParent(editor)
    qtbot.addWidget(editor)
    editor.open(start())
    return editor


def put_cursor(editor: BlockEditor, first: Place, last: Place | None) -> bool:
    """Select from one cell to another, as far as there are so many; False: the table is gone."""
    if not editor.go_to(TABLE):
        return False
    grid = editor.selected_table()
    assert grid is not None
    cursor = grid.cellAt(
        min(first[0], grid.rows() - 1), min(first[1], grid.columns() - 1)
    ).firstCursorPosition()
    if last is not None:
        end = grid.cellAt(min(last[0], grid.rows() - 1), min(last[1], grid.columns() - 1))
        cursor.setPosition(end.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    return True


def verify(editor: BlockEditor) -> None:
    kept = editor.blocks()
    for block in kept:
        if isinstance(block, Table):
            assert grid_problem(block) is None
            assert block.note == "chờ số liệu"
    editor._reader.forget_all()
    assert editor.blocks() == kept


def test_any_table_commands_leave_a_full_grid_and_are_undone(qtbot: QtBot) -> None:
    @settings(max_examples=60, deadline=None)
    @given(doings)
    def holds(acts: list[tuple[Callable[[BlockEditor], None], Place, Place | None]]) -> None:
        editor = opened(qtbot)
        for act, first, last in acts:
            if put_cursor(editor, first, last):
                with contextlib.suppress(UserError):
                    act(editor)
                verify(editor)
        done = editor.blocks()
        while editor.stack.can_undo:
            editor.stack.undo()
        verify(editor)
        assert editor.blocks() == start()
        while editor.stack.can_redo:
            editor.stack.redo()
        verify(editor)
        assert editor.blocks() == done

    holds()


def test_a_row_through_a_merged_cell_makes_it_taller_and_deleting_its_rows_keeps_its_text(
    qtbot: QtBot,
) -> None:
    editor = opened(qtbot)
    put_cursor(editor, (1, 0), None)
    insert_delete.insert_row(editor, below=True)
    table = next(block for block in editor.blocks() if isinstance(block, Table))
    cell = table.rows[1][1]
    assert cell is not None
    assert (cell.rows, cell.cols) == (3, 2)
    put_cursor(editor, (1, 0), None)
    insert_delete.delete_rows(editor)
    table = next(block for block in editor.blocks() if isinstance(block, Table))
    assert table.rows[1][1] == replace(cell, rows=2)
