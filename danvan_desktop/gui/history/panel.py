"""Side panel "Lịch sử sửa đổi": the versions of the report, and below them what differs from one of them."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from danvan_desktop.gui.help.topic_panel import TopicPanel
from danvan_desktop.gui.history.changes_view import ChangesView
from danvan_desktop.gui.history.comparison import Comparison, Listing
from danvan_desktop.gui.history.diff_html import DiffLinks
from danvan_desktop.gui.history.places import one_change, one_tab, whole_version
from danvan_desktop.gui.history.version_list import VersionList
from danvan_desktop.gui.history.wording import NOW, version_text
from danvan_desktop.gui.look.style_sheet import QUIET
from danvan_desktop.gui.widgets.side.header import PanelHeader, column_below
from danvan_desktop.gui.widgets.style import GAP

_READING = "Đang đọc lịch sử…"
_NONE = "Chưa có bản nào được giữ: mỗi mười phút soạn thảo, phần mềm tự giữ một bản."
_TIPS = (
    "Đưa mục này trở về như ở bản đang chọn; bản hiện tại vẫn được giữ trong lịch sử",
    "Đưa cả báo cáo trở về bản đang chọn; bản hiện tại vẫn được giữ trong lịch sử",
)
_LEAST_LIST = 56


class HistoryPanel(TopicPanel):
    """Lists versions and shows how one differs from another; what is to be done with it, others do."""

    chosen = Signal()
    """Another version, or another one to compare it with, was chosen by hand: it is to be compared."""
    restore_wanted = Signal(object)
    """What of the comparison is to be taken back: a :data:`Choice`."""
    change_wanted = Signal(object)
    """The report is to be shown where this :class:`Change` is."""
    name_wanted = Signal(object)
    """A :class:`Version` that is to get a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__("lich-su-sua-doi", parent)
        self.why_not = ""
        """Why nothing can be restored; "" where it can."""
        self.is_chosen = False
        """What is shown was chosen by hand, and stays when the list is read anew."""
        self.header = PanelHeader("Lịch sử sửa đổi", "Ctrl+Alt+H")
        self.versions = VersionList()
        self.versions.setMinimumHeight(_LEAST_LIST)
        self.against = QComboBox()
        self.against.setAccessibleName("So với bản")
        self.against.setToolTip("So bản đang chọn với bản hiện tại hay một bản khác")
        self.against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.changes = ChangesView()
        self.restore_tab, self.restore_all = QPushButton("Khôi phục mục này"), QPushButton("Khôi phục cả bản")
        self.name = QPushButton("Đặt tên…")
        self.name.setToolTip("Đặt hay sửa tên của bản đang chọn; bản có tên được giữ mãi")
        self.name.setProperty(QUIET, True)
        for button in (self.restore_tab, self.restore_all, self.name):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.forget()
        self.hide()

    def _lay_out(self) -> None:
        above, between, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        above.addWidget(QLabel("Các bản đã giữ"), 1)
        above.addWidget(self.name)
        between.addWidget(QLabel("So với"))
        between.addWidget(self.against, 1)
        foot.addWidget(self.restore_tab)
        foot.addWidget(self.restore_all)
        foot.addStretch(1)
        for row in (above, between, foot):
            row.setSpacing(GAP)
        column = column_below(self.header, self)
        column.setSpacing(GAP // 2)
        column.addLayout(above)
        column.addWidget(self.versions, 2)
        column.addSpacing(GAP // 2)
        column.addLayout(between)
        column.addWidget(self.changes, 5)
        column.addLayout(foot)

    def _connect(self) -> None:
        changes = self.changes
        self.versions.currentRowChanged.connect(self._on_chosen)
        self.against.activated.connect(self._on_chosen)
        changes.tab_chosen.connect(self._stay)
        changes.tab_shown.connect(self._update)
        changes.change_wanted.connect(self._stay)
        changes.change_wanted.connect(self.change_wanted)
        changes.restore_wanted.connect(lambda change: self.restore_wanted.emit(one_change(change)))
        self.restore_all.clicked.connect(lambda: self.restore_wanted.emit(whole_version()))
        self.restore_tab.clicked.connect(lambda: self.restore_wanted.emit(one_tab(changes.tab_key())))
        self.name.clicked.connect(lambda: self.name_wanted.emit(self.versions.version()))

    # ------------------------------------------------------------------ what is shown

    def forget(self) -> None:
        """The report is closed, or another one: nothing is read of it yet."""
        self.is_chosen = False
        self.versions.show_listing(Listing((), (), frozenset()), None)
        self._show_others(())
        self.changes.forget()
        self.changes.say(_READING)

    def show_listing(self, listing: Listing, select: int | None) -> bool:
        """List ``listing``, ``select`` chosen; False: there is nothing to compare."""
        before = self.pair()
        self.versions.show_listing(listing, select)
        self._show_others([(version_text(version), version.number) for version in listing.versions])
        if self.versions.version() is None:
            self.changes.say(_NONE)
        elif self.pair() != before:
            self.changes.await_comparison()
        self._update()
        return self.versions.version() is not None

    def number(self) -> int | None:
        """The number of the version that is chosen."""
        version = self.versions.version()
        return None if version is None else version.number

    def pair(self) -> tuple[int, int | None] | None:
        """The numbers of the versions to be compared, the older first; None: the report as it is now."""
        version, other = self.versions.version(), self.against.currentData()
        if version is None:
            return None
        if other is not None and other < version.number:
            return other, version.number
        return version.number, other

    def show_comparison(self, comparison: Comparison, wanted: str) -> None:
        """Show how the :meth:`pair` differs; ``wanted``: the tab to be shown at first."""
        is_now = self.against.currentData() is None
        links = DiffLinks(go=is_now, restore=is_now and not self.why_not)
        self.changes.show_comparison(comparison, wanted, links)

    def say(self, text: str) -> None:
        """Show why there is no comparison."""
        self.changes.say(text)

    def set_restorable(self, why_not: str) -> None:
        """Say ``why_not``: nothing can be restored; "" where it can."""
        self.why_not = why_not
        self._update()

    def _show_others(self, entries: list[tuple[str, int]] | tuple[()]) -> None:
        """List what can be compared with; the chosen one stays chosen where it is still there."""
        wanted: list[tuple[str, int | None]] = [(NOW, None), *entries]
        rows = range(self.against.count())
        if [(self.against.itemText(row), self.against.itemData(row)) for row in rows] != wanted:
            before = self.against.currentData()
            with QSignalBlocker(self.against):
                self.against.clear()
                for text, number in wanted:
                    self.against.addItem(text, number)
                numbers = [number for _, number in wanted]
                self.against.setCurrentIndex(numbers.index(before) if before in numbers else 0)

    def _stay(self) -> None:
        self.is_chosen = True

    def _on_chosen(self) -> None:
        self.is_chosen = True
        self.changes.await_comparison()
        self._update()
        self.chosen.emit()

    def _update(self) -> None:
        """Enable what can be done."""
        version, tab, comparison = self.versions.version(), self.changes.tab(), self.changes.comparison
        why = self.why_not
        if not why and self.against.currentData() is not None:
            why = f"Muốn khôi phục, hãy chọn so với “{NOW}”."
        self.restore_all.setEnabled(not why and comparison is not None and bool(comparison.diff.shown))
        self.restore_tab.setEnabled(not why and tab is not None and bool(tab.changes.shown))
        self.name.setEnabled(version is not None and not version.is_damaged)
        for button, tip in zip((self.restore_tab, self.restore_all), _TIPS, strict=True):
            button.setToolTip(why or tip)
