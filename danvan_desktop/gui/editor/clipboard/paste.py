"""Paste the clipboard (our blocks, HTML or plain text) at the cursor, as one undo step."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from danvan_desktop.gui.editor.clipboard.clipboard_content import read_clipboard
from danvan_desktop.gui.editor.clipboard.copy import BLOCKS
from danvan_desktop.gui.editor.clipboard.keep_marks_on_move import PastedBlocks, end_of, join_paragraphs
from danvan_desktop.gui.editor.clipboard.paste_cells import paste_cells
from danvan_desktop.gui.editor.clipboard.paste_legacy_text import converted, offer
from danvan_desktop.gui.editor.document.formats import has_bold_style, kind_of_block
from danvan_desktop.gui.editor.document.run_slices import between
from danvan_desktop.gui.editor.document.write import insert_runs
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.gui.editor.text.unsupported_clipboard import FILES, picture_notice
from danvan_desktop.gui.widgets.file_drag import is_files
from danvan_desktop.report.model import Block, Paragraph, Runs, Table, plain
from danvan_desktop.report.text.utf16 import utf16_length


def paste(editor: BlockText, source: QMimeData) -> None:
    """Put what ``source`` holds at the cursor of ``editor``."""
    if is_files(source):
        editor.notice.emit(FILES)
        return
    content = read_clipboard(source)
    picture = "" if source.hasFormat(BLOCKS) else picture_notice(source, has_words=bool(content.blocks))
    if notice := " ".join(filter(None, (*content.remarks, picture))):  # one is shown at a time
        editor.notice.emit(notice)
    as_unicode = converted(content)
    if as_unicode is None:
        put(editor, content.blocks, source)
    else:
        offer(content.blocks, as_unicode, lambda chosen: put(editor, chosen, QMimeData()), editor)


def put(editor: BlockText, blocks: Sequence[Block], source: QMimeData) -> None:
    """Put ``blocks``, made of ``source``, at the cursor of ``editor``."""
    if not blocks:
        return
    editor.interpret_typed()
    incoming = PastedBlocks(editor, source)
    with editor.stack.macro():
        cursor = editor.textCursor()
        cursor.removeSelectedText()
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            incoming.put_inline(blocks[0], cursor)
            _insert_inline(cursor, blocks[0].runs)
        elif kind_of_block(cursor.block()) in {"paragraph", "filler"}:
            _insert_blocks(editor, cursor, list(map(incoming.take, blocks)))
        elif not paste_cells(editor, blocks):
            _insert_lines(cursor, blocks)
        incoming.finish(editor.textCursor().block())
    editor.ensureCursorVisible()


def _insert_inline(cursor: QTextCursor, runs: Runs) -> None:
    cursor.beginEditBlock()
    insert_runs(cursor, runs, bold_style=has_bold_style(cursor.block().blockFormat()))
    cursor.endEditBlock()


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


def _insert_blocks(editor: BlockText, cursor: QTextCursor, new: Sequence[Block]) -> None:
    """Split the paragraph at the cursor and put ``new`` between its halves."""
    units = editor.units()
    at = next(index for index, unit in enumerate(units) if unit.start <= cursor.position() <= unit.end)
    place = cursor.position() - units[at].start
    here = units[at].blocks[0] if units[at].blocks else None
    written = list(new)
    if isinstance(here, Paragraph):
        left = between(here.runs, 0, place)
        right = between(here.runs, place, utf16_length(plain(here.runs)))
        written = _between_halves(replace(here, runs=left), replace(here, runs=right), new, editor.ids.take)
    last = next((block for block in reversed(written) if block.id == new[-1].id), written[-1])
    kept = {id(block) for block in written}
    editor.expect_moved([block for block in new if id(block) in kept])
    editor.replace(units, at, at, written)
    editor.go_to(last.id, end_of(new[-1]))


def _between_halves(
    left: Paragraph, right: Paragraph, new: Sequence[Block], take: Callable[[], int]
) -> list[Block]:
    """``new`` between two halves: text flows on from the left half and into the right one."""
    blocks = list(new)
    if plain(right.runs):
        last = blocks[-1]
        if isinstance(last, Paragraph) and plain(last.runs):
            # A remark on the paragraph stays with its left half, if there is one.
            other = replace(right, note=None) if plain(left.runs) else right
            blocks[-1] = join_paragraphs(last, other, (*last.runs, *right.runs))
        else:
            if isinstance(last, Paragraph):  # a line end at the end of what was copied
                blocks.pop()
            halved = replace(right, id=take(), note=None, hint=None)
            blocks.append(halved if plain(left.runs) else right)
    if plain(left.runs):
        first = blocks[0]
        if isinstance(first, Paragraph) and first.role == "body" and len(new) > 1:
            blocks[0] = join_paragraphs(left, first, (*left.runs, *first.runs))
        else:
            blocks.insert(0, left)
    return blocks
