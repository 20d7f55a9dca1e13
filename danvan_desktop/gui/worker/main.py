"""Main loop of the worker process: answers requests to typeset, rasterise, inspect and check our own report.

A process and not a thread: typesetting a report is work in Python, and in a thread of the window it would
delay keys. Nothing of Qt is imported here.
"""

import contextlib
import os
import pickle
import signal
import time
import traceback
from typing import TYPE_CHECKING, BinaryIO

from danvan_desktop.errors import UserError
from danvan_desktop.gui.worker.messages import (
    Answer,
    CheckContent,
    CheckedContent,
    ComposedReport,
    ComposeReport,
    ComposeSheet,
    DrawPage,
    InspectedReport,
    InspectReport,
    PageMap,
    Refused,
    Request,
)
from danvan_desktop.report.model import Report

if TYPE_CHECKING:
    from danvan_desktop.gui.worker.check_content import ContentCheck
    from danvan_desktop.gui.worker.pdf_raster import PdfRaster
    from danvan_desktop.inspection.sheet import ComplianceSheet

_NOT_SET = (
    "Chưa dựng được trang in của báo cáo này; chi tiết ở nhật ký lỗi. Việc soạn và lưu không bị ảnh hưởng."
)


def main() -> int:
    """Be the worker process: requests come in at stdin, answers go out at stdout."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the window's business
    with open(os.dup(0), "rb") as requests, open(os.dup(1), "wb") as answers:  # noqa: PTH123 - no paths
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)  # a library that prints must not speak to the window
        serve(requests, answers)
    return 0


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests, each before the next is read, until the window closes its end."""
    desk = RequestHandler()
    with contextlib.suppress(EOFError, OSError):
        while True:
            answer = desk.answer(pickle.load(requests))  # noqa: S301 - only our own window has the other end
            pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


class RequestHandler:
    """Answers requests; holds the report that was typeset last."""

    def __init__(self) -> None:
        """Hold none."""
        self._drawing: PdfRaster | None = None
        self._content: ContentCheck | None = None

    def answer(self, request: Request) -> Answer:
        """Do what is asked for; what goes wrong is an answer too."""
        try:
            return self._do(request)
        except UserError as error:
            return Refused(error.message)
        except Exception:  # noqa: BLE001 - sent to the window, which logs it; the worker must live on
            return Refused(_NOT_SET, traceback.format_exc())

    def _do(self, request: Request) -> Answer:
        if isinstance(request, ComposeReport):
            return self._compose(request.report)
        if isinstance(request, ComposeSheet):
            return self._compose_sheet(request.sheet)
        if isinstance(request, InspectReport):
            return _measure(request)
        if isinstance(request, CheckContent):
            return self._check(request)
        return self._draw(request)

    def _compose(self, report: Report) -> Answer:
        from danvan_desktop.exporters.pdf import pdf_bytes
        from danvan_desktop.exporters.prepared_report import PreparedReport
        from danvan_desktop.gui.worker.line_map import page_maps
        from danvan_desktop.gui.worker.pdf_raster import PdfRaster
        from danvan_desktop.layout.fit_to_pages import is_slipped
        from danvan_desktop.report.lifecycle.secrecy import refuse_secrecy

        refuse_secrecy(report)
        source = PreparedReport(report)
        coloured = {number for number, page in enumerate(source.pages.pages) if page.is_coloured}
        self._take(PdfRaster(pdf_bytes(source.pages, source.fonts), coloured))
        return ComposedReport(page_maps(source.pages, report), is_slipped(source.pages))

    def _check(self, wanted: CheckContent) -> Answer:
        from danvan_desktop.gui.worker.check_content import ContentCheck

        began = time.perf_counter()
        self._content = self._content or ContentCheck()
        findings, unanswered = self._content.check(wanted)
        return CheckedContent(findings, unanswered, time.perf_counter() - began)

    def _compose_sheet(self, sheet: "ComplianceSheet") -> Answer:
        from danvan_desktop.gui.worker.line_map import look_of
        from danvan_desktop.gui.worker.pdf_raster import PdfRaster
        from danvan_desktop.gui.worker.sheet_pdf import sheet_pdf

        pdf, pages = sheet_pdf(sheet)
        self._take(PdfRaster(pdf))
        return ComposedReport(
            tuple(PageMap(page.width, page.height, (), look_of(page)) for page in pages.pages)
        )

    def _take(self, drawing: "PdfRaster") -> None:
        if self._drawing is not None:
            self._drawing.close()
        self._drawing = drawing

    def _draw(self, wanted: DrawPage) -> Answer:
        if self._drawing is None or wanted.page >= len(self._drawing):
            return Refused("")
        return self._drawing.draw(wanted)


def _measure(wanted: InspectReport) -> Answer:
    from danvan_desktop.gui.worker.inspect_report import measured

    return InspectedReport(measured(wanted.report, wanted.files))
