"""The lines of the outline of a whole report: its tabs, its numbered paragraphs, its annexes."""

from collections.abc import Mapping, Sequence

from danvan_desktop.gui.workspace.outline_panel import Entry, State, entries_of, worst
from danvan_desktop.report.model import Annex, Block, Report, plain
from danvan_desktop.report.place import ANNEXES, CLOSING, OPENING


def outline_of(
    report: Report, tabs: Sequence[tuple[str, str]], states: Mapping[int, State]
) -> tuple[Entry, ...]:
    """Give the lines for ``tabs``, each its place and its whole name; ``states`` tells what is open."""
    parts: dict[str, tuple[Block, ...]] = {OPENING: report.opening, CLOSING: report.closing}
    parts |= {f"section:{section.id}": section.blocks for section in report.sections}
    parts[ANNEXES] = tuple(block for annex in report.annexes for block in annex.blocks)
    entries: list[Entry] = []
    for tab, name in tabs:
        blocks = parts.get(tab, ())
        entries.append(Entry(0, name, tab, _worst(blocks, states)))
        if tab == ANNEXES:
            entries += [_of_annex(annex, states) for annex in report.annexes]
        elif tab != CLOSING:
            entries += entries_of(blocks, tab, 1, states)
    return tuple(entries)


def _of_annex(annex: Annex, states: Mapping[int, State]) -> Entry:
    label, title = f"Phụ lục {annex.number or ''}".strip(), plain(annex.title)
    place = f"{ANNEXES}/{annex.blocks[0].id}+0" if annex.blocks else ANNEXES
    return Entry(1, f"{label}. {title}" if title else label, place, _worst(annex.blocks, states))


def _worst(blocks: Sequence[Block], states: Mapping[int, State]) -> State:
    return worst(states.get(block.id, "") for block in blocks)
