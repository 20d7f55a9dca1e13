"""A change of a table is found in ours by its row and column, though ours got others since."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from danvan_desktop.report.model import Cell, Run, Table
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.finding.plan import ChangeTable
from danvan_desktop.report.takeback.merging.our_cell import our_cell
from danvan_desktop.report.walk import every_block
from tests.report.takeback.test_compare import BASE, SENT, Blocks, back

Rows = list[list[Cell | None]]


def row(*texts: str) -> list[Cell | None]:
    return [Cell(((Run(text),),)) for text in texts]


def rows_of(table: Table) -> Rows:
    return [list(each) for each in table.rows]


OURS = next(block for _, block in every_block(BASE) if isinstance(block, Table))


def with_row(at: int) -> Table:
    rows = rows_of(OURS)
    rows.insert(at, row("0", "Mô hình dân vận khéo", "6"))
    return replace(OURS, rows=tuple(map(tuple, rows)))


def found(change: Callable[[Rows], None], ours: Table) -> tuple[int, int]:
    def changed(blocks: Blocks) -> None:
        at = next(number for number, each in enumerate(blocks) if each.kind == "table")
        rows = [list(each) for each in blocks[at].rows]
        change(rows)
        blocks[at] = replace(blocks[at], rows=tuple(map(tuple, rows)))

    plan = compare(BASE, BASE, SENT, back(changed))
    (operation,) = plan.operations
    assert isinstance(operation, ChangeTable)
    return our_cell(operation, plan, ours)


def in_a_cell(rows: Rows) -> None:
    rows[1][2] = row("14")[0]


def a_new_row(rows: Rows) -> None:
    rows.insert(2, row("2", "Buổi đối thoại với thanh niên", "7"))


def a_row_less(rows: Rows) -> None:
    del rows[2]


@pytest.mark.parametrize(
    ("change", "place"), [(in_a_cell, (1, 2)), (a_new_row, (1, 0)), (a_row_less, (2, 0))]
)
def test_it_is_where_it_went_out(change: Callable[[Rows], None], place: tuple[int, int]) -> None:
    assert found(change, OURS) == place


@pytest.mark.parametrize(
    ("change", "place"), [(in_a_cell, (2, 2)), (a_new_row, (2, 0)), (a_row_less, (3, 0))]
)
def test_a_row_that_ours_got_pushes_it_down(change: Callable[[Rows], None], place: tuple[int, int]) -> None:
    assert found(change, with_row(1)) == place


def test_a_row_that_ours_no_longer_has_leads_to_the_head() -> None:
    ours = replace(OURS, rows=(OURS.rows[0], OURS.rows[2]))
    assert found(in_a_cell, ours) == (0, 2)
