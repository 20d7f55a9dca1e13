"""Rows: glyphs on one baseline, and the text runs they become."""

from dataclasses import replace

from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.rows import rows_of
from danvan_desktop.importers.pdf.lines.runs import runs_of
from danvan_desktop.reading.pdf.page import PdfStroke, StructureTag
from danvan_desktop.report.model import Run, plain
from tests.builders.pdf_glyphs import glyph, letters, page


def texts(made: ImportedPage) -> list[str]:
    return [row.text for row in rows_of(made)]


def test_letters_on_one_baseline_are_a_row_and_a_wide_gap_makes_two() -> None:
    assert texts(page(letters("một hàng", 100, 50), letters("hai", 300, 50.4), letters("ba", 100, 64))) == [
        "một hàng",
        "hai",
        "ba",
    ]


def test_words_that_stand_apart_get_a_space() -> None:
    assert texts(page(letters("công|tác", 100, 50))) == ["công tác"]


def test_a_letter_that_begins_left_of_the_pen_fills_no_gap_between_words() -> None:
    leaning = replace(glyph("y", 110.5, 117, 50), origin=112)
    assert texts(page([*letters("tế", 100, 50), leaning])) == ["tế y"]


def test_a_raised_letter_belongs_to_the_row_beside_it() -> None:
    made = page(letters("320 m", 100, 50), letters("2", 125, 46, size=6), letters(" nhà", 128, 50))
    (row,) = rows_of(made)
    assert runs_of([row], spaces_kept=True) == (Run("320 m"), Run("2", vertical="super"), Run(" nhà"))


def test_a_line_right_below_letters_underlines_them() -> None:
    (row,) = rows_of(page(letters("một hai", 100, 50), strokes=(PdfStroke(120, 51.2, 135, 51.2),)))
    assert runs_of([row], spaces_kept=True) == (Run("một "), Run("hai", underline=True))


def test_blocks_of_a_tagged_file_are_rows_of_their_own_however_close() -> None:
    tags = {0: StructureTag((0, 1), "P"), 1: StructureTag((0, 2), "P")}
    made = page(letters("trái", 100, 50, mcid=0), letters("phải", 122, 50, mcid=1), tags=tags)
    assert texts(made) == ["trái", "phải"]


def test_decomposed_letters_come_out_composed() -> None:
    glyphs = [*letters("e", 100, 50), glyph("\u0302", 103, 105, 50, 10), glyph("\u0301", 103, 105, 50, 10)]
    (row,) = rows_of(page(glyphs))
    assert plain(runs_of([row], spaces_kept=True)) == "ế"
