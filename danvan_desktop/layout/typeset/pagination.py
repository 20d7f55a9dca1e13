"""Pagination: lines, rules and table rows are distributed to pages, in one pass (DOCUMENT -> PAGES).

What the pages of Word (mode 14) and LibreOffice do is done here too: a line fits if it ends above the
bottom margin (the room after it may hang over), the room before a paragraph vanishes at the top of a
page except the first, and of a paragraph's first and last two lines none stands alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from danvan_desktop.fonts import FontSet
from danvan_desktop.gc_pause import gc_paused
from danvan_desktop.layout.document import (
    Document,
    DocumentPart,
    GridTable,
    NamedStyle,
    PageSetup,
    Span,
    StyledParagraph,
    Twips,
)
from danvan_desktop.layout.nd30 import LINE_NUMBER_GAP, RULE_THICKNESS
from danvan_desktop.layout.pages import Fragment, Line, LineNumber, Page, Pages, Stroke, TableSlice
from danvan_desktop.layout.typeset.boxes import Box, CellBorder, Glue, text_boxes
from danvan_desktop.layout.typeset.paragraph_lines import baseline, set_lines
from danvan_desktop.layout.typeset.table_rows import table_boxes

_IN_THE_FLOW = 2
"""Steps in the path of a line that is not in a table: its part, its place in the flow."""


@gc_paused()
def typeset(document: Document, fonts: FontSet) -> Pages:
    """``document`` broken into lines and pages with the widths of ``fonts``."""
    pages: list[Page] = []
    for index, part in enumerate(document.parts):
        pages.extend(_typeset_part(index, part, fonts))
    return Pages(document, tuple(pages))


def _typeset_part(index: int, part: DocumentPart, fonts: FontSet) -> Iterator[Page]:
    setup = part.setup
    filler = _PageFiller(setup)
    for cluster in _clusters(_part_boxes(index, part, fonts), Glue.NONE):
        filler.place(cluster)
    for number, filled in enumerate(filler.done, start=1):
        head = _page_number(number, part.page_number, setup, fonts) if number > 1 else None
        yield Page(
            part=index,
            number=number,
            width=setup.width,
            height=setup.height,
            lines=tuple(filled.lines),
            strokes=tuple(dict.fromkeys(filled.strokes)),
            page_number=head,
            page_number_baseline=setup.header + baseline(part.page_number.pitch) if head else 0,
            repeated_lines=tuple(filled.repeated_lines),
            tables=tuple(filled.tables),
            line_numbers=tuple(_line_numbers(filled.lines, part, fonts)),
        )


def _part_boxes(index: int, part: DocumentPart, fonts: FontSet) -> list[Box]:
    """Everything in the flow of ``part`` as boxes, in order."""
    setup = part.setup
    boxes: list[Box] = []
    for place, block in enumerate(part.flow):
        path = (index, place)
        if isinstance(block, GridTable):
            boxes.extend(table_boxes(block, path, setup.left, _body_height(setup), fonts))
        else:
            boxes.extend(text_boxes(block, path, setup.left, setup.text_width, fonts))
    return boxes


def _body_height(setup: PageSetup) -> Twips:
    return setup.height - setup.top - setup.bottom


def _clusters(boxes: list[Box], loose: Glue) -> Iterator[list[Box]]:
    """Runs of boxes that hold together by more than ``loose`` glue."""
    cluster: list[Box] = []
    for box in boxes:
        cluster.append(box)
        if box.glue <= loose:
            yield cluster
            cluster = []
    if cluster:
        yield cluster


class _FilledPage:
    """A page being filled."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.strokes: list[Stroke] = []
        self.repeated_lines: list[Line] = []
        self.tables: list[TableSlice] = []


