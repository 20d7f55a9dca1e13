"""Lists around the text, three-way: no entry of either side is lost, whatever the order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.model import Report, Signature
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.merging.fields_merge import both_changed, merged_list
from tests.builders.reports import report
from tests.builders.returned_files import as_returned

ENTRIES = st.lists(st.sampled_from("ABCDEFG"), unique=True, max_size=6).map(tuple)


def test_entries_in_another_order_are_all_there() -> None:
    assert merged_list(("A", "B", "C"), ("A", "B", "C"), ("B", "A", "C")) == ("B", "A", "C")


def test_what_ours_added_stands_behind_what_it_stood_behind() -> None:
    assert merged_list(("A", "B"), ("A", "X", "B"), ("B", "A")) == ("B", "A", "X")
    assert merged_list(("A", "B"), ("A", "B", "X"), ("B",)) == ("B", "X")


def test_one_adds_and_the_other_takes_out_without_a_conflict() -> None:
    assert not both_changed(("A", "B"), ("A", "B", "X"), ("B",))
    assert both_changed(("A", "B"), ("X", "B"), ("Y", "B"))
    assert both_changed(("A", "B", "C"), ("B", "A", "C"), ("A", "C", "B"))


@given(ENTRIES, ENTRIES, ENTRIES)
def test_what_one_side_has_put_in_and_what_neither_took_out_is_there_once(
    old: tuple[str, ...], ours: tuple[str, ...], new: tuple[str, ...]
) -> None:
    made = merged_list(old, ours, new)
    kept = set(old) & set(ours) & set(new)
    assert set(made) == kept | (set(ours) - set(old)) | (set(new) - set(old))
    assert len(made) == len(set(made))
    assert merged_list(old, made, new) == made


@given(ENTRIES, ENTRIES)
def test_where_ours_is_as_it_went_out_theirs_is_taken_as_it_is(
    old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    assert merged_list(old, old, new) == new


BASE = replace(
    report((), (), next_id=1),
    recipients=("Sở Nội vụ", "UBND tỉnh", "VP1"),
    signature=Signature(("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), None, "Nguyễn Văn A"),
)


def plan_of(ours: Report, theirs: Report) -> TakeBackPlan:
    return compare(BASE, ours, as_returned(BASE), as_returned(theirs))


@pytest.mark.parametrize(
    ("both", "expected"),
    [
        (frozenset[int](), ("Sở Nội vụ", "HĐND tỉnh", "Báo tỉnh", "VP1")),
        (frozenset({1}), ("Sở Nội vụ", "Ủy ban tỉnh", "HĐND tỉnh", "Báo tỉnh", "VP1")),
    ],
)
def test_an_entry_that_both_said_otherwise_is_theirs_or_both(
    both: frozenset[int], expected: tuple[str, ...]
) -> None:
    ours = replace(BASE, recipients=("Sở Nội vụ", "Ủy ban tỉnh", "VP1"))
    theirs = replace(BASE, recipients=("Sở Nội vụ", "HĐND tỉnh", "Báo tỉnh", "VP1"))
    plan = plan_of(ours, theirs)
    (change,) = plan.changes
    assert (bool(change.conflict), change.has_words_to_add) == (True, True)
    made = merged(BASE, ours, plan, frozenset({1}), both)
    assert made.recipients == expected
    assert plan_of(made, theirs).changes[0].is_done


def test_titles_that_both_sides_changed_are_a_conflict_and_taken_whole() -> None:
    ours = replace(BASE, signature=replace(BASE.signature, lines=("TM. BAN LÃNH ĐẠO", "PHÓ CHÁNH VĂN PHÒNG")))
    theirs = replace(BASE, signature=replace(BASE.signature, lines=("KT. CHÁNH VĂN PHÒNG", "PHÓ VĂN PHÒNG")))
    plan = plan_of(ours, theirs)
    (change,) = plan.changes
    assert (change.place, bool(change.conflict), change.has_words_to_add) == ("signature.lines", True, False)
    assert merged(BASE, ours, plan, frozenset({1})).signature == theirs.signature
    assert merged(BASE, ours, plan, frozenset({1}), frozenset({1})) == ours
