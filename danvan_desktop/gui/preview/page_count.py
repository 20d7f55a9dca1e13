"""Page count of the open report, debounced and computed in a background job."""

import logging

from PySide6.QtCore import QObject, Signal

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.report.model import Report

REST_MS = 1500

_log = logging.getLogger(__name__)


def count_pages(report: Report) -> tuple[int, bool]:
    """Count the pages of ``report``, and see whether its signing block stands on a page of its own.

    The first call loads the fonts: half a second.
    """
    from danvan_desktop.fonts import find_fonts
    from danvan_desktop.layout.compose.compose import compose
    from danvan_desktop.layout.fit_to_pages import is_slipped
    from danvan_desktop.layout.typeset.pagination import typeset

    pages = typeset(compose(report), find_fonts())
    return len(pages.pages), is_slipped(pages)


class PageCounter(QObject):
    """Counts the pages of the newest report it was shown; one count at a time, stale answers dropped."""

    counted = Signal(int)
    """The number of pages; 0 when it cannot be known (no font to set the report in)."""
    slipped = Signal(bool)
    """Whether the signing block stands on a last page that holds hardly more."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Count nothing yet."""
        super().__init__(parent)
        self._jobs = jobs
        self._wanted: Report | None = None
        self._counting: Report | None = None
        self.is_idle = False
        """Somebody else counts: the preview, whose pages are the same."""
        self._debounce = Debounce(REST_MS, self._begin, self)

    def show(self, report: Report) -> None:
        """Count ``report`` once nothing newer has come for a while."""
        self._wanted = report
        self._debounce.start()

    def forget(self) -> None:
        """No report is open: an answer still on its way is not wanted any more."""
        self._debounce.stop()
        self._wanted = None

    def _begin(self) -> None:
        if self._counting is not None or self._wanted is None or self.is_idle:
            return
        report = self._counting = self._wanted
        self._jobs.start(lambda: count_pages(report), self._answer, self._failed)

    def _answer(self, found: tuple[int, bool]) -> None:
        counted, self._counting = self._counting, None
        if counted is self._wanted:
            self.counted.emit(found[0])
            self.slipped.emit(found[1])
        elif self._wanted is not None:
            self._debounce.start()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            _log.error("pages were not counted", exc_info=error)
        self._answer((0, False))
