"""Flow layout (as CSS flex-wrap): fields side by side, each as wide as what it holds; the rest is shared."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget

from danvan_desktop.gui.widgets.style import GAP


class FlexRow(QLayout):
    """Places widgets in as many lines as it takes; in each, those that can grow share the room left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """By width, as long as nothing changes: the layouts around it ask many times."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(2 * GAP)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item as the last."""
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item; None after the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # None ends Qt's loops
        """Give an item away."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take the width that there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that less width needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell the height of as many lines as ``width`` makes."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), really=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it has changed."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Each in a line of its own."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in ``rect``."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if line and used + self.spacing() + wanted > width:
                yield line
                line, used = [], 0
            used += wanted + (self.spacing() if line else 0)
            line.append(item)
        if line:
            yield line

    def _place(self, rect: QRect, *, really: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            top += GAP if top > rect.top() else 0
            widths = self._widths(line, rect.width())
            height = max(
                item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                for item, width in zip(line, widths, strict=True)
            )
            left = rect.left()
            for item, width in zip(line, widths, strict=True):
                if really:
                    item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
                left += width + self.spacing()
            top += height
        return top - rect.top()

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        """Return the widths in one line: the room left goes to those that can grow, the narrowest first."""
        widths = [min(item.sizeHint().width(), width) for item in line]
        left = width - sum(widths) - self.spacing() * (len(line) - 1)
        growing = [at for at, item in enumerate(line) if _grows(item)]
        growing.sort(key=widths.__getitem__, reverse=True)
        while growing and left > 0:
            level = (left + sum(widths[at] for at in growing)) // len(growing)
            if widths[growing[0]] > level:  # it has more than its share already
                growing.pop(0)
                continue
            for at in growing:
                left -= level - widths[at]
                widths[at] = level
            break
        return widths


def flex_row(*widgets: QWidget) -> FlexRow:
    """Put ``widgets`` into a row."""
    row = FlexRow()
    for widget in widgets:
        row.addWidget(widget)
    return row


def _grows(item: QLayoutItem) -> bool:
    wants = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    return wants and item.maximumSize().width() > item.minimumSize().width()


def in_one_line(*parts: QWidget | str) -> QWidget:
    """Put small fields side by side, with words between them; a word labels the field behind it."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    label: QLabel | None = None
    for part in parts:
        if isinstance(part, str):
            label = QLabel(part)
            line.addWidget(label)
            continue
        if label is not None:
            label.setBuddy(part)
            label = None
        line.addWidget(part)
    whole.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return whole
