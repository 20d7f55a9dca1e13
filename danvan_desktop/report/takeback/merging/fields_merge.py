"""Fields around the text, three-way: a value of one piece is taken whole, a list entry by entry."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import reduce

from danvan_desktop.report.diff.fields import with_field
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.finding.plan import SetField

_WHOLE = frozenset({"signature.lines"})


def field_of(report: Report, name: str) -> object:
    """Give the value of the field ``name`` ("letterhead.agency")."""
    value: object = reduce(getattr, name.split("."), report)
    return value


def merged_field(ours: Report, change: SetField, *, is_both: bool = False) -> Report:
    """Put a changed field into ``ours``; ``is_both``: what ours has in the place of theirs stays too."""
    now = field_of(ours, change.name)
    new = change.new
    if (lists := as_lists(change, now)) is not None:
        old, ours_now, theirs = lists
        kept = ours_now if is_both else _without_replaced(old, ours_now, theirs)
        new = merged_list(old, kept, theirs)
    return ours if new == now else with_field(ours, change.name, new)


Entries = Sequence[object]


def as_lists(change: SetField, now: object) -> tuple[Entries, Entries, Entries] | None:
    """Give what a list was, is in ours and is in theirs; None of what is taken whole.

    Titles above a signature are no list of entries: those of two sides together would be nobody's.
    """
    if change.name in _WHOLE:
        return None
    old, new = change.old, change.new
    if isinstance(old, tuple) and isinstance(now, tuple) and isinstance(new, tuple):
        return old, now, new
    return None


def _without_replaced(old: Entries, ours: Entries, new: Entries) -> Entries:
    """Leave out what ours says in the place of an entry in whose place theirs says something else too."""
    if not any(each not in old for each in new):
        return ours
    dropped: list[object] = []
    for kind, low, high, our_low, our_high in SequenceMatcher(None, old, ours, autojunk=False).get_opcodes():
        if kind == "replace" and any(each not in new and each not in ours for each in old[low:high]):
            dropped += (each for each in ours[our_low:our_high] if each not in old and each not in new)
    return [each for each in ours if each not in dropped]


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
