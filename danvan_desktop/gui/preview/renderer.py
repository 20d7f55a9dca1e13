"""Render thread: sends the newest report and the visible pages to the worker process, drops stale answers."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.worker.asking_thread import AskingThread
from danvan_desktop.gui.worker.messages import (
    Answer,
    ComposedReport,
    ComposeReport,
    DrawPage,
    PageMap,
    Picture,
    Refused,
)
from danvan_desktop.report.model import Report

NO_WORKER = "Không mở được phần dựng trang in. Hãy lưu báo cáo, đóng phần mềm rồi mở lại."

_log = logging.getLogger(__name__)


@frozen
class PageSet:
    """The pages of one report as it was at one moment."""

    serial: int
    pages: tuple[PageMap, ...]
    slipped: bool = False


@frozen
class PageImage:
    """The raster image of one page of a :class:`PageSet`."""

    serial: int
    page: int
    image: QImage


@frozen
class _Task:
    serial: int
    """Of the set that a page belongs to; of a report the one it will get."""
    request: ComposeReport | DrawPage


class Renderer(QObject):
    """Queues requests for the worker process; one is under way at a time."""

    composed = Signal(object)
    """A new :class:`PageSet`: the newest there is."""
    drawn = Signal(object)
    """A :class:`PageImage` of the newest set."""
    refused = Signal(str)
    """Why there are no pages, in Vietnamese."""
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start neither thread nor process: they come with the first report."""
        super().__init__(parent)
        self._thread = AskingThread[_Task](
            "preview", self._next, lambda task: task.request, self._pass_on, NO_WORKER
        )
        self._link = self._thread.link
        self._report: _Task | None = None
        self._pages: list[_Task] = []
        self._last_serial = self._oldest_wanted = self._shown = 0
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def pid(self) -> int | None:
        """The worker process, while there is one."""
        return self._link.pid

    def show(self, report: Report) -> None:
        """Have ``report`` typeset; one that is still waiting is dropped. Returns at once."""
        with self._thread.lock:
            self._last_serial += 1
            self._report = _Task(self._last_serial, ComposeReport(report))
        self._thread.wake()

    def want(self, serial: int, draws: Sequence[DrawPage]) -> None:
        """Have these pages of set ``serial`` drawn, in this order; others wanted before are forgotten."""
        with self._thread.lock:
            self._pages = [_Task(serial, draw) for draw in draws]
        self._thread.wake()

    def forget(self) -> None:
        """Another report is opened: no answer under way is wanted any more."""
        with self._thread.lock:
            self._report, self._pages = None, []
            self._oldest_wanted = self._last_serial + 1

    def close(self) -> None:
        """End thread and process."""
        self._thread.close()

    def _next(self) -> _Task | None:
        """Pages go first: setting a long report takes longer than a look at it."""
        if self._pages:
            return self._pages.pop(0)
        task, self._report = self._report, None
        return task

    def _pass_on(self, task: _Task, answer: Answer) -> None:
        """Send an answer to the window; images are made here, where no key waits for it."""
        shown: Answer | QImage = answer
        if isinstance(answer, Picture) and isinstance(task.request, DrawPage):
            shown = _narrowed(image_of(answer), task.request.shown)
        self._answered.emit(task, shown)

    def _on_answer(self, task: _Task, answer: Answer | QImage) -> None:
        if self._thread.is_ending or task.serial < self._oldest_wanted:
            return
        if isinstance(answer, ComposedReport):
            self._shown = task.serial
            self.composed.emit(PageSet(task.serial, answer.pages, answer.slipped))
        elif isinstance(answer, QImage) and isinstance(task.request, DrawPage):
            if task.serial == self._shown:
                self.drawn.emit(PageImage(task.serial, task.request.page, answer))
        elif isinstance(answer, Refused):
            if answer.trace:
                _log.error("no preview: %s", answer.trace)
            if answer.message:
                self.refused.emit(answer.message)


def image_of(picture: Picture) -> QImage:
    """The dots of ``picture`` as an image of its own."""
    form = QImage.Format.Format_BGR888 if picture.coloured else QImage.Format.Format_Grayscale8
    return QImage(picture.dots, picture.width, picture.rows, picture.stride, form).copy()


def _narrowed(image: QImage, width: int) -> QImage:
    if not width:
        return image
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, image.height(), ratio, smooth)
