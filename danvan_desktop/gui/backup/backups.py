"""Backups while the program is used: a round now and then, in a thread; what it comes to is told once."""

import logging
import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from danvan_desktop.gui.backup import second_place
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.store.backup.backup import Backup, BackupOutcome
from danvan_desktop.store.backup.soundness import NotWantedError
from danvan_desktop.store.backup.synchronised_folder import service_of, warning
from danvan_desktop.store.drafts import Store

EVERY_MS = 10 * 60 * 1000
"""A round makes a copy once a day at most; but the stick may be back at any time."""
_END_SECONDS = 2.0
"""So long the end of the program waits for a round that is called off; a drive may hang."""
_FAILED = "Chưa sao lưu được vì lỗi ngoài dự kiến. Các bản sao trước vẫn còn nguyên."
_WARNED = "warned_of_synchronisation"

_log = logging.getLogger(__name__)


class Backups(QObject):
    """Makes the copies of one store."""

    said = Signal(str)
    """What may be passed over, for the status bar."""
    warned = Signal(str)
    """What the user should know, to stand until it was read."""
    shared = Signal(int, int)
    """How much of a round is done, of how much; from a thread."""
    ended = Signal(object)
    """The :class:`BackupOutcome` of a round."""

    def __init__(self, store: Store, preferences: Preferences, parent: QObject) -> None:
        """Make no copy until :meth:`begin` or :meth:`make_now`."""
        super().__init__(parent)
        self._store, self._preferences = store, preferences
        self._backup = Backup(store.file)
        self._jobs, self._looking = Jobs(self), Jobs(self)
        self._ending = threading.Event()
        self._is_asked = False
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_busy(self) -> bool:
        """Whether a round is being made."""
        return self._jobs.busy

    def begin(self) -> None:
        """Make the copy of the day where it is due, from now on as long as the program is open."""
        if self._store.read_only_reason:
            return
        self._look_at_folder()
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Make a round, unless one is being made."""
        if not self._jobs.busy:
            self._start(asked=False)

    def make_now(self) -> None:
        """Make a copy whatever there is; :attr:`ended` tells of it."""
        if self._jobs.busy:
            self._is_asked = True
        else:
            self._start(asked=True)

    def end(self) -> None:
        """Have a round end now: nothing of it is left. Ending twice is harmless."""
        self._timer.stop()
        self._ending.set()
        for jobs in (self._jobs, self._looking):
            jobs.wait(_END_SECONDS)

    def _start(self, *, asked: bool) -> None:
        place = second_place.chosen(self._preferences)
        work = partial(
            self._backup.round,
            place,
            asked=asked,
            is_wanted=lambda: not self._ending.is_set(),
            tell=self.shared.emit,
        )
        self._jobs.start(work, self._on_end, self._on_failure, self._ending.set)

    def _on_end(self, outcome: BackupOutcome) -> None:
        if outcome.problem:
            self._say_once(self.warned.emit, outcome.problem)
        if outcome.second_problem:
            self._say_once(self.said.emit, outcome.second_problem)
        place = second_place.chosen(self._preferences)
        if outcome.is_absent and place is not None:
            self._say_once(
                self.said.emit,
                f"Chưa thấy nơi sao lưu thứ hai ({place.place}): khi có lại, các bản sao sẽ được chép sang.",
            )
        self._go_on(outcome)

    def _on_failure(self, error: BaseException) -> None:
        if not isinstance(error, NotWantedError):
            _log.error("a round of backups failed", exc_info=error)
            self._on_end(BackupOutcome(problem=_FAILED))

    def _go_on(self, outcome: BackupOutcome) -> None:
        if self._is_asked:
            self._is_asked = False
            self._start(asked=True)
        self.ended.emit(outcome)

    def _say_once(self, say: Callable[[str], object], text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            say(text)

    def _look_at_folder(self) -> None:
        """Warn once in the life of a data folder that a service synchronises it."""
        folder = self._store.folder
        if self._preferences.text(_WARNED) != str(folder):
            self._looking.start(partial(service_of, folder), self._warn, self._pass_over)

    def _warn(self, service: str) -> None:
        if service:
            folder = self._store.folder
            self._preferences.keep(**{_WARNED: str(folder)})
            self.warned.emit(warning(folder, service))

    def _pass_over(self, _: BaseException) -> None:
        """A drive that does not say what it is gives no reason to warn."""
