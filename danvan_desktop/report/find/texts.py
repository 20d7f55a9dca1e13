"""Every text of a report that can be looked through, with its place, in the order of the window's tabs."""

from collections.abc import Container, Iterable, Iterator

from danvan_desktop.frozen import frozen
from danvan_desktop.report.lifecycle.review import CellPlace
from danvan_desktop.report.location import ANNEXES, CLOSING, GENERAL, OPENING, SIGNATURE, TITLE
from danvan_desktop.report.model import Block, Paragraph, Report, Section, Table, plain

PART, LEGAL_BASES, CAPTION = "part", "legal_bases", "caption"
"""Fields that hold text of the report, as :data:`TITLE` does; all others are found and never replaced."""


@frozen
class TextPlace:
    """Where a text stands: a paragraph, a caption, a cell, a heading, or a field of a tab."""

    tab: str
    """As a :class:`~danvan_desktop.report.location.Location` names it."""
    block: int = 0
    """The id of the block; 0: none."""
    cell: CellPlace | None = None
    """In a table."""
    field: str = ""
    """The report's field ("letterhead.agency"); of a section or an annex :data:`TITLE` or :data:`PART`; of a
    table :data:`CAPTION`."""
    line: int = 0
    """Of a field with several lines; blank ones are not counted."""
    annex: int = 0
    """The id of the annex whose heading it is."""

    @property
    def is_text(self) -> bool:
        """Whether words here may be replaced: no field of a form."""
        return bool(self.block) or self.field in {TITLE, PART, LEGAL_BASES}


@frozen
class PlacedText:
    """A text and its place."""

    place: TextPlace
    text: str


def texts(report: Report, only: Container[int] | None = None) -> Iterator[PlacedText]:
    """Give every text of ``report`` that can be looked through, as the tabs show them.

    ``only``: of the blocks those with these ids; fields and headings are given all the same.
    """
    yield from _general(report)
    yield from _lines(OPENING, LEGAL_BASES, map(plain, report.legal_bases))
    yield from _of_blocks(OPENING, report.opening, only)
    for section in report.sections:
        yield from _of_section(section, only)
    yield from _of_blocks(CLOSING, report.closing, only)
    yield from _signature(report)
    for annex in report.annexes:
        yield PlacedText(TextPlace(ANNEXES, field=TITLE, annex=annex.id), plain(annex.title))
        yield from _of_blocks(ANNEXES, annex.blocks, only)


def _of_section(section: Section, only: Container[int] | None) -> Iterator[PlacedText]:
    tab = f"section:{section.id}"
    if section.part is not None:
        yield PlacedText(TextPlace(tab, field=PART), plain(section.part.title))
    yield PlacedText(TextPlace(tab, field=TITLE), plain(section.title))
    yield from _of_blocks(tab, section.blocks, only)


def _of_blocks(tab: str, blocks: Iterable[Block], only: Container[int] | None) -> Iterator[PlacedText]:
    for block in blocks:
        if only is not None and block.id not in only:
            continue
        if isinstance(block, Paragraph):
            yield PlacedText(TextPlace(tab, block.id), plain(block.runs))
        elif isinstance(block, Table):
            yield from _of_table(tab, block)


def _of_table(tab: str, table: Table) -> Iterator[PlacedText]:
    if table.caption is not None:
        yield PlacedText(TextPlace(tab, table.id, field=CAPTION), plain(table.caption))
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            if cell is not None:
                for index, runs in enumerate(cell.paragraphs):
                    yield PlacedText(TextPlace(tab, table.id, (y, x, index)), plain(runs))


def _general(report: Report) -> Iterator[PlacedText]:
    head = report.letterhead
    yield from _fields(
        GENERAL,
        ("kind", report.kind),
        ("subject", report.subject),
        ("letterhead.parent_agency", head.parent_agency),
        ("letterhead.agency", head.agency),
        ("letterhead.number", head.number),
        ("letterhead.symbol", head.symbol),
        ("letterhead.place", head.place),
    )


def _signature(report: Report) -> Iterator[PlacedText]:
    signature = report.signature
    yield from _lines(SIGNATURE, "addressees", report.addressees)
    yield from _lines(SIGNATURE, "recipients", report.recipients)
    yield from _fields(
        SIGNATURE, ("filing.unit", report.filing.unit), ("filing.drafter", report.filing.drafter)
    )
    yield from _lines(SIGNATURE, "signature.lines", signature.lines)
    yield from _fields(
        SIGNATURE,
        ("signature.other_position", signature.other_position),
        ("signature.signer", signature.signer),
    )


def _fields(tab: str, *fields: tuple[str, str | None]) -> Iterator[PlacedText]:
    for name, text in fields:
        if text:
            yield PlacedText(TextPlace(tab, field=name), text)


def _lines(tab: str, name: str, lines: Iterable[str]) -> Iterator[PlacedText]:
    for number, line in enumerate(filter(str.strip, lines)):
        yield PlacedText(TextPlace(tab, field=name, line=number), line)
