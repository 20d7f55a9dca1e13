"""A table that was parted in two: one change, and the first part stays the table that it was."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from danvan_desktop.report.diff.tables.cells import cell_text, row_text
from danvan_desktop.report.takeback.finding.alignment import UnitLink
from danvan_desktop.report.takeback.finding.drafts import ChangeDraft
from danvan_desktop.report.takeback.finding.plan import ChangeTable, PartTable, PutIn
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.patching.text_patch import in_one

_Row = tuple[str, ...]
_HEADINGS = frozenset({"section", "annex", "part"})


def with_first_parts(links: Sequence[UnitLink], olds: Sequence[Unit], news: Sequence[Unit]) -> list[UnitLink]:
    """Link a table that was parted with its first part, however much more like the second is."""
    taken = {new for link in links for new in link.news}
    return [_with_first_part(link, olds, news, taken) for link in links]


def _with_first_part(link: UnitLink, olds: Sequence[Unit], news: Sequence[Unit], taken: set[int]) -> UnitLink:
    old, new = olds[link.olds[0]], news[link.news[0]]
    if old.kind != "table" or len(link.olds) + len(link.news) > 2:
        return link
    for first in reversed(news[: new.index]):
        if first.kind in _HEADINGS:
            return link
        if first.kind == "table":
            is_free = first.index not in taken
            rows = _rows(old)
            is_parted = [*_rows(first), *_rows_behind_head(new, old)] == rows
            return replace(link, news=(first.index,)) if is_free and is_parted else link
    return link


def with_parts_joined(
    drafts: Sequence[ChangeDraft], olds: Sequence[Unit], news: Sequence[Unit], links: Sequence[UnitLink]
) -> list[ChangeDraft]:
    """Make one change of rows that went and of the table behind in which they stand now."""
    made = list(drafts)
    for number, link in enumerate(links):
        old, first = olds[link.olds[0]], news[link.news[0]]
        if old.kind != "table":
            continue
        gone = [draft for draft in made if _is_row_gone(draft, number)]
        second = _table_behind(first, news) if gone else None
        came = next((draft for draft in made if second and _is_put_in(draft, second)), None)
        if second is None or came is None or not isinstance(came.operation, PutIn):
            continue
        edits = [each.operation for each in gone if isinstance(each.operation, ChangeTable)]
        rows = _rows(old)
        if [rows[edit.rows[0] or 0] for edit in edits] != _rows_behind_head(second, old):
            continue
        made = [draft for draft in made if draft is not came and all(draft is not each for each in gone)]
        signs = [who for each in (came, *gone) for who in each.people]
        made.append(
            ChangeDraft(
                gone[0].place,
                "split",
                PartTable(tuple(edits), came.operation),
                gone[0].tab,
                (old.id,),
                field=f"{edits[0].rows[0]}:",
                new=in_one(row_text(old.table, edit.rows[0] or 0) for edit in edits),
                about=gone[0].about,
                revision=signs[0] if signs else None,
                also=tuple(signs),
            )
        )
    return made


def _is_row_gone(draft: ChangeDraft, link: int) -> bool:
    return draft.kind == "row-" and isinstance(draft.operation, ChangeTable) and draft.operation.link == link


def _is_put_in(draft: ChangeDraft, unit: Unit) -> bool:
    return draft.kind == "table+" and isinstance(draft.operation, PutIn) and draft.operation.new == unit.index


def _table_behind(first: Unit, news: Sequence[Unit]) -> Unit | None:
    for unit in news[first.index + 1 :]:
        if unit.kind in _HEADINGS or unit.kind == "table":
            return unit if unit.kind == "table" else None
    return None


def _rows(unit: Unit) -> list[_Row]:
    return [tuple(map(cell_text, row)) for row in unit.block.rows]


def _rows_behind_head(unit: Unit, old: Unit) -> list[_Row]:
    """Give the rows of a second part without those of the head that were repeated in it."""
    head = _rows(old)[: old.block.header_rows]
    return list(dropwhile(lambda row: row in head, _rows(unit)))