class _PageFiller:
    """The pages of one part, filled from top to bottom."""

    def __init__(self, setup: PageSetup) -> None:
        self.done = [_FilledPage()]
        self._top = setup.top
        self._bottom = setup.height - setup.bottom
        self._y = setup.top
        self._fresh = True
        """Nothing stands on the current page yet."""
        self._open: list[CellBorder] = []
        """Cells that go on below the last box."""

    def place(self, cluster: list[Box], loose: Glue = Glue.NONE) -> None:
        """Lay ``cluster`` on one page, a new one if need be; higher than a page it lets go, weakest first."""
        height = _height(cluster) + _last_border(cluster[-1])
        if height > self._bottom - self._top - _header_height(cluster[0]) and len(cluster) > 1:
            looser = Glue(loose + 1)
            for part in _clusters(cluster, looser):
                self.place(part, looser)
            return
        if not self._fresh and self._y + cluster[0].before + height > self._bottom:
            self._turn()
        self._put(cluster[0], self._before(cluster[0], height))
        for box in cluster[1:]:
            self._put(box, box.before)

    def _before(self, box: Box, height: Twips) -> Twips:
        """The room above ``box``: none at the top of a page, except the first if it can be had there."""
        if not self._fresh:
            return box.before
        if len(self.done) > 1:
            return 0
        return min(box.before, max(0, self._bottom - self._top - height))

    def _turn(self) -> None:
        for frame in self._open:
            self.done[-1].strokes.append(Stroke(frame.x1, self._y, frame.x2, self._y, RULE_THICKNESS))
        self.done.append(_FilledPage())
        self._y = self._top
        self._fresh = True

    def _put(self, box: Box, before: Twips) -> None:
        self._y += before
        if box.rows and self._fresh and len(self.done) > 1:
            for header in box.rows.header:
                self._draw(header, self.done[-1].repeated_lines)
        self._draw(box, self.done[-1].lines)
        self._note_rows(box)
        self._y += box.after
        self._fresh = False

    def _draw(self, box: Box, lines: list[Line]) -> None:
        y = self._y
        for placed in box.lines:
            top = y + placed.top
            line = placed.line
            base = top + baseline(placed.paragraph.style.pitch)
            lines.append(Line(placed.path, placed.paragraph, top, base, line.fragments, line.start, line.end))
        strokes = self.done[-1].strokes
        strokes.extend(replace(stroke, y1=stroke.y1 + y, y2=stroke.y2 + y) for stroke in box.strokes)
        for frame in box.frames:
            strokes.extend(_outline(frame, y, at_top=self._fresh))
        self._open = [frame for frame in box.frames if frame.goes_on]
        self._y += box.height

    def _note_rows(self, box: Box) -> None:
        """Remember which rows of the table stand on this page."""
        if box.rows is None:
            return
        rows, tables = box.rows, self.done[-1].tables
        if tables and tables[-1].path == rows.path:
            before = tables.pop()
            first, repeated = before.first_row, before.repeated
        else:
            first = rows.first
            continued = self._fresh and len(self.done) > 1
            repeated = sum(h.rows.last - h.rows.first + 1 for h in rows.header if h.rows) if continued else 0
        tables.append(TableSlice(rows.path, rows.table, first, rows.last, repeated))


def _height(cluster: list[Box]) -> Twips:
    """From the top of the first box to the bottom of the last."""
    inner = sum(box.after + following.before for box, following in pairwise(cluster))
    return inner + sum(box.height for box in cluster)


def _last_border(box: Box) -> Twips:
    """The line below the last row of a page has to find room too, in LibreOffice and in Word."""
    return RULE_THICKNESS if box.rows and box.rows.table.borders else 0


def _header_height(box: Box) -> Twips:
    return sum(header.height for header in box.rows.header) if box.rows else 0


def _outline(frame: CellBorder, y: Twips, *, at_top: bool) -> Iterator[Stroke]:
    """The sides of ``frame`` whose box is at ``y``; none between the parts of a cell on one page."""
    x1, y1, x2, y2 = frame.x1, frame.y1 + y, frame.x2, frame.y2 + y
    if at_top or not frame.is_rest:
        yield Stroke(x1, y1, x2, y1, RULE_THICKNESS)
    if not frame.goes_on:
        yield Stroke(x1, y2, x2, y2, RULE_THICKNESS)
    yield Stroke(x1, y1, x1, y2, RULE_THICKNESS)
    yield Stroke(x2, y1, x2, y2, RULE_THICKNESS)


def _page_number(number: int, style: NamedStyle, setup: PageSetup, fonts: FontSet) -> Fragment:
    return _figure(number, style, setup.left, setup.text_width, fonts)


def _figure(number: int, style: NamedStyle, left: Twips, width: Twips, fonts: FontSet) -> Fragment:
    paragraph = StyledParagraph(style, (Span(str(number), bold=style.bold, italic=style.italic),))
    return set_lines(paragraph, left, width, fonts)[0].fragments[0]


def _line_numbers(lines: list[Line], part: DocumentPart, fonts: FontSet) -> Iterator[LineNumber]:
    """The numbers of a page's lines; as in Word, lines in tables have none."""
    if part.line_number is None:
        return
    room = part.setup.left - LINE_NUMBER_GAP
    numbered = (line for line in lines if len(line.path) == _IN_THE_FLOW)
    for number, line in enumerate(numbered, start=1):
        yield LineNumber(_figure(number, part.line_number, 0, room, fonts), line.baseline)
