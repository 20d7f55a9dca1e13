"""Proof-reading of a whole report: its texts one after the other, and each slip as a finding."""

from collections.abc import Iterable, Iterator

from danvan_desktop.checks.finding import Finding, Level
from danvan_desktop.checks.proof.office_words import (
    NO_OFFICE_WORDS,
    OfficeWords,
    known_words,
    learned_from,
)
from danvan_desktop.checks.proof.proofreader import Slip, proofreader
from danvan_desktop.report.model import Block, Paragraph, Report, Table, plain
from danvan_desktop.report.walk import block_lists_by_id

RULE = "proof"


def proofread(
    report: Report, known: Iterable[str] = (), learned: OfficeWords = NO_OFFICE_WORDS
) -> tuple[Finding, ...]:
    """List what looks mistyped in ``report``, in reading order; names and signatures are not read.

    ``known`` are words and names that the office has taken for right, as they are typed. ``learned`` is what
    :func:`learn` made of the reports it has issued.
    """
    placed = [(place, text) for place, text in placed_texts(report) if text]
    slips = proofreader(known_words(known) | learned).read([text for _, text in placed])
    return tuple(_finding(placed[slip.text][0], slip) for slip in slips)


def learn(issued: Iterable[Report]) -> OfficeWords:
    """Learn what stands beside what from reports that an office has issued, never from drafts.

    It takes about 10 ms a report: keep the value (it is frozen) until another report is issued.
    """
    return learned_from(text for report in issued for _, text in placed_texts(report))


def placed_texts(report: Report) -> Iterator[tuple[str, str]]:
    """Give each text that is read, with its place."""
    yield "subject", report.subject
    for runs in report.legal_bases:
        yield "legal_bases", plain(runs)
    for place, part, blocks in block_lists_by_id(report):
        if part is not None:
            yield place, plain(part.title)
        for block in blocks:
            for text in _texts(block):
                yield f"block:{block.id}", text


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield plain(block.runs)
    elif isinstance(block, Table):
        if block.caption is not None:
            yield plain(block.caption)
        for row in block.rows:
            for cell in row:
                if cell is not None:
                    yield from map(plain, cell.paragraphs)


def _finding(place: str, slip: Slip) -> Finding:
    level: Level = "misspelt" if slip.confidence == "likely" else "doubtful"
    return Finding(level, RULE, place, message(slip), slip.found, slip.suggestion)


def message(slip: Slip) -> str:
    """Say what looks wrong and what may be meant, with the words around it."""
    if slip.suggestion:
        return f"“{slip.found}” có thể là “{slip.suggestion}”: … {slip.context} …"
    if slip.doubled:
        return f"“{slip.found}” viết hai lần liền nhau: … {slip.context} …"
    return f"“{slip.found}” không phải từ đã biết, hãy xem lại: … {slip.context} …"
