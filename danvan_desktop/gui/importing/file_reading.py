"""Reading of foreign files for the window: in a process of their own, with a way to stop it.

What is asked for here never runs in the window's process (``file_reader/``).
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.background_jobs import Jobs

if TYPE_CHECKING:  # nobody needs it before the first file
    from danvan_desktop.file_reader.old_word.conversion import Conversion
    from danvan_desktop.file_reader.process import FileReader

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Readers:
    """Gives a reader of its own for each file of one job, and stops the one at work."""

    def __init__(self, warm: "Sequence[FileReader]" = ()) -> None:
        """Give first those that are ``warm``, in their order."""
        self._guard = threading.Lock()
        self.is_stopped = False
        """Whether :meth:`stop` was called: what is read then is not wanted."""
        self._warm = list(warm)
        self._at_work: FileReader | Conversion | None = self._warm[0] if self._warm else None
        self._given: list[FileReader | Conversion] = []

    def take(self) -> "FileReader":
        """Return a reader for the next file; a stopped one after :meth:`stop`."""
        from danvan_desktop.file_reader.process import FileReader

        with self._guard:
            reader = self._warm.pop(0) if self._warm else FileReader()
            self._at_work = reader
            self._given.append(reader)
            is_stopped = self.is_stopped
        if is_stopped:
            reader.stop()
        return reader

    def follow(self, conversion: "Conversion") -> "Conversion":
        """Let ``conversion``, which comes before a reading, be stopped too."""
        with self._guard:
            self._at_work = conversion
            self._given.append(conversion)
            is_stopped = self.is_stopped
        if is_stopped:
            conversion.stop()
        return conversion

    def stop(self) -> None:
        """End the reading under way; any thread may call it."""
        with self._guard:
            self.is_stopped = True
            begun = [*self._given, *self._warm]
        for each in begun:
            each.stop()

    def cool_down(self) -> None:
        """End those that nothing was read with."""
        with self._guard:
            left, self._warm = self._warm, []
        for each in left:
            each.stop()

    @property
    def pages(self) -> tuple[int, int]:
        """How many pages of how many are read; 0, 0 where they are not counted."""
        reader = self._at_work
        return (reader.progress.page, reader.progress.pages) if reader is not None else (0, 0)


class FileReading(QObject):
    """Reads files one at a time: what it reads is shown by :class:`ReadingStrip`."""

    begun = Signal()
    ended = Signal()
    """It has come to an end, one way or another."""
    stopped = Signal()
    """The end was asked for, and nothing was taken from the file; before :attr:`ended`."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._jobs = jobs
        self._readers: Readers | None = None
        self._warm: list[FileReader] = []
        self._since = 0.0
        self.notice = ""
        """What is being done, for the user: "Đang nhập bao-cao.docx…"."""

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._readers is not None

    @property
    def seconds(self) -> float:
        """How long the reading under way has taken."""
        return time.monotonic() - self._since

    @property
    def pages(self) -> tuple[int, int]:
        """How many pages of how many are read; 0, 0 where they are not counted."""
        return self._readers.pages if self._readers is not None else (0, 0)

    def warm_up(self, count: int = 1) -> None:
        """Get ``count`` readers ready, while the file is still being chosen; returns at once."""
        from danvan_desktop.file_reader.process import FileReader

        while len(self._warm) < count:
            reader = FileReader()
            self._warm.append(reader)
            self._jobs.start(reader.warm_up, _ignore, _log_error, reader.stop)

    def cool_down(self) -> None:
        """No file was chosen; returns at once."""
        warm, self._warm = self._warm, []
        for reader in warm:
            self._jobs.start(reader.stop, _ignore, _log_error)

    def start(
        self,
        notice: str,
        read: Callable[[Readers], T],
        done: Callable[[T], object],
        failed: Callable[[str], object],
    ) -> None:
        """Run ``read`` off the GUI thread, then in it ``done``, or ``failed`` with a message for the user.

        Neither is called after :meth:`stop`.
        """
        if self.is_busy:
            raise RuntimeError("one at a time")
        readers = self._readers = Readers(self._warm)
        self._warm = []
        self.notice, self._since = notice, time.monotonic()

        def on_result(result: Any) -> None:  # noqa: ANN401 - what "read" returned
            if isValid(self):
                self._end()
                done(result)

        def on_error(error: BaseException) -> None:
            if isValid(self):
                if readers.is_stopped:
                    self.stopped.emit()
                self._end()
                if not readers.is_stopped:
                    failed(_message(error))

        def run() -> T:
            try:
                return read(readers)
            finally:
                readers.cool_down()

        self._jobs.start(run, on_result, on_error, readers.stop)
        self.begun.emit()

    def stop(self) -> None:
        """End the reading under way; returns at once."""
        if self._readers is not None:
            self._jobs.start(self._readers.stop, _ignore, _log_error)

    def _end(self) -> None:
        self._readers = None
        self.ended.emit()


def _message(error: BaseException) -> str:
    """What to tell of ``error``; the traceback of a reader goes to the log."""
    if not isinstance(error, UserError):
        raise error
    if error.trace:
        _log.error("the reader process failed: %s", error.trace)
    return error.message


def _ignore(_: object) -> None:
    pass


def _log_error(error: BaseException) -> None:
    _log.error("a reader process was not made ready or not ended", exc_info=error)
