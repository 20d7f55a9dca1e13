"""Moving text by cut and paste keeps its metadata (origin, remark, id); copying does not.

The clipboard cannot say whether it was filled by cutting: that shows at the paste. What is nowhere any
more in the paragraph it was taken from, nor where it was pasted before, has been moved; anything else is
a copy, which has no metadata, lest a remark or a mark stand twice.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast
from uuid import uuid4

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextBlock, QTextCursor

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.editor.document.formats import kind_of_block
from danvan_desktop.gui.editor.document.properties import Key, number_property
from danvan_desktop.gui.editor.paragraphs.block_metadata import add_metadata, clear_metadata
from danvan_desktop.gui.editor.paragraphs.merge_origin import merged_origin
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.report.codec.decode import canonical
from danvan_desktop.report.model import Block, Cell, OpaqueBlock, Origin, Paragraph, Runs, Table, plain
from danvan_desktop.report.text.utf16 import utf16_length

MOVED = "application/x-danvan-moved"


@frozen
class _Clip:
    """What was put on the clipboard: by which open report, which time, and which blocks whole."""

    report: str
    name: str
    whole: frozenset[int]


def add_move_label(data: QMimeData, report: str, whole: Iterable[int]) -> None:
    """Add our MIME type to ``data`` by which a paste recognises moved blocks."""
    text = json.dumps([report, uuid4().hex, sorted(whole)])
    data.setData(MOVED, QByteArray(text.encode("ascii")))


def _clip(source: QMimeData) -> _Clip | None:
    try:
        report, name, whole = json.loads(bytes(source.data(MOVED).data()))
        return _Clip(str(report), str(name), frozenset(map(int, whole)))
    except (ValueError, TypeError):  # from elsewhere, or from another release
        return None


class PastedBlocks:
    """Decides, for one paste, which metadata and which id each block has in the report."""

    def __init__(self, editor: BlockText, source: QMimeData) -> None:
        """Read all texts of the report before anything is pasted."""
        self._editor = editor
        clip = _clip(source) if source.hasFormat(MOVED) else None
        self._clip = clip if clip is not None and clip.report == editor.ids.report else None
        self._held: dict[int, tuple[BlockText, str]] = {}
        if self._clip is not None:
            for text in _texts_of_report(editor):
                self._held |= {block.id: (text, _words(block)) for block in text.blocks()}
        self._emptied: list[tuple[BlockText, int]] = []

    def take(self, block: Block) -> Block:
        """Give ``block`` as it is to stand in the report: a moved one keeps its id where that is free."""
        kept = self._with_own_metadata(block)
        moved = self._is_moved(block) and block.id not in self._held
        identity = block.id if moved else self._editor.ids.take()
        self._remember(block, identity)
        return with_id(kept, identity)

    def put_inline(self, paragraph: Paragraph, cursor: QTextCursor) -> None:
        """Give the line of ``cursor`` the metadata of ``paragraph``, whose words are inserted there next."""
        if not self._is_moved(paragraph):
            return
        line = cursor.block()
        is_line = kind_of_block(line) in {"paragraph", "filler"}
        own = number_property(line.blockFormat(), Key.ID)
        identity = self._editor.ids.real(own) if is_line else self._editor.id_of(line)
        pasted_block = self._with_own_metadata(paragraph)
        if not isinstance(pasted_block, Paragraph) or (
            pasted_block.origin is None and pasted_block.note is None
        ):
            return
        self._remember(paragraph, identity)
        is_new = is_line and line.length() == 1
        add_metadata(cursor, pasted_block.note, pasted_block.origin, in_place=is_new)
        if is_new:
            self._editor.expect_moved([replace(pasted_block, id=identity)])

    def finish(self, at: QTextBlock) -> None:
        """Delete remark and origin of the empty lines that a cut left behind; not of ``at``."""
        here = self._editor.id_of(at) if at.isValid() else 0
        for text, identity in self._emptied:
            if (text, identity) != (self._editor, here):
                clear_metadata(text, identity)

    def _with_own_metadata(self, block: Block) -> Block:
        if isinstance(block, OpaqueBlock):
            return block
        if not self._is_moved(block):
            return replace(block, note=None, origin=None)
        held = self._held.get(block.id)
        if self._clip is not None and block.id in self._clip.whole and (held is None or not held[1]):
            if held is not None:
                self._emptied.append((held[0], block.id))
            return block
        return replace(block, note=None, origin=_partial_origin(block.origin, _words(block)))

    def _is_moved(self, block: Block) -> bool:
        words = _words(block)
        if self._clip is None or not (words or isinstance(block, Table | OpaqueBlock)):
            return False
        pasted = self._editor.ids.pasted.get(self._clip.name, {}).get(block.id)
        places = {block.id} if pasted is None else {block.id, pasted}
        return not any(place in self._held and words in self._held[place][1] for place in places)

    def _remember(self, block: Block, identity: int) -> None:
        if self._clip is not None:
            self._editor.ids.pasted.setdefault(self._clip.name, {})[block.id] = identity


def with_id(block: Block, identity: int) -> Block:
    """Give ``block`` the id ``identity``, numbered by its new neighbours."""
    if isinstance(block, OpaqueBlock):
        if block.id == identity:
            return block
        content = {**json.loads(block.content), "id": identity}
        return replace(block, id=identity, content=canonical(content))
    if isinstance(block, Paragraph) and block.numbering == "fixed":
        block = replace(block, numbering="auto", number=None)
    return replace(block, id=identity)


def join_paragraphs(here: Paragraph, other: Block, runs: Runs) -> Paragraph:
    """Give ``here`` with ``runs`` and the metadata of both paragraphs."""
    if not isinstance(other, Paragraph):
        return replace(here, runs=runs)
    origins = [origin for origin in (here.origin, other.origin) if origin is not None]
    notes = dict.fromkeys(note for note in (here.note, other.note) if note)
    return replace(
        here, runs=runs, note="; ".join(notes) or None, origin=merged_origin(origins) if origins else None
    )


def _partial_origin(origin: Origin | None, words: str) -> Origin | None:
    """The origin of a part of a paragraph; None where nothing in it is to be reviewed."""
    if origin is None:
        return None
    found = tuple(text for text in origin.found if text in words)
    return replace(origin, touched=True, found=found) if found else None


def _words(block: Block) -> str:
    if isinstance(block, Paragraph):
        return plain(block.runs)
    if isinstance(block, Table):
        cells: list[Cell] = [cell for row in block.rows for cell in row if cell is not None]
        return "\n".join(plain(runs) for cell in cells for runs in cell.paragraphs)
    return ""


def _texts_of_report(editor: BlockText) -> Sequence[BlockText]:
    """Every text of the report that ``editor`` belongs to."""
    others = cast("list[BlockText]", editor.window().findChildren(BlockText))
    return [editor, *(other for other in others if other is not editor and other.ids is editor.ids)]


def end_of(block: Block) -> int:
    """The place behind the last word of ``block``, as Qt counts."""
    return utf16_length(plain(block.runs)) if isinstance(block, Paragraph) else 0
