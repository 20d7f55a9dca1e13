"""Work off the GUI thread: a function of values runs elsewhere, its answer comes back here.

A job cannot touch the window, so it may be late: whoever starts it checks that the answer is still wanted.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

_log = logging.getLogger(__name__)

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class _Job(QObject):
    """One running function; its signals cross from its thread to the GUI's."""

    _answered = Signal(object)
    _raised = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[], Any], done: Done, failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._done, self._failed = work, done, failed
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)
        self._raised.connect(self._on_raise, Qt.ConnectionType.QueuedConnection)
        self.thread_of_work = threading.Thread(target=self._run, name="job", daemon=True)

    def drop_answer(self) -> None:
        """Whoever asked is going away; an answer may be on its way already."""
        self._done = self._failed = lambda _: None

    def _run(self) -> None:
        failed = False
        try:
            answer = self._work()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is shown in the GUI thread
            failed, answer = True, error
        if isValid(self):  # else whoever asked is gone with its window
            (self._raised if failed else self._answered).emit(answer)

    def _on_answer(self, answer: object) -> None:
        self.ended.emit()
        self._done(answer)

    def _on_raise(self, error: BaseException) -> None:
        self.ended.emit()
        self._failed(error)


class Jobs(QObject):
    """Starts jobs and waits for them before the window goes."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Run nothing yet."""
        super().__init__(parent)
        self._running: list[_Job] = []

    def start(self, work: Callable[[], Any], done: Done, failed: Failed) -> None:
        """Run ``work`` in a thread of its own; then ``done`` or ``failed`` in the GUI thread."""
        job = _Job(work, done, failed, self)
        self._running.append(job)
        job.ended.connect(self._forget)
        job.thread_of_work.start()

    @property
    def busy(self) -> bool:
        """Whether a job has not answered yet."""
        return bool(self._running)

    def wait(self, seconds: float = 30) -> None:
        """Let running work end: an export is finished, not cut in two. Answers are dropped."""
        for job in self._running:
            job.thread_of_work.join(seconds)
            if job.thread_of_work.is_alive():
                _log.error("a job did not end in %s s", seconds)
            job.drop_answer()
            job.deleteLater()
        self._running.clear()

    def _forget(self) -> None:
        job = self.sender()
        if isinstance(job, _Job) and job in self._running:
            self._running.remove(job)
            job.deleteLater()
