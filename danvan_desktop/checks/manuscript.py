"""What rules are given: a report with its running texts, listed once for all of them."""

from collections.abc import Iterator
from datetime import date

from danvan_desktop.report.find.texts import PlacedText, texts
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.dates import whole_date

SUBJECT = "subject"


class Manuscript:
    """A report under examination (never changed)."""

    def __init__(self, report: Report) -> None:
        """List what is read of ``report``."""
        self.report = report
        self.texts = tuple(running_texts(report))
        """Subject, bases, headings, paragraphs, captions and cells, in reading order."""

    @property
    def day(self) -> date:
        """The day by which the paper is judged: its own, else the end of the year it is about."""
        issued = self.report.letterhead.issued_on
        return whole_date(issued) or date(issued.year or self.report.year, issued.month or 12, 28)


def running_texts(report: Report) -> Iterator[PlacedText]:
    """Give the texts of ``report`` that are sentences or headings: no names, signatures and recipients."""
    for placed in texts(report):
        if placed.text and (placed.place.is_text or placed.place.field == SUBJECT):
            yield placed
