"""Reads a PDF as a flow: letterhead, text, tables and closing block in reading order."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.finished_file import (
    BorderBox,
    FinishedFile,
    PageSection,
    PrintedFile,
    PrintedPage,
    Sides,
)
from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.pdf.column_paragraphs import (
    FIRST_TABLE,
    closing_paragraphs,
    head_paragraphs,
    table_paragraphs,
)
from danvan_desktop.inspection.pdf.error_messages import refusal
from danvan_desktop.inspection.pdf.font_family import font_family
from danvan_desktop.inspection.pdf.headers_footers import take_margins
from danvan_desktop.inspection.pdf.pages import MeasuredPage, measured_pages
from danvan_desktop.inspection.pdf.paragraphs import Setting, paragraphs
from danvan_desktop.inspection.pdf.rows import TextSegment, joined
from danvan_desktop.inspection.pdf.text_area import Area, find_area, find_indent, find_pitch
from danvan_desktop.inspection.pdf.zones import (
    Row,
    closing_columns,
    closing_start,
    ends_closing,
    grids_of,
    head_rows,
    is_closing_label,
    rules_below,
    whole_rows,
)
from danvan_desktop.inspection.recognition.closing import is_annex_label
from danvan_desktop.reading.limits import MEASURED_PDF
from danvan_desktop.reading.pdf import read_pdf
from danvan_desktop.reading.pdf.page import ForeignPdf, styles_of
from danvan_desktop.reading.pdf.scripts import has_script
from danvan_desktop.reading.unreadable import UnreadableFileError
from danvan_desktop.report.document_kinds import named_kind

_SAME_PAPER = 20
"""1 pt."""
_ASIDE = 680
"""12 mm: half of the most by which the left margin is wider than the right one, and some more."""


def read_paper(content: bytes, name: str) -> FinishedFile:
    """Return the whole file as a flow.

    Raises:
        UserError: it cannot be read, or there is nothing in it to measure.
    """
    try:
        file = read_pdf(content, MEASURED_PDF, tags=False)
    except UnreadableFileError as error:
        raise refusal(error, name) from error
    sheets = measured_pages(file.pages, name)
    take_margins(sheets)
    _part(sheets)
    reader = _Reader(sheets)
    return FinishedFile(
        sections=tuple(reader.section(index) for index in range(len(reader.areas))),
        paragraphs=tuple(reader.paragraphs()),
        has_text_boxes=False,
        has_comments=any(sheet.comments for sheet in sheets),
        has_tracked_changes=False,
        name=name,
        printed=PrintedFile(
            pages=tuple(map(_page, sheets)),
            sides=tuple(map(_sides, reader.areas)),
            pitch=reader.pitches[0],
            loose_fonts=_loose_fonts(file),
            is_encrypted=file.is_encrypted,
            has_javascript=file.has_javascript or has_script(content),
            has_form=file.has_form,
            unreadable=sum(sheet.unreadable for sheet in sheets),
            marked=sum(sheet.patches for sheet in sheets),
        ),
    )


def _loose_fonts(file: ForeignPdf) -> tuple[str, ...]:
    """Return the families of the fonts that are used but not embedded."""
    styles = styles_of(glyph for page in file.pages for glyph in page.glyphs)
    return tuple(sorted({font_family(s.font.name) for s in styles if not s.font.embedded}))


def _part(sheets: Sequence[MeasuredPage]) -> None:
    """Give each page its section: an annex or another size of paper begins a new one."""
    for above, sheet in pairwise(sheets):
        resized = max(abs(sheet.width - above.width), abs(sheet.height - above.height)) > _SAME_PAPER
        annex = bool(sheet.rows) and is_annex_label(joined(sheet.rows[0]).text)
        sheet.section = above.section + (resized or annex)


def _title_centre(lines: Sequence[TextSegment], width: float) -> float | None:
    """Return the middle of a tên loại or "Phụ lục" and the line below, where both are centred on one place.

    With lawful margins that is near the middle of the paper, whose ``width`` this is.
    """
    for title, below in pairwise(lines):
        if named_kind(title.text.strip()) or is_annex_label(title.text):
            same = abs(title.centre - below.centre) <= _SAME_PAPER
            return title.centre if same and abs(title.centre - width / 2) <= _ASIDE else None
    return None


def _sides(area: Area) -> Sides:
    return Sides(area.left_is_sure, area.right_is_sure)


def _page(sheet: MeasuredPage) -> PrintedPage:
    segments = [segment for row in sheet.rows for segment in row]
    grids = [grid for grid in grids_of(sheet.strokes) if len(grid.columns) == len(grid.rows) == 2]
    return PrintedPage(
        section=sheet.section,
        width=sheet.width,
        height=sheet.height,
        first=min((segment.top for segment in segments), default=None),
        last=max((segment.foot for segment in segments), default=None),
        numbers=tuple(sheet.numbers),
        boxes=tuple(BorderBox(grid.left, grid.top, grid.right, grid.bottom) for grid in grids),
    )


@frozen
class _Zone:
    """Consecutive rows of one kind: head, closing, table or text."""

    kind: str
    """head, closing, table or text."""
    section: int
    rows: tuple[Row, ...]
    cells: tuple[tuple[tuple[int, int], TextSegment], ...] = ()


class _Reader:
    """Segments all pages into zones, measures text areas, and yields sections and paragraphs."""

    def __init__(self, sheets: Sequence[MeasuredPage]) -> None:
        self._sheets = sheets
        self._rules = {
            (segment.page, segment.baseline): rules
            for sheet in sheets
            for segment, rules in rules_below(sheet.rows, sheet.strokes).items()
        }
        self.areas: list[Area] = []
        for section in range(sheets[-1].section + 1):
            lines, others = self._ink(section)
            of_section = next(sheet for sheet in sheets if sheet.section == section)
            alike = self.areas and abs(of_section.width - sheets[0].width) < _SAME_PAPER
            model = self.areas[0] if alike else None
            self.areas.append(find_area(lines, others, model, _title_centre(lines, of_section.width)))
        self._zones = list(self._all_zones())
        self._indent = find_indent(self._lines(0), self.areas[0])
        self.pitches = [find_pitch(self._lines(i), area) for i, area in enumerate(self.areas)]

    def _ink(self, section: int) -> tuple[list[TextSegment], list[TextSegment]]:
        """Return the lines that are alone on their row, and what stands side by side."""
        alone: list[TextSegment] = []
        others: list[TextSegment] = []
        for sheet in self._sheets:
            if sheet.section != section:
                continue
            grids = grids_of(sheet.strokes)
            head = head_rows(sheet.rows) if sheet.index == 0 else 0
            others += (segment for row in sheet.rows[:head] for segment in row)
            for row in sheet.rows[head:]:
                single = len(row) == 1 and not any(grid.holds(row[0]) for grid in grids)
                (alone if single else others).extend(row)
        return alone, others

    def _lines(self, section: int) -> list[TextSegment]:
        return [row[0] for s in self._zones if s.kind == "text" and s.section == section for row in s.rows]

    def section(self, index: int) -> PageSection:
        """Return the paper and margins of a section."""
        area = self.areas[index]
        sheets = [sheet for sheet in self._sheets if sheet.section == index]
        width, height = sheets[0].width, sheets[0].height
        pages = [page for page in map(_page, sheets) if page.first is not None and page.last is not None]
        return PageSection(
            width=round(width),
            height=round(height),
            top=round(min((page.first or 0 for page in pages), default=0)),
            bottom=round(height - max((page.last or 0 for page in pages), default=height)),
            left=round(area.left),
            right=round(width - area.right),
            first_page_differs=not sheets[0].numbers,
            number_start=None,
            number_format="decimal",
            numbers=(),
            first_page_numbers=(),
            stories=tuple(p for sheet in sheets for p in (*sheet.numbers, *sheet.running)),
        )

    # ------------------------------------------------------------------------------- stretches

    def _all_zones(self) -> Iterator[_Zone]:
        """Yield the whole file in stretches; rows of text that go on over the page stay together."""
        found = [zone for sheet in self._sheets for zone in self._of_sheet(sheet)]
        for (kind, section, _), group in groupby(
            enumerate(found),
            key=lambda at: (at[1].kind, at[1].section, at[0] if at[1].kind == "table" else 0),
        ):
            rows = [(zone.rows, zone.cells) for _, zone in group]
            yield _Zone(
                kind,
                section,
                tuple(row for rows_, _ in rows for row in rows_),
                tuple(cell for _, cells in rows for cell in cells),
            )

    def _of_sheet(self, sheet: MeasuredPage) -> Iterator[_Zone]:
        rows, area = sheet.rows, self.areas[sheet.section]
        start = head_rows(rows) if sheet.index == 0 else 0
        if start:
            yield _Zone("head", sheet.section, tuple(rows[:start]))
        if self._closing == sheet.section and rows:
            end = next(
                (i for i, row in enumerate(rows) if ends_closing(row, area.left, area.width)), len(rows)
            )
            self._closing = sheet.section if end == len(rows) else None
            yield _Zone("closing", sheet.section, tuple(map(closing_columns, rows[:end])))
            start = end
        label = next((i for i, row in enumerate(rows) if i >= start and is_closing_label(row)), None)
        if label is None or self._has_closed:
            yield from self._running(sheet, rows[start:])
            return
        self._closing, self._has_closed = sheet.section, True
        from_row = max(start, closing_start(rows, label, area.left, area.width))
        yield from self._running(sheet, rows[start:from_row])
        yield _Zone("closing", sheet.section, tuple(map(closing_columns, rows[from_row:])))

    _closing: int | None = None
    """The section whose last page so far ended inside the closing block."""
    _has_closed = False

    def _running(self, sheet: MeasuredPage, rows: Sequence[Row]) -> Iterator[_Zone]:
        """Yield text and tables of a page in turn."""
        grids = grids_of(sheet.strokes)
        rows = whole_rows(rows, grids)

        def home(row: Row) -> int | None:
            ruled = next(
                (i for i, grid in enumerate(grids) if all(grid.holds(segment) for segment in row)), None
            )
            return -1 if ruled is None and len(row) > 1 else ruled

        for table, group in groupby(rows, key=home):
            inside = tuple(group)
            if table is None:
                yield _Zone("text", sheet.section, inside)
                continue
            cells = tuple(
                (grids[table].cell(segment) if table >= 0 else (number, column), segment)
                for number, row in enumerate(inside)
                for column, segment in enumerate(row)
            )
            yield _Zone("table", sheet.section, inside, cells)

    # ------------------------------------------------------------------------------- paragraphs

    def paragraphs(self) -> Iterator[FlowParagraph]:
        """Yield the file's paragraphs in reading order."""
        for number, zone in enumerate(self._zones, start=FIRST_TABLE):
            section, area = zone.section, self.areas[zone.section]
            if zone.kind == "head":
                yield from head_paragraphs(zone.rows, self._sheets[0].strokes, self._sheets[0].width)
            elif zone.kind == "closing":
                yield from closing_paragraphs(zone.rows, area, section)
            elif zone.kind == "table":
                yield from table_paragraphs(zone.cells, number, section)
            else:
                pitch = self.pitches[section] or self.pitches[0]
                setting = Setting(area, pitch, self._indent, section)
                yield from paragraphs([row[0] for row in zone.rows], setting, self._rules)
