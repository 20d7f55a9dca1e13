"""A row or a column that was moved is merged cell by cell: what both sides made of it is there."""

import os
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.report.diff.tables.cells import cell_text
from danvan_desktop.report.model import Cell, Column, Report, Run, Table
from danvan_desktop.report.takeback.compare import compare, merged, seen_from
from danvan_desktop.report.takeback.merging.states import (
    EDITED_CELL_OF_COLUMN,
    EDITED_CELL_OF_ROW,
    GONE_CELL,
    MOVED_COLUMN,
    MOVED_ROW,
)
from danvan_desktop.report.takeback.patching.moved_lines import merged_cell, moved_columns, moved_rows
from danvan_desktop.report.walk import every_block
from tests.builders.reports import block, report, table
from tests.builders.returned_files import as_returned

ROWS = [
    ["TT", "Nội dung công việc", "Đơn vị", "Năm trước", "Năm nay"],
    ["1", "Hội nghị tuyên truyền về dân chủ", "cuộc", "12", "15"],
    ["2", "Mô hình dân vận khéo được công nhận", "mô hình", "4", "6"],
    ["3", "Hồ sơ giải quyết đúng hạn", "hồ sơ", "48.620", "52.914"],
    ["4", "Lượt tiếp công dân tại trụ sở", "lượt", "341", "386"],
]
Rows = list[list[str]]
EXAMPLES = int(os.environ.get("TAKEBACK_EXAMPLES", "50"))


def made(rows: Rows) -> Report:
    columns = tuple(Column(1.0) for _ in rows[0])
    return report((block(1, "Đoạn đầu."), table(2, columns, rows, "Kết quả năm"), block(3, "Đoạn cuối.")))


BASE = made(ROWS)


def rows_of(found: Report) -> Rows:
    (wanted,) = (each for _, each in every_block(found) if isinstance(each, Table))
    return [[cell_text(cell) for cell in row] for row in wanted.rows]


def said(ours: Rows, theirs: Rows) -> tuple[Rows, list[str]]:
    """The rows of everything taken, and what spoke against it."""
    comparison = compare(BASE, made(ours), as_returned(BASE), as_returned(made(theirs)))
    taken = frozenset(change.n for change in comparison.changes)
    found = rows_of(merged(BASE, made(ours), comparison, taken))
    return found, [change.conflict for change in comparison.changes if change.conflict]


def with_cell(rows: Rows, row: int, column: int, text: str) -> Rows:
    return [
        [text if (y, x) == (row, column) else said for x, said in enumerate(cells)]
        for y, cells in enumerate(rows)
    ]


def row_moved(rows: Rows, start: int, end: int) -> Rows:
    kept = [*rows[:start], *rows[start + 1 :]]
    return [*kept[:end], rows[start], *kept[end:]]


def column_moved(rows: Rows, start: int, end: int) -> Rows:
    return [[each for (each,) in row_moved([[each] for each in row], start, end)] for row in rows]


def test_cells_that_ours_edited_of_a_row_that_theirs_moved_are_in_the_moved_row() -> None:
    found, against = said(with_cell(ROWS, 1, 4, "16"), row_moved(ROWS, 1, 4))
    assert found == row_moved(with_cell(ROWS, 1, 4, "16"), 1, 4)
    assert against == []


def test_both_edited_other_cells_of_a_row_that_theirs_moved() -> None:
    theirs = row_moved(with_cell(ROWS, 1, 3, "13"), 1, 4)
    found, against = said(with_cell(ROWS, 1, 4, "16"), theirs)
    assert found == row_moved(with_cell(with_cell(ROWS, 1, 4, "16"), 1, 3, "13"), 1, 4)
    assert against == []


def test_a_row_that_was_moved_and_edited_is_one_group() -> None:
    theirs = row_moved(with_cell(ROWS, 1, 3, "13"), 1, 4)
    changes = compare(BASE, BASE, as_returned(BASE), as_returned(made(theirs))).changes
    assert [change.kind for change in changes] == ["row-", "row+"]
    assert len({change.group for change in changes}) == 1
    assert all(change.is_of_moved_line for change in changes)


def test_of_a_cell_of_a_moved_row_that_both_said_otherwise_a_conflict_is_named() -> None:
    theirs = row_moved(with_cell(ROWS, 1, 4, "17"), 1, 4)
    found, against = said(with_cell(ROWS, 1, 4, "16"), theirs)
    assert against == [EDITED_CELL_OF_ROW]
    assert found == theirs


def test_a_cell_that_theirs_edited_of_a_row_that_ours_moved_is_edited_there() -> None:
    found, against = said(row_moved(ROWS, 1, 4), with_cell(ROWS, 1, 4, "16"))
    assert found == row_moved(with_cell(ROWS, 1, 4, "16"), 1, 4)
    assert against == []


def test_a_row_that_both_moved_elsewhere_is_a_conflict_and_stands_once() -> None:
    found, against = said(row_moved(ROWS, 1, 3), row_moved(ROWS, 1, 4))
    assert against == [MOVED_ROW]
    assert sorted(found) == sorted(ROWS)


def test_the_columns_of_one_side_are_in_the_row_that_the_other_moved() -> None:
    wider = [[*row, said] for row, said in zip(ROWS, ["Ghi chú", "tốt", "khá", "", ""], strict=True)]
    found, against = said(wider, row_moved(ROWS, 1, 4))
    assert found == row_moved(wider, 1, 4)
    assert against == []


