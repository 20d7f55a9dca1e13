"""Table operations: insert and delete rows and columns, merge and split cells, widths, header rows.

Pure functions of a :class:`Table`; what comes back is always a full grid.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Alignment, Cell, Column, Table, plain

Rows = tuple[tuple[Cell | None, ...], ...]
"""A grid; a place covered by a neighbour's span is None."""


@frozen
class GridArea:
    """A rectangle of places in a grid."""

    y: int
    x: int
    rows: int = 1
    cols: int = 1

    @property
    def below(self) -> int:
        """The first row under it."""
        return self.y + self.rows

    @property
    def right(self) -> int:
        """The first column right of it."""
        return self.x + self.cols


def covering(table: Table, area: GridArea) -> GridArea:
    """``area`` widened until it cuts through no merged cell."""
    while True:
        wider = area
        for y, row in enumerate(table.rows):
            for x, cell in enumerate(row):
                if cell is not None and _meets(wider, GridArea(y, x, cell.rows, cell.cols)):
                    wider = _around(wider, GridArea(y, x, cell.rows, cell.cols))
        if wider == area:
            return area
        area = wider


def merged(table: Table, area: GridArea) -> Table:
    """Make one cell of those in ``area``; the texts of all of them stay, one under the other.

    Raises:
        UserError: the area holds header rows and others.
    """
    area = covering(table, area)
    if area.y < table.header_rows < area.below:
        raise UserError(
            "Không gộp được ô của hàng tiêu đề với ô của hàng dưới. "
            "Hãy chọn riêng các ô tiêu đề, hoặc đổi số hàng tiêu đề của bảng trước."
        )
    inside = [
        cell
        for row in table.rows[area.y : area.below]
        for cell in row[area.x : area.right]
        if cell is not None
    ]
    texts = tuple(runs for cell in inside for runs in cell.paragraphs if plain(runs).strip())
    whole = replace(inside[0], paragraphs=texts or ((),), rows=area.rows, cols=area.cols)

    def place(y: int, x: int, before: Cell | None) -> Cell | None:
        if (y, x) == (area.y, area.x):
            return whole
        return None if _meets(area, GridArea(y, x)) else before

    return replace(table, rows=_mapped(table, place))


def split(table: Table, y: int, x: int) -> Table:
    """Make the merged cell at a place single cells again; its text stays in the first."""
    cell = table.rows[y][x]
    if cell is None or (cell.rows, cell.cols) == (1, 1):
        return table
    area = GridArea(y, x, cell.rows, cell.cols)
    first = replace(cell, rows=1, cols=1)

    def place(down: int, right: int, before: Cell | None) -> Cell | None:
        if (down, right) == (y, x):
            return first
        return Cell() if _meets(area, GridArea(down, right)) else before

    return replace(table, rows=_mapped(table, place))


def aligned(table: Table, columns: Collection[int], align: Alignment) -> Table:
    """Align the text of ``columns``."""
    return replace(
        table,
        columns=tuple(
            replace(column, align=align) if x in columns else column for x, column in enumerate(table.columns)
        ),
    )


def shared_out(table: Table, shares: Sequence[float] | None) -> Table:
    """Give the columns these shares of the width; None: the program shares it out by what stands in them."""
    given = [1.0] * len(table.columns) if shares is None else [float(share) for share in shares]
    pairs = zip(table.columns, given, strict=True)
    return replace(table, columns=tuple(_with_share(column, share) for column, share in pairs))


def headed(table: Table, rows: int) -> Table:
    """Make the first ``rows`` header rows; a merged cell that reaches further takes its rows along."""
    rows = min(max(rows, 0), len(table.rows))
    while True:
        ends = [y + cell.rows for y in range(rows) for cell in table.rows[y] if cell is not None]
        if max(ends, default=rows) <= rows:
            return table if rows == table.header_rows else replace(table, header_rows=rows)
        rows = max(ends)


def with_row(table: Table, at: int) -> Table:
    """Add an empty row before row ``at``; a merged cell that it cuts grows by it."""
    rows = _grown(table.rows, at)
    heads = table.header_rows + 1 if at < table.header_rows else table.header_rows
    return replace(table, rows=rows, header_rows=heads)


def with_column(table: Table, at: int, share: float) -> Table:
    """Add an empty column of that share before column ``at``; a merged cell that it cuts grows by it."""
    columns = (*table.columns[:at], Column(share), *table.columns[at:])
    return replace(table, columns=columns, rows=_turned(_grown(_turned(table.rows), at)))


