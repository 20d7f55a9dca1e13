"""A search through the open report, a few milliseconds at a time: keys that wait come in between."""

import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from danvan_desktop.report.find.find import Hit, find
from danvan_desktop.report.find.matcher import Matcher
from danvan_desktop.report.find.texts import PlacedText

_PIECE_SECONDS = 0.012
"""Less than a frame of the screen."""


class RunningSearch(QObject):
    """Looks for one query at a time; the newest wins."""

    ended = Signal()
    """All of the report was looked through: :attr:`hits` are all."""

    def __init__(self, parent: QObject) -> None:
        """Look for nothing yet."""
        super().__init__(parent)
        self.hits: list[Hit] = []
        """Those found so far, in reading order."""
        self._pieces: Iterator[tuple[Hit, ...]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, texts: Sequence[PlacedText], matcher: Matcher) -> None:
        """Look for what ``matcher`` finds in ``texts``, and for nothing else any more."""
        self.stop()
        self._pieces = find(texts, matcher)
        self._go_on()

    @property
    def is_over(self) -> bool:
        """Whether all of the report was looked through."""
        return self._pieces is None

    def stop(self) -> None:
        """Forget what was found."""
        self._timer.stop()
        self._pieces, self.hits = None, []

    def finish(self) -> None:
        """Look through the rest at once: what follows needs all hits."""
        self._go_on(float("inf"))

    def _go_on(self, seconds: float = _PIECE_SECONDS) -> None:
        if self._pieces is None:
            return
        until = time.perf_counter() + seconds
        for hits in self._pieces:
            self.hits += hits
            if time.perf_counter() > until:
                self._timer.start()
                return
        self._timer.stop()
        self._pieces = None
        self.ended.emit()
