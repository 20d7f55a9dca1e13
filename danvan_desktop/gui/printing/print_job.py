"""Print job: the system's print dialog, then the pages of the preview at the printer's own resolution.

What goes to a file is no picture of the pages but the very PDF that is exported, with its text and its tags.
"""

import logging
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QLineEdit, QMessageBox, QProgressDialog, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.printing.page_painter import chosen_pages, print_report
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import documents_folder
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.message import question, show_problem, wait_for_answer
from danvan_desktop.layout.pages import ChoosePages
from danvan_desktop.report.lifecycle.filename import proposed_name
from danvan_desktop.report.model import Report

if TYPE_CHECKING:  # who prints a report needs nothing of it
    from danvan_desktop.inspection.sheet import ComplianceSheet

_ON_WINDOWS = sys.platform == "win32"
_SOON_MS = 400
_PDF_PRINTER = re.compile(r"\bpdf\b|pdf(?:creator|24)|(?:do|cute|prime)pdf", re.IGNORECASE)
"""How printers are called that make a PDF: "Microsoft Print to PDF"."""
_FILE_NAME = "filename"
"""Qt's name for the field of its own dialog, on Linux, that proposes a file."""
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
        name = f"{proposed_name(report)}.pdf"
        _ask_and_print(report, new_printer(report), (_REPORT, name), jobs, window, notice)


def ask_and_print_sheet(
    sheet: "ComplianceSheet", jobs: Jobs, window: QWidget, notice: Notice, save_pdf: Callable[[], object]
) -> None:
    """Do the same for a compliance sheet (Phiếu kiểm tra thể thức)."""
    if has_printer() or _takes_pdf(window, "&Lưu phiếu PDF…", save_pdf):
        from danvan_desktop.gui.worker.sheet_pdf import sheet_name

        printer = _printer(f"{_SHEET}: {sheet.source.name}")
        _ask_and_print(sheet, printer, (f"In {_SHEET}", sheet_name(sheet)), jobs, window, notice)


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
    called: tuple[str, str],
    jobs: Jobs,
    window: QWidget,
    notice: Notice,
) -> None:
    """Ask and print; ``called`` are the title of the dialog and the name that a file has."""
    title, name = called
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    field: QLineEdit | None = dialog.findChild(QLineEdit, _FILE_NAME)
    if field is not None:
        field.setText(str(Path(documents_folder()) / name))
    chosen = dialog.exec()
    dialog.deleteLater()
    if not chosen:
        return
    file = pdf_file(printer, lambda: _ask_for_file(window, title, name))
    if file is not None or not makes_pdf(printer):
        job = PrintJob(printer, printed, window, title, file)
        job.notice.connect(notice)
        job.start(jobs)


def makes_pdf(printer: QPrinter) -> bool:
    """Tell whether ``printer`` is a program that makes a PDF of what it is given."""
    return not printer.outputFileName() and bool(_PDF_PRINTER.search(printer.printerName()))


def pdf_file(printer: QPrinter, ask: Callable[[], Path | None]) -> Path | None:
    """Give the file that the pages go to as a PDF; ``ask`` for it where the printer would.

    None: to paper, or the user called it off.
    """
    if makes_pdf(printer):
        return ask()
    is_pdf = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
    return Path(printer.outputFileName()) if is_pdf and printer.outputFileName() else None


def _ask_for_file(window: QWidget, title: str, name: str) -> Path | None:
    path = file_dialog.ask_save(window, title, str(Path(documents_folder()) / name), "Tệp PDF (*.pdf)")
    if path is None or path.suffix.lower() == ".pdf":
        return path
    return path.with_name(f"{path.name}.pdf")


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
        self,
        printer: QPrinter,
        printed: "Report | ComplianceSheet",
        window: QWidget,
        title: str = _REPORT,
        file: Path | None = None,
    ) -> None:
        """Keep what is needed; :meth:`start` prints, or writes the PDF ``file``."""
        super().__init__(window)
        self._file = file
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
        if self._file is None:
            print_report(self._printed, self._printer, self._on_page, lambda: self._stopped)
        else:
            _write_pdf(self._printed, self._file, partial(chosen_pages, self._printer))

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
        file = self._file or (Path(name) if (name := self._printer.outputFileName()) else None)
        if file is not None and (self._file is not None or not self._stopped):
            self.notice.emit(f"Đã in vào tệp: {file.absolute()}")
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


def _write_pdf(printed: "Report | ComplianceSheet", file: Path, choose: ChoosePages) -> None:
    """Write the PDF that is exported, of the chosen pages; what is there was asked about already.

    Copies and the last page first are for paper: a file has each page once, as it is read.
    """
    if isinstance(printed, Report):
        from danvan_desktop.exporters import export_pages

        export_pages(printed, file, choose)
    else:
        from danvan_desktop.gui.worker.sheet_pdf import save_sheet

        save_sheet(printed, file, choose)
