"""The family of a font as the programs that make PDFs call it."""

import pytest

from danvan_desktop.inspection.pdf.font_family import font_family


@pytest.mark.parametrize(
    "name",
    [
        *("TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "TimesNewRomanPS-BoldItalicMT", "TimesNewRomanPS"),
        *("TimesNewRoman", "TimesNewRoman,Bold", "TimesNewRoman,BoldItalic", "TimesNewRoman-Italic"),
        *("Times New Roman", "Times New Roman Bold", "Times New Roman,Bold", "Times New Roman, Bold Italic"),
        *("Times New Roman Italic", "Times New Roman-Bold", "TimesNewRomanBold"),
    ],
)
def test_every_spelling_of_times_new_roman_is_it(name: str) -> None:
    assert font_family(name) == "Times New Roman"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Times-Roman", "Times"),
        ("LiberationSerif-BoldItalic", "Liberation Serif"),
        ("Arial-BoldMT", "Arial"),
        ("Calibri-Light", "Calibri-Light"),
        (".VnTimeH-Bold", ".VnTimeH"),
        ("VNI-Times,Bold", "VNI-Times"),
        ("Bold", "Bold"),
        ("", ""),
    ],
)
def test_other_fonts_keep_their_own_name(name: str, family: str) -> None:
    assert font_family(name) == family
