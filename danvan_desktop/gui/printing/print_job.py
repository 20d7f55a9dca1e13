"""Printing: the pages of the preview in the printer's own dots, unscaled, through the system's dialog."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.printing.page_painter import print_report
from danvan_desktop.gui.services.jobs import Jobs
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.report.model import Report

if TYPE_CHECKING:  # who prints a report needs nothing of it
    from danvan_desktop.inspection.sheet import ComplianceSheet

_SOON_MS = 400
_REPORT, _SHEET = "In báo cáo", "phiếu kiểm tra thể thức"
_UNEXPECTED = (
    "Lỗi ngoài dự kiến khi in; chi tiết ở nhật ký lỗi. Hãy thử lại, hoặc xuất tệp PDF rồi in tệp đó."
)

Said = Callable[[str], object]
"""Is told what the person has to know afterwards."""

_log = logging.getLogger(__name__)


def ask_and_print(report: Report, jobs: Jobs, window: QWidget, said: Said) -> None:
    """Ask for printer, pages and copies, and print ``report``; ``said`` is told of a file it went to."""
    _ask_and_print(report, new_printer(report), _REPORT, jobs, window, said)


def ask_and_print_sheet(sheet: "ComplianceSheet", jobs: Jobs, window: QWidget, said: Said) -> None:
    """The same for a filled sheet (Phiếu kiểm tra thể thức)."""
    printer = _printer(f"{_SHEET}: {sheet.source.name}")
    _ask_and_print(sheet, printer, f"In {_SHEET}", jobs, window, said)


def _ask_and_print(
    printed: "Report | ComplianceSheet",
    printer: QPrinter,
    title: str,
    jobs: Jobs,
    window: QWidget,
    said: Said,
) -> None:
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    chosen = dialog.exec()
    dialog.deleteLater()
    if chosen:
        job = PrintJob(printer, printed, window, title)
        job.told.connect(said)
        job.start(jobs)


def new_printer(report: Report) -> QPrinter:
    """The default printer, set to what our pages are: A4 to the edge of the paper, upright."""
    return _printer(" ".join(f"{report.kind} {report.subject}".split()))


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Danvan Desktop")
    set_paper(printer)
    return printer


def set_paper(printer: QPrinter) -> None:
    """Set A4 upright, without margins: the pages bring their own."""
    printer.setFullPage(True)
    size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))


class PrintJob(QObject):
    """One report or sheet on its way to a printer: in a thread, with a dialog that can stop it."""

    done = Signal()
    told = Signal(str)
    """Into which file it was printed; of a printer nothing: the paper shows it."""
    _progress = Signal(int, int)

    def __init__(
        self, printer: QPrinter, printed: "Report | ComplianceSheet", window: QWidget, title: str = _REPORT
    ) -> None:
        """Keep what is needed; :meth:`start` prints."""
        super().__init__(window)
        self._printer, self._printed, self._window = printer, printed, window
        self._stopped = False
        self.dialog = QProgressDialog("Đang chuẩn bị trang in…", "Thôi in", 0, 0, window)
        self.dialog.setWindowTitle(title)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.setMinimumDuration(_SOON_MS)
        self.dialog.setAutoClose(False)
        self.dialog.setAutoReset(False)
        self.dialog.canceled.connect(self._stop)
        self._progress.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    def start(self, jobs: Jobs) -> None:
        """Print in a thread of its own."""
        set_paper(self._printer)  # whatever the dialog chose: our pages are A4
        jobs.start(self._print, self._tell, self._fail)

    def _print(self) -> None:
        print_report(self._printed, self._printer, self._told, lambda: self._stopped)

    def _told(self, printed: int, of: int) -> None:
        self._progress.emit(printed, of)

    def _show_progress(self, printed: int, of: int) -> None:
        if not self._stopped:
            self.dialog.setMaximum(of)
            self.dialog.setLabelText(f"Đang in trang {min(printed + 1, of)}/{of}…")
            self.dialog.setValue(printed)

    def _stop(self) -> None:
        self._stopped = True

    def _tell(self, _: object) -> None:
        if self._printer.outputFileName() and not self._stopped:
            self.told.emit(f"Đã in vào tệp: {Path(self._printer.outputFileName()).absolute()}")
        self._finish(None)

    def _finish(self, _: object) -> None:
        self.dialog.deleteLater()
        self.deleteLater()
        self.done.emit()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            _log.error("not printed", exc_info=error)
        message = error.message if isinstance(error, UserError) else _UNEXPECTED
        show_problem("Không in được", message, self._window)
        self._finish(None)
