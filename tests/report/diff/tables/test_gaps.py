"""Rows or columns between two neighbours: each is paired with the first that is like it, in order."""

from danvan_desktop.report.diff.tables.gaps import paired


def is_ten_more(old: int, new: int) -> bool:
    return new == old + 10


def test_each_is_paired_with_the_first_that_is_like_it_and_what_was_passed_is_new() -> None:
    found = paired([1, 2, 3], [19, 11, 13, 18], is_ten_more)
    assert found == [(None, 19), (1, 11), (2, None), (3, 13), (None, 18)]


def test_of_as_many_on_both_sides_each_is_paired_with_the_next() -> None:
    assert paired(range(2), range(5, 7), is_ten_more) == [(0, 5), (1, 6)]


def test_what_is_further_on_is_not_looked_at() -> None:
    assert paired([1], [19, 18, 11], is_ten_more, nearby=2) == [
        (1, None),
        (None, 19),
        (None, 18),
        (None, 11),
    ]
