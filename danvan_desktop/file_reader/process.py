"""Handle of a reader process: starts it, has it read one file within the limits, ends it."""

import contextlib
import queue
import subprocess
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from danvan_desktop import relaunch
from danvan_desktop.errors import UserError
from danvan_desktop.file_reader import answers
from danvan_desktop.file_reader.answers import Blocks, UnusableAnswerError
from danvan_desktop.file_reader.confinement import Confinement
from danvan_desktop.file_reader.deadline import Deadline
from danvan_desktop.file_reader.error_messages import Failure, failed
from danvan_desktop.file_reader.limits import TIME, TimeLimits
from danvan_desktop.file_reader.messages import Answer, Kind, Progress, ReadRequest, read_message
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.model import ReturnedFile

if TYPE_CHECKING:
    from danvan_desktop.inspection.sheet import ComplianceSheet

FILE_READER = "--file-reader"
"""What __main__ understands."""

T = TypeVar("T")


class ReadingStopped(Exception):  # noqa: N818 - nothing went wrong
    """The reading was stopped from outside: nobody waits for the file any more."""


class FileReader:
    """Reads one file in a process that ends with it. One thread reads, any thread may look and stop it."""

    def __init__(self, limits: TimeLimits = TIME) -> None:
        """Start nothing yet."""
        self._limits = limits
        self._guard = threading.Lock()
        self._stopped = False
        self._process: subprocess.Popen[bytes] | None = None
        self._confinement: Confinement | None = None
        self.progress = Progress()
        """How far the reading has come."""

    @property
    def pid(self) -> int | None:
        """The process, while there is one."""
        process = self._process
        return process.pid if process is not None else None

    def start(self) -> None:
        """Start the process; without this it comes with the file. Whoever reads is told where it cannot."""
        with contextlib.suppress(OSError, ReadingStopped):
            self._running()

    def warm_up(self) -> None:
        """Start the process and have it load the readers, while the file is still being chosen."""
        with contextlib.suppress(OSError, ValueError, ReadingStopped):  # whoever reads then, is told
            process = self._running()
            if process.stdin is not None:
                process.stdin.write(ReadRequest("warm_up").to_line())
                process.stdin.flush()

    def report(self, path: Path, now: datetime) -> Report:
        """Bring in ``path`` as :func:`danvan_desktop.importers.read` does.

        Raises:
            UserError: it cannot be brought in; the message, the reader's own or one of ours, says what to do.
            ReadingStopped: :meth:`stop` was called. Both stand for all that is read here.
        """
        return self._read(ReadRequest("report", path, now=now), "report", answers.report_from_bytes)

    def pasted(self, text: str, now: datetime) -> Report:
        """Bring in ``text`` as :func:`danvan_desktop.importers.read_pasted` does."""
        return self._read(ReadRequest("pasted", text=text, now=now), "report", answers.report_from_bytes)

    def blocks(self, path: Path) -> Blocks:
        """Read ``path`` as blocks for an open report, with ids of their own, each found once."""
        return self._read(ReadRequest("blocks", path), "blocks", answers.blocks_from_bytes)

    def sheet(self, path: Path) -> "ComplianceSheet":
        """Measure the finished file ``path`` as :func:`danvan_desktop.inspection.inspect` does."""
        return self._read(ReadRequest("sheet", path), "sheet", answers.sheet_from_bytes)

    def returned(self, path: Path, sent: Path | None = None) -> tuple[ReturnedFile, ...]:
        """Read ``path`` for what was changed in it, as :func:`danvan_desktop.importers.read_returned` does.

        ``sent``, the file that went out, is read before it in the same way: the answer has both.
        """
        request = ReadRequest("returned", path, text="" if sent is None else str(sent))
        return self._read(request, "returned", answers.returned_from_bytes)

    def completed(self, path: Path, origin: Path) -> bytes:
        """Give the Word file ``path`` as :func:`danvan_desktop.importers.with_lost_changes` does."""
        return self._read(ReadRequest("completed", path, text=str(origin)), "completed", bytes)

    def stop(self) -> None:
        """End the process, also one that was only warmed up; nothing can be read any more."""
        self._stopped = True
        self._end()

    def _read(self, request: ReadRequest, kind: Kind, decode: Callable[[bytes], T]) -> T:
        try:
            answer = self._answer(request)
        finally:
            self._end()
        try:
            if answer.kind == kind:
                return decode(answer.content)
            message = answers.message_from_bytes(answer.content)
        except UnusableAnswerError as error:
            raise failed("died", request) from error
        if answer.kind == "refused":
            raise UserError(message)
        if answer.kind == "no_memory":
            raise failed("no_memory", request)
        raise failed("defect", request, message)

    def _answer(self, request: ReadRequest) -> Answer:
        """Send ``request`` and wait for the answer, as long as the reading gets on."""
        try:
            process = self._running()
        except OSError as error:
            raise failed("no_process", request) from error
        messages: queue.SimpleQueue[Progress | Answer | None] = queue.SimpleQueue()
        talk = threading.Thread(
            target=_talk, args=(process, request, messages), name="file reader", daemon=True
        )
        talk.start()
        deadline = Deadline(self._limits, time.monotonic())
        failure: Failure = "no_process"
        try:
            while True:
                message = messages.get(timeout=deadline.left(time.monotonic()))
                if isinstance(message, Answer):
                    return message
                if message is None:
                    break
                failure = "died"
                self.progress = message
                deadline.take(message.steps, time.monotonic(), message.waited / 1000)
        except queue.Empty:
            has_it = self.progress.is_loaded or request.task == "pasted"
            failure = "no_process" if failure == "no_process" else "too_slow" if has_it else "no_drive"
        finally:
            self._end()
            talk.join()
        if self._stopped:
            raise ReadingStopped
        raise failed(failure, request)

    def _running(self) -> "subprocess.Popen[bytes]":
        with self._guard:
            if self._stopped:
                raise ReadingStopped
            if self._process is None:
                process = subprocess.Popen(
                    relaunch.command(FILE_READER),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=relaunch.environment(),
                    creationflags=relaunch.NO_CONSOLE,
                )
                try:
                    self._confinement = Confinement(process)
                except OSError:
                    _kill(process)
                    raise
                self._process = process
            return self._process

    def _end(self) -> None:
        """End the process, which owns nothing but memory; whoever talks to it finds the end."""
        with self._guard:
            process, self._process = self._process, None
            confinement, self._confinement = self._confinement, None
        if process is not None:
            _kill(process)
        if confinement is not None:
            confinement.end()


def _talk(
    process: "subprocess.Popen[bytes]",
    request: ReadRequest,
    messages: "queue.SimpleQueue[Progress | Answer | None]",
) -> None:
    """Send ``request`` and pass on what is said, None at the end; waits as long as the process lives."""
    if process.stdin is None or process.stdout is None:
        raise TypeError
    # ValueError: what is said is no message, or the process was ended before this thread began
    with contextlib.suppress(OSError, ValueError), process.stdin as requests, process.stdout as said:
        requests.write(request.to_line())
        requests.flush()
        while (message := read_message(said)) is not None:
            messages.put(message)
    messages.put(None)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):  # what was not sent yet has nowhere to go
                pipe.close()