def without_rows(table: Table, first: int, count: int) -> Table:
    """Take ``count`` rows away, not all; a merged cell keeps its text while a row of it is left."""
    rows = table.rows
    for _ in range(count):
        rows = _shrunk(rows, first)
    gone = max(0, min(table.header_rows, first + count) - first)
    return replace(table, rows=rows, header_rows=table.header_rows - gone)


def without_columns(table: Table, first: int, count: int) -> Table:
    """Take ``count`` columns away, not all; a merged cell keeps its text while a column of it is left."""
    rows = _turned(table.rows)
    for _ in range(count):
        rows = _shrunk(rows, first)
    columns = (*table.columns[:first], *table.columns[first + count :])
    return replace(table, columns=columns, rows=_turned(rows))


def filled(table: Table, y: int, x: int, cells: Table) -> Table | None:
    """Put the texts of ``cells`` into the places from ``y``, ``x`` on, adding rows at the end that lack.

    None where columns lack or a merged cell is in the way: they would not stand together as copied.
    """
    area = GridArea(y, x, len(cells.rows), len(cells.columns))
    if area.right > len(table.columns):
        return None
    while len(table.rows) < area.below:
        table = with_row(table, len(table.rows))
    grid = [list(row) for row in table.rows]
    for down, row in enumerate(cells.rows):
        for right, new in enumerate(row):
            old = grid[y + down][x + right]
            if old is None or new is None or {old.rows, old.cols, new.rows, new.cols} != {1}:
                return None
            grid[y + down][x + right] = replace(old, paragraphs=new.paragraphs)
    return replace(table, rows=tuple(map(tuple, grid)))


def has_own_shares(table: Table) -> bool:
    """Whether the author shared out the width; equal shares are none."""
    return len({round(column.share, 6) for column in table.columns}) > 1


def column_name(table: Table, x: int) -> str:
    """What to call a column: its head, as far as there is one."""
    for y in reversed(range(table.header_rows)):
        cell = table.rows[y][x]
        text = " ".join(map(plain, cell.paragraphs)).strip() if cell is not None else ""
        if text:
            return text
    return ""


def _with_share(column: Column, share: float) -> Column:
    return column if column.share == share else replace(column, share=share)


def _mapped(table: Table, place: Callable[[int, int, Cell | None], Cell | None]) -> Rows:
    return tuple(tuple(place(y, x, cell) for x, cell in enumerate(row)) for y, row in enumerate(table.rows))


def _meets(one: GridArea, other: GridArea) -> bool:
    return one.y < other.below and other.y < one.below and one.x < other.right and other.x < one.right


def _around(one: GridArea, other: GridArea) -> GridArea:
    y, x = min(one.y, other.y), min(one.x, other.x)
    return GridArea(y, x, max(one.below, other.below) - y, max(one.right, other.right) - x)


def _grown(rows: Rows, at: int) -> Rows:
    """An empty row before row ``at`` of a grid."""
    grid = [list(row) for row in rows]
    new: list[Cell | None] = [Cell() for _ in rows[0]]
    for y, row in enumerate(rows[:at]):
        for x, cell in enumerate(row):
            if cell is not None and y + cell.rows > at:
                grid[y][x] = replace(cell, rows=cell.rows + 1)
                new[x : x + cell.cols] = [None] * cell.cols
    grid.insert(at, new)
    return tuple(map(tuple, grid))


def _shrunk(rows: Rows, at: int) -> Rows:
    """Take row ``at`` out of a grid; what it holds of a merged cell goes on in the next row."""
    grid = [list(row) for row in rows]
    for y, row in enumerate(rows[: at + 1]):
        for x, cell in enumerate(row):
            if cell is None or y + cell.rows <= at or cell.rows == 1:
                continue
            smaller = replace(cell, rows=cell.rows - 1)
            grid[at + 1 if y == at else y][x] = smaller
    del grid[at]
    return tuple(map(tuple, grid))


def _turned(rows: Rows) -> Rows:
    """Columns for rows: what holds for rows holds for columns then."""
    width = len(rows[0])
    return tuple(
        tuple(cell and replace(cell, rows=cell.cols, cols=cell.rows) for cell in (row[x] for row in rows))
        for x in range(width)
    )
