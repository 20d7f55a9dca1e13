"""A wish for changes: what speaks against one since is left, unless the user has seen it."""

import pytest

from danvan_desktop.gui.takeback.reading import TakenBack
from danvan_desktop.gui.takeback.wishes import Wish, merge
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.compare import compare
from tests.builders.returned_files import as_returned
from tests.gui.takeback_scenes import with_words


@pytest.fixture
def taken(sample: Report) -> TakenBack:
    """Return a file with two changes: a figure, and words of another paragraph."""
    theirs = with_words(
        with_words(sample, 5, "168 người", "172 người"), 16, "Kế hoạch số 18", "Kế hoạch số 21"
    )
    plan = compare(sample, sample, as_returned(sample), as_returned(theirs))
    return TakenBack(1, sample, plan, True, None, None, {})


@pytest.fixture
def ours(sample: Report) -> Report:
    """Return the report in which the figure was changed since."""
    return with_words(sample, 5, "168 người", "170 người")


BOTH = frozenset({1, 2})


def test_what_speaks_against_a_change_since_is_left(taken: TakenBack, ours: Report) -> None:
    found = merge(taken, ours, Wish(BOTH, "taken", is_conflict_meant=False))
    assert found.taken == {2}
    text = all_text(found.report)
    assert "170 người" in text
    assert "Kế hoạch số 21" in text
    assert bool(found.comparison.change(1).conflict)


def test_a_conflict_that_was_seen_is_settled_as_the_user_means(taken: TakenBack, ours: Report) -> None:
    found = merge(taken, ours, Wish(frozenset({1}), "taken", is_conflict_meant=True))
    assert found.taken == {1}
    assert "172 người" in all_text(found.report)
    assert "170" not in all_text(found.report)
    both = merge(taken, ours, Wish(frozenset({1}), "both", is_conflict_meant=True))
    assert "170" in all_text(both.report)
    assert "172" in all_text(both.report)
