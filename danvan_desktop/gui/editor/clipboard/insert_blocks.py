"""Insert whole blocks below the paragraph with the cursor, as one undo step."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from danvan_desktop.gui.editor.clipboard.keep_marks_on_move import with_id
from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.model import Block, OpaqueBlock, Paragraph, plain
from danvan_desktop.report.numbering import parse_decimal, parse_point
from danvan_desktop.report.text.utf16 import utf16_length


def insert_below(editor: BlockText, blocks: Sequence[Block], *, from_file: bool = False) -> list[Block]:
    """Put ``blocks``, with ids of this report, below the cursor's paragraph; an empty one makes room.

    Their numbers go on from those above, as pasted ones do. ``from_file`` leaves remarks as they are, those
    of the reader of the file, and numbers that no khoản or điểm has ("I.", "A."). Gives the blocks as they
    now are.
    """
    if not blocks:
        return []
    editor.interpret_typed()
    units = editor.units()
    place = editor.textCursor().position()
    at = next((i for i, unit in enumerate(units) if unit.start <= place <= unit.end), len(units) - 1)
    new = [_with_id(block, editor.ids.take(), from_file=from_file) for block in blocks]
    above = units[at].blocks
    if len(above) == 1 and isinstance(above[0], Paragraph) and not plain(above[0].runs) and not above[0].note:
        above = ()
    editor.replace(units, at, at, (*above, *new))
    last = new[-1]
    editor.go_to(last.id, utf16_length(plain(last.runs)) if isinstance(last, Paragraph) else 0)
    return new


def renumbered(editor: BlockText, old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Give each number of ``old``, the blocks of a file, that ``new`` shows as another, and that one."""
    lines = [line for line in editor.text_blocks() if kind_of_block(line) not in {"cell", "caption"}]
    shown = {editor.id_of(line): editor.fresh_label(line) for line in lines}
    for before, after in zip(old, new, strict=True):
        number = before.number if isinstance(before, Paragraph) else None
        if number and shown.get(after.id) not in {number, None}:
            yield number, shown[after.id]


def _with_id(block: Block, identity: int, *, from_file: bool) -> Block:
    if isinstance(block, OpaqueBlock):
        return with_id(block, identity)
    if not from_file:
        return with_id(replace(block, note=None, origin=None), identity)
    number = block.number if isinstance(block, Paragraph) else None
    goes_on = number is None or parse_decimal(number) is not None or parse_point(number) is not None
    return with_id(block, identity) if goes_on else replace(block, id=identity)
