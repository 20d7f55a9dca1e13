"""Names of bookmarks: whose they are can be told, and copies are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.takeback.marks import is_of, mark_name, mark_of
from danvan_desktop.report.takeback.model import ReturnedMark


@given(st.text(max_size=30), st.integers(1, 10**9 - 1))
def test_a_mark_is_read_as_it_was_named(report_id: str, identifier: int) -> None:
    mark = mark_of(mark_name(report_id, identifier))
    assert mark is not None
    assert mark.id == identifier
    assert is_of(mark, report_id)


def test_a_mark_of_another_report_is_refused() -> None:
    mark = mark_of(mark_name("bao-cao-a", 12))
    assert mark is not None
    assert not is_of(mark, "bao-cao-b")


def test_a_mark_of_another_block_with_the_number_changed_is_refused() -> None:
    check = mark_name("a", 12).rpartition("_")[2]
    assert not is_of(ReturnedMark(13, check), "a")


def test_the_marks_of_earlier_releases_may_be_of_any_report() -> None:
    mark = mark_of("_dv_12")
    assert mark == ReturnedMark(12)
    assert is_of(ReturnedMark(12), "a")


@pytest.mark.parametrize("name", ["_dv_53_Copy_1", "_dv_53_ab12_Copy_1", "_dv_x", "_GoBack", "_dv_53_ab1"])
def test_copies_and_other_bookmarks_are_none(name: str) -> None:
    assert mark_of(name) is None
