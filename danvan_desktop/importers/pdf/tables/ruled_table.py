"""Fills the grid of a ruled table with text: cells, header rows, column alignment."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.pdf.lines.rows import PdfRow, joined, split_at
from danvan_desktop.importers.pdf.lines.runs import runs_of, without_bold
from danvan_desktop.importers.pdf.tables.grid import Span, TableGrid
from danvan_desktop.importers.recognition.lines.list_markers import parse_mark
from danvan_desktop.report.model import Alignment, Cell, Column, Runs, Table

_AIR = 1.45
"""Ems from row to row in a cell above which a paragraph ends, to the usual pitch."""
_PADDING = 7.5
"""Points: no cell has more room at its sides."""
NEAR = 1.5
"""Points: edges so close are one."""
_BOLD = 0.9


@dataclass(frozen=True)
class RuledTable:
    """A table on one page; :func:`join_over_pages` makes those of a page break one."""

    page: int
    grid: TableGrid
    table: Table
    repeated: tuple[str, ...] = ()
    """Header rows that stood again on a later page."""
    open_spans: tuple[tuple[int, int], ...] = ()
    """Columns whose last cell covers rows of the next page too, and how many, as the file says."""

    @property
    def y(self) -> float:
        """Where it begins."""
        return self.grid.ys[0]


@frozen
class _Box:
    """A table cell: its span in the grid, its edges, its rows of text."""

    span: Span
    left: float
    right: float
    rows: tuple[PdfRow, ...]


def to_table(grid: TableGrid, rows: Sequence[PdfRow], *, own: bool) -> RuledTable | None:
    """The table of ``grid`` with ``rows`` in its cells; None where there is no text in it.

    ``own``: the file is ours and its tags say which cells are headers; another's may just not say it.
    """
    boxes = list(_boxes(grid, rows))
    if not any(box.rows for box in boxes):
        return None
    height, width = len(grid.ys) - 1, len(grid.xs) - 1
    header = _header_rows(boxes, height, own=own)
    places: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for box in boxes:
        row, column, down, across = box.span
        paragraphs = tuple(_paragraphs(box))
        if row < header:
            paragraphs = tuple(map(without_bold, paragraphs))
        places[row][column] = Cell(paragraphs or ((),), rows=down, cols=across)
    body = [box for box in boxes if box.span[0] >= header]
    columns = tuple(
        Column(share=round(right - left, 1), align=_align([box for box in body if _fills(box, index)]))
        for index, (left, right) in enumerate(pairwise(grid.xs))
    )
    page = rows[0].page
    table = Table(0, columns, tuple(map(tuple, places)), header_rows=header)
    if not own:
        return RuledTable(page, grid, table)
    more = _rows_without_a_line(boxes, height)
    return RuledTable(page, grid, with_rows_within(table, more), open_spans=tuple(_to_come(boxes, more)))


def with_rows_within(table: Table, more: Sequence[int]) -> Table:
    """``table`` with so many ``more`` rows in each of its rows, covered by the cells that are there."""
    if not any(more):
        return table
    rows: list[tuple[Cell | None, ...]] = []
    for index, row in enumerate(table.rows):
        grown = tuple(
            cell and replace(cell, rows=cell.rows + sum(more[index : index + cell.rows])) for cell in row
        )
        rows += [grown, *[(None,) * len(row)] * more[index]]
    header = table.header_rows + sum(more[: table.header_rows])
    return replace(table, rows=tuple(rows), header_rows=header)


def _rows_without_a_line(boxes: Sequence[_Box], height: int) -> list[int]:
    """How many rows each row of the grid holds besides itself: all its cells cover them, so no line shows.

    Only the file tells, by how many rows it says that a cell covers. Those of the last row may stand on the
    next page as well (:func:`_to_come`).
    """
    more = [0] * height
    for row in range(height - 1):
        ends = [box for box in boxes if box.span[0] + box.span[2] == row + 1]
        found = [_stated_rows(box) - box.span[2] - sum(more[box.span[0] : row]) for box in ends if box.rows]
        more[row] = max(0, min(found, default=0))
    return more


def _stated_rows(box: _Box) -> int:
    return max((line.tag.rows for line in box.rows if line.tag and not line.tag.came), default=1)


def _to_come(boxes: Sequence[_Box], more: Sequence[int]) -> Iterator[tuple[int, int]]:
    for box in boxes:
        row, column, down, _ = box.span
        here = down + sum(more[row : row + down])
        if row + down == len(more) and _stated_rows(box) > here:
            yield column, _stated_rows(box) - here


def _boxes(grid: TableGrid, rows: Sequence[PdfRow]) -> Iterator[_Box]:
    owners = {(r, c): span for span in grid.cells for r, c in _places(span)}
    found: dict[Span, list[PdfRow]] = {span: [] for span in grid.cells}
    for row in rows:
        for part in _parts(row, grid.xs):
            place = grid.place(part.middle, part.y - 0.3 * part.size)
            found[owners[place]].append(part)
    for span, parts in found.items():
        _, column, _, across = span
        yield _Box(span, grid.xs[column], grid.xs[column + across], tuple(_lines(parts)))


def _places(span: Span) -> Iterator[tuple[int, int]]:
    row, column, rows, columns = span
    return ((r, c) for r in range(row, row + rows) for c in range(column, column + columns))


def _parts(row: PdfRow, edges: Sequence[float]) -> Iterator[PdfRow]:
    """``row`` cut where a line of the table stands."""
    rest: PdfRow | None = row
    for edge in edges[1:-1]:
        if rest is not None and rest.x0 < edge < rest.x1:
            left, rest = split_at(rest, edge)
            if left is not None:
                yield left
    if rest is not None:
        yield rest


def _lines(parts: Sequence[PdfRow]) -> Iterator[PdfRow]:
    """The rows of one cell, those on one baseline made one."""
    for y in sorted({part.y for part in parts}):
        yield joined([part for part in parts if part.y == y])


def _header_rows(boxes: Sequence[_Box], height: int, *, own: bool) -> int:
    """How many rows from the top are headers: as the file says, or those all in bold."""
    tagged = all(row.tag is not None for box in boxes for row in box.rows)
    ends = [b.span[0] + b.span[2] for b in boxes if any(r.tag and r.tag.header for r in b.rows)]
    if own and (ends or tagged):
        return min(max(ends, default=0), height)
    return (_all_tagged_headers(boxes, height) if ends else 0) or _all_bold(boxes, height)


def _all_tagged_headers(boxes: Sequence[_Box], height: int) -> int:
    """How many rows from the top hold header cells alone: those of a first column head rows, not columns."""
    for count in range(height):
        rows = [row for box in _across(boxes, count) for row in box.rows]
        if not rows or not all(row.tag is not None and row.tag.header for row in rows):
            return count
    return height


def _all_bold(boxes: Sequence[_Box], height: int) -> int:
    """How many rows from the top are all bold; one with a single text below them is a title within."""
    count = 0
    while count < height - 1:
        here = _across(boxes, count)
        texts = [box for box in here if box.rows]
        reached = any(box.span[0] < count for box in here)
        if not texts or any(row.bold < _BOLD for box in texts for row in box.rows):
            break
        if count and len(texts) == 1 and not reached:
            break
        count = max(count + 1, *(box.span[0] + box.span[2] for box in here if box.span[2] < height))
    return min(count, height)


def _across(boxes: Sequence[_Box], row: int) -> list[_Box]:
    """The cells that ``row`` goes through."""
    return [box for box in boxes if box.span[0] <= row < box.span[0] + box.span[2]]


def _paragraphs(box: _Box) -> Iterator[Runs]:
    paragraph: list[PdfRow] = []
    for row in box.rows:
        if paragraph and _begins(paragraph[-1], row, box):
            yield runs_of(paragraph, spaces_kept=True)
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield runs_of(paragraph, spaces_kept=True)


def _begins(above: PdfRow, row: PdfRow, box: _Box) -> bool:
    """Whether ``row`` begins a paragraph in its cell."""
    if above.tag is not None and row.tag is not None:
        return above.tag.key != row.tag.key
    if row.y - above.y > _AIR * max(above.size, row.size):
        return True
    mark = parse_mark(row.text)
    if mark is not None and mark.plain and mark.kind in {"dash", "plus", "decimal", "point"}:
        return True
    room = box.right - box.left - 2 * _side(box)
    return above.x1 - above.x0 + 0.25 * row.size + row.first_word < room - NEAR


def _side(box: _Box) -> float:
    """The room at the sides of the cell."""
    nearest = min(min(row.x0 - box.left, box.right - row.x1) for row in box.rows)
    return min(max(nearest, 0.0), _PADDING)


def _fills(box: _Box, column: int) -> bool:
    return box.span[1] == column and box.span[3] == 1 and bool(box.rows)


def _align(boxes: Sequence[_Box]) -> Alignment:
    """How most cells of a column are aligned."""
    votes: Counter[Alignment] = Counter()
    for box in boxes:
        for row in box.rows:
            left, right = row.x0 - box.left, box.right - row.x1
            if abs(left - right) <= NEAR:
                votes["center"] += left > _PADDING
            else:
                votes["left" if left < right else "right"] += 1
    if not votes:
        return "left"
    best, count = votes.most_common(1)[0]
    return best if count else "left"
