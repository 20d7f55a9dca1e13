"""Paper and margins of a section."""

from lxml import etree

from danvan_desktop.reading.docx.page_setup import WordPageSetup, page_setup
from tests.builders.word_file import NAMESPACES


def setup(inside: str) -> WordPageSetup:
    return page_setup(etree.fromstring(f"<w:sectPr {NAMESPACES}>{inside}</w:sectPr>"))


def test_the_gutter_is_part_of_the_left_margin() -> None:
    found = setup('<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:gutter="284"/>')
    assert (found.left, found.right) == (1985, 850)


def test_what_the_file_does_not_say_is_a4_with_an_inch_around() -> None:
    assert setup("") == WordPageSetup(11_906, 16_838, 1_440, 1_440, 1_440, 1_440, is_landscape=False)


def test_a_negative_margin_is_as_wide_as_a_positive_one() -> None:
    assert setup('<w:pgMar w:top="-1134"/>').top == 1134


def test_paper_is_landscape_by_its_word_or_by_its_measures() -> None:
    assert setup('<w:pgSz w:w="16838" w:h="11906"/>').is_landscape
    assert setup('<w:pgSz w:w="595.3pt" w:h="841.9pt" w:orient="landscape"/>').is_landscape
    assert not setup('<w:pgSz w:w="595.3pt" w:h="841.9pt"/>').is_landscape
