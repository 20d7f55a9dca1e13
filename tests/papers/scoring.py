"""A made paper brought in and checked, and where that parts from what a person expects."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.importers import read
from danvan_desktop.inspection import Outcome, inspect
from danvan_desktop.report.model import PartialDate, Report, plain
from tests.builders.papers.expectation import Expectation
from tests.builders.papers.made_papers import Paper
from tests.papers.expected_texts import (
    broken_paragraphs,
    changed_emphasis,
    heading,
    normal,
    strange_paragraphs,
    structure,
    tables,
    words_lost,
)

NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
FIELDS = (
    "kind",
    "parent_agency",
    "agency",
    "number",
    "symbol",
    "place",
    "date",
    "subject",
    "addressees",
    "bases",
    "structure",
    "paragraphs",
    "emphasis",
    "tables",
    "annexes",
    "recipients",
    "filing",
    "signing",
    "signer",
    "notes",
)


_PASSES = {Outcome.RIGHT, Outcome.NOT_APPLICABLE}
"""A wrong line that the sheet judges so is missed; "Cần xem lại" leaves it to the eye, which is honest."""


@dataclass(frozen=True)
class Deviation:
    """A field of a paper that came in otherwise than expected."""

    paper: str
    field: str
    expected: str
    found: str

    @property
    def key(self) -> str:
        """By which a deviation that is known is known again."""
        return f"{self.paper} {self.field}"


@dataclass(frozen=True)
class Score:
    """What came of one paper."""

    paper: Paper
    deviations: tuple[Deviation, ...]
    lost: tuple[str, ...] = ()
    """Words that stand nowhere."""
    accused: tuple[int, ...] = ()
    """Lines of the compliance sheet judged "Không đúng"."""
    false: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()
    measured: dict[int, str] = field(default_factory=dict)
    """What the sheet says of the false ones."""


def score(paper: Paper, path: Path) -> Score:
    """Bring in and inspect the file of ``paper``."""
    try:
        report = read(path, NOW)
    except UserError as error:
        return Score(paper, tuple(_refused(paper, str(error))))
    if paper.expected.refused:
        return Score(paper, (Deviation(paper.name, "refused", paper.expected.refused, "brought in"),))
    lost = words_lost(paper.page, report)
    found = [*_deviations(paper, report)]
    if lost:
        found.append(Deviation(paper.name, "words", "", " ".join(lost)))
    return _with_sheet(Score(paper, tuple(found), tuple(lost)), path)


def _refused(paper: Paper, message: str) -> Iterator[Deviation]:
    wanted = paper.expected.refused
    if not wanted or wanted.casefold() not in message.casefold():
        yield Deviation(paper.name, "refused", wanted or "brought in", message)


def _deviations(paper: Paper, report: Report) -> Iterator[Deviation]:
    wanted, found = _wanted(paper.expected), _found(report)
    for name in FIELDS:
        if name in wanted and name not in paper.expected.open_fields and wanted[name] != found[name]:
            yield Deviation(paper.name, name, wanted[name], found[name])
    broken, strange = broken_paragraphs(paper.page, report), strange_paragraphs(paper.page, report)
    if broken or strange:
        yield Deviation(paper.name, "paragraphs", " ¶ ".join(broken), " ¶ ".join(strange))
    if changed := changed_emphasis(paper.page, report):
        yield Deviation(paper.name, "emphasis", "", " ¶ ".join(changed))
    told = " ".join(note.text for note in report.import_notes).casefold()
    untold = [words for words in paper.expected.notes if not _is_told(words, told)]
    wrong = [words for words in paper.expected.unnoted if _is_told(words, told)]
    if untold or wrong:
        yield Deviation(paper.name, "notes", f"told: {untold}; not told: {wrong}", told)


def _is_told(words: str, told: str) -> bool:
    return any(each.casefold() in told for each in words.split("|"))


def _wanted(expected: Expectation) -> dict[str, str]:
    return {
        "kind": expected.kind,
        "parent_agency": expected.parent_agency or "",
        "agency": expected.agency or "",
        "number": expected.number or "",
        "symbol": expected.symbol or "",
        "place": expected.place or "",
        "date": expected.date,
        "subject": expected.subject,
        "addressees": _joined(expected.addressees),
        "bases": _joined(expected.bases),
        "structure": _joined(tuple(map(heading, expected.structure))),
        "tables": str(expected.tables),
        "annexes": _joined(expected.annexes),
        "recipients": _joined(expected.recipients),
        "filing": (expected.filing or "").removeprefix("VT").lstrip(", "),
        "signing": _joined(expected.signing),
        "signer": expected.signer or "",
    }


def _found(report: Report) -> dict[str, str]:
    head = report.letterhead
    return {
        "kind": normal(report.kind) or "CÔNG VĂN",
        "parent_agency": normal(head.parent_agency or ""),
        "agency": normal(head.agency or ""),
        "number": head.number or "",
        "symbol": head.symbol or "",
        "place": head.place or "",
        "date": _date(head.issued_on),
        "subject": normal(report.subject),
        "addressees": _joined(report.addressees),
        "bases": _joined(tuple(map(plain, report.legal_bases))),
        "structure": _joined(tuple(structure(report))),
        "tables": str(tables(report)),
        "annexes": _joined(tuple(plain(annex.title) for annex in report.annexes)),
        "recipients": _joined(report.recipients),
        "filing": report.filing.unit or "",
        "signing": _joined(report.signature.lines),
        "signer": report.signature.signer or "",
    }


def _joined(texts: tuple[str, ...]) -> str:
    return " | ".join(normal(text).rstrip(".;") for text in texts)


def _date(date: PartialDate) -> str:
    return "/".join("…" if part is None else str(part) for part in (date.day, date.month, date.year))


def _with_sheet(score: Score, path: Path) -> Score:
    sheet = inspect(path, NOW)
    wrong = {line.number: line.measured for line in sheet.lines if line.outcome is Outcome.WRONG}
    wanted, left_open = set(map(int, score.paper.expected.wrong)), set(score.paper.expected.open_lines)
    if 0 in left_open:
        return score
    false = sorted(set(wrong) - wanted - left_open)
    missed = sorted(line.number for line in sheet.lines if line.number in wanted and line.outcome in _PASSES)
    name = score.paper.name
    deviations = [
        *(Deviation(name, f"sheet {number} false", "", wrong[number]) for number in false),
        *(Deviation(name, f"sheet {n} missed", score.paper.expected.wrong[str(n)], "") for n in missed),
    ]
    return Score(
        score.paper,
        (*score.deviations, *deviations),
        score.lost,
        tuple(sorted(set(wrong) - left_open)),
        tuple(false),
        tuple(missed),
        wrong,
    )
