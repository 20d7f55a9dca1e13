"""Word file of another program -> report, as the recogniser of plain lines understands it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from danvan_desktop.importers.docx.body.body_reader import BodyReader
from danvan_desktop.importers.docx.body.items import Item, paragraphs_of
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.importers.docx.lines.headings import HeadingCandidate
from danvan_desktop.importers.docx.lines.paragraph_lines import LinesOfFile, lines_of_file, rejoined
from danvan_desktop.importers.recognition.import_notes import kind_first
from danvan_desktop.importers.recognition.lines.text_lines import CleanedLines, TextLine
from danvan_desktop.importers.recognition.note_places import Places
from danvan_desktop.importers.recognition.parts.annexes import read_label
from danvan_desktop.importers.recognition.recognise import report_from_page
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.report.model import (
    Annex,
    Block,
    ImportNote,
    Letterhead,
    Paragraph,
    Report,
    Section,
    Table,
)
from danvan_desktop.report.walk import every_block

_SEARCHED = 12
"""Lines from the top among which the letterhead's are."""


def read_foreign(package: WordPackage, now: datetime) -> Report:
    """Read a Word file that our own program did not write."""
    losses = Losses()
    body = BodyReader(package, losses)
    items = body.read()
    paper = rejoined(lines_of_file(items, losses, last_is_landscape=body.last_is_landscape), losses)
    report = report_from_page(paper.page, now)
    report = replace(
        report,
        letterhead=_by_weight(report.letterhead, paper.page),
        annexes=_oriented(report.annexes, paper),
    )
    return with_losses(report, items, losses)


def with_losses(report: Report, items: list[Item], losses: Losses) -> Report:
    """Put the notes on what was not imported before the others."""
    blocks = [block for _, block in every_block(report)]
    found = notes_on(blocks, items, losses, report.sections)
    return replace(report, import_notes=kind_first((*found, *report.import_notes)))


def notes_on(
    blocks: Sequence[Block], items: list[Item], losses: Losses, sections: Sequence[Section] = ()
) -> tuple[ImportNote, ...]:
    """Return notes on what is not in ``blocks``, each at its block; also on comments without a block."""
    kept = "\n".join(block.note for block in blocks if isinstance(block, Paragraph | Table) and block.note)
    for paragraph in paragraphs_of(items):
        for comment in paragraph.comments:
            if comment not in kept:
                losses.quote("orphan", comment)
    found = tuple(losses.notes())
    places = Places(blocks if found else (), sections)
    return tuple(ImportNote(r.kind, r.text, places.of((r.near,))) for r in found)


def _oriented(annexes: tuple[Annex, ...], paper: LinesOfFile) -> tuple[Annex, ...]:
    """Give each annex the page orientation of its label; the last label is the last annex's."""
    labels = [line.place for line in paper.page.lines if read_label(line) is not None]
    sides = (place in paper.landscape for place in reversed(labels))
    landscape = dict(zip(reversed(range(len(annexes))), sides, strict=False))
    return tuple(
        replace(annex, orientation="landscape") if landscape.get(place) else annex
        for place, annex in enumerate(annexes)
    )


def _by_weight(letterhead: Letterhead, page: CleanedLines) -> Letterhead:
    """Split cơ quan chủ quản, which is not bold, from cơ quan ban hành, which is (PL I, II.2.b)."""
    words = " ".join(filter(None, (letterhead.parent_agency, letterhead.agency)))
    lines = [line for line in page.lines[:_SEARCHED] if line.text in words]
    for first in range(len(lines)):
        for end in range(first + 2, len(lines) + 1):
            chosen = lines[first:end]
            if " ".join(line.text for line in chosen) == words:
                return _split_by_weight(letterhead, chosen)
    return letterhead


def _split_by_weight(letterhead: Letterhead, lines: Sequence[TextLine]) -> Letterhead:
    bold = [line.look is not None and HeadingCandidate("", line.look.runs).is_bold for line in lines]
    light = bold.index(True) if True in bold else 0
    if not light or not all(bold[light:]):
        return letterhead
    return replace(
        letterhead,
        parent_agency=" ".join(line.text for line in lines[:light]),
        agency=" ".join(line.text for line in lines[light:]),
    )