def test_cells_that_ours_edited_of_a_column_that_theirs_moved_are_in_the_moved_column() -> None:
    theirs = column_moved(with_cell(ROWS, 2, 3, "5"), 3, 1)
    found, against = said(with_cell(ROWS, 3, 3, "48.621"), theirs)
    assert found == column_moved(with_cell(with_cell(ROWS, 2, 3, "5"), 3, 3, "48.621"), 3, 1)
    assert against == []


def test_conflicts_of_a_moved_column_are_named() -> None:
    _, against = said(with_cell(ROWS, 3, 3, "48.621"), column_moved(with_cell(ROWS, 3, 3, "48.622"), 3, 1))
    assert against == [EDITED_CELL_OF_COLUMN]
    _, against = said(column_moved(ROWS, 3, 0), column_moved(ROWS, 3, 1))
    assert against == [MOVED_COLUMN]


@given(st.data())
def test_no_word_of_either_side_is_lost_where_they_edited_other_cells(data: st.DataObject) -> None:
    places = [(row, column) for row in range(1, 5) for column in range(2, 5)]
    chosen = data.draw(st.lists(st.sampled_from(places), min_size=2, max_size=4, unique=True))
    cut = data.draw(st.integers(0, len(chosen)))
    start, end = data.draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    ours, theirs, both = ROWS, ROWS, ROWS
    for number, (row, column) in enumerate(chosen):
        text = f"mới {number}"
        ours = with_cell(ours, row, column, text) if number < cut else ours
        theirs = with_cell(theirs, row, column, text) if number >= cut else theirs
        both = with_cell(both, row, column, text)
    found, _ = said(ours, row_moved(theirs, start, end))
    assert {each for row in both for each in row} <= {each for row in found for each in row}


@pytest.mark.parametrize("is_row", [True, False])
def test_a_cell_that_theirs_edited_of_a_row_or_column_that_ours_took_out_brings_it_back(
    *, is_row: bool
) -> None:
    ours = [row for row in ROWS if row[0] != "2"] if is_row else [[*row[:3], row[4]] for row in ROWS]
    ours = with_cell(ours, 1, 2, "buổi")
    found, against = said(ours, with_cell(ROWS, 2, 3, "5"))
    assert found == with_cell(with_cell(ROWS, 2, 3, "5"), 1, 2, "buổi")
    assert against == [GONE_CELL]


def test_a_cell_of_a_moved_column_that_theirs_edited_brings_back_the_row_that_ours_took_out() -> None:
    theirs = column_moved(with_cell(ROWS, 2, 4, "7"), 4, 2)
    found, against = said([row for row in ROWS if row[0] != "2"], theirs)
    assert found == theirs
    assert against == [GONE_CELL]


@settings(max_examples=EXAMPLES)
@given(st.randoms(use_true_random=False))
def test_whatever_both_made_of_a_table_no_word_is_lost_without_a_conflict(dice: Random) -> None:
    ours, theirs = _edited(ROWS, dice, "ta"), _edited(ROWS, dice, "họ")
    found, against = said(ours, theirs)
    there = {each for row in found for each in row}
    assert {each for row in theirs for each in row if each.startswith("họ")} <= there
    lost = {each for row in ours for each in row if each.startswith("ta")} - there
    assert not lost or against


@settings(max_examples=EXAMPLES)
@given(st.randoms(use_true_random=False))
def test_a_table_with_everything_taken_is_theirs_and_nothing_is_left_to_take(dice: Random) -> None:
    theirs = made(_edited(ROWS, dice, "họ"))
    comparison = compare(BASE, BASE, as_returned(BASE), as_returned(theirs))
    taken = frozenset(change.n for change in comparison.changes)
    found = merged(BASE, BASE, comparison, taken)
    assert rows_of(found) == rows_of(theirs)
    assert all(change.is_done for change in seen_from(BASE, found, comparison, taken).changes)


def _edited(rows: Rows, dice: Random, name: str) -> Rows:
    """The rows after some cells were typed into, and a row or a column was moved."""
    for number in range(dice.randint(0, 3)):
        rows = with_cell(rows, dice.randint(1, 4), dice.randint(2, 4), f"{name} {number}")
    move = dice.choice([row_moved, column_moved, None])
    if move is None and dice.random() < 0.3:
        gone = dice.randint(1, 4)
        return [*rows[:gone], *rows[gone + 1 :]]
    return rows if move is None else move(rows, dice.randint(1, 4), dice.randint(1, 4))


def test_rows_that_only_share_a_unit_are_not_one_that_was_moved() -> None:
    old, new = (
        table(1, (Column(1.0),) * 3, [["1", "Hội nghị", "cuộc"]], ""),
        table(1, (Column(1.0),) * 3, [["1", "Đối thoại với dân", "cuộc"]], ""),
    )
    columns = [(0, 0), (1, 1), (2, 2)]
    assert moved_rows(old, new, [(0, None), (None, 0)], columns) == {}
    assert moved_rows(old, old, [(0, None), (None, 0)], columns) == {0: 0}
    assert moved_columns(old, new, columns) == {}


@pytest.mark.parametrize("missing", [0, 1])
def test_without_the_cell_as_it_went_out_or_theirs_ours_stays(missing: int) -> None:
    before, after = (None if number == missing else Cell(((Run("12"),),)) for number in range(2))
    ours = Cell(((Run("14"),), (Run("dòng hai"),)))
    assert merged_cell(before, after, replace(ours, rows=2)) == ours
