"""The row of tabs: all in one row at 1366 px, never behind arrows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget


class TabStrip(QTabBar):
    """The tabs' names; more of them than there is room for are shortened, their tool tips are not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Các phần của báo cáo")
        self.setDocumentMode(True)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setDrawBase(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_names(self, names: list[tuple[str, str]]) -> None:
        """Show ``names``: of each tab the short name and the whole one."""
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        for index, (short, whole) in enumerate(names):
            shown = short.replace("&", "&&")
            if index >= self.count():
                self.addTab(shown)
            elif self.tabText(index) != shown:
                self.setTabText(index, shown)
            self.setTabToolTip(index, whole)
