"""Difference of two tables: rows and columns that came, went or stayed, and the words of each cell."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.claims import each_once
from danvan_desktop.report.diff.common_ends import common_ends
from danvan_desktop.report.diff.likeness import likeness, profile
from danvan_desktop.report.diff.tables.cells import cell_runs
from danvan_desktop.report.diff.tables.columns import matched_columns
from danvan_desktop.report.diff.tables.gaps import between_anchors, paired
from danvan_desktop.report.diff.words import Segment, segments
from danvan_desktop.report.model import Cell, Table, plain

_LEAST = 0.34
"""So like are two rows of which one came of the other."""
_SURE = 0.6
"""And so like is one that stands elsewhere."""
_MOST_PAIRS = 250_000
_NEARBY = 30
"""Rows further on are not looked at."""

RowChange = Literal["equal", "changed", "added", "removed"]
_Pairs = list[tuple[int | None, int | None]]


@frozen
class CellDiff:
    """A place of the grid in both tables; None: covered by a neighbour, or not there."""

    old: Cell | None
    new: Cell | None
    words: tuple[Segment, ...]
    """Of all its lines, joined by line feeds."""


@frozen
class RowDiff:
    """A row of both tables or of one."""

    kind: RowChange
    old: int | None
    """Its number in the old table."""
    new: int | None
    cells: tuple[CellDiff, ...]


@frozen
class TableDiff:
    """What became of a table."""

    caption: tuple[Segment, ...]
    columns: tuple[tuple[int | None, int | None], ...]
    """Numbers of the columns that correspond, in the order in which the cells are listed."""
    rows: tuple[RowDiff, ...]


def compare_tables(old: Table, new: Table) -> TableDiff:
    """Say what became of ``old``."""
    columns = matched_columns(old, new)
    both = [pair for pair in columns if None not in pair] or columns
    rows = _aligned(
        [_words([row[low] for low, _ in both if low is not None]) for row in old.rows],
        [_words([row[high] for _, high in both if high is not None]) for row in new.rows],
    )
    caption = segments(old.caption or (), new.caption or ())
    return TableDiff(caption, tuple(columns), tuple(_row(old, new, pair, columns) for pair in rows))


def _row(old: Table, new: Table, pair: tuple[int | None, int | None], columns: _Pairs) -> RowDiff:
    before, after = pair
    cells = []
    for low, high in columns:
        one = None if before is None or low is None else old.rows[before][low]
        other = None if after is None or high is None else new.rows[after][high]
        cells.append(CellDiff(one, other, segments(cell_runs(one), cell_runs(other))))
    kind: RowChange = "changed"
    if before is None or after is None:
        kind = "added" if before is None else "removed"
    elif old.rows[before] == new.rows[after]:
        kind = "equal"
    return RowDiff(kind, before, after, tuple(cells))


def _words(cells: Sequence[Cell | None]) -> str:
    return "\t".join(plain(cell_runs(cell)) for cell in cells)


def _aligned(old: Sequence[str], new: Sequence[str]) -> _Pairs:
    """Pair equal texts in order; between them the likest, in order; what is left stands alone."""
    matched: Sequence[tuple[str, int, int, int, int]] = _ends_alone(old, new)
    if len(old) * len(new) <= _MOST_PAIRS:
        matched = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pairs: _Pairs = []
    for kind, low, high, new_low, new_high in matched:
        if kind == "equal":
            pairs += zip(range(low, high), range(new_low, new_high), strict=True)
        else:
            pairs += _likest(old, new, range(low, high), range(new_low, new_high))
    return pairs


def _ends_alone(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Of very long tables only the beginning and the end are looked for."""
    start, end = common_ends(old, new)
    size, new_size = len(old), len(new)
    return [
        ("equal", 0, start, 0, start),
        ("replace", start, size - end, start, new_size - end),
        ("equal", size - end, size, new_size - end, new_size),
    ]


def _likest(old: Sequence[str], new: Sequence[str], olds: range, news: range) -> _Pairs:
    """Pair, in order, each with the first of the others that is like it; some may stand elsewhere."""
    words = cache(profile)

    def how_like(low: int, high: int) -> float:
        return likeness(words(old[low]), words(new[high]))

    def is_like(low: int, high: int) -> bool:
        return how_like(low, high) >= _LEAST

    if 1 < len(olds) == len(news) <= _NEARBY and not all(map(is_like, olds, news)):
        claims = sorted((-how_like(low, high), low, high) for low in olds for high in news)
        partner = each_once((low, high) for how, low, high in claims if -how >= _SURE)
        return between_anchors(partner, olds, news, is_like)
    return paired(olds, news, is_like, _NEARBY)
