"""What a cell says: all its lines as one text, or in one line."""

from danvan_desktop.report.diff.tables.cells import cell_runs, cell_text
from danvan_desktop.report.model import Cell, Run, plain


def test_lines_of_a_cell_are_parted_by_line_feeds_or_stand_in_one_line() -> None:
    cell = Cell(((Run("Hội  nghị", bold=True),), (), (Run(" 12 "),)))
    assert plain(cell_runs(cell)) == "Hội  nghị\n\n 12 "
    assert cell_text(cell) == "Hội nghị 12"


def test_a_place_that_is_covered_says_nothing() -> None:
    assert (cell_runs(None), cell_text(None)) == ((), "")
