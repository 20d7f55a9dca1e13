"""The list of changes: a heading for each tab with its count, a card for each change, buttons in one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.forms.button_cards import ButtonCards, CardFace, Index
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.tokens import Tokens
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.takeback.decisions import ChangeRow

_ENTRY = int(Qt.ItemDataRole.UserRole.value) + 1
_AT_ONCE = 14
"""So many cards behind the chosen one are laid out before the window answers a key again."""


@frozen
class ListEntry:
    """A card: its row, or what cannot be taken over, in words of :mod:`change_html`."""

    row: ChangeRow | None
    html: Callable[[Tokens], str]
    spoken: str
    tone: str = ""
    """The token whose colour its bar has; "" for none."""
    place: str = ""
    """Of what cannot be taken over where in the report it stands; "" for nowhere."""


class ChangeList(ButtonCards):
    """Shows changes; keys and buttons decide about the chosen one."""

    taken = Signal()
    """Enter."""
    refused = Signal()
    """Delete."""
    tab_taken = Signal()
    """Ctrl+Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__("Các chỗ sửa trong tệp nhận lại", self.face, self.has_buttons, parent)
        self._coming: list[str | ListEntry] = []
        """What is still to be listed: a title for a heading."""
        self._more = Debounce(0, lambda: self._add(_AT_ONCE), self)

    def face(self, index: Index) -> CardFace | None:
        """Give the words of a change, and the colour of what was decided."""
        entry, tokens = index.data(_ENTRY), tokens_of(self.palette())
        if not isinstance(entry, ListEntry):
            return None
        return CardFace(entry.html(tokens), str(getattr(tokens, entry.tone)) if entry.tone else "")

    def has_buttons(self, item: QListWidgetItem) -> bool:
        """Tell a change from what cannot be taken over."""
        entry = entry_of(item)
        return entry is not None and entry.row is not None

    def show_entries(self, groups: Sequence[tuple[str, Sequence[ListEntry]]], chosen: frozenset[int]) -> None:
        """List ``groups`` under their headings; one with a number of ``chosen`` is current."""
        before = self.currentRow()
        scrolled = self.verticalScrollBar().value()
        self._coming = []
        for title, entries in groups:
            self._coming += [title, *entries]
        wanted = _place_of(self._coming, chosen)
        self.blockSignals(True)
        self.clear()
        self._add(max(wanted, before) + _AT_ONCE)
        if wanted < 0:
            wanted = self.nearest_card(before)
        else:
            self.verticalScrollBar().setValue(scrolled)
        self.setCurrentRow(wanted)
        self.blockSignals(False)
        self._on_current()  # once, though it may be the same card

    def change_row(self) -> ChangeRow | None:
        """The chosen change; None for none, and for what cannot be taken over."""
        entry = entry_of(self.currentItem())
        return None if entry is None else entry.row

    def left_place(self) -> str:
        """Where the chosen thing stands that cannot be taken over; "" for nowhere, and for a change."""
        entry = entry_of(self.currentItem())
        return "" if entry is None else entry.place

    def choose(self, numbers: frozenset[int]) -> None:
        """Make the change with one of ``numbers`` the current one, where it is listed."""
        self._add(len(self._coming))
        place = _place_of([entry_of(self.item(place)) for place in range(self.count())], numbers)
        if place >= 0:
            self.setCurrentRow(place)

    def _add(self, count: int) -> None:
        """List so many more; the rest follows when the window has nothing else to do."""
        coming, self._coming = self._coming[:count], self._coming[count:]
        for part in coming:
            if isinstance(part, str):
                self.add_heading(part)
            else:
                QListWidgetItem(part.spoken, self).setData(_ENTRY, part)
        if self._coming:
            self._more.start()

    def _on_current(self) -> None:
        super()._on_current()
        self.reveal_chosen()

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


def _place_of(listed: Sequence[str | ListEntry | None], numbers: frozenset[int]) -> int:
    """The place of the card of a change with one of ``numbers``; -1 for none."""
    for place, entry in enumerate(listed):
        if isinstance(entry, ListEntry) and entry.row is not None and entry.row.numbers & numbers:
            return place
    return -1


def entry_of(item: QListWidgetItem | None) -> ListEntry | None:
    """The card that ``item`` shows; None for a heading."""
    entry = item.data(_ENTRY) if item is not None else None
    return entry if isinstance(entry, ListEntry) else None
