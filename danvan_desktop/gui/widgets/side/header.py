"""Header that all panels beside the text have: the title, what belongs to it, and the button that closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.widgets.buttons import icon_button
from danvan_desktop.gui.widgets.style import GAP, larger

_FACTOR = 1.1
"""Of the size of the window's letters: a panel is narrow."""


class PanelHeader(QWidget):
    """Shows the title of a panel; its button closes it."""

    closed = Signal()

    def __init__(self, title: str, key: str = "", parent: QWidget | None = None) -> None:
        """``key`` opens the panel again, where a key does."""
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        font = larger(self.title.font(), _FACTOR)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        tip = f"Đóng khung này; mở lại bằng {key}" if key else "Đóng khung này"
        self.close_button = icon_button("close", f"Đóng khung {title}", tip)
        self.close_button.clicked.connect(self.closed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP // 4)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def add(self, *widgets: QWidget) -> None:
        """Put ``widgets`` before the button that closes."""
        for widget in widgets:
            self._row.insertWidget(self._row.count() - 1, widget)


def column_below(header: PanelHeader, panel: QWidget) -> QVBoxLayout:
    """Put ``header`` on top of ``panel``, and return the column for what stands below it."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(2 * GAP, GAP, GAP, GAP)
    column.setSpacing(GAP)
    column.addWidget(header)
    return column
