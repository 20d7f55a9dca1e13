"""What lies on a page: rows, tables, and lines that are the one or the other's."""

from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.importers.pdf.pages.page_content import split_pages
from danvan_desktop.reading.pdf.page import PdfStroke
from tests.builders.pdf_glyphs import letters, page, ruled


def underlined(rows: list[PdfRow]) -> str:
    return "".join(glyph.text for row in rows for glyph in row.seen if glyph.underline)


def pieces(strokes: tuple[PdfStroke, ...]) -> tuple[PdfStroke, ...]:
    """Each line that lies in two pieces: so do programs draw that give each cell its own border."""
    return tuple(
        piece
        for stroke in strokes
        for piece in (
            (
                PdfStroke(stroke.x0, stroke.y0, 200, stroke.y1),
                PdfStroke(200.5, stroke.y0, stroke.x1, stroke.y1),
            )
            if stroke.is_level
            else (stroke,)
        )
    )


def test_the_upper_line_of_a_table_underlines_no_text_above_it() -> None:
    lines = [letters("Đơn vị tính: hồ sơ", 100, 48), letters("Xã A", 105, 64), letters("12", 205, 64)]
    table = ruled((100, 200, 300), (50, 70, 90))
    for drawn in (table, pieces(table)):
        (content,) = split_pages([page(*lines, strokes=drawn)]).pages
        assert underlined(content.rows) == ""
        assert len(content.tables) == 1


def test_a_line_of_a_table_close_below_its_text_is_no_underline() -> None:
    lines = [letters("một", 105, 68), letters("hai", 205, 68)]
    content = split_pages([page(*lines, strokes=ruled((100, 200, 300), (50, 70, 90)))])
    assert underlined(content.all_rows) == ""


def test_text_beside_and_inside_a_table_that_is_underlined_stays_so() -> None:
    lines = [letters("Lịch họp", 100, 40), letters("một", 105, 64), letters("hai", 205, 64)]
    strokes = (PdfStroke(100, 41.5, 140, 41.5), PdfStroke(205, 65.5, 220, 65.5))
    content = split_pages([page(*lines, strokes=(*strokes, *ruled((100, 200, 300), (50, 70, 90))))])
    assert underlined(content.all_rows) == "Lịchhọphai"
