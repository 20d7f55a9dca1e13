"""A list of names or sentences, each on as many lines as it takes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from danvan_desktop.gui.widgets.style import GAP


class WrappedList(QListWidget):
    """Breaks long rows and cuts none of their lines off."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        # Not setSpacing: Qt forgets it when it computes how high the wrapped lines are.
        self.setItemDelegate(Roomy(self))


class Roomy(QStyledItemDelegate):
    """Lines with room above and below: easier to hit and calmer to look at."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Add the room."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + GAP)
