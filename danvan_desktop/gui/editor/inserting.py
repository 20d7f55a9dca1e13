"""Whole blocks put below the paragraph with the cursor, as one step."""

from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.gui.editor.block_text import BlockText
from danvan_desktop.gui.editor.moved import with_id
from danvan_desktop.gui.editor.passages import length
from danvan_desktop.report.model import Block, OpaqueBlock, Paragraph, plain


def insert_below(editor: BlockText, blocks: Sequence[Block], *, keep_numbers: bool = False) -> list[Block]:
    """Put ``blocks``, with ids of this report, below the cursor's paragraph; an empty one makes room.

    ``keep_numbers`` leaves fixed numbers and remarks as they are: those of a file that was read, not of
    a paragraph that was copied. Gives the blocks as they now are.
    """
    if not blocks:
        return []
    editor.settle()
    units = editor.units()
    place = editor.textCursor().position()
    at = next((i for i, unit in enumerate(units) if unit.start <= place <= unit.end), len(units) - 1)
    new = [_with_id(block, editor.ids.take(), keep_numbers=keep_numbers) for block in blocks]
    above = units[at].blocks
    if len(above) == 1 and isinstance(above[0], Paragraph) and not plain(above[0].runs) and not above[0].note:
        above = ()
    editor.replace(units, at, at, (*above, *new))
    last = new[-1]
    editor.go_to(last.id, length(plain(last.runs)) if isinstance(last, Paragraph) else 0)
    return new


def _with_id(block: Block, identity: int, *, keep_numbers: bool) -> Block:
    if isinstance(block, OpaqueBlock):
        return with_id(block, identity)
    if keep_numbers:
        return replace(block, id=identity)
    return with_id(replace(block, note=None, origin=None), identity)
