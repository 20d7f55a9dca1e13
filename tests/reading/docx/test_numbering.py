"""Word's own numbers are counted and written as Word does it."""

import pytest
from lxml import etree

from danvan_desktop.reading.docx.namespaces import WORD
from danvan_desktop.reading.docx.numbering import Numbering, written


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (4, "upperRoman", "IV"),
        (4, "lowerRoman", "iv"),
        (5, "lowerLetter", "e"),
        (27, "upperLetter", "AA"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (3, "vietnameseCounting", "ba"),
        (10**9, "upperRoman", "MMMCMXCIX"),
    ],
)
def test_numbers_are_written_as_word_writes_them(number: int, kind: str, shown: str) -> None:
    assert written(number, kind) == shown


def numbering(levels: str, more: str = "") -> Numbering:
    return Numbering(
        etree.fromstring(
            f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
            f'<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>{more}</w:numbering>'
        )
    )


def level(place: int, kind: str, text: str, inside: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{inside}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def test_a_level_that_is_all_decimal_writes_the_roman_number_above_it_in_digits() -> None:
    lists = numbering(level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    labels = [counted.label for place in (0, 0, 1, 1) if (counted := lists.count("7", place))]
    assert labels == ["I.", "II.", "2.1.", "2.2."]


def test_a_list_that_looks_like_a_list_style_has_the_levels_of_that_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Muc"/></w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num>'
    )
    root = etree.fromstring(
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="4">{level(0, "decimal", "%1)")}'
        f'</w:abstractNum>{linked}<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )
    lists = Numbering(root, {"Muc": "7"}.get)
    counted = lists.count("8", 0)
    assert counted is not None
    assert (counted.label, counted.values) == ("1)", (1,))


def test_a_paragraph_of_a_list_that_is_not_there_has_no_number() -> None:
    assert numbering(level(0, "decimal", "%1.")).count("99", 0) is None
    assert numbering(level(0, "decimal", "%1.")).count("7", 3) is None
