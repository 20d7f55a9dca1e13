"""What the writers are measured against: the same text through Platypus and python-docx, nothing added."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordFile
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, SimpleDocTemplate
from reportlab.platypus import Paragraph as PlainParagraph
from reportlab.platypus import Table as PlainTable

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.document import (
    Align,
    Document,
    Flow,
    GridCell,
    GridTable,
    NamedStyle,
    Span,
    StyledParagraph,
)

_ALIGN: dict[Align, Literal[0, 1, 2, 4]] = {"left": 0, "center": 1, "right": 2, "justify": 4}
_FAMILY = "Bench"


@cache
def register(fonts: FontSet) -> None:
    """Make the fonts known to Platypus, once; ours too are read once."""
    for bold in (False, True):
        for italic in (False, True):
            name = f"{_FAMILY}{bold:d}{italic:d}"
            pdfmetrics.registerFont(TTFont(name, str(fonts.path(bold, italic))))
    names = {f"{_FAMILY}{bold}{italic}" for bold in (0, 1) for italic in (0, 1)}
    assert names <= set(pdfmetrics.getRegisteredFontNames())
    pdfmetrics.registerFontFamily(_FAMILY, f"{_FAMILY}00", f"{_FAMILY}10", f"{_FAMILY}01", f"{_FAMILY}11")


def platypus(document: Document, fonts: FontSet) -> bytes:
    """The text of ``document``, untagged."""
    register(fonts)
    styles: dict[str, ParagraphStyle] = {}
    story = [made for part in document.parts for flow in part.flow for made in _story(flow, styles)]
    target = BytesIO()
    SimpleDocTemplate(
        target, pagesize=A4, leftMargin=85, rightMargin=57, topMargin=57, bottomMargin=57
    ).build(story)
    return target.getvalue()


def _story(flow: Flow, styles: dict[str, ParagraphStyle]) -> Iterator[Flowable]:
    if isinstance(flow, StyledParagraph):
        yield _plain(flow, styles)
    elif isinstance(flow, GridTable):
        rows = [[_cell(cell, styles) for cell in row] for row in flow.rows]
        yield PlainTable(rows, [width / 20 for width in flow.columns], repeatRows=flow.header_rows)


def _cell(cell: GridCell | None, styles: dict[str, ParagraphStyle]) -> list[PlainParagraph]:
    return [
        _plain(item, styles) for item in (cell.content if cell else ()) if isinstance(item, StyledParagraph)
    ]


def _plain(paragraph: StyledParagraph, styles: dict[str, ParagraphStyle]) -> PlainParagraph:
    style = paragraph.style
    if style.name not in styles:
        styles[style.name] = _style(style)
    return PlainParagraph("".join(map(_markup, paragraph.spans)), styles[style.name])


def _style(style: NamedStyle) -> ParagraphStyle:
    return ParagraphStyle(
        style.name,
        fontName=f"{_FAMILY}00",
        fontSize=style.size / 2,
        leading=style.pitch / 20,
        alignment=_ALIGN[style.align],
        firstLineIndent=style.first_line / 20,
        spaceBefore=style.before / 20,
    )


def _markup(span: Span) -> str:
    text = escape(span.text)
    text = f"<b>{text}</b>" if span.bold else text
    return f"<i>{text}</i>" if span.italic else text


def python_docx(document: Document) -> bytes:
    """The text of ``document`` by python-docx's own calls."""
    file = docx.Document()
    for part in document.parts:
        for flow in part.flow:
            if isinstance(flow, StyledParagraph):
                _fill(file.add_paragraph(), flow)
            elif isinstance(flow, GridTable):
                _add_table(file, flow)
    target = BytesIO()
    file.save(target)
    return target.getvalue()


def _add_table(file: WordFile, table: GridTable) -> None:
    grid = file.add_table(len(table.rows), len(table.columns))
    for row, line in zip(table.rows, grid.rows, strict=True):
        for cell, place in zip(row, line.cells, strict=True):
            for item in cell.content if cell else ():
                if isinstance(item, StyledParagraph):
                    _fill(place.add_paragraph(), item)


def _fill(target: WordParagraph, paragraph: StyledParagraph) -> None:
    for span in paragraph.spans:
        run = target.add_run(span.text)
        run.bold, run.italic = span.bold, span.italic
        run.font.size = Pt(paragraph.style.size / 2)
