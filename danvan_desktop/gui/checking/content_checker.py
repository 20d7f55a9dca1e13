"""Checks the open report in a worker process of its own; only the newest answer is told.

A process and not a thread: proof-reading is work in Python and would delay keys. Its own, for typesetting a
long report would keep it waiting. The thread here only pickles, in pieces, and waits.
"""

import logging

from PySide6.QtCore import QObject, Qt, Signal

from danvan_desktop.checks import Finding
from danvan_desktop.frozen import frozen
from danvan_desktop.gui.worker.asking_thread import AskingThread
from danvan_desktop.gui.worker.messages import Answer, CheckContent, CheckedContent, Refused
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
        self._thread = AskingThread[_Task](
            "proof", self._next, self._request, self._answered.emit, NOT_CHECKED, IDLE_SECONDS
        )
        self._link = self._thread.link
        self._link.in_background = True
        self._task: _Task | None = None
        self._serial = self._oldest_wanted = 0
        self._issued: tuple[tuple[Report, ...], tuple[ReportPieces, ...]] = ((), ())
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def pid(self) -> int | None:
        """The worker process, while there is one."""
        return self._link.pid

    def check(self, report: Report, office: OfficeProfile) -> None:
        """Have ``report`` checked; one that is still waiting is dropped. Returns at once."""
        with self._thread.lock:
            self._serial += 1
            self._oldest_wanted = self._serial
            self._task = _Task(self._serial, report, office)
        self._thread.wake()

    def forget(self) -> None:
        """Another report is opened: no answer under way is wanted any more."""
        with self._thread.lock:
            self._task = None
            self._oldest_wanted = self._serial + 1

    def close(self) -> None:
        """End thread and process."""
        self._thread.close()

    def _next(self) -> _Task | None:
        task, self._task = self._task, None
        return task

    def _request(self, task: _Task) -> CheckContent:
        if self._issued[0] is not task.office.issued:
            self._issued = task.office.issued, tuple(map(in_pieces, task.office.issued))
        office = task.office
        return CheckContent(in_pieces(task.report), office.known, office.rules_off, self._issued[1])

    def _on_answer(self, task: _Task, answer: Answer) -> None:
        if self._thread.is_ending or task.serial < self._oldest_wanted:
            return
        if isinstance(answer, CheckedContent):
            self.checked.emit(CheckedReport(task.report, answer.findings, answer.unanswered, answer.seconds))
        elif isinstance(answer, Refused):
            if answer.trace:
                _log.error("not checked: %s", answer.trace)
            self.refused.emit(NOT_CHECKED if answer.trace else answer.message)
