"""Measures files off the GUI thread; stale answers are dropped.

The open report is written and measured by a worker process, which has its own program's files only before it.
A file that lies on disk may be anybody's: a reader process measures it.
"""

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal

from danvan_desktop.errors import UserError
from danvan_desktop.gui.importing.file_reading import FileReading, Readers
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.worker.messages import InspectedReport, InspectReport, Refused
from danvan_desktop.gui.worker.process import WorkerError, WorkerProcess
from danvan_desktop.inspection.sheet import ComplianceSheet
from danvan_desktop.report.model import Report

_NOT_MEASURED = (
    "Chưa kiểm tra được thể thức; chi tiết ở nhật ký lỗi. Việc soạn và lưu không bị ảnh hưởng. "
    "Hãy thử lại, nếu vẫn vậy thì đóng phần mềm rồi mở lại."
)
_STOPPED = "Đã thôi kiểm tra tệp này."

_log = logging.getLogger(__name__)

Sheets = tuple[ComplianceSheet, ...]


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
        self._serial = self._serial_of_reading = 0
        self._waiting: tuple[Path, ...] = ()
        self.reading = FileReading(jobs, self)
        self.reading.ended.connect(self._read_waiting)
        self.reading.stopped.connect(self._on_stopped)

    def check_files(self, files: Sequence[Path]) -> None:
        """Have ``files`` measured."""
        self.forget()
        self._waiting = tuple(files)
        if not self.reading.is_busy:
            self._read_waiting()

    def check_report(self, report: Report, names: Sequence[str]) -> None:
        """Have ``report`` written as files of these ``names``, which are measured and thrown away."""
        self.forget()
        serial, link = self._serial, WorkerProcess()
        done, failed = partial(self._done, serial), partial(self._report_failed, serial)
        self._jobs.start(lambda: measured_report(link, report, names), done, failed, link.close)

    def forget(self) -> None:
        """Drop the answer under way."""
        self._serial += 1
        self._waiting = ()
        self.reading.stop()

    def _read_waiting(self) -> None:
        files, self._waiting = self._waiting, ()
        if files:
            self._serial_of_reading = self._serial
            names = ", ".join(file.name for file in files)
            done, failed = partial(self._done, self._serial), partial(self._refused, self._serial)
            self.reading.start(f"Đang kiểm tra {names}…", lambda r: _measured(r, files), done, failed)

    def _on_stopped(self) -> None:
        """Say so, unless it was stopped because nobody wants the answer any more."""
        self._refused(self._serial_of_reading, _STOPPED)

    def _done(self, serial: int, sheets: Sheets) -> None:
        if serial == self._serial:
            self.measured.emit(sheets)

    def _report_failed(self, serial: int, error: BaseException) -> None:
        if not isinstance(error, UserError):
            _log.error("not measured", exc_info=error)
        self._refused(serial, error.message if isinstance(error, UserError) else _NOT_MEASURED)

    def _refused(self, serial: int, message: str) -> None:
        if serial == self._serial:
            self.refused.emit(message)


def _measured(readers: Readers, files: tuple[Path, ...]) -> Sheets:
    return tuple(readers.take().sheet(file) for file in files)


def measured_report(link: WorkerProcess, report: Report, names: Sequence[str]) -> Sheets:
    """Have ``report`` measured by the worker of ``link``, which ends with it: so does its memory.

    The folder is ours and not the worker's: it is gone also where that is ended in the middle.

    Raises:
        UserError: there is no sheet, and why.
    """
    with TemporaryDirectory(prefix="danvan-", ignore_cleanup_errors=True) as folder:
        files = tuple(Path(folder) / name for name in names)
        try:
            answer = link.ask(InspectReport(report, files))
        except WorkerError as error:
            raise UserError(_NOT_MEASURED) from error
        finally:
            link.close()
    if isinstance(answer, Refused):
        if answer.trace:
            _log.error("not measured: %s", answer.trace)
        raise UserError(answer.message)
    if not isinstance(answer, InspectedReport):
        raise TypeError(answer)
    return answer.sheets
