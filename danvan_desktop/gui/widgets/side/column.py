"""Column beside the text: one panel at a time, and over it a row of tabs while others are open too."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget


class SideColumn(QWidget):
    """Holds panels, of which one is shown. Which one, and how wide the column is, others say."""

    chosen = Signal(int)
    """The tab of this number was chosen."""
    left = Signal()
    """Esc: back to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold none yet."""
        super().__init__(parent)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Các khung bên cạnh báo cáo")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.currentChanged.connect(self.chosen)
        self.tabs.hide()
        self._panels = QVBoxLayout(self)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(0)
        self._panels.addWidget(self.tabs)

    def take(self, panel: QWidget) -> None:
        """Hold ``panel``, hidden or shown as it is."""
        self._panels.addWidget(panel, 1)

    def show_tabs(self, titles: Sequence[str], hints: Sequence[str], current: int) -> None:
        """Show a tab for each panel that can be had here, with a hint each; one alone needs none."""
        shown = [self.tabs.tabText(index) for index in range(self.tabs.count())]
        self.tabs.blockSignals(True)
        if shown != list(titles):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for title, hint in zip(titles, hints, strict=True):
                self.tabs.setTabToolTip(self.tabs.addTab(title), hint)
        self.tabs.setCurrentIndex(current)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(titles) > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
