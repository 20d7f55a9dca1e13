"""Column beside the text: one panel at a time, and over it a row of tabs while others are open too."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QVBoxLayout, QWidget

from danvan_desktop.gui.look.style_sheet import CARDS
from danvan_desktop.gui.widgets.buttons import menu_button


class _PanelTabs(QTabBar):
    """Tabs with whole words: what has no room is not shown, the tab of the panel that is shown always is."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Các khung bên cạnh báo cáo")
        self.setProperty(CARDS, True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def minimumSizeHint(self) -> QSize:
        """The column may be narrower than all tabs are."""
        return QSize(0, super().minimumSizeHint().height())

    def show_what_fits(self, room: int, more: int) -> list[int]:
        """Show the tabs that fit into ``room`` pixels; return the others, whose button takes ``more``."""
        widths = [self.tabSizeHint(index).width() for index in range(self.count())]
        current = self.currentIndex()
        if sum(widths) > room and current >= 0:
            room -= more + widths[current]
        hidden = []
        for index, width in enumerate(widths):
            if index == current:
                continue
            if width > room:
                hidden.append(index)
            else:
                room -= width
        for index in range(self.count()):
            self.set_shown(index, shown=index not in hidden)
        self._scroll_back()
        return hidden

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tabs from the first on."""
        super().resizeEvent(event)
        self._scroll_back()

    def _scroll_back(self) -> None:
        """Take back that Qt scrolled to the current tab while others were still beside it."""
        current = self.currentIndex()
        first = next(filter(self.isTabVisible, range(self.count())), current)
        if current >= 0 and self.tabRect(first).left() < 0:
            was_blocked = self.blockSignals(True)
            self.setCurrentIndex(first)
            self.setCurrentIndex(current)
            self.blockSignals(was_blocked)

    def set_shown(self, index: int, *, shown: bool) -> None:
        """Show or hide a tab. Qt forgets to lay out anew when it is told once more what it knows."""
        if shown != self.isTabVisible(index):
            self.setTabVisible(index, shown)


class SideColumn(QWidget):
    """Holds panels, of which one is shown. Which one, and how wide the column is, others say."""

    chosen = Signal(int)
    """The tab of this number was chosen."""
    left = Signal()
    """Esc: back to the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold none yet."""
        super().__init__(parent)
        self.tabs = _PanelTabs()
        self._others = QMenu(self)
        self._others.aboutToShow.connect(self._list_others)
        self.more = menu_button("Thêm", "Những khung không đủ chỗ trên hàng này", self._others)
        self.more.hide()
        self._hidden: list[int] = []
        self.tabs.currentChanged.connect(self.chosen)
        self.tabs.hide()
        self._panels = QVBoxLayout(self)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.more)
        self._panels.addLayout(row)

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
        self.tabs.set_shown(current, shown=True)
        self.tabs.setCurrentIndex(current)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(titles) > 1)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many tabs as there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Know only now how wide the tabs are."""
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.tabs.blockSignals(True)
        self._hidden = self.tabs.show_what_fits(self.width(), self.more.sizeHint().width())
        self.tabs.blockSignals(False)
        self.more.setVisible(bool(self._hidden) and self.tabs.count() > 1)

    def _list_others(self) -> None:
        self._others.clear()
        for index in self._hidden:
            entry = self._others.addAction(self.tabs.tabText(index))
            entry.triggered.connect(partial(self.chosen.emit, index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
