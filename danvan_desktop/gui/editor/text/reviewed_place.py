"""The place that is being reviewed, painted in one text: its paragraph tinted, its words ringed.

Nothing of it stands in the document. A cursor holds the place, so that it moves with what is typed before it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCursor

from danvan_desktop.gui.editor.document.read import table_at
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.gui.editor.text.visible_lines import rectangles
from danvan_desktop.gui.look.palette import tokens_of, tone

_TINT = 130
"""How strong, of 255, the ground of the paragraph is: marks on it keep their colour."""
_OUT, _BAR = 12, 3
"""How far the ground reaches beyond the lines, and the width of the bar at its left."""


class ReviewedPlaceMark:
    """Paints the place of one editor; there is none at first."""

    def __init__(self, editor: BlockText) -> None:
        self._editor = editor
        self._cursor: QTextCursor | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is a place."""
        return self._cursor is not None

    def cursor(self) -> QTextCursor:
        """A cursor that selects the place; the text's own where there is none."""
        return QTextCursor(self._cursor) if self._cursor is not None else self._editor.textCursor()

    def show(self, start: int, end: int) -> None:
        """Ring what stands from position ``start`` to ``end``; nothing between them: a whole paragraph."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._cursor = cursor
        self._editor.viewport().update()

    def hide(self) -> None:
        """Paint nothing."""
        if self._cursor is not None:
            self._cursor = None
            self._editor.viewport().update()

    def paint_ground(self, painter: QPainter, blocks: Sequence[QTextBlock], scrolled: QPointF) -> None:
        """Tint the paragraph, or the cell's row, below all else."""
        block = self.block()
        if block is None or block not in blocks:
            return
        room = self._paragraph_room(block).translated(scrolled)
        tokens = tokens_of(self._editor.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone(tokens.accent_soft, _TINT))
        painter.drawRect(room)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRect(QRectF(room.left() - _BAR, room.top(), _BAR, room.height()))

    def paint_ring(self, painter: QPainter, blocks: Sequence[QTextBlock], scrolled: QPointF) -> None:
        """Ring the words over the text."""
        block, cursor = self.block(), self._cursor
        if block is None or cursor is None or block not in blocks:
            return
        painter.setPen(QPen(QColor(tokens_of(self._editor.palette()).amber), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for room in rectangles(block, cursor.selectionStart(), cursor.selectionEnd()):
            painter.drawRoundedRect(room.translated(scrolled).adjusted(-1, 0, 1, 0), 3, 3)

    def block(self) -> QTextBlock | None:
        """The paragraph of the place."""
        if self._cursor is None:
            return None
        return self._editor.document().findBlock(self._cursor.selectionStart())

    def _paragraph_room(self, block: QTextBlock) -> QRectF:
        document = self._editor.document()
        layout, frame = document.documentLayout(), document.rootFrame().frameFormat()
        room = layout.blockBoundingRect(block)
        table = table_at(QTextCursor(block))
        left, right = frame.leftMargin() * self._editor.zoom, frame.rightMargin() * self._editor.zoom
        width = document.textWidth() - left - right
        if table is not None:
            whole = layout.frameBoundingRect(table)
            left, width = whole.left(), whole.width()
        return QRectF(left - _OUT, room.top() - 2, width + 2 * _OUT, room.height() + 4)
