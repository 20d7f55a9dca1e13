"""Table layout: row heights, text of the cells, merged cells, repeated header rows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from danvan_desktop.fonts import FontSet
from danvan_desktop.frozen import frozen
from danvan_desktop.layout.document import GridCell, GridTable, Twips
from danvan_desktop.layout.nd30 import HELD_ROWS_HEIGHT, RULE_THICKNESS
from danvan_desktop.layout.typeset.boxes import (
    Box,
    CellBorder,
    Glue,
    PlacedLine,
    TableRows,
    stack,
    text_boxes,
)

HEADER_SHARE = 2
"""Header rows are repeated only while they take at most 1/2 of a page."""


@frozen
class _SetCell:
    row: int
    cell: GridCell
    x1: Twips
    x2: Twips
    content: Box
    """Its text, from y = 0; ``height`` is what it needs."""

    @property
    def end(self) -> int:
        return self.row + self.cell.rows


def table_boxes(
    table: GridTable, path: tuple[int, ...], left: Twips, page_room: Twips, fonts: FontSet
) -> list[Box]:
    """The boxes of ``table``: one for each group of rows tied by cells that span them.

    A group higher than ``page_room`` is split between lines, so that no text is lost.
    """
    edges = list(accumulate(table.columns, initial=left))
    cells = list(_set_cells(table, path, edges, fonts))
    heights = _row_heights(len(table.rows), cells)
    groups = [
        _group_box(table, path, cells, heights, rows)
        for rows in _groups(len(table.rows), cells, table.parted)
    ]
    boxes = _with_headers(groups, table.header_rows, page_room)
    if not boxes:
        return []
    boxes[0].before = table.before
    boxes[-1].after = table.after + _edge(table)
    _hold_rows(boxes, table)
    if table.keep_next:
        # What follows, be it only the paragraph that Word wants below, must not start a page of its own.
        boxes[-1].height += table.after
        boxes[-1].after -= table.after
    return boxes


def parted_rows(table: GridTable, fonts: FontSet) -> Iterator[int]:
    """Rows of ``table`` after which a page may end though a cell goes on below.

    Of rows that are too high to be held together; the cell's text is over by then.
    """
    if all(cell is None or cell.rows == 1 for row in table.rows for cell in row):
        return
    cells = list(_set_cells(table, (), list(accumulate(table.columns, initial=0)), fonts))
    tops = list(accumulate(_row_heights(len(table.rows), cells), initial=0))
    for first, last in _groups(len(table.rows), cells):
        if tops[last + 1] - tops[first] <= HELD_ROWS_HEIGHT:
            continue
        over = [(item, tops[item.row] + item.content.height) for item in cells if first <= item.row <= last]
        for row in range(max(first, table.header_rows), last):
            crossing = (bottom for item, bottom in over if item.row <= row < item.end - 1)
            if all(bottom <= tops[row + 1] for bottom in crossing):
                yield row


def _hold_rows(boxes: list[Box], table: GridTable) -> None:
    least = Glue.TOGETHER if table.keep_together or table.keep_next else Glue.WIDOW
    held = table.held()
    for box in boxes:
        if box.rows and held[box.rows.last]:
            box.glue = max(box.glue, least)


def _edge(table: GridTable) -> Twips:
    """How much a border adds to the height of a row, above its text, as in LibreOffice and Word."""
    return RULE_THICKNESS if table.borders else 0


def _set_cells(
    table: GridTable, path: tuple[int, ...], edges: list[Twips], fonts: FontSet
) -> Iterator[_SetCell]:
    for row, places in enumerate(table.rows):
        for column, cell in enumerate(places):
            if cell is None:
                continue
            x1, x2 = edges[column], edges[min(column + cell.cols, len(edges) - 1)]
            content = Box(height=_edge(table))
            for index, block in enumerate(cell.content):
                place = (*path, row, column, index)
                room = x2 - x1 - 2 * table.padding
                boxes = text_boxes(block, place, x1 + table.padding, room, fonts)
                content.height = stack(content, boxes, content.height)
            yield _SetCell(row, cell, x1, x2, content)


def _row_heights(count: int, cells: list[_SetCell]) -> list[Twips]:
    heights = [0] * count
    for item in cells:
        if item.cell.rows == 1:
            heights[item.row] = max(heights[item.row], item.content.height)
    for item in cells:
        if item.cell.rows > 1:
            last = min(item.end, count)
            heights[last - 1] += max(0, item.content.height - sum(heights[item.row : last]))
    return heights


def _groups(
    count: int, cells: list[_SetCell], parted: frozenset[int] = frozenset()
) -> Iterator[tuple[int, int]]:
    """First and last row of each group that no page break may divide."""
    reach = list(range(1, count + 1))
    for item in cells:
        reach[item.row] = max(reach[item.row], min(item.end, count))
    first, end = 0, 0
    for row in range(count):
        end = max(end, reach[row])
        if row + 1 == end or row in parted:
            yield first, row
            first = row + 1


def _group_box(
    table: GridTable,
    path: tuple[int, ...],
    cells: list[_SetCell],
    heights: list[Twips],
    rows: tuple[int, int],
) -> Box:
    first, last = rows
    tops = list(accumulate(heights[first : last + 1], initial=0))
    box = Box(height=tops[-1], rows=TableRows(path, table, first, last))
    for item in cells:
        begin, end = max(item.row, first), min(item.end, last + 1)
        if begin >= end:
            continue
        if begin == item.row:
            stack(box, [item.content], tops[begin - first])
        if table.borders:
            y1, y2 = tops[begin - first], tops[end - first]
            box.frames.append(
                CellBorder(item.x1, y1, item.x2, y2, goes_on=end < item.end, is_rest=begin > item.row)
            )
    box.lines.sort(key=lambda line: line.path)
    return box


def _with_headers(groups: list[Box], header_rows: int, page_room: Twips) -> list[Box]:
    """``groups`` with the header rows tied to what follows and remembered for repetition; tall ones split."""
    header = [box for box in groups if box.rows and box.rows.last < header_rows]
    for box in header:
        box.glue = Glue.TITLE
    height = sum(box.height for box in header)
    if not header or height * HEADER_SHARE > page_room:
        header, height = [], 0
    boxes: list[Box] = []
    for index, box in enumerate(groups):
        if box.rows and index >= len(header):
            box.rows = replace(box.rows, header=tuple(header))
        boxes.extend(_split(box, page_room - height) if box.height > page_room - height else [box])
    return boxes


def _split(box: Box, room: Twips) -> Iterator[Box]:
    """``box`` in pieces of at most ``room``, divided between lines."""
    taken: list[PlacedLine] = []
    start = 0
    for line in sorted(box.lines, key=lambda line: line.top):
        if taken and _bottom(line) > start + room:
            yield _piece(box, taken, start, max(line.top, *map(_bottom, taken)))
            taken, start = [], line.top
        taken.append(line)
    # The room below the last paragraph may hang over, as it does everywhere.
    yield _piece(box, taken, start, min(box.height, start + room))


def _bottom(line: PlacedLine) -> Twips:
    return line.top + line.paragraph.style.pitch


def _piece(box: Box, lines: list[PlacedLine], start: Twips, end: Twips) -> Box:
    frames = [
        replace(f, y1=max(f.y1, start) - start, y2=min(f.y2, end) - start)
        for f in box.frames
        if f.y1 < end and f.y2 > start
    ]
    moved = sorted((replace(line, top=line.top - start) for line in lines), key=lambda line: line.path)
    return Box(height=end - start, lines=moved, frames=frames, rows=box.rows)
