"""Places of changes: what of a comparison is to be restored, and where in the report a change is seen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from danvan_desktop.gui.history.comparison import Comparison
from danvan_desktop.report.diff.by_tab import OTHER, TabChanges
from danvan_desktop.report.diff.fields import FieldChange
from danvan_desktop.report.diff.model import BlockChange, Change, Row, TabDiff

Chosen = tuple[Sequence[int], str]
"""Numbers of changes that are to be taken back, and the place to be shown then; "" for none."""
Choice = Callable[[Comparison], Chosen | None]
"""Finds in a comparison what was chosen to be restored, also in one that was made later; None: no more."""


def whole_version() -> Choice:
    """Choose everything that differs."""
    return lambda comparison: (range(len(comparison.diff.changes)), "")


def one_tab(key: str) -> Choice:
    """Choose all that differs on the tab with ``key``."""

    def choose(comparison: Comparison) -> Chosen | None:
        found = (tab.changes for tab in comparison.tabs if tab.changes.key == key)
        return next(((changes.changes, changes.name) for changes in found), None)

    return choose


def one_change(change: Change) -> Choice:
    """Choose ``change`` alone."""
    return partial(_same_change, change)


def _same_change(change: Change, comparison: Comparison) -> Chosen | None:
    for other in comparison.diff.changes:
        if replace(other, number=change.number) == change:
            return [other.number], place_restored(other)
    return None


def place_restored(change: Change) -> str:
    """Say where in the report is seen what came back with ``change``; in the words of the workspace."""
    if isinstance(change, FieldChange):
        return change.name
    if isinstance(change, BlockChange):
        return f"block:{change.old[0].id}" if change.old else change.new_tab
    return "" if change.old is None else f"section:{change.old.id}"


def place_now(change: Change, tab: TabChanges) -> str:
    """Say where in the later report ``change``, one of those on ``tab``, is seen; "" for nowhere.

    What is gone is seen where it stood: at the paragraph before it.
    """
    if isinstance(change, FieldChange):
        return "" if tab.name == OTHER else change.name
    if isinstance(change, BlockChange):
        if change.new:
            return f"block:{change.new[0].id}"
        return "" if tab.diff is None else _beside(change, tab.diff)
    return tab.name if change.new is not None else ""


def _beside(change: BlockChange, diff: TabDiff) -> str:
    """The paragraph before the one that is gone, else the one behind it, else the tab."""
    at = next((index for index, row in enumerate(diff.rows) if row.change == change.number), 0)
    for row in (*reversed(diff.rows[:at]), *diff.rows[at:]):
        if row.new:
            return f"block:{_last(row)}"
    return diff.new_name


def _last(row: Row) -> int:
    return row.new[-1].id
