"""Who made a change under track changes, by what the blocks that came back know."""

from collections.abc import Collection, Sequence

from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import ChangeKind, Revision, TrackedCell


def tracked_whole(unit: Unit) -> Revision | None:
    """Say who moved a unit: its words were put in, all of them, under track changes."""
    tracked = unit.block.tracked
    if any(each.is_moved for each in tracked):
        return tracked[0].revision
    letters = sum(each.end - each.start for each in tracked)
    return tracked[0].revision if tracked and letters >= len(plain(unit.runs)) else None


def who_put_in(unit: Unit) -> Revision | None:
    """Say who put in a whole unit."""
    if unit.block.tracked:
        return unit.block.tracked[0].revision
    if unit.block.tracked_cells:
        return unit.block.tracked_cells[0].revision
    return unit.block.is_new


def who_else(unit: Unit) -> list[Revision]:
    """Say who all had a part in a whole unit that was put in."""
    block = unit.block
    found = [each.revision for each in block.tracked]
    found += [who for each in block.tracked_cells for who in each.people]
    return [*found, *(each.revision for each in block.erased), *([block.is_new] if block.is_new else [])]


def who_made(kind: ChangeKind, old: Unit, new: Unit) -> Revision | None:
    """Say who made another kind of paragraph of a unit, or typed another number before it."""
    label = old.block.label
    typed = (each.revision for each in new.block.tracked if each.start <= 0)
    erased = (each.revision for each in new.block.erased if label and each.text.strip().startswith(label))
    by_number = next(erased, None) or next(typed, None)
    return by_number if kind == "number" else new.block.reshaped or by_number


class CellAuthors:
    """Who put in or took out something in a table; who did it first is named first, and nobody is no list."""

    def __init__(self, tracked: Sequence[TrackedCell]) -> None:
        self._of = {(each.row, each.column): each for each in tracked}
        self._gone = (each for each in tracked if each.row < 0 and each.column < 0)
        self._gone_cells = [each for each in tracked if each.row < 0 <= each.column]

    def cell(self, row: int, column: int) -> TrackedCell | None:
        """Give what is known of a cell that somebody edited."""
        return self._of.get((row, column))

    def of_row(self, row: int) -> list[Revision]:
        """Who put in a row."""
        cells = (each for (number, _), each in self._of.items() if number == row)
        return _all_of(self._of.get((row, -1)), *cells)

    def of_gone(self) -> list[Revision]:
        """Who took out the next row that is gone."""
        return _all_of(next(self._gone, None))

    def of_column(self, column: int, rows: Sequence[int]) -> list[Revision]:
        """Who put in a column: all of its cells with words, in ``rows``, were put in under track changes.

        Of one without words whoever put in one of its cells.
        """
        found = [self._of.get((row, column)) for row in rows]
        if not rows:
            found += [cell for (row, at), cell in self._of.items() if at == column and row >= 0]
        return [] if None in found else _all_of(*found)

    def of_gone_column(self, words: Collection[str]) -> list[Revision]:
        """Who took out the cells of a column that said ``words``."""
        return _all_of(*(cell for cell in self._gone_cells if _words_of(cell) in words))


def _words_of(cell: TrackedCell) -> str:
    return " ".join(" ".join(each.text for each in cell.erased).split())


def _all_of(*cells: TrackedCell | None) -> list[Revision]:
    found = (who for cell in cells if cell is not None for who in cell.people)
    return list(dict.fromkeys(found))


def new_rows(tracked: Sequence[TrackedCell]) -> frozenset[int]:
    """Give the rows that were put in under track changes: they are none of those that went out."""
    return frozenset(each.row for each in tracked if each.row >= 0 and each.column < 0)
