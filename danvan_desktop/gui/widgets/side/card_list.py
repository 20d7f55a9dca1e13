"""List of cards: each row stands on a card of its own and is as high as its words need."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.style_sheet import CARDS
from danvan_desktop.gui.look.tokens import CARD_RADIUS, Tokens
from danvan_desktop.gui.widgets.style import GAP

HEADING = int(Qt.ItemDataRole.UserRole.value) + 101
"""Of an item: what stands in muted letters over its words."""
BETWEEN = GAP
"""From one card to the next."""
BAR = 4
"""Width of the bar at the left of a card that has a state."""
_PADDING = GAP + 2
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CardList(QListWidget):
    """Lists words on cards; nothing of them is cut off."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty(CARDS, True)
        self.setItemDelegate(_CardDelegate(self))
        # Always there: the lines must not break anew, and be cut, when it appears.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setWordWrap(True)


def paint_card(
    painter: QPainter, room: QRect, tokens: Tokens, *, is_chosen: bool, has_keyboard: bool, bar: str = ""
) -> None:
    """Paint the ground of a card: the chosen one in the soft accent; ``bar`` is the colour of its state."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
    painter.fillPath(shape, QColor(tokens.accent_soft if is_chosen else tokens.card))
    if bar:
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRect(room.left(), room.top(), BAR, room.height()), QColor(bar))
        painter.restore()
    edge = tokens.accent if is_chosen else tokens.line
    painter.setPen(QPen(QColor(edge), 2 if is_chosen and has_keyboard else 1))
    painter.drawPath(shape)
    painter.restore()


class _CardDelegate(QStyledItemDelegate):
    """Draws a card with its words and what stands over them."""

    def __init__(self, parent: CardList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the words need at the width of the list."""
        width = self._list.viewport().width()
        parts = self._parts(index, QRect(0, 0, width, 0))
        return QSize(width, parts[-1].bottom() + 1 + _PADDING + BETWEEN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the card."""
        shown: Any = option  # Qt's type hints leave out what an option holds
        tokens = tokens_of(self._list.palette())
        room = shown.rect.adjusted(0, 0, 0, -BETWEEN)
        is_chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        paint_card(painter, room, tokens, is_chosen=is_chosen, has_keyboard=self._list.hasFocus())
        over, words = self._parts(index, shown.rect)
        painter.save()
        painter.setPen(QColor(tokens.muted))
        painter.drawText(over, _WRAPPED, str(index.data(HEADING) or ""))
        painter.setPen(QColor(tokens.text))
        painter.setFont(self._font(index))
        painter.drawText(words, _WRAPPED, str(index.data()))
        painter.restore()

    def _font(self, index: QModelIndex | QPersistentModelIndex) -> QFont:
        font = index.data(Qt.ItemDataRole.FontRole)
        return font if isinstance(font, QFont) else self._list.font()

    def _parts(self, index: QModelIndex | QPersistentModelIndex, room: QRect) -> tuple[QRect, QRect]:
        """Return where the line over the words and the words are; empty where there is none."""
        inner = room.adjusted(_PADDING, _PADDING, -_PADDING, 0)
        over = _wrapped(str(index.data(HEADING) or ""), self._list.font(), inner)
        inner.setTop(over.bottom() + 1)
        words = _wrapped(str(index.data()), self._font(index), inner)
        return over, words


def _wrapped(text: str, font: QFont, room: QRect) -> QRect:
    """Return the part of ``room`` that ``text`` needs, from its upper edge on."""
    height = 0
    if text:
        height = QFontMetrics(font).boundingRect(QRect(0, 0, room.width(), 100_000), _WRAPPED, text).height()
    return QRect(room.left(), room.top(), room.width(), height)
