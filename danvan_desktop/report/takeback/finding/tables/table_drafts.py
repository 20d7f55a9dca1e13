"""Changes within a table: cells, rows and columns."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.diff.tables.cells import cell_runs, cell_text, column_text, row_text
from danvan_desktop.report.model import Runs, Table, plain
from danvan_desktop.report.takeback.finding.authors import CellAuthors, new_rows
from danvan_desktop.report.takeback.finding.hunk_words import listed, replacement
from danvan_desktop.report.takeback.finding.tracked.hunk_authors import TextWithTraces, signed
from danvan_desktop.report.takeback.model import ChangeKind, ReturnedBlock, Revision
from danvan_desktop.report.takeback.patching.table_changes import CellChange, Pair, table_changes
from danvan_desktop.report.takeback.patching.text_patch import Hunk, hunks_between

_NONE: Pair = (None, None)


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
    also: tuple[Revision, ...] = ()
    hunks: tuple[Hunk, ...] = ()
    """Of a cell that several changed what one of them made; of others none."""


def cell_drafts(before: Table, after: Table, read: ReturnedBlock) -> Iterator[CellDraft]:
    """Say what became of a table that was ``read`` as ``after``; what is struck there is only proposed."""
    found = table_changes(before, after, new_rows(read.tracked_cells))
    who = CellAuthors(read.tracked_cells)
    struck = {(each.row, each.column) for each in read.struck_cells}
    rows = list(_row_drafts(before, after, read, found.rows, who))
    yield from _with_moves(rows, {(old, new) for new, old in found.moved_rows.items()})
    columns = list(_column_drafts(before, after, found.columns, who))
    yield from _with_moves(columns, {(old, new) for new, old in found.moved_columns.items()})
    for cell in found.cells:
        yield from _cell_drafts(before, after, cell, who, struck)


def _cell_drafts(
    before: Table, after: Table, cell: CellChange, who: CellAuthors, struck: Collection[tuple[int, int]]
) -> Iterator[CellDraft]:
    """Say what became of a cell: what each of several people made of it, by itself."""
    one = cell_runs(before.rows[cell.row[0] or 0][cell.column[0] or 0])
    other = cell_runs(after.rows[cell.row[1] or 0][cell.column[1] or 0])
    place = cell.row[1] or 0, cell.column[1] or 0
    read = who.cell(*place)
    texts = [] if read is None else [TextWithTraces(len(plain(other)), read)]
    hunks = [each for hunk in hunks_between(one, other) for each in signed(texts, hunk)]
    by_author = defaultdict[str | None, list[Hunk]](list)
    for hunk in hunks:
        by_author[None if hunk.revision is None else hunk.revision.author].append(hunk)
    unsigned = by_author.pop(None, [])
    if len(by_author) < 2:
        parts = [hunks]
    else:
        parts = list(by_author.values())
        parts[0] = [hunk for hunk in hunks if hunk in parts[0] or hunk in unsigned]
    for part in parts:
        signs = list(dict.fromkeys(each for hunk in part for each in hunk.people))
        if len(parts) == 1 and read is not None:
            signs = list(dict.fromkeys((*signs, *read.people)))
        kind: ChangeKind = "look" if all(hunk.is_look for hunk in part) else "cell"
        is_less = not any(plain(each.new).strip() for each in part)
        if kind == "cell" and is_less and place in struck:
            kind = "strike"
        yield CellDraft(
            kind,
            cell.row,
            cell.column,
            listed([each.old for each in part]),
            listed([each.new for each in part]),
            _first(signs),
            replacement(part),
            tuple(signs[1:]),
            () if len(parts) == 1 else tuple(part),
        )


def _row_drafts(
    before: Table, after: Table, read: ReturnedBlock, pairs: Sequence[Pair], who: CellAuthors
) -> Iterator[CellDraft]:
    struck_rows = {_folded(each.text) for each in read.struck_cells if each.row < 0}
    for row in pairs:
        if row[0] is None and row[1] is not None:
            signs, words = who.of_row(row[1]), row_text(after, row[1])
            yield CellDraft("row+", row, _NONE, (), words, _first(signs), also=tuple(signs))
        elif row[1] is None and row[0] is not None:
            words = row_text(before, row[0])
            if _folded(plain(words)) in struck_rows:
                yield CellDraft("strike", row, _NONE, words)
            else:
                signs = who.of_gone()
                yield CellDraft("row-", row, _NONE, words, (), _first(signs), also=tuple(signs))


def _first(revisions: Sequence[Revision]) -> Revision | None:
    return revisions[0] if revisions else None


def _column_drafts(
    before: Table, after: Table, pairs: Sequence[Pair], who: CellAuthors
) -> Iterator[CellDraft]:
    for column in pairs:
        if column[0] is None and column[1] is not None:
            rows = [row for row, cells in enumerate(after.rows) if plain(cell_runs(cells[column[1]])).strip()]
            signs, words = who.of_column(column[1], rows), column_text(after, column[1])
            yield CellDraft("col+", _NONE, column, (), words, _first(signs), also=tuple(signs))
        elif column[1] is None and column[0] is not None:
            signs = who.of_gone_column({cell_text(row[column[0]]) for row in before.rows})
            words = column_text(before, column[0])
            yield CellDraft("col-", _NONE, column, words, (), _first(signs), also=tuple(signs))


def _with_moves(drafts: Sequence[CellDraft], moved: Collection[tuple[int, int]]) -> list[CellDraft]:
    """Group a row or a column that went with the one that came of it elsewhere, by one author."""
    made = list(drafts)
    for number, gone in enumerate(drafts):
        for at, came in enumerate(drafts):
            pair = (gone.row[0], came.row[1]) if came.kind == "row+" else (gone.column[0], came.column[1])
            is_pair = gone.kind in {"row-", "col-"} and came.kind == f"{gone.kind[:3]}+" and pair in moved
            if is_pair and _author(came) == _author(gone):
                group = f"{gone.kind[:3]} {pair[0]} → {pair[1]}"
                made[number], made[at] = replace(gone, group=group), replace(came, group=group)
    return made


def _author(draft: CellDraft) -> str | None:
    return None if draft.revision is None else draft.revision.author


def _folded(text: str) -> str:
    return " ".join(text.split())
