"""From the lines of a page to the cells of ruled tables."""

from danvan_desktop.importers.pdf.tables.grid import find_grids
from danvan_desktop.reading.pdf.page import PdfStroke
from tests.builders.pdf_glyphs import ruled


def test_lines_that_cross_make_the_cells_of_a_table() -> None:
    (grid,) = find_grids(ruled((100, 200, 300), (50, 70, 90)))
    assert grid.cells == ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1))


def test_a_line_that_is_missing_joins_two_places() -> None:
    lines = [line for line in ruled((100, 200, 300), (50, 70, 90)) if line.x0 != 200 or line.is_level]
    (grid,) = find_grids((*lines, PdfStroke(200, 70, 200, 90)))
    assert grid.cells == ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1))


def test_places_that_make_no_rectangle_are_not_clear() -> None:
    outer = ruled((100, 300), (50, 90))
    inner = (PdfStroke(200, 50, 200, 70), PdfStroke(200, 70, 300, 70))
    grids = find_grids((*outer, *inner, PdfStroke(100, 80, 200, 80)))
    assert [grid.is_clear for grid in grids] == [False]


def test_a_frame_and_a_rule_are_no_table() -> None:
    assert [grid.is_box for grid in find_grids(ruled((100, 300), (50, 90)))] == [True]
    assert find_grids((PdfStroke(100, 50, 300, 50),)) == []
