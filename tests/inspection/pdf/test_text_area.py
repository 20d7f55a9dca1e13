"""Where the text's edges are, whatever programs make of a justified line."""

from danvan_desktop.inspection.pdf.rows import TextSegment
from danvan_desktop.inspection.pdf.text_area import find_area
from danvan_desktop.reading.pdf.page import Glyph, PdfFont, TextStyle

STYLE = TextStyle(PdfFont("TimesNewRomanPSMT", bold=False, italic=False), size=14)
MM, PT = 1440 / 25.4, 72 / 25.4


def line(number: int, left: float, right: float) -> TextSegment:
    """A line from ``left`` to ``right``, in mm."""
    return TextSegment(0, 1000 + 340 * number, (Glyph("a", left * PT, right * PT, 0, STYLE, left * PT),))


def test_lines_that_end_a_little_short_of_the_margin_do_not_make_it_wider() -> None:
    ends = [189.85, 189.73, 189.61, 189.72, 189.75, 189.55, 189.62, 178.5] * 3
    area = find_area([line(n, 30.04, end) for n, end in enumerate(ends)], [], None)
    assert round(area.right / MM, 2) == 189.85
    assert round(area.left / MM, 2) == 30.04


def test_one_line_that_sticks_out_is_no_edge() -> None:
    ends = [190.0, 190.0, 192.0, 190.0, 190.0, 160.0]
    area = find_area([line(n, 30, end) for n, end in enumerate(ends)], [], None)
    assert round(area.right / MM, 1) == 190.0
