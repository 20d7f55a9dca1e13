"""A report as one row of what stands in it, and the row as a report again.

In a row a paragraph goes from one Mục to another, and a heading comes, goes or moves, by a change of places.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import (
    Annex,
    Block,
    OpaqueBlock,
    Paragraph,
    Report,
    Runs,
    Section,
    Table,
)

Handle = tuple[str, int]
"""What an entry is known by: ("id", 12), ("basis", 0), ("new", 7) of the file that came back, ("mark", 0)."""


@frozen
class Basis:
    """A căn cứ."""

    runs: Runs


@frozen
class ClosingMark:
    """Where the closing words begin: it has no words itself."""


Item = Block | Section | Annex | Basis | ClosingMark


@dataclass(slots=True, eq=False)
class FlowEntry:
    """Something that stands in a report; headings are without what stands under them.

    It is looked for in a row by itself: another one that says the same stands elsewhere.
    """

    handle: Handle
    item: Item

    @property
    def runs(self) -> Runs:
        """Its words; of a table its caption."""
        item = self.item
        if isinstance(item, Paragraph | Basis):
            return item.runs
        if isinstance(item, Section | Annex):
            return item.title
        if isinstance(item, Table):
            return item.caption or ()
        return ()

    def say(self, runs: Runs) -> None:
        """Let it say something else."""
        item = self.item
        if isinstance(item, Paragraph | Basis):
            self.item = replace(item, runs=runs)
        elif isinstance(item, Section | Annex):
            self.item = replace(item, title=runs)
        elif isinstance(item, Table):
            self.item = replace(item, caption=runs or None)

    @property
    def is_heading(self) -> bool:
        """Whether a list of blocks begins here."""
        return isinstance(self.item, Section | Annex | ClosingMark)


def in_row(report: Report) -> list[FlowEntry]:
    """Put ``report`` in a row."""
    row = [FlowEntry(("basis", number), Basis(runs)) for number, runs in enumerate(report.legal_bases)]
    row += map(_entry, report.opening)
    for section in report.sections:
        row.append(FlowEntry(("id", section.id), replace(section, blocks=())))
        row += map(_entry, section.blocks)
    row.append(FlowEntry(("mark", 0), ClosingMark()))
    row += map(_entry, report.closing)
    for annex in report.annexes:
        row.append(FlowEntry(("id", annex.id), replace(annex, blocks=())))
        row += map(_entry, annex.blocks)
    return row


def _entry(block: Block) -> FlowEntry:
    return FlowEntry(("id", block.id), block)


def with_row(report: Report, row: Sequence[FlowEntry]) -> Report:
    """Give ``report`` with what stands in ``row``."""
    bases: list[Runs] = []
    opening: list[Block] = []
    closing: list[Block] = []
    sections: list[tuple[Section, list[Block]]] = []
    annexes: list[tuple[Annex, list[Block]]] = []
    blocks = opening
    last = max((place for place, entry in enumerate(row) if isinstance(entry.item, Section)), default=-1)
    for place, entry in enumerate(row):
        item = entry.item
        if isinstance(item, Basis):
            bases.append(item.runs)
        elif isinstance(item, ClosingMark):
            # An annex that came to stand before it has all that follows, and behind the closing words
            # stands no Mục: those before one are words of the Mục above it, as whoever typed it left them.
            if not annexes and place > last:
                blocks = closing
        elif isinstance(item, Section):
            blocks = []
            sections.append((item, blocks))
        elif isinstance(item, Annex):
            blocks = []
            annexes.append((item, blocks))
        elif isinstance(item, Paragraph | Table | OpaqueBlock):
            blocks.append(item)
    return replace(
        report,
        legal_bases=tuple(bases),
        opening=tuple(opening),
        sections=tuple(replace(section, blocks=tuple(found)) for section, found in sections),
        closing=tuple(closing),
        annexes=tuple(replace(annex, blocks=tuple(found)) for annex, found in annexes),
    )
