"""Tables: rows and columns that came or went, and the words of each cell."""

from dataclasses import replace

from hypothesis import given

from danvan_desktop.report.diff.tables.cells import cell_runs
from danvan_desktop.report.diff.tables.difference import compare_tables
from danvan_desktop.report.diff.words import joined, patched, unpatched
from danvan_desktop.report.model import Column, Table
from tests.builders.reports import table
from tests.builders.strategies import tables

HEAD = ("Đơn vị", "Số mô hình", "Ghi chú")
ROWS = (("Xã An Bình", "12", ""), ("Xã Bình Minh", "7", "mới"), ("Xã Cẩm Thủy", "3", ""))


def made(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Table:
    return table(1, [Column()] * len(head), [head, *rows], "Bảng 1")


def kinds(old: Table, new: Table) -> list[str]:
    return [row.kind for row in compare_tables(old, new).rows]


@given(tables(), tables())
def test_both_tables_come_back_of_the_difference(old: Table, new: Table) -> None:
    diff = compare_tables(old, new)
    for side, whole, text in ((0, old, unpatched), (1, new, patched)):
        rows = [row for row in diff.rows if (row.old, row.new)[side] is not None]
        assert [(row.old, row.new)[side] for row in rows] == list(range(len(whole.rows)))
        columns = [pair[side] for pair in diff.columns]
        assert [each for each in columns if each is not None] == list(range(len(whole.columns)))
        for row, cells in zip(rows, whole.rows, strict=True):
            here = [cell for cell, column in zip(row.cells, columns, strict=True) if column is not None]
            assert [text(cell.words) for cell in here] == [joined(cell_runs(cell)) for cell in cells]
        assert text(diff.caption) == joined(whole.caption or ())


@given(tables())
def test_a_table_is_equal_to_itself(whole: Table) -> None:
    assert {row.kind for row in compare_tables(whole, whole).rows} == {"equal"}


def test_a_row_that_came_in_the_middle() -> None:
    new = made(ROWS[0], ("Xã Đại Đồng", "9", ""), *ROWS[1:])
    assert kinds(made(*ROWS), new) == ["equal", "equal", "added", "equal", "equal"]


def test_a_row_that_went() -> None:
    assert kinds(made(*ROWS), made(ROWS[0], ROWS[2])) == ["equal", "equal", "removed", "equal"]


def test_a_figure_that_changed() -> None:
    new = made(ROWS[0], ("Xã Bình Minh", "8", "mới"), ROWS[2])
    diff = compare_tables(made(*ROWS), new)
    (row,) = [row for row in diff.rows if row.kind == "changed"]
    assert [[each.kind for each in cell.words] for cell in row.cells] == [
        ["equal"],
        ["deleted", "inserted"],
        ["equal"],
    ]


def test_a_column_that_came_leaves_the_others_as_they_were() -> None:
    wide = made(*((row[0], "x", *row[1:]) for row in ROWS), head=(HEAD[0], "Tỷ lệ", *HEAD[1:]))
    diff = compare_tables(made(*ROWS), wide)
    assert diff.columns == ((0, 0), (None, 1), (1, 2), (2, 3))


def test_another_caption() -> None:
    old = made(*ROWS)
    diff = compare_tables(old, replace(old, caption=made(*ROWS).caption))
    assert [each.kind for each in diff.caption] == ["equal"]
