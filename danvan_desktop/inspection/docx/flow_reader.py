"""Reader of a finished Word file: the body with its tables, and the sections, as one flow of paragraphs."""

from collections.abc import Iterator

from danvan_desktop.inspection.docx.cell_widths import CellWidths
from danvan_desktop.inspection.docx.paragraph_reader import ParagraphReader
from danvan_desktop.inspection.docx.paragraph_spacing import with_printed_spacing
from danvan_desktop.inspection.docx.sections import read_sections
from danvan_desktop.inspection.finished_file import FinishedFile
from danvan_desktop.inspection.flow import FlowParagraph, FlowPlace
from danvan_desktop.reading.docx.content import blocks
from danvan_desktop.reading.docx.elements import Element, is_on, local, value
from danvan_desktop.reading.docx.fields import field_codes
from danvan_desktop.reading.docx.namespaces import NAMESPACES, w
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.reading.docx.style_hierarchy import hierarchy_of
from danvan_desktop.reading.docx.tables import rows
from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped

_TRACKED_CHANGES = [w(name) for name in ("ins", "del", "moveTo", "moveFrom", "pPrChange", "rPrChange")]
_USUAL_WIDTH = 9_071
"""Of the text on A4 with the margins of the decree, in twips, where the file has no section."""


def read_flow(package: WordPackage, name: str = "") -> FinishedFile:
    """Return the whole file as a flow of paragraphs."""
    reader = _FlowReader(package)
    document = package.document
    comments = package.part("comments")
    return FinishedFile(
        sections=reader.sections,
        paragraphs=tuple(
            with_printed_spacing([*reader.paragraphs()], added=_adds_spacing(package.part("settings")))
        ),
        has_text_boxes=document.find(".//w:txbxContent", NAMESPACES) is not None,
        has_comments=comments is not None and comments.find(w("comment")) is not None,
        has_tracked_changes=next(document.iter(*_TRACKED_CHANGES), None) is not None,
        name=name,
        breaks_pages=_breaks_pages(document),
    )


def _breaks_pages(document: Element) -> bool:
    if next(document.iter(w("lastRenderedPageBreak")), None) is not None:
        return True
    typed = any(value(mark, "type") == "page" for mark in document.iter(w("br")))
    before = any(is_on(mark) for mark in document.iter(w("pageBreakBefore")))
    sections = [value(each.find(w("type"))) for each in document.iter(w("sectPr"))]
    return typed or before or any(kind != "continuous" for kind in sections[1:])


def _adds_spacing(settings: Element | None) -> bool:
    path = "w:compat/w:doNotUseHTMLParagraphAutoSpacing"
    return settings is not None and bool(is_on(settings.find(path, NAMESPACES)))


class _FlowReader:
    def __init__(self, package: WordPackage) -> None:
        self._body = package.document.find(w("body"))
        self._styles = hierarchy_of(package)
        codes = field_codes((package.document, *package.stories.values()))
        self._reader = ParagraphReader(self._styles, codes)
        self._tables = 0
        self.sections = tuple(read_sections(package.document, package.stories, self._reader))

    def paragraphs(self) -> Iterator[FlowParagraph]:
        """Yield the body's paragraphs in reading order."""
        section = 0
        for block in stepped(blocks(self._body), BLOCKS_A_PAGE) if self._body is not None else ():
            place = FlowPlace(section, self._width(section), left=self._left(section))
            if local(block) == "tbl":
                yield from self._table(block, place)
                continue
            yield self._reader.paragraph(block, place)
            if block.find("w:pPr/w:sectPr", NAMESPACES) is not None:
                section += 1

    def _width(self, section: int) -> int:
        if not self.sections:
            return _USUAL_WIDTH
        return self.sections[min(section, len(self.sections) - 1)].text_width

    def _left(self, section: int) -> int:
        return self.sections[min(section, len(self.sections) - 1)].left if self.sections else 0

    def _table(self, table: Element, around: FlowPlace) -> Iterator[FlowParagraph]:
        number = self._tables
        self._tables += 1
        style = value(table.find("w:tblPr/w:tblStyle", NAMESPACES)) or ""
        widths = CellWidths(table, self._styles)
        kept = (row for row in rows(table) if not row.is_deleted)
        for index, row in enumerate(stepped(kept, BLOCKS_A_PAGE)):
            for cell in row.cells():
                place = FlowPlace(
                    around.section,
                    widths.of(cell),
                    number,
                    index,
                    cell.column,
                    splits=row.may_split,
                    left=around.left + widths.left(cell, around.width),
                )
                for element in () if cell.is_deleted else cell.elements:
                    yield from self._cell(element, place, style)

    def _cell(self, element: Element, place: FlowPlace, style: str) -> Iterator[FlowParagraph]:
        for block in blocks(element):
            if local(block) == "tbl":
                yield from self._table(block, place)
            else:
                yield self._reader.paragraph(block, place, style)
