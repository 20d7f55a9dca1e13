"""Finds unruled tables (without borders): rows of three columns and more that are aligned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.importers.pdf.lines.runs import runs_of, without_bold
from danvan_desktop.importers.pdf.lines.text_area import TextArea
from danvan_desktop.importers.pdf.tables.grid import TableGrid
from danvan_desktop.importers.pdf.tables.ruled_table import RuledTable
from danvan_desktop.report.model import Alignment, Cell, Column, Runs, Table, plain

_FEWEST_COLUMNS = 3
_FEWEST_LINES = 3
"""With so many columns: two may stand below each other by chance."""
_AIR = 2.6
"""Pitches from row to row of one table at most."""
_CLOSE = 1.25
"""… and from line to line within a row."""
_SAME_SIZE = 0.7
_EXACTLY = 2.5
"""Points that a line may be off its column."""
_BOLD = 0.9
_Line = Sequence[PdfRow]
_Extent = tuple[float, float]


@dataclass(slots=True)
class UnruledTables:
    """The tables of a page that no lines draw, and the rows outside them."""

    tables: list[RuledTable] = field(default_factory=list)
    rest: list[PdfRow] = field(default_factory=list)


def find_unruled(rows: Sequence[PdfRow], area: TextArea) -> UnruledTables:
    """Part ``rows``, all of one page, from the tables among them."""
    found = UnruledTables()
    lines = [list(line) for _, line in groupby(sorted(rows, key=lambda r: (r.y, r.x0)), lambda row: row.y)]
    index = 0
    while index < len(lines):
        end, columns = _reach(lines, index, area)
        if end > index:
            found.tables.append(_table(lines[index:end], columns, area))
        else:
            end = index + 1
            found.rest += lines[index]
        index = end
    return found


def first_words(table: RuledTable) -> str:
    """The text of the first cell that is not empty."""
    cells = (cell for row in table.table.rows for cell in row if cell is not None)
    return next((plain(runs) for cell in cells for runs in cell.paragraphs if runs), "")


def _reach(lines: Sequence[_Line], start: int, area: TextArea) -> tuple[int, list[_Extent]]:
    """Where the table ends that begins at ``start``, and its columns; ``start`` where there is none."""
    if len(lines[start]) < _FEWEST_COLUMNS:
        return start, []
    columns = _merged([(row.x0, row.x1) for row in lines[start]])
    end = start + 1
    while end < len(lines) and _belongs(lines[end], lines[end - 1], columns, area):
        wider = _merged([*columns, *((row.x0, row.x1) for row in lines[end])])
        if len(wider) != len(columns):
            break
        columns, end = wider, end + 1
    full = sum(len(line) >= _FEWEST_COLUMNS for line in lines[start:end])
    return (end, columns) if full >= _FEWEST_LINES else (start, [])


def _belongs(line: _Line, above: _Line, columns: Sequence[_Extent], area: TextArea) -> bool:
    """Whether ``line`` may be one of the table: a row of it, or what had no room in the cells above."""
    gap = line[0].y - above[0].y
    if abs(line[0].size - above[0].size) > _SAME_SIZE or gap > _AIR * area.pitch:
        return False
    if len(line) >= _FEWEST_COLUMNS:
        return True
    return gap <= _CLOSE * area.pitch and all(_stands_in(row, columns) for row in line)


def _stands_in(row: PdfRow, columns: Sequence[_Extent]) -> bool:
    """Whether ``row`` begins, ends or stands where a column does."""
    return any(
        min(abs(row.x0 - left), abs(row.x1 - right), abs(row.middle - (left + right) / 2)) <= _EXACTLY
        for left, right in columns
    )


def _merged(extents: Sequence[_Extent]) -> list[_Extent]:
    """``extents`` with those that overlap made one, from left to right."""
    merged: list[_Extent] = []
    for left, right in sorted(extents):
        if merged and left <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _table(lines: Sequence[_Line], columns: Sequence[_Extent], area: TextArea) -> RuledTable:
    cells = list(_cells(lines, columns))
    header = int(all(row.bold >= _BOLD for cell in cells[0] for row in cell) and len(cells) > 1)
    rows = tuple(
        tuple(Cell((_text(cell, area, bold=index >= header),)) for cell in row)
        for index, row in enumerate(cells)
    )
    edges = [(left + right) / 2 for (_, left), (right, _) in pairwise(columns)]
    xs = (min(area.left, columns[0][0]), *edges, max(area.right, columns[-1][1]))
    made = tuple(
        Column(round(right - left, 1), _align([cell for row in cells[header:] if (cell := row[index])]))
        for index, (left, right) in enumerate(pairwise(xs))
    )
    first, last = lines[0][0], lines[-1][0]
    return RuledTable(
        first.page, TableGrid(xs, (first.y, last.y), ()), Table(0, made, rows, header_rows=header)
    )


def _cells(lines: Sequence[_Line], columns: Sequence[_Extent]) -> Iterator[list[list[PdfRow]]]:
    """The rows of text in each cell; a line that says nothing in the first column goes on with a row."""
    row: list[list[PdfRow]] = []
    for line in lines:
        places = [_column(part, columns) for part in line]  # two may stand in a column that others made wide
        if row and 0 in places:
            yield row
            row = []
        row = row or [[] for _ in columns]
        for place, part in zip(places, line, strict=True):
            row[place].append(part)
    yield row


def _column(row: PdfRow, columns: Sequence[_Extent]) -> int:
    return next(index for index, (left, right) in enumerate(columns) if left <= row.middle <= right)


def _text(cell: Sequence[PdfRow], area: TextArea, *, bold: bool) -> Runs:
    if not cell:
        return ()
    runs = runs_of(cell, spaces_kept=area.spaces_kept)
    return runs if bold else without_bold(runs)


def _align(cells: Sequence[Sequence[PdfRow]]) -> Alignment:
    """The side at which the cells of a column stand below each other most exactly."""
    rows = [row for cell in cells for row in cell]
    if not rows:
        return "left"
    sides: dict[Alignment, list[float]] = {
        "left": [row.x0 for row in rows],
        "right": [row.x1 for row in rows],
        "center": [row.middle for row in rows],
    }
    return min(sides, key=lambda side: max(sides[side]) - min(sides[side]))
