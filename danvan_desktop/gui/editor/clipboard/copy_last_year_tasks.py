"""Copy last year's tasks into the text: as body text, below what stands under the heading with the cursor."""

from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.gui.editor.clipboard.insert_blocks import insert_below
from danvan_desktop.gui.editor.document.read import BlockUnit
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.model import Block, Paragraph

_OWN_TEXT = {"body", "item", "point"}


def copy_tasks(editor: BlockText, tasks: Sequence[Block]) -> None:
    """Put ``tasks`` below the cursor's paragraph; from a heading on, below what is written under it."""
    with editor.stack.macro():
        editor.interpret_typed()
        units = editor.units()
        place = editor.textCursor().position()
        at = next((i for i, unit in enumerate(units) if unit.start <= place <= unit.end), len(units) - 1)
        last = _last_of_heading(units, at)
        if last != at and (block := next(iter(units[last].blocks), None)) is not None:
            editor.go_to(block.id)
        insert_below(editor, [_unnumbered(task) for task in tasks])


def _last_of_heading(units: Sequence[BlockUnit], at: int) -> int:
    """Find the last paragraph or table that belongs to the heading at ``at``; no heading: itself."""
    if not any(_role(block) == "heading" for block in units[at].blocks):
        return at
    last = at
    for index in range(at + 1, len(units)):
        blocks = units[index].blocks
        if any(isinstance(block, Paragraph) and _role(block) not in _OWN_TEXT for block in blocks):
            break
        last = index if blocks else last
    return last


def _role(block: Block) -> str:
    return block.role if isinstance(block, Paragraph) else ""


def _unnumbered(task: Block) -> Block:
    """Take the number away: it was that of last year's task among the others, not one of this text."""
    if not isinstance(task, Paragraph) or task.role == "item":
        return task
    return replace(task, role="body", level=1, number=None, numbering="none")
