"""Line numbers in the left margin of a draft."""

from danvan_desktop.reading.pdf.line_numbers import without_line_numbers
from tests.builders.pdf_glyphs import glyph


def test_small_figures_in_the_margin_that_do_not_count_on_stay() -> None:
    text = [glyph("a", 100 + 10 * n, 108 + 10 * n, 50 + 20 * line, 14) for line in range(3) for n in range(9)]
    for figures, kept in (("123", 0), ("135", 3)):
        margin = [glyph(figure, 70, 75, 50 + 20 * line, 9) for line, figure in enumerate(figures)]
        rest, count = without_line_numbers((*text, *margin))
        assert (len(rest) - len(text), count) == (kept, 3 - kept)
