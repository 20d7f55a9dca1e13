"""Letters that stand on one another are found; marks of letters and ligatures are none."""

from dataclasses import replace

import pytest

from danvan_desktop.importers.pdf.lines.stacked_letters import has_stacked_letters
from danvan_desktop.reading.pdf.page import Glyph
from tests.builders.pdf_glyphs import glyph, letters


def on_one_another(texts: str, *, ends: tuple[float, float] = (105, 105.5)) -> list[Glyph]:
    return [glyph(text, 100, end, 50) for text, end in zip(texts, ends, strict=True)]


def test_letters_beside_one_another_are_none() -> None:
    assert not has_stacked_letters(letters("bao cao 2025", 100, 50))


@pytest.mark.parametrize("texts", ["ab", "20", "a1", "a "])
def test_letters_on_one_another_are_found(texts: str) -> None:
    assert has_stacked_letters(on_one_another(texts))


def test_digits_of_one_breadth_on_one_another_are_found() -> None:
    assert has_stacked_letters(on_one_another("20", ends=(105, 105)))


def test_a_mark_on_its_letter_is_none() -> None:
    assert not has_stacked_letters(on_one_another("oâ"))


def test_the_letters_of_a_ligature_are_none() -> None:
    assert not has_stacked_letters(on_one_another("fi", ends=(105, 105)))


def test_letters_of_two_texts_may_be_printed_over_one_another() -> None:
    first, second = on_one_another("ab")
    assert not has_stacked_letters([first, replace(second, text_object=1)])


def test_letters_below_one_another_are_none() -> None:
    assert not has_stacked_letters([glyph("a", 100, 105, 50), glyph("b", 100, 105.5, 64)])
