"""Tagged PDF: headings, lists and tables in reading order for a screen reader, artifacts left out."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.exporters.prepared_report import PreparedReport
from danvan_desktop.layout.document import NamedStyle
from danvan_desktop.layout.pages import Pages
from tests.builders import set_pages
from tests.builders.full_report import report


def _kind(element: object) -> str:
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def _walk(element: object, depth: int) -> Iterator[tuple[int, str]]:
    yield depth, _kind(element)
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _walk(child, depth + 1)


def _tree(pages: Pages, number: int) -> list[str]:
    """The elements of a page, indented as they stand in one another."""
    with pypdfium2.PdfDocument(pdf_bytes(pages, set_pages.fonts())) as pdf:
        page = pdf[number]
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        found = []
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += list(_walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), 0))
        pdfium.FPDF_StructTree_Close(tree)
    return ["  " * depth + kind for depth, kind in found]


def test_headings_lists_and_tables_stand_in_reading_order() -> None:
    assert _tree(set_pages.two_pages(), 1) == [
        "Document",
        "  P",
        "  L",
        "    LI",
        "      Lbl",
        "      LBody",
        "        L",
        "          LI",
        "            Lbl",
        "            LBody",
        "    LI",
        "      Lbl",
        "      LBody",
        "  H2",
        "  Table",
        "    TR",
        "      TH",
        "        P",
        "      TH",
        "        P",
        "    TR",
        "      TD",
        "        P",
        "      TD",
        "        P",
        "    TR",
        "      TD",
        "        P",
    ]  # pdfium leaves out what has no content on the page
    assert pdf_bytes(set_pages.two_pages(), set_pages.fonts()).count(b"/S /TD") == 4


def test_a_paragraph_over_the_page_end_is_one_element() -> None:
    data = pdf_bytes(set_pages.two_pages(), set_pages.fonts())
    assert data.count(b"/S /P ") == 1 + 5  # the paragraph, and one in each cell that is not empty
    assert data.count(b"/Type /MCR") == 1


def test_no_level_is_left_out_on_the_way_down() -> None:
    deep = NamedStyle("heading2", "Heading 3", 28, outline=2)
    pages = set_pages.simple(
        set_pages.paragraph("1.1.1.", deep),
        set_pages.paragraph("I.", set_pages.HEADING),
        set_pages.paragraph("1.1.", deep),
        set_pages.paragraph("1.1.1.", deep),
    )
    assert [kind.strip() for kind in _tree(pages, 0)] == ["Document", "H1", "H1", "H2", "H3"]


def test_the_letterhead_is_no_table_to_a_reader() -> None:
    tree = _tree(PreparedReport(report()).pages, 0)
    assert tree[:8] == ["Document", *["  P"] * 7]
    assert "  Table" not in tree


def test_bookmarks_follow_the_headings() -> None:
    source = PreparedReport(report())
    with pypdfium2.PdfDocument(pdf_bytes(source.pages, source.fonts)) as pdf:
        shown = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in pdf.get_toc()]
    assert shown == [
        (0, "I. ĐẶC ĐIỂM TÌNH HÌNH", 0),
        (0, "II. CÔNG TÁC TRIỂN KHAI THỰC HIỆN", 0),
        (1, "1. Ban hành văn bản", 0),
        (2, "1.1. Tuyên truyền", 0),
        (0, "Phụ lục", len(source.pages.pages) - 1),
    ]
