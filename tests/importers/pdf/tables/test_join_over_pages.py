"""A table that a page end has cut is one again."""

from danvan_desktop.importers.pdf.tables.grid import TableGrid
from danvan_desktop.importers.pdf.tables.join_over_pages import join_over_pages
from danvan_desktop.importers.pdf.tables.ruled_table import RuledTable
from danvan_desktop.report.model import Cell, Column, Run, Table

XS = (0.0, 50.0, 100.0)


def cell(text: str = "", rows: int = 1) -> Cell:
    return Cell(((Run(text),) if text else (),), rows=rows)


def on_page(
    page: int, *rows: tuple[Cell | None, ...], open_spans: tuple[tuple[int, int], ...] = ()
) -> RuledTable:
    grid = TableGrid(XS, tuple(20.0 * n for n in range(len(rows) + 1)), ())
    return RuledTable(page, grid, Table(0, (Column(), Column()), rows, header_rows=0), open_spans=open_spans)


def test_a_cell_that_covers_rows_of_two_pages_is_one() -> None:
    above = on_page(1, (cell("Tỉnh"), cell("Việc A")), open_spans=((0, 3),))
    below = on_page(2, (cell(), cell("Việc B")), (cell(), cell("Việc C")))
    last = on_page(3, (cell(), cell("Việc D")), (cell("Xã"), cell("Việc E")))
    two = join_over_pages(above, below)
    assert two is not None
    whole = join_over_pages(two, last)
    assert whole is not None
    assert whole.table.rows == (
        (cell("Tỉnh", rows=4), cell("Việc A")),
        (None, cell("Việc B")),
        (None, cell("Việc C")),
        (None, cell("Việc D")),
        (cell("Xã"), cell("Việc E")),
    )


def test_an_empty_cell_below_a_page_end_stays_one_where_the_file_says_no_more() -> None:
    whole = join_over_pages(
        on_page(1, (cell("Tỉnh"), cell("Việc A."))),
        on_page(2, (cell(), cell("Việc B")), (cell(), cell("Việc C"))),
    )
    assert whole is not None
    assert [row[0] for row in whole.table.rows] == [cell("Tỉnh"), cell(), cell()]


def test_a_cell_over_two_columns_that_the_first_page_does_not_show_goes_on_too() -> None:
    """The page ends below the one row that hides the edge of a column; the next one shows it."""
    wide = Cell(((Run("Hai cột"),),), rows=1, cols=2)
    grid = TableGrid((0.0, 50.0, 150.0), (0.0, 20.0), ())
    first = Table(0, (Column(), Column()), ((cell("Một"), cell("Hai cột")),), header_rows=0)
    above = RuledTable(1, grid, first, open_spans=((1, 1),))
    below_grid = TableGrid((0.0, 50.0, 100.0, 150.0), (0.0, 20.0, 40.0), ())
    rows = (
        (cell("Hai"), Cell(((),), cols=2), None),
        (cell("Ba"), cell("1"), cell("2")),
    )
    below = RuledTable(2, below_grid, Table(0, (Column(),) * 3, rows, header_rows=0))
    whole = join_over_pages(above, below)
    assert whole is not None
    assert whole.table.rows == (
        (cell("Một"), Cell(wide.paragraphs, rows=2, cols=2), None),
        (cell("Hai"), None, None),
        (cell("Ba"), cell("1"), cell("2")),
    )
