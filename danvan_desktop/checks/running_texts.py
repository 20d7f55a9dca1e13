"""The running texts of a report: what is a sentence or a heading, and stands in paper for readers."""

from collections.abc import Iterator

from danvan_desktop.report.find.texts import LEGAL_BASES, PlacedText, texts
from danvan_desktop.report.model import Paragraph, Report
from danvan_desktop.report.walk import every_block

SUBJECT = "subject"


def running_texts(report: Report) -> Iterator[PlacedText]:
    """Give the texts of ``report`` that are sentences or headings: no names, signatures and recipients."""
    for placed in texts(report):
        if placed.text and (placed.place.is_text or placed.place.field == SUBJECT):
            yield placed


def prose(report: Report) -> Iterator[PlacedText]:
    """Give the texts in which a document is cited in full: no headings, captions and cells."""
    headings = {
        block.id
        for _, block in every_block(report)
        if isinstance(block, Paragraph) and block.role == "heading"
    }
    for text in running_texts(report):
        place = text.place
        is_prose = place.block and place.cell is None and not place.field and place.block not in headings
        if is_prose or place.field == LEGAL_BASES:
            yield text
