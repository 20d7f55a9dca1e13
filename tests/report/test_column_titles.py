"""Which rows of a table name its columns, where Word does not say so."""

from dataclasses import replace

import pytest

from danvan_desktop.report.column_titles import head_rows
from danvan_desktop.report.model import Cell, Column, Run, Table


def cell(text: str, rows: int = 1) -> Cell:
    return Cell(((Run(text),),) if text else ((),), rows=rows)


def table(*rows: tuple[str, ...]) -> Table:
    columns = tuple(Column(1, "justify") for _ in rows[0])
    return Table(1, columns, tuple(tuple(map(cell, row)) for row in rows), header_rows=0)


@pytest.mark.parametrize(
    ("first", "heads"),
    [
        (("TT", "Chỉ tiêu", "Năm 2024", "Năm 2025"), 1),
        (("Chỉ tiêu", "2023", "2024", "So sánh 2024/2023 (%)"), 1),
        (("Nội dung", "6 tháng đầu năm 2025", "6T 2024", "Tăng, giảm"), 1),
        (("1", "Mô hình", "35", "47"), 0),
        (("Năm 2024", "đạt 35 mô hình", "vượt", "tốt"), 0),
        (("Mô hình", "", "", ""), 0),
    ],
)
def test_the_first_row_is_the_head_where_it_names_columns(first: tuple[str, ...], heads: int) -> None:
    assert head_rows(table(first, ("x", "1", "2", "3"))) == heads


def test_a_head_of_two_rows_is_told_by_its_merged_cells() -> None:
    given = table(("TT", "Kết quả", "Kết quả"), ("TT", "Năm 2024", "Năm 2025"), ("1", "35", "47"))
    merged = (cell("TT", rows=2), cell("Kết quả"), None)
    rows = (merged, (None, *given.rows[1][1:]), given.rows[2])
    assert head_rows(replace(given, rows=rows)) == 2


def test_rows_marked_as_head_are_it_and_a_lone_row_is_none() -> None:
    assert head_rows(replace(table(("1", "2"), ("3", "4")), header_rows=1)) == 1
    assert head_rows(table(("Chỉ tiêu", "Năm 2025"))) == 0
    assert head_rows(replace(table(("a", "b"), ("1", "2")), rows=((cell("a", 2), cell("b", 2)),) * 2)) == 0
