"""Tells the report after a rest to those who need milliseconds for it, one at each turn of the event loop."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from danvan_desktop.gui.services.debounce import Debounce
from danvan_desktop.report.model import Report

Follower = Callable[[Report], object]


class Followers(QObject):
    """Keys, clicks and paints go between two of them: together they would be felt."""

    def __init__(self, parent: QObject) -> None:
        """Tell nobody yet."""
        super().__init__(parent)
        self._all: list[Follower] = []
        self._waiting: list[Callable[[], object]] = []
        self._turn = Debounce(0, self._tell_next, self)

    def add(self, follower: Follower) -> None:
        """Tell ``follower`` too, after those that came before it."""
        self._all.append(follower)

    def tell(self, report: Report) -> None:
        """Begin to tell all of ``report``; who was to hear of the one before hears of this one only."""
        self._waiting = [partial(follower, report) for follower in self._all]
        self._turn.start()

    def finish(self) -> None:
        """Tell at once those who still wait."""
        while self._waiting:
            self._tell_next()

    def stop(self) -> None:
        """Tell nobody of a report that is left."""
        self._waiting.clear()
        self._turn.stop()

    def _tell_next(self) -> None:
        if not self._waiting:
            return
        tell = self._waiting.pop(0)
        if self._waiting:
            self._turn.start()  # before it is told: one that fails stops no other
        tell()
