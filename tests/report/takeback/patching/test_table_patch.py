"""A new row and a new column of one table, taken one after the other, are there once with all their words."""

import pytest

from danvan_desktop.report.model import Cell, Column, Run, Table, plain
from danvan_desktop.report.takeback.patching.table_changes import table_changes
from danvan_desktop.report.takeback.patching.table_patch import TableEdits, TablePatch


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(tuple(Cell(((Run(text),),)) for text in row) for row in rows)
    return Table(1, tuple(Column() for _ in rows[0]), cells, header_rows=1)


BASE = table(("TT", "Nội dung", "2024"), ("1", "Hội nghị", "12"), ("2", "Lượt người dân", "1386"))
THEIRS = table(
    ("TT", "Nội dung", "2024", "2025"),
    ("1", "Hội nghị", "12", "14"),
    ("2", "Lượt người dân", "1386", "1402"),
    ("3", "Cuộc đối thoại", "03", "04"),
)


def words(made: Table) -> list[list[str]]:
    return [["" if cell is None else plain(cell.paragraphs[0]) for cell in row] for row in made.rows]


@pytest.mark.parametrize("is_row_first", [True, False])
def test_a_row_and_a_column_taken_one_by_one_are_there_once(*, is_row_first: bool) -> None:
    changes = table_changes(BASE, THEIRS)
    row = next(pair for pair in changes.rows if pair[0] is None)
    column = next(pair for pair in changes.columns if pair[0] is None)
    steps = [TableEdits(rows=frozenset({row})), TableEdits(columns=frozenset({column}))]
    ours = BASE
    for step in steps if is_row_first else reversed(steps):
        ours = TablePatch(BASE, THEIRS, ours).apply(step)
    patch = TablePatch(BASE, THEIRS, ours)
    assert (patch.says_row(3), patch.says_column(3)) == (True, True)
    assert words(ours) == words(THEIRS)


def test_a_row_that_says_something_else_is_not_the_one_that_came() -> None:
    head, *rows = words(BASE)
    ours = table(tuple(head), *map(tuple, rows), ("3", "Đơn", "5"))
    assert not TablePatch(BASE, THEIRS, ours).says_row(3)
