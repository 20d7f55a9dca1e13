"""Tab bar of the report: names and counts are shortened before any tab has to be scrolled to."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTabBar, QWidget

from danvan_desktop.gui.workspace.review_bar import review_summary
from danvan_desktop.report.lifecycle.review import TabCount

_SHORT = re.compile(r"(?:\S+\.\s+)?\S+\s+\S+")
"""A number and two syllables: most Vietnamese words have two, so that "II. Triển khai" says enough."""


class TabStrip(QTabBar):
    """Tabs with their names and how much is open in each, shortened to the room there is.

    The tool tips say all. Only where even the shortest names do not fit, arrows lead to the others.
    """

    clicked = Signal()
    """The mouse chose the tab that is shown now, or did so once more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Các phần của báo cáo")
        self.setDocumentMode(True)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
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
        """The names as they stand on the tabs where there is room, without counts."""
        return [short for short, _ in self._names]

    def whole_name(self, index: int) -> str:
        """The whole name of a tab."""
        return self._names[index][1]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a tab: the keys that follow are meant for what it shows."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.tabAt(event.position().toPoint()) >= 0:
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for now."""
        super().resizeEvent(event)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Know only now how much room there is."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        texts = next((texts for texts in self._ways() if self._fits(texts)), self._shortest())
        for index, (_, whole) in enumerate(self._names):
            count = self._count(index)
            if self.tabText(index) != texts[index]:
                self.setTabText(index, texts[index])
            parts = [review_summary(count), f"{count.missing} việc còn thiếu" if count.missing else ""]
            summary = "; ".join(filter(None, parts))
            self.setTabToolTip(index, f"{whole}\n{summary}" if summary else whole)

    def _ways(self) -> Iterator[list[str]]:
        """Give the texts of all tabs, the longest form first."""
        whole = self.short_names()
        numbered = [_shortened(name) if _is_numbered(name) else name for name in whole]
        yield self._with_counts(whole)
        yield self._with_counts(numbered)
        yield _escaped(whole)
        yield _escaped(numbered)

    def _shortest(self) -> list[str]:
        return _escaped([_shortened(name) for name in self.short_names()])

    def _with_counts(self, names: list[str]) -> list[str]:
        left = [self._count(index).unchecked + self._count(index).unedited for index in range(len(names))]
        return [
            text + (f" ({number})" if number else "")
            for text, number in zip(_escaped(names), left, strict=True)
        ]

    def _count(self, index: int) -> TabCount:
        return self._counts[index] if len(self._counts) == len(self._names) else TabCount("")

    def _fits(self, texts: list[str]) -> bool:
        """Whether ``texts`` have room side by side; what a tab needs beside its text, Qt tells."""
        if not self.isVisible() or not self.count():
            return True
        letters = self.fontMetrics()
        around = self.tabSizeHint(0).width() - letters.horizontalAdvance(self.tabText(0).replace("&&", "&"))
        needed = sum(letters.horizontalAdvance(text.replace("&&", "&")) + around for text in texts)
        return needed <= self.width()


def _is_numbered(name: str) -> bool:
    return "." in name.partition(" ")[0]


def _shortened(name: str) -> str:
    found = _SHORT.match(name)
    return found.group() if found else name


def _escaped(names: list[str]) -> list[str]:
    return [name.replace("&", "&&") for name in names]
