"""From linked units to changes as a user names them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.report.model import Numbering, Run, Runs, plain
from danvan_desktop.report.takeback.finding.alignment import UnitLink, aligned
from danvan_desktop.report.takeback.finding.arrivals import NUMBERED, Arrivals, whole
from danvan_desktop.report.takeback.finding.authors import tracked_whole, who_made
from danvan_desktop.report.takeback.finding.drafts import ChangeDraft
from danvan_desktop.report.takeback.finding.hunk_words import (
    is_by_editor,
    is_last_sign,
    is_typed_with_label,
    listed,
    replacement,
    said_by,
    struck_hunks,
)
from danvan_desktop.report.takeback.finding.kinds import (
    UnitSort,
    automatic_labels,
    lost_number,
    role_named,
    sort_after,
    sort_of,
)
from danvan_desktop.report.takeback.finding.places import UnitPlaces
from danvan_desktop.report.takeback.finding.plan import (
    ChangeTable,
    EditText,
    GiveNumber,
    MakeKind,
    MoveTo,
    Operation,
    TakeOut,
)
from danvan_desktop.report.takeback.finding.remark_drafts import remark_drafts, remarks_on_gone
from danvan_desktop.report.takeback.finding.tables.parted_tables import with_first_parts, with_parts_joined
from danvan_desktop.report.takeback.finding.tables.table_drafts import CellDraft, cell_drafts
from danvan_desktop.report.takeback.finding.tables.used_columns import without_unused_columns
from danvan_desktop.report.takeback.finding.tracked.gone_units import GoneUnits
from danvan_desktop.report.takeback.finding.tracked.hunk_authors import signed, traced
from danvan_desktop.report.takeback.finding.tracked.left_looks import unit_looks
from danvan_desktop.report.takeback.finding.tracked.untold import untold_in_text
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.model import ChangeKind, NotTaken, Revision
from danvan_desktop.report.takeback.patching.same_grid import on_grid_of
from danvan_desktop.report.takeback.patching.text_patch import Hunk, hunks_between, in_one
from danvan_desktop.report.takeback.wording import shortened

_SAME_REPLACEMENTS = 3
"""So often the same replacement makes a group."""
_WORDS_AND_LOOKS: tuple[tuple[ChangeKind, bool], ...] = (("edit", False), ("look", True))
_LONGEST_PLACE = 60
"""Letters of a paragraph by which a place is told."""
_LINES = frozenset({"row+", "row-", "col+", "col-"})
"""Two of them are one group where a row or a column was moved."""


class ChangeFinder:
    """Finds the changes of the text; ``drafts`` has them in no order."""

    def __init__(self, gone: GoneUnits, olds: Sequence[Unit], news: list[Unit]) -> None:
        """``news``: a table in it is put on the grid on which it went out."""
        self.olds, self.news = olds, news
        self.links: list[UnitLink] = with_first_parts(aligned(olds, news), olds, news)
        self.hunks: list[list[Hunk]] = [[] for _ in self.links]
        self.befores: list[Runs] = [() for _ in self.links]
        """Of each link its words as they went out."""
        self.drafts: list[ChangeDraft] = []
        self.renumbered = 0
        self.left: list[NotTaken] = []
        self._places = UnitPlaces(olds, news, self.links)
        self._gone = gone
        self._sorts = self._all_sorts()
        self._labels = automatic_labels(news, self._sorts)

    def find(self) -> None:
        """Find them all."""
        for number, link in enumerate(self.links):
            if self.olds[link.olds[0]].kind == "table":
                self._table(number, link)
            else:
                self._words(number, link)
                self._kind(number, link)
            self._left_looks(number, link)
        self._moves()
        arrived = Arrivals(self.olds, self.news, self._places, self._sorts, self._labels)
        self.drafts += arrived.drafts()
        self.left += arrived.left
        self.drafts = with_parts_joined(self.drafts, self.olds, self.news, self.links)
        self._taken_out()
        self.drafts += remark_drafts(self.olds, self.news, self.links, self._places)
        self.drafts += remarks_on_gone(self._gone, self.olds, self.news, self._places)
        self.left += untold_in_text(self.drafts, self.news, self.links, self._places)
        self._group()

    # where things stand

    def _all_sorts(self) -> dict[int, UnitSort]:
        sorts: dict[int, UnitSort] = {}
        for link in self.links:
            first = link.news[0]
            sorts[first] = sort_after(self.olds[link.olds[0]], self.news[first])
        for unit in self.news:
            sorts.setdefault(unit.index, sort_of(unit))
        return sorts

    def placed(self, left: NotTaken) -> NotTaken:
        """Say at which block something stands that is named by the words of its paragraph."""
        if left.block or not left.place:
            return left
        folded = " ".join(left.place.split())
        found = next((unit.index for unit in self.news if unit.text and unit.text in folded), None)
        if found is None:
            return replace(left, place=shortened(folded, _LONGEST_PLACE))
        return replace(left, block=self._places.nearest(found))

    # words

    def _words(self, number: int, link: UnitLink) -> None:
        olds, news = [self.olds[old] for old in link.olds], [self.news[new] for new in link.news]
        before = in_one(unit.runs for unit in olds)
        after = in_one(said_by(unit, olds[0]) for unit in news)
        if olds[-1].has_end_mark and not news[-1].has_end_mark:
            before = (*before, Run("."))  # print took it into the end mark
        self.befores[number] = before
        hunks = [
            hunk
            for hunk in hunks_between(before, after)
            if not is_last_sign(hunk, before, olds[-1], news[-1])
            and not is_typed_with_label(hunk, olds[0], news[0])
        ]
        if olds[0].kind in {"section", "annex"}:
            hunks = [hunk for hunk in hunks if hunk.is_look or not _is_capitals_only(hunk)]
        hunks = self.hunks[number] = self._signed(news, hunks)
        ids, tab = tuple(unit.id for unit in olds), olds[0].tab
        parting = [n for n, hunk in enumerate(hunks) if hunk.parts]
        if parting:
            kind: ChangeKind = "split" if len(news) > 1 else "merge"
            self._text_change(number, kind, parting, ids, tab)
        self._by_authors(number, ids[:1] if len(news) == 1 else ids, tab)
        self._struck(number, news, ids, tab)

    @staticmethod
    def _signed(news: Sequence[Unit], hunks: Sequence[Hunk]) -> list[Hunk]:
        texts = traced(news)
        return [each for hunk in hunks for each in signed(texts, hunk)]

    def _by_authors(self, number: int, ids: tuple[int, ...], tab: str) -> None:
        """What one person made at one time of the words is one change, what of the looks another."""
        for kind, is_look in _WORDS_AND_LOOKS:
            by_revision = defaultdict[Revision, list[int]](list)
            for n, hunk in enumerate(self.hunks[number]):
                if hunk.is_look == is_look and not hunk.parts:
                    by_revision[hunk.revision or Revision()].append(n)
            for chosen in by_revision.values():
                self._text_change(number, kind, chosen, ids[:1] if is_look else ids, tab)

    def _text_change(
        self, number: int, kind: ChangeKind, chosen: list[int], ids: tuple[int, ...], tab: str
    ) -> None:
        hunks = [self.hunks[number][n] for n in chosen]
        link = self.links[number]
        self.drafts.append(
            ChangeDraft(
                (link.news[0], 1),
                kind,
                EditText(number, tuple(chosen)),
                tab,
                ids,
                old=listed([hunk.old for hunk in hunks]),
                new=listed([hunk.new for hunk in hunks]),
                about=self.olds[link.olds[0]].text,
                revision=hunks[0].revision,
                also=tuple(who for hunk in hunks for who in hunk.people),
                is_by_editor=kind == "edit" and all(map(is_by_editor, hunks)),
                group=replacement(hunks) if kind == "edit" else "",
            )
        )

    def _struck(self, number: int, news: Sequence[Unit], ids: tuple[int, ...], tab: str) -> None:
        """What is struck through is a proposal to take it out: as hunks of their own."""
        before = plain(in_one(self.olds[old].runs for old in self.links[number].olds))
        if found := struck_hunks(before, news, self.hunks[number]):
            first = len(self.hunks[number])
            self.hunks[number] += found
            self._text_change(number, "strike", list(range(first, first + len(found))), ids[:1], tab)

    def _left_looks(self, number: int, link: UnitLink) -> None:
        news = [self.news[new] for new in link.news]
        self.left += unit_looks(self.olds[link.olds[0]], news, self.hunks[number])

    # kind and number

    def _kind(self, number: int, link: UnitLink) -> None:
        old, new = self.olds[link.olds[0]], self.news[link.news[0]]
        was, now = sort_of(old), self._sorts[new.index]
        if old.kind not in {"paragraph", "section"}:
            return
        label = new.block.label
        if now != was:
            kept, typed = (label, "") if now.role in NUMBERED else (None, label if now.role == "body" else "")
            numbering: Numbering = "none"
            if kept:
                numbering = "auto" if self._labels.get(new.index, label) == label else "fixed"
            role = None if now.role == "section" else role_named(now.role)
            operation = MakeKind(number, role, now.level, kept or None, numbering, typed)
            said, says = f"{old.block.label} {was.role}".strip(), f"{label} {now.role}".strip()
            self._add(link, "kind", operation, old, said, says)
        elif old.block.label and not label and lost_number(old, new):
            self._add(link, "number", GiveNumber(number, ""), old, old.block.label, "")
        elif label != old.block.label and label and old.block.label and now.role in NUMBERED:
            if label == self._labels.get(new.index):
                self.renumbered += 1
            else:
                self._add(link, "number", GiveNumber(number, label), old, old.block.label, label)

    def _add(
        self, link: UnitLink, kind: ChangeKind, operation: Operation, old: Unit, was: str, now: str
    ) -> None:
        runs = [(Run(text),) if text else () for text in (was, now)]
        self.drafts.append(
            ChangeDraft(
                (link.news[0], 2),
                kind,
                operation,
                old.tab,
                (old.id,),
                old=runs[0],
                new=runs[1],
                revision=who_made(kind, old, self.news[link.news[0]]),
                about=old.text,
            )
        )

    # moves

    def _moves(self) -> None:
        told: set[int] = set()
        headings = {"section", "annex"}
        # A heading first: what moved with it is told with it.
        moved = [number for number, link in enumerate(self.links) if link.is_moved]
        for number in sorted(
            moved, key=lambda each: self.olds[self.links[each].olds[0]].kind not in headings
        ):
            link = self.links[number]
            if number in told:
                continue
            members = [each for each in self._moved_together(number) if each not in told]
            told.update(members)
            old, new = self.olds[link.olds[0]], link.news[0]
            last = self.links[members[-1]].news[-1]
            revision = tracked_whole(self.news[new])
            self.drafts.append(
                ChangeDraft(
                    (new, 0),
                    "move",
                    MoveTo(tuple(members)),
                    old.tab,
                    tuple(self.olds[old].id for old in link.olds),
                    after=self._places.id_before(new),
                    before=self._places.id_behind(last),
                    revision=revision,
                    about=old.text,
                )
            )

    def _moved_together(self, number: int) -> list[int]:
        """A heading of a Mục moves with all that stands under it: one change."""
        link = self.links[number]
        members = [number]
        if self.olds[link.olds[0]].kind not in {"section", "annex"}:
            return members
        new = link.news[-1] + 1
        while new < len(self.news) and self.news[new].kind not in {"section", "annex"}:
            other = self._places.link_of_new.get(new)
            if other is None:
                new += 1
                continue
            if not self.links[other].is_moved:
                break
            if other not in members:
                members.append(other)
            new += 1
        return members

    # what went

    def _taken_out(self) -> None:
        told: set[int] = set()
        for unit in self.olds:
            if unit.index in self._places.link_of_old or unit.index in told:
                continue
            members = self._gone_together(unit)
            told.update(members)
            kind: ChangeKind = "delete"
            if unit.kind == "table":
                kind = "table-"
            elif unit.kind in {"section", "annex"}:
                kind = "annex-" if unit.kind == "annex" else "section-"
            who = self._gone.who_took_out([self.olds[member] for member in members])
            self.drafts.append(
                ChangeDraft(
                    (self._places.place_of_old(unit.index), 0),
                    kind,
                    TakeOut(tuple(members)),
                    unit.tab,
                    (unit.id,),
                    old=in_one(map(whole, (self.olds[old] for old in members))),
                    about=unit.text,
                    revision=who[0] if who else None,
                    also=who,
                )
            )

    def _gone_together(self, unit: Unit) -> list[int]:
        members = [unit.index]
        if unit.kind not in {"section", "annex"}:
            return members
        rest = []
        for other in self.olds[unit.index + 1 :]:
            if other.kind in {"section", "annex"} or other.tab != unit.tab:
                break
            rest.append(other.index)
        if any(other in self._places.link_of_old for other in rest):
            return members
        return members + rest

    # tables

    def _table(self, number: int, link: UnitLink) -> None:
        old, new = self.olds[link.olds[0]], self.news[link.news[0]]
        block = without_unused_columns(old.block, new.block)
        if block is not new.block:
            new = self.news[new.index] = replace(new, block=block)
        grid = on_grid_of(old.table, new.table)
        if grid.notes:
            new = replace(new, block=replace(new.block, rows=grid.rows))
            self.news[new.index] = new
            self.left += [NotTaken("merged", note, old.id) for note in grid.notes]
        self._caption(number, old, new)
        for found in cell_drafts(old.table, new.table, new.block):
            self._cells(number, found)

    def _caption(self, number: int, old: Unit, new: Unit) -> None:
        """Of a caption that is new as a whole the looks are its own: they come with it."""
        self.befores[number] = old.runs
        self.hunks[number] = self._signed([new], hunks_between(old.runs, said_by(new, old)))
        self._by_authors(number, (old.id,), old.tab)

    def _cells(self, number: int, found: CellDraft) -> None:
        unit = self.olds[self.links[number].olds[0]]
        numbers = [pair[0] if pair[0] is not None else pair[1] for pair in (found.row, found.column)]
        self.drafts.append(
            ChangeDraft(
                (self.links[number].news[0], 3),
                found.kind,
                ChangeTable(number, found.row, found.column, found.hunks),
                unit.tab,
                (unit.id,),
                field=":".join("" if each is None else str(each) for each in numbers),
                old=found.old,
                new=found.new,
                revision=found.revision,
                also=found.also,
                group=f"{found.group} [{unit.id}]" if found.kind in _LINES and found.group else found.group,
            )
        )

    # groups

    def _group(self) -> None:
        count = Counter(draft.group for draft in self.drafts)
        for draft in self.drafts:
            if count[draft.group] < _SAME_REPLACEMENTS and draft.kind not in _LINES:
                draft.group = ""


def _is_capitals_only(hunk: Hunk) -> bool:
    """Tell whether a heading only lost or got the capitals of print, which are those of all letters."""
    old, new = plain(hunk.old), plain(hunk.new)
    return old.casefold() == new.casefold() and (old.isupper() or new.isupper())
