"""Painting of pages on a printer (QPrinter), unscaled, at its own resolution, by its own worker process."""

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from danvan_desktop.errors import UserError
from danvan_desktop.gui.preview.renderer import NO_WORKER, image_of
from danvan_desktop.gui.worker.messages import (
    Answer,
    ComposedReport,
    ComposeReport,
    ComposeSheet,
    DrawPage,
    PageMap,
    Picture,
    Refused,
)
from danvan_desktop.gui.worker.process import WorkerError, WorkerProcess
from danvan_desktop.report.model import Report

if TYPE_CHECKING:  # who prints a report needs nothing of it
    from danvan_desktop.inspection.sheet import ComplianceSheet

TWIPS_PER_INCH = 1440
SHARP_DPI = 550
"""From here on a printer's dots are finer than the eye: black or white, no grey edges to be screened."""
_BLACK_FIRST = [0xFF000000, 0xFFFFFFFF]
"""Only so does Qt write a picture of one bit a dot to a print job as it is."""
_BAND_ROWS = 1024
"""A page at 1200 dots an inch would take 140 MB in one piece."""

_log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Called with the number of pages printed and the number of all."""


def print_report(
    printed: "Report | ComplianceSheet", printer: QPrinter, progress: Progress, stopped: Callable[[], bool]
) -> None:
    """Print the chosen pages of a report or of a sheet: off the GUI thread, in a worker process of its own.

    Raises:
        UserError: it cannot be set, or the printer does not take it.
    """
    link = WorkerProcess()
    try:
        compose = ComposeReport(printed) if isinstance(printed, Report) else ComposeSheet(printed)
        pages = _composed(_ask(link, compose))
        chosen = list(_copies(chosen_pages(printer, len(pages)), printer))
        _paint(printer, _Paper(link, pages, printer.resolution()), chosen, progress, stopped)
    finally:
        link.close()


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, counted from 0, in the order of the dialog's choice."""
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        if not printer.pageRanges().isEmpty():
            pages = [page - 1 for page in range(1, count + 1) if printer.pageRanges().contains(page)]
        else:
            first, last = printer.fromPage() or 1, printer.toPage() or count
            pages = list(range(max(1, first) - 1, min(last, count)))
    else:
        pages = list(range(count))
    if not pages:
        raise UserError(f"Bản in có {count} trang, không có trang nào trong số trang đã chọn. Hãy chọn lại.")
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


def _copies(pages: Sequence[int], printer: QPrinter) -> Iterator[int]:
    """``pages`` as often as wanted, where the printer does not copy by itself."""
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        for _ in range(times):
            yield from pages
    else:
        for page in pages:
            yield from [page] * times


class _Paper:
    """Pages rasterised at the printer's resolution, read from the worker in bands."""

    def __init__(self, link: WorkerProcess, pages: Sequence[PageMap], dpi: int) -> None:
        self._link, self._pages, self._dpi = link, pages, dpi

    def bands(self, number: int) -> Iterator[tuple[int, QImage]]:
        """A page from top to bottom in pieces, each with its place.

        A page set across is turned: paper always runs through the printer upright.
        """
        page = self._pages[number]
        turned = page.width > page.height
        width, height = self._dots(page.width), self._dots(page.height)
        if turned:
            width, height = height, width
        smooth = self._dpi < SHARP_DPI
        for top in range(0, height, _BAND_ROWS):
            rows = min(_BAND_ROWS, height - top)
            picture = _ask(self._link, DrawPage(number, width, height, top, rows, turned, smooth))
            if not isinstance(picture, Picture):
                raise TypeError(picture)
            image = image_of(picture)
            if picture.coloured and image.allGray():
                image = image.convertToFormat(QImage.Format.Format_Grayscale8)
            black = image.format() == QImage.Format.Format_Grayscale8
            yield top, _black_and_white(image) if black and not smooth else image

    def _dots(self, twips: int) -> int:
        return round(twips * self._dpi / TWIPS_PER_INCH)


def _black_and_white(image: QImage) -> QImage:
    """One bit a dot: an eighth of the data on the way to the printer."""
    sharp = image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    if sharp.colorTable() != _BLACK_FIRST:
        sharp.invertPixels()
        sharp.setColorTable(_BLACK_FIRST)
    return sharp


def _paint(
    printer: QPrinter, paper: _Paper, numbers: Sequence[int], progress: Progress, stopped: Callable[[], bool]
) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            "Máy in không nhận bản in. Hãy xem máy in đã bật và còn giấy chưa, hoặc chọn máy in khác."
        )
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for done, number in enumerate(numbers):
            progress(done, len(numbers))
            if done and not printer.newPage():
                raise UserError(
                    f"Máy in dừng ở trang thứ {done + 1}. Hãy xem lại máy in rồi in tiếp từ trang đó."
                )
            for top, image in paper.bands(number):
                if stopped():
                    printer.abort()
                    return
                painter.drawImage(0, top, image)
        progress(len(numbers), len(numbers))
    finally:
        painter.end()


def _ask(link: WorkerProcess, request: ComposeReport | ComposeSheet | DrawPage) -> Answer:
    try:
        answer = link.ask(request)
    except WorkerError as error:
        raise UserError(NO_WORKER) from error
    if isinstance(answer, Refused):
        if answer.trace:
            _log.error("not printed: %s", answer.trace)
        raise UserError(answer.message)
    return answer


def _composed(answer: Answer) -> tuple[PageMap, ...]:
    if not isinstance(answer, ComposedReport):
        raise TypeError(answer)
    return answer.pages
