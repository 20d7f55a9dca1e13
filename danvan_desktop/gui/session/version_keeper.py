"""When versions of the open report are taken; they are written in the saver's thread.

At the opening and the closing, after ten minutes of work, and of the state before a large change: whatever
takes away or brings in many words at once (a paste, a deletion, a section removed) shows by comparing two
saves, so no command has to think of it. Besides, whoever asks for one gets it.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Block, Report
from danvan_desktop.report.walk import block_lists_by_id
from danvan_desktop.store.history.version_rows import Reason

WORK_SECONDS = 600.0
"""Between two versions while there is work."""
LARGE_LETTERS = 400
"""So many letters more or less, from one save to the next, are no typing: a paste or a deletion."""
LARGE_BLOCKS = 4
"""So many paragraphs with other words."""

_log = logging.getLogger(__name__)


class Archive(Protocol):
    """Where versions are kept; the calls come from the saver's thread."""

    def take(self, draft_id: int, report: Report, reason: Reason, name: str | None = None) -> int:
        """Keep a version; its number."""


@frozen
class VersionRequest:
    """A version to be taken."""

    draft_id: int
    report: Report
    reason: Reason
    name: str | None = None
    done: Callable[[int], object] | None = None
    """Called in the window's thread with the version's number, when it is on disk."""
    failed: Callable[[str], object] | None = None
    """Called there with the reason when it is not."""


class VersionKeeper(QObject):
    """Decides when a version is due; holds the requests until the saver's thread writes them."""

    _kept = Signal(object, int)
    _failed = Signal(object, str)
    taken = Signal(int)
    """A version of the draft with this number was written."""

    def __init__(
        self,
        archive: Archive,
        parent: QObject | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep versions in ``archive``; ``seconds`` is the clock that counts the work."""
        super().__init__(parent)
        self._archive, self._seconds = archive, seconds
        self._lock = threading.Lock()
        self._waiting: list[VersionRequest] = []
        self._hurries = False
        self._draft_id = 0
        self._last: Report | None = None
        self._since = 0.0
        self._kept.connect(self._on_kept)
        self._failed.connect(self._on_failed)

    def begin(self, draft_id: int, report: Report) -> None:
        """Follow the work on ``report``, which was just opened."""
        with self._lock:
            self._draft_id, self._last, self._since = draft_id, report, self._seconds()
            self._waiting.append(VersionRequest(draft_id, report, "opened"))

    def ask(self, request: VersionRequest) -> None:
        """Have a version taken; the saver has to be told."""
        with self._lock:
            self._waiting.append(request)
            if request.draft_id == self._draft_id:
                self._since = self._seconds()

    def note_save(self, draft_id: int, report: Report) -> None:
        """Look at a state that is being saved: whether a version is due. Cheap."""
        with self._lock:
            before = self._last
            if before is None or draft_id != self._draft_id or report is before:
                return
            self._last = report
            if is_large_change(before, report):
                self._waiting.append(VersionRequest(draft_id, before, "large_change"))
                self._since = self._seconds()
            elif self._seconds() - self._since >= WORK_SECONDS:
                self._waiting.append(VersionRequest(draft_id, report, "work"))
                self._since = self._seconds()

    def hurry(self) -> None:
        """Let the version of the opening, which has time until the first save, be written now."""
        with self._lock:
            self._hurries = True

    @property
    def has_waiting(self) -> bool:
        """Whether a version is to be written at once."""
        with self._lock:
            return any(self._hurries or request.reason != "opened" for request in self._waiting)

    def write_waiting(self) -> None:
        """Write what is to be written, in the thread that calls."""
        while True:
            with self._lock:
                if not self._waiting:
                    self._hurries = False
                    return
                request = self._waiting.pop(0)
            self._write(request)

    def _write(self, request: VersionRequest) -> None:
        try:
            number = self._archive.take(request.draft_id, request.report, request.reason, request.name)
        except UserError as error:
            _log.warning("no version was taken (%s): %s", request.reason, error.message)
            self._failed.emit(request, error.message)
        except Exception as error:  # noqa: BLE001 - the report itself is saved all the same
            _log.exception("no version was taken (%s)", request.reason)
            self._failed.emit(request, f"Lỗi ngoài dự kiến khi lưu bản này ({type(error).__name__}).")
        else:
            self._kept.emit(request, number)

    def _on_kept(self, request: VersionRequest, number: int) -> None:
        self.taken.emit(request.draft_id)
        if request.done is not None:
            request.done(number)

    @staticmethod
    def _on_failed(request: VersionRequest, message: str) -> None:
        if request.failed is not None:
            request.failed(message)


def is_large_change(before: Report, after: Report) -> bool:
    """Whether more has changed between two saves than anybody types meanwhile."""
    from danvan_desktop.report.diff.likeness import block_text

    letters = blocks = 0
    olds, news = (
        {name: blocks for name, _, blocks in block_lists_by_id(report)} for report in (before, after)
    )
    if olds.keys() - news.keys():
        return True  # a section or an annex is gone
    for name, new in news.items():
        old = olds.get(name, ())
        if old is new:
            continue
        for was, now in _changed(old, new):
            texts = ["" if block is None else block_text(block) for block in (was, now)]
            letters += len(texts[1]) - len(texts[0])
            blocks += texts[0] != texts[1] or was is None
    return abs(letters) >= LARGE_LETTERS or blocks >= LARGE_BLOCKS


def _changed(old: tuple[Block, ...], new: tuple[Block, ...]) -> Iterator[tuple[Block | None, Block | None]]:
    """Pair the blocks that are not the same object: of a long report nearly all are, and cost nothing."""
    left = {block.id: block for block in old}
    for block in new:
        was = left.pop(block.id, None)
        if was is not block:
            yield was, block
    for block in left.values():
        yield block, None
