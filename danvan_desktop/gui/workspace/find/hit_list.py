"""Side panel "Kết quả tìm": every hit with its place and the words around it, counted for each tab."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from danvan_desktop.gui.editor.text.hit_marks import HIT_COLOUR
from danvan_desktop.gui.widgets.side.header import PanelHeader, column_below
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.find.hit_list_model import WORDS, HitListModel
from danvan_desktop.report.find.find import Hit

LEAST, WIDTH = 230, 300
_LINES = 2
_NOTHING = "Gõ chữ cần tìm vào ô “Tìm”; mọi chỗ có chữ ấy sẽ hiện ở đây."


class HitListPanel(QWidget):
    """Lists hits and leads to them."""

    chosen = Signal(int)
    """The number of the hit that is to be shown; the keyboard stays in the list."""
    entered = Signal()
    """Enter or a double click: to the text."""
    closed = Signal()
    """The list is to be hidden."""
    left = Signal()
    """Esc: the search is done with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self.counts = QLabel(_NOTHING)
        self.counts.setWordWrap(True)
        self.counts.setAccessibleName("Số chỗ tìm thấy")
        self.header = PanelHeader("Kết quả tìm", "nút “Danh sách” cạnh ô tìm")
        self.header.closed.connect(self.closed)
        self.rows = HitListModel(self)
        self.list = QListView()
        self.list.setAccessibleName("Danh sách chỗ tìm thấy")
        self.list.setModel(self.rows)
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # ten thousand rows are not measured at once
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(lambda _: self.entered.emit())
        self._is_showing = False
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = column_below(self.header, self)
        column.setSpacing(GAP // 2)
        column.addWidget(self.counts)
        column.addWidget(self.list, 1)

    def show_hits(self, hits: Sequence[Hit], names: Mapping[str, str], words: str) -> None:
        """List ``hits`` of ``words``; ``names`` of the tabs."""
        self._is_showing = True
        self.rows.show(hits, names)
        self._is_showing = False
        tabs = len({hit.place.tab for hit in hits})
        if hits:
            self.counts.setText(f"Có {len(hits)} chỗ “{words}” ở {tabs} thẻ")
        else:
            self.counts.setText(f"Không có “{words}” trong báo cáo." if words else _NOTHING)

    def show_current(self, number: int | None) -> None:
        """Choose the row of a hit, and let it be seen."""
        self._is_showing = True
        if number is None:
            self.list.clearSelection()
        else:
            index = self.rows.index(self.rows.row_of(number), 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._is_showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the search."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex) -> None:
        number = self.rows.number_of(index.row()) if index.isValid() else None
        if number is not None and not self._is_showing:
            self.chosen.emit(number)


class _HitDelegate(QStyledItemDelegate):
    """Draws a hit in two lines, what was found marked as in the text; a tab's name as a heading."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give all hits the same height."""
        line = self._list.fontMetrics().lineSpacing()
        lines = 1 if index.data(WORDS) is None else _LINES
        return QSize(0, lines * line + GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        shown: Any = option  # Qt's type hints leave out what an option holds
        words = index.data(WORDS)
        painter.save()
        if words is None:
            self._paint_name(painter, str(index.data()), shown.rect)
        else:
            chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
            self._paint_hit(painter, str(index.data()), words, shown.rect, chosen=chosen)
        painter.restore()

    def _paint_name(self, painter: QPainter, name: str, room: QRect) -> None:
        palette, font = self._list.palette(), QFont(self._list.font())
        font.setBold(True)
        painter.fillRect(room, palette.alternateBase())
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        inner = room.adjusted(GAP // 2, 0, -GAP // 2, 0)
        text = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def _paint_hit(
        self, painter: QPainter, text: str, words: tuple[int, int], room: QRect, *, chosen: bool
    ) -> None:
        palette = self._list.palette()
        if chosen:
            painter.fillRect(room, palette.highlight())
        ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(ink))
        marked: Any = QTextLayout.FormatRange()
        marked.start, marked.length = words
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.Bold)
        if not chosen:
            found.setBackground(HIT_COLOUR)
        marked.format = found
        layout = QTextLayout(text, self._list.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([marked])
        layout.beginLayout()
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width() - GAP)
            line.setPosition(QPointF(0, number * self._list.fontMetrics().lineSpacing()))
        layout.endLayout()
        layout.draw(painter, QPointF(room.left() + GAP / 2, room.top() + GAP / 2))
