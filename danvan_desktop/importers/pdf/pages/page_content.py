"""Segments pages into text, tables, headers and footers; then puts text and tables in reading order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.importers.pdf.lines.paragraphs import PdfParagraph, RowJoiner
from danvan_desktop.importers.pdf.lines.rows import PdfRow, rows_of
from danvan_desktop.importers.pdf.lines.text_area import TextArea, text_area_of
from danvan_desktop.importers.pdf.pages.footnotes import Footnotes, move_to_citations, usual_size
from danvan_desktop.importers.pdf.pages.headers_footers import HeadersFooters, split_headers_footers
from danvan_desktop.importers.pdf.tables.grid import TableGrid, find_grids
from danvan_desktop.importers.pdf.tables.join_over_pages import ended, join_over_pages
from danvan_desktop.importers.pdf.tables.ruled_table import RuledTable, to_table
from danvan_desktop.importers.recognition.parts.kind_line import is_kind
from danvan_desktop.reading.pdf.line_numbers import without_line_numbers
from danvan_desktop.reading.pdf.page import PdfStroke
from danvan_desktop.reading.progress import stepped
from danvan_desktop.report.text.normalise import one_line

Item = PdfParagraph | RuledTable

_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:[IVX]{1,6}|\d{1,2}))?")
_OFF = 0.12
"""The share of the paper's width that the text area's middle may be off its own."""


@dataclass(slots=True)
class PageContent:
    """One page: its rows outside tables, its tables, its text area."""

    source: ImportedPage
    rows: list[PdfRow]
    tables: list[RuledTable]
    area: TextArea


@dataclass(slots=True)
class FileContent:
    """All pages of a file."""

    pages: list[PageContent]
    headers_footers: HeadersFooters
    unclear: list[str] = field(default_factory=list)
    """The first words of tables whose lines make no full grid; their text stays with the other rows."""
    footnotes: list[str] = field(default_factory=list)
    """Their texts, which stand where they are cited."""
    unruled: list[str] = field(default_factory=list)
    """The first words of tables that no lines draw."""
    wide: list[str] = field(default_factory=list)
    """The first column of each row with three or more outside any table."""
    all_rows: list[PdfRow] = field(default_factory=list)


def split_pages(pages: Sequence[ImportedPage], *, own: bool = False) -> FileContent:
    """Sort what lies on ``pages``; ``own``: they are of a PDF of this program."""
    pages, numbered = _without_line_numbers(pages)
    drawn = [find_grids(page.strokes) for page in stepped(pages)]
    rows = [
        rows_of(page, _no_borders(page.strokes, grids))
        for page, grids in stepped(list(zip(pages, drawn, strict=True)))
    ]
    grids = _tables_only(drawn)
    outside, tables = [], []
    unclear: list[str] = []
    for lines, found in stepped(zip(rows, grids, strict=True)):
        ruled, rest, bad = _tables(lines, found, own=own)
        tables.append(ruled)
        outside.append(rest)
        unclear += bad
    kept, headers_footers = split_headers_footers(pages, outside)
    headers_footers.numbered_lines = numbered
    usual = usual_size(kept)
    noted = [Footnotes(lines) if own else move_to_citations(lines, usual) for lines in kept]
    text_rows = [page.rows for page in noted]
    areas = _areas(pages, text_rows, tables)
    content = [PageContent(*parts) for parts in zip(pages, text_rows, tables, areas, strict=True)]
    footnotes = [text for page in noted for text in page.taken]
    return FileContent(
        content, headers_footers, unclear, footnotes=footnotes, all_rows=_all_rows(rows, kept, noted)
    )


def _without_line_numbers(pages: Sequence[ImportedPage]) -> tuple[list[ImportedPage], int]:
    """``pages`` without the numbers of lines in the margin of a draft, and how many there were."""
    found = [without_line_numbers(page.glyphs) for page in pages]
    bare = [
        replace(page, glyphs=glyphs) if count else page
        for page, (glyphs, count) in zip(pages, found, strict=True)
    ]
    return bare, sum(count for _, count in found)


def _all_rows(
    rows: Sequence[list[PdfRow]], kept: Sequence[list[PdfRow]], noted: Sequence[Footnotes]
) -> list[PdfRow]:
    """Every row of the file, those outside tables with the footnotes that they cite."""
    everything: list[PdfRow] = []
    for lines, outside, page in zip(rows, kept, noted, strict=True):
        gone = set(map(id, outside)) if page.taken else set()
        inside = [row for row in lines if id(row) not in gone]
        everything += sorted([*inside, *page.rows], key=lambda row: row.y) if gone else lines
    return everything


def _no_borders(strokes: Sequence[PdfStroke], grids: Sequence[TableGrid]) -> Sequence[PdfStroke]:
    """``strokes`` without the lines of tables, which lie as close below a text as an underline."""
    return (
        [stroke for stroke in strokes if not any(grid.draws(stroke) for grid in grids)] if grids else strokes
    )


def _tables_only(grids: list[list[TableGrid]]) -> list[list[TableGrid]]:
    """``grids`` without single boxes, but for one that goes on with a table over a page end."""
    kept = []
    for index, found in enumerate(grids):
        before = grids[index - 1][-1:] if index else []
        after = grids[index + 1][:1] if index + 1 < len(grids) else []
        last = [grid for grid in found[-1:] if after and grid.goes_on_in(after[0]) and not after[0].is_box]
        first = [grid for grid in found[:1] if before and before[0].goes_on_in(grid) and not before[0].is_box]
        kept.append([grid for grid in found if not grid.is_box or grid in last or grid in first])
    return kept


def _tables(
    rows: list[PdfRow], grids: list[TableGrid], *, own: bool
) -> tuple[list[RuledTable], list[PdfRow], list[str]]:
    """The tables of a page, the rows outside them, and the first words of grids that are not clear."""
    tables: list[RuledTable] = []
    unclear: list[str] = []
    rest = rows
    for grid in grids:
        inside = [row for row in rest if grid.holds(row.middle, row.y - 0.3 * row.size)]
        if not inside:
            continue
        table = to_table(grid, inside, own=own) if grid.is_clear else None
        if table is None:
            unclear.append(one_line(inside[0].text))
            continue
        tables.append(table)
        taken = set(map(id, inside))
        rest = [row for row in rest if id(row) not in taken]
    return tables, rest, unclear


def _areas(
    pages: Sequence[ImportedPage], rows: Sequence[list[PdfRow]], tables: Sequence[list[RuledTable]]
) -> list[TextArea]:
    """The text area of each page, measured over all pages of its size."""
    known: dict[tuple[int, int], TextArea] = {}
    sizes = [(round(page.width), round(page.height)) for page in pages]
    for size in set(sizes):
        alike = [index for index, other in enumerate(sizes) if other == size]
        lines = [row for index in alike for row in rows[index]]
        edges = [(table.grid.xs[0], table.grid.xs[-1]) for index in alike for table in tables[index]]
        known[size] = text_area_of(lines, edges, _middle(lines, pages[alike[0]].width))
    return [known[size] for size in sizes]


def _middle(rows: Sequence[PdfRow], width: float) -> float | None:
    """The middle of the tên loại or of the label of an annex: rows that are always centred."""
    for row in rows:
        if abs(row.middle - width / 2) <= _OFF * width and (is_kind(row.text) or _ANNEX.fullmatch(row.text)):
            return row.middle
    return None


def wide_rows(rows: Sequence[PdfRow]) -> list[str]:
    """What begins each baseline that bears three rows or more: a table without lines."""
    columns: dict[float, list[PdfRow]] = {}
    for row in rows:
        columns.setdefault(row.y, []).append(row)
    return [one_line(row[0].text) for row in columns.values() if len(row) >= 3]


def in_order(
    pages: Sequence[PageContent], rows: Sequence[PdfRow], tables: Sequence[RuledTable], *, own: bool
) -> list[Item]:
    """``rows`` as paragraphs, and ``tables`` between them, from the first page to the last.

    Some programs give what stands on the next page a block of its own: where no block of a file goes on over
    a page end, the lines say what does.
    """
    areas = {page.source.number: page.area for page in pages}
    items: list[Item] = []
    told = own or any(tag.came for page in pages for tag in page.source.tags.values())
    joiner = RowJoiner(tells_page_ends=told)
    elements: list[PdfRow | RuledTable] = [*rows, *tables]
    for element in sorted(elements, key=lambda element: (element.page, element.y)):
        if isinstance(element, PdfRow):
            joiner.add(element, areas[element.page])
            continue
        items += joiner.finish()
        last = items[-1] if items else None
        whole = join_over_pages(last, element) if isinstance(last, RuledTable) else None
        if whole is not None:
            items[-1] = whole
        else:
            items.append(element)
    items += joiner.finish()
    return [ended(item) if isinstance(item, RuledTable) else item for item in items]
