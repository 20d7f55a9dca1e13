"""Tables: made, grown and shrunk in place; Tab goes from cell to cell."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextTable

from danvan_desktop.gui.editor import kinds
from danvan_desktop.gui.editor.block_text import BlockText
from danvan_desktop.gui.editor.formats import Formats, kind_of_block
from danvan_desktop.gui.editor.properties import Key, TableData, text_property
from danvan_desktop.gui.editor.reading import selected_cells
from danvan_desktop.gui.editor.writing import column_widths, dress_cell
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
        kinds.promote_selected(editor)
    elif editor.textCursor().hasSelection() or editor.textCursor().atBlockStart():
        editor.settle()
        kinds.demote_selected(editor)
    return True


def _go_to_next_cell(editor: BlockText, table: QTextTable, *, back: bool) -> None:
    cursor = editor.textCursor()
    before = table.cellAt(cursor)
    move = QTextCursor.MoveOperation.PreviousCell if back else QTextCursor.MoveOperation.NextCell
    cursor.clearSelection()
    moved = cursor.movePosition(move)
    if not back and (not moved or table.cellAt(cursor) == before):
        insert_row(editor, below=True)
        cursor = table.cellAt(table.rows() - 1, 0).firstCursorPosition()
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
    """Add a row beside the cursor's."""

    def change(table: QTextTable, cursor: QTextCursor) -> None:
        cell = table.cellAt(cursor)
        at = cell.row() + cell.rowSpan() if below else cell.row()
        table.insertRows(at, 1)
        _dress_row(table, at, editor.formats)

    _change(editor, change)


def insert_column(editor: BlockText, *, after: bool) -> None:
    """Add a column beside the cursor's, as wide as it."""

    def change(table: QTextTable, cursor: QTextCursor) -> None:
        if table.columns() >= WIDEST_TABLE:
            return
        cell = table.cellAt(cursor)
        at = cell.column() + cell.columnSpan() if after else cell.column()
        columns = table_columns(table)
        columns.insert(at, Column(columns[cell.column()].share))
        table.insertColumns(at, 1)
        _keep_columns(table, columns)
        for row in range(table.rows()):
            _dress_cell(table, row, at, editor.formats)

    _change(editor, change)


def delete_rows(editor: BlockText) -> None:
    """Take the selected rows away; of the last one the whole table goes."""
    _delete(editor, rows=True)


def delete_columns(editor: BlockText) -> None:
    """Take the selected columns away; of the last one the whole table goes."""
    _delete(editor, rows=False)


def _delete(editor: BlockText, *, rows: bool) -> None:
    table = editor.selected_table()
    if table is None:
        return
    first, count = _selected(table, editor.textCursor(), rows=rows)
    if count >= (table.rows() if rows else table.columns()):
        delete_table(editor)
        return

    def change(table: QTextTable, _cursor: QTextCursor) -> None:
        if rows:
            shown = table.format()
            heads = shown.headerRowCount()
            table.removeRows(first, count)
            shown.setHeaderRowCount(heads - max(0, min(heads, first + count) - first))
            table.setFormat(shown)
        else:
            columns = table_columns(table)
            table.removeColumns(first, count)
            del columns[first : first + count]
            _keep_columns(table, columns)

    _change(editor, change)


def _selected(table: QTextTable, cursor: QTextCursor, *, rows: bool) -> tuple[int, int]:
    row, row_count, column, column_count = selected_cells(cursor)
    if row < 0:
        cell = table.cellAt(cursor)
        return (cell.row(), cell.rowSpan()) if rows else (cell.column(), cell.columnSpan())
    return (row, row_count) if rows else (column, column_count)


def _change(editor: BlockText, change: Callable[[QTextTable, QTextCursor], None]) -> None:
    """Change the table with the cursor as one step."""
    table = editor.selected_table()
    if table is None:
        return
    with editor.stack.together():
        cursor = editor.textCursor()
        cursor.beginEditBlock()
        change(table, cursor)
        cursor.endEditBlock()
    editor.ensureCursorVisible()


def table_columns(table: QTextTable) -> list[Column]:
    """The columns of ``table``: their shares and how they are aligned."""
    columns = list(TableData.load(text_property(table.format(), Key.TABLE)).columns)[: table.columns()]
    return columns + [Column()] * (table.columns() - len(columns))


def _keep_columns(table: QTextTable, columns: list[Column]) -> None:
    shown = table.format()
    data = TableData.load(text_property(shown, Key.TABLE))
    shown.setProperty(Key.TABLE, replace(data, columns=tuple(columns)).dump())
    shown.setColumnWidthConstraints(column_widths(columns))
    table.setFormat(shown)


def _dress_row(table: QTextTable, row: int, formats: Formats) -> None:
    for column in range(table.columns()):
        _dress_cell(table, row, column, formats)


def _dress_cell(table: QTextTable, row: int, column: int, formats: Formats) -> None:
    """Give a cell the look of its row, and its line the look of its column."""
    cell = table.cellAt(row, column)
    dress_cell(cell, header=row < table.format().headerRowCount())
    cursor = cell.firstCursorPosition()
    if kind_of_block(cursor.block()) != "cell":
        cursor.setBlockFormat(formats.cell(table_columns(table)[column].align))
