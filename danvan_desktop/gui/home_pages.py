"""The pages of the rail beside the list of reports: each is made when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.home.home import BACKUPS, BIN, OFFICES, REPORTS, Home
from danvan_desktop.gui.home.start_page import StartPage
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.store.listing.draft_list import DraftList

if TYPE_CHECKING:
    from danvan_desktop.gui.home.bin_page import BinPage
    from danvan_desktop.gui.home.listing.reports_page import ReportsPage
    from danvan_desktop.gui.offices.offices_page import OfficesPage
    from danvan_desktop.store.drafts import Store


class HomePages(QObject):
    """Puts the pages into ``home`` and passes on what they tell."""

    done = Signal(str)
    """What was done, to be passed over."""
    undoable = Signal(str, object)
    """What was done, and what takes it back."""
    failed = Signal(str)
    """An error message for the user."""

    def __init__(self, home: Home, start_page: StartPage, jobs: Jobs, backups: Callable[[], QWidget]) -> None:
        """``backups`` makes the page of the copies; ``start_page`` is in ``home`` already.

        No page is made before :meth:`take_store`.
        """
        super().__init__(home)
        self._home, self._start_page = home, start_page
        self._jobs = jobs
        self._opened: Store | None = None
        home.add(BIN, "delete", "Đã xóa", self._make_bin)
        home.add(OFFICES, "office", "Cơ quan và người ký", self._make_offices)
        home.add(BACKUPS, "backup", "Sao lưu và khôi phục", backups)
        self._follow_list(start_page)

    def take_store(self, store: "Store") -> None:
        """Let the pages show what is in ``store``."""
        self._opened = store
        self._start_page.listed.connect(lambda drafts: self.show_counts(drafts, store.count_deleted()))

    def show_counts(self, drafts: DraftList, deleted: int) -> None:
        """Say on the rail how many reports there are."""
        for name, count in ((REPORTS, len(drafts)), (BIN, deleted)):
            self._home.rail.buttons[name].show_note(str(count) if count else "", f"{count} báo cáo")

    @property
    def _store(self) -> "Store":
        if self._opened is None:
            raise RuntimeError("the store is not open yet")
        return self._opened

    def _make_bin(self) -> "BinPage":
        from danvan_desktop.gui.home.bin_page import BinPage

        page = BinPage(self._store, self._jobs)
        self._follow_list(page)
        page.listed.connect(lambda _: self._start_page.refresh())
        return page

    def _make_offices(self) -> "OfficesPage":
        from danvan_desktop.gui.offices.offices_page import OfficesPage

        page = OfficesPage(self._store)
        page.undoable.connect(self.undoable)
        page.failed.connect(self.failed)
        return page

    def _follow_list(self, page: "ReportsPage") -> None:
        page.notice.connect(self.done)
        page.undoable.connect(self.undoable)
        page.failed.connect(self.failed)
