"""List widget with word wrap: each row is as high as its lines need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from danvan_desktop.gui.widgets.style import GAP


class WrappedList(QListWidget):
    """Wraps long rows and clips none of their lines."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        # Not setSpacing: Qt forgets it when it computes how high the wrapped lines are.
        self.setItemDelegate(RoomyDelegate(self))


class RoomyDelegate(QStyledItemDelegate):
    """Item delegate with padding above and below each row: easier to hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Add the room."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + GAP)
