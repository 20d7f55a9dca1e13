"""Paints a row of the list of reports: two lines, the state as a pill, and the sign that opens its menu."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.home.listing.row_texts import RowTexts
from danvan_desktop.gui.look.tokens import RADIUS, Tokens
from danvan_desktop.gui.widgets.pill import paint_pill, pill_size
from danvan_desktop.gui.widgets.style import GAP, larger

SIDE = 20
"""Beside the words, in device-independent pixels."""
_MENU = 32
"""Width and height of the place of the sign."""
_ABOVE, _BETWEEN = 9, 2
_SMALLER = 0.94


@frozen
class RowLook:
    """In which ways a row is told apart from the others."""

    is_selected: bool = False
    is_hovered: bool = False
    is_focused: bool = False
    """It is the one that keys act from."""
    is_menu_hovered: bool = False


class RowPainter:
    """Measures and paints in one font, with the words in ``tokens``."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        """Measure the letters."""
        self._tokens = tokens
        self._title, self._strong = font, QFont(font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._details = larger(font, _SMALLER)
        self._head = larger(font, _SMALLER)
        self._head.setWeight(QFont.Weight.DemiBold)
        self._lines = QFontMetrics(self._strong).height(), QFontMetrics(self._details).height()

    @property
    def row_height(self) -> int:
        """Return how high a row is."""
        return sum(self._lines) + _BETWEEN + 2 * _ABOVE

    @property
    def head_height(self) -> int:
        """Return how high the head of a group is."""
        return QFontMetrics(self._head).height() + 2 * GAP

    @staticmethod
    def menu_place(row: QRect) -> QRect:
        """Return where in ``row`` the sign is that opens its menu."""
        place = QRect(0, 0, _MENU, min(_MENU, row.height()))
        place.moveCenter(QPoint(row.right() - SIDE - _MENU // 2 + GAP, row.center().y()))
        return place

    def paint_head(self, painter: QPainter, rect: QRect, text: str) -> None:
        """Paint the head of a group."""
        painter.setFont(self._head)
        painter.setPen(QColor(self._tokens.muted))
        inner = rect.adjusted(SIDE, GAP // 2, -SIDE, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def paint_row(
        self, painter: QPainter, rect: QRect, texts: RowTexts, look: RowLook, *, has_line: bool
    ) -> None:
        """Paint a row; ``has_line``: a line parts it from the row above."""
        tokens = self._tokens
        if look.is_selected or look.is_hovered:
            painter.fillRect(rect, QColor(tokens.accent_soft if look.is_selected else tokens.hover))
        if has_line:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, QColor(tokens.line))
        self._paint_menu_sign(painter, self.menu_place(rect), look)
        right = self.menu_place(rect).left() - GAP
        painter.setFont(self._title)
        size = pill_size(texts.state, self._title)
        pill = QRect(
            right - size.width(), rect.center().y() - size.height() // 2, size.width(), size.height()
        )
        paint_pill(painter, pill, texts.state, texts.tone, tokens)
        words = QRect(rect.left() + SIDE, rect.top() + _ABOVE, pill.left() - 2 * GAP - SIDE - rect.left(), 0)
        words.setHeight(self._lines[0])
        font = self._strong if look.is_selected else self._title
        self._paint_line(painter, words, texts.title, font, tokens.text)
        words = QRect(words.left(), words.bottom() + 1 + _BETWEEN, words.width(), self._lines[1])
        self._paint_line(painter, words, texts.details, self._details, tokens.muted)
        if look.is_focused:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), RADIUS, RADIUS)

    @staticmethod
    def _paint_line(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_menu_sign(self, painter: QPainter, place: QRect, look: RowLook) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if look.is_menu_hovered:
            painter.setBrush(QColor(self._tokens.pressed))
            painter.drawRoundedRect(place, RADIUS, RADIUS)
        painter.setBrush(QColor(self._tokens.text if look.is_menu_hovered else self._tokens.muted))
        middle = place.center()
        for step in (-5, 0, 5):
            painter.drawEllipse(QPoint(middle.x() + step, middle.y()), 1, 1)
        painter.restore()
