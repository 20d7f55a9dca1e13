"""Rewrites a whole table in place, as one undo step.

Qt's own commands for rows and columns leave broken grids behind, or bring the program down, where cells
are merged: here the table is read, changed as a value, and written.
"""

from collections.abc import Callable

from PySide6.QtGui import QTextTable

from danvan_desktop.gui.editor.document.properties import Key, TableData, text_property
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.model import Column, Table

Place = tuple[int, int]
"""Row and column."""


def table_columns(grid: QTextTable) -> list[Column]:
    """The columns of ``grid``: their shares and how they are aligned."""
    columns = list(TableData.load(text_property(grid.format(), Key.TABLE)).columns)[: grid.columns()]
    return columns + [Column()] * (grid.columns() - len(columns))


def table_here(editor: BlockText) -> Table | None:
    """Read the table with the cursor; None where there is none."""
    grid = editor.selected_table()
    units = editor.units() if grid is not None else []
    block = next((unit.blocks[0] for unit in units if unit.table == grid), None)
    return block if isinstance(block, Table) else None


def change_table(editor: BlockText, change: Callable[[Table], Table], place: Place | None = None) -> None:
    """Put what ``change`` makes of the table with the cursor in its place.

    The cursor goes to the cell at ``place``; without one it stays in its cell.
    """
    grid, units = editor.selected_table(), editor.units()
    at = next((i for i, unit in enumerate(units) if grid is not None and unit.table == grid), None)
    if grid is None or at is None:
        return
    block = units[at].blocks[0]
    changed = change(block) if isinstance(block, Table) else block
    if changed == block or not isinstance(changed, Table):
        return
    cell = grid.cellAt(editor.textCursor())
    y, x = place or (cell.row(), cell.column())
    editor.replace(units, at, at, (changed,))
    editor.go_to(changed.id)
    new = editor.selected_table()
    if new is not None:
        there = new.cellAt(min(y, new.rows() - 1), min(x, new.columns() - 1))
        editor.setTextCursor(there.firstCursorPosition())
        editor.ensureCursorVisible()
