"""Replaces a range of blocks in a QTextDocument as one undo command: moves, inserts, deletes whole blocks."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from danvan_desktop.gui.editor.document.formats import Formats
from danvan_desktop.gui.editor.document.read import BlockUnit, keys_between
from danvan_desktop.gui.editor.document.write import DocumentWriter
from danvan_desktop.report.model import Block, Table


class BlockReplacer:
    """Replaces blocks of one document by others."""

    def __init__(self, document: QTextDocument, formats: Formats, temporary: Callable[[], int]) -> None:
        self._document = document
        self._formats = formats
        self._temporary = temporary

    def replace(self, units: Sequence[BlockUnit], first: int, last: int, blocks: Sequence[Block]) -> set[int]:
        """Write ``blocks`` where ``units[first]`` to ``units[last]`` stand.

        Gives the keys of what went and of what came (:func:`keys_between`).
        """
        first, last, wanted = _between_lines(units, first, last, list(blocks))
        start = units[first].start
        keys = set(keys_between(self._document, start, units[last].end))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(units[last].end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        DocumentWriter(cursor, self._formats, self._temporary).write(wanted)
        keys.update(keys_between(self._document, start, cursor.position()))
        cursor.endEditBlock()
        return keys


def _between_lines(
    units: Sequence[BlockUnit], first: int, last: int, blocks: list[Block]
) -> tuple[int, int, list[Block]]:
    """Widen the range until it begins and ends with lines, which Qt has around every table."""
    while units[first].table is not None and not units[first].has_caption:
        first -= 1
        blocks[:0] = units[first].blocks
    while units[last].table is not None or (
        blocks and isinstance(blocks[-1], Table) and last + 1 < len(units) and units[last].blocks
    ):
        last += 1
        blocks.extend(units[last].blocks)
    return first, last, blocks
