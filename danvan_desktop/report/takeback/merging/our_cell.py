"""Where in our table a change of the one that went out is seen: ours may have got and lost lines since."""

from collections.abc import Mapping

from danvan_desktop.report.diff.tables.difference import compare_tables
from danvan_desktop.report.model import Table
from danvan_desktop.report.takeback.finding.plan import ChangeTable, TakeBackPlan

CellPlace = tuple[int, int]


def our_cell(operation: ChangeTable, plan: TakeBackPlan, ours: Table) -> CellPlace:
    """Give row and column in ``ours`` of what is changed; of a new line those of the one before it."""
    link = plan.links[operation.link]
    sent, theirs = plan.olds[link.olds[0]].table, plan.news[link.news[0]].table
    since, returned = compare_tables(sent, ours), compare_tables(sent, theirs)
    rows = {row.old: row.new for row in since.rows if row.new is not None}
    was_row = {row.new: row.old for row in returned.rows if row.old is not None}
    columns = {old: new for old, new in since.columns if new is not None}
    was_column = {new: old for old, new in returned.columns if old is not None}
    return _line(operation.rows, rows, was_row), _line(operation.columns, columns, was_column)


def _line(
    pair: tuple[int | None, int | None],
    ours: Mapping[int | None, int],
    was: Mapping[int | None, int],
) -> int:
    """Our line for that of ``pair``, before and after; 0 where it is none of ours."""
    old, new = pair
    while old is None and new is not None and new >= 0:
        old, new = was.get(new), new - 1
    return ours.get(old, 0)
