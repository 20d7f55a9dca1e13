"""Reads a file that came back, finds what it was made of, and compares: all of it work for a job."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.gui.importing.file_reading import Readers
from danvan_desktop.gui.takeback.decisions import Decisions, are_beside, change_key
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.contribution import only_concerning, with_hints, without_hints
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.merging.our_words import OurWords, words_of_ours
from danvan_desktop.report.takeback.model import ReturnedFile
from danvan_desktop.store.takeback import received_rows, sent_rows
from danvan_desktop.store.takeback.contribution_rows import ContributionRow
from danvan_desktop.store.takeback.correspondence import Correspondence, SentFile
from danvan_desktop.store.takeback.received_rows import ReceivedRow

if TYPE_CHECKING:  # nobody needs it before the first file
    from danvan_desktop.file_reader.old_word.converters import Converter
    from danvan_desktop.file_reader.process import FileReader

_MOST_CANDIDATES = 20
"""So many of the newest files that went out are looked through for the likest."""
Draw = Callable[[Report], bytes]
"""Makes the Word file of a report."""


@frozen
class Arrived:
    """A file as it was read."""

    name: str
    content: bytes
    read: ReturnedFile


@frozen
class TakenBack:
    """A file that came back, kept and compared with what it was made of."""

    number: int
    base: Report
    comparison: TakeBackPlan
    was_kept: bool
    """Whether what went out was kept; else it was compared with the report as it stood."""
    sent: datetime | None
    round: int | None
    answers: dict[str, str]
    asked: ContributionRow | None = None
    """The part that a department wrote in it; None: it is the whole report."""
    name: str = ""
    """The file's name."""
    others: tuple[ReceivedRow, ...] = ()
    """Other files that came back and were made of the same."""
    our_words: Mapping[int, OurWords] = field(default_factory=dict)
    """What the report says at what it speaks against, by the change's number."""

    def ours(self, report: Report) -> Report:
        """Give ``report``, which stands in the window, as the file is to be compared with it."""
        return report if self.asked is None else with_hints(report, self.asked.ids)

    def seen_from(self, report: Report, before: frozenset[int]) -> "TakenBack":
        """Say anew what ``report`` as it stands says to each change; those of ``before`` were taken."""
        from danvan_desktop.report.takeback.compare import seen_from

        ours = self.ours(report)
        found = seen_from(self.base, ours, self.comparison, before)
        return replace(self, comparison=found, our_words=words_of_ours(ours, found))

    def with_done(self, keys: frozenset[str], *, is_done: bool) -> "TakenBack":
        """Give it with the changes of these keys done, or not."""
        changes = tuple(
            replace(change, is_done=is_done) if change_key(change) in keys else change
            for change in self.comparison.changes
        )
        return replace(self, comparison=replace(self.comparison, changes=changes))

    def merged(
        self,
        report: Report,
        numbers: frozenset[int],
        before: frozenset[int],
        both: frozenset[int] = frozenset(),
    ) -> Report:
        """Give ``report`` with the changes of these numbers; of those in ``both`` ours stays beside.

        ``before``: the numbers of those that were taken before.
        """
        from danvan_desktop.report.takeback.compare import merged

        made = merged(self.base, self.ours(report), self.comparison, numbers, both, before)
        return made if self.asked is None else without_hints(report, made, self.asked.ids)


@frozen
class Target:
    """The report that a file is to be taken into."""

    draft_id: int
    report: Report
    kept: Correspondence
    draw: Draw


def take_in(
    path: Path,
    target: Target | None,
    readers: Readers,
    *,
    is_id_needed: bool = False,
    converter: "Converter | None" = None,
) -> Arrived | TakenBack:
    """Read ``path``, and take it back where it is of the report of ``target``; else only give it.

    A file that does not say whose it is may be of any, unless ``is_id_needed``. The process that is to read
    what went out gets ready meanwhile.

    Raises:
        UserError: it cannot be read, kept or compared; the message says what to do.
    """
    second = readers.take()
    try:
        second.warm_up()
        arrived = _converted(path, converter, readers) if converter else _arrive(path, readers.take())
        ids = set() if target is None else {target.report.id, *([] if is_id_needed else [""])}
        if target is None or arrived.read.report_id not in ids:
            return arrived
        return take_back(arrived, target, second)
    finally:
        second.stop()


def _converted(path: Path, converter: "Converter", readers: Readers) -> Arrived:
    """Convert ``path`` first; what is kept is what comes of it."""
    from danvan_desktop.file_reader.old_word.conversion import Conversion
    from danvan_desktop.file_reader.old_word.returned_text import as_word_file

    with readers.follow(Conversion(converter)) as conversion:
        made = as_word_file(conversion, path, readers.take)
        return replace(_arrive(made, readers.take()), name=path.name)


def _arrive(path: Path, reader: "FileReader") -> Arrived:
    try:
        (read,) = reader.returned(path)
        return Arrived(path.name, path.read_bytes(), read)
    except OSError as error:
        raise UserError(
            f"Không đọc được tệp {path}: hãy đóng tệp ấy trong Word, kiểm tra ổ đĩa rồi thử lại."
        ) from error


