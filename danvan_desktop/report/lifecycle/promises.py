"""Last year's promises: the tasks that last year's report set for this year, and where this one answers them.

Words and numbers tell only where an answer may stand: the user confirms it, points elsewhere, or says that
there is none yet. What was confirmed is kept with the report.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import log2

from danvan_desktop.frozen import frozen
from danvan_desktop.report.lifecycle.next_year import last_tasks
from danvan_desktop.report.model import (
    Annex,
    AnswerState,
    Attachments,
    Cell,
    Column,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TaskAnswer,
    plain,
)
from danvan_desktop.report.text.fold_diacritics import fold

ANSWERING = ("implementation", "assessment")
"""The sections that report on what was done."""
LIKELY = 0.30
"""From this share of a task's words on, weighted by how rare they are, a paragraph may be its answer."""
_SHORTEST_TASK = 12
_NUMBER_WEIGHT = 1.5
"""An equal target says as much as a rare pair of words and a half."""
_MOST_TARGETS = 3

_WORD = re.compile(r"[^\W\d_]+")
_COUNTED_ALONE = (
    r"(?:lớp|tổ(?! chức)|đợt|cuộc|buổi|đoàn(?! (?:viên|thể))|bài|hộ|người|căn|suất|lượt|xã|kỳ|vụ|lần|tuyến)"
    r"(?!\w)"
)
"""Words that say by themselves what is counted: of "12 lớp tập huấn" two words would end inside a third."""
_UNIT = rf"(?P<unit>\s?%|\s{_COUNTED_ALONE}|(?:\s[^\W\d_]+){{1,2}})"
_TARGET = re.compile(rf"(?<![\w/.,-])(?P<number>\d+(?:[.,]\d+)*){_UNIT}?(?![\w/-])")
_AIMING = re.compile(
    r"(?:(?:tiếp tục|phấn đấu|tập trung|tăng cường|đẩy mạnh|chú trọng|quan tâm|chủ động|kịp thời)[ ,]+)+",
    re.IGNORECASE,
)
"""What a task begins with and no result does."""
_NO_TARGET_BEFORE = re.compile(
    r"\b(?:số|năm|ngày|tháng|quý|khoản|điều|giai đoạn|lần|khóa|thứ|mức độ)$", re.IGNORECASE
)
_FAR = 16
"""More letters than the longest of these words has."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@frozen
class Promise:
    """One task of last year."""

    task: int
    """The id of its block among last year's tasks."""
    text: str
    under: str
    """The heading, or the line ending with a colon, that it stands under; "" for none."""
    targets: tuple[str, ...]
    """Its figures with their units: "12 hội nghị", "82%"."""


@frozen
class AnsweringText:
    """A paragraph of this year's report that may answer a task."""

    block: int
    place: str
    """Its number and that of its section: "II.1"."""
    text: str
    likeness: float
    """0 to 1."""


@frozen
class KeptPromise:
    """What became of a task, as far as it is known."""

    promise: Promise
    state: AnswerState
    answer: AnsweringText | None
    """Where it is answered."""
    is_confirmed: bool
    """The user has said so; else words and numbers do."""


def promises(report: Report) -> tuple[Promise, ...]:
    """List last year's tasks, without headings and lines that only lead to others."""
    found, under = [], ""
    for block in last_tasks(report):
        text = plain(block.runs).strip() if isinstance(block, Paragraph) else ""
        if not isinstance(block, Paragraph) or not text:
            continue
        if block.role == "heading" or text.endswith(":"):
            under = text.rstrip(":")
        elif len(text) >= _SHORTEST_TASK:
            under = "" if block.role == "clause" else under
            found.append(Promise(block.id, text, under, targets_of(text)))
    return tuple(found)


def targets_of(text: str) -> tuple[str, ...]:
    """Name the figures of a task with their units; years, dates and numbers of documents are none."""
    found = (" ".join((match["number"] + (match["unit"] or "")).split()) for match in _figures(text))
    return tuple(dict.fromkeys(found))[:_MOST_TARGETS]


def _figures(text: str) -> Iterator["re.Match[str]"]:
    for match in _TARGET.finditer(text):
        before = text[: match.start()].rstrip()
        is_target = not _NO_TARGET_BEFORE.search(before, max(len(before) - _FAR, 0))
        if is_target and not _YEAR.fullmatch(match["number"]):
            yield match


def answers(report: Report) -> tuple[AnsweringText, ...]:
    """List the paragraphs of this year's report that may answer a task: those written or looked at since."""
    return tuple(
        answer for section in report.sections if section.key in ANSWERING for answer in _answers_in(section)
    )


def _answers_in(section: Section) -> Iterator[AnsweringText]:
    outer, inner = (section.number or "").rstrip("."), ""
    for block in section.blocks:
        if not isinstance(block, Paragraph):
            continue
        if block.role in {"heading", "clause"} and block.number:
            inner = block.number.rstrip(".")
        text = plain(block.runs).strip()
        is_old = block.origin is not None and not block.origin.touched
        if text and block.role != "heading" and not is_old:
            yield AnsweringText(block.id, ".".join(filter(None, (outer, inner))), text, 0.0)


