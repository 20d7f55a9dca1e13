"""Recalculates the computed cells of a table made from an annex form when the cursor leaves a cell."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from danvan_desktop.gui.editor.document.properties import Key, TableData, text_property
from danvan_desktop.gui.editor.document.read import read_table, table_at
from danvan_desktop.gui.editor.document.write import insert_runs
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.annexes.totals import recompute_table
from danvan_desktop.report.model import Cell


def recompute(editor: BlockText, line: QTextBlock) -> None:
    """Recalculate the table that ``line`` is in, where it came from a form."""
    grid = table_at(QTextCursor(line)) if line.isValid() else None
    if grid is None or TableData.load(text_property(grid.format(), Key.TABLE)).form is None:
        return
    before = read_table(grid, None)
    after = recompute_table(before)
    if after is before:
        return
    with editor.stack.merging():
        cursor = QTextCursor(editor.document())
        cursor.beginEditBlock()
        for y, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
            for x, cell in enumerate(new):
                if cell is not None and cell != old[x]:
                    _write(grid, y, x, cell)
        cursor.endEditBlock()


def _write(grid: QTextTable, y: int, x: int, cell: Cell) -> None:
    """Put the words of ``cell`` into the grid, in one line."""
    place = grid.cellAt(y, x)
    cursor = place.firstCursorPosition()
    cursor.setPosition(place.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert_runs(cursor, tuple(run for runs in cell.paragraphs for run in runs), bold_style=False)
