"""Print job: the system's print dialog, then the pages of the preview at the printer's own resolution."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.printing.page_painter import print_report
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.widgets.message import question, show_problem, wait_for_answer
from danvan_desktop.report.model import Report

if TYPE_CHECKING:  # who prints a report needs nothing of it
    from danvan_desktop.inspection.sheet import ComplianceSheet

_ON_WINDOWS = sys.platform == "win32"
_SOON_MS = 400
_REPORT, _SHEET = "In báo cáo", "phiếu kiểm tra thể thức"
_UNEXPECTED = (
    "Lỗi ngoài dự kiến khi in; chi tiết ở nhật ký lỗi. Hãy thử lại, hoặc xuất tệp PDF rồi in tệp đó."
)
_NO_PRINTER = "Máy tính này chưa có máy in nào, hoặc dịch vụ in của Windows đang tắt."
_INSTEAD = "Có thể lưu thành tệp PDF rồi in tệp đó ở máy khác; trang in giống hệt."

Notice = Callable[[str], object]
"""Called with a message for the user when it is over."""

_log = logging.getLogger(__name__)


def ask_and_print(
    report: Report, jobs: Jobs, window: QWidget, notice: Notice, export_pdf: Callable[[], object]
) -> None:
    """Show the print dialog and print ``report``; ``notice`` is called when it went to a file.

    ``export_pdf`` is offered where there is no printer.
    """
    if has_printer() or _takes_pdf(window, "&Xuất tệp PDF…", export_pdf):
        _ask_and_print(report, new_printer(report), _REPORT, jobs, window, notice)


def ask_and_print_sheet(
    sheet: "ComplianceSheet", jobs: Jobs, window: QWidget, notice: Notice, save_pdf: Callable[[], object]
) -> None:
    """Do the same for a compliance sheet (Phiếu kiểm tra thể thức)."""
    if has_printer() or _takes_pdf(window, "&Lưu phiếu PDF…", save_pdf):
        printer = _printer(f"{_SHEET}: {sheet.source.name}")
        _ask_and_print(sheet, printer, f"In {_SHEET}", jobs, window, notice)


def has_printer() -> bool:
    """Tell whether the print dialog can come up: without a printer or the spooler that of Windows does not.

    On Linux it always can; it offers to print to a file.
    """
    return not _ON_WINDOWS or bool(QPrinterInfo.availablePrinterNames())


def _takes_pdf(window: QWidget, label: str, make_pdf: Callable[[], object]) -> bool:
    """Say that there is no printer and offer ``make_pdf``; True: try again, one may have been added."""
    box = question(window, "Chưa có máy in", _NO_PRINTER, _INSTEAD)
    as_pdf = box.addButton(label, QMessageBox.ButtonRole.AcceptRole)
    again = box.addButton("&Thử in lại", QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(as_pdf)
    answer = wait_for_answer(box)
    if answer is as_pdf:
        make_pdf()
    elif answer is again:
        return has_printer() or _takes_pdf(window, label, make_pdf)
    return False


def _ask_and_print(
    printed: "Report | ComplianceSheet",
    printer: QPrinter,
    title: str,
    jobs: Jobs,
    window: QWidget,
    notice: Notice,
) -> None:
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    chosen = dialog.exec()
    dialog.deleteLater()
    if chosen:
        job = PrintJob(printer, printed, window, title)
        job.notice.connect(notice)
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
    """Prints one report or compliance sheet in a background job, with a progress dialog."""

    done = Signal()
    notice = Signal(str)
    """The file it was printed to; nothing for a printer: the paper shows it."""
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
        jobs.start(self._print, self._on_printed, self._fail)

    def _print(self) -> None:
        print_report(self._printed, self._printer, self._on_page, lambda: self._stopped)

    def _on_page(self, printed: int, of: int) -> None:
        self._progress.emit(printed, of)

    def _show_progress(self, printed: int, of: int) -> None:
        if not self._stopped:
            self.dialog.setMaximum(of)
            self.dialog.setLabelText(f"Đang in trang {min(printed + 1, of)}/{of}…")
            self.dialog.setValue(printed)

    def _stop(self) -> None:
        self._stopped = True

    def _on_printed(self, _: object) -> None:
        if self._printer.outputFileName() and not self._stopped:
            self.notice.emit(f"Đã in vào tệp: {Path(self._printer.outputFileName()).absolute()}")
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
