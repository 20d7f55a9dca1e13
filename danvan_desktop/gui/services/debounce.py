"""Debounce timer: an action runs once, when nothing has asked for it again for a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Debounce(QObject):
    """Single-shot timer that each call of :meth:`start` restarts.

    ``interval`` and ``longest`` are milliseconds. With ``longest`` the action runs that long after the first
    call at the latest, however often the timer is restarted.
    """

    def __init__(
        self, interval: int, action: Callable[[], object], parent: QObject, longest: int | None = None
    ) -> None:
        """Wait for the first :meth:`start`; ``action`` is not called after ``parent`` is gone."""
        super().__init__(parent)
        self._action = action
        self._quiet = self._timer(interval)
        self._longest = self._timer(longest) if longest is not None else None

    def start(self) -> None:
        """Ask for the action; what was asked for before is put off. Cheap enough for every key."""
        self._quiet.start()
        if self._longest is not None and not self._longest.isActive():
            self._longest.start()

    @property
    def is_waiting(self) -> bool:
        """Whether the action was asked for and has not run."""
        return self._quiet.isActive()

    def stop(self) -> None:
        """Cancel what was asked for."""
        self._quiet.stop()
        if self._longest is not None:
            self._longest.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._run)
        return timer

    def _run(self) -> None:
        self.stop()
        self._action()
