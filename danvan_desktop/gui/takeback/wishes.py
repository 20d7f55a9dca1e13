"""Changes that are to be taken into the report, and what comes of it: a function of values, for a job."""

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.takeback.decisions import Answer
from danvan_desktop.gui.takeback.reading import TakenBack
from danvan_desktop.report.model import Report


@frozen
class Wish:
    """Changes that are to be taken into the report, as soon as those before are."""

    numbers: frozenset[int]
    answer: Answer
    is_conflict_meant: bool
    """The user has seen what speaks against them."""


@frozen
class Merged:
    """What came of a wish."""

    seen: TakenBack
    """The file as the report before saw it."""
    taken: frozenset[int]
    report: Report


def merge(taken: TakenBack, ours: Report, wish: Wish, before: frozenset[int] = frozenset()) -> Merged:
    """Take what is wished into ``ours``; what speaks against it since and was not seen is left.

    ``before``: the numbers of changes that were taken before.
    """
    found = taken.seen_from(ours, before)
    numbers = frozenset(
        n for n in wish.numbers if wish.is_conflict_meant or not found.comparison.change(n).conflict
    )
    both = numbers if wish.answer == "both" else frozenset()
    return Merged(found, numbers, taken.merged(ours, numbers, before, both))
