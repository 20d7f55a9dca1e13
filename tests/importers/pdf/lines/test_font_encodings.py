"""Text in fonts from before Unicode."""

from danvan_desktop.importers.pdf.lines.font_encodings import to_unicode
from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.rows import rows_of
from tests.builders.pdf_glyphs import glyph


def texts(made: ImportedPage) -> list[str]:
    return [row.text for row in rows_of(made)]


def test_two_halves_of_a_letter_of_vni_become_one() -> None:
    glyphs = tuple(
        glyph(letter, 100 + 5 * place, 105 + 5 * place, 50, 10, font="VNI-Times")
        for place, letter in enumerate("vaän ñoäng nhaân daân")
    )
    (made,), codes = to_unicode([ImportedPage(0, 600, 800, glyphs)])
    assert codes == ("VNI",)
    assert texts(made) == ["vận động nhân dân"]


def test_text_that_the_file_maps_to_unicode_itself_stays() -> None:
    glyphs = tuple(
        glyph(letter, 100 + 5 * place, 105 + 5 * place, 50, 10, font=".VnTime")
        for place, letter in enumerate("vận động nhân dân")
    )
    (made,), codes = to_unicode([ImportedPage(0, 600, 800, glyphs)])
    assert codes == ()
    assert texts(made) == ["vận động nhân dân"]
