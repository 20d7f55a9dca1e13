"""Header that all panels beside the text have: the title, what belongs to it, and the button that closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from danvan_desktop.gui.widgets.style import GAP, ICON, icon, larger

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
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(ICON)
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(f"Đóng khung {title}")
        self.close_button.setToolTip(f"Đóng khung này; mở lại bằng {key}" if key else "Đóng khung này")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
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
