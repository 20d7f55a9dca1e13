"""Insert and delete tables, rows and columns; Tab goes from cell to cell."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextTable

from danvan_desktop.gui.editor.document.read import selected_cells
from danvan_desktop.gui.editor.paragraphs import role_and_level
from danvan_desktop.gui.editor.tables.rewrite_table import change_table, table_columns
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.editing.table_edit import (
    GridArea,
    with_column,
    with_row,
    without_columns,
    without_rows,
)
from danvan_desktop.report.integrity import WIDEST_TABLE
from danvan_desktop.report.model import Cell, Column, Table


def press_tab(editor: BlockText, event: QKeyEvent) -> bool:
    """Tab goes to the next cell, or lowers a paragraph at its start; Shift+Tab the contrary."""
    back = event.key() == Qt.Key.Key_Backtab or (
        event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    )
    if not back and not (event.key() == Qt.Key.Key_Tab and not event.modifiers()):
        return False
    table = editor.selected_table()
    if table is not None:
        _go_to_next_cell(editor, table, back=back)
    elif back:
        role_and_level.promote_selected(editor)
    elif editor.textCursor().hasSelection() or editor.textCursor().atBlockStart():
        editor.interpret_typed()
        role_and_level.demote_selected(editor)
    return True


def _go_to_next_cell(editor: BlockText, table: QTextTable, *, back: bool) -> None:
    cursor = editor.textCursor()
    before = table.cellAt(cursor)
    move = QTextCursor.MoveOperation.PreviousCell if back else QTextCursor.MoveOperation.NextCell
    cursor.clearSelection()
    moved = cursor.movePosition(move)
    if not back and (not moved or table.cellAt(cursor) == before):
        end = table.rows()
        change_table(editor, partial(with_row, at=end), (end, 0))
        return
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()


def insert_table(editor: BlockText, rows: int, columns: int) -> None:
    """Put an empty table below the paragraph with the cursor, which goes into its first cell."""
    units = editor.units()
    place = editor.textCursor().position()
    at = next((i for i, unit in enumerate(units) if unit.start <= place <= unit.end), len(units) - 1)
    identity = editor.ids.take()
    line = tuple(Cell() for _ in range(columns))
    table = Table(identity, (Column(),) * columns, (line,) * rows)
    above = units[at].blocks
    if len(above) == 1 and not getattr(above[0], "runs", True) and getattr(above[0], "hint", None) is None:
        above = ()  # an empty line is what the table was wanted for
    editor.replace(units, at, at, (*above, table))
    editor.go_to(identity)
    _show_whole(editor)


def _show_whole(editor: BlockText) -> None:
    """Scroll the table with the cursor into view down to its last row, its first above all."""
    first = editor.textCursor()
    last = QTextCursor(first)
    table = first.currentTable()
    last.setPosition(table.lastPosition())
    for cursor in (last, first):
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()


def delete_table(editor: BlockText) -> None:
    """Take the table with the cursor away, its caption too."""
    table = editor.selected_table()
    if table is None:
        return
    units = editor.units()
    at = next(i for i, unit in enumerate(units) if unit.table == table)
    start = units[at].start - 1
    editor.replace(units, at, at, ())
    cursor = editor.textCursor()
    cursor.setPosition(max(0, min(start, editor.document().characterCount() - 1)))
    editor.setTextCursor(cursor)


def toggle_caption(editor: BlockText) -> None:
    """Give the table with the cursor a line for its name, or take it away."""
    table = editor.selected_table()
    if table is None:
        return
    units = editor.units()
    at = next(i for i, unit in enumerate(units) if unit.table == table)
    block = units[at].blocks[0]
    if not isinstance(block, Table):
        return
    editor.replace(units, at, at, (replace(block, caption=() if block.caption is None else None),))
    editor.go_to(block.id)
    if block.caption is None:
        grid = editor.selected_table()
        if grid is not None:
            cursor = editor.textCursor()
            cursor.setPosition(grid.firstPosition() - 1)
            editor.setTextCursor(cursor)


def insert_row(editor: BlockText, *, below: bool) -> None:
    """Add a row beside the cursor's, which stays in its cell."""
    area = _area(editor)
    if area is not None:
        at, down = (area.below, 0) if below else (area.y, 1)
        change_table(editor, partial(with_row, at=at), (area.y + down, area.x))


def insert_column(editor: BlockText, *, after: bool) -> None:
    """Add a column beside the cursor's, as wide as it; the cursor stays in its cell."""
    grid, area = editor.selected_table(), _area(editor)
    if grid is None or area is None or grid.columns() >= WIDEST_TABLE:
        return
    at, right = (area.right, 0) if after else (area.x, 1)
    share = table_columns(grid)[area.x].share
    change_table(editor, partial(with_column, at=at, share=share), (area.y, area.x + right))


def delete_rows(editor: BlockText) -> None:
    """Take the selected rows away; of the last one the whole table goes."""
    grid, area = editor.selected_table(), _area(editor, selected=True)
    if grid is None or area is None:
        return
    if area.rows >= grid.rows():
        delete_table(editor)
    else:
        change_table(editor, partial(without_rows, first=area.y, count=area.rows), (area.y, area.x))


def delete_columns(editor: BlockText) -> None:
    """Take the selected columns away; of the last one the whole table goes."""
    grid, area = editor.selected_table(), _area(editor, selected=True)
    if grid is None or area is None:
        return
    if area.cols >= grid.columns():
        delete_table(editor)
    else:
        change_table(editor, partial(without_columns, first=area.x, count=area.cols), (area.y, area.x))


def _area(editor: BlockText, *, selected: bool = False) -> GridArea | None:
    """The cell with the cursor, or what is ``selected`` around it; None outside of tables."""
    grid = editor.selected_table()
    if grid is None:
        return None
    row, rows, column, columns = selected_cells(editor.textCursor())
    if selected and row >= 0:
        return GridArea(row, column, rows, columns)
    cell = grid.cellAt(editor.textCursor())
    return GridArea(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan())
