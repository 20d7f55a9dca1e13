"""Outline panel (navigation tree) at the left: every tab and every numbered paragraph."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.look.palette import tone
from danvan_desktop.gui.look.tokens import TONES
from danvan_desktop.gui.widgets.wrapped_list import RoomyDelegate
from danvan_desktop.report.model import Block, Paragraph, plain

_PLACE = int(Qt.ItemDataRole.UserRole.value) + 1
_STATE = _PLACE + 1
_LONGEST = 90
_DOT, _DOT_ROOM = 7, 16

State = Literal["", "open", "missing"]
_COLOURS: dict[object, QColor] = {"open": tone(TONES.mark_bar, 255), "missing": tone(TONES.missing, 255)}
_TOOL_TIPS: dict[State, str] = {
    "": "",
    "open": "Còn chỗ chưa rà hoặc chưa sửa",
    "missing": "Có việc còn thiếu",
}


@frozen
class OutlineEntry:
    """A line of the outline: its depth, its text, the place it leads to."""

    depth: int
    text: str
    place: str
    state: State = ""
    """What is open there: a remark, or something *chưa rà* or *chưa sửa*."""


class _DottedDelegate(RoomyDelegate):
    """Item delegate that paints a dot where something is open."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line, cut at the end of a word where it is too long, and its dot at the right."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        view = cast("Any", shown)  # Qt's type hints leave the fields of options out
        style = view.widget.style()
        margin = 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
        colour = _COLOURS.get(index.data(_STATE))
        room = view.rect.width() - margin - (_DOT_ROOM if colour is not None else 0)
        view.text = cut_at_word(view.text, QFontMetrics(view.font), room)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, view.widget)
        if colour is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            right, middle = view.rect.right() - _DOT_ROOM // 2, view.rect.center().y()
            painter.drawEllipse(QRectF(right - _DOT / 2, middle - _DOT / 2 + 0.5, _DOT, _DOT))
            painter.restore()


class OutlinePanel(QTreeView):
    """A tree of entries; ``wanted`` is emitted with the place of the one that was chosen."""

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
        self._delegate = _DottedDelegate(self)
        self.setItemDelegate(self._delegate)
        self._entries: tuple[OutlineEntry, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.clicked.connect(self._choose)

    @property
    def entries(self) -> tuple[OutlineEntry, ...]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: tuple[OutlineEntry, ...]) -> None:
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
            item.setData(entry.state, _STATE)
            item.setToolTip(f"{entry.text}\n{_TOOL_TIPS[entry.state]}" if entry.state else entry.text)
            del above[entry.depth + 1 :]
            above[-1].appendRow(item)
            above.append(item)
        self.expandAll()
        self._restore(chosen)
        self.verticalScrollBar().setValue(scrolled)

    def show_current(self, place: str) -> None:
        """Show the line of ``place`` as the one where the cursor stands."""
        if self.currentIndex().data(_PLACE) != place:
            self._restore(place)

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


def cut_at_word(text: str, metrics: QFontMetrics, room: int) -> str:
    """As many whole words of ``text`` as ``room`` holds, then "…"."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room).rstrip("…")
    if text[len(cut) : len(cut) + 1].strip():
        cut = cut.rpartition(" ")[0] or cut
    return cut.rstrip(" ,;:") + "…"


def worst(states: Iterable[State]) -> State:
    """A remark before a mark before nothing."""
    found = set(states)
    return "missing" if "missing" in found else "open" if "open" in found else ""


def entries_of(
    blocks: tuple[Block, ...], tab: str, depth: int, states: Mapping[int, State] = MappingProxyType({})
) -> list[OutlineEntry]:
    """The numbered paragraphs among ``blocks``, each as deep as its level, with what is open below it."""
    entries: list[OutlineEntry] = []
    deepest = depth
    for block in blocks:
        state = states.get(block.id, "")
        if not isinstance(block, Paragraph) or block.role not in {"heading", "clause"}:
            if entries and state:
                entries[-1] = replace(entries[-1], state=worst((entries[-1].state, state)))
            continue
        text = plain(block.runs)
        shown = text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
        deepest = min(depth + block.level - 1, deepest + 1 if entries else depth)
        name = f"{block.number or ''} {shown or '…'}".strip()
        entries.append(OutlineEntry(deepest, name, f"{tab}/{block.id}+0", state))
    return entries
