"""Papers as a program writes them with python-docx: its own template, whole runs, "Table Grid"."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tests.builders.papers.page import Grid, Line, Making, PageBreak, PageText, Part, Span
from tests.builders.papers.rule_xml import rule_xml
from tests.builders.word_file import NAMESPACES

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_TABS = {"left": WD_TAB_ALIGNMENT.LEFT, "center": WD_TAB_ALIGNMENT.CENTER, "right": WD_TAB_ALIGNMENT.RIGHT}


def python_docx_file(page: PageText) -> bytes:
    """The bytes of the Word file."""
    document = Document()
    _set_up(document, page.making)
    for part in page.parts:
        _add(document, part, page.making)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: WordDocument, making: Making) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = map(Mm, making.margins)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right
    section.different_first_page_header_footer = making.first_differs
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = making.font, Pt(making.size)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), making.font)
    for text, story in ((making.header, section.header), (making.footer, section.footer)):
        if text:
            _running(story.paragraphs[0], text)


def _running(paragraph: Paragraph, text: str) -> None:
    """A header or footer; "#" is the number of the page."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, sign, after = text.partition("#")
    if before:
        paragraph.add_run(before)
    if sign:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        paragraph._p.append(field)
    if after:
        paragraph.add_run(after)


def _add(document: WordDocument, part: Part, making: Making) -> None:
    if isinstance(part, Grid):
        _grid(document, part, making)
    elif isinstance(part, PageBreak):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        name = f"Heading {part.heading}" if part.heading else None
        _fill(document.add_paragraph(style=name), part, making, 210 - making.margins[2] - making.margins[3])


def _fill(paragraph: Paragraph, line: Line, making: Making, width: float, *, in_cell: bool = False) -> None:
    form = paragraph.paragraph_format
    paragraph.alignment = _ALIGN[line.align]
    form.first_line_indent = Mm(making.first_mm if line.first_mm is None else line.first_mm)
    form.left_indent, form.right_indent = Mm(line.left_mm), Mm(line.right_mm)
    form.space_before = Pt(line.before if line.before is not None else 0 if in_cell else making.before)
    form.space_after = Pt(line.after if line.after is not None else 0 if in_cell else making.after)
    form.line_spacing = 1.0 if in_cell else making.spacing
    for mm, kind in line.tabs:
        form.tab_stops.add_tab_stop(Mm(mm), _TABS[kind])
    for rule in line.rules_over:
        _append(paragraph, rule_xml(rule, width))
    for span in line.spans:
        _run(paragraph, span, line.size or making.size)
    spacing = 1 if in_cell else making.spacing
    height = line.height_mm(width, line.size or making.size) * spacing if line.spans else 0.4
    for rule in line.rules:
        _append(paragraph, rule_xml(rule, width, height))


def _append(paragraph: Paragraph, xml: str) -> None:
    if xml:
        paragraph._p.append(parse_xml(xml.replace("<w:r>", f"<w:r {NAMESPACES}>", 1)))


def _run(paragraph: Paragraph, span: Span, size: float) -> Run:
    run = paragraph.add_run(span.text)
    run.font.size = Pt(size)
    run.bold, run.italic, run.underline = span.bold or None, span.italic or None, span.underline or None
    run.font.superscript = span.raised or None
    return run


def _grid(document: WordDocument, grid: Grid, making: Making) -> None:
    table: Table = document.add_table(len(grid.rows), len(grid.widths))
    if grid.bordered:
        table.style = "Table Grid"
    table.autofit = False
    for column, mm in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(mm)
    for y, row in enumerate(grid.rows):
        for x, cell in enumerate(row):
            place = table.cell(y, x)
            place.width = Mm(grid.widths[x])
            if cell is None:
                continue
            if cell.cols > 1 or cell.rows > 1:
                place = place.merge(table.cell(y + cell.rows - 1, x + cell.cols - 1))
            width = sum(grid.widths[x : x + cell.cols]) - 3.8
            for index, line in enumerate(cell.lines):
                paragraph = place.add_paragraph() if index else place.paragraphs[0]
                _fill(paragraph, line, making, width, in_cell=True)
