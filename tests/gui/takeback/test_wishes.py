"""A wish for changes: what speaks against one since is left, unless the user has seen it."""

import json
from dataclasses import replace

import pytest

from danvan_desktop.gui.takeback.reading import TakenBack
from danvan_desktop.gui.takeback.wishes import Wish, merge
from danvan_desktop.report.full_text import all_text
from danvan_desktop.report.model import Paragraph, Report
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.contribution import (
    PartRequest,
    ids_of,
    only_concerning,
    part_of,
    with_hints,
)
from danvan_desktop.store.takeback.contribution_rows import ContributionRow, portions_of
from tests.builders.returned_files import as_returned
from tests.gui.takeback_scenes import with_body, with_words


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
    assert bool(found.seen.comparison.change(1).conflict)


def test_a_conflict_that_was_seen_is_settled_as_the_user_means(taken: TakenBack, ours: Report) -> None:
    found = merge(taken, ours, Wish(frozenset({1}), "taken", is_conflict_meant=True))
    assert found.taken == {1}
    assert "172 người" in all_text(found.report)
    assert "170" not in all_text(found.report)
    both = merge(taken, ours, Wish(frozenset({1}), "both", is_conflict_meant=True))
    assert "170" in all_text(both.report)
    assert "172" in all_text(both.report)


def test_of_the_same_words_put_in_twice_the_one_that_was_taken_is_told_from_the_other(sample: Report) -> None:
    text = "Việc này do Văn phòng làm đầu mối."
    theirs = with_body(with_body(sample, 4, text), 16, text)
    plan = compare(sample, sample, as_returned(sample), as_returned(theirs))
    back = TakenBack(1, sample, plan, True, None, None, {})
    ours = with_body(sample, 23, text)  # the first was taken, and moved since
    found = merge(back, ours, Wish(frozenset({2}), "taken", is_conflict_meant=False), frozenset({1}))
    assert [change.is_done for change in found.seen.comparison.changes] == [True, False]
    assert all_text(found.report).count(text) == 2


def test_of_a_part_the_hints_are_no_words_of_the_report(sample: Report) -> None:
    section = sample.sections[1]
    blocks = tuple(
        replace(each, runs=(), hint="Nêu số mô hình.")
        if isinstance(each, Paragraph) and each.id == 23
        else each
        for each in section.blocks
    )
    ours = replace(
        sample, sections=(sample.sections[0], replace(section, blocks=blocks), *sample.sections[2:])
    )
    ids = ids_of(ours, {21})
    part = part_of(ours, ids, PartRequest("Phòng Tổng hợp"))
    theirs = with_words(part, 23, "(Nêu số mô hình.)", "Phòng có 06 mô hình.")
    plan = compare(part, with_hints(ours, ids), as_returned(part), as_returned(theirs))
    texts = ("2025-11-24T03:00:00+00:00", "Phòng Tổng hợp", "", "", json.dumps(portions_of(ids, "3.")))
    asked = ContributionRow(1, 1, 1, *texts)
    back = TakenBack(1, part, only_concerning(plan, ids), True, None, None, {}, asked)
    found = merge(back, ours, Wish(frozenset({1}), "taken", is_conflict_meant=False))
    assert found.taken == {1}
    text = all_text(found.report)
    assert "Phòng có 06 mô hình." in text
    assert "(Nêu" not in text
    nothing = merge(back, ours, Wish(frozenset(), "taken", is_conflict_meant=False))
    assert nothing.report == ours
