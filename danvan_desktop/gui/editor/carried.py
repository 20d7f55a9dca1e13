"""What a block carries beside its text, changed in place as a step to undo: its origin, its remark."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

from danvan_desktop.gui.editor.block_text import BlockText
from danvan_desktop.gui.editor.properties import Key, TableData, dump_origin, text_property
from danvan_desktop.report.model import Paragraph, Table

Change = Callable[[Paragraph | Table], Paragraph | Table]
"""Gives the block with another origin or remark; its text stays."""


def change_carried(editor: BlockText, changes: Mapping[int, Change]) -> bool:
    """Change what the blocks of these ids carry, as one step; False when nothing changes."""
    wanted = [
        (unit, block, changes[block.id](block))
        for unit in editor.units()
        for block in unit.blocks
        if isinstance(block, Paragraph | Table) and block.id in changes
    ]
    if all(new == old for _, old, new in wanted):
        return False
    with editor.stack.together():
        cursor = QTextCursor(editor.document())
        cursor.beginEditBlock()
        for unit, old, new in wanted:
            if new == old:
                continue
            if unit.table is not None:
                _put_into_table(unit.table, new)
            else:
                cursor.setPosition(unit.start)
                cursor.setBlockFormat(_carrying(cursor.blockFormat(), new))
        cursor.endEditBlock()
    return True


def _carrying(shown: QTextBlockFormat, block: Paragraph | Table) -> QTextBlockFormat:
    for key, text in ((Key.NOTE, block.note), (Key.ORIGIN, dump_origin(block.origin) or None)):
        if text is None:
            shown.clearProperty(key)
        else:
            shown.setProperty(key, text)
    return shown


def _put_into_table(grid: QTextTable, block: Paragraph | Table) -> None:
    shown = grid.format()
    data = TableData.load(text_property(shown, Key.TABLE))
    shown.setProperty(Key.TABLE, replace(data, note=block.note, origin=block.origin).dump())
    grid.setFormat(shown)


def block_ids(editor: BlockText) -> list[int]:
    """The ids of the blocks that the cursor stands in or its selection touches; of a caption its table's."""
    cursor = editor.textCursor()
    line = editor.document().findBlock(cursor.selectionStart())
    ids: list[int] = []
    while line.isValid() and (not ids or line.position() < cursor.selectionEnd()):
        ids.append(editor.id_of(line))
        line = line.next()
    return ids
