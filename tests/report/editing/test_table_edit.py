"""Tables changed as a whole stay full grids and lose no word."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.errors import UserError
from danvan_desktop.report.editing.table_edit import (
    GridArea,
    aligned,
    column_name,
    covering,
    has_own_shares,
    headed,
    merged,
    shared_out,
    split,
    with_column,
    with_row,
    without_columns,
    without_rows,
)
from danvan_desktop.report.integrity import grid_problem
from danvan_desktop.report.model import Cell, Column, Run, Table, plain


def table(height: int = 4, width: int = 3, header_rows: int = 1) -> Table:
    rows = tuple(tuple(Cell(((Run(f"{y}.{x}"),),)) for x in range(width)) for y in range(height))
    return Table(1, tuple(Column(1.0, unknown=f'{{"k":{x}}}') for x in range(width)), rows, None, header_rows)


def texts(made: Table) -> list[str]:
    return sorted(
        plain(runs)
        for row in made.rows
        for cell in row
        if cell is not None
        for runs in cell.paragraphs
        if runs
    )


areas = st.builds(
    GridArea, st.integers(0, 3), st.integers(0, 2), st.integers(1, 4), st.integers(1, 3)
).filter(lambda area: area.below <= 4 and area.right <= 3)


@given(st.lists(areas, max_size=4), st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=3))
def test_whatever_is_merged_and_split_the_grid_is_full_and_no_word_is_lost(
    merges: list[GridArea], splits: list[tuple[int, int]]
) -> None:
    made = table(header_rows=0)
    for area in merges:
        made = merged(made, area)
        assert grid_problem(made) is None
    for y, x in splits:
        made = split(made, y, x)
        assert grid_problem(made) is None
    assert texts(made) == texts(table())


acts = st.one_of(
    st.tuples(st.just("merge"), areas),
    st.tuples(st.sampled_from(["row", "column", "no row", "no column", "split"]), st.integers(0, 99)),
)


def done(made: Table, act: str, what: GridArea | int) -> Table:
    height, width = len(made.rows), len(made.columns)
    if isinstance(what, GridArea):
        return merged(made, what) if what.below <= height and what.right <= width else made
    if act == "row":
        return with_row(made, what % (height + 1))
    if act == "column":
        return with_column(made, what % (width + 1), 2)
    if act == "split":
        return split(made, what % height, what % width)
    if act == "no row":
        return without_rows(made, what % height, 1) if height > 1 else made
    return without_columns(made, what % width, 1) if width > 1 else made


@given(st.lists(acts, max_size=12))
def test_whatever_is_done_the_grid_is_full(doings: list[tuple[str, GridArea | int]]) -> None:
    made = table(header_rows=0)
    for act, what in doings:
        made = done(made, act, what)
        assert grid_problem(made) is None


def test_a_merged_cell_grows_by_the_row_or_column_that_cuts_it() -> None:
    made = merged(table(), GridArea(1, 1, 2, 2))
    taller, wider = with_row(made, 2), with_column(made, 2, 3)
    assert taller.rows[1][1] == replace_span(made, 3, 2)
    assert [cell is None for cell in taller.rows[2]] == [False, True, True]
    assert wider.rows[1][1] == replace_span(made, 2, 3)
    assert [column.share for column in wider.columns] == [1, 1, 3, 1]
    assert with_row(made, 3).rows[1][1] == made.rows[1][1]
    assert texts(with_column(made, 0, 1)) == texts(made)


def test_a_merged_cell_keeps_its_text_while_a_row_of_it_is_left() -> None:
    made = merged(table(), GridArea(1, 1, 2, 2))
    for first in (1, 2):
        shorter = without_rows(made, first, 1)
        assert shorter.rows[1][1] == replace_span(made, 1, 2)
    for first in (1, 2):
        assert without_columns(made, first, 1).rows[1][1] == replace_span(made, 2, 1)
    assert without_rows(made, 1, 2).rows == (table().rows[0], table().rows[3])


def test_header_rows_are_counted_with_what_comes_and_goes() -> None:
    made = table(header_rows=2)
    assert with_row(made, 0).header_rows == 3
    assert with_row(made, 2).header_rows == 2
    assert without_rows(made, 1, 2).header_rows == 1
    assert without_rows(made, 2, 1).header_rows == 2


def replace_span(made: Table, rows: int, cols: int) -> Cell:
    cell = made.rows[1][1]
    assert cell is not None
    return replace(cell, rows=rows, cols=cols)


def test_one_cell_comes_of_the_area_with_all_texts_below_one_another() -> None:
    made = merged(table(), GridArea(1, 1, 2, 2))
    cell = made.rows[1][1]
    assert cell is not None
    assert (cell.rows, cell.cols) == (2, 2)
    assert [plain(runs) for runs in cell.paragraphs] == ["1.1", "1.2", "2.1", "2.2"]
    assert made.rows[1][2] is made.rows[2][1] is made.rows[2][2] is None


def test_empty_cells_leave_no_empty_lines() -> None:
    empty = Table(1, (Column(), Column()), ((Cell(), Cell()), (Cell(((Run("a"),),)), Cell())), None, 0)
    assert merged(empty, GridArea(0, 0, 1, 2)).rows[0] == (Cell(cols=2), None)
    assert merged(empty, GridArea(0, 0, 2, 2)).rows[0][0] == Cell(((Run("a"),),), 2, 2)


def test_an_area_that_cuts_a_merged_cell_takes_it_whole() -> None:
    made = merged(table(), GridArea(1, 1, 2, 2))
    assert covering(made, GridArea(1, 0, 1, 2)) == GridArea(1, 0, 2, 3)
    assert grid_problem(merged(made, GridArea(1, 0, 1, 2))) is None


def test_header_rows_are_not_merged_with_others() -> None:
    with pytest.raises(UserError, match="hàng tiêu đề"):
        merged(table(), GridArea(0, 0, 2, 1))
    assert merged(table(), GridArea(0, 0, 1, 3)).rows[0][0] == Cell(
        ((Run("0.0"),), (Run("0.1"),), (Run("0.2"),)), 1, 3
    )


def test_a_split_cell_keeps_its_text_in_the_first() -> None:
    made = split(merged(table(), GridArea(1, 0, 1, 3)), 1, 0)
    assert [cell and len(cell.paragraphs) for cell in made.rows[1]] == [3, 1, 1]
    assert texts(made) == texts(table())
    single = table()
    assert split(single, 1, 1) is single


def test_columns_are_aligned_and_keep_what_they_carry() -> None:
    made = aligned(table(), {0, 2}, "center")
    assert [column.align for column in made.columns] == ["center", "left", "center"]
    assert made.columns[2].unknown == '{"k":2}'


def test_the_width_is_shared_out_by_the_author_or_by_the_program() -> None:
    made = shared_out(table(), (10, 60, 30))
    assert [column.share for column in made.columns] == [10, 60, 30]
    assert has_own_shares(made)
    assert not has_own_shares(shared_out(made, None))


def test_header_rows_take_along_what_a_merged_cell_reaches() -> None:
    tall = merged(table(header_rows=0), GridArea(0, 0, 2, 1))
    assert headed(tall, 1).header_rows == 2
    assert headed(tall, 0) is tall
    assert headed(tall, 99).header_rows == 4


def test_a_column_is_called_after_the_lowest_head_above_it() -> None:
    made = merged(table(header_rows=2), GridArea(0, 0, 1, 3))
    assert column_name(made, 1) == "1.1"
    assert column_name(table(header_rows=0), 1) == ""
