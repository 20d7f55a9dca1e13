"""Rows and columns that stand elsewhere: each is one that went and one that came, merged cell by cell."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import starmap

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.claims import each_once
from danvan_desktop.report.diff.likeness import Profile, likeness, profile
from danvan_desktop.report.diff.tables.cells import cell_runs, cell_text, column_text
from danvan_desktop.report.diff.words import cut, joined
from danvan_desktop.report.integrity import grid_problem, unspanned
from danvan_desktop.report.model import Cell, Runs, Table, plain
from danvan_desktop.report.takeback.patching.text_patch import BREAK, Hunk, TextPatch, hunks_between

_Pair = tuple[int | None, int | None]
_LEAST_CELLS = 2
"""Of a row that is known again though it says something else."""
_LEAST_WORDS = 3
"""Of a cell by which a row is known, as no other has it."""
_LIKE = 0.6
"""So like are the columns, and the longest cells of the rows, that one was before and after it was moved."""


@frozen
class MovedLine:
    """A row or a column that theirs has elsewhere: its cells as they went out, in theirs and in ours."""

    cells: Sequence[tuple[Cell | None, Cell | None, Cell | None]]
    is_moved_by_ours: bool
    """Whether ours has it elsewhere, too."""
    is_there: bool
    """Whether ours has it where theirs has."""

    @property
    def is_said(self) -> bool:
        """Tell whether ours says all that theirs has made of its cells."""
        found = starmap(_patch, self.cells)
        return all(patch is None or all(map(patch.is_done, hunks)) for patch, hunks in found)

    @property
    def has_gone_cell(self) -> bool:
        """Tell whether ours has a cell no more of which theirs has made something else."""
        return any(
            ours is None and base is not None and theirs is not None and cell_text(base) != cell_text(theirs)
            for base, theirs, ours in self.cells
        )

    @property
    def has_conflict(self) -> bool:
        """Tell whether both sides have made something else of one of its cells."""
        return any(
            any(map(patch.conflicts, hunks))
            for patch, hunks in starmap(_patch, self.cells)
            if patch is not None
        )


@frozen
class Lines:
    """The rows, or the columns, of the table that went out: where theirs and ours have them."""

    pairs: Sequence[_Pair]
    """Where each stood and stands in theirs, and those that came; one that stands elsewhere went and came."""
    moved: Mapping[int, int]
    """Where those that theirs has elsewhere stood, by where they stand."""
    ours: Mapping[int, int | None]
    """Where ours has them, those that it has elsewhere too."""
    moved_by_ours: Collection[int]
    """Which ours has elsewhere."""

    @property
    def kept(self) -> list[tuple[int, int]]:
        """Where those that theirs has in their order stood and stand."""
        return [(old, new) for old, new in self.pairs if old is not None and new is not None]

    @property
    def put_in(self) -> Iterator[int]:
        """Where theirs has one that came."""
        return _alone(self.pairs, 1)

    def stood_at(self) -> Mapping[int, int]:
        """Give where they stood by where theirs has them: those that are kept, or that ours has moved."""
        moved = {new: old for new, old in self.moved.items() if old in self.moved_by_ours}
        return {new: old for old, new in self.kept} | moved

    def moved_to(self, number: int) -> int | None:
        """Give where theirs has one elsewhere; None where it has not."""
        return next((new for new, old in self.moved.items() if old == number), None)

    def stands_there(self, number: int) -> bool:
        """Tell whether ours has one that theirs has elsewhere between the same neighbours as theirs."""
        places = [*((new, old) for old, new in self.kept), *self.moved.items()]
        gone = set(self.moved.values()) - {number}
        order = [old for _, old in sorted(places) if old not in gone]
        at, here = order.index(number), self.ours.get(number)
        before = [place for old in order[:at] if (place := self.ours.get(old)) is not None]
        behind = [place for old in order[at + 1 :] if (place := self.ours.get(old)) is not None]
        return here is not None and max(before, default=-1) < here < min(behind, default=here + 1)


def lines_of(
    theirs: tuple[Sequence[_Pair], Mapping[int, int]], ours: tuple[Sequence[_Pair], Mapping[int, int]]
) -> Lines:
    """Put together what became of rows, or of columns, in theirs and in ours: pairs, and what moved."""
    where = {old: new for old, new in ours[0] if old is not None}
    return Lines(*theirs, where | {old: new for new, old in ours[1].items()}, frozenset(ours[1].values()))


def moved_rows(old: Table, new: Table, rows: Sequence[_Pair], columns: Sequence[_Pair]) -> Mapping[int, int]:
    """Give where rows stood that went and came again elsewhere, by where they stand."""
    shared = [(low, high) for low, high in columns if low is not None and high is not None]
    before = {number: [cell_text(old.rows[number][low]) for low, _ in shared] for number in _alone(rows, 0)}
    after = {number: [cell_text(new.rows[number][high]) for _, high in shared] for number in _alone(rows, 1)}
    if not before or not after:  # in nearly all tables: of these nothing is counted
        return {}
    names = [Counter(cell_text(cell) for row in table.rows for cell in row) for table in (old, new)]

    def has_its_name(said: Sequence[str], says: Sequence[str]) -> bool:
        name = max(_without_number(said), key=len, default="")
        return len(name.split()) >= _LEAST_WORDS and name in says and names[0][name] == names[1][name] == 1

    found: dict[int, int] = {}
    for is_same in (_say_the_same, has_its_name, _are_alike):
        for low, said in before.items():
            came = (high for high, says in after.items() if high not in found and is_same(said, says))
            if low not in found.values() and (high := next(came, None)) is not None:
                found[high] = low
    return found


def moved_columns(old: Table, new: Table, columns: Sequence[_Pair]) -> Mapping[int, int]:
    """The same for columns: those of one head, which stands only once, or those that are the most alike."""
    gone, came = list(_alone(columns, 0)), list(_alone(columns, 1))
    if not gone or not came:
        return {}
    heads, new_heads = _heads(old), _heads(new)
    words = {low: _words(old, low) for low in gone}
    new_words = {high: _words(new, high) for high in came}

    def how_like(low: int, high: int) -> float:
        head = heads[low]
        if head and head == new_heads[high] and heads.count(head) == new_heads.count(head) == 1:
            return 1.0
        return likeness(words[low], new_words[high])

    claims = sorted((-how_like(low, high), low, high) for low in gone for high in came)
    return each_once((high, low) for how, low, high in claims if -how >= _LIKE)


def with_lines_back(
    base: Table,
    ours: Table,
    gone: tuple[Collection[int], Collection[int]],
    where: tuple[Mapping[int, int | None], Mapping[int, int | None]],
) -> Table:
    """Give ``ours`` with the rows and columns of ``gone`` as they went out, each behind the one before it.

    ``where``: where ours has the rows and the columns of ``base``.
    """
    rows = _order(len(ours.rows), where[0], gone[0])
    columns = _order(len(ours.columns), where[1], gone[1])

    def cell(row: tuple[int | None, int | None], column: tuple[int | None, int | None]) -> Cell | None:
        if row[1] is not None and column[1] is not None:
            return ours.rows[row[1]][column[1]]
        before = None if row[0] is None or column[0] is None else base.rows[row[0]][column[0]]
        return Cell() if before is None else Cell(before.paragraphs)

    kept = replace(
        ours,
        rows=tuple(tuple(cell(row, column) for column in columns) for row in rows),
        columns=tuple(
            ours.columns[our] if our is not None else base.columns[old or 0] for old, our in columns
        ),
        header_rows=sum(
            our < ours.header_rows if our is not None else (old or 0) < base.header_rows for old, our in rows
        ),
    )
    return kept if grid_problem(kept) is None else replace(kept, rows=unspanned(kept.rows))


def _order(size: int, where: Mapping[int, int | None], gone: Collection[int]) -> list[_Pair]:
    """Give all lines in order, each by its number in the base and in ours."""
    old_of = {our: old for old, our in where.items() if our is not None}
    order: list[_Pair] = [(old_of.get(number), number) for number in range(size)]
    for old in sorted(gone):
        before = (at for at, pair in enumerate(order, start=1) if pair[0] is not None and pair[0] < old)
        order.insert(max(before, default=0), (old, None))
    return order


def merged_cell(base: Cell | None, theirs: Cell | None, ours: Cell) -> Cell:
    """Give ``ours`` with what theirs has made of the cell; where both made something else of it, theirs."""
    patch, hunks = _patch(base, theirs, ours)
    if patch is None:
        return Cell(ours.paragraphs)
    pieces = patch.apply(list(enumerate(hunks)), frozenset())
    return Cell(lines_of_runs(joined(run for piece in pieces for run in piece.runs)))


def lines_of_runs(runs: Runs) -> tuple[Runs, ...]:
    """Part runs at line feeds."""
    text = plain(runs)
    found: list[Runs] = []
    start = 0
    for line in text.split(BREAK):
        found.append(cut(runs, start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def _patch(
    base: Cell | None, theirs: Cell | None, ours: Cell | None
) -> tuple[TextPatch | None, Sequence[Hunk]]:
    if base is None or theirs is None or ours is None:
        return None, ()
    before = cell_runs(base)
    hunks = hunks_between(before, cell_runs(theirs))
    return TextPatch(before, cell_runs(ours), hunks), hunks


def _alone(pairs: Sequence[_Pair], side: int) -> Iterator[int]:
    """Give the numbers that only one side has, the old one (0) or the new one (1)."""
    for pair in pairs:
        number = pair[side]
        if number is not None and pair[1 - side] is None:
            yield number


def _say_the_same(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether a row says the same but for its number."""
    return any(_without_number(old)) and _without_number(old) == _without_number(new)


def _are_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether what is the longest in a row is like it in another, and half of the others is the same."""
    pairs = list(zip(_without_number(old), _without_number(new), strict=False))
    said = sorted((pair for pair in pairs if any(pair)), key=lambda pair: -len(pair[0]))
    if len(said) < _LEAST_CELLS or likeness(profile(said[0][0]), profile(said[0][1])) < _LIKE:
        return False
    return 2 * sum(one == other for one, other in said[1:]) >= len(said) - 1


def _without_number(row: Sequence[str]) -> Sequence[str]:
    return row[1:] if row and row[0].strip(" .").isdigit() else row


def _heads(table: Table) -> list[str]:
    head = table.rows[: table.header_rows]
    return [" ".join(cell_text(row[number]) for row in head).strip() for number in range(len(table.columns))]


def _words(table: Table, column: int) -> Profile:
    return profile(plain(column_text(table, column)))
