"""Text that is as high as its lines need, up to a number of lines; the rest is scrolled to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from danvan_desktop.gui.look.screen import is_low_screen


class ScrolledText(QScrollArea):
    """Shows the text of a label; where the screen is low, fewer lines at once."""

    def __init__(self, label: QLabel, most_lines: int, on_low_screen: int) -> None:
        """Show ``label``; the numbers are of lines."""
        super().__init__()
        self._label = label
        self._lines = on_low_screen if is_low_screen() else most_lines
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the arrow keys scroll it
        label.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_text(self, text: str) -> None:
        """Show ``text`` from its first line on."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.verticalScrollBar().setValue(0)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text the height that it needs at this width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs now."""
        needed = self._label.heightForWidth(max(self.viewport().width(), 1))
        self.setFixedHeight(min(max(needed, 0), self._lines * self.fontMetrics().lineSpacing()))