def kept_promises(report: Report) -> tuple[KeptPromise, ...]:
    """Say of each task what was confirmed, else what words and numbers tell."""
    if not (tasks := promises(report)):
        return ()
    found = answers(report)
    confirmed = {each.task: each for each in report.attachments.answers}
    by_block = {answer.block: answer for answer in found}
    likely = _Matching(tasks, found)
    kept = []
    for promise in tasks:
        said = confirmed.get(promise.task)
        if said is not None and (said.state != "answered" or said.block in by_block):
            answer = by_block.get(said.block) if said.state == "answered" else None
            kept.append(KeptPromise(promise, said.state, answer, is_confirmed=True))
        else:
            answer = likely.best(promise)
            state: AnswerState = "answered" if answer is not None else "open"
            kept.append(KeptPromise(promise, state, answer, is_confirmed=False))
    return tuple(kept)


def candidates(report: Report, promise: Promise) -> tuple[AnsweringText, ...]:
    """Give every paragraph that may be pointed to for ``promise``, the likeliest first."""
    found = answers(report)
    return _Matching(promises(report), found).ranked(promise)


def unanswered(report: Report) -> tuple[KeptPromise, ...]:
    """List the tasks without a result."""
    return tuple(kept for kept in kept_promises(report) if kept.state == "open")


def with_answer(attachments: Attachments, answer: TaskAnswer) -> Attachments:
    """Keep ``answer`` in the place of what was said of its task before."""
    others = tuple(each for each in attachments.answers if each.task != answer.task)
    return replace(attachments, answers=(*others, answer))


class _Matching:
    """How much of the words and numbers of each task a paragraph has."""

    def __init__(self, tasks: Sequence[Promise], found: Sequence[AnsweringText]) -> None:
        self._found = found
        self._spread: defaultdict[str, list[int]] = defaultdict(list)
        """In which paragraphs each pair of words, and each number, stands."""
        for place, answer in enumerate(found):
            for feature in _features(answer.text):
                self._spread[feature].append(place)
        seen = Counter(feature for task in tasks for feature in _features_of(task))
        many = len(found) + len(tasks) + 1
        self._weights = {
            feature: (_NUMBER_WEIGHT if feature[0].isdigit() else 1.0)
            * log2(many / (len(self._spread.get(feature, ())) + count))
            for feature, count in seen.items()
        }

    def best(self, promise: Promise) -> AnsweringText | None:
        """Give the likeliest answer, of two alike the one that stands first; None where none is likely."""
        likeness = self._likeness(promise)
        best = max(likeness, key=lambda place: (likeness[place], -place), default=None)
        if best is None or likeness[best] < LIKELY:
            return None
        return replace(self._found[best], likeness=likeness[best])

    def ranked(self, promise: Promise) -> tuple[AnsweringText, ...]:
        """Give all paragraphs, the likeliest first; of two alike the one that stands first."""
        likeness = self._likeness(promise)
        rated = [
            replace(answer, likeness=likeness.get(place, 0.0)) for place, answer in enumerate(self._found)
        ]
        return tuple(sorted(rated, key=lambda answer: -answer.likeness))

    def _likeness(self, promise: Promise) -> dict[int, float]:
        """Say how much of a task each paragraph has that has any of it."""
        features = _features_of(promise)
        whole = sum(self._weights[feature] for feature in features)
        shares: defaultdict[int, float] = defaultdict(float)
        for feature in features:
            for place in self._spread.get(feature, ()):
                shares[place] += self._weights[feature]
        return {place: min(1.0, share / whole) for place, share in shares.items()} if whole > 0 else {}


def _features_of(task: Promise) -> frozenset[str]:
    """Give the features of a task that a result may have too."""
    aim = _AIMING.match(task.text)
    return _features(task.text[aim.end() :] if aim else task.text)


@lru_cache(maxsize=8_192)
def _features(text: str) -> frozenset[str]:
    """Give the pairs of words that stand side by side, and the numbers that are targets."""
    words = [fold(word) for word in _WORD.findall(text)]
    numbers = (match["number"].lstrip("0") or "0" for match in _figures(text))
    return frozenset((*(f"{first} {second}" for first, second in pairwise(words)), *numbers))


# ------------------------------------------------------------------ the annex

STATE_TEXTS: dict[AnswerState, str] = {
    "answered": "Đã thực hiện",
    "open": "Chưa có kết quả",
    "moved": "Chuyển sang năm sau",
}
_COLUMNS = (
    ("STT", 1.0),
    ("Nhiệm vụ đã đề ra", 4.5),
    ("Chỉ tiêu", 2.0),
    ("Kết quả thực hiện", 5.0),
    ("Nêu tại", 1.5),
)


def results_annex(report: Report, mint: Callable[[], int]) -> Annex:
    """Make the annex "Kết quả thực hiện nhiệm vụ đã đề ra": each task with its target, result and place.

    ``mint`` gives a new id at each call.
    """
    rows = [tuple(_cell(title, bold=True) for title, _ in _COLUMNS)]
    for number, kept in enumerate(kept_promises(report), 1):
        promise, answer = kept.promise, kept.answer
        result = answer.text if answer is not None else STATE_TEXTS[kept.state]
        texts = (
            str(number),
            promise.text,
            "; ".join(promise.targets),
            result,
            f"Mục {answer.place}" if answer is not None and answer.place else "",
        )
        rows.append(tuple(map(_cell, texts)))
    columns = tuple(
        Column(share, "center" if place in {0, 4} else "left") for place, (_, share) in enumerate(_COLUMNS)
    )
    title = f"KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐÃ ĐỀ RA NĂM {report.year}"
    identity = mint()
    table = Table(mint(), columns, tuple(rows))
    return Annex(identity, title=(Run(title),), orientation="landscape", blocks=(table,))


def _cell(text: str, *, bold: bool = False) -> Cell:
    return Cell(paragraphs=((Run(text, bold=bold),) if text else (),))
