"""A page with a list of reports and a search above it: what the first page and the bin have in common."""

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.home.listing.report_list import ReportList
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.gui.widgets.style import icon
from danvan_desktop.store.listing.draft import Draft
from danvan_desktop.store.listing.draft_list import DraftList
from danvan_desktop.store.listing.matches import Matches

if TYPE_CHECKING:
    from danvan_desktop.gui.home.listing.list_search import ListSearch
    from danvan_desktop.gui.home.listing.row_commands import RowCommands
    from danvan_desktop.store.drafts import Store

_SEARCH_REST_MS = 80
_SEARCH_WIDTH = 400
_LEAST_LIST = 40
"""A row: the list gives way where the screen is low and a message stands above."""

_log = logging.getLogger(__name__)


class ListContent(Protocol):
    """What a page says itself of its list."""

    def read(self) -> DraftList:
        """Read the reports in the order in which they are shown."""

    def show_nothing(self, words: str) -> None:
        """Show that there is no report, or none that has ``words``."""


class ReportsPage(QWidget):
    """Holds the parts; who inherits it places them, and is the :class:`ListContent`."""

    notice = Signal(str)
    """What was done."""
    undoable = Signal(str, object)
    """What was done, and a function that takes it back."""
    failed = Signal(str)
    """An error message for the user."""
    listed = Signal(object)
    """The reports were read again: all of them, a :class:`DraftList`."""

    is_bin = False

    def __init__(
        self, store: "Store | None", jobs: Jobs, content: ListContent, parent: QWidget | None = None
    ) -> None:
        """Show nothing before the first :meth:`refresh`.

        Without a store :meth:`show_read` only shows, until :meth:`take_store` brings one.
        """
        super().__init__(parent)
        self._jobs, self._content = jobs, content
        self._acting: tuple[Store, ListSearch, RowCommands] | None = None
        self._is_counting = False
        self._drafts = DraftList()
        self._wanted: int | None = None
        """The draft that was chosen before the list changed."""
        self._chosen_here: int | None = None
        """The one that was chosen for the user since."""
        self._is_stale = True
        """What is shown was read, or looked for, before."""
        self._debounce = Debounce(_SEARCH_REST_MS, self._show_found, self)
        self._make_search()
        self.list = ReportList()
        self._pile = QStackedWidget()
        self._pile.setMinimumHeight(_LEAST_LIST)
        self._pile.addWidget(self.list)
        if store is not None:
            self.take_store(store)

    def take_store(self, store: "Store") -> None:
        """Search in the reports of ``store``, and let what is selected be acted on."""
        from danvan_desktop.gui.home.listing.list_search import ListSearch
        from danvan_desktop.gui.home.listing.row_commands import RowCommands

        finding = ListSearch(store, self._jobs, self)
        finding.found.connect(self._add)
        finding.ended.connect(self._end_search)
        finding.failed.connect(self.failed)
        commands = RowCommands(self.list, store, is_bin=self.is_bin)
        commands.changed.connect(self._on_changed)
        commands.done.connect(self.notice)
        commands.undoable.connect(self.undoable)
        commands.failed.connect(self.failed)
        self._acting = store, finding, commands

    @property
    def commands(self) -> "RowCommands":
        """What can be done with what is selected.

        Raises:
            RuntimeError: there is no store yet.
        """
        return self._parts()[2]

    @property
    def _store(self) -> "Store":
        return self._parts()[0]

    @property
    def _finding(self) -> "ListSearch":
        return self._parts()[1]

    def _parts(self) -> "tuple[Store, ListSearch, RowCommands]":
        if self._acting is None:
            raise RuntimeError("the store is not open yet")
        return self._acting

    # ----------------------------------------------------------------- what a page says itself

    def groups(self) -> list[tuple[str, int]]:
        """Give the heads above the rows, each with its first row."""
        return []

    def show_all(self, drafts: DraftList) -> None:
        """Show what depends on all reports, whichever of them are looked for."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape end the search."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    # ----------------------------------------------------------------------------- what is shown

    def refresh(self) -> None:
        """Read the list again; the chosen report stays chosen if it is still there."""
        try:
            drafts = self._content.read()
        except UserError as error:
            self.failed.emit(error.message)
            return
        self.show_read(drafts)
        if not self._is_counting and not self._drafts.is_counted:
            self._is_counting = True
            self._jobs.start(self._store.settle, self._on_counted, self._on_not_counted)

    def show_read(self, drafts: DraftList) -> None:
        """Show what was read; the chosen report stays chosen if it is still there."""
        self._drafts = drafts
        self.show_all(drafts)
        self.listed.emit(drafts)
        self._show_found()

    def take_keys(self) -> None:
        """Let keys go to the list, or to what stands in its place."""
        self._pile.currentWidget().setFocus()

    def chosen(self) -> Draft | None:
        """Return the report that is selected in the list."""
        return self.list.chosen()

    def show_pile(self, widget: QWidget) -> None:
        """Show the list, or ``widget`` in its place."""
        if self._pile.indexOf(widget) < 0:
            self._pile.addWidget(widget)
        self._pile.setCurrentWidget(widget)

    def _show_found(self) -> None:
        """Show the reports that have what is typed, of those last read."""
        chosen = self.chosen()
        self._wanted = None if chosen is None else chosen.id
        self._is_stale = True
        finding = None if self._acting is None else self._finding
        words = self.search.text().strip()
        if words and finding is not None:
            finding.begin(self._drafts.numbers, words)
        else:
            if finding is not None:
                finding.stop()
            self._add(Matches(tuple(range(len(self._drafts)))))
            self._end_search()

    def _add(self, found: Matches) -> None:
        """Show what was found in the place of what is shown, or besides what was found before."""
        if self._is_stale and len(found):
            self._is_stale = False
            groups = [] if self.search.text().strip() else self.groups()
            self.list.show_found(self._drafts, found, groups)
            self._chosen_here = None
        elif len(found):
            self.list.rows.add(found)
        else:
            return
        self.show_pile(self.list)
        chosen = self.chosen()
        if chosen is None or chosen.id == self._chosen_here:  # else the user has chosen another since
            if not self.list.choose(self._wanted):
                self.list.choose_row(0)
            chosen = self.chosen()
            self._chosen_here = None if chosen is None else chosen.id

    def _end_search(self) -> None:
        """Say so where nothing was found."""
        if self._is_stale:
            self._is_stale = False
            self.list.show_found(self._drafts, Matches())
            self._content.show_nothing(self.search.text().strip())
        if self._acting is not None:
            self.commands.follow()

    def _on_changed(self, number: object) -> None:
        """Read the list again after something was done; what came of it is chosen."""
        if isinstance(number, int):
            self.search.clear()
        row = self.list.currentIndex().row()
        self.refresh()
        if isinstance(number, int):
            self._wanted = number
            self.list.choose(number)
            self.list.setFocus()  # it was in what asked for it, which goes
        elif row > 0 and self.list.currentIndex().row() == 0 and self.list.rows.rowCount():
            self.list.choose_row(min(row, self.list.rows.rowCount() - 1))

    def _on_counted(self, _: object) -> None:
        self._is_counting = False
        self.refresh()

    def _on_not_counted(self, error: BaseException) -> None:
        """Stay without numbers until the next start: nothing else depends on them."""
        _log.warning("not counted: %s", error)

    # --------------------------------------------------------------------------------- the search

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm trong tên và nội dung, không cần gõ dấu")
        self.search.setAccessibleName("Tìm báo cáo")
        self.search.setToolTip("Tìm báo cáo (Ctrl+F)")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.textChanged.connect(lambda _: self._debounce.start())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._enter_search)

    def _enter_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
