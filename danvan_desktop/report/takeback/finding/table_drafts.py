"""Changes within a table: cells, rows and columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.likeness import likeness, profile
from danvan_desktop.report.diff.tables.cells import cell_runs
from danvan_desktop.report.model import Runs, Table, plain
from danvan_desktop.report.takeback.finding.authors import CellAuthors, new_rows
from danvan_desktop.report.takeback.finding.hunk_words import listed, replacement
from danvan_desktop.report.takeback.model import ChangeKind, ReturnedBlock, Revision
from danvan_desktop.report.takeback.patching.table_patch import Pair, column_text, row_text, table_changes
from danvan_desktop.report.takeback.patching.text_patch import hunks_between

_NONE: Pair = (None, None)
_LIKE = 0.6
"""So like are the columns that one was before and after it was moved."""


@frozen
class CellDraft:
    """A change within a table."""

    kind: ChangeKind
    row: Pair
    column: Pair
    old: Runs = ()
    new: Runs = ()
    revision: Revision | None = None
    group: str = ""


def cell_drafts(before: Table, after: Table, read: ReturnedBlock) -> Iterator[CellDraft]:
    """Say what became of a table that was ``read`` as ``after``; what is struck there is only proposed."""
    found = table_changes(before, after, new_rows(read.tracked_cells))
    who = CellAuthors(read.tracked_cells)
    struck = {(each.row, each.column) for each in read.struck_cells}
    yield from _with_moves(list(_row_drafts(before, after, read, found.rows, who)))
    yield from _with_moves(list(_column_drafts(before, after, found.columns, who)))
    for cell in found.cells:
        one = before.rows[cell.row[0] or 0][cell.column[0] or 0]
        other = after.rows[cell.row[1] or 0][cell.column[1] or 0]
        hunks = hunks_between(cell_runs(one), cell_runs(other))
        kind: ChangeKind = "look" if cell.is_look else "cell"
        is_less = not any(plain(each.new).strip() for each in hunks)
        if kind == "cell" and is_less and (cell.row[1], cell.column[1]) in struck:
            kind = "strike"
        yield CellDraft(
            kind,
            cell.row,
            cell.column,
            listed([each.old for each in hunks]),
            listed([each.new for each in hunks]),
            who.of_cell(cell.row[1] or 0, cell.column[1] or 0),
            replacement(hunks),
        )


def _row_drafts(
    before: Table, after: Table, read: ReturnedBlock, pairs: Sequence[Pair], who: CellAuthors
) -> Iterator[CellDraft]:
    struck_rows = {_folded(each.text) for each in read.struck_cells if each.row < 0}
    for row in pairs:
        if row[0] is None and row[1] is not None:
            yield CellDraft("row+", row, _NONE, (), row_text(after, row[1]), who.of_row(row[1]))
        elif row[1] is None and row[0] is not None:
            words = row_text(before, row[0])
            if _folded(plain(words)) in struck_rows:
                yield CellDraft("strike", row, _NONE, words)
            else:
                yield CellDraft("row-", row, _NONE, words, (), who.of_gone())


def _column_drafts(
    before: Table, after: Table, pairs: Sequence[Pair], who: CellAuthors
) -> Iterator[CellDraft]:
    for column in pairs:
        if column[0] is None and column[1] is not None:
            rows = [row for row, cells in enumerate(after.rows) if plain(cell_runs(cells[column[1]])).strip()]
            put_in = who.of_column(column[1], rows)
            yield CellDraft("col+", _NONE, column, (), column_text(after, column[1]), put_in)
        elif column[1] is None and column[0] is not None:
            took_out = who.of_gone_column(column[0])
            yield CellDraft("col-", _NONE, column, column_text(before, column[0]), (), took_out)


def _with_moves(drafts: Sequence[CellDraft]) -> list[CellDraft]:
    """Group a row or a column that went with one that came and says the same: it was moved."""
    made = list(drafts)
    for number, gone in enumerate(drafts):
        if gone.kind not in {"row-", "col-"} or not plain(gone.old).strip():
            continue
        for at, came in enumerate(made):
            is_other_half = came.kind == f"{gone.kind[:3]}+" and not came.group and _says_the_same(gone, came)
            if is_other_half and _author(came) == _author(gone):
                pair = (gone.row[0], came.row[1]) if came.kind == "row+" else (gone.column[0], came.column[1])
                group = f"{gone.kind[:3]} {pair[0]} → {pair[1]}"
                made[number], made[at] = replace(gone, group=group), replace(came, group=group)
                break
    return made


def _says_the_same(gone: CellDraft, came: CellDraft) -> bool:
    """Tell whether a row says the same but for its number, and a column nearly the same."""
    if gone.kind == "row-":
        said = _without_number(gone.old)
        return bool(said) and _without_number(came.new) == said
    return likeness(profile(plain(gone.old)), profile(plain(came.new))) >= _LIKE


def _author(draft: CellDraft) -> str | None:
    return None if draft.revision is None else draft.revision.author


def _without_number(row: Runs) -> str:
    first, _, rest = plain(row).partition("\t")
    return _folded(rest if first.strip(" .").isdigit() else plain(row))


def _folded(text: str) -> str:
    return " ".join(text.split())
