"""Metadata of a block, its origin and its remark: changed in place, as an undo step."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.document.properties import (
    Key,
    TableData,
    dump_origin,
    load_origin,
    text_property,
)
from danvan_desktop.gui.editor.document.read import table_at
from danvan_desktop.gui.editor.paragraphs.merge_origin import merged_origin
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.model import Origin, Paragraph, Table

B = TypeVar("B", bound=Paragraph | Table)

Change = Callable[[Paragraph | Table], Paragraph | Table]
"""Gives the block with another origin or remark; its text stays."""


def change_metadata(editor: BlockText, changes: Mapping[int, Change]) -> bool:
    """Change the metadata of the blocks of these ids, as one step; False when nothing changes."""
    wanted = [
        (unit, block, changes[block.id](block))
        for unit in editor.units()
        for block in unit.blocks
        if isinstance(block, Paragraph | Table) and block.id in changes
    ]
    if all(new == old for _, old, new in wanted):
        return False
    with editor.stack.macro():
        cursor = QTextCursor(editor.document())
        cursor.beginEditBlock()
        for unit, old, new in wanted:
            if new == old:
                continue
            if unit.table is not None:
                _put_into_table(unit.table, new)
            else:
                cursor.setPosition(unit.start)
                cursor.setBlockFormat(_with_metadata(cursor.blockFormat(), new))
        cursor.endEditBlock()
    return True


def _with_metadata(shown: QTextBlockFormat, block: Paragraph | Table) -> QTextBlockFormat:
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


def add_metadata(cursor: QTextCursor, note: str | None, origin: Origin | None, *, in_place: bool) -> None:
    """Add these to the line of ``cursor`` or its table; where it has its own and not ``in_place``, both stay.

    To be called inside a step.
    """
    table = table_at(cursor)
    if table is not None:
        data = TableData.load(text_property(table.format(), Key.TABLE))
        _put_into_table(table, _both(Table(0, (), (), note=data.note, origin=data.origin), note, origin))
    elif kind_of_block(cursor.block()) in {"paragraph", "filler"}:
        shown = cursor.blockFormat()
        own = Paragraph(
            0,
            note=text_property(shown, Key.NOTE) or None,
            origin=None if in_place else load_origin(text_property(shown, Key.ORIGIN)),
        )
        wanted = _both(own, note, origin)
        if in_place:
            wanted = replace(wanted, origin=origin)
        cursor.setBlockFormat(_with_metadata(shown, wanted))


def clear_metadata(editor: BlockText, identity: int) -> None:
    """Delete remark and origin of the empty line of that id, where there is one. Call inside a step."""
    for line in editor.text_blocks():
        if kind_of_block(line) == "paragraph" and line.length() == 1 and editor.id_of(line) == identity:
            cursor = QTextCursor(line)
            cursor.setBlockFormat(_with_metadata(cursor.blockFormat(), Paragraph(identity)))


def _both(own: B, note: str | None, origin: Origin | None) -> B:
    """``own`` with its own metadata and with these."""
    notes = dict.fromkeys(text for text in (own.note, note) if text)
    origins = [each for each in (own.origin, origin) if each is not None]
    return replace(own, note="; ".join(notes) or None, origin=merged_origin(origins) if origins else None)


def block_ids(editor: BlockText) -> list[int]:
    """The ids of the blocks that the cursor stands in or its selection touches; of a caption its table's."""
    cursor = editor.textCursor()
    line = editor.document().findBlock(cursor.selectionStart())
    ids: list[int] = []
    while line.isValid() and (not ids or line.position() < cursor.selectionEnd()):
        ids.append(editor.id_of(line))
        line = line.next()
    return ids
