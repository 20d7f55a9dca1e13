"""Tables: what became of cells, rows and columns, and a part of it put into our table."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.tables.cells import cell_runs, cell_text
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.integrity import grid_problem, unspanned
from danvan_desktop.report.model import Cell, Column, Runs, Table
from danvan_desktop.report.takeback.patching.moved_lines import (
    Lines,
    MovedLine,
    lines_of,
    lines_of_runs,
    merged_cell,
    with_lines_back,
)
from danvan_desktop.report.takeback.patching.table_changes import CellPlace, Pair, table_changes
from danvan_desktop.report.takeback.patching.text_patch import (
    Hunk,
    TextPatch,
    hunks_between,
)

_Key = tuple[str, int]
"""What a row or column of the result is known by: of the base, of ours, of theirs."""


@frozen
class TableEdits:
    """Which changes of a table are to be made."""

    cells: frozenset[tuple[Pair, Pair]] = frozenset()
    rows: frozenset[Pair] = frozenset()
    columns: frozenset[Pair] = frozenset()
    both: frozenset[tuple[Pair, Pair]] = frozenset()
    """Cells in which what ours says stays, and theirs follows."""
    hunks: Mapping[CellPlace, Collection[Hunk]] = field(default_factory=dict)
    """Of cells of which not all is to be made what is."""


class TablePatch:
    """The table that went out and the one that came back, to be put into ours."""

    def __init__(
        self,
        base: Table,
        theirs: Table,
        ours: Table,
        put_in: frozenset[int] = frozenset(),
        hunks: Mapping[CellPlace, tuple[Hunk, ...]] | None = None,
    ) -> None:
        """``put_in``: rows of theirs that are known to be new; ``hunks``: of cells that several changed."""
        self._hunks, self._put_in = hunks or {}, put_in
        self._base, self._theirs, self._ours = base, theirs, ours
        changes, since = table_changes(base, theirs, put_in), table_changes(base, ours)
        self._row_lines = lines_of((changes.rows, changes.moved_rows), (since.rows, since.moved_rows))
        self._column_lines = lines_of(
            (changes.columns, changes.moved_columns), (since.columns, since.moved_columns)
        )

    def cell_patch(self, row: Pair, column: Pair) -> tuple[TextPatch, Runs, Runs] | None:
        """Give the patch of a cell with what it said and says; None where ours has it no more."""
        found = self._our_cell(row[0], column[0])
        before = _cell(self._base, row[0], column[0])
        after = _cell(self._theirs, row[1], column[1])
        if found is None or before is None or after is None:
            return None
        old, new = cell_runs(before), cell_runs(after)
        return TextPatch(old, cell_runs(found), self.hunks_of(row, column, old, new)), old, new

    def hunks_of(self, row: Pair, column: Pair, old: Runs, new: Runs) -> Sequence[Hunk]:
        """Give what was made of a cell that said ``old`` and says ``new``."""
        return self._hunks.get((row, column)) or hunks_between(old, new)

    def row_is_same(self, row: int) -> bool:
        """Tell whether ours has a row of the base as it was."""
        number = self._row_lines.ours.get(row)
        if number is None:
            return False
        return [*map(cell_text, self._ours.rows[number])] == [*map(cell_text, self._base.rows[row])]

    def column_is_same(self, column: int) -> bool:
        """Tell whether ours has a column of the base as it was, in the rows that both have."""
        number = self._column_lines.ours.get(column)
        rows = [(old, our) for old, our in self._row_lines.ours.items() if our is not None]
        return number is not None and all(
            cell_text(self._ours.rows[our][number]) == cell_text(self._base.rows[old][column])
            for old, our in rows
        )

    def moved_row(self, row: int) -> MovedLine | None:
        """Give what became of a row of the base that theirs has elsewhere; None where ours has it no more."""
        new = self._row_lines.moved_to(row)
        if new is None or not self.has_row(row):
            return None
        cells = [
            (self._base.rows[row][old], self._theirs.rows[new][their], self._our_cell(row, old))
            for old, their in self._column_lines.kept
        ]
        return _moved_line(self._row_lines, row, cells)

    def moved_column(self, column: int) -> MovedLine | None:
        """Give what became of a column of the base that theirs has elsewhere."""
        new = self._column_lines.moved_to(column)
        if new is None or not self.has_column(column):
            return None
        cells = [
            (self._base.rows[old][column], self._theirs.rows[their][new], self._our_cell(old, column))
            for old, their in self._row_lines.kept
        ]
        return _moved_line(self._column_lines, column, cells)

    def moved_row_at(self, row: int) -> MovedLine | None:
        """Give the same by where theirs has it."""
        old = self._row_lines.moved.get(row)
        return None if old is None else self.moved_row(old)

    def moved_column_at(self, column: int) -> MovedLine | None:
        """Give the same by where theirs has it."""
        old = self._column_lines.moved.get(column)
        return None if old is None else self.moved_column(old)

    def has_row(self, row: int) -> bool:
        """Tell whether ours still has a row of the base."""
        return self._row_lines.ours.get(row) is not None

    def has_column(self, column: int) -> bool:
        """Tell whether ours still has a column of the base."""
        return self._column_lines.ours.get(column) is not None

    def says_row(self, row: int) -> bool:
        """Tell whether ours has put in the same row as theirs, as far as both have its columns."""
        return self._own_row_of(row) is not None

    def _own_row_of(self, row: int) -> int | None:
        """Give the row of ours that says what one put in by theirs does."""
        pairs = _shared(self._column_lines)
        own = sorted(set(range(len(self._ours.rows))) - set(self._row_lines.ours.values()))
        return next((number for number in own if self._is_same_line(row, number, pairs)), None)

    def _is_same_line(self, their_row: int, our_row: int, columns: Sequence[tuple[int, int]]) -> bool:
        theirs = [cell_text(self._theirs.rows[their_row][theirs]) for theirs, _ in columns]
        return any(theirs) and theirs == [cell_text(self._ours.rows[our_row][ours]) for _, ours in columns]

    def says_column(self, column: int) -> bool:
        """Tell whether ours has put in the same column as theirs, as far as both have its rows."""
        return self._own_column_of(column) is not None

    def _own_column_of(self, column: int) -> int | None:
        """Give the column of ours that says what one put in by theirs does."""
        rows = _shared(self._row_lines)
        words = [cell_text(self._theirs.rows[theirs][column]) for theirs, _ in rows]
        own = sorted(set(range(len(self._ours.columns))) - set(self._column_lines.ours.values()))
        same = (
            number
            for number in own
            if [cell_text(self._ours.rows[ours][number]) for _, ours in rows] == words
        )
        return next(same, None) if any(words) else None

    def apply(self, edits: TableEdits) -> Table:
        """Make ``edits`` in ours; a row or a column that it has no more comes back where they edited it."""
        places = [*edits.cells, *self._edited_in_moved(edits)]
        gone_rows = {row[0] for row, _ in places if row[0] is not None and not self.has_row(row[0])}
        gone_columns = {
            column[0] for _, column in places if column[0] is not None and not self.has_column(column[0])
        }
        if not gone_rows and not gone_columns:
            return self._applied(edits)
        ours = with_lines_back(
            self._base, self._ours, (gone_rows, gone_columns), (self._row_lines.ours, self._column_lines.ours)
        )
        return TablePatch(self._base, self._theirs, ours, self._put_in, self._hunks)._applied(edits)  # noqa: SLF001 - its own kind

    def _edited_in_moved(self, edits: TableEdits) -> Iterator[CellPlace]:
        """Give the cells that theirs edited of rows and columns that it moved and that are wanted."""
        moved_rows, moved_columns = self._row_lines.moved, self._column_lines.moved
        columns = self._column_lines.kept
        columns += [(old, new) for new, old in moved_columns.items() if (None, new) in edits.columns]
        rows = self._row_lines.kept
        rows += [(old, new) for new, old in moved_rows.items() if (None, new) in edits.rows]
        for row in rows:
            for column in columns:
                is_moved = row[1] in moved_rows or column[1] in moved_columns
                before, after = _cell(self._base, row[0], column[0]), _cell(self._theirs, row[1], column[1])
                if is_moved and before and after and cell_text(before) != cell_text(after):
                    yield row, column

    def _applied(self, edits: TableEdits) -> Table:
        rows = [list(row) for row in self._ours.rows]
        for row, column in sorted(edits.cells, key=str):
            wanted = edits.hunks.get((row, column))
            self._patch_cell(rows, row, column, wanted, is_both=(row, column) in edits.both)
        row_keys: list[_Key] = self._keys(len(rows), self._row_lines.ours)
        column_keys: list[_Key] = self._keys(len(self._ours.columns), self._column_lines.ours)
        columns = list(self._ours.columns)
        self._columns(rows, columns, row_keys, column_keys, edits.columns)
        header = self._rows(rows, row_keys, column_keys, edits.rows)
        made = replace(self._ours, rows=tuple(map(tuple, rows)), columns=tuple(columns), header_rows=header)
        return made if grid_problem(made) is None else replace(made, rows=unspanned(made.rows))

    def _keys(self, count: int, ours: Mapping[int, int | None]) -> list[_Key]:
        base_of = {our: base for base, our in ours.items() if our is not None}
        return [
            ("base", base_of[number]) if number in base_of else ("ours", number) for number in range(count)
        ]

    def _patch_cell(
        self,
        rows: list[list[Cell | None]],
        row: Pair,
        column: Pair,
        wanted: Collection[Hunk] | None,
        *,
        is_both: bool,
    ) -> None:
        found = self.cell_patch(row, column)
        our_row = None if row[0] is None else self._row_lines.ours.get(row[0])
        our_column = None if column[0] is None else self._column_lines.ours.get(column[0])
        if found is None or our_row is None or our_column is None:
            return
        patch, old, new = found
        found_hunks = enumerate(self.hunks_of(row, column, old, new))
        hunks = {number: hunk for number, hunk in found_hunks if wanted is None or hunk in wanted}
        pieces = patch.apply(list(hunks.items()), frozenset(hunks) if is_both else frozenset())
        runs = joined(run for piece in pieces for run in piece.runs)
        cell = rows[our_row][our_column]
        if cell is not None:
            rows[our_row][our_column] = replace(cell, paragraphs=lines_of_runs(runs))

    def _columns(
        self,
        rows: list[list[Cell | None]],
        columns: list[Column],
        row_keys: Sequence[_Key],
        keys: list[_Key],
        wanted: frozenset[Pair],
    ) -> None:
        lines, their_rows = self._column_lines, dict(self._row_lines.kept)
        before = {key[1]: [row[at] for row in rows] for at, key in enumerate(keys) if key[0] == "base"}
        for old, new in lines.pairs:
            if (old, new) not in wanted:
                continue
            if new is None and old is not None and ("base", old) in keys and len(columns) > 1:
                at = keys.index(("base", old))
                del keys[at], columns[at]
                for row in rows:
                    del row[at]
            elif old is None and new is not None:
                moved = ("base", lines.moved.get(new, -1))
                if moved in keys and moved[1] in lines.moved_by_ours:  # ours has it elsewhere, too
                    at = keys.index(moved)
                    del keys[at], columns[at]
                    for row in rows:
                        del row[at]
                at = _place(keys, lines.stood_at(), new)
                keys.insert(at, ("theirs", new))
                columns.insert(at, self._theirs.columns[new])
                ours = before.get(moved[1], [None] * len(rows))
                for key, row, our in zip(row_keys, rows, ours, strict=True):
                    row.insert(at, self._arriving_cell(key, new, their_rows, our))

    def _arriving_cell(
        self, row: _Key, column: int, their_rows: Mapping[int, int], ours: Cell | None
    ) -> Cell:
        """Give a cell of a column of theirs: of one that moved with what ours has made of it."""
        old = self._column_lines.moved.get(column)
        kind, number = row
        if ours is None or old is None:
            return self._their_cell(row, column, their_rows)
        before = _cell(self._base, number, old) if kind == "base" else None
        after = _cell(self._theirs, their_rows.get(number), column) if kind == "base" else None
        return merged_cell(before, after, ours)

    def _their_cell(self, row: _Key, column: int, their_rows: Mapping[int, int]) -> Cell:
        kind, number = row
        place = their_rows.get(number) if kind == "base" else None
        if kind == "ours":  # it may be one that was taken over before
            place = next((new for new in self._row_lines.put_in if self._own_row_of(new) == number), None)
        cell = _cell(self._theirs, place, column)
        return Cell() if cell is None else Cell(cell.paragraphs)

    def _rows(
        self,
        rows: list[list[Cell | None]],
        keys: list[_Key],
        column_keys: Sequence[_Key],
        wanted: frozenset[Pair],
    ) -> int:
        header = self._ours.header_rows
        lines, their_columns = self._row_lines, dict(self._column_lines.kept)
        before = {key[1]: tuple(rows[at]) for at, key in enumerate(keys) if key[0] == "base"}
        for old, new in lines.pairs:
            if (old, new) not in wanted:
                continue
            if new is None and old is not None and ("base", old) in keys and len(rows) > 1:
                at = keys.index(("base", old))
                header -= at < header
                del keys[at], rows[at]
            elif old is None and new is not None:
                moved = ("base", lines.moved.get(new, -1))
                if moved in keys and moved[1] in lines.moved_by_ours:  # ours has it elsewhere, too
                    at = keys.index(moved)
                    header -= at < header
                    del keys[at], rows[at]
                at = _place(keys, lines.stood_at(), new)
                header += at < header
                keys.insert(at, ("theirs", new))
                ours = before.get(moved[1], (None,) * len(column_keys))
                cells = zip(column_keys, ours, strict=True)
                rows.insert(at, [self._arrived_cell(key, new, their_columns, our) for key, our in cells])
        return header

    def _arrived_cell(
        self, column: _Key, row: int, their_columns: Mapping[int, int], ours: Cell | None
    ) -> Cell:
        """Give a cell of a row of theirs: of one that moved with what ours has made of it."""
        old = self._row_lines.moved.get(row)
        kind, number = column
        if ours is None or old is None or kind == "theirs":
            return self._new_cell(column, row, their_columns)
        before = _cell(self._base, old, number) if kind == "base" else None
        after = _cell(self._theirs, row, their_columns.get(number)) if kind == "base" else None
        return merged_cell(before, after, ours)

    def _new_cell(self, column: _Key, row: int, their_columns: Mapping[int, int]) -> Cell:
        kind, number = column
        place = number if kind == "theirs" else their_columns.get(number) if kind == "base" else None
        if kind == "ours":  # it may be one that was taken over before
            place = next(
                (new for new in self._column_lines.put_in if self._own_column_of(new) == number), None
            )
        cell = _cell(self._theirs, row, place)
        return Cell() if cell is None else Cell(cell.paragraphs)

    def _our_cell(self, row: int | None, column: int | None) -> Cell | None:
        if row is None or column is None:
            return None
        return _cell(self._ours, self._row_lines.ours.get(row), self._column_lines.ours.get(column))


def _cell(table: Table, row: int | None, column: int | None) -> Cell | None:
    if row is None or column is None:
        return None
    return table.rows[row][column]


def _moved_line(
    lines: Lines, number: int, cells: Sequence[tuple[Cell | None, Cell | None, Cell | None]]
) -> MovedLine:
    is_by_ours = number in lines.moved_by_ours
    return MovedLine(cells, is_moved_by_ours=is_by_ours, is_there=lines.stands_there(number))


def _shared(lines: Lines) -> list[tuple[int, int]]:
    """Give the rows or columns of before that theirs and ours both have, by their numbers there."""
    return [(new, our) for old, new in lines.kept if (our := lines.ours.get(old)) is not None]


def _place(keys: Sequence[_Key], stood_at: Mapping[int, int], new: int) -> int:
    """Behind the nearest row or column before it that ours has."""
    for number in range(new - 1, -1, -1):
        for key in (("theirs", number), ("base", stood_at.get(number, -1))):
            if key in keys:
                return keys.index(key) + 1
    return 0
