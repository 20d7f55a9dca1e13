"""Tables without lines: every row of text goes into a cell."""

from danvan_desktop.importers.pdf.lines.rows import rows_of
from danvan_desktop.importers.pdf.lines.text_area import TextArea
from danvan_desktop.importers.pdf.tables.unruled_table import find_unruled
from danvan_desktop.reading.pdf.page import Glyph
from danvan_desktop.report.model import plain
from tests.builders.pdf_glyphs import letters, page

AREA = TextArea(50, 550, 20)


def cells_of(*lines: list[Glyph]) -> list[list[str]]:
    found = find_unruled(rows_of(page(*lines)), AREA)
    assert found.rest == []
    (table,) = found.tables
    return [[plain(cell.paragraphs[0]) for cell in row if cell] for row in table.table.rows]


def line(y: float, *texts: str) -> list[Glyph]:
    return [glyph for place, text in enumerate(texts) for glyph in letters(text, 100 + 120 * place, y)]


def test_rows_that_stand_below_each_other_are_the_cells_of_columns() -> None:
    found = cells_of(line(100, "a", "b", "c"), line(120, "d", "e", "f"), line(140, "g", "h", "i"))
    assert found == [["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]]


def test_two_rows_side_by_side_in_one_column_are_both_kept() -> None:
    head = [*letters("e", 100, 100), *letters("một hai ba bốn năm sáu bảy tám", 220, 100)]
    found = cells_of(
        [*head, *letters("f", 460, 100)],
        line(120, "a", "b", "c", "d"),
        line(140, "g", "h", "i", "k"),
    )
    assert found == [["e", "một hai ba bốn năm sáu bảy tám", "f"], ["a", "b c", "d"], ["g", "h i", "k"]]
