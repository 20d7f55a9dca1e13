"""Columns are known by their heads, then by their words: one that was moved went here and came there."""

import pytest
from hypothesis import given

from danvan_desktop.report.diff.tables.columns import matched_columns
from danvan_desktop.report.model import Column, Table
from tests.builders.reports import table
from tests.builders.strategies import tables

HEAD = ("TT", "Nội dung", "Năm 2024", "Năm 2025")
ROWS = (
    ("1", "Hội nghị tuyên truyền", "9", "12"),
    ("2", "Lượt công dân được tiếp", "411", "386"),
    ("3", "Đơn tiếp nhận", "270", "251"),
)


def made(*rows: tuple[str, ...]) -> Table:
    return table(1, [Column()] * len(rows[0]), rows, "Bảng 1")


OLD = made(HEAD, *ROWS)


def turned(*order: int) -> Table:
    return made(*(tuple(row[at] for at in order) for row in (HEAD, *ROWS)))


@pytest.mark.parametrize(
    ("order", "alone"),
    [((0, 1, 3, 2), 2), ((1, 0, 2, 3), 2), ((0, 2, 3), 1), ((3, 0, 1, 2), 2), ((0, 1, 2, 3), 0)],
)
def test_one_that_moved_or_went_leaves_the_others_as_they_were(order: tuple[int, ...], alone: int) -> None:
    pairs = matched_columns(OLD, turned(*order))
    assert [low for low, high in pairs if low is not None and high is not None and order[high] != low] == []
    assert sum(None in pair for pair in pairs) == alone


def test_a_column_that_went_and_another_that_came_elsewhere_are_two() -> None:
    rows = [(row[0], f"Đơn vị {number}", *row[1:3]) for number, row in enumerate((HEAD, *ROWS))]
    assert matched_columns(OLD, made(*rows)) == [(0, 0), (None, 1), (1, 2), (2, 3), (3, None)]


def test_heads_that_were_mixed_up_are_cells_and_no_move() -> None:
    new = made((HEAD[0], HEAD[1], HEAD[3], HEAD[2]), *ROWS)
    assert matched_columns(OLD, new) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_figures_that_went_into_the_column_of_the_year_before_are_cells_and_no_move() -> None:
    new = made(HEAD, *((row[0], row[1], row[3], f"{number}05") for number, row in enumerate(ROWS)))
    assert matched_columns(OLD, new) == [(0, 0), (1, 1), (2, 2), (3, 3)]


@given(tables(), tables())
def test_every_column_of_both_stands_once_and_in_its_order(old: Table, new: Table) -> None:
    pairs = matched_columns(old, new)
    for side, whole in ((0, old), (1, new)):
        numbers = [pair[side] for pair in pairs if pair[side] is not None]
        assert numbers == list(range(len(whole.columns)))


@given(tables())
def test_a_table_has_the_same_columns_as_itself(whole: Table) -> None:
    assert matched_columns(whole, whole) == [(number, number) for number in range(len(whole.columns))]
