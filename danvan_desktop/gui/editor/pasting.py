"""Paste: what the clipboard holds, at the cursor, as one step."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from danvan_desktop.gui.editor.block_text import BlockText
from danvan_desktop.gui.editor.copying import BLOCKS
from danvan_desktop.gui.editor.formats import bold_by_look, kind_of_block
from danvan_desktop.gui.editor.incoming import from_html, from_text
from danvan_desktop.gui.editor.passages import between, length
from danvan_desktop.gui.editor.writing import insert_runs
from danvan_desktop.report.decode import Misfit, decode
from danvan_desktop.report.model import Block, OpaqueBlock, Paragraph, Runs, Section, Table, plain

LARGEST = 5_000_000
"""Characters that are looked at: more is no passage of a report."""


def paste(editor: BlockText, source: QMimeData) -> None:
    """Put what ``source`` holds at the cursor of ``editor``."""
    blocks = pasted_blocks(source)
    if not blocks:
        return
    editor.settle()
    with editor.stack.together():
        cursor = editor.textCursor()
        cursor.removeSelectedText()
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            _insert_inline(cursor, blocks[0].runs)
        elif kind_of_block(cursor.block()) in {"paragraph", "filler"}:
            _insert_blocks(editor, cursor, blocks)
        else:
            _insert_lines(cursor, blocks)
    editor.ensureCursorVisible()


def pasted_blocks(source: QMimeData) -> list[Block]:
    """What the clipboard holds, as blocks: our own, a formatted text's, or a plain one's."""
    own = _own_blocks(source)
    if own:
        return own
    if source.hasHtml() and len(source.html()) <= LARGEST and (blocks := from_html(source.html())):
        return blocks
    return from_text(source.text()[:LARGEST]) if source.hasText() else []


def _own_blocks(source: QMimeData) -> list[Block]:
    """Blocks copied here; none where another release wrote what we cannot read: its text is there too."""
    if not source.hasFormat(BLOCKS):
        return []
    try:
        raw = json.loads(bytes(source.data(BLOCKS).data()).decode("utf-8"))
        return list(decode(Section, raw).blocks)
    except (Misfit, ValueError):
        return []


def _insert_inline(cursor: QTextCursor, runs: Runs) -> None:
    insert_runs(cursor, runs, bold_look=bold_by_look(cursor.block().blockFormat()))


def _insert_lines(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Where no block may stand, paste the words: in a cell line by line, else after one another."""
    lines: list[Runs] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.runs)
        elif isinstance(block, Table):
            lines += [line for row in block.rows for cell in row if cell for line in cell.paragraphs]
    in_cell = kind_of_block(cursor.block()) == "cell"
    cursor.beginEditBlock()
    for index, runs in enumerate(lines):
        if index and in_cell:
            cursor.insertBlock()
        elif index:
            cursor.insertText(" ")
        _insert_inline(cursor, runs)
    cursor.endEditBlock()


def _insert_blocks(editor: BlockText, cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Split the paragraph at the cursor and put ``blocks`` between its halves."""
    units = editor.units()
    at = next(index for index, unit in enumerate(units) if unit.start <= cursor.position() <= unit.end)
    place = cursor.position() - units[at].start
    new = [minted(block, editor.ids.take()) for block in blocks]
    end = length(plain(new[-1].runs)) if isinstance(new[-1], Paragraph) else 0
    here = units[at].blocks[0] if units[at].blocks else None
    if isinstance(here, Paragraph):
        left = between(here.runs, 0, place)
        right = between(here.runs, place, length(plain(here.runs)))
        written = _joined(here, left, right, new, editor.ids.take)
    else:
        written = new
    editor.replace(units, at, at, written)
    editor.go_to(new[-1].id, end)


def _joined(
    here: Paragraph, left: Runs, right: Runs, new: Sequence[Block], take: Callable[[], int]
) -> list[Block]:
    """``new`` between the halves of ``here``: text flows on from the left half and into the right one."""
    blocks = list(new)
    first, last = blocks[0], blocks[-1]
    if plain(right):
        if isinstance(last, Paragraph):
            blocks[-1] = replace(last, runs=(*last.runs, *right))
        else:
            rest = take() if plain(left) else here.id
            blocks.append(replace(here, id=rest, runs=right, hint=None))
    if plain(left):
        if isinstance(first, Paragraph) and first.role == "body" and len(new) > 1:
            blocks[0] = replace(here, runs=(*left, *first.runs))
        else:
            blocks.insert(0, replace(here, runs=left))
    return blocks


def minted(block: Block, identity: int) -> Block:
    """Give ``block`` an id of its own, as a copy: without remark and origin, numbered by its neighbours."""
    if isinstance(block, OpaqueBlock):
        content = json.dumps(
            {**json.loads(block.content), "id": identity}, ensure_ascii=False, sort_keys=True
        )
        return replace(block, id=identity, content=content)
    if isinstance(block, Paragraph) and block.numbering == "fixed":
        block = replace(block, numbering="auto", number=None)
    return replace(block, id=identity, note=None, origin=None)
