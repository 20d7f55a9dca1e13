"""Lists around the text, three-way: no entry of either side is lost, whatever the order."""

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.takeback.merging.fields_merge import both_changed, merged_list

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
