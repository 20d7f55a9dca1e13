"""Blanks of the text that something put onto the page fills in: letters ten points high, five wide."""

import pytest

from danvan_desktop.reading.pdf.annotations.blanks import fill_blanks
from danvan_desktop.reading.pdf.page import Glyph
from tests.builders.pdf_glyphs import letters

ROW = letters("So:     /BC", 100, 200, mcid=4)
OPEN = letters("ngay ..... thang", 100, 200)


def text(glyphs: list[Glyph] | tuple[Glyph, ...]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def filled(row: list[Glyph], shown: list[Glyph]) -> str:
    result = fill_blanks(row, shown)
    assert result is not None
    return text(tuple(result))


def test_a_number_stands_in_place_of_the_blanks_that_it_covers() -> None:
    assert filled(ROW, letters("145", 120, 203)) == "So: 145 /BC"


def test_the_leaders_beside_it_go_too() -> None:
    assert filled(OPEN, letters("05", 132, 198)) == "ngay 05 thang"


def test_it_comes_onto_the_line_and_into_its_block() -> None:
    result = fill_blanks(ROW, letters("145", 120, 203, size=8))
    assert result is not None
    assert {(glyph.y, glyph.style.mcid) for glyph in result} == {(200, 4)}


@pytest.mark.parametrize(
    ("said", "x", "y"),
    [
        ("Nguyen Van A", 120, 200),
        ("145", 102, 200),
        ("145", 120, 300),
        ("145", 400, 200),
        ("", 120, 200),
    ],
)
def test_other_words_and_other_places_are_no_filling(said: str, x: float, y: float) -> None:
    assert fill_blanks(ROW, letters(said, x, y)) is None


def test_three_lines_are_no_filling() -> None:
    shown = [glyph for row in range(3) for glyph in letters("14", 120, 180 + 15 * row)]
    assert fill_blanks(ROW, shown) is None


def test_a_whole_number_or_date_may_stand_alone() -> None:
    for said in ("Số: 145/BC-VP", "Huế, ngày 05 tháng 12 năm 2025"):
        result = fill_blanks(ROW, letters(said, 110, 260))
        assert result is not None
        assert text(tuple(result)).endswith(said)
        assert {glyph.style.mcid for glyph in result} == {4}
