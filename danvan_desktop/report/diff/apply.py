"""Applying a difference, or a part of it: the report before, some of its changes made."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from danvan_desktop.report.diff.fields import FieldChange, with_field
from danvan_desktop.report.diff.model import BlockChange, Heading, ReportDiff, TabChange, TabDiff, TabPlace
from danvan_desktop.report.model import Annex, Block, Report, Section
from danvan_desktop.report.numbering import renumber

H = TypeVar("H", Section, Annex)


def apply(old: Report, diff: ReportDiff, chosen: Collection[int] | None = None) -> Report:
    """Make the changes with the numbers ``chosen`` in ``old``, of which ``diff`` tells; None: all of them.

    With all of them it is the new report; with some, automatic numbers follow, and what a change cannot do
    without is made too (:func:`with_needed`). Of reports whose ids mean different things only all.
    """
    if chosen is None:
        return _blended(old, diff, frozenset(range(len(diff.changes))))
    return _sound(old, diff, with_needed(diff, chosen))


def take_back(old: Report, diff: ReportDiff, back: Collection[int]) -> Report:
    """Give the new report without the changes with the numbers ``back``, and what these cannot do without."""
    unwanted = with_needed(diff, back, backwards=True)
    return _sound(old, diff, frozenset(range(len(diff.changes))) - unwanted)


def with_needed(diff: ReportDiff, chosen: Collection[int], *, backwards: bool = False) -> frozenset[int]:
    """Add to ``chosen`` what these changes need; ``backwards``: to be taken back.

    A block goes into a section that is new only together with it; a section goes only when the blocks that
    were moved out of it have gone before.
    """
    made = {tab.new_name: tab.change for tab in diff.tabs if not tab.old_name}
    gone = {tab.old_name: tab.change for tab in diff.tabs if not tab.new_name}
    needed = set(chosen)
    moves = [change for change in diff.changes if isinstance(change, BlockChange) and change.kind == "moved"]
    before = -1
    while before != len(needed):
        before = len(needed)
        for move in moves:
            target, source = made.get(move.new_tab), gone.get(move.old_tab)
            if backwards:
                target, source = source, target
            if move.number in needed:
                needed.update(_numbers(target))
            elif source in needed:
                needed.add(move.number)
    return frozenset(needed)


def _sound(old: Report, diff: ReportDiff, chosen: frozenset[int]) -> Report:
    """Make some of the changes; automatic numbers follow, and no id that was given out is given out again."""
    blended = _blended(old, diff, chosen)
    next_ids = [
        change.new for change in diff.changes if isinstance(change, FieldChange) and change.name == "next_id"
    ]
    return renumber(replace(blended, next_id=max(blended.next_id, *next_ids, old.next_id)))


def _numbers(change: int | None) -> tuple[int, ...]:
    return () if change is None else (change,)


def _blended(old: Report, diff: ReportDiff, chosen: frozenset[int]) -> Report:
    report = old
    for change in diff.changes:
        if isinstance(change, FieldChange) and change.number in chosen:
            report = with_field(report, change.name, change.new)
    by_name = {tab.old_name: tab for tab in diff.tabs}
    return replace(
        report,
        opening=_blocks(by_name["opening"], chosen),
        sections=tuple(_placed(diff, diff.sections, chosen, Section)),
        closing=_blocks(by_name["closing"], chosen),
        annexes=tuple(_placed(diff, diff.annexes, chosen, Annex)),
    )


def _placed(
    diff: ReportDiff, places: Sequence[TabPlace], chosen: frozenset[int], kind: type[H]
) -> Iterator[H]:
    for place in places:
        tab = diff.tabs[place.tab]
        is_changed = tab.change is None or tab.change in chosen
        if not (place.in_new if is_changed else place.in_old):
            continue
        heading = _heading(diff, tab, is_changed=is_changed)
        if isinstance(heading, kind):
            yield replace(heading, blocks=_blocks(tab, chosen))


def _heading(diff: ReportDiff, tab: TabDiff, *, is_changed: bool) -> Heading | None:
    if tab.change is None or not isinstance(diff.changes[tab.change], TabChange):
        return tab.new
    return tab.new if is_changed else tab.old


def _blocks(tab: TabDiff, chosen: frozenset[int]) -> tuple[Block, ...]:
    found: list[Block] = []
    for row in tab.rows:
        found += row.new if row.change is None or row.change in chosen else row.old
    return tuple(found)
