"""The row of tabs: all in one row at 1366 px, never behind arrows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from danvan_desktop.gui.review_bar import said
from danvan_desktop.report.review import TabCount


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
        self._names: list[tuple[str, str]] = []
        self._counts: list[TabCount] = []

    def show_names(self, names: list[tuple[str, str]]) -> None:
        """Show ``names``: of each tab the short name and the whole one."""
        self._names = names
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        while self.count() < len(names):
            self.addTab("")
        self._show()

    def show_counts(self, counts: Sequence[TabCount]) -> None:
        """Show behind each name how much of the tab is still open."""
        self._counts = list(counts)
        self._show()

    def short_names(self) -> list[str]:
        """The names as they stand on the tabs, without counts."""
        return [short for short, _ in self._names]

    def whole_name(self, index: int) -> str:
        """The whole name of a tab."""
        return self._names[index][1]

    def _show(self) -> None:
        for index, (short, whole) in enumerate(self._names):
            count = self._counts[index] if len(self._counts) == len(self._names) else TabCount("")
            left = count.unchecked + count.unedited
            shown = short.replace("&", "&&") + (f" ({left})" if left else "")
            if self.tabText(index) != shown:
                self.setTabText(index, shown)
            parts = [said(count), f"{count.missing} việc còn thiếu" if count.missing else ""]
            told = "; ".join(filter(None, parts))
            self.setTabToolTip(index, f"{whole}\n{told}" if told else whole)
