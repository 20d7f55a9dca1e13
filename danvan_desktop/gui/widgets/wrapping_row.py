"""Flow layout: a row of small fields with their labels that wraps into the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QWidget

from danvan_desktop.gui.widgets.style import GAP


class WrappingRow(QLayout):
    """Flow layout: places widgets at their preferred width, in as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GAP)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item as the last."""
        self._items.append(item)

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item; None after the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # None ends Qt's loops
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than there is."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that less width needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell the height of as many lines as ``width`` makes."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Each in a line of its own."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in ``rect``."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def _place(self, rect: QRect, *, really: bool) -> int:
        left, top, height = rect.left(), rect.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, height = rect.left(), top + height + self.spacing(), 0
            if really:
                item.setGeometry(
                    QRect(QPoint(left, top), QSize(min(size.width(), rect.width()), size.height()))
                )
            left += size.width() + self.spacing()
            height = max(height, size.height())
        return top + height - rect.top()


def side_by_side(*widgets: QWidget | str) -> WrappingRow:
    """Put small fields, with their labels as text, into one row; a text labels the field after it."""
    row = WrappingRow()
    text = ""
    for widget in widgets:
        if isinstance(widget, str):
            text = widget
            continue
        row.addWidget(together(text, widget) if text else widget)
        text = ""
    return row


def together(*widgets: QWidget | str) -> QWidget:
    """Put fields and their labels side by side, whatever happens: into the next line they go together."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    label: QLabel | None = None
    for widget in widgets:
        if isinstance(widget, str):
            label = QLabel(widget)
            line.addWidget(label)
            continue
        if label is not None:
            label.setBuddy(widget)
            label = None
        line.addWidget(widget)
    return whole
