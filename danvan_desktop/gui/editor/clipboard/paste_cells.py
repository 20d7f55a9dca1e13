"""Paste of table cells, copied from a spreadsheet or a table, each into its own cell."""

from collections.abc import Sequence

from danvan_desktop.gui.editor.tables.merge_split import selected
from danvan_desktop.gui.editor.tables.rewrite_table import change_table, table_here
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.annexes.totals import recompute_table
from danvan_desktop.report.editing.table_edit import filled
from danvan_desktop.report.model import Block, Table

_ONE_CELL = (
    "Các ô vừa chép không khớp với các ô còn lại của bảng (thiếu cột hoặc có ô đã gộp) nên chữ được đặt "
    "vào một ô. Bấm Ctrl+Z để trở lại."
)


def paste_cells(editor: BlockText, blocks: Sequence[Block]) -> bool:
    """Put the cells of a pasted table into those from the cursor's on; tell whether it was done.

    Rows that lack are added. Where the cells do not fit, a notice is emitted that they go into one cell.
    """
    copied = blocks[0] if len(blocks) == 1 else None
    found, table = selected(editor), table_here(editor)
    if not isinstance(copied, Table) or found is None or table is None:
        return False
    changed = filled(table, found.area.y, found.area.x, copied)
    if changed is None:
        editor.notice.emit(_ONE_CELL)
        return False
    last = (found.area.y + len(copied.rows) - 1, found.area.x + len(copied.columns) - 1)
    change_table(editor, lambda _: recompute_table(changed), last)
    return True
