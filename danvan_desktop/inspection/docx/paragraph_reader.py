"""Paragraph of a finished Word file -> paragraph of the flow: text, formats, number, drawn lines."""

from danvan_desktop.inspection.docx.formats import paragraph_format, text_format
from danvan_desktop.inspection.flow import (
    DrawnLine,
    FlowParagraph,
    FlowPlace,
    FlowRun,
    ParagraphFormat,
    TextFormat,
)
from danvan_desktop.reading.docx.content import runs
from danvan_desktop.reading.docx.effective_properties import ParagraphProperties, RunProperties
from danvan_desktop.reading.docx.elements import Element, children, letters_of, local, value
from danvan_desktop.reading.docx.fields import FieldCodes
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.numbering import BULLET, ListNumber
from danvan_desktop.reading.docx.straight_lines import StraightLine, straight_lines
from danvan_desktop.reading.docx.style_hierarchy import StyleHierarchy

_A4_WIDTH = 11_906
_BULLETS = {"-": "-", "–": "-", "—": "-", "\uf02d": "-", "+": "+"}


class ParagraphReader:
    """Reads paragraphs in the order of the text, which counts the automatic numbers."""

    def __init__(self, styles: StyleHierarchy, codes: FieldCodes, page_width: int = _A4_WIDTH) -> None:
        self._styles = styles
        self._page_width = page_width
        self._codes = codes
        self._text_formats: dict[RunProperties, TextFormat] = {}
        self._paragraph_formats: dict[ParagraphProperties, ParagraphFormat] = {}

    def paragraph(self, element: Element, place: FlowPlace, table_style: str | None = None) -> FlowParagraph:
        """Read ``w:p``, which stands at ``place``, in a table of that style."""
        properties = element.find(w("pPr"))
        effective = self._styles.paragraph(properties, table_style)
        mark = self._text_format(
            self._styles.run(_mark_properties(properties), effective.style_id, table_style)
        )
        found = [
            FlowRun(text, self._text_format(self._run(run, effective, table_style)))
            for run in runs(element)
            if (text := self._text(run))
        ]
        found[:0] = self._number(properties, effective, table_style)
        form = self._paragraph_format(effective)
        return FlowParagraph(
            runs=tuple(run for run in found if not run.format.hidden),
            format=form,
            place=place,
            mark_size=mark.size,
            drawn=tuple(
                DrawnLine(line.length, _middle(line, form, place), line.solid)
                for line in straight_lines(element, place.width, self._page_width)
            ),
        )

    def _run(self, run: Element, paragraph: ParagraphProperties, table_style: str | None) -> RunProperties:
        return self._styles.run(run.find(w("rPr")), paragraph.style_id, table_style)

    def _number(
        self, properties: Element | None, paragraph: ParagraphProperties, table_style: str | None
    ) -> list[FlowRun]:
        """Return the automatic number as a run, none where there is no list."""
        membership = paragraph.membership
        if membership is None or membership.level is None:
            return []
        number = self._styles.run(
            _mark_properties(properties), paragraph.style_id, table_style, membership.level
        )
        counted = self._styles.numbering.count(membership.identifier, membership.place)
        return [FlowRun(_label(counted), self._text_format(number))]

    def _text(self, run: Element) -> str:
        """Return the run's text; the code of a field is no text, what it gave is."""
        return "".join(
            letters_of(part) if part in self._codes.loose else _characters(part)
            for part in children(run)
            if part not in self._codes.hidden
        )

    def _text_format(self, properties: RunProperties) -> TextFormat:
        if properties not in self._text_formats:
            self._text_formats[properties] = text_format(properties)
        return self._text_formats[properties]

    def _paragraph_format(self, properties: ParagraphProperties) -> ParagraphFormat:
        if properties not in self._paragraph_formats:
            self._paragraph_formats[properties] = paragraph_format(properties)
        return self._paragraph_formats[properties]


def _middle(line: StraightLine, form: ParagraphFormat, place: FlowPlace) -> float | None:
    """Return the middle of ``line`` from the paper's left edge."""
    if line.inline:
        centred = form.align == "center"
        return place.left + (form.left + form.first_line + place.width - form.right) / 2 if centred else None
    if line.middle is None:
        return None
    # In a cell Word counts from the cell whatever the file says ("layoutInCell").
    return line.middle if line.origin == "page" and place.table is None else place.left + line.middle


def _mark_properties(properties: Element | None) -> Element | None:
    """Return what formats the paragraph's own mark."""
    return None if properties is None else properties.find(w("rPr"))


def _characters(part: Element) -> str:
    name = local(part)
    if name == "t":
        return letters_of(part)
    if name in {"br", "cr"}:
        return "" if value(part, "type") in {"page", "column"} else "\n"
    if name == "sym":
        return _symbol(value(part, "char"))
    return {"tab": "\t", "noBreakHyphen": "-"}.get(name, "")


def _symbol(code: str | None) -> str:
    """Return the letter of a symbol font: in the private use area, as Word keeps it."""
    try:
        return chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _label(counted: ListNumber | None) -> str:
    """What stands before the text; any bullet but a dash or a plus is "•", whatever font it is from."""
    if counted is None or not counted.label:
        return ""
    shown = _BULLETS.get(counted.label, "•") if counted.level.kind == BULLET else counted.label
    return shown + counted.level.gap
