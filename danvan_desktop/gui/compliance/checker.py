"""Measures files in a worker process, off the GUI thread; stale answers are dropped."""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.worker.messages import InspectedFiles, InspectFiles, Refused
from danvan_desktop.gui.worker.process import WorkerError, WorkerProcess
from danvan_desktop.inspection.sheet import ComplianceSheet
from danvan_desktop.report.model import Report

_NOT_MEASURED = (
    "Chưa kiểm tra được thể thức; chi tiết ở nhật ký lỗi. Việc soạn và lưu không bị ảnh hưởng. "
    "Hãy thử lại, nếu vẫn vậy thì đóng chương trình rồi mở lại."
)

_log = logging.getLogger(__name__)


class FileChecker(QObject):
    """Requests the compliance sheets of files; only the newest request is answered."""

    measured = Signal(object)
    """The sheets (``tuple[ComplianceSheet, ...]``), in the order of the files."""
    refused = Signal(str)
    """Why there are none, in Vietnamese."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        """Measure nothing yet."""
        super().__init__(parent)
        self._jobs = jobs
        self._serial = 0

    def check(self, files: Sequence[Path], report: Report | None = None) -> None:
        """Have ``files`` measured; with ``report`` they are names, and its copies are written first."""
        self._serial += 1
        serial, request = self._serial, InspectFiles(tuple(files), report)
        done, failed = partial(self._done, serial), partial(self._failed, serial)
        self._jobs.start(lambda: _ask(request), done, failed)

    def forget(self) -> None:
        """Drop the answer under way."""
        self._serial += 1

    def _done(self, serial: int, sheets: tuple[ComplianceSheet, ...]) -> None:
        if serial == self._serial:
            self.measured.emit(sheets)

    def _failed(self, serial: int, error: BaseException) -> None:
        if not isinstance(error, UserError):
            _log.error("not measured", exc_info=error)
        if serial == self._serial:
            self.refused.emit(error.message if isinstance(error, UserError) else _NOT_MEASURED)


def _ask(request: InspectFiles) -> "tuple[ComplianceSheet, ...]":
    """Start a worker process for ``request`` alone: its memory is freed with it."""
    link = WorkerProcess()
    try:
        answer = link.ask(request)
    except WorkerError as error:
        raise UserError(_NOT_MEASURED) from error
    finally:
        link.close()
    if isinstance(answer, Refused):
        if answer.trace:
            _log.error("not measured: %s", answer.trace)
        raise UserError(answer.message)
    if not isinstance(answer, InspectedFiles):
        raise TypeError(answer)
    return answer.sheets
