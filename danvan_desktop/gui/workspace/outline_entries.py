"""Entries of the outline of a whole report: its tabs, numbered paragraphs and annexes."""

from collections.abc import Mapping, Sequence

from danvan_desktop.gui.workspace.outline_panel import OutlineEntry, State, entries_of, worst
from danvan_desktop.report.location import ANNEXES, CLOSING, OPENING
from danvan_desktop.report.model import Annex, Block, Report, plain


def outline_of(
    report: Report, tabs: Sequence[tuple[str, str]], states: Mapping[int, State]
) -> tuple[OutlineEntry, ...]:
    """Make the entries for ``tabs``, each its place and whole name; ``states``: what is open in a block."""
    parts: dict[str, tuple[Block, ...]] = {OPENING: report.opening, CLOSING: report.closing}
    parts |= {f"section:{section.id}": section.blocks for section in report.sections}
    parts[ANNEXES] = tuple(block for annex in report.annexes for block in annex.blocks)
    entries: list[OutlineEntry] = []
    for tab, name in tabs:
        blocks = parts.get(tab, ())
        entries.append(OutlineEntry(0, name, tab, _worst(blocks, states)))
        if tab == ANNEXES:
            entries += [_of_annex(annex, states) for annex in report.annexes]
        elif tab != CLOSING:
            entries += entries_of(blocks, tab, 1, states)
    return tuple(entries)


def _of_annex(annex: Annex, states: Mapping[int, State]) -> OutlineEntry:
    label, title = f"Phụ lục {annex.number or ''}".strip(), plain(annex.title)
    place = f"{ANNEXES}/{annex.blocks[0].id}+0" if annex.blocks else ANNEXES
    return OutlineEntry(1, f"{label}. {title}" if title else label, place, _worst(annex.blocks, states))


def _worst(blocks: Sequence[Block], states: Mapping[int, State]) -> State:
    return worst(states.get(block.id, "") for block in blocks)
