"""The text area of a page: letters ten points high, five wide, lines fourteen points apart."""

from danvan_desktop.importers.pdf.lines.rows import PdfRow, rows_of
from danvan_desktop.importers.pdf.lines.text_area import TextArea, is_centred, text_area_of
from tests.builders.pdf_glyphs import letters, page

FULL = "chữ nghĩa " * 7 + "chữ nghĩ"
"""78 letters: 390 points."""


def rows(*lines: tuple[str, float]) -> list[PdfRow]:
    """Lines below one another, each with where it begins."""
    return rows_of(page(*(letters(text, x, 50 + 14 * place) for place, (text, x) in enumerate(lines))))


def running(count: int) -> list[tuple[str, float]]:
    return [(FULL, 100)] * count


def edges(area: TextArea) -> tuple[float, float]:
    return round(area.left), round(area.right)


def test_a_title_says_where_the_margin_is_that_no_line_shows() -> None:
    made = rows(("Tên", 290), *[("một dòng ngắn.", 100.0)] * 5)
    assert edges(text_area_of(made, middle=300)) == (100, 500)


def test_a_title_off_the_middle_overrules_no_lines_that_end_at_the_margin() -> None:
    for middle in (280, 310, 330):
        area = text_area_of(rows(*running(12)), middle=middle)
        assert edges(area) == (100, 490)
        assert area.title_middle == middle


def test_a_table_wider_than_the_text_overrules_them_neither() -> None:
    assert edges(text_area_of(rows(*running(12)), [(100, 560)])) == (100, 490)
    assert edges(text_area_of(rows(("một dòng ngắn.", 100)), [(100, 560)])) == (100, 560)


def test_a_few_lines_that_hang_over_do_not_either() -> None:
    made = rows(*[(FULL + " chữ nghĩa nữa", 100.0)] * 3, *running(20))
    assert edges(text_area_of(made)) == (100, 490)


def test_ragged_lines_end_where_the_longest_does() -> None:
    ragged = [(FULL[: 78 - 2 * (place % 5)] + "dài" * (place == 7), 100.0) for place in range(20)]
    assert edges(text_area_of(rows(*ragged)))[1] >= 490


def test_what_is_moved_as_the_title_is_centred_too() -> None:
    area = TextArea(100, 500, 14, title_middle=314)
    (moved,), (middle,), (indented,) = rows(("Tên gọi", 296)), rows(("Tên gọi", 282)), rows(("x" * 74, 128))
    assert is_centred(moved, area)
    assert is_centred(middle, area)
    assert not is_centred(indented, area)
    assert not is_centred(moved, TextArea(100, 500, 14))


def test_a_letterhead_in_two_columns_says_nothing_of_the_left_margin() -> None:
    columns = [
        (letters("SỞ NỘI VỤ", 70, 50 + 14 * line), letters("CỘNG HÒA", 330, 50 + 14 * line))
        for line in range(3)
    ]
    below = [letters("một dòng ngắn.", 100, 120 + 14 * line) for line in range(5)]
    made = rows_of(page(*(each for pair in columns for each in pair), *below))
    assert edges(text_area_of(made))[0] == 100
