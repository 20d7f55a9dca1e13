"""List of cards of rich text under headings; the chosen card has buttons in it."""

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.side.card_list import BETWEEN, CardList, paint_card
from danvan_desktop.gui.widgets.style import GAP, larger

Index = QModelIndex | QPersistentModelIndex
_BESIDE = 12
"""From the edge of a card to its words; the bar of its state lies between."""
_MOST_HEIGHTS = 5_000
_HEADING = 1.9
"""Height of a heading in lines."""
_COUNT = re.compile(r" \(\d+\)$")
"""What of a heading is never cut off."""


@frozen
class CardFace:
    """What a card shows: rich text, and the colour of the bar at its left ("": none)."""

    html: str
    bar: str = ""


class ButtonCards(CardList):
    """Shows the face of each item; an item without a face is a heading."""

    chosen = Signal()
    """Another card is the current one, or none."""

    def __init__(
        self,
        name: str,
        face: Callable[[Index], CardFace | None],
        has_buttons: Callable[[QListWidgetItem], bool],
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is what a screen reader says.

        ``face`` gives what is shown at an index, None for a heading; ``has_buttons`` says whether there is
        anything to do about an item.
        """
        super().__init__(name, parent)
        self._has_buttons = has_buttons
        self._buttons = QWidget(self.viewport())
        self._row = FlexRow(self._buttons)
        self._row.setSpacing(GAP)
        self._buttons.hide()
        self._heights: dict[tuple[str, int], int] = {}
        """Of the words of cards, by their text and width: laying them out is dear."""
        self._reveal = Debounce(0, self._scroll_to_chosen, self)
        self.setItemDelegate(_FaceDelegate(self, face))
        self.currentItemChanged.connect(self._on_current)

    def hold_buttons(self, *buttons: QWidget) -> None:
        """Keep ``buttons`` in the chosen card."""
        for button in buttons:
            self._row.addWidget(button)

    def buttons_changed(self) -> None:
        """Other buttons are shown: lay the cards out anew."""
        self._row.invalidate()
        self.scheduleDelayedItemsLayout()

    def add_heading(self, title: str) -> None:
        """List a heading, which cannot be chosen."""
        QListWidgetItem(title, self).setFlags(Qt.ItemFlag.NoItemFlags)

    def reveal_chosen(self) -> None:
        """Scroll until the chosen card is seen with its buttons, as soon as it is laid out with them."""
        self._reveal.start()

    def _scroll_to_chosen(self) -> None:
        index = self.currentIndex()
        self.scrollTo(index)  # lays the cards out: the buttons have their room from now on
        card, bar = self.visualRect(index), self.verticalScrollBar()
        if card.height() > self.viewport().height():
            # Its end is shown, which Qt never does: what cannot be seen cannot be clicked.
            bar.setValue(bar.value() + card.bottom() - self.viewport().height())

    def nearest_card(self, row: int) -> int:
        """Give the row of a card at or after ``row``, else of the last one; -1: there is none."""
        rows = [each for each in range(self.count()) if self.item(each).flags() != Qt.ItemFlag.NoItemFlags]
        return next((each for each in rows if each >= row), rows[-1] if rows else -1)

    def _on_current(self) -> None:
        self.scheduleDelayedItemsLayout()  # the chosen card has buttons in it
        self.chosen.emit()

    # ------------------------------------------------------------------ room

    def updateGeometries(self) -> None:
        """Lay the buttons into the card again: the cards were laid out anew."""
        super().updateGeometries()
        self._place_buttons()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Let the buttons go with their card."""
        super().scrollContentsBy(dx, dy)
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def buttons_height(self, item: QListWidgetItem) -> int:
        """Return how much room the buttons take in ``item``, where it is the chosen one."""
        if item is not self.currentItem() or not self._has_buttons(item):
            return 0
        return self._row.heightForWidth(_room_for_buttons(self.viewport().width())) + GAP

    def _place_buttons(self) -> None:
        item: QListWidgetItem | None = self.currentItem()  # None is not in Qt's type hints
        self._buttons.setVisible(item is not None and self._has_buttons(item))
        if item is not None:
            card = self.visualItemRect(item).adjusted(0, 0, 0, -BETWEEN)
            width, height = _room_for_buttons(card.width()), self.buttons_height(item)
            self._buttons.setGeometry(card.left() + _BESIDE, card.bottom() - height, width, height - GAP)

    def words_height(self, html: str, width: int) -> int:
        """Return how high the words of a card are; laid out once for each width."""
        if (html, width) not in self._heights:
            if len(self._heights) > _MOST_HEIGHTS:
                self._heights.clear()
            self._heights[html, width] = round(self.page(html, width).size().height())
        return self._heights[html, width]

    def page(self, html: str, width: int) -> QTextDocument:
        """Lay out the words of a card."""
        page = QTextDocument()
        page.setDefaultFont(self.font())
        page.setDocumentMargin(GAP / 2 + 2)
        page.setTextWidth(max(1, width - _BESIDE))
        page.setHtml(html)
        return page


def _room_for_buttons(card: int) -> int:
    return max(1, card - _BESIDE - GAP)


class _FaceDelegate(QStyledItemDelegate):
    """The item delegate: a face is a card of rich text, what has none a heading."""

    def __init__(self, parent: ButtonCards, face: Callable[[Index], CardFace | None]) -> None:
        super().__init__(parent)
        self._list, self._face = parent, face

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the words at the list's width, and of the buttons in the chosen card."""
        cards = self._list
        width, face = cards.viewport().width(), self._face(index)
        if face is None:
            return QSize(width, round(cards.fontMetrics().height() * _HEADING))
        height = cards.words_height(face.html, width) + BETWEEN
        return QSize(width, height + cards.buttons_height(cards.item(index.row())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card, with a bar in the colour of its state."""
        shown: Any = option  # Qt's type hints leave out what an option holds
        face = self._face(index)
        if face is None:
            self._paint_heading(painter, str(index.data()), shown.rect)
        else:
            self._paint_card(painter, face, shown.rect, is_chosen=index.row() == self._list.currentRow())

    def _paint_card(self, painter: QPainter, face: CardFace, room: QRect, *, is_chosen: bool) -> None:
        palette, focused = self._list.palette(), self._list.hasFocus()
        card = room.adjusted(0, 0, 0, -BETWEEN)
        paint_card(painter, card, tokens_of(palette), is_chosen=is_chosen, has_keyboard=focused, bar=face.bar)
        painter.save()
        painter.translate(card.left() + _BESIDE - GAP / 2, card.top())
        context: Any = QAbstractTextDocumentLayout.PaintContext()
        context.palette = palette
        page = self._list.page(face.html, room.width())  # its layout lives no longer than it
        page.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_heading(self, painter: QPainter, title: str, room: QRect) -> None:
        painter.save()
        palette = self._list.palette()
        font = larger(self._list.font(), 1, bold=True)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        counted = _COUNT.search(title)
        count = counted[0] if counted else ""
        metrics = QFontMetrics(font)
        inner = room.adjusted(0, 0, -GAP, 0)
        left = inner.width() - metrics.horizontalAdvance(count)
        name = metrics.elidedText(title.removesuffix(count), Qt.TextElideMode.ElideRight, left)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name + count)
        painter.restore()
