"""Outline panel (navigation tree) at the left: every tab and every numbered paragraph.

What stands under a line is folded with the sign at its left or the keys Left and Right; where the cursor
goes, it unfolds by itself. A section or a khoản is dragged to its new place, or moved with Alt+Shift+Up and
Down; a line shows where it will land. The panel moves nothing itself: it emits :attr:`OutlinePanel.moved`.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QToolTip, QTreeView, QWidget

from danvan_desktop.gui.look.palette import tokens_of, tone
from danvan_desktop.gui.look.style_sheet import FLAT
from danvan_desktop.gui.workspace.outline import moves
from danvan_desktop.gui.workspace.outline.delegate import ENTRY, INDENT, OutlineDelegate, fold_room
from danvan_desktop.gui.workspace.outline.entries import OutlineEntry

_PLACE = ENTRY + 1
_ORDER = _PLACE + 1
_MOVE_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVE_WITH = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_LINE_START, _DOT = 12, 3
_SCROLL_ZONE, _SCROLL_STEP = 24, 12
_FADE = 28
"""How high the part is in which the last line fades, in pixels."""


@dataclass(slots=True)
class _Drag:
    """An entry under way: which, where it was pressed, and the gap it is over; None: over none."""

    at: int
    pressed: QPoint
    is_moving: bool = False
    gap: int | None = None


class OutlinePanel(QTreeView):
    """Shows the tree of entries; ``wanted`` is emitted with the place of the one that was chosen."""

    wanted = Signal(str)
    moved = Signal(int, int)
    """The entry of that number is to be moved before another one: see :mod:`~.outline.moves`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Khung đề mục")
        self.setAccessibleDescription(
            "Mũi tên trái, phải để thu gọn, mở ra; kéo, hoặc bấm Alt+Shift+mũi tên lên, xuống để chuyển "
            "mục hay khoản"
        )
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty(FLAT, True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(0)  # the delegate indents: a line is chosen over its whole width
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = OutlineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.can_be_changed = True
        """Whether anything may be moved."""
        self._entries: tuple[OutlineEntry, ...] = ()
        self._indexes: list[QModelIndex] = []
        self._folded: set[str] = set()
        """The places whose lines are folded."""
        self._here = ""
        """The place with the cursor."""
        self._is_on_sign = False
        """The mouse was pressed on a sign that folds."""
        self._drag: _Drag | None = None
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.clicked.connect(self._choose)
        self.collapsed.connect(self._on_folded)
        self.expanded.connect(lambda index: self._folded.discard(index.data(_PLACE)))

    @property
    def entries(self) -> tuple[OutlineEntry, ...]:
        """What is shown."""
        return self._entries

    def index_of(self, order: int) -> QModelIndex:
        """The line of the entry of that number."""
        return self._indexes[order]

    def show_entries(self, entries: tuple[OutlineEntry, ...]) -> None:
        """Show ``entries``; the chosen line, what is folded and the scrolled place stay."""
        if entries == self._entries:
            return
        self._end_drag()
        before, self._entries = self._entries, entries
        if _tree_of(before) == _tree_of(entries):
            self._say_anew(before)
            return
        chosen = self.currentIndex().data(_PLACE)
        scrolled = self.verticalScrollBar().value()
        self._model.clear()
        above: list[QStandardItem] = [self._model.invisibleRootItem()]
        items = [_item(order, entry) for order, entry in enumerate(entries)]
        for item, entry in zip(items, entries, strict=True):
            del above[entry.depth + 1 :]
            above[-1].appendRow(item)
            above.append(item)
        self._indexes = [item.index() for item in items]
        with QSignalBlocker(self):
            self.expandAll()
            for entry, index in zip(entries, self._indexes, strict=True):
                if entry.place in self._folded:
                    self.collapse(index)
        self._restore(chosen, unfold=False)
        self.verticalScrollBar().setValue(scrolled)

    def _say_anew(self, before: tuple[OutlineEntry, ...]) -> None:
        """Write only the lines whose words, or what is open there, are others than ``before``."""
        for old, new, index in zip(before, self._entries, self._indexes, strict=True):
            if old != new:
                with QSignalBlocker(self._model):  # it would tell of each thing that is said
                    _say(self._model.itemFromIndex(index), new)
                self._model.dataChanged.emit(index, index)

    def show_current(self, place: str) -> None:
        """Show the line of ``place`` as the one where the cursor stands; it unfolds when the cursor comes."""
        has_come, self._here = place != self._here, place
        self._restore(place, unfold=has_come)

    def forget_folded(self) -> None:
        """Another report is shown: nothing of it is folded."""
        self._here = ""
        if self._folded:  # else all is unfolded, and each line would be laid out anew for nothing
            self._folded.clear()
            self.expandAll()

    def _on_folded(self, index: QModelIndex) -> None:
        self._folded.add(index.data(_PLACE))
        self._restore(self.currentIndex().data(_PLACE), unfold=False)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move a paragraph of the text: here they move what is chosen."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the chosen place, Alt+Shift+Up and Down move it, Escape calls a drag off."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        elif step := _step(event):
            self._move_by(step)
        elif event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def _move_by(self, step: int) -> None:
        at = self.currentIndex().data(_ORDER)
        gap = moves.neighbour(self._entries, at, step) if isinstance(at, int) else None
        if gap is not None and self.can_be_changed:
            self.moved.emit(at, gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        place = index.data(_PLACE)
        if isinstance(place, str):
            self.wanted.emit(place)

    def _restore(self, chosen: object, *, unfold: bool) -> None:
        """Choose the line of that place: unfolded, or the line under which it is folded."""
        for entry, index in zip(self._entries, self._indexes, strict=True):
            if entry.place == chosen:
                self._choose_line(index, unfold=unfold)

    def _choose_line(self, index: QModelIndex, *, unfold: bool) -> None:
        above = index.parent()
        while above.isValid():
            if unfold:
                self.expand(above)
            elif not self.isExpanded(above):
                index = above
            above = above.parent()
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    # ------------------------------------------------------------------ dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold by the sign; else remember what might be dragged."""
        folding = self._sign_at(event.position().toPoint())
        self._is_on_sign = folding is not None and event.button() == Qt.MouseButton.LeftButton
        if folding is not None and self._is_on_sign:
            self.setExpanded(folding, not self.isExpanded(folding))
            return
        super().mousePressEvent(event)
        at = self.indexAt(event.position().toPoint()).data(_ORDER)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self.can_be_changed and isinstance(at, int) and moves.can_move(self._entries, at):
            self._drag = _Drag(at, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed, once the mouse is some way off."""
        drag, here = self._drag, event.position().toPoint()
        if self._is_on_sign:
            return
        if drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (here - drag.pressed).manhattanLength() >= QApplication.startDragDistance()
        if drag.is_moving or far:
            drag.is_moving = True
            self._scroll_near(here)
            drag.gap = self._gap_at(here, drag.at)
            self.viewport().setCursor(self._sign_of(drag))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let what was dragged land, where it may."""
        if self._is_on_sign:
            self._is_on_sign = False
            return
        drag = self._drag
        self._end_drag()
        if drag is None or not drag.is_moving:
            super().mouseReleaseEvent(event)
            return
        self.setState(QAbstractItemView.State.NoState)
        if drag.gap is not None and moves.allows(self._entries, drag.at, drag.gap):
            self.moved.emit(drag.at, drag.gap)

    def _end_drag(self) -> None:
        if self._drag is not None:
            self._drag = None
            self.viewport().unsetCursor()
            self.viewport().update()

    def _gap_at(self, here: QPoint, at: int) -> int | None:
        """Return the gap nearest to ``here``; None outside of the panel."""
        if not self.viewport().rect().contains(here):
            return None
        index = self.indexAt(here)
        order = index.data(_ORDER)
        if not isinstance(order, int):
            return len(self._entries)
        gap = order
        if here.y() > self.visualRect(index).center().y():
            is_folded = self._model.hasChildren(index) and not self.isExpanded(index)
            gap = moves.extent(self._entries, order) if is_folded else order + 1
        return moves.snapped(self._entries, at, gap)

    def _sign_at(self, here: QPoint) -> QModelIndex | None:
        """The line whose sign that folds it is at ``here``."""
        index = self.indexAt(here)
        has_sign = index.isValid() and self._model.hasChildren(index)
        return index if has_sign and fold_room(index, self.visualRect(index)).contains(here) else None

    def _sign_of(self, drag: _Drag) -> Qt.CursorShape:
        if drag.gap is None:
            return Qt.CursorShape.ForbiddenCursor
        may = moves.allows(self._entries, drag.at, drag.gap) or moves.stays(self._entries, drag.at, drag.gap)
        return Qt.CursorShape.ClosedHandCursor if may else Qt.CursorShape.ForbiddenCursor

    def _scroll_near(self, here: QPoint) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if here.y() < _SCROLL_ZONE:
            bar.setValue(bar.value() - _SCROLL_STEP)
        elif here.y() > height - _SCROLL_ZONE:
            bar.setValue(bar.value() + _SCROLL_STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line where what is dragged would land: dashed and red where it may not."""
        super().paintEvent(event)
        self._fade_out()
        drag = self._drag
        if drag is None or drag.gap is None or moves.stays(self._entries, drag.at, drag.gap):
            return
        may, tokens = moves.allows(self._entries, drag.at, drag.gap), tokens_of(self.palette())
        colour = QColor(tokens.accent if may else tokens.red)
        y = self._height_of(drag.gap)
        left = _LINE_START + INDENT * self._entries[drag.at].depth
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine if may else Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left + _DOT, y), QPointF(self.viewport().width() - _LINE_START, y))
        painter.drawEllipse(QPointF(left, y), _DOT, _DOT)
        painter.end()

    def _height_of(self, gap: int) -> int:
        if gap < len(self._indexes) and self.visualRect(self._indexes[gap]).isValid():
            return max(2, self.visualRect(self._indexes[gap]).top())
        rooms = (self.visualRect(index) for index in reversed(self._indexes[:gap]))
        return next((room.bottom() for room in rooms if room.isValid()), 2)  # what is folded has no room

    def _fade_out(self) -> None:
        """Let the last line fade where there are more below: it would look cut."""
        bar, room = self.verticalScrollBar(), self.viewport().rect()
        if bar.value() >= bar.maximum():
            return
        room.setTop(room.bottom() - _FADE)
        ground = self.palette().color(QPalette.ColorRole.Base)
        fade = QLinearGradient(QPointF(room.topLeft()), QPointF(room.bottomLeft()))
        fade.setColorAt(0, tone(ground.name(), 0))
        fade.setColorAt(1, ground)
        painter = QPainter(self.viewport())
        painter.fillRect(room, fade)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint all anew: what fades does not move with the lines."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say of the sign what it does, and its key."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            folding = self._sign_at(event.pos())
            if folding is not None:
                told = "Thu gọn (mũi tên trái)" if self.isExpanded(folding) else "Mở ra (mũi tên phải)"
                QToolTip.showText(event.globalPos(), told, self)
                return True
        return super().viewportEvent(event)


def _step(event: QKeyEvent) -> int:
    """Up (-1) or down (1) where a key asks to move; else 0."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _MOVE_KEYS.get(Qt.Key(event.key()), 0) if modifiers == _MOVE_WITH else 0


def _item(order: int, entry: OutlineEntry) -> QStandardItem:
    item = QStandardItem()
    item.setData(entry.place, _PLACE)
    item.setData(order, _ORDER)
    _say(item, entry)
    return item


def _tree_of(entries: tuple[OutlineEntry, ...]) -> list[tuple[int, str]]:
    """Which lines there are and what stands under which."""
    return [(entry.depth, entry.place) for entry in entries]


def _say(item: QStandardItem, entry: OutlineEntry) -> None:
    """Let ``item`` say what ``entry`` does."""
    item.setText(entry.text)
    item.setData(entry, ENTRY)
    told = [f"còn {entry.count} chỗ chưa rà hoặc chưa sửa"] if entry.count else []
    told += ["có việc chưa xong"] if entry.state == "missing" else []
    summary = "; ".join(told)
    item.setToolTip(f"{entry.text}\n{summary[:1].upper()}{summary[1:]}" if summary else entry.text)
    spoken = f"{entry.text}, {summary}" if summary else entry.text
    item.setData(spoken, int(Qt.ItemDataRole.AccessibleTextRole.value))
