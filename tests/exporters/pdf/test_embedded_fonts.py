"""Glyphs in the file: few enough to be small, enough to give every character back."""

import string

import pypdfium2

from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.exporters.pdf.embedded_fonts import EmbeddedFace
from tests.builders import set_pages


def _face() -> EmbeddedFace:
    return EmbeddedFace(set_pages.fonts().face(), "F")


def test_a_space_keeps_its_code_so_that_word_space_reaches_it() -> None:
    assert _face().encode("đ a") == [("F0", b"\x80 a")]


def test_a_no_break_space_is_another_character_that_word_space_leaves_alone() -> None:
    ((_, codes),) = _face().encode("a\u00a0b c")
    assert codes.count(b" ") == 1


def test_a_character_has_one_code_for_good() -> None:
    face = _face()
    assert face.encode("Đảng")[0][1] == face.encode("Đảng")[0][1]


def test_more_than_256_characters_spread_over_more_font_objects() -> None:
    glyphs = [chr(point) for point in (*range(0xC0, 0x17F), *range(0x1EA0, 0x1EFA))]
    text = "".join(glyphs) + string.ascii_letters
    resources = {resource for resource, _ in _face().encode(text)}
    assert resources == {"F0", "F1"}
    half = len(text) // 2
    pages = set_pages.simple(set_pages.paragraph(text[:half]), set_pages.paragraph(text[half:]))
    with pypdfium2.PdfDocument(pdf_bytes(pages, set_pages.fonts())) as pdf:
        copied = pdf[0].get_textpage().get_text_range()
    assert "".join(copied.split()) == text


def test_a_character_the_font_lacks_is_a_box_that_copies_as_itself() -> None:
    pages = set_pages.simple(set_pages.paragraph("chữ \u4e2d và \U0001f600"))
    with pypdfium2.PdfDocument(pdf_bytes(pages, set_pages.fonts())) as pdf:
        assert pdf[0].get_textpage().get_text_range().split() == ["chữ", "\u4e2d", "và", "\U0001f600"]


def test_no_break_marks_are_copied_as_plain_ones() -> None:
    pages = set_pages.simple(set_pages.paragraph("Nghị quyết 25\u2011NQ/TW, ngày\u00a0\u00a0tháng"))
    with pypdfium2.PdfDocument(pdf_bytes(pages, set_pages.fonts())) as pdf:
        assert pdf[0].get_textpage().get_text_range().rstrip() == "Nghị quyết 25-NQ/TW, ngày tháng"
