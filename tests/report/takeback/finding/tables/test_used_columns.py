"""A column in which no cell begins is no column: what is known of cells stays at their places."""

from danvan_desktop.report.model import Cell, Column, Run
from danvan_desktop.report.takeback.finding.tables.used_columns import without_unused_columns
from danvan_desktop.report.takeback.model import ReturnedBlock, Revision, StruckCell, TrackedCell

WHO = Revision("Trần Thị B", "2025-11-28T10:32:00Z")


def cell(text: str, cols: int = 1) -> Cell:
    return Cell(((Run(text),),), 1, cols)


def block(*rows: tuple[Cell | None, ...]) -> ReturnedBlock:
    columns = tuple(Column(float(at + 1)) for at in range(len(rows[0])))
    return ReturnedBlock("table", rows=rows, columns=columns)


OLD = block((cell("a"), cell("b")), (cell("c"), cell("d")))
WIDE = ReturnedBlock(
    "table",
    rows=((cell("a"), cell("mới", 2), None, cell("b")), (cell("c", 3), None, None, cell("d"))),
    columns=(Column(1.0), Column(2.0), Column(3.0), Column(4.0)),
    tracked_cells=(TrackedCell(0, 1, WHO), TrackedCell(0, 3, WHO), TrackedCell(1, -1, WHO)),
    struck_cells=(StruckCell(1, 3, "d"),),
)


def test_a_column_that_only_wide_cells_cover_goes_and_the_rest_moves_up() -> None:
    made = without_unused_columns(OLD, WIDE)
    assert made.rows == ((cell("a"), cell("mới"), cell("b")), (cell("c", 2), None, cell("d")))
    assert [column.share for column in made.columns] == [1.0, 5.0, 4.0]
    assert [(each.row, each.column) for each in made.tracked_cells] == [(0, 1), (0, 2), (1, -1)]
    assert [(each.row, each.column) for each in made.struck_cells] == [(1, 2)]


def test_columns_in_which_a_cell_begins_stay() -> None:
    assert without_unused_columns(WIDE, OLD) is OLD
    used = block((cell("a", 2), None), (cell("c"), cell("d")))
    assert without_unused_columns(OLD, used) is used


def test_where_what_went_out_has_such_a_column_it_stays() -> None:
    assert without_unused_columns(WIDE, WIDE) is WIDE
