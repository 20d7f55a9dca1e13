"""Messages between the window and the worker process (requests and answers): values only, pickled.

Pickle, for this process reads nothing from outside but values that were checked before; the reader process,
which does, answers in data only (``file_reader/answers.py``).
"""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.worker.report_pieces import ReportPieces
from danvan_desktop.report.model import Report

if TYPE_CHECKING:  # the preview needs nothing of it
    from danvan_desktop.checks import Finding
    from danvan_desktop.inspection.sheet import ComplianceSheet


class ReportSpot(NamedTuple):
    """A place in the report that the page shows: a block, a heading, a field."""

    place: str
    """"block:12", "section:3", "annex:5", or a field of the report: "letterhead", "subject" …"""
    offset: int = 0
    """How far in its text, counted as Qt counts (UTF-16), without the number before it."""
    cell: tuple[int, int, int] | None = None
    """In a table: row, column and which paragraph of the cell."""


class LinePlace(NamedTuple):
    """A line of text on a page, in twips from the paper's top left corner."""

    top: int
    bottom: int
    left: int
    right: int
    place: str
    cell: tuple[int, int, int] | None
    start: int
    """Offset of its first letter, as in :class:`ReportSpot`; below zero where the number before it counts."""
    end: int


@frozen
class PageMap:
    """The size of a page in twips, and its lines in reading order."""

    width: int
    height: int
    lines: tuple[LinePlace, ...]
    look: int
    """The same for pages of one worker process that look the same."""


@frozen
class ComposeReport:
    """Set this report."""

    report: Report


@frozen
class ComposedReport:
    """The report is set; these are its pages."""

    pages: tuple[PageMap, ...]
    slipped: bool = False
    """The signing block stands on a last page that holds hardly more."""


@frozen
class DrawPage:
    """Draw some rows of dots of a page of the report that was set last."""

    page: int
    width: int
    height: int
    """Of the whole page as it is to be drawn, in dots."""
    top: int
    rows: int
    turned: bool = False
    """Lay it on its side: its top edge at the left."""
    smooth: bool = True
    """Grey dots at the edges of letters, for screens."""
    shown: int = 0
    """The width to which the window makes it narrower; 0: none.

    PDFium sets letters on whole dots; drawn twice as wide they stand evenly on a coarse screen.
    """


@frozen
class Picture:
    """Rows of grey dots, one byte each, or of ``coloured`` ones (BGR); a row takes ``stride`` bytes."""

    width: int
    rows: int
    stride: int
    dots: bytes
    coloured: bool = False


@frozen
class Refused:
    """It cannot be done: why, in Vietnamese, and for the log what only a programmer understands."""

    message: str
    trace: str = ""


@frozen
class ComposeSheet:
    """Set this filled sheet (Phiếu kiểm tra thể thức) for printing."""

    sheet: "ComplianceSheet"


@frozen
class InspectReport:
    """Write this report as these files, which are thrown away afterwards, and fill a sheet for each."""

    report: Report
    files: tuple[Path, ...]


@frozen
class InspectedReport:
    """The sheets, in the order of the files."""

    sheets: "tuple[ComplianceSheet, ...]"


@frozen
class CheckContent:
    """Check the content of this report."""

    report: ReportPieces
    known: tuple[str, ...] = ()
    """Words and names that its office takes for right."""
    rules_off: tuple[str, ...] = ()
    issued: tuple[ReportPieces, ...] = ()
    """Reports that its office has issued: what they say twice is no slip."""


@frozen
class CheckedContent:
    """What was found, in reading order, and how long it took."""

    findings: "tuple[Finding, ...]"
    unanswered: int
    """How many of last year's tasks have no result."""
    seconds: float


Request = CheckContent | ComposeReport | ComposeSheet | DrawPage | InspectReport
Answer = CheckedContent | ComposedReport | InspectedReport | Picture | Refused
