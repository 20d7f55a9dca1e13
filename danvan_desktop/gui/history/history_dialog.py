"""Dialog "Lịch sử sửa đổi": the versions of a report, how one differs from another, and restoring it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.errors import UserError
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.history.comparison import (
    Comparison,
    Listing,
    ShownTab,
    VersionSource,
    compared,
    look_at,
)
from danvan_desktop.gui.history.diff_html import RESTORE, DiffColours, tab_html
from danvan_desktop.gui.history.wording import NOW, REASONS, moment_text, version_text
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.widgets.style import GAP, icon, size_dialog, spaced
from danvan_desktop.gui.widgets.wrapped_list import WrappedList
from danvan_desktop.report.diff.apply import take_back
from danvan_desktop.report.diff.fields import FieldChange
from danvan_desktop.report.diff.model import BlockChange, Change
from danvan_desktop.store.history.exported_files import ExportedFile, FileState
from danvan_desktop.store.history.history import Version

_NUMBER = Qt.ItemDataRole.UserRole
_VERSIONS_WIDTH, _TABS_WIDTH = 230, 200
_FILE_STATES: dict[FileState | None, str] = {
    "as exported": "tệp vẫn nguyên như lúc xuất",
    "changed": "TỆP NÀY ĐÃ BỊ SỬA NGOÀI PHẦN MỀM",
    "absent": "không còn thấy tệp ở chỗ này",
    None: "chưa xem được tệp này lúc này",
}
_LEGEND = (
    "Chữ đỏ gạch ngang: có ở bản trước, sau đó bị bỏ. Chữ xanh gạch chân: được thêm sau đó. "
    "Nền vàng: chỉ đổi chữ đậm, nghiêng."
)


class HistoryDialog(QDialog):
    """Lists versions at the left; what differs from another state at the right, tab by tab."""

    restore_wanted = Signal(object, str)
    """The :class:`Report` to be put in the place of the open one, and the place to be shown then."""
    name_wanted = Signal(object)
    """A :class:`Version` that is to get a name."""

    def __init__(
        self, source: VersionSource, tab: str, why_not: str = "", parent: QWidget | None = None
    ) -> None:
        """Show the versions of ``source``, of the open report's ``tab`` first.

        ``why_not``: why nothing can be restored; "" where it can.
        """
        super().__init__(parent)
        self._source, self._wanted_tab, self._why_not = source, tab, why_not
        self._jobs = Jobs(self)
        self._listing = Listing((), (), frozenset())
        self.comparison: Comparison | None = None
        """What is shown; None: it is being made, or there is nothing to compare."""
        self._asked = 0
        self._is_chosen = False
        """The version that is shown was chosen by hand."""
        self.setWindowTitle("Lịch sử sửa đổi")
        help_key(self, "lich-su-sua-doi")
        self._make()
        self._lay_out()
        self._connect()
        size_dialog(self, 1240, 660)
        self._say("Đang đọc lịch sử…")
        self._update()
        self.refresh()

    # ------------------------------------------------------------------ parts

    def _make(self) -> None:
        self.versions = WrappedList("Các bản đã giữ")
        self.versions.setFixedWidth(_VERSIONS_WIDTH)
        self.against = QComboBox()
        self.against.setAccessibleName("So với bản")
        self.against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tabs = WrappedList("Các mục của báo cáo")
        self.tabs.setFixedWidth(_TABS_WIDTH)
        self.text = QTextBrowser()
        self.text.setAccessibleName("Những chỗ khác nhau")
        self.text.setOpenLinks(False)
        self.files, self.legend = _small_label(), _small_label()
        self.legend.setText(_LEGEND)
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.restore_tab = self.buttons.addButton("Khôi phục &mục này", role)
        self.restore_all = self.buttons.addButton("&Khôi phục bản này (bản hiện tại vẫn được giữ)", role)
        self.restore_tab.setIcon(icon("restore"))
        self.restore_all.setIcon(icon("restore"))
        self.name = self.buttons.addButton("Đặt &tên cho bản này…", role)
        self.close_button = self.buttons.addButton("Đó&ng", QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.restore_tab, self.restore_all, self.name, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP // 2)
        left.addWidget(_buddy("&Các bản đã giữ:", self.versions))
        left.addWidget(self.versions, 1)
        middle = QVBoxLayout()
        middle.setSpacing(GAP // 2)
        middle.addWidget(_buddy("Mục (&số chỗ khác):", self.tabs))
        middle.addWidget(self.tabs, 1)
        above = QHBoxLayout()
        above.addWidget(_buddy("So &với:", self.against))
        above.addWidget(self.against, 1)
        right = QVBoxLayout()
        right.setSpacing(GAP // 2)
        right.addLayout(above)
        right.addWidget(self.text, 1)
        right.addWidget(self.legend)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(left)
        row.addLayout(middle)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        spaced(column)
        column.addLayout(row, 1)
        column.addWidget(self.files)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.versions.currentRowChanged.connect(self._choose)
        self.against.activated.connect(lambda _: self._compare())
        self.tabs.currentRowChanged.connect(lambda _: self._show_tab())
        self.text.anchorClicked.connect(self._restore_place)
        self.restore_all.clicked.connect(self._restore_all)
        self.restore_tab.clicked.connect(self._restore_tab)
        self.name.clicked.connect(self._ask_name)
        self.buttons.rejected.connect(self.reject)

    def reject(self) -> None:
        """Stay while the present state is being kept."""
        if self.buttons.isEnabled():
            super().reject()

    def done(self, result: int) -> None:
        """Wait for what is still read."""
        self._jobs.wait()
        super().done(result)

    # ------------------------------------------------------------------ the list of versions

    def refresh(self, select: int | None = None) -> None:
        """Read the list anew; ``select``: the version to be shown then."""
        self._jobs.start(self._source.listing, lambda listing: self._list(listing, select), self._fail)

    def follow(self) -> None:
        """A version was written just now: list it."""
        if self.buttons.isEnabled():
            version = self.version()
            self.refresh(version.number if self._is_chosen and version is not None else None)

    def _list(self, listing: Listing, select: int | None) -> None:
        self._listing = listing
        self.versions.blockSignals(True)
        self.versions.clear()
        for version in listing.versions:
            self.versions.addItem(self._item(version))
        self.against.clear()
        self.against.addItem(NOW, None)
        for version in listing.versions:
            self.against.addItem(version_text(version), version.number)
        row = _row_to_show(listing, select)
        if row is not None:
            self.versions.setCurrentRow(row)
        self.versions.blockSignals(False)
        self.versions.setFocus()
        if row is None:
            self._say("Chưa có bản nào được giữ: mỗi mười phút soạn thảo, phần mềm tự giữ một bản.")
            self._update()
        else:
            self._compare()

    def _item(self, version: Version) -> QListWidgetItem:
        what = version.name or REASONS[version.reason]
        if version.is_damaged:
            what = f"(hỏng) {what}"
        elif version.number in self._listing.as_now:
            what = f"{what} (như hiện tại)"
        item = QListWidgetItem(f"{moment_text(version.taken)}\n{what}")
        item.setToolTip(REASONS[version.reason])
        item.setData(_NUMBER, version.number)
        if version.name:
            font = QFont(self.versions.font())
            font.setBold(True)
            item.setFont(font)
        return item

    def version(self) -> Version | None:
        """The version that is chosen."""
        numbers = [item.data(_NUMBER) for item in self.versions.selectedItems()]
        return next((each for each in self._listing.versions if each.number in numbers), None)

    # ------------------------------------------------------------------ the comparison

    def _choose(self) -> None:
        self._is_chosen = True
        self._compare()

    def _compare(self) -> None:
        version, other = self.version(), self.against.currentData()
        self.comparison = None
        self._asked += 1
        asked, source = self._asked, self._source
        self._update()
        if version is None:
            return
        self._look_at_files(version)
        old, new = version.number, other
        if other is not None and other < version.number:
            old, new = other, version.number
        self._jobs.start(
            lambda: compared(lambda: source.load(old), lambda: source.load(new)),
            lambda found: self._show(found) if asked == self._asked else None,
            lambda error: self._fail(error) if asked == self._asked else None,
        )

    def _show(self, comparison: Comparison) -> None:
        before = self._shown_key() or self._wanted_tab
        self.comparison = comparison
        self.tabs.blockSignals(True)
        self.tabs.clear()
        for tab in comparison.tabs:
            self.tabs.addItem(self._tab_item(tab))
        self.tabs.setCurrentRow(_tab_to_show(comparison, before))
        self.tabs.blockSignals(False)
        self._show_tab()

    def _tab_item(self, tab: ShownTab) -> QListWidgetItem:
        count = len(tab.changes.shown)
        item = QListWidgetItem(f"{tab.title} ({count})" if count else tab.title)
        item.setToolTip(tab.title)
        item.setData(_NUMBER, tab.changes.key)
        if count:
            font = QFont(self.tabs.font())
            font.setBold(True)
            item.setFont(font)
        return item

    def _shown_key(self) -> str:
        row = self.tabs.currentRow()
        return str(self.tabs.item(row).data(_NUMBER)) if row >= 0 else ""

    def _tab(self) -> ShownTab | None:
        row = self.tabs.currentRow()
        if self.comparison is None or not 0 <= row < len(self.comparison.tabs):
            return None
        return self.comparison.tabs[row]

    def _show_tab(self) -> None:
        tab = self._tab()
        self._update()
        if tab is not None and self.comparison is not None:
            colours = DiffColours.of(tokens_of(self.palette()))
            self.text.setHtml(tab_html(self.comparison, tab, colours, restorable=self._can_restore()))

    def _say(self, text: str) -> None:
        self.text.setPlainText(text)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self.reject()
            raise error
        self.tabs.clear()
        self._say(error.message)
        self._update()

    # ------------------------------------------------------------------ exported files

    def _look_at_files(self, version: Version) -> None:
        files = [file for file in self._listing.exported if file.version == version.number]
        self.files.setText("")
        self.files.setVisible(bool(files))
        if files:
            asked = self._asked
            self._jobs.start(
                lambda: look_at(files),
                lambda found: self._show_files(found) if asked == self._asked else None,
                lambda _: None,
            )

    def _show_files(self, found: Sequence[tuple[ExportedFile, FileState | None]]) -> None:
        lines = [
            f"Đã xuất lúc {moment_text(file.moment)}: {file.path} – {_FILE_STATES[state]}."
            for file, state in found
        ]
        self.files.setText("\n".join(lines))

    # ------------------------------------------------------------------ what can be done

    def _can_restore(self) -> bool:
        return not self._why_not and self.against.currentData() is None

    def _update(self) -> None:
        version, tab = self.version(), self._tab()
        is_compared = self.comparison is not None and self._can_restore()
        differs = is_compared and self.comparison is not None and bool(self.comparison.diff.shown)
        self.restore_all.setEnabled(differs)
        self.restore_tab.setEnabled(is_compared and tab is not None and bool(tab.changes.shown))
        self.name.setEnabled(version is not None and not version.is_damaged)
        why = self._why_not
        if not why and self.against.currentData() is not None:
            why = f"Muốn khôi phục, hãy chọn so với “{NOW}”."
        for button in (self.restore_all, self.restore_tab):
            button.setToolTip(why)

    def _restore_all(self) -> None:
        if self.comparison is not None:
            self._want(self.comparison, range(len(self.comparison.diff.changes)), "")

    def _restore_tab(self) -> None:
        tab = self._tab()
        if tab is not None and self.comparison is not None:
            self._want(self.comparison, tab.changes.changes, tab.changes.name)

    def _restore_place(self, address: QUrl) -> None:
        number = address.toString().removeprefix(RESTORE)
        if self.comparison is not None and number.isdecimal() and self._can_restore():
            change = self.comparison.diff.changes[int(number)]
            self._want(self.comparison, [change.number], _place_of(change))

    def _want(self, comparison: Comparison, changes: Sequence[int], place: str) -> None:
        self.set_busy(busy=True)
        self.restore_wanted.emit(take_back(comparison.old, comparison.diff, changes), place)

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be chosen while the present state is being kept."""
        for widget in (self.versions, self.against, self.tabs, self.text, self.buttons):
            widget.setEnabled(not busy)

    def _ask_name(self) -> None:
        version = self.version()
        if version is not None:
            self.name_wanted.emit(version)


def _place_of(change: Change) -> str:
    if isinstance(change, FieldChange):
        return change.name
    if isinstance(change, BlockChange):
        return f"block:{change.old[0].id}" if change.old else change.new_tab
    return "" if change.old is None else f"section:{change.old.id}"


def _row_to_show(listing: Listing, select: int | None) -> int | None:
    """The row of ``select``, else of the newest version that is not what the report holds now."""
    rows = range(len(listing.versions))
    for row in rows:
        if select is not None and listing.versions[row].number == select:
            return row
    for row in rows:
        version = listing.versions[row]
        if version.number not in listing.as_now and not version.is_damaged:
            return row
    return 0 if listing.versions else None


def _tab_to_show(comparison: Comparison, wanted: str) -> int:
    """The tab that is wanted, where something differs on it; else the first on which something does."""
    tabs = comparison.tabs
    for is_right in (
        lambda tab: wanted in {tab.changes.key, tab.changes.name} and tab.changes.shown,
        lambda tab: tab.changes.shown,
        lambda tab: wanted in {tab.changes.key, tab.changes.name},
    ):
        for row, tab in enumerate(tabs):
            if is_right(tab):
                return row
    return 0


def _small_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _buddy(text: str, widget: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(widget)
    return label
