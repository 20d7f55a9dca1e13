"""What two sequences have in common at both ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.diff.common_ends import common_ends

LETTERS = st.text("ab", max_size=8)


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        ("", "", (0, 0)),
        ("abc", "abc", (3, 0)),
        ("aa", "aaa", (2, 0)),
        ("a-b", "a+b", (1, 1)),
        ("abc", "xyz", (0, 0)),
        ("", "abc", (0, 0)),
    ],
)
def test_what_both_begin_with_is_counted_first(old: str, new: str, ends: tuple[int, int]) -> None:
    assert common_ends(old, new) == ends


@given(old=LETTERS, new=LETTERS)
def test_the_ends_are_the_same_in_both_and_nothing_more_can_be_added(old: str, new: str) -> None:
    start, end = common_ends(old, new)
    assert old[:start] == new[:start]
    assert old[len(old) - end :] == new[len(new) - end :]
    rest, other = old[start : len(old) - end], new[start : len(new) - end]
    assert not rest or not other or (rest[0] != other[0] and rest[-1] != other[-1])
