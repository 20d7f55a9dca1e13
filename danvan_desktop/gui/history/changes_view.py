"""What differs between two states of a report, tab by tab: one tab is chosen, its changes stand below."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QTextBrowser, QVBoxLayout, QWidget

from danvan_desktop.gui.history.comparison import Comparison, ShownTab
from danvan_desktop.gui.history.diff_html import GO, RESTORE, DiffColours, DiffLinks, tab_html
from danvan_desktop.gui.history.wording import FILE_STATES, moment_text
from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.style_sheet import FIELD
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.diff.model import Change
from danvan_desktop.store.history.exported_files import ExportedFile, FileState

_LEAST_HEIGHT = 60


class ChangesView(QWidget):
    """Shows a comparison; its links lead to a change or ask for it to be restored."""

    tab_shown = Signal()
    """The changes of another tab are shown."""
    tab_chosen = Signal()
    """That was by hand."""
    change_wanted = Signal(object)
    """The report is to be shown where this :class:`Change` is."""
    restore_wanted = Signal(object)
    """This :class:`Change` is to be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.comparison: Comparison | None = None
        """What is shown; None: it is being made, or there is nothing to compare."""
        self._links = DiffLinks(go=False, restore=False)
        self._message = self._shown = self._shown_tab = self._by_hand = ""
        self._files: Sequence[tuple[ExportedFile, FileState | None]] = ()
        self.tabs = QComboBox()
        self.tabs.setAccessibleName("Các mục của báo cáo, kèm số chỗ khác")
        self.tabs.setToolTip("Mục của báo cáo, kèm số chỗ khác; mục có chỗ khác viết đậm")
        self.tabs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.text = QTextBrowser()
        self.text.setAccessibleName("Những chỗ khác nhau")
        self.text.setOpenLinks(False)
        self.text.setMinimumHeight(_LEAST_HEIGHT)
        self.text.setProperty(FIELD, True)
        self.text.document().setDocumentMargin(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.tabs)
        column.addWidget(self.text, 1)
        self.tabs.currentIndexChanged.connect(self._on_tab)
        self.tabs.activated.connect(self._on_chosen)
        self.text.anchorClicked.connect(self._on_link)

    def forget(self) -> None:
        """Another report is open."""
        self._by_hand, self._files = "", ()

    def say(self, text: str) -> None:
        """Show ``text``: there is nothing to compare, or not yet."""
        self.comparison = None
        self._message = text
        with QSignalBlocker(self.tabs):
            self.tabs.clear()
        self.tabs.setEnabled(False)
        self._render()
        self.tab_shown.emit()

    def await_comparison(self) -> None:
        """Take what is shown for old: another comparison is being made."""
        self.comparison = None
        self._files, self._shown_tab = (), ""

    def show_comparison(self, comparison: Comparison, wanted: str, links: DiffLinks) -> None:
        """Show ``comparison`` on the tab that was chosen by hand, else on ``wanted``."""
        self.comparison, self._links = comparison, links
        with QSignalBlocker(self.tabs):
            self.tabs.clear()
            for tab in comparison.tabs:
                self._add_tab(tab)
            self.tabs.setCurrentIndex(_tab_to_show(comparison, self._by_hand or wanted))
        self.tabs.setEnabled(True)
        self._on_tab()

    def show_files(self, files: Sequence[tuple[ExportedFile, FileState | None]]) -> None:
        """Tell above the changes of the files that were exported of the version, and what became of them."""
        self._files = files
        self._render()

    def tab(self) -> ShownTab | None:
        """The tab whose changes are shown."""
        row = self.tabs.currentIndex()
        if self.comparison is None or not 0 <= row < len(self.comparison.tabs):
            return None
        return self.comparison.tabs[row]

    def tab_key(self) -> str:
        """What tells the tab that is shown from the others; "" where none is."""
        return str(self.tabs.currentData() or "")

    def _add_tab(self, tab: ShownTab) -> None:
        self.tabs.addItem(_tab_text(tab), tab.changes.key)
        row = self.tabs.count() - 1
        self.tabs.setItemData(row, tab.title, Qt.ItemDataRole.ToolTipRole)
        if tab.changes.shown:
            font = QFont(self.tabs.font())
            font.setBold(True)
            self.tabs.setItemData(row, font, Qt.ItemDataRole.FontRole)

    def _on_chosen(self) -> None:
        self._by_hand = self.tab_key()
        self.tab_chosen.emit()

    def _on_tab(self) -> None:
        self._render()
        self.tab_shown.emit()

    def _render(self) -> None:
        """Write the text; where it says what it said, it stays as it is, scrolled and selected."""
        tab, colours = self.tab(), DiffColours.of(tokens_of(self.palette()))
        parts = [f"<p>{escape(line)}</p>" for line in map(_file_text, self._files)]
        if self.comparison is not None and tab is not None:
            parts.append(tab_html(self.comparison, tab, colours, self._links))
        else:
            parts.append(f"<p>{escape(self._message)}</p>")
        html, key = "".join(parts), self.tab_key()
        if html != self._shown:
            scrolled = self.text.verticalScrollBar().value() if key == self._shown_tab else 0
            self._shown, self._shown_tab = html, key
            self.text.setHtml(html)
            self.text.verticalScrollBar().setValue(scrolled)

    def _on_link(self, address: QUrl) -> None:
        for scheme, signal in ((GO, self.change_wanted), (RESTORE, self.restore_wanted)):
            number = address.toString().removeprefix(scheme)
            if number.isdecimal() and self.comparison is not None:
                change: Change = self.comparison.diff.changes[int(number)]
                self._by_hand = self.tab_key()
                signal.emit(change)


def _tab_text(tab: ShownTab) -> str:
    count = len(tab.changes.shown)
    return f"{tab.title} ({count})" if count else tab.title


def _file_text(found: tuple[ExportedFile, FileState | None]) -> str:
    file, state = found
    return f"Đã xuất lúc {moment_text(file.moment)}: {file.path} – {FILE_STATES[state]}."


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
