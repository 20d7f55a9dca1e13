"""The place that is being reviewed, painted in one text: its paragraph tinted, its words ringed.

Nothing of it stands in the document. A cursor holds the place, so that it moves with what is typed before it.
While just its words are selected, Qt paints nothing of the selection: ring and ground say it, and the letters
keep their own colour.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen, QTextBlock, QTextCursor

from danvan_desktop.gui.editor.document.read import table_at
from danvan_desktop.gui.editor.text.block_text import BlockText
from danvan_desktop.gui.editor.text.visible_lines import rectangles
from danvan_desktop.gui.look.palette import tokens_of, tone

_TINT = 130
"""How strong, of 255, the ground of the paragraph is: marks on it keep their colour."""
_OF_WORDS = 60
"""How strong, of 255, the accent is below the words: the letters on it keep their contrast."""
_OUT, _BAR = 12, 3
"""How far the ground reaches beyond the lines, and the width of the bar at its left."""
_RING = 1.5


class ReviewedPlaceMark:
    """Paints the place of one editor; there is none at first."""

    def __init__(self, editor: BlockText) -> None:
        self._editor = editor
        self._cursor: QTextCursor | None = None
        self._is_covered = self._is_calm = False
        editor.selectionChanged.connect(self._calm_selection)

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
        self._calm_selection()
        self._editor.viewport().update()

    def hide(self) -> None:
        """Paint nothing."""
        if self._cursor is not None:
            self._cursor = None
            self._calm_selection()
            self._editor.viewport().update()

    def cover(self, *, covered: bool) -> None:
        """Paint nothing for a while, the place kept: something else is looked for."""
        if covered != self._is_covered:
            self._is_covered = covered
            self._calm_selection()
            self._editor.viewport().update()

    def painted(self) -> QTextCursor | None:
        """What is painted as the place; None: nothing is."""
        return None if self._is_covered or self._editor.isReadOnly() else self._cursor

    def _calm_selection(self) -> None:
        """Let Qt paint no selection while it is the place."""
        place, selected = self.painted(), self._editor.textCursor()
        is_calm = (
            place is not None
            and selected.hasSelection()
            and selected.selectionStart() == place.selectionStart()
            and selected.selectionEnd() == place.selectionEnd()
        )
        if is_calm != self._is_calm:
            self._is_calm = is_calm
            palette = QPalette()
            if is_calm:
                for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText):
                    palette.setBrush(role, QBrush(Qt.BrushStyle.NoBrush))
            self._editor.setPalette(palette)

    def paint_ground(self, painter: QPainter, blocks: Sequence[QTextBlock], scrolled: QPointF) -> None:
        """Tint the paragraph, or the table, below all else, and the words in it stronger."""
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
        painter.setBrush(tone(tokens.accent, _OF_WORDS))
        for words in self._words(block, scrolled):
            painter.drawRoundedRect(words, 3, 3)

    def paint_ring(self, painter: QPainter, blocks: Sequence[QTextBlock], scrolled: QPointF) -> None:
        """Ring the words over the text."""
        block = self.block()
        if block is None or block not in blocks:
            return
        painter.setPen(QPen(QColor(tokens_of(self._editor.palette()).accent), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for words in self._words(block, scrolled):
            painter.drawRoundedRect(words, 3, 3)

    def block(self) -> QTextBlock | None:
        """The paragraph that is painted as that of the place."""
        place = self.painted()
        return None if place is None else self._editor.document().findBlock(place.selectionStart())

    def _words(self, block: QTextBlock, scrolled: QPointF) -> Iterator[QRectF]:
        place = self.painted()
        if place is not None:
            for room in rectangles(block, place.selectionStart(), place.selectionEnd()):
                yield room.translated(scrolled).adjusted(-1, -1, 1, 1)

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
