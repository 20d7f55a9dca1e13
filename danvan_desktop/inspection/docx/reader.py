"""Word file -> flow: walks the body, its tables, headers and footers."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.docx import tables
from danvan_desktop.inspection.docx.drawings import drawn_lines
from danvan_desktop.inspection.docx.looks import Styles
from danvan_desktop.inspection.docx.package import Package
from danvan_desktop.inspection.docx.spacing import as_printed
from danvan_desktop.inspection.flow import (
    FinishedFile,
    FlowParagraph,
    FlowPlace,
    FlowRun,
    PageNumber,
    PageSection,
)
from danvan_desktop.reading.docx.elements import NAMESPACES, OFFICE_RELATION_ID, local, value, w, whole
from danvan_desktop.reading.docx.numbering import BULLET, Counted, Numbering

_BULLETS = {"-": "-", "–": "-", "—": "-", "\uf02d": "-", "+": "+"}
_TRANSPARENT = {"sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple"}
"""What stands around text without changing it."""
_CHANGES = [w(name) for name in ("ins", "del", "moveTo", "moveFrom", "pPrChange", "rPrChange")]
_NEAR_MIDDLE = 170
"""3 mm: where Word's own header style has its tab, on paper of another width."""
_A4 = {"w": 11906, "h": 16838}


def read_paper(package: Package, name: str = "") -> FinishedFile:
    """Return the whole file as a flow."""
    reader = _Reader(package)
    return FinishedFile(
        sections=reader.sections,
        paragraphs=tuple(as_printed([*reader.paragraphs()], added=_adds_rooms(package.settings))),
        has_text_boxes=package.document.find(".//w:txbxContent", NAMESPACES) is not None,
        has_comments=package.has_comments,
        has_tracked_changes=next(package.document.iter(*_CHANGES), None) is not None,
        name=name,
    )


def _adds_rooms(settings: etree._Element | None) -> bool:
    path = "w:compat/w:doNotUseHTMLParagraphAutoSpacing"
    return settings is not None and _switch(settings.find(path, NAMESPACES))


@frozen
class _Context:
    place: FlowPlace
    table_style: str | None = None


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._numbering = Numbering(package.numbering)
        self._styles = Styles(package.styles, package.theme, self._numbering)
        self._tables = 0
        self.sections = tuple(self._sections())

    # ------------------------------------------------------------------------------- sections

    def _sections(self) -> Iterator[PageSection]:
        inherited: dict[tuple[str, str], etree._Element] = {}
        for properties in self._package.document.iter(w("sectPr")):
            if local(properties.getparent()) == "sectPrChange":  # type: ignore[arg-type]  # never the root
                continue
            for reference in properties:
                if local(reference) in {"headerReference", "footerReference"}:
                    story = self._package.stories.get(reference.get(OFFICE_RELATION_ID, ""))
                    if story is not None:
                        inherited[local(reference)[:6], value(reference, "type") or "default"] = story
            yield self._section(properties, inherited)

    def _section(
        self, properties: etree._Element, stories: dict[tuple[str, str], etree._Element]
    ) -> PageSection:
        size, margins = properties.find(w("pgSz")), properties.find(w("pgMar"))
        numbers = properties.find(w("pgNumType"))
        gutter = whole(value(margins, "gutter"))
        left, right = whole(value(margins, "left"), 1440), whole(value(margins, "right"), 1440)
        width = whole(value(size, "w"), _A4["w"])
        first = _switch(properties.find(w("titlePg")))
        place = FlowPlace(section=0, width=width - left - gutter - right)
        read = {key: tuple(self._story(story, place)) for key, story in stories.items()}
        found = {key: tuple(self._page_numbers(story, place)) for key, story in stories.items()}
        return PageSection(
            width=width,
            height=whole(value(size, "h"), _A4["h"]),
            top=abs(whole(value(margins, "top"), 1440)),
            bottom=abs(whole(value(margins, "bottom"), 1440)),
            left=left + gutter,
            right=right,
            first_page_differs=first,
            number_start=None if value(numbers, "start") is None else whole(value(numbers, "start")),
            number_format=value(numbers, "fmt") or "decimal",
            numbers=self._kind(found, "default"),
            first_page_numbers=self._kind(found, "first"),
            stories=tuple(paragraph for paragraphs in read.values() for paragraph in paragraphs),
        )

    @staticmethod
    def _kind(found: dict[tuple[str, str], tuple[PageNumber, ...]], kind: str) -> tuple[PageNumber, ...]:
        return tuple(
            replace(number, in_header=story == "header")
            for (story, of), numbers in found.items()
            if of == kind
            for number in numbers
        )

    def _story(self, story: etree._Element, place: FlowPlace) -> Iterator[FlowParagraph]:
        for element in story.iter(w("p")):
            yield self._paragraph(element, _Context(place))

    def _page_numbers(self, story: etree._Element, place: FlowPlace) -> Iterator[PageNumber]:
        for element in story.iter(w("p")):
            if "PAGE" in _field_codes(element).upper().split():
                number = self._paragraph(element, _Context(place))
                if _is_led_to_the_middle(number) or _has_middle_tab(element):
                    middle = replace(number.look, align="center", left=0, first_line=0, right=0)
                    number = replace(number, look=middle)
                yield PageNumber(number, in_header=True)

    # ------------------------------------------------------------------------------- paragraphs

    def paragraphs(self) -> Iterator[FlowParagraph]:
        """Yield the body's paragraphs in reading order."""
        body = self._package.document.find(w("body"))
        if body is None:
            return
        section = 0
        for block in _blocks(body):
            width = self.sections[min(section, len(self.sections) - 1)].text_width if self.sections else 9071
            context = _Context(FlowPlace(section, width))
            if local(block) == "tbl":
                yield from self._table(block, context)
                continue
            yield self._paragraph(block, context)
            if block.find("w:pPr/w:sectPr", NAMESPACES) is not None:
                section += 1

    def _table(self, table: etree._Element, context: _Context) -> Iterator[FlowParagraph]:
        number = self._tables
        self._tables += 1
        style = value(table.find("w:tblPr/w:tblStyle", NAMESPACES))
        for cell in tables.cells(table, self._styles):
            place = FlowPlace(
                context.place.section, cell.width, number, cell.row, cell.column, splits=cell.splits
            )
            inner = _Context(place, style)
            for block in _blocks(cell.element):
                if local(block) == "tbl":
                    yield from self._table(block, inner)
                else:
                    yield self._paragraph(block, inner)

    def _paragraph(self, element: etree._Element, context: _Context) -> FlowParagraph:
        properties = element.find(w("pPr"))
        style = value(None if properties is None else properties.find(w("pStyle")))
        mark = None if properties is None else properties.find(w("rPr"))
        look = self._styles.paragraph(properties, context.table_style)
        runs = [
            FlowRun(text, self._styles.text(run.find(w("rPr")), style, context.table_style))
            for run in _runs(element)
            if (text := _text(run))
        ]
        if found := self._styles.list_of(properties):
            own = self._styles.text(mark, style, context.table_style, number=found.level.text)
            runs.insert(0, FlowRun(_label(self._numbering.count(found.identifier, found.place)), own))
            look = replace(look, numbered=False)
        return FlowParagraph(
            runs=tuple(run for run in runs if not run.look.hidden),
            look=look,
            place=context.place,
            mark_size=self._styles.text(mark, style, context.table_style).size,
            drawn=tuple(drawn_lines(element, context.place.width)),
        )


