"""Pages set by hand: small, with every kind of thing that a page can hold."""

from collections.abc import Sequence
from datetime import UTC, datetime

from danvan_desktop.fonts import FontSet, find_fonts
from danvan_desktop.layout.document import (
    Document,
    DocumentPart,
    Flow,
    GridCell,
    GridTable,
    Metadata,
    NamedStyle,
    PageSetup,
    Span,
    StyledParagraph,
)
from danvan_desktop.layout.pages import Fragment, Line, Page, Pages, Stroke, TableSlice

A4 = PageSetup(width=11906, height=16838, top=1134, bottom=1134, left=1701, right=1134, header=567)
BODY = NamedStyle(name="body", title="Body Text", size=28, align="justify", pitch=340)
HEADING = NamedStyle(name="section", title="Heading 1", size=28, bold=True, pitch=340, outline=0)
SUBHEADING = NamedStyle(name="heading1", title="Heading 2", size=28, bold=True, pitch=340, outline=1)
NUMBER = NamedStyle(name="page_number", title="Header", size=28, align="center", pitch=340)
METADATA = Metadata(
    title="Kết quả thực hiện công tác Dân vận năm 2025",
    author="VĂN PHÒNG",
    report_id="3f0c6c1e",
    modified=datetime(2025, 11, 24, 3, 32, 5, tzinfo=UTC),
)


def fonts() -> FontSet:
    """The system's faces."""
    return find_fonts()


def paragraph(text: str, style: NamedStyle = BODY, label: str | None = None, **look: bool) -> StyledParagraph:
    """A paragraph in one look."""
    span = Span(text, bold=look.get("bold", style.bold), italic=look.get("italic", False))
    return StyledParagraph(style, (span,), list_label=label)


def line(
    owner: StyledParagraph,
    path: tuple[int, ...],
    baseline: int,
    part: tuple[int, int] | None = None,
    word_space: float = 0.0,
) -> Line:
    """A line at the left margin that holds ``part`` (all) of its paragraph's text."""
    start, end = part or (0, len(owner.text))
    text = owner.text[start:end].rstrip(" ")
    span = owner.spans[0]
    width = advance(text, bold=span.bold, italic=span.italic) + round(word_space * text.count(" "))
    piece = Fragment(
        text,
        A4.left,
        owner.style.size,
        bold=span.bold,
        italic=span.italic,
        underline=span.underline,
        word_space=word_space,
        width=width,
    )
    return Line(path, owner, baseline - 260, baseline, (piece,), start, end)


def advance(text: str, *, bold: bool = False, italic: bool = False, size: int = 28) -> int:
    """The width of ``text`` in twips."""
    face = fonts().face(bold=bold, italic=italic)
    return round(face.width(text) * size * 10 / face.units_per_em)


def page(lines: Sequence[Line], number: int = 1, strokes: Sequence[Stroke] = ()) -> Page:
    """A page that shows its number from the second on."""
    shown = None
    if number > 1:
        shown = Fragment(str(number), A4.left + A4.text_width // 2, 28, bold=False, italic=False)
    return Page(
        part=0,
        number=number,
        width=A4.width,
        height=A4.height,
        lines=tuple(lines),
        strokes=tuple(strokes),
        page_number=shown,
        page_number_baseline=900,
    )


def document(*flow: Flow) -> Document:
    """A document of one part."""
    return Document((DocumentPart(A4, flow, NUMBER),), METADATA)


def simple(*paragraphs: StyledParagraph) -> Pages:
    """One page with a line for each paragraph."""
    lines = [line(p, (0, index), 2000 + 400 * index) for index, p in enumerate(paragraphs)]
    return Pages(document(*paragraphs), (page(lines),))


def two_pages() -> Pages:
    """Headings, a paragraph over the page end, a list, a table over the page end, rules."""
    heading = paragraph("I. ĐẶC ĐIỂM TÌNH HÌNH", HEADING)
    body = paragraph("Thực hiện Văn bản số 12/ABC về việc báo cáo kết quả.")
    item = paragraph("- Tổ chức học tập; ", label="-")
    inner = paragraph("+ Ở cơ sở;", label="+")
    last = paragraph("- Tuyên truyền.", label="-")
    skipped = paragraph("1.1. Khoản có tiêu đề", SUBHEADING)
    header = tuple(GridCell((paragraph(text, bold=True),), header=True) for text in ("Đơn vị", "Số mô hình"))
    first = (GridCell((paragraph("Xã A"),)), GridCell((paragraph("12"),)))
    second = (GridCell((paragraph("Xã B"),)), GridCell(()))
    table = GridTable("body", (3000, 3000), (header, first, second), header_rows=1, borders=True)
    flow = (heading, body, item, inner, last, skipped, table)
    cut = body.text.index("về việc") + 3
    cells = [
        line(content, (0, 6, row, column, 0), 2000 + 400 * row)
        for row, cells in enumerate((header, first, second))
        for column, cell in enumerate(cells)
        for content in cell.content
        if isinstance(content, StyledParagraph)
    ]
    front = [
        line(heading, (0, 0), 2000),
        line(body, (0, 1), 2400, (0, cut), word_space=12.5),
        line(body, (0, 1), 2800, (cut, cut + 9)),
    ]
    back = [
        line(body, (0, 1), 2000, (cut + 9, len(body.text))),
        *(line(p, (0, index), 2000 + 400 * index) for index, p in enumerate(flow[2:6], start=2)),
        *cells,
    ]
    rule = Stroke(1701, 3000, 4000, 3000, 10)
    second_page = page(back, number=2, strokes=[rule])
    piece = TableSlice((0, 6), table, 0, 2, 1)
    repeated = tuple(line(c.content[0], (0, 6, 0, i, 0), 1500) for i, c in enumerate(header))  # type: ignore[arg-type]
    back_page = Page(
        part=0,
        number=2,
        width=A4.width,
        height=A4.height,
        lines=second_page.lines,
        strokes=second_page.strokes,
        page_number=second_page.page_number,
        page_number_baseline=900,
        repeated_lines=repeated,
        tables=(piece,),
    )
    return Pages(document(*flow), (page(front), back_page))
