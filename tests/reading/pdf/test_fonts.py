"""Bold and italic of a PDF font, by its name and its font descriptor."""

import pytest

from danvan_desktop.reading.pdf import read_pdf
from danvan_desktop.reading.pdf.fonts import described_font, is_telling
from danvan_desktop.reading.pdf.page import TextStyle
from tests.builders.numbered_fonts import with_numbered_fonts
from tests.repository import ROOT

FILES = ROOT / "tests" / "importers" / "pdf" / "files"


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


@pytest.mark.parametrize("name", ["CIDFont+F1", "F7", "TT2", "T3Font_0", "Font12", "", "ABC"])
def test_a_name_that_a_program_made_tells_nothing(name: str) -> None:
    assert not is_telling(name)


@pytest.mark.parametrize("name", ["Arial", "TimesNewRomanPSMT", ".VnTime", "VNI-Times", "Times New Roman"])
def test_a_name_that_somebody_gave_tells_something(name: str) -> None:
    assert is_telling(name)


@pytest.mark.parametrize("name", ["drawn", "table_letterhead"])
def test_a_font_called_by_a_number_is_known_by_its_own_program(name: str) -> None:
    """As "Microsoft Print to PDF" writes them: all called "CIDFont+F1" and the like, all described alike."""
    content = (FILES / f"{name}.pdf").read_bytes()
    named, numbered = read_pdf(content), read_pdf(with_numbered_fonts(content))
    for page, other in zip(named.pages, numbered.pages, strict=True):
        assert [_look(glyph.style) for glyph in other.glyphs] == [_look(glyph.style) for glyph in page.glyphs]
    looks = {_look(glyph.style) for page in numbered.pages for glyph in page.glyphs}
    assert len(looks) >= 3


def _look(style: TextStyle) -> tuple[bool, bool, str]:
    return style.bold, style.italic, style.font.name.partition("-")[0]
