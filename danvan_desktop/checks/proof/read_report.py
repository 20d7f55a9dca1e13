"""Proof-reading of a whole report: its texts one after the other, and each slip as a finding."""

from collections.abc import Iterable

from danvan_desktop.checks.finding import Finding, Level, place_of
from danvan_desktop.checks.proof.office_words import (
    NO_OFFICE_WORDS,
    OfficeWords,
    known_words,
    learned_from,
)
from danvan_desktop.checks.proof.proofreader import Slip, proofreader
from danvan_desktop.checks.running_texts import running_texts
from danvan_desktop.report.find.texts import TextPlace
from danvan_desktop.report.model import Report

RULE = "proof"
SOURCE = "Chính tả"


def proofread(
    report: Report,
    known: Iterable[str] = (),
    learned: OfficeWords = NO_OFFICE_WORDS,
    *,
    every: bool = False,
) -> tuple[Finding, ...]:
    """List what looks mistyped in ``report``, in reading order; names and signatures are not read.

    One slip is told once, or at ``every`` place where it stands. ``known`` are words and names that the
    office has taken for right, as they are typed. ``learned`` is what :func:`learn` made of the reports it
    has issued.
    """
    placed = tuple(running_texts(report))
    slips = proofreader(known_words(known) | learned).read([each.text for each in placed], every=every)
    return tuple(_finding(placed[slip.text].place, slip) for slip in slips)


def learn(issued: Iterable[Report]) -> OfficeWords:
    """Learn what stands beside what from reports that an office has issued, never from drafts.

    It takes about 10 ms a report: keep the value (it is frozen) until another report is issued.
    """
    return learned_from(placed.text for report in issued for placed in running_texts(report))


def _finding(at: TextPlace, slip: Slip) -> Finding:
    level: Level = "misspelt" if slip.confidence == "likely" else "doubtful"
    return Finding(
        level,
        RULE,
        place_of(at),
        message(slip),
        slip.found,
        slip.suggestion,
        SOURCE,
        at=at,
        start=slip.start,
        end=slip.end,
    )


def message(slip: Slip) -> str:
    """Say what looks wrong and what may be meant, with the words around it."""
    if slip.suggestion:
        return f"“{slip.found}” có thể là “{slip.suggestion}”: … {slip.context} …"
    if slip.doubled:
        return f"“{slip.found}” viết hai lần liền nhau: … {slip.context} …"
    return f"“{slip.found}” không phải từ đã biết, hãy xem lại: … {slip.context} …"
