"""PDFium's functions by their addresses answer what they answer by their types."""

import ctypes

import pypdfium2
from pypdfium2 import raw

from danvan_desktop.reading.pdf import bare_calls
from tests.repository import ROOT

FILE = ROOT / "tests" / "importers" / "pdf" / "files" / "table_letterhead.pdf"


def test_letters_are_asked_for_alike() -> None:
    document = pypdfium2.PdfDocument(FILE)
    text = document[0].get_textpage()
    page = bare_calls.at(ctypes.cast(text.raw, ctypes.c_void_p).value or 0)
    box, other = raw.FS_RECTF(), raw.FS_RECTF()
    x, y, u, v = (ctypes.c_double() for _ in range(4))
    turned, also_turned = raw.FS_MATRIX(), raw.FS_MATRIX()
    color, also_color = ([ctypes.c_uint() for _ in range(4)] for _ in range(2))
    for index in range(text.count_chars()):
        assert bare_calls.code_of(page, index) == raw.FPDFText_GetUnicode(text.raw, index)
        assert bare_calls.is_generated(page, index) == raw.FPDFText_IsGenerated(text.raw, index)
        assert bare_calls.has_no_code(page, index) == raw.FPDFText_HasUnicodeMapError(text.raw, index)
        holder = raw.FPDFText_GetTextObject(text.raw, index)
        assert bare_calls.text_object(page, index) == (ctypes.addressof(holder.contents) if holder else None)
        assert bare_calls.font_size(page, index) == raw.FPDFText_GetFontSize(text.raw, index)
        assert bare_calls.matrix_of(page, index, ctypes.byref(turned)) == 1
        assert raw.FPDFText_GetMatrix(text.raw, index, also_turned)
        assert bytes(turned) == bytes(also_turned)
        found = bare_calls.fill_color(page, index, *map(ctypes.byref, color))
        assert found == raw.FPDFText_GetFillColor(text.raw, index, *also_color)
        assert [each.value for each in color] == [each.value for each in also_color]
        assert bare_calls.loose_box(page, index, ctypes.byref(box)) == 1
        assert raw.FPDFText_GetLooseCharBox(text.raw, index, other)
        assert (box.left, box.right) == (other.left, other.right)
        assert bare_calls.pen(page, index, ctypes.byref(x), ctypes.byref(y)) == 1
        assert raw.FPDFText_GetCharOrigin(text.raw, index, u, v)
        assert (x.value, y.value) == (u.value, v.value)


def test_text_objects_are_asked_for_alike() -> None:
    document = pypdfium2.PdfDocument(FILE)
    text = document[0].get_textpage()
    for index in range(text.count_chars()):
        holder = raw.FPDFText_GetTextObject(text.raw, index)
        if holder:
            address, font = ctypes.byref(holder.contents), raw.FPDFTextObj_GetFont(holder)
            assert bare_calls.font_of(address) == ctypes.addressof(font.contents)
            assert bare_calls.render_mode(address) == raw.FPDFTextObj_GetTextRenderMode(holder)
            assert bare_calls.marked_content_of(address) == raw.FPDFPageObj_GetMarkedContentID(holder)


def test_tags_are_asked_for_alike() -> None:
    document = pypdfium2.PdfDocument(FILE)
    page = document[0]
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    waiting = [raw.FPDF_StructTree_GetChildAtIndex(tree, 0)]
    seen = 0
    while waiting:
        element = waiting.pop()
        address = ctypes.byref(element.contents)
        for index in range(raw.FPDF_StructElement_CountChildren(element)):
            mcid = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            assert bare_calls.marked_content_at(address, index) == mcid
            kid = raw.FPDF_StructElement_GetChildAtIndex(element, index)
            assert bare_calls.kid_at(address, index) == (ctypes.addressof(kid.contents) if kid else None)
            waiting += [kid] if kid else []
            seen += mcid >= 0
    assert seen > 20
    raw.FPDF_StructTree_Close(tree)
