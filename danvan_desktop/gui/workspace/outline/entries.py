"""Entries of the outline of a whole report: tabs, numbered paragraphs, annexes, with what is open there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.location import ANNEXES, CLOSING, OPENING
from danvan_desktop.report.model import Annex, Block, Paragraph, Report, plain

_LONGEST = 90

State = Literal["", "open", "missing"]


@frozen
class OutlineEntry:
    """A line of the outline: its depth, its text, the place it leads to."""

    depth: int
    text: str
    place: str
    state: State = ""
    """What is open there: a remark, or something *chưa rà* or *chưa sửa*."""
    count: int = 0
    """How much is *chưa rà* or *chưa sửa* there and in the entries below it."""


class WhatIsOpen:
    """What is open in each block of a report, by its id."""

    def __init__(self, states: Mapping[int, State], counts: Mapping[int, int]) -> None:
        self._states, self._counts = states, counts

    def entry(self, entry: OutlineEntry, blocks: Iterable[Block]) -> OutlineEntry:
        """Give ``entry`` with what is open in ``blocks`` added to it."""
        found = [block.id for block in blocks]
        state = worst((entry.state, *(self._states.get(identity, "") for identity in found)))
        more = sum(self._counts.get(identity, 0) for identity in found)
        return replace(entry, state=state, count=entry.count + more)


def outline_of(
    report: Report, tabs: Sequence[tuple[str, str]], is_open: WhatIsOpen
) -> tuple[OutlineEntry, ...]:
    """Make the entries for ``tabs``, each its place and whole name."""
    parts: dict[str, tuple[Block, ...]] = {OPENING: report.opening, CLOSING: report.closing}
    parts |= {f"section:{section.id}": section.blocks for section in report.sections}
    parts[ANNEXES] = tuple(block for annex in report.annexes for block in annex.blocks)
    entries: list[OutlineEntry] = []
    for tab, name in tabs:
        blocks = parts.get(tab, ())
        entries.append(is_open.entry(OutlineEntry(0, name, tab), blocks))
        if tab == ANNEXES:
            entries += [is_open.entry(_of_annex(annex), annex.blocks) for annex in report.annexes]
        elif tab != CLOSING:
            entries += _of_blocks(blocks, tab, is_open)
    return tuple(entries)


def _of_annex(annex: Annex) -> OutlineEntry:
    label, title = f"Phụ lục {annex.number or ''}".strip(), plain(annex.title)
    place = f"{ANNEXES}/{annex.blocks[0].id}+0" if annex.blocks else ANNEXES
    return OutlineEntry(1, f"{label}: {title}" if title else label, place)


def _of_blocks(blocks: Sequence[Block], tab: str, is_open: WhatIsOpen) -> list[OutlineEntry]:
    """The numbered paragraphs among ``blocks``, each as deep as its level, with what is open below it."""
    entries: list[OutlineEntry] = []
    above: list[int] = []  # the entry a block belongs to, and those that this one stands under
    for block in blocks:
        if isinstance(block, Paragraph) and block.role in {"heading", "clause"}:
            depth = min(block.level, entries[-1].depth + 1 if entries else 1)
            above = [index for index in above if entries[index].depth < depth]
            above.append(len(entries))
            entries.append(OutlineEntry(depth, _name_of(block), f"{tab}/{block.id}+0"))
        for index in above:
            entries[index] = is_open.entry(entries[index], (block,))
    return entries


def _name_of(block: Paragraph) -> str:
    text = plain(block.runs)
    shown = text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
    return f"{block.number or ''} {shown or '…'}".strip()


def worst(states: Iterable[State]) -> State:
    """A remark before a mark before nothing."""
    found = set(states)
    return "missing" if "missing" in found else "open" if "open" in found else ""
