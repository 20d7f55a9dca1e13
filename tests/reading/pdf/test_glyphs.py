"""Letters of a PDF: where they stand is where the pen put them, whatever a damaged outline reaches over."""

import io

import pytest
from pypdfium2 import PdfDocument, raw
from reportlab.pdfgen.canvas import Canvas

from danvan_desktop.reading.pdf import read_pdf
from danvan_desktop.reading.pdf.coordinates import page_frame
from danvan_desktop.reading.pdf.glyphs import GlyphReader
from danvan_desktop.reading.pdf.page import Glyph
from tests.builders.papers.print_fonts import font_of, register_fonts
from tests.builders.pdf_file import one_page, stream, text_page
from tests.repository import ROOT

A, B, BLANK = b"500 0 0 0 500 700 d1 0 0 500 700 re f", b"500 0 %b d1 0 0 500 700 re f", b"250 0 d0"
TO_UNICODE = b"3 beginbfchar <20> <0020> <61> <0061> <62> <0062> endbfchar"


def drawn(text: bytes, outline: bytes) -> list[Glyph]:
    """``text`` of "a", "b" and blanks at 100 points, size 10; the outline of "b" reaches over ``outline``."""
    procedures = b"<< /s 6 0 R /a 7 0 R /b 8 0 R >>"
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0] "
        b"/FirstChar 97 /LastChar 98 /Widths [500 500] /CharProcs %b /ToUnicode 9 0 R "
        b"/Encoding << /Type /Encoding /Differences [32 /s 97 /a /b] >> /Resources << >> >>" % procedures
    )
    more = (font, stream(BLANK, b""), stream(A, b""), stream(B % outline, b""), stream(TO_UNICODE, b""))
    drawing = stream(b"BT /F 10 Tf 100 700 Td (" + text + b") Tj ET", b"")
    content = one_page(drawing, b"<< /Font << /F 5 0 R >> >>", *more)
    return [glyph for glyph in read_pdf(content).pages[0].glyphs if not glyph.is_space]


def edges(glyphs: list[Glyph]) -> list[tuple[float, float]]:
    return [(round(glyph.x0, 1), round(glyph.x1, 1)) for glyph in glyphs]


def test_a_letter_reaches_as_far_as_its_outline() -> None:
    assert edges(drawn(b"aba", b"-50 0 600 700")) == [(100, 105), (104.5, 111), (110, 115)]


def test_an_italic_letter_ends_where_the_pen_goes_on_however_far_its_mark_leans_over() -> None:
    register_fonts("subset")
    font = font_of("subset", bold=False, italic=True)
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFont(font, 14)
    canvas.drawString(100, 700, "tế")
    canvas.save()
    found = read_pdf(buffer.getvalue()).pages[0].glyphs[-1]
    assert found.text == "ế"
    assert found.x1 == pytest.approx(100 + canvas.stringWidth("tế", font, 14), abs=0.1)


@pytest.mark.parametrize("outline", [b"-20000 0 500 700", b"0 0 20000 700", b"-9000 0 9000 700"])
def test_a_damaged_outline_reaches_no_further_than_the_next_letter(outline: bytes) -> None:
    found = drawn(b"aba", outline)
    assert "".join(glyph.text for glyph in found) == "aba"
    assert found[1].x0 >= 105 - 2.5
    assert found[1].x1 == pytest.approx(110)


def test_a_damaged_outline_at_the_end_reaches_no_further_than_an_em() -> None:
    assert drawn(b"ab", b"0 0 20000 700")[1].x1 == pytest.approx(115)


def test_each_letter_is_of_its_own_text_object_where_words_run_from_right_to_left() -> None:
    """PDFium turns them round over the ends of text objects: none may be taken for those beside it."""
    letters = "abאבגדהו"
    codes = b" ".join(
        b"<%02x> <%b>" % (97 + n, c.encode("utf-16-be").hex().encode()) for n, c in enumerate(letters)
    )
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /FirstChar 97 /LastChar 104 "
        b"/Widths [500 500 500 500 500 500 500 500] /ToUnicode 6 0 R >>"
    )
    drawing = stream(
        b"BT /F 10 Tf 100 700 Td (abcde) Tj ET BT /F 10 Tf 100 Tz 2 Tr 125 700 Td (fghba) Tj ET", b""
    )
    cmap = stream(b"%d beginbfchar %b endbfchar" % (len(letters), codes), b"")
    page = read_pdf(one_page(drawing, b"<< /Font << /F 5 0 R >> >>", font, cmap)).pages[0]
    found = [(glyph.text, glyph.style.bold) for glyph in page.glyphs if glyph.text in letters[2:]]
    assert sorted(found) == [(letter, letter in "דהו") for letter in letters[2:]]


@pytest.mark.parametrize("name", ["table_letterhead", "drawn", "turned", "old_font", "mail"])
def test_each_letter_has_the_code_that_pdfium_gives_for_it_alone(name: str) -> None:
    document = PdfDocument(ROOT / "tests" / "importers" / "pdf" / "files" / f"{name}.pdf")
    for page in document:
        text = page.get_textpage()
        codes = [raw.FPDFText_GetUnicode(text.raw, index) for index in range(text.count_chars())]
        assert list(GlyphReader(text.raw, page_frame(page)).codes) == codes


def test_a_hyphen_at_the_end_of_a_line_is_one() -> None:
    page = text_page([(100, 700, "Ke hoach 12/KH-"), (100, 680, "VP cua")])
    text = PdfDocument(page)[0].get_textpage()
    assert 2 in {raw.FPDFText_GetUnicode(text.raw, index) for index in range(text.count_chars())}
    assert "".join(glyph.text for glyph in read_pdf(page).pages[0].glyphs) == "Ke hoach 12/KH-VP cua"
