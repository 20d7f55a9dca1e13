"""Columns are as wide as their words need, those of cells over several columns too."""

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.column_widths import column_widths
from danvan_desktop.layout.document import GridCell, Span, StyledParagraph
from danvan_desktop.layout.typeset.line_breaking import TextMeasurer
from danvan_desktop.report.model import Column
from tests.builders.documents import CELL

WIDTH = 9000
ALIKE = (Column(), Column(), Column())


def cell(text: str, cols: int = 1) -> GridCell:
    return GridCell((StyledParagraph(CELL, (Span(text),)),), cols=cols)


def width_of(text: str, fonts: FontSet) -> float:
    measure = TextMeasurer(StyledParagraph(CELL, (Span(text),)), fonts)
    return measure.width(0, len(text))


def test_a_cell_over_columns_without_a_text_of_their_own_breaks_no_word(fonts: FontSet) -> None:
    long = "Kết quả thực hiện công tác dân vận của cơ quan trong năm " * 3
    rows = (
        (cell(long), cell("Nghiêng nghiêng", cols=2), None),
        (cell(long), cell("1"), cell("2")),
    )
    widths = column_widths(ALIKE, rows, WIDTH, fonts)
    assert sum(widths) == WIDTH
    assert widths[1] + widths[2] - 2 * nd30.TABLE_PADDING >= width_of("Nghiêng", fonts)


def test_what_such_a_cell_needs_is_shared_out_alike(fonts: FontSet) -> None:
    rows = (
        (cell("a"), cell("Một hai ba bốn năm sáu bảy tám", cols=2), None),
        (cell("b"), cell("1"), cell("2")),
    )
    widths = column_widths(ALIKE, rows, WIDTH, fonts)
    assert abs(widths[1] - widths[2]) <= 30
    assert widths[1] > widths[0]


def test_a_cell_that_has_room_changes_nothing(fonts: FontSet) -> None:
    plain = ((cell("Một"), cell("Hai"), cell("Ba")),)
    covered = (*plain, (cell("x", cols=3), None, None))
    assert column_widths(ALIKE, covered, WIDTH, fonts) == column_widths(ALIKE, plain, WIDTH, fonts)
