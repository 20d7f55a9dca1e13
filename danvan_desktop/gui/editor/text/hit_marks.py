"""Hits of a search marked in one text: painted below the letters, found anew in the lines that are seen."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.gui.editor.text.visible_lines import rectangles
from danvan_desktop.gui.look.palette import tokens_of, tone
from danvan_desktop.gui.look.tokens import TONES
from danvan_desktop.report.find.matcher import Matcher
from danvan_desktop.report.text.utf16 import utf16_length

HIT_COLOUR = tone(TONES.found, 100)
"""Seen on a light and on a dark ground, and told from the yellow of what is to be reviewed."""


class HitMarks:
    """Paints what a matcher finds in the lines of one editor; nothing of it stands in the document."""

    def __init__(self, editor: BlockText, matcher: Matcher) -> None:
        self._editor, self._matcher = editor, matcher

    def paint(self, painter: QPainter, blocks: Sequence[QTextBlock], scrolled: QPointF) -> None:
        """Paint below the text the hits in ``blocks``, which are those to be seen."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(HIT_COLOUR)
        for room in self._rooms(blocks, scrolled, selected=False):
            painter.drawRoundedRect(room, 2, 2)

    def paint_selected(self, painter: QPainter, blocks: Sequence[QTextBlock], scrolled: QPointF) -> None:
        """Frame the selected hit over the text: its own colour may fade where the keyboard is elsewhere."""
        painter.setPen(QPen(QColor(tokens_of(self._editor.palette()).accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for room in self._rooms(blocks, scrolled, selected=True):
            painter.drawRoundedRect(room, 2, 2)

    def _rooms(self, blocks: Sequence[QTextBlock], scrolled: QPointF, *, selected: bool) -> Iterator[QRectF]:
        cursor = self._editor.textCursor()
        chosen = cursor.selectionStart(), cursor.selectionEnd()
        for block in blocks:
            for place in hit_positions(block, self._matcher):
                if not selected or place == chosen:
                    for room in rectangles(block, *place):
                        yield room.translated(scrolled)


def hit_positions(block: QTextBlock, matcher: Matcher) -> list[tuple[int, int]]:
    """The hits in ``block``, each from position to position of the document."""
    text, start = block.text(), block.position()
    return [
        (start + utf16_length(text[:left]), start + utf16_length(text[:right]))
        for left, right in matcher.spans(text)
    ]
