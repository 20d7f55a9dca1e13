"""Joins a table split by a page break: repeated header rows go, a row cut in two is made whole."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from danvan_desktop.importers.pdf.tables.ruled_table import NEAR, RuledTable, with_rows_within
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Cell, Column, Run, Table, plain

_Row = tuple[Cell | None, ...]


def join_over_pages(above: RuledTable, below: RuledTable) -> RuledTable | None:
    """Both as one, where ``below`` goes on with ``above`` on the next page; header rows drawn again go."""
    if below.page != above.page + 1:
        return None
    xs = _edges_of_both(above.grid.xs, below.grid.xs)
    first, second = _regridded(above, xs), _regridded(below, xs)
    if first is None or second is None:
        return None
    head = [[_text(cell) for cell in row] for row in first.rows[: first.header_rows]]
    again = [[_text(cell) for cell in row] for row in second.rows[: first.header_rows]]
    repeats = bool(head) and head == again
    rows = second.rows[first.header_rows :] if repeats else second.rows
    head_rows, body = first.rows[: first.header_rows], first.rows[first.header_rows :]
    if body and rows and _is_rest(body[-1], rows[0]):
        body, rows = (*body[:-1], tuple(map(_whole, body[-1], rows[0]))), rows[1:]
    at = _places_in(xs, above.grid.xs)
    open_spans = [(at[column], more) for column, more in above.open_spans]
    body, rows, left = _with_rows_to_come(body, rows, open_spans)
    repeated = (" ".join(filter(None, (text for row in again for text in row))),) if repeats else ()
    columns = tuple(
        replace(a, align=b.align) if _is_blank(first, index) else a
        for index, (a, b) in enumerate(zip(first.columns, second.columns, strict=True))
    )
    return RuledTable(
        below.page,
        replace(below.grid, xs=xs),
        replace(first, rows=(*head_rows, *body, *rows), columns=columns),
        (*above.repeated, *repeated),
        (*left, *below.open_spans),
    )


def ended(ruled: RuledTable) -> RuledTable:
    """``ruled``, which goes on on no further page: rows that its last cells all cover stand within it."""
    table = ruled.table
    waiting = dict(ruled.open_spans)
    last = len(table.rows) - 1
    owners = [
        index
        for y, row in enumerate(table.rows)
        for index, cell in enumerate(row)
        if cell is not None and y + cell.rows == last + 1 and _text(cell)
    ]
    more = min((waiting.get(index, 0) for index in owners), default=0)
    if not more:
        return ruled
    return replace(ruled, table=with_rows_within(table, [*[0] * last, more]), open_spans=())


def _with_rows_to_come(
    body: tuple[_Row, ...], rows: tuple[_Row, ...], open_spans: Sequence[tuple[int, int]]
) -> tuple[tuple[_Row, ...], tuple[_Row, ...], tuple[tuple[int, int], ...]]:
    """Both with the cells made whole that a page end has cut between two rows, and what is still to come."""
    upper, lower, left = [list(row) for row in body], [list(row) for row in rows], []
    for column, more in open_spans:
        owner = next((row for row in reversed(upper) if row[column] is not None), None)
        cell = owner[column] if owner is not None else None
        if owner is None or cell is None:
            continue
        rest = [row for row, _ in zip(lower, range(more), strict=False)]
        if all(_is_empty(row[column], cell.cols) for row in rest):
            owner[column] = replace(cell, rows=cell.rows + len(rest))
            for row in rest:
                row[column] = None
            left += [(column, more - len(rest))] if more > len(rest) else []
    return tuple(map(tuple, upper)), tuple(map(tuple, lower)), tuple(left)


def _is_empty(cell: Cell | None, cols: int) -> bool:
    return cell is not None and cell.cols == cols and cell.rows == 1 and not _text(cell)


def _edges_of_both(some: Sequence[float], others: Sequence[float]) -> tuple[float, ...]:
    """All edges of both grids: on one page a table need not show each of its columns."""
    fresh = [x for x in others if all(abs(x - edge) > NEAR for edge in some)]
    return tuple(sorted([*some, *fresh]))


def _regridded(ruled: RuledTable, xs: tuple[float, ...]) -> Table | None:
    """The table on the grid ``xs``, of which its own edges must be some: on one page not all need show."""
    own, table = ruled.grid.xs, ruled.table
    at = _places_in(xs, own)
    if at == list(range(len(xs))):
        return table
    if -1 in at or at[0] != 0 or at[-1] != len(xs) - 1:
        return None
    rows: list[tuple[Cell | None, ...]] = []
    for row in table.rows:
        places: list[Cell | None] = [None] * (len(xs) - 1)
        for index, cell in enumerate(row):
            if cell is not None:
                places[at[index]] = replace(cell, cols=at[index + cell.cols] - at[index])
        rows.append(tuple(places))
    columns = tuple(
        Column(round(right - left, 1), table.columns[at.index(index)].align if index in at else "left")
        for index, (left, right) in enumerate(pairwise(xs))
    )
    return replace(table, rows=tuple(rows), columns=columns)


def _places_in(xs: Sequence[float], edges: Sequence[float]) -> list[int]:
    """Where each of ``edges`` stands among ``xs``; -1: nowhere."""
    return [next((i for i, x in enumerate(xs) if abs(x - edge) <= NEAR), -1) for edge in edges]


def _is_blank(table: Table, column: int) -> bool:
    """Whether no cell below the header says how ``column`` is aligned."""
    return not any(_text(row[column]) for row in table.rows[table.header_rows :])


def _text(cell: Cell | None) -> str:
    return "" if cell is None else "\n".join(map(plain, cell.paragraphs))


def _is_rest(row: _Row, rest: _Row) -> bool:
    """Whether ``rest`` is what of ``row`` had no room on its page: sentences that go on below."""
    texts = list(zip(map(_text, row), map(_text, rest), strict=True))
    if any(cell is None or cell.cols > 1 or cell.rows > 1 for cell in (*row, *rest)):
        return False
    if not texts[0][0] or texts[0][1]:  # a row of its own has its number
        return False
    return all(_goes_on(above, below) for above, below in texts if below)


def _goes_on(above: str, below: str) -> bool:
    return bool(above) and not is_ended(above) and not below[0].isupper() and below[0] not in "-+•"


def _whole(cell: Cell | None, rest: Cell | None) -> Cell | None:
    if cell is None or rest is None or not _text(rest):
        return cell
    runs = joined((*cell.paragraphs[-1], Run(" "), *rest.paragraphs[0]))
    return replace(cell, paragraphs=(*cell.paragraphs[:-1], runs, *rest.paragraphs[1:]))