def _is_led_to_the_middle(number: FlowParagraph) -> bool:
    """Whether tabs before a page number lead to the middle of the text."""
    text = "".join(run.text for run in number.runs)
    tabs = text[: len(text) - len(text.lstrip())].count("\t")
    if not 0 < tabs <= len(number.look.tabs):
        return False
    place, kind = number.look.tabs[tabs - 1]
    return kind == "center" and abs(place - number.place.width / 2) <= _NEAR_MIDDLE


def _has_middle_tab(number: etree._Element) -> bool:
    """Whether one of Word's newer tabs does, which need no stops."""
    return any(value(tab, "alignment") == "center" for tab in number.iter(w("ptab")))


def _field_codes(paragraph: etree._Element) -> str:
    codes = [element.text or "" for element in paragraph.iter(w("instrText"))]
    codes += [value(element, "instr") or "" for element in paragraph.iter(w("fldSimple"))]
    return " ".join(codes)


def _text(run: etree._Element) -> str:
    """Return the run's text; the code of a field is no text, what it gave is."""
    return "".join(map(_piece, run))


def _piece(part: etree._Element) -> str:
    name = local(part)
    if name == "t":
        return part.text or ""
    if name in {"br", "cr"}:
        return "" if value(part, "type") in {"page", "column"} else "\n"
    if name == "sym":
        return _symbol(value(part, "char"))
    return {"tab": "\t", "noBreakHyphen": "-"}.get(name, "")


def _symbol(code: str | None) -> str:
    """Return the letter of a symbol font: in the private area, as Word keeps it."""
    try:
        return chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        name = local(child)
        if name in {"p", "tbl"}:
            yield child
        elif name in _TRANSPARENT:
            yield from _blocks(child)


def _runs(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        name = local(child)
        if name == "r":
            yield child
        elif name in _TRANSPARENT:
            yield from _runs(child)


def _switch(element: etree._Element | None) -> bool:
    return element is not None and (value(element) or "1") not in {"0", "false", "off"}


def _label(counted: Counted | None) -> str:
    """What stands before the text; any bullet but a dash or a plus is "•", whatever font it is from."""
    if counted is None or not counted.label:
        return ""
    shown = _BULLETS.get(counted.label, "•") if counted.level.kind == BULLET else counted.label
    return shown + counted.level.gap
