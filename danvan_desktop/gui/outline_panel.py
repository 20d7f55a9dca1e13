"""The outline at the left: every tab and every numbered paragraph, to jump by."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from danvan_desktop.report.model import Block, Paragraph, plain

_PLACE = int(Qt.ItemDataRole.UserRole.value) + 1
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: how deep, what it says, where it leads."""

    depth: int
    text: str
    place: str


class _Roomy(QStyledItemDelegate):
    """Lines a little higher than Qt's: easier to hit and calmer to look at."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Add room above and below the line."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + 8)


class OutlinePanel(QTreeView):
    """Shows entries; ``wanted`` tells the place of the one that was chosen."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Khung đề mục")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _Roomy(self)
        self.setItemDelegate(self._delegate)
        self._entries: tuple[Entry, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.clicked.connect(self._choose)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show ``entries``; the chosen line and the scrolled place stay."""
        if entries == self._entries:
            return
        chosen = self.currentIndex().data(_PLACE)
        scrolled = self.verticalScrollBar().value()
        self._entries = entries
        self._model.clear()
        above: list[QStandardItem] = [self._model.invisibleRootItem()]
        for entry in entries:
            item = QStandardItem(entry.text)
            item.setData(entry.place, _PLACE)
            item.setToolTip(entry.text)
            del above[entry.depth + 1 :]
            above[-1].appendRow(item)
            above.append(item)
        self.expandAll()
        self._restore(chosen)
        self.verticalScrollBar().setValue(scrolled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the chosen place."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        place = index.data(_PLACE)
        if isinstance(place, str):
            self.wanted.emit(place)

    def _restore(self, chosen: object) -> None:
        if not isinstance(chosen, str):
            return
        start = self._model.index(0, 0)
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        for index in self._model.match(start, _PLACE, chosen, 1, flags):
            self.setCurrentIndex(index)


def entries_of(blocks: tuple[Block, ...], tab: str, depth: int) -> list[Entry]:
    """The numbered paragraphs among ``blocks``, each as deep as its level."""
    entries: list[Entry] = []
    deepest = depth
    for block in blocks:
        if not isinstance(block, Paragraph) or block.role not in {"heading", "clause"}:
            continue
        text = plain(block.runs)
        shown = text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
        deepest = min(depth + block.level - 1, deepest + 1 if entries else depth)
        entries.append(Entry(deepest, f"{block.number or ''} {shown or '…'}".strip(), f"{tab}/{block.id}+0"))
    return entries
