"""What rules are given: a report with what several of them ask for, found once."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from danvan_desktop.checks.abbreviations import Use, uses_in
from danvan_desktop.checks.citations.citation import Citation, citations_in
from danvan_desktop.checks.citations.register import CitedDocument, registered
from danvan_desktop.checks.running_texts import prose, running_texts
from danvan_desktop.report.find.texts import TextPlace
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.dates import whole_date


class Manuscript:
    """A report under examination (never changed)."""

    def __init__(self, report: Report, known: Sequence[Citation] = ()) -> None:
        """List what is read of ``report``; ``known`` are citations of the office's earlier reports."""
        self.report = report
        self.known = known
        self.texts = tuple(running_texts(report))
        """Subject, bases, headings, paragraphs, captions and cells, in reading order."""

    @property
    def day(self) -> date:
        """The day by which the paper is judged: its own, else the end of the year it is about."""
        issued = self.report.letterhead.issued_on
        return whole_date(issued) or date(issued.year or self.report.year, issued.month or 12, 28)

    @cached_property
    def citations(self) -> Mapping[TextPlace, tuple[Citation, ...]]:
        """Every citation, by the place of its text."""
        return {text.place: tuple(citations_in(text)) for text in self.texts}

    @cached_property
    def abbreviations(self) -> Mapping[str, Sequence[Use]]:
        """The uses of each abbreviation, in reading order."""
        return uses_in(self.texts)

    @cached_property
    def cited_documents(self) -> tuple[CitedDocument, ...]:
        """The register of citations."""
        return registered(each for text in prose(self.report) for each in self.citations[text.place])
