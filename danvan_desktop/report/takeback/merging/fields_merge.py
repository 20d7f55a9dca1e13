"""Fields around the text, three-way: a value of one piece is taken whole, a list entry by entry."""

from collections.abc import Sequence
from difflib import SequenceMatcher
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
        new = _merged_list(change.old, now, new)
    return ours if new == now else with_field(ours, change.name, new)


def is_changed_since(base: Report, ours: Report, name: str) -> bool:
    """Tell whether the field was changed in the report since it went out."""
    return field_of(base, name) != field_of(ours, name)


def _merged_list(old: Sequence[str], ours: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Put into ``ours`` what came, went or changed from ``old`` to ``new``."""
    result = list(ours)
    for kind, low, high, new_low, new_high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        at = next((result.index(each) for each in old[low:high] if each in result), None)
        if at is None:
            before = next((result.index(each) + 1 for each in reversed(old[:low]) if each in result), None)
            at = before if before is not None else 0 if low == 0 else len(result)
        for each in old[low:high]:
            if each in result:
                place = result.index(each)
                del result[place]
                at -= place < at
        fresh = [each for each in new[new_low:new_high] if each not in result]
        result[at:at] = fresh
    return tuple(result)
