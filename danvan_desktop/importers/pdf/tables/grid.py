"""Finds the grid of ruled tables: table cells, merged cells too, from the strokes of a page."""

from collections.abc import Callable, Iterator, Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.pdf.page import PdfStroke
from danvan_desktop.report.integrity import WIDEST_TABLE

_TOUCH = 2.5
"""Points: lines that end so close together meet."""
_SAME = 2.0
_MOST_LINES = 800
_MOST_ROWS = 400
_SHORTEST = 4.0

Span = tuple[int, int, int, int]
"""Row, column, rows, columns of a cell."""


@frozen
class TableGrid:
    """The grid of a ruled table: column edges, row edges, and cells with their row and column spans."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Span, ...]
    """Empty where the lines make no full grid."""

    @property
    def is_clear(self) -> bool:
        """Whether every place belongs to one cell."""
        return bool(self.cells)

    @property
    def is_box(self) -> bool:
        """Whether it is a single frame around something: no table, unless one goes on across a page end."""
        return len(self.xs) == 2 and len(self.ys) == 2

    def goes_on_in(self, below: "TableGrid") -> bool:
        """Whether ``below``, the first of the next page, has the same sides."""
        return all(abs(self.xs[side] - below.xs[side]) <= _TOUCH for side in (0, -1))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1

    def draws(self, stroke: PdfStroke) -> bool:
        """Whether ``stroke``, which lies, is one of its lines or a piece of one."""
        return (
            self.xs[0] - _TOUCH <= stroke.x0
            and stroke.x1 <= self.xs[-1] + _TOUCH
            and any(abs(stroke.y0 - edge) <= _TOUCH for edge in self.ys)
        )

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a point."""
        row = sum(y > edge for edge in self.ys[1:-1])
        column = sum(x > edge for edge in self.xs[1:-1])
        return row, column


def find_grids(strokes: Sequence[PdfStroke]) -> list[TableGrid]:
    """The tables that ``strokes`` draw, from top to bottom, and single boxes."""
    levels = _merged([stroke for stroke in strokes if stroke.is_level], level=True)
    uprights = _merged([stroke for stroke in strokes if not stroke.is_level], level=False)
    if len(levels) > _MOST_LINES or len(uprights) > _MOST_LINES:
        return []
    grids = [_grid(some, others) for some, others in _connected(levels, uprights)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.ys[0])


def _merged(strokes: Sequence[PdfStroke], *, level: bool) -> list[PdfStroke]:
    """``strokes``, all lying or all standing, with the pieces of one line made one."""

    def across(stroke: PdfStroke) -> float:
        return stroke.y0 if level else stroke.x0

    def along(stroke: PdfStroke) -> tuple[float, float]:
        return (stroke.x0, stroke.x1) if level else (stroke.y0, stroke.y1)

    lines: list[PdfStroke] = []
    for group in _groups(sorted(strokes, key=across), across):
        middle = sum(map(across, group)) / len(group)
        pieces = sorted(map(along, group))
        start, end = pieces[0]
        for low, high in [*pieces[1:], (float("inf"), 0.0)]:
            if low <= end + _TOUCH:
                end = max(end, high)
                continue
            if end - start >= _SHORTEST:
                lines.append(
                    PdfStroke(start, middle, end, middle) if level else PdfStroke(middle, start, middle, end)
                )
            start, end = low, high
    return lines


def _groups(ordered: Sequence[PdfStroke], across: Callable[[PdfStroke], float]) -> Iterator[list[PdfStroke]]:
    group: list[PdfStroke] = []
    for stroke in ordered:
        if group and across(stroke) - across(group[0]) > _SAME:
            yield group
            group = []
        group.append(stroke)
    if group:
        yield group


def _connected(
    levels: list[PdfStroke], uprights: list[PdfStroke]
) -> Iterator[tuple[list[PdfStroke], list[PdfStroke]]]:
    """The lines that meet one another, however many stand between."""
    left, right = set(range(len(levels))), set(range(len(uprights)))
    while left:
        mine, others, fresh = {left.pop()}, set[int](), True
        while fresh:
            met = {j for j in right if any(_meet(levels[i], uprights[j]) for i in mine)}
            right -= met
            others |= met
            more = {i for i in left if any(_meet(levels[i], uprights[j]) for j in others)}
            left -= more
            mine |= more
            fresh = bool(met or more)
        yield [levels[i] for i in mine], [uprights[j] for j in others]


def _meet(level: PdfStroke, upright: PdfStroke) -> bool:
    return (
        level.x0 - _TOUCH <= upright.x0 <= level.x1 + _TOUCH
        and upright.y0 - _TOUCH <= level.y0 <= upright.y1 + _TOUCH
    )


def _grid(levels: Sequence[PdfStroke], uprights: Sequence[PdfStroke]) -> TableGrid | None:
    xs = _edges([stroke.x0 for stroke in uprights])
    ys = _edges([stroke.y0 for stroke in levels])
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1:
        return None
    if columns > WIDEST_TABLE or rows > _MOST_ROWS:
        return TableGrid(xs, ys, ())
    return TableGrid(xs, ys, tuple(_Lines(xs, ys, levels, uprights).cells()))


def _edges(values: list[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOUCH:
            edges.append(value)
    return tuple(edges)


@frozen
class _Lines:
    """The strokes of one table, and the edges of its rows and columns."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    levels: Sequence[PdfStroke]
    uprights: Sequence[PdfStroke]

    def cells(self) -> list[Span]:
        """The cells; none when places without a line between them make no rectangle."""
        taken: set[tuple[int, int]] = set()
        cells: list[Span] = []
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) in taken:
                    continue
                cell = self._grown(row, column)
                places = {(row + r, column + c) for r in range(cell[2]) for c in range(cell[3])}
                if places & taken or not self._is_whole(cell):
                    return []
                taken |= places
                cells.append(cell)
        return cells

    def _grown(self, row: int, column: int) -> Span:
        """The cell that begins at a place: as far right and down as no line parts it."""
        rows = columns = 1
        while column + columns < len(self.xs) - 1 and not self._stands(row, column + columns):
            columns += 1
        while row + rows < len(self.ys) - 1 and not self._lies(row + rows, column):
            rows += 1
        return row, column, rows, columns

    def _is_whole(self, cell: Span) -> bool:
        """Whether no line runs through ``cell``."""
        row, column, rows, columns = cell
        inside = ((r, c) for r in range(row, row + rows) for c in range(column, column + columns))
        return not any(
            (c > column and self._stands(r, c)) or (r > row and self._lies(r, c)) for r, c in inside
        )

    def _stands(self, row: int, column: int) -> bool:
        """Whether a line stands at the left of a place."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        x = self.xs[column]
        return any(abs(line.x0 - x) <= _TOUCH and line.y0 <= middle <= line.y1 for line in self.uprights)

    def _lies(self, row: int, column: int) -> bool:
        """Whether a line lies above a place."""
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        y = self.ys[row]
        return any(abs(line.y0 - y) <= _TOUCH and line.x0 <= middle <= line.x1 for line in self.levels)
