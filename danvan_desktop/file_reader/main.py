"""Main function of the reader process: reads one file, says how it gets on, and gives what it found.

Nothing of Qt is imported here. The limit of memory comes from outside (:mod:`confinement`); here the process
only sees to it that it does not outlive a program that was killed.
"""

import contextlib
import gc
import os
import signal
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO

from danvan_desktop import importers
from danvan_desktop.errors import UserError
from danvan_desktop.file_reader import answers
from danvan_desktop.file_reader.limits import TIME
from danvan_desktop.file_reader.messages import (
    Answer,
    Kind,
    Progress,
    ReadRequest,
    request_of,
    write_answer,
    write_progress,
)
from danvan_desktop.reading import progress

_SAY_EVERY = 0.05
"""Seconds between two words on how it gets on."""
_ALONE_SECONDS = int(2 * TIME.silence)
"""After this long without a step nobody seems to be there who would have ended the process before."""


def main() -> int:
    """Be the reader process: requests come in at stdin, answers go out at stdout."""
    gc.disable()  # what a reader makes has no cycles: looking for them takes a tenth of its time
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the business of who asked
    with open(os.dup(0), "rb") as requests, open(os.dup(1), "wb") as said:  # noqa: PTH123 - no paths
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)  # a library that prints must not speak to the window
        with contextlib.suppress(OSError):  # nobody listens any more
            serve(requests, said)
    return 0


def serve(requests: BinaryIO, said: BinaryIO) -> None:
    """Read the one file that is asked for; no request: none was chosen."""
    while line := requests.readline():
        request = request_of(line)
        if request.task == "warm_up":
            _load_readers()
            continue
        with progress.heard_by(_Steps(said)):
            answer = _answer(request)
        write_answer(said, answer)
        return


class _Steps:
    """Passes steps on, and gives the process time to live with each."""

    def __init__(self, said: BinaryIO) -> None:
        self._said = said
        self._so_far = Progress()
        self._last_said = float("-inf")
        self.step()

    def step(self, page: int = 0, pages: int = 0) -> None:
        so_far = replace(self._so_far, steps=self._so_far.steps + 1)
        self._so_far = replace(so_far, page=page, pages=pages) if pages else so_far
        if time.monotonic() - self._last_said >= _SAY_EVERY:
            self._say()

    def loaded(self, seconds: float, *, is_all: bool) -> None:
        waited = self._so_far.waited + round(seconds * 1000)
        self._so_far = replace(self._so_far, waited=waited, is_loaded=is_all)
        if is_all or time.monotonic() - self._last_said >= _SAY_EVERY:
            self._say()

    def _say(self) -> None:
        self._last_said = time.monotonic()
        write_progress(self._said, self._so_far)
        _live_on(_ALONE_SECONDS)


def _live_on(seconds: int) -> None:
    """Have the system end this process after so long; on Windows its job does."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _answer(request: ReadRequest) -> Answer:
    try:
        kind, content = _TASKS[request.task](request)
    except UserError as error:
        return Answer("refused", answers.message_as_bytes(error.message))
    except MemoryError:
        # Answered below, outside of this block: what the traceback holds must go before there is room for
        # the answer. It is told as what it is, a file that is too large.
        pass
    except Exception:  # noqa: BLE001 - passed on, for the log
        return Answer("defect", answers.message_as_bytes(traceback.format_exc()))
    else:
        return Answer(kind, content)
    return Answer("no_memory", answers.message_as_bytes(""))


def _report(request: ReadRequest) -> tuple[Kind, bytes]:
    return "report", answers.report_as_bytes(importers.read(request.path, _now(request)))


def _pasted(request: ReadRequest) -> tuple[Kind, bytes]:
    return "report", answers.report_as_bytes(importers.read_pasted(request.text, _now(request)))


def _blocks(request: ReadRequest) -> tuple[Kind, bytes]:
    return "blocks", answers.blocks_as_bytes(importers.read_blocks(request.path, count(1).__next__))


def _sheet(request: ReadRequest) -> tuple[Kind, bytes]:
    from danvan_desktop import inspection

    return "sheet", answers.sheet_as_bytes(inspection.inspect(request.path))


def _returned(request: ReadRequest) -> tuple[Kind, bytes]:
    sent = importers.read_returned(Path(request.text)) if request.text else None
    read = importers.read_returned(request.path, sent)
    return "returned", answers.returned_as_bytes([read] if sent is None else [sent, read])


def _completed(request: ReadRequest) -> tuple[Kind, bytes]:
    return "completed", importers.with_lost_changes(request.path, Path(request.text))


_TASKS: Mapping[str, Callable[[ReadRequest], tuple[Kind, bytes]]] = {
    "report": _report,
    "pasted": _pasted,
    "blocks": _blocks,
    "sheet": _sheet,
    "returned": _returned,
    "completed": _completed,
}


def _now(request: ReadRequest) -> datetime:
    return request.now or datetime.now().astimezone()


def _load_readers() -> None:
    """Load what reads a Word file or a PDF; the little that a text needs is loaded on the way."""
    import danvan_desktop.importers.docx.read_file
    import danvan_desktop.importers.pdf.assemble
    import danvan_desktop.reading.pdf.extract  # noqa: F401
