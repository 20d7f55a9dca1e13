"""Search in the list of reports, beside the window: newest words win, results come while it goes on."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.store.listing.matches import Matches
from danvan_desktop.store.listing.search import Search

if TYPE_CHECKING:
    from danvan_desktop.store.drafts import Store

_FIRST_SECONDS, _NEXT_SECONDS = 0.03, 0.15
"""How long a piece of the search takes before its results are shown."""


class ListSearch(QObject):
    """Runs one search at a time, piece by piece, each a background job."""

    found = Signal(object)
    """A piece has ended: the :class:`Matches` in it, often none."""
    ended = Signal()
    """All were looked through."""
    failed = Signal(str)
    """Why the search was given up, for the user."""

    def __init__(self, store: "Store", jobs: Jobs, parent: QObject) -> None:
        """Search for nothing yet."""
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._search: Search | None = None

    def begin(self, numbers: Sequence[int], words: str) -> None:
        """Look for ``words`` in the drafts with these ``numbers``, and for nothing else any more."""
        self.stop()
        self._search = Search(numbers, words)
        self._go_on(self._search, _FIRST_SECONDS)

    def stop(self) -> None:
        """Look for nothing; nothing more is heard of what was sought."""
        if self._search is not None:
            self._search.stop()
            self._search = None

    def _go_on(self, search: Search, seconds: float) -> None:
        self._jobs.start(
            partial(self._store.look_for, search, seconds),
            partial(self._on_found, search),
            partial(self._on_failed, search),
        )

    def _on_found(self, search: Search, matches: Matches) -> None:
        if search is not self._search:
            return
        self.found.emit(matches)
        if not search.is_over:
            self._go_on(search, _NEXT_SECONDS)
        else:
            self._search = None
            self.ended.emit()

    def _on_failed(self, search: Search, error: BaseException) -> None:
        if search is not self._search:
            return
        self._search = None
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error.message)
