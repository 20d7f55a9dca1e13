"""Background jobs: a function of values runs in a thread of its own, its result comes back to the GUI thread.

A job cannot touch the window, so it may be late: whoever starts it checks that the result is still wanted.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

_log = logging.getLogger(__name__)

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


def _nothing() -> None:
    """Stop nothing: the work is short, or must not be cut in two."""


class _Job(QObject):
    """One running function; queued signals carry its result from its thread to the GUI's.

    It belongs to the application and not to the window that asked: a QObject must not be destroyed while
    another thread emits its signals.
    """

    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(
        self, work: Callable[[], Any], done: Done, failed: Failed, stop: Callable[[], object], jobs: "Jobs"
    ) -> None:
        super().__init__(QCoreApplication.instance())
        self._work, self._done, self._failed, self._jobs = work, done, failed, jobs
        self.stop = stop
        self._returned.connect(self._on_return, Qt.ConnectionType.QueuedConnection)
        self._raised.connect(self._on_raise, Qt.ConnectionType.QueuedConnection)
        self.thread_of_work = threading.Thread(target=self._run, name="job", daemon=True)

    def end(self) -> None:
        """Wait for the last of the thread and delete the job; a result on its way is dropped."""
        self.thread_of_work.join()
        self.deleteLater()

    def _run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is shown in the GUI thread
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    def _on_return(self, result: object) -> None:
        if self._is_wanted():
            self._done(result)

    def _on_raise(self, error: BaseException) -> None:
        if self._is_wanted():
            self._failed(error)

    def _is_wanted(self) -> bool:
        """End the job; tell whether the one who asked is still there."""
        self.end()
        return isValid(self._jobs) and self._jobs.forget(self)


class Jobs(QObject):
    """Starts background jobs and waits for them before the window goes."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Run nothing yet."""
        super().__init__(parent)
        self._running: list[_Job] = []

    def start(
        self, work: Callable[[], Any], done: Done, failed: Failed, stop: Callable[[], object] = _nothing
    ) -> None:
        """Run ``work`` in a thread of its own; then ``done`` or ``failed`` in the GUI thread.

        ``stop`` has it end soon: called where the window goes before.
        """
        job = _Job(work, done, failed, stop, self)
        self._running.append(job)
        job.thread_of_work.start()

    @property
    def busy(self) -> bool:
        """Whether a job has not returned yet."""
        return bool(self._running)

    def wait(self, seconds: float = 30) -> None:
        """Let running work end: what can be stopped is, an export is finished. Results are dropped."""
        for job in self._running:
            job.stop()
        for job in self._running:
            job.thread_of_work.join(seconds)
            if job.thread_of_work.is_alive():
                _log.error("a job did not end in %s s", seconds)
            else:
                job.end()
        self._running.clear()

    def forget(self, job: _Job) -> bool:
        """Count ``job`` as ended; False: nobody waits for its result any more."""
        if job not in self._running:
            return False
        self._running.remove(job)
        return True
