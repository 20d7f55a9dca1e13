"""Merge and split table cells, align columns, set header rows: each rewrites the table as one undo step."""

from functools import partial

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.document.read import selected_cells
from danvan_desktop.gui.editor.tables.rewrite_table import change_table, table_columns
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.editing.table_edit import GridArea, aligned, headed, merged, split
from danvan_desktop.report.model import Alignment, Table


@frozen
class Selected:
    """The selection in the table with the cursor, from the grid alone: cheap, for every key."""

    area: GridArea
    """The selected places; without a selection the cell with the cursor."""
    can_merge: bool
    is_merged: bool
    """The cell with the cursor covers more than one place."""
    align: Alignment | None
    """How the selected columns are aligned; None where they differ."""


def selected(editor: BlockText) -> Selected | None:
    """See what is selected; None where the cursor is in no table."""
    grid = editor.selected_table()
    if grid is None:
        return None
    cursor = editor.textCursor()
    cell = grid.cellAt(cursor)
    alone = GridArea(cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan())
    row, rows, column, columns = selected_cells(cursor)
    area = GridArea(row, column, rows, columns) if row >= 0 else alone
    corner = grid.cellAt(area.y, area.x)
    one = area == GridArea(area.y, area.x, corner.rowSpan(), corner.columnSpan())
    known = table_columns(grid)
    aligns = {known[x].align for x in range(area.x, min(area.right, len(known)))}
    return Selected(
        area,
        can_merge=not one,
        is_merged=(alone.rows, alone.cols) != (1, 1),
        align=aligns.pop() if len(aligns) == 1 else None,
    )


def merge_cells(editor: BlockText) -> None:
    """Make one cell of the selected ones.

    Raises:
        UserError: header rows and others are selected.
    """
    found = selected(editor)
    if found is not None and found.can_merge:
        change_table(editor, partial(merged, area=found.area))


def split_cell(editor: BlockText) -> None:
    """Make the merged cell with the cursor single cells again."""
    grid = editor.selected_table()
    if grid is not None:
        cell = grid.cellAt(editor.textCursor())
        change_table(editor, partial(split, y=cell.row(), x=cell.column()))


def align_columns(editor: BlockText, align: Alignment) -> None:
    """Align the text of the selected columns."""
    found = selected(editor)
    if found is not None:
        change_table(editor, partial(aligned, columns=range(found.area.x, found.area.right), align=align))


def toggle_header(editor: BlockText) -> None:
    """Make the rows down to the cursor's header rows; where they are, only those above it."""
    grid = editor.selected_table()
    if grid is None:
        return
    row, heads = grid.cellAt(editor.textCursor()).row(), grid.format().headerRowCount()
    change_table(editor, partial(headed, rows=row + 1 if heads <= row else row))


def put_table(editor: BlockText, table: Table) -> None:
    """Put ``table`` in the place of the one with the cursor."""
    change_table(editor, lambda _: table)
