"""Check of the content of a report ("Soát lỗi") in the worker process; nothing of Qt is imported here."""

from danvan_desktop.checks import (
    NO_OFFICE_WORDS,
    Finding,
    OfficeWords,
    check,
    learn,
    proofread,
    standing_citations,
)
from danvan_desktop.checks.citations.citation import Citation
from danvan_desktop.checks.proof.read_report import RULE as PROOF
from danvan_desktop.checks.standing import in_reading_order, told_once
from danvan_desktop.gui.worker.messages import CheckContent
from danvan_desktop.gui.worker.report_pieces import ReportPieces, whole
from danvan_desktop.report.lifecycle.promises import unanswered


class ContentCheck:
    """Checks one report after the other; holds what was learned from what its office has issued."""

    def __init__(self) -> None:
        """Have learned nothing."""
        self._issued: tuple[ReportPieces, ...] = ()
        self._learned: OfficeWords = NO_OFFICE_WORDS
        self._cited: tuple[Citation, ...] = ()

    def check(self, wanted: CheckContent) -> tuple[tuple[Finding, ...], int]:
        """List what is found, in reading order; and how many of last year's tasks have no result."""
        if wanted.issued != self._issued:
            reports = tuple(map(whole, wanted.issued))
            self._issued, self._learned = wanted.issued, learn(reports)
            self._cited = standing_citations(reports)
        report, off = whole(wanted.report), frozenset(wanted.rules_off)
        found = check(report, off=off, known=self._cited)
        if PROOF not in off:
            found += proofread(report, wanted.known, self._learned, every=True)
        return in_reading_order(report, told_once(found)), len(unanswered(report))
