"""Bold and italic of a PDF font, by its name and its font descriptor."""

import pytest

from danvan_desktop.reading.pdf.fonts import described_font


@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [
        ("ABCDEF+TimesNewRomanPS-BoldMT", True, False),
        ("TimesNewRomanPS-BoldItalicMT", True, True),
        ("Times New Roman,Bold", True, False),
        ("Times-Oblique", False, True),
        ("ABCDEF+TimesNewRomanPSMT", False, False),
        (".VnTime", False, False),
        ("", False, False),
    ],
)
def test_a_font_says_by_its_name_how_it_looks(name: str, bold: bool, italic: bool) -> None:
    look = described_font(name, 0, 400, 0)
    assert (look.bold, look.italic) == (bold, italic)


def test_a_font_without_a_telling_name_is_judged_by_its_descriptor() -> None:
    assert described_font("AAAAAA+F1", 1 << 18, 400, 0).bold
    assert described_font("AAAAAA+F1", 0, 700, 0).bold
    assert described_font("AAAAAA+F1", 0, 400, -12).italic
