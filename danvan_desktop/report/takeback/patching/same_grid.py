"""A table that came back with other cells merged, put on the grid on which it went out.

Merging and parting of cells is not taken over, so it must not change what cells say: each word is kept once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.tables.cells import cell_text
from danvan_desktop.report.diff.tables.difference import compare_tables
from danvan_desktop.report.integrity import grid_problem, unspanned
from danvan_desktop.report.model import Cell, Runs, Table, plain

_Place = tuple[int, int]
_Grid = dict[_Place, Cell | None]
_Was = Callable[[_Place], _Place | None]
"""Where in the table of before a place of the one that came back was."""
_Rows = tuple[tuple[Cell | None, ...], ...]
_QUOTED = 60
"""Letters by which a cell is named."""


@frozen
class SameGrid:
    """The cells on the grid of before, and what was merged or parted, in Vietnamese."""

    rows: _Rows
    notes: tuple[str, ...]


def on_grid_of(before: Table, after: Table) -> SameGrid:
    """Give the cells of ``after`` merged as they are in ``before``."""
    if _spans(before) == _spans(after) or not (_spans(before) or _spans(after)):
        return SameGrid(after.rows, ())
    diff = compare_tables(before, after)
    rows = {row.new: row.old for row in diff.rows if row.new is not None}
    columns = {new: old for old, new in diff.columns if new is not None}

    def was(place: _Place) -> _Place | None:
        row, column = rows.get(place[0]), columns.get(place[1])
        return None if row is None or column is None else (row, column)

    made: _Grid = {(y, x): cell for y, row in enumerate(after.rows) for x, cell in enumerate(row)}
    notes = [*_parted(before, after, made, was), *_joined(before, made, was)]
    width, height = range(len(after.columns)), range(len(after.rows))
    cells = tuple(tuple(made[y, x] for x in width) for y in height)
    if grid_problem(replace(after, rows=cells)) is not None:
        cells = unspanned(cells)
    return SameGrid(cells if notes else after.rows, tuple(notes))


def _spans(table: Table) -> dict[_Place, tuple[int, int]]:
    return {
        (y, x): (cell.rows, cell.cols)
        for y, row in enumerate(table.rows)
        for x, cell in enumerate(row)
        if cell is not None and (cell.rows, cell.cols) != (1, 1)
    }


def _covered(place: _Place, cell: Cell) -> list[_Place]:
    return [(place[0] + down, place[1] + right) for down in range(cell.rows) for right in range(cell.cols)]


def _parted(before: Table, after: Table, made: _Grid, was: _Was) -> Iterator[str]:
    """Part what was merged: each cell gets its words back, where they are still there."""
    for place, cell in _cells(after):
        places = _covered(place, cell)
        olds = [_cell(before, was(each)) for each in places]
        merged = [old for old in olds if old is not None]
        if len(merged) < 2:
            continue
        for each, old, words in zip(places, olds, _shares(cell, olds), strict=True):
            if old is not None:
                made[each] = replace(old, paragraphs=words)
            else:
                made[each] = None if was(each) is not None else Cell()
        said = ", ".join(f"“{words}”" for words in map(_said, merged) if words)
        yield f"Gộp các ô {said} trong bảng: không nhận được cách gộp; chữ của từng ô vẫn ở ô đó."


def _shares(cell: Cell, olds: Sequence[Cell | None]) -> list[tuple[Runs, ...]]:
    """Deal the lines of a merged cell to those that it was made of."""
    words = [old.paragraphs if old is not None else () for old in olds]
    lines = [line for line in cell.paragraphs if plain(line).strip()]
    wanted = [[plain(line).strip() for line in each if plain(line).strip()] for each in words]
    said = [plain(line).strip() for line in lines]
    if " ".join(said) == " ".join(line for each in wanted for line in each):
        return list(words)  # all of them, one below the other
    filled = [each for each in wanted if each]
    if filled and all(each == said for each in filled):
        return list(words)  # the same in each, said once
    rest: list[tuple[Runs, ...]] = [((),) for _ in words[1:]]
    return [cell.paragraphs, *rest]


def _joined(before: Table, made: _Grid, was: _Was) -> Iterator[str]:
    """Merge again what was parted; words typed into the pieces go to the first."""
    now = {old: place for place in made if (old := was(place)) is not None}
    for place, cell in _cells(before):
        first = now.get(place)
        if (cell.rows, cell.cols) == (1, 1) or first is None:
            continue
        reached = [now[each] for each in _covered(place, cell) if each in now]
        pieces = [(each, found) for each in reached if (found := made[each]) is not None]
        is_whole = len(reached) == cell.rows * cell.cols and _is_block(reached)
        if len(pieces) < 2 or not is_whole or any((p.rows, p.cols) != (1, 1) for _, p in pieces):
            continue
        lines = [line for _, piece in pieces for line in piece.paragraphs if plain(line).strip()]
        for each in reached:
            made[each] = None
        made[first] = Cell(tuple(lines) or ((),), cell.rows, cell.cols)
        yield f"Tách ô “{_said(cell)}” trong bảng: cách tách ô không nhận được, chữ được giữ trong một ô."


def _is_block(places: Sequence[_Place]) -> bool:
    """Tell whether places lie side by side, so that one cell can cover them."""
    rows, columns = {y for y, _ in places}, {x for _, x in places}
    return (
        max(rows) - min(rows) + 1 == len(rows)
        and max(columns) - min(columns) + 1 == len(columns)
        and len(places) == len(rows) * len(columns)
    )


def _cells(table: Table) -> Iterator[tuple[_Place, Cell]]:
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            if cell is not None:
                yield (y, x), cell


def _cell(table: Table, place: _Place | None) -> Cell | None:
    return None if place is None else table.rows[place[0]][place[1]]


def _said(cell: Cell) -> str:
    text = cell_text(cell)
    return text if len(text) <= _QUOTED else text[:_QUOTED].rpartition(" ")[0] + "…"
