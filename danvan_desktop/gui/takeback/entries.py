"""From changes to the cards of the list, and to their places in the text."""

from collections.abc import Mapping
from functools import partial

from danvan_desktop.gui.takeback import wording
from danvan_desktop.gui.takeback.change_html import around_of, left_html, row_html, spoken, state_text
from danvan_desktop.gui.takeback.change_list import ListEntry
from danvan_desktop.gui.takeback.decisions import Answer, ChangeRow, Decisions, tabs_of
from danvan_desktop.report.location import Location
from danvan_desktop.report.model import Block, Paragraph, Report, Table, plain
from danvan_desktop.report.takeback.change_text import where_text
from danvan_desktop.report.takeback.finding.plan import ChangeTable, EditText, TakeBackPlan
from danvan_desktop.report.takeback.merging.our_cell import our_cell
from danvan_desktop.report.takeback.merging.our_words import OurWords
from danvan_desktop.report.takeback.model import Change, NotTaken
from danvan_desktop.report.takeback.wording import quoted
from danvan_desktop.report.text.utf16 import utf16_length
from danvan_desktop.report.walk import every_block

_LEAD = 20
"""Letters."""
_TONES: dict[Answer | None, str] = {
    "taken": "green",
    "both": "green",
    "refused": "muted",
    "by_hand": "accent",
    None: "muted",
}


def groups_of(
    plan: TakeBackPlan,
    decisions: Decisions,
    titles: Mapping[str, str],
    ours: Mapping[int, OurWords],
    *,
    open_only: bool,
) -> list[tuple[str, list[ListEntry]]]:
    """Make the cards of each tab under its heading, last those of what cannot be taken over.

    ``titles``: of the tabs. ``ours``: what the report says, by the number of what it speaks against.
    """
    groups = []
    for tab in tabs_of(plan.changes):
        is_asked = not open_only or not tab.tab
        rows = [row for row in tab.rows if is_asked or decisions.is_open_row(row)]
        if rows:
            title = f"{titles.get(tab.tab, 'Mục đã bỏ')} ({len(rows)})"
            groups.append((title, [_entry(row, decisions, plan, ours) for row in rows]))
    if plan.left:
        left = [
            ListEntry(None, partial(left_html, each), each.text, "muted", _place_of_left(each))
            for each in plan.left
        ]
        groups.append((f"{wording.LEFT} ({len(left)})", left))
    return groups


def place_of(change: Change, plan: TakeBackPlan, ours: Report) -> str:
    """Say where in ``ours`` a change is seen, its words selected; of what is new the paragraph beside it."""
    if change.kind == "field":
        return change.place
    present = {block.id: block for _, block in every_block(ours)}
    for number in (*change.blocks, change.after, change.before):
        if number in present:
            return str(_words_in(present[number], change, plan))
    return "annexes" if change.tab.startswith("annex:") else change.tab


def _place_of_left(left: NotTaken) -> str:
    return str(Location("", left.block)) if left.block else ""


def _entry(
    row: ChangeRow, decisions: Decisions, plan: TakeBackPlan, ours: Mapping[int, OurWords]
) -> ListEntry:
    change = row.first
    answer = decisions.answer(change)
    state = state_text(row, answer, decisions.answered_in(change))
    tone = _TONES[answer] if state else "amber" if row.conflict else ""
    around = _around(plan, change)
    words = None
    if row.conflict and not state:
        words = ours.get(next(each.n for each in row.changes if each.conflict))
    where = _where(change, plan) if len(row.changes) == 1 else ""
    html = partial(row_html, row, state, around, words, where=where)
    return ListEntry(row, html, spoken(row, state, words, where), tone)


def _where(change: Change, plan: TakeBackPlan) -> str:
    """Say what the words of the card do not: of another kind or number the paragraph that gets it."""
    return quoted(change.about) if change.kind in {"kind", "number"} else where_text(change, plan)


def _words_in(block: Block, change: Change, plan: TakeBackPlan) -> Location:
    """The words of the block that go, came or are spoken about, else the place between others."""
    if isinstance(block, Table):
        return _in_cell(block, change, plan)
    text = plain(block.runs) if isinstance(block, Paragraph) else ""
    before = _before(plan, change)
    about = change.about if change.kind == "comment" else ""
    for words in (plain(change.old), plain(change.new), about):
        for lead in (before, ""):
            if words.strip() and text.count(lead + words) == 1:
                at = text.index(lead + words) + len(lead)
                return Location("", block.id, utf16_length(text[:at]), utf16_length(words))
    if before and text.count(before) == 1:
        at = text.index(before) + len(before)
        end = max(at, text.find(_behind(plan, change), at))  # what ours says there
        return Location("", block.id, utf16_length(text[:at]), utf16_length(text[at:end]))
    return Location("", block.id)


def _hunk(plan: TakeBackPlan, change: Change) -> tuple[str, int, int] | None:
    """The words of an edited text as they went out, and from where to where they are edited."""
    operation = plan.operation(change.n)
    if not isinstance(operation, EditText) or len(operation.hunks) != 1:
        return None
    hunk = plan.hunks[operation.link][operation.hunks[0]]
    return plain(plan.befores[operation.link]), hunk.start, hunk.end


def _around(plan: TakeBackPlan, change: Change) -> tuple[str, str]:
    found = _hunk(plan, change)
    return ("", "") if found is None else around_of(*found)


def _before(plan: TakeBackPlan, change: Change) -> str:
    """The last words before the edit, by which its place is found again."""
    found = _hunk(plan, change)
    return "" if found is None else found[0][max(0, found[1] - _LEAD) : found[1]]


def _behind(plan: TakeBackPlan, change: Change) -> str:
    """The first words behind the edit."""
    found = _hunk(plan, change)
    return "" if found is None else found[0][found[2] : found[2] + _LEAD]


def _in_cell(block: Table, change: Change, plan: TakeBackPlan) -> Location:
    """The words of a cell that go or came, else all of its first line."""
    operation = plan.operation(change.n)
    if not isinstance(operation, ChangeTable):
        return Location("", block.id)
    place = our_cell(operation, plan, block)
    cell = block.rows[place[0]][place[1]] if block.rows else None
    text = plain(cell.paragraphs[0]) if cell is not None and cell.paragraphs else ""
    for words in (plain(change.old), plain(change.new)):
        if words.strip() and text.count(words) == 1:
            at = utf16_length(text[: text.index(words)])
            return Location("", block.id, at, utf16_length(words), place)
    return Location("", block.id, 0, utf16_length(text), place)