def take_back(arrived: Arrived, target: Target, reader: "FileReader") -> TakenBack:
    """Find what ``arrived`` was made of, keep it in the store, and compare.

    Raises:
        UserError: it cannot be kept, or not be compared.
    """
    draft_id, ours, kept = target.draft_id, target.report, target.kept
    row = _base_of(arrived.read, draft_id, ours, kept)
    sent = None if row is None else kept.sent_file(row)
    if sent is None:
        sent = kept.sent_file(kept.keep_sent(draft_id, ours, target.draw(ours), went_out=False))
    if sent is None:
        raise UserError("Chưa giữ được bản để so sánh: hãy kiểm tra chỗ trống trên ổ đĩa rồi thử lại.")
    number = kept.keep_received(draft_id, arrived.name, arrived.content, sent.row.number)
    received = next(each for each in kept.received(draft_id) if each.number == number)
    both = _both_read(sent.docx, arrived.content, arrived.read, reader)
    return _compared(kept, received, sent, both, ours)


def reopen(received: ReceivedRow, ours: Report, kept: Correspondence, readers: Readers) -> TakenBack:
    """Compare anew a file that is in the store.

    Raises:
        UserError: it, or what it was made of, is kept no longer.
    """
    content = kept.received_content(received.number)
    sent = None if received.sent is None else kept.sent_file(received.sent)
    if sent is None:
        raise UserError(
            "Bản đã gửi đi không còn đọc được trong dữ liệu của phần mềm: hãy nhận lại tệp ấy một lần nữa "
            "bằng menu Tệp, mục Nhận lại bản Word đã sửa…"
        )
    second = readers.take()
    try:
        second.warm_up()
        read = _read(content, readers.take())
        return _compared(kept, received, sent, _both_read(sent.docx, content, read, second), ours)
    finally:
        second.stop()


def _compared(
    kept: Correspondence,
    received: ReceivedRow,
    sent: SentFile,
    both: tuple[ReturnedFile, ReturnedFile],
    ours: Report,
) -> TakenBack:
    """Compare ``both``, the file as it went out and as it came back; of a part only what concerns that."""
    from danvan_desktop.report.takeback.compare import compare

    asked = kept.contribution_of(sent.row.number)
    comparison = compare(sent.report, with_hints(ours, asked.ids) if asked else ours, *both)
    if asked is not None:
        comparison = only_concerning(comparison, asked.ids)
    rows = kept.received(received.draft_id)
    taken = TakenBack(
        received.number,
        sent.report,
        comparison,
        bool(sent.row.code),
        sent_rows.moment_of(sent.row),
        sent.row.round,
        received_rows.decisions_of(received),
        asked,
        received.name,
        tuple(row for row in rows if row.sent == received.sent and row.number != received.number),
    )
    before = _taken_before(taken)
    if before:
        return taken.seen_from(ours, before)
    return replace(taken, our_words=words_of_ours(taken.ours(ours), comparison))


def _taken_before(taken: TakenBack) -> frozenset[int]:
    """Give the numbers of the changes that were taken of this file, or of another one that says the same."""
    decisions = Decisions(taken.number, taken.answers)
    others = (Decisions(row.number, received_rows.decisions_of(row)) for row in taken.others)
    are_beside([decisions, *others])
    return decisions.made(taken.comparison.changes)


def _both_read(
    sent: bytes, content: bytes, read: ReturnedFile, reader: "FileReader"
) -> tuple[ReturnedFile, ReturnedFile]:
    """Read what went out; and ``content``, that was ``read``, anew by its words if it has lost styles."""
    styled = (block.has_own_style if block.kind != "table" else bool(block.marks) for block in read.blocks)
    if all(styled):
        return _read(sent, reader), read
    with tempfile.TemporaryDirectory(prefix="danvan-") as folder:
        went_out, came_back = Path(folder) / "ban-da-gui.docx", Path(folder) / "ban-nhan-lai.docx"
        went_out.write_bytes(sent)
        came_back.write_bytes(content)
        base_read, returned = reader.returned(came_back, went_out)
        return base_read, returned


def _read(docx: bytes, reader: "FileReader") -> ReturnedFile:
    with tempfile.TemporaryDirectory(prefix="danvan-") as folder:
        path = Path(folder) / "ban-da-gui.docx"
        path.write_bytes(docx)
        (read,) = reader.returned(path)
        return read


def _base_of(read: ReturnedFile, draft_id: int, ours: Report, kept: Correspondence) -> int | None:
    """Find what went out: by the code, by the time that the file bears, else the likest."""
    by_code = [row.number for row in kept.of_code(read.code) if row.draft_id == draft_id]
    if by_code:
        return by_code[0]
    rows = [row for row in kept.sent(draft_id) if row.code][:_MOST_CANDIDATES]
    files = [file for row in rows if (file := kept.sent_file(row.number)) is not None]
    if not files:
        return None
    if read.report_id in {"", ours.id}:
        made_then = [file for file in files if _is_when(read.created, file.report.modified)]
        files = made_then or files  # a part may have gone out together with the whole
    if len(files) == 1:
        return files[0].row.number
    words = _counted(block.text for block in read.blocks)
    return max(files, key=lambda file: _shared(words, _counted([all_text(file.report)]))).row.number


def _is_when(created: str, modified: datetime) -> bool:
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return False
    if moment.tzinfo is None or modified.tzinfo is None:
        return moment.replace(tzinfo=None, microsecond=0) == modified.replace(tzinfo=None, microsecond=0)
    return moment.replace(microsecond=0) == modified.replace(microsecond=0)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.casefold().split())


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """How much two texts share, from 0 to 1."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())
