"""Autosave thread with a queue of one slot: the newest report wins, nothing older is written after it."""

import logging
import threading
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.gui.session.version_keeper import VersionKeeper, VersionRequest
from danvan_desktop.report.model import Report
from danvan_desktop.store.takeback.received_rows import Decided

RETRY_SECONDS = 5.0
LOOK_SECONDS = 2.0
"""Between two looks at the file, while nothing is to be written."""
SLOW_SECONDS = 1.0
"""A disk that takes longer for a save is worth telling."""

_log = logging.getLogger(__name__)


class Disk(Protocol):
    """Where reports are kept; the calls come from the saver's thread and from the window's."""

    def save(
        self,
        draft_id: int,
        report: Report,
        place: str,
        *,
        whole: bool = True,
        decided: Sequence[Decided] = (),
    ) -> None:
        """Return when all is on disk; not ``whole``: only what changed of the report may be written."""

    def look_after(self) -> None:
        """See that what was saved is still there."""

    def news(self) -> tuple[str, ...]:
        """What the user should know of the file since this was last asked."""


@frozen
class SaveRequest:
    """A request to save: a report, its draft in the store, and where its cursor stood."""

    draft_id: int
    report: Report
    place: str
    decided: tuple[Decided, ...] = ()
    """What was decided up to then about Word files that came back."""


class Saver(QObject):
    """Writes reports in a thread of its own; one slot, because only one report is open at a time."""

    saved = Signal(object, object)
    """The :class:`SaveRequest` that is on disk now, and when (``datetime``)."""
    failed = Signal(str)
    """Why it is not, in Vietnamese. It is tried again every few seconds."""
    notice = Signal(str)
    """What happened to the file, in Vietnamese."""
    slow = Signal(float)
    """So many seconds a save has taken, more than :data:`SLOW_SECONDS`."""

    def __init__(
        self, disk: Disk, parent: QObject | None = None, versions: VersionKeeper | None = None
    ) -> None:
        """Start the thread, which writes to ``disk`` and looks after it, and ``versions`` to the history."""
        super().__init__(parent)
        self._disk, self._versions = disk, versions
        self._pending: SaveRequest | None = None
        self._state = threading.Condition()
        self._writing = threading.Lock()
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def hand_over(self, saving: SaveRequest) -> None:
        """Have it written soon; returns at once."""
        with self._state:
            self._pending = saving
            self._state.notify()

    def save_now(self, saving: SaveRequest) -> None:
        """Write it before returning; what was handed over before is dropped, being older.

        Raises:
            UserError: it is not on disk; it stays handed over and will be tried again.
        """
        with self._writing:  # the thread neither holds nor takes anything older from here on
            with self._state:
                self._pending = None
            try:
                self._disk.save(saving.draft_id, saving.report, saving.place, decided=saving.decided)
            except BaseException:
                with self._state:
                    self._pending = saving
                raise
        if self._versions is not None:
            self._versions.note_save(saving.draft_id, saving.report)
            self._wake()
        self._tell_news()
        self.saved.emit(saving, datetime.now().astimezone())

    def keep(self, request: VersionRequest) -> None:
        """Have a version taken soon; returns at once. What is saved later is written after it."""
        if self._versions is not None:
            self._versions.ask(request)
            self._wake()

    def hurry_versions(self) -> None:
        """Have all versions that wait written now; returns at once."""
        if self._versions is not None:
            self._versions.hurry()
            self._wake()

    @property
    def pending(self) -> SaveRequest | None:
        """What has not reached the disk."""
        with self._state:
            return self._pending

    def forget(self) -> None:
        """Drop what could not be written: the user chose to close without it."""
        with self._writing, self._state:
            self._pending = None

    def close(self) -> None:
        """End the thread, its versions written. Save first: what is still pending is not written any more."""
        with self._state:
            self._ending = True
            self._state.notify()
        self._thread.join()

    def _run(self) -> None:
        while self._wait_for_work():
            self._write_versions()
            if self.pending is None:
                self._look_after()
            elif not self._write_pending():
                with self._state:
                    self._state.wait_for(lambda: self._ending, RETRY_SECONDS)
        self._write_versions()

    def _write_versions(self) -> None:
        """Write the versions that are due, of what will be overwritten by the save after them too."""
        if self._versions is not None:
            saving = self.pending
            if saving is not None:
                self._versions.note_save(saving.draft_id, saving.report)
            self._versions.write_waiting()

    def _wake(self) -> None:
        with self._state:
            self._state.notify()

    def _has_work(self) -> bool:
        waits = self._versions is not None and self._versions.has_waiting
        return self._pending is not None or self._ending or waits

    def _wait_for_work(self) -> bool:
        """Wait until there is something to write, or it is time for a look; False: the end."""
        with self._state:
            self._state.wait_for(self._has_work, LOOK_SECONDS)
            return not self._ending

    def _look_after(self) -> None:
        with self._writing:
            try:
                self._disk.look_after()
            except UserError as error:
                self.failed.emit(error.message)
            except Exception:  # noqa: BLE001 - the next save says what is wrong; the thread must live on
                _log.exception("the file could not be looked at")
        self._tell_news()

    def _tell_news(self) -> None:
        for line in self._disk.news():
            self.notice.emit(line)

    def _write_pending(self) -> bool:
        with self._writing:
            saving = self.pending
            if saving is None:
                return True
            begin = time.monotonic()
            try:
                self._disk.save(
                    saving.draft_id, saving.report, saving.place, whole=False, decided=saving.decided
                )
            except UserError as error:
                self.failed.emit(error.message)
                return False
            except Exception as error:  # noqa: BLE001 - logged and shown; the thread must live on
                _log.exception("a report was not saved")
                self.failed.emit(f"Lỗi ngoài dự kiến khi lưu ({type(error).__name__}).")
                return False
            with self._state:
                if self._pending is saving:
                    self._pending = None
        self._tell_news()
        self.saved.emit(saving, datetime.now().astimezone())
        if time.monotonic() - begin > SLOW_SECONDS:
            self.slow.emit(time.monotonic() - begin)
        return True
