"""The list of reports as a view: rows under the heads of their groups, walked by keys and mouse."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from danvan_desktop.gui.home.listing.report_list_model import ReportListModel
from danvan_desktop.gui.home.listing.row_geometry import RowGeometry
from danvan_desktop.gui.home.listing.row_painter import RowLook, RowPainter
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.draft_list import DraftList
from danvan_desktop.store.listing.matches import Matches

_Index = QModelIndex | QPersistentModelIndex
_CHOSEN = QItemSelectionModel.SelectionFlag.ClearAndSelect
_STEPS = {
    QAbstractItemView.CursorAction.MoveUp: -1,
    QAbstractItemView.CursorAction.MovePrevious: -1,
    QAbstractItemView.CursorAction.MoveDown: 1,
    QAbstractItemView.CursorAction.MoveNext: 1,
}


class ReportList(QListView):
    """Shows what its :attr:`rows` hold.

    Of the list view come selection, keys and what a screen reader asks; where a row lies is computed here,
    for rows under heads of another height: Qt would ask each of ten thousand rows how high it is.
    """

    choice_changed = Signal()
    menu_wanted = Signal(QPoint)
    """The menu of the selected rows, at this place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.rows = ReportListModel(self)
        self._heads: tuple[str, ...] = ()
        self._starts: tuple[int, ...] = ()
        self._hovered: QPoint | None = None
        self._measure()
        self.setModel(self.rows)
        self.setAccessibleName("Danh sách báo cáo")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(self.choice_changed)

    # --------------------------------------------------------------------------- what is shown

    def show_found(self, drafts: DraftList, found: Matches, groups: Sequence[tuple[str, int]] = ()) -> None:
        """Show of ``drafts`` those that were ``found``; ``groups``: heads, each with its first row."""
        self._heads = tuple(head for head, _ in groups)
        self._starts = tuple(first for _, first in groups)
        self.rows.show(drafts, found)

    def head_above(self, row: int) -> str:
        """Return the head of the group that begins with a row; "" where none does."""
        return self._heads[self._starts.index(row)] if row in self._starts else ""

    # ------------------------------------------------------------------------ what is selected

    def chosen(self) -> Draft | None:
        """Return the report that keys and buttons act on where they act on one; None: none is selected."""
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().isSelected(current):
            return self.rows.draft(current.row())
        rows = self._selected_rows()
        return self.rows.draft(rows[0]) if rows else None

    def count_selected(self) -> int:
        """Count the selected rows."""
        return sum(last + 1 - first for first, last in self._ranges())

    def selected(self) -> list[int]:
        """Return the numbers in the store of the selected reports, in the order of the list."""
        return [self.rows.number(row) for row in self._selected_rows()]

    def selected_drafts(self) -> list[Draft]:
        """Return the selected reports in the order of the list."""
        return [self.rows.draft(row) for row in self._selected_rows()]

    def choose(self, number: int | None) -> bool:
        """Select the draft with this number; False: it is not shown."""
        row = self.rows.row_of(number)
        if row is None:
            return False
        self.choose_row(row)
        return True

    def choose_row(self, row: int) -> None:
        """Select the draft of a row."""
        self.selectionModel().setCurrentIndex(self.rows.index(row, 0), _CHOSEN)

    def _selected_rows(self) -> list[int]:
        return [row for first, last in sorted(self._ranges()) for row in range(first, last + 1)]

    def _ranges(self) -> list[tuple[int, int]]:
        return [(each.top(), each.bottom()) for each in self.selectionModel().selection().toList()]

    # ------------------------------------------------------------------- where rows lie, for Qt

    def visualRect(self, index: _Index) -> QRect:
        """Return where in the viewport a row lies."""
        if not index.isValid():
            return QRect()
        return self._rect(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        row = self._geometry().row_at(point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self.rows.index(row, 0)

    def scrollTo(
        self, index: _Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view, and the head above it."""
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()  # the scroll bar does not know yet of rows that came just now
        geometry, bar, room = self._geometry(), self.verticalScrollBar(), self.viewport().height()
        upper, lower = geometry.top_with_head(index.row()), geometry.top(index.row()) + geometry.row_height
        if hint == QListView.ScrollHint.PositionAtCenter:
            bar.setValue((upper + lower - room) // 2)
        elif hint == QListView.ScrollHint.PositionAtTop or upper < bar.value():
            bar.setValue(upper)
        elif hint == QListView.ScrollHint.PositionAtBottom or lower > bar.value() + room:
            bar.setValue(lower - room)

    def horizontalOffset(self) -> int:
        """Return 0: a row is as wide as the list."""
        return 0

    def verticalOffset(self) -> int:
        """Return how far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: _Index) -> bool:
        """Return False: no row is hidden."""
        return False

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the row that a key leads to; heads are passed over."""
        count, actions = self.rows.rowCount(), QAbstractItemView.CursorAction
        current = self.currentIndex()
        if not count:
            return QModelIndex()
        if not current.isValid() or action == actions.MoveHome:
            return self.rows.index(0, 0)
        page = max(1, self.viewport().height() // self._painter.row_height - 1)
        paging = {actions.MovePageUp: -page, actions.MovePageDown: page, actions.MoveEnd: count}
        step = _STEPS.get(action, paging.get(action, 0))
        return self.rows.index(min(max(current.row() + step, 0), count - 1), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows in ``rect`` of the viewport."""
        offset = self.verticalOffset()
        rows = self._geometry().rows_between(rect.top() + offset, rect.bottom() + offset)
        selection = QItemSelection()
        if rows:
            selection.select(self.rows.index(rows[0], 0), self.rows.index(rows[-1], 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where the rows of ``selection`` lie."""
        region = QRegion()
        for each in selection.toList():
            if each.isValid():
                region += self._rect(each.top()).united(self._rect(each.bottom()))
        return region

    def doItemsLayout(self) -> None:
        """Lay nothing out: where a row lies is computed when it is asked."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Let the scroll bar know how high the list is."""
        room, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setRange(0, max(0, self._geometry().height - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._painter.row_height)
        self.horizontalScrollBar().setRange(0, 0)
        QAbstractItemView.updateGeometries(self)

    # ----------------------------------------------------------------------- painting and mouse

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows and heads that are seen."""
        geometry, offset = self._geometry(), self.verticalOffset()
        upper, lower = event.rect().top() + offset, event.rect().bottom() + offset
        painter = QPainter(self.viewport())
        for group in geometry.groups_between(upper, lower):
            top = geometry.head_top(group) - offset
            rect = QRect(0, top, self.viewport().width(), geometry.head_height)
            self._painter.paint_head(painter, rect, self._heads[group])
        for row in geometry.rows_between(upper, lower):
            has_line = row > 0 and row not in self._starts
            look = self._look(row)
            self._painter.paint_row(painter, self._rect(row), self.rows.texts(row), look, has_line=has_line)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu where its sign is pressed; else select."""
        index = self.indexAt(event.position().toPoint())
        place = RowPainter.menu_place(self.visualRect(index)) if index.isValid() else QRect()
        if event.button() == Qt.MouseButton.LeftButton and place.contains(event.position().toPoint()):
            if not self.selectionModel().isSelected(index):
                self.choose_row(index.row())
            self.menu_wanted.emit(self.viewport().mapToGlobal(place.bottomLeft()))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a report; a second click on the sign of the menu opens none."""
        index = self.indexAt(event.position().toPoint())
        place = event.position().toPoint()
        if not index.isValid() or not RowPainter.menu_place(self.visualRect(index)).contains(place):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the row below the pointer apart."""
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is below the pointer."""
        self._hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu: at the pointer, or at the current row where a key asks."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if self.indexAt(event.pos()).isValid():
                self.menu_wanted.emit(event.globalPos())
        elif self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            place = RowPainter.menu_place(self.visualRect(self.currentIndex()))
            self.menu_wanted.emit(self.viewport().mapToGlobal(place.bottomLeft()))
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font, and paint in the colours of another palette."""
        super().changeEvent(event)
        kinds = {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange}
        if event.type() in kinds and self.model() is not None:
            self._measure()
            self.updateGeometries()
            self.viewport().update()

    def focusInEvent(self, event: Any) -> None:  # noqa: ANN401 - QFocusEvent
        """Show which row keys act from."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:  # noqa: ANN401 - QFocusEvent
        """Show that keys act elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    # ------------------------------------------------------------------------------------------

    def _measure(self) -> None:
        self._painter = RowPainter(self.font(), tokens_of(self.palette()))

    def _geometry(self) -> RowGeometry:
        rows = self.rows.rowCount()
        return RowGeometry(rows, self._painter.row_height, self._painter.head_height, self._starts)

    def _rect(self, row: int) -> QRect:
        top = self._geometry().top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._painter.row_height)

    def _look(self, row: int) -> RowLook:
        rect, index = self._rect(row), self.rows.index(row, 0)
        hovered = self._hovered
        is_hovered = hovered is not None and rect.contains(hovered)
        return RowLook(
            self.selectionModel().isSelected(index),
            is_hovered,
            self.hasFocus() and index == self.currentIndex(),
            is_hovered and hovered is not None and RowPainter.menu_place(rect).contains(hovered),
        )

    def _hover(self, point: QPoint | None) -> None:
        before, self._hovered = self._hovered, point
        for each in (before, point):
            index = QModelIndex() if each is None else self.indexAt(each)
            if index.isValid():
                self.viewport().update(self.visualRect(index))
