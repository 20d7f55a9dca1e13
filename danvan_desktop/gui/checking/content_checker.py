"""Checks the open report in a worker process of its own; only the newest answer is told.

A process and not a thread: proof-reading is work in Python and would delay keys. Its own, for typesetting a
long report would keep it waiting. The thread here only pickles, in pieces, and waits.
"""

import logging
import threading

from PySide6.QtCore import QObject, Qt, Signal

from danvan_desktop.checks import Finding
from danvan_desktop.frozen import frozen
from danvan_desktop.gui.worker.messages import Answer, CheckContent, CheckedContent, Refused
from danvan_desktop.gui.worker.process import WorkerError, WorkerProcess
from danvan_desktop.gui.worker.report_pieces import ReportPieces, in_pieces
from danvan_desktop.report.model import Report

IDLE_SECONDS = 60.0
"""After so long without a question the process ends: its memory is wanted elsewhere."""
NOT_CHECKED = "Chưa soát được lỗi; chi tiết ở nhật ký lỗi. Việc soạn và lưu không bị ảnh hưởng."

_log = logging.getLogger(__name__)


@frozen
class OfficeProfile:
    """What the office of a report makes known to its check."""

    known: tuple[str, ...] = ()
    """Words and names that are right."""
    rules_off: tuple[str, ...] = ()
    issued: tuple[Report, ...] = ()
    """Reports it has issued: they are learned from."""


@frozen
class CheckedReport:
    """What was found in a report."""

    report: Report
    findings: tuple[Finding, ...]
    unanswered: int
    """How many of last year's tasks have no result."""
    seconds: float


@frozen
class _Task:
    serial: int
    report: Report
    office: OfficeProfile


class ContentChecker(QObject):
    """Has reports checked, one at a time; the newest one that waits is next."""

    checked = Signal(object)
    """A :class:`CheckedReport`."""
    refused = Signal(str)
    """Why there is no answer, in Vietnamese."""
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start neither thread nor process: they come with the first report."""
        super().__init__(parent)
        self._link = WorkerProcess()
        self._state = threading.Condition()
        self._task: _Task | None = None
        self._serial = self._oldest_wanted = 0
        self._ending = False
        self._thread: threading.Thread | None = None
        self._issued: tuple[tuple[Report, ...], tuple[ReportPieces, ...]] = ((), ())
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def pid(self) -> int | None:
        """The worker process, while there is one."""
        return self._link.pid

    def check(self, report: Report, office: OfficeProfile) -> None:
        """Have ``report`` checked; one that is still waiting is dropped. Returns at once."""
        with self._state:
            self._serial += 1
            self._oldest_wanted = self._serial
            self._task = _Task(self._serial, report, office)
            self._state.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="proof", daemon=True)
            self._thread.start()

    def forget(self) -> None:
        """Another report is opened: no answer under way is wanted any more."""
        with self._state:
            self._task = None
            self._oldest_wanted = self._serial + 1

    def close(self) -> None:
        """End thread and process."""
        with self._state:
            self._ending = True
            self._state.notify()
        self._link.close()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            try:
                answer = self._link.ask(self._request(task))
            except WorkerError:
                if self._ending:
                    return
                _log.exception("not checked")
                answer = Refused(NOT_CHECKED)
            except Exception:  # noqa: BLE001 - logged and shown; the thread must live on
                _log.exception("not checked")
                answer = Refused(NOT_CHECKED)
            self._answered.emit(task, answer)

    def _next(self) -> _Task | None:
        with self._state:
            while not self._state.wait_for(lambda: self._ending or self._task, IDLE_SECONDS):
                self._link.rest()
            task, self._task = self._task, None
            return None if self._ending else task

    def _request(self, task: _Task) -> CheckContent:
        if self._issued[0] is not task.office.issued:
            self._issued = task.office.issued, tuple(map(in_pieces, task.office.issued))
        office = task.office
        return CheckContent(in_pieces(task.report), office.known, office.rules_off, self._issued[1])

    def _on_answer(self, task: _Task, answer: Answer) -> None:
        if self._ending or task.serial < self._oldest_wanted:
            return
        if isinstance(answer, CheckedContent):
            self.checked.emit(CheckedReport(task.report, answer.findings, answer.unanswered, answer.seconds))
        elif isinstance(answer, Refused):
            if answer.trace:
                _log.error("not checked: %s", answer.trace)
            self.refused.emit(NOT_CHECKED)
