"""What became of a table: its rows, its columns and its cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.tables.cells import cell_runs, cell_text
from danvan_desktop.report.diff.tables.difference import TableDiff, compare_tables
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Runs, Table
from danvan_desktop.report.takeback.patching.moved_lines import moved_columns, moved_rows

Pair = tuple[int | None, int | None]
"""Number of a row or a column before and after; None: not there."""


CellPlace = tuple[Pair, Pair]
"""Row and column of a cell."""


@frozen
class CellChange:
    """A cell that says something else: where it was and is."""

    row: Pair
    column: Pair
    is_look: bool


@frozen
class TableChanges:
    """What became of a table."""

    rows: tuple[Pair, ...]
    columns: tuple[Pair, ...]
    cells: tuple[CellChange, ...]
    moved_rows: Mapping[int, int] = field(default_factory=dict)
    """Of rows that stand elsewhere where they stood, by where they stand: each went and came."""
    moved_columns: Mapping[int, int] = field(default_factory=dict)


def table_changes(old: Table, new: Table, put_in: frozenset[int] = frozenset()) -> TableChanges:
    """Say what became of ``old``; ``put_in``: rows of ``new`` that are known to be none of its."""
    kept = [number for number in range(len(new.rows)) if number not in put_in]
    if not kept:
        kept, put_in = list(range(len(new.rows))), frozenset()
    diff = compare_tables(old, replace(new, rows=tuple(new.rows[number] for number in kept)))
    rows: list[Pair] = [(row.old, None if row.new is None else kept[row.new]) for row in diff.rows]
    for number in sorted(put_in):
        behind = (at for at, pair in enumerate(rows, start=1) if pair[1] is not None and pair[1] < number)
        rows.insert(max(behind, default=0), (None, number))
    header_rows = max(old.header_rows, new.header_rows)
    return TableChanges(
        tuple(rows),
        diff.columns,
        tuple(_cells(diff, header_rows, kept)),
        moved_rows(old, new, rows, diff.columns),
        moved_columns(old, new, diff.columns),
    )


def _cells(diff: TableDiff, header_rows: int, kept: Sequence[int]) -> Iterator[CellChange]:
    """Give the cells that say something else; ``kept`` has the numbers of the rows in the whole table."""
    for row in diff.rows:
        if row.old is None or row.new is None:
            continue
        new = kept[row.new]
        for column, cell in zip(diff.columns, row.cells, strict=True):
            if None in column or cell.old is None or cell.new is None:
                continue
            before, after = cell_runs(cell.old), cell_runs(cell.new)
            if cell_text(cell.old) != cell_text(cell.new):
                yield CellChange((row.old, new), column, is_look=False)
            elif row.old < header_rows and _is_bold(before) != _is_bold(after):
                continue  # a head is bold by its kind; an editor that drops the kind leaves it bold
            elif joined(before) != joined(after):
                yield CellChange((row.old, new), column, is_look=True)


def _is_bold(runs: Runs) -> bool:
    return all(run.bold for run in runs if run.text.strip())
