"""Move paragraphs up and down; a heading takes along what stands below it."""

from collections.abc import Sequence

from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.model import Block, Paragraph

_DEEPEST = 9


def move(editor: BlockText, *, up: bool) -> None:
    """Move the paragraphs of the selection one place, as one step."""
    editor.interpret_typed()
    units = editor.units()
    held = [index for index, unit in enumerate(units) if unit.blocks]
    blocks = [units[index].blocks[0] for index in held]
    cursor = editor.textCursor()
    touched = [
        at
        for at, index in enumerate(held)
        if units[index].end >= cursor.selectionStart() and units[index].start <= cursor.selectionEnd()
    ]
    if not touched:
        return
    first, last = touched[0], reach(blocks, touched[0], touched[-1])
    neighbours = above(blocks, first) if up else below(blocks, first, last)
    if neighbours is None:
        return
    identity, offset = editor.place()
    low, high = min(first, neighbours[0]), max(last, neighbours[1])
    moved, other = (
        [block for index in held[start : end + 1] for block in units[index].blocks]
        for start, end in ((first, last), neighbours)
    )
    editor.replace(units, held[low], held[high], [*moved, *other] if up else [*other, *moved])
    editor.go_to(identity, offset)


def reach(blocks: Sequence[Block], first: int, last: int) -> int:
    """The last block that moves along when ``first`` to ``last`` move: all that is below a heading."""
    depth = _depth(blocks[first])
    while last + 1 < len(blocks) and depth < _DEEPEST and _depth(blocks[last + 1]) > depth:
        last += 1
    return last


def above(blocks: Sequence[Block], first: int) -> tuple[int, int] | None:
    """What the blocks from ``first`` on change places with when they move up."""
    if first == 0:
        return None
    depth = _depth(blocks[first])
    start = first - 1
    while depth < _DEEPEST and start > 0 and _depth(blocks[start]) > depth:
        start -= 1
    # Below a greater heading, or at the top, there is no equal to jump over: one block is jumped.
    return (start, first - 1) if _depth(blocks[start]) == depth else (first - 1, first - 1)


def below(blocks: Sequence[Block], first: int, last: int) -> tuple[int, int] | None:
    """What the blocks from ``first`` to ``last`` change places with when they move down."""
    if last + 1 >= len(blocks):
        return None
    depth = _depth(blocks[first])
    end = last + 1
    if depth < _DEEPEST and _depth(blocks[end]) == depth:
        end = reach(blocks, end, end)
    return last + 1, end


def _depth(block: Block) -> int:
    if isinstance(block, Paragraph) and block.role == "heading":
        return block.level
    return _DEEPEST
