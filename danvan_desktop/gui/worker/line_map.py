"""Line map: which printed line is which part of the report, for clicks in the preview and cursor sync."""

from collections.abc import Iterator, Mapping

from danvan_desktop.gui.worker.messages import LinePlace, PageMap
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.spans import bookmark
from danvan_desktop.layout.document import Document, GridTable, StyledParagraph
from danvan_desktop.layout.pages import Line, Page, Pages
from danvan_desktop.report import model
from danvan_desktop.report.model import Report
from danvan_desktop.report.text.utf16 import utf16_length
from danvan_desktop.report.walk import every_block

_FIELDS: Mapping[str, str] = {
    "kind": "kind",
    "subject": "subject",
    "address": "addressees",
    "legal": "legal_bases",
}
"""Where a paragraph without a bookmark comes from, by the first word of its style's name."""
_NAMES_WHAT_FOLLOWS = {"caption", "part", "part_title"}
_AREAS: Mapping[str, str] = {"letterhead": "letterhead", "closing": "signature"}
_AREA_FIELDS: Mapping[str, str] = {
    "parent_agency": "letterhead.parent_agency",
    "agency": "letterhead.agency",
    "number": "letterhead.symbol",
    "date": "letterhead.place",
    "date_small": "letterhead.place",
    "recipients_label": "recipients",
    "recipient": "recipients",
    "signing": "signature.lines",
    "other_position": "signature.other_position",
    "signer": "signature.signer",
    "signer_below": "signature.signer",
}
"""The field that a line of these areas comes from, by its style; of two the one that is never locked."""
_FILING = f"- Lưu: {nd30.FILING_OFFICE}"
_ITEM_LABELS = ("-", "+")


def page_maps(pages: Pages, report: Report) -> tuple[PageMap, ...]:
    """The map of every page of ``report`` as set in ``pages``."""
    places = _Places(pages.document, report)
    return tuple(
        PageMap(page.width, page.height, tuple(places.line(line) for line in page.lines), look_of(page))
        for page in pages.pages
    )


def look_of(page: Page) -> int:
    """Return the same number for pages of this process that look the same.

    The hash of what is drawn alone: that of the page counts a whole paragraph for each of its lines.
    """
    lines = tuple((line.baseline, line.fragments) for line in (*page.lines, *page.repeated_lines))
    number = (page.page_number, page.page_number_baseline)
    return hash((page.width, page.height, lines, page.strokes, number, page.line_numbers))


class _Offsets:
    """Where lines begin and end as Qt counts; each goes on from the one before it in its paragraph."""

    def __init__(self) -> None:
        self._paragraph: StyledParagraph | None = None
        self._text = ""
        self._end = self._counted = 0

    def of(self, line: Line) -> tuple[int, int]:
        if line.paragraph is not self._paragraph or line.start < self._end:
            self._paragraph, self._text = line.paragraph, line.paragraph.text
            self._end = self._counted = 0
        start = self._counted + utf16_length(self._text[self._end : line.start])
        self._counted = start + utf16_length(self._text[line.start : line.end])
        self._end = line.end
        return start, self._counted


class _Places:
    """Looks up the place in the report of every paragraph of a composed document."""

    def __init__(self, document: Document, report: Report) -> None:
        self._marks = dict(_marks(report))
        self._flows = [tuple(part.flow) for part in document.parts]
        self._of_flow = [list(self._along(flow)) for flow in self._flows]
        self._offsets = _Offsets()

    def line(self, line: Line) -> LinePlace:
        part, index, *rest = line.path
        place, before = self._of_flow[part][index]
        if place in _AREAS.values():
            place, rest = _field_of(line.paragraph, place), []
        start, end = self._offsets.of(line)
        fragments = line.fragments
        return LinePlace(
            line.top,
            line.top + line.paragraph.style.pitch,
            fragments[0].x if fragments else 0,
            fragments[-1].x + fragments[-1].width if fragments else 0,
            place,
            (rest[0], rest[1], rest[2]) if rest else None,
            start - before,
            end - before,
        )

    def _along(self, flow: tuple[object, ...]) -> Iterator[tuple[str, int]]:
        """The place of each element of ``flow`` and how many letters stand before its own text."""
        heading = ""
        for index, element in enumerate(flow):
            place, before = self._place(element)
            if place.startswith(("section:", "annex:")):
                heading = place
            yield place or self._below(flow, index) or heading, before

    def _place(self, element: object) -> tuple[str, int]:
        if isinstance(element, GridTable):
            return _AREAS.get(element.name) or self._marks.get(element.bookmark or "", ("", ""))[0], 0
        if not isinstance(element, StyledParagraph):
            return "", 0
        if element.bookmark is None:
            return _FIELDS.get(element.style.name.partition("_")[0], ""), 0
        place, label = self._marks.get(element.bookmark, ("", ""))
        return place, utf16_length(label) if label and element.text.startswith(label) else 0

    def _below(self, flow: tuple[object, ...], index: int) -> str:
        """The place of what ``flow[index]`` is the name of: a table, the first Mục of a Phần."""
        element = flow[index]
        if not isinstance(element, StyledParagraph) or element.style.name not in _NAMES_WHAT_FOLLOWS:
            return ""
        return next(filter(None, (self._place(below)[0] for below in flow[index + 1 :])), "")


def field_of_line(line: Line) -> str:
    """The field that a line of letterhead or closing comes from; "" for what no field holds."""
    paragraph = line.paragraph
    known = _FIELDS.get(paragraph.style.name.partition("_")[0], "")
    return known or _field_of(paragraph, "")


def _field_of(paragraph: StyledParagraph, area: str) -> str:
    """The field that a line of the letterhead or the closing block comes from; the whole area for none."""
    if paragraph.text.startswith(_FILING):
        return "filing.unit"
    return _AREA_FIELDS.get(paragraph.style.name, area)


def _marks(report: Report) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each bookmark with its place and with what is printed before its own text."""
    for section in report.sections:
        yield bookmark(section.id), (f"section:{section.id}", f"{section.number} " if section.number else "")
    for annex in report.annexes:
        yield bookmark(annex.id), (f"annex:{annex.id}", "")
    for _, block in every_block(report):
        yield bookmark(block.id), (f"block:{block.id}", _label(block))


def _label(block: model.Block) -> str:
    if not isinstance(block, model.Paragraph):
        return ""
    label = _ITEM_LABELS[min(block.level, 2) - 1] if block.role == "item" else block.number
    return f"{label} " if label else ""
