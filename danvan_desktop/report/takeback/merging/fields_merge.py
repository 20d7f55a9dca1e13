"""Fields around the text, three-way: a value of one piece is taken whole, a list entry by entry."""

from collections.abc import Sequence
from functools import reduce

from danvan_desktop.report.diff.fields import with_field
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.finding.plan import SetField


def field_of(report: Report, name: str) -> object:
    """Give the value of the field ``name`` ("letterhead.agency")."""
    value: object = reduce(getattr, name.split("."), report)
    return value


def merged_field(ours: Report, change: SetField) -> Report:
    """Put a changed field into ``ours``."""
    now = field_of(ours, change.name)
    new = change.new
    if isinstance(now, tuple) and isinstance(change.old, tuple) and isinstance(new, tuple):
        new = merged_list(change.old, now, new)
    return ours if new == now else with_field(ours, change.name, new)


def is_changed_since(base: Report, ours: Report, name: str) -> bool:
    """Tell whether the field was changed in the report since it went out."""
    return field_of(base, name) != field_of(ours, name)


def merged_list(old: Sequence[object], ours: Sequence[object], new: Sequence[object]) -> tuple[object, ...]:
    """Give the entries of ``new`` in their order, without those that ours has taken out.

    What ours added stands behind what it stands behind in ours.
    """
    result = [each for each in new if each in ours or each not in old]
    for number, each in enumerate(ours):
        if each in old or each in result:
            continue
        before = next((result.index(other) + 1 for other in reversed(ours[:number]) if other in result), 0)
        result.insert(before, each)
    return tuple(result)


def both_changed(old: Sequence[object], ours: Sequence[object], new: Sequence[object]) -> bool:
    """Tell whether both sides took out or changed the same entry, or put entries in another order."""
    gone = [each for each in old if each not in new and each not in ours]
    return bool(gone) or (_is_reordered(old, ours) and _is_reordered(old, new))


def _is_reordered(old: Sequence[object], now: Sequence[object]) -> bool:
    return [each for each in old if each in now] != [each for each in now if each in old]
