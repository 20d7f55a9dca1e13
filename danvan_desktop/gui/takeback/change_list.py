"""The list of changes: a heading for each tab with its count, a card for each change, buttons in one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.forms.flex_row import FlexRow
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.tokens import Tokens
from danvan_desktop.gui.takeback.decisions import ChangeRow
from danvan_desktop.gui.widgets.side.card_list import BETWEEN, CardList, paint_card
from danvan_desktop.gui.widgets.style import GAP, larger

_ENTRY = int(Qt.ItemDataRole.UserRole.value) + 1
_BESIDE = 12
"""From the edge of a card to its words; the bar of its state lies between."""
_MOST_HEIGHTS = 5_000
_HEADING = 1.9
"""Height of a heading in lines."""


@frozen
class ListEntry:
    """A card: its row, or what cannot be taken over, in words of :mod:`change_html`."""

    row: ChangeRow | None
    html: Callable[[Tokens], str]
    spoken: str
    tone: str = ""
    """The token whose colour its bar has; "" for none."""


class ChangeList(CardList):
    """Shows changes; keys and buttons decide about the chosen one."""

    chosen = Signal()
    """Another change is the current one, or none."""
    taken = Signal()
    """Enter."""
    refused = Signal()
    """Delete."""
    tab_taken = Signal()
    """Ctrl+Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__("Các chỗ sửa trong tệp nhận lại", parent)
        self._buttons = QWidget(self.viewport())
        self._row = FlexRow(self._buttons)
        self._row.setSpacing(GAP)
        self._buttons.hide()
        self._heights: dict[tuple[str, int], int] = {}
        """Of the words of cards, by their text and width: laying them out is dear."""
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(self._show_whole_card)
        self.setItemDelegate(_ChangeDelegate(self))
        self.currentItemChanged.connect(self._on_current)

    def hold_buttons(self, *buttons: QWidget) -> None:
        """Keep ``buttons`` in the card of the chosen change."""
        for button in buttons:
            self._row.addWidget(button)

    def buttons_height(self) -> int:
        """Return how much room they take in the card."""
        return self._row.heightForWidth(self._buttons_width(self.viewport().width())) + GAP

    def buttons_changed(self) -> None:
        """Other buttons are shown: lay the cards out anew."""
        self._row.invalidate()
        self.scheduleDelayedItemsLayout()

    def show_entries(self, groups: Sequence[tuple[str, Sequence[ListEntry]]], chosen: frozenset[int]) -> None:
        """List ``groups`` under their headings; one with a number of ``chosen`` is current."""
        before = self.currentRow()
        scrolled = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        wanted = -1
        for title, entries in groups:
            heading = QListWidgetItem(title, self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for entry in entries:
                item = QListWidgetItem(entry.spoken, self)
                item.setData(_ENTRY, entry)
                if wanted < 0 and entry.row is not None and entry.row.numbers & chosen:
                    wanted = self.count() - 1
        self.blockSignals(False)
        if wanted < 0:
            wanted = self._nearest(before)
        else:
            self.verticalScrollBar().setValue(scrolled)
        self.setCurrentRow(wanted)
        self._on_current()

    def change_row(self) -> ChangeRow | None:
        """The chosen change; None for none, and for what cannot be taken over."""
        entry = entry_of(self.currentItem())
        return None if entry is None else entry.row

    def choose(self, numbers: frozenset[int]) -> None:
        """Make the change with one of ``numbers`` the current one, where it is listed."""
        for place in range(self.count()):
            entry = entry_of(self.item(place))
            if entry is not None and entry.row is not None and entry.row.numbers & numbers:
                self.setCurrentRow(place)
                return

    def _nearest(self, before: int) -> int:
        """The place of a card at or after ``before``, else the last one; -1: there is none."""
        places = [place for place in range(self.count()) if entry_of(self.item(place)) is not None]
        return next((place for place in places if place >= before), places[-1] if places else -1)

    def _on_current(self) -> None:
        self.scheduleDelayedItemsLayout()  # the card of the chosen change has buttons in it
        self._reveal.start()
        self.chosen.emit()

    def _show_whole_card(self) -> None:
        """Scroll until the buttons of the chosen card are seen too."""
        self.scrollTo(self.currentIndex())

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide about the chosen change; all else is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_all = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.tab_taken if is_all else self.taken).emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.refused.emit()
        else:
            super().keyPressEvent(event)

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

    def _place_buttons(self) -> None:
        item = self.currentItem()
        self._buttons.setVisible(self.change_row() is not None)
        if item is not None:
            card = self.visualItemRect(item).adjusted(0, 0, 0, -BETWEEN)
            width, height = self._buttons_width(card.width()), self.buttons_height()
            self._buttons.setGeometry(card.left() + _BESIDE, card.bottom() - height, width, height - GAP)

    @staticmethod
    def _buttons_width(card: int) -> int:
        return max(1, card - _BESIDE - GAP)

    def words_height(self, entry: ListEntry, width: int) -> int:
        """Return how high the words of a card are; laid out once for each width."""
        html = entry.html(tokens_of(self.palette()))
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


def entry_of(item: QListWidgetItem | None) -> ListEntry | None:
    """The card that ``item`` shows; None for a heading."""
    entry = item.data(_ENTRY) if item is not None else None
    return entry if isinstance(entry, ListEntry) else None


class _ChangeDelegate(QStyledItemDelegate):
    """The item delegate: a change is a card of rich text, the title of a tab a heading."""

    def __init__(self, parent: ChangeList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the words at the list's width, and of the buttons in the chosen card."""
        width = self._list.viewport().width()
        entry = index.data(_ENTRY)
        if not isinstance(entry, ListEntry):
            return QSize(width, round(self._list.fontMetrics().height() * _HEADING))
        has_buttons = entry.row is not None and index.row() == self._list.currentRow()
        height = self._list.words_height(entry, width) + BETWEEN
        return QSize(width, height + (self._list.buttons_height() if has_buttons else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the card, with a bar in the colour of its state."""
        entry = index.data(_ENTRY)
        shown: Any = option  # Qt's type hints leave out what an option holds
        if isinstance(entry, ListEntry):
            self._paint_card(painter, entry, shown.rect, is_chosen=index.row() == self._list.currentRow())
        else:
            self._paint_title(painter, str(index.data()), shown.rect)

    def _paint_card(self, painter: QPainter, entry: ListEntry, room: QRect, *, is_chosen: bool) -> None:
        palette = self._list.palette()
        tokens = tokens_of(palette)
        card = room.adjusted(0, 0, 0, -BETWEEN)
        bar = str(getattr(tokens, entry.tone)) if entry.tone else ""
        focused = self._list.hasFocus()
        paint_card(painter, card, tokens, is_chosen=is_chosen, has_keyboard=focused, bar=bar)
        painter.save()
        painter.translate(card.left() + _BESIDE - GAP / 2, card.top())
        context: Any = QAbstractTextDocumentLayout.PaintContext()
        context.palette = palette
        page = self._list.page(entry.html(tokens), room.width())  # its layout lives no longer than it
        page.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_title(self, painter: QPainter, title: str, room: QRect) -> None:
        painter.save()
        palette = self._list.palette()
        font = larger(self._list.font(), 1, bold=True)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        name, _, count = title.rpartition(" ")
        metrics = QFontMetrics(font)
        inner = room.adjusted(0, 0, -GAP, 0)
        room_for_name = inner.width() - metrics.horizontalAdvance(f" {count}")
        text = f"{metrics.elidedText(name, Qt.TextElideMode.ElideRight, room_for_name)} {count}"
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()
