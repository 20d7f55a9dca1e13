"""Who made a change under track changes, by what the blocks that came back know."""

from collections.abc import Iterator, Sequence

from danvan_desktop.report.model import plain
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import ChangeKind, Revision, TrackedCell, TrackedErasure
from danvan_desktop.report.takeback.patching.text_patch import Hunk


def revision_at(news: Sequence[Unit], hunk: Hunk) -> Revision | None:
    """Say who made a hunk under track changes, by what the blocks that came back know."""
    start = 0
    for unit in news:
        size = len(plain(unit.runs))
        low, high = hunk.new_start - start, hunk.new_end - start
        looks = (each for each in unit.block.restyled if each.start < high and low < each.end)
        if hunk.is_look and (look := next(looks, None)) is not None:
            return look.revision
        if high >= 0 and low <= size:
            for each in unit.block.tracked:
                if each.start < high and low < each.end:
                    return each.revision
            for gone in unit.block.erased:
                if _is_erased_here(gone, hunk, low, high):
                    return gone.revision
        start += size + 1
    if hunk.parts:
        return next((unit.block.is_new for unit in news if unit.block.is_new), None)
    return None


def _is_erased_here(gone: TrackedErasure, hunk: Hunk, low: int, high: int) -> bool:
    """Tell whether a hunk is what was taken out; a blank, or a word that stands twice, may move it."""
    old = plain(hunk.old).strip()
    if not old:
        return False
    return low <= gone.at <= high or (old == gone.text.strip() and abs(gone.at - low) <= len(gone.text))


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


def who_made(kind: ChangeKind, old: Unit, new: Unit) -> Revision | None:
    """Say who made another kind of paragraph of a unit, or typed another number before it."""
    label = old.block.label
    typed = (each.revision for each in new.block.tracked if each.start <= 0)
    erased = (each.revision for each in new.block.erased if label and each.text.strip().startswith(label))
    by_number = next(erased, None) or next(typed, None)
    return by_number if kind == "number" else new.block.reshaped or by_number


class CellAuthors:
    """Who put in or took out something in a table."""

    def __init__(self, tracked: Sequence[TrackedCell]) -> None:
        self._of = {(each.row, each.column): each.revision for each in tracked}
        self._gone: Iterator[Revision] = (
            each.revision for each in tracked if each.row < 0 and each.column < 0
        )

    def of_cell(self, row: int, column: int) -> Revision | None:
        """Who edited a cell."""
        return self._of.get((row, column))

    def of_row(self, row: int) -> Revision | None:
        """Who put in a row."""
        return self._of.get((row, -1)) or next((who for (r, _), who in self._of.items() if r == row), None)

    def of_gone(self) -> Revision | None:
        """Who took out the next row that is gone."""
        return next(self._gone, None)

    def of_column(self, column: int, rows: Sequence[int]) -> Revision | None:
        """Who put in a column: all of its cells with words, in ``rows``, were put in under track changes."""
        found = [self._of.get((row, column)) for row in rows]
        return found[0] if found and None not in found else None

    def of_gone_column(self, column: int) -> Revision | None:
        """Who took out the cells of a column."""
        return self._of.get((-1, column))


def new_rows(tracked: Sequence[TrackedCell]) -> frozenset[int]:
    """Give the rows that were put in under track changes: they are none of those that went out."""
    return frozenset(each.row for each in tracked if each.row >= 0 and each.column < 0)
