"""Putting accepted changes into the report as it stands: a function of report, plan and numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from danvan_desktop.report.model import (
    Annex,
    Numbering,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    plain,
)
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.section_titles import section_key
from danvan_desktop.report.takeback.finding.kinds import role_named, sort_of
from danvan_desktop.report.takeback.finding.plan import (
    AddRemark,
    ChangeTable,
    EditText,
    GiveNumber,
    MakeKind,
    MoveTo,
    Operation,
    PutIn,
    SetField,
    TakeBackPlan,
    TakeOut,
    single,
)
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.merging.fields_merge import merged_field
from danvan_desktop.report.takeback.merging.flow import Basis, FlowEntry, with_row
from danvan_desktop.report.takeback.merging.our_report import OurReport
from danvan_desktop.report.takeback.merging.placement import Placement
from danvan_desktop.report.takeback.merging.word_parts import WordPart, word_parts
from danvan_desktop.report.takeback.patching.table_patch import TableEdits
from danvan_desktop.report.takeback.remarks import has_remark, with_remark

_NUMBERED = frozenset({"heading", "clause", "point"})


def put_together(
    ours: Report,
    plan: TakeBackPlan,
    accepted: frozenset[int],
    both: frozenset[int],
    likely: frozenset[int] = frozenset(),
) -> Report:
    """Make the ``accepted`` changes in ``ours``; those that are done already show where others belong.

    ``likely``: changes that are to be taken for made where that cannot be told.
    """
    maker = _Merging(ours, plan, likely)
    done = [plan.operation(change.n) for change in plan.changes if change.is_done]
    maker.know(done)
    maker.make(accepted, both)
    return maker.report()


class _Merging:
    def __init__(self, ours: Report, plan: TakeBackPlan, likely: frozenset[int]) -> None:
        self._plan = plan
        self._ours = OurReport(ours, plan, likely)
        self._row = self._ours.row
        self._by_handle = self._ours.by_handle
        self._report = ours
        self._is_minting = False
        self._places = Placement(self._ours, plan)
        firsts = {link.news[0] for link in plan.links}
        self._fresh = {
            unit.index: number
            for number, unit in enumerate(unit for unit in plan.news if unit.index not in firsts)
        }

    def know(self, done: Sequence[Operation]) -> None:
        """Find what was put in and moved before."""
        self._places.know(_of(done, MoveTo))
        for new, same in self._ours.put_in.items():
            self._by_handle["new", new] = same
        parted = ((number, link) for number, link in enumerate(self._plan.links) if len(link.news) > 1)
        for number, link in parted:
            pieces = [entry for entry, _ in self._ours.parts_of(number)[len(link.olds) :]]
            for new, piece in zip(link.news[1:], pieces, strict=False):
                if piece is not None:
                    self._by_handle["new", new] = piece

    def make(self, accepted: frozenset[int], both: frozenset[int]) -> None:
        """Make the changes, each kind in its turn, whatever the order of their numbers."""
        wanted = [(n, each) for n in sorted(accepted) for each in single(self._plan.operation(n))]
        operations = [each for _, each in wanted]
        for n, field in wanted:
            if isinstance(field, SetField):
                self._report = merged_field(self._report, field, is_both=n in both)
        texts = [(n, each) for n, each in wanted if isinstance(each, EditText)]
        for link in sorted({each.link for _, each in texts}):
            self._say(link, [(n, each) for n, each in texts if each.link == link], both)
        tables = [(n, each) for n, each in wanted if isinstance(each, ChangeTable)]
        for link in sorted({each.link for _, each in tables}):
            self._change_table(link, [(n, each) for n, each in tables if each.link == link], both)
        for kind in _of(operations, MakeKind):
            self._make_kind(kind)
        for number in _of(operations, GiveNumber):
            self._number(number)
        remarks = _of(operations, AddRemark)
        for gone in _of(operations, TakeOut):
            remarks += self._remarks_on(gone)
            self._take_out(gone)
        put_in = {each.new: each for whole in _of(operations, PutIn) for each in whole.all}
        here = self._ours.put_in
        made = {new: self._made(each) for new, each in put_in.items() if new not in here}
        self._places.place(_of(operations, MoveTo), made)
        for remark in remarks:
            self._remark(remark)

    def report(self) -> Report:
        """Give the report that came of it."""
        made = with_row(self._report, self._row)
        if self._is_minting:
            made = replace(made, next_id=self._ours.report.next_id + len(self._fresh))
        return renumber(made)

    # words

    def _say(self, link: int, edits: Sequence[tuple[int, EditText]], both: frozenset[int]) -> None:
        hunks = [(n, self._plan.hunks[link][number]) for n, each in edits for number in each.hunks]
        if self._entry_or_back(link) is None:
            return
        olds, ours = self._ours.olds_of(link), self._ours.parts_of(link)
        news = [self._plan.news[new] for new in self._plan.links[link].news]
        pieces = self._ours.patch_of(link).apply(hunks, both)
        parts = word_parts(pieces, [runs for _, runs in ours], [new.runs for new in news])
        entries = [entry for entry, _ in ours]
        self._deal(link, parts, olds, entries)

    def _entry_or_back(self, link: int) -> FlowEntry | None:
        """Give the first entry of a link; what the report has no more comes back as it went out."""
        entries = self._ours.entries_of(link)
        if entries:
            return entries[0]
        old = self._plan.olds[self._plan.links[link].olds[0]]
        return self._back(old, self._places.anchor(self._plan.links[link].news[0]))

    def _back(self, old: Unit, behind: FlowEntry | None) -> FlowEntry:
        handle = self._ours.handle_of(old.index)
        entry = FlowEntry(handle, self._item_of(old, old.id, old.block.label or None, "auto"))
        entry.say(old.runs)
        self._places.insert_behind(behind, entry)
        return entry

    def _deal(
        self,
        link: int,
        parts: Sequence[WordPart],
        olds: Sequence[Unit],
        ours: Sequence[FlowEntry | None],
    ) -> None:
        """Deal the words to entries of a link; what ours took out comes back for words of theirs in it."""
        news = self._plan.links[link].news
        behind = self._places.anchor(news[0])
        first: FlowEntry | None = None
        said: list[FlowEntry] = []
        for part in parts:
            entry = next((ours[at] for at in part.ours if ours[at] is not None), None)
            if part.new >= 0:
                new = news[part.new]
                entry = FlowEntry(("new", new), self._fresh_item(self._plan.news[new]))
                self._places.insert_behind(behind, entry, is_next=bool(said))
            elif entry is None and part.has_theirs:
                entry = self._back(olds[part.ours[0]], behind)
            if entry is None:
                continue
            entry.say(part.runs)
            said.append(entry)
            first, behind = first or entry, entry
        for other in ours:
            if other is not None and other not in said:
                self._merge_away(other, first)
        if first is not None and isinstance(first.item, Paragraph) and not plain(first.item.runs).strip():
            self._places.remove(first)

    def _merge_away(self, entry: FlowEntry, into: FlowEntry | None) -> None:
        """Take out what has become a part of another one, which gets its remark."""
        self._places.remove(entry)
        note = entry.item.note if isinstance(entry.item, Paragraph) else None
        if note and into is not None and isinstance(into.item, Paragraph):
            into.item = replace(into.item, note=with_remark(into.item.note, note))

    # kinds

    def _make_kind(self, change: MakeKind) -> None:
        for entry in self._ours.entries_of(change.link)[:1]:
            item = entry.item
            runs = entry.runs
            if change.typed and not plain(runs).startswith(change.typed):
                runs = (Run(f"{change.typed} "), *runs)
            if isinstance(item, Paragraph) and change.role is None:
                entry.item = Section(
                    item.id, section_key(plain(runs)), change.number, change.numbering, None, runs
                )
            elif change.role is not None and isinstance(item, Section):
                entry.item = Paragraph(item.id, change.role, change.level, runs=runs)
                entry.item = _numbered(entry.item, change.number, change.numbering)
            elif change.role is not None and isinstance(item, Paragraph):
                made = replace(item, role=change.role, level=change.level, runs=runs)
                entry.item = _numbered(made, change.number, change.numbering)

    def _number(self, change: GiveNumber) -> None:
        for entry in self._ours.entries_of(change.link)[:1]:
            if isinstance(entry.item, Paragraph | Section | Annex):
                numbering: Numbering = "fixed" if change.number else "none"
                entry.item = replace(entry.item, number=change.number or None, numbering=numbering)

    # tables

    def _change_table(
        self, link: int, numbered: Sequence[tuple[int, ChangeTable]], both: frozenset[int]
    ) -> None:
        entry = self._entry_or_back(link)
        patch = self._ours.table_patch_of(link)
        if entry is None or patch is None:
            return
        changes = [each for _, each in numbered]
        cells = {(each.rows, each.columns) for each in changes if _NONE not in (each.rows, each.columns)}
        kept = frozenset((each.rows, each.columns) for n, each in numbered if n in both)
        rows = {each.rows for each in changes if each.columns == _NONE}
        columns = {each.columns for each in changes if each.rows == _NONE}
        wanted = {
            place: [hunk for each in changes if (each.rows, each.columns) == place for hunk in each.hunks]
            for place in self._plan.cell_hunks(link)
        }
        edits = TableEdits(frozenset(cells), frozenset(rows), frozenset(columns), kept, wanted)
        entry.item = patch.apply(edits)

    # what goes and comes

    def _remarks_on(self, change: TakeOut) -> Iterator[AddRemark]:
        """Give the comments taken over before on what goes: they stay, beside it."""
        for each in _of(self._plan.operations, AddRemark):
            entry = self._ours.entry_of(each.old) if each.old in change.olds else None
            item = None if entry is None else entry.item
            if isinstance(item, Paragraph | Table) and has_remark(item.note, each.text):
                yield each

    def _take_out(self, change: TakeOut) -> None:
        for old in change.olds:
            if (entry := self._ours.entry_of(old)) is not None:
                self._places.remove(entry)

    # new items

    def _made(self, change: PutIn) -> FlowEntry:
        unit = self._plan.news[change.new]
        return FlowEntry(("new", change.new), self._fresh_item(unit, change.number, change.numbering))

    def _fresh_item(
        self, unit: Unit, number: str | None = None, numbering: Numbering = "none"
    ) -> "Paragraph | Table | Section | Annex | Basis":
        self._is_minting = True
        identifier = self._ours.report.next_id + self._fresh.get(unit.index, 0)
        return self._item_of(unit, identifier, number, numbering)

    def _item_of(
        self, unit: Unit, identifier: int, number: str | None, numbering: Numbering
    ) -> "Paragraph | Table | Section | Annex | Basis":
        sort = sort_of(unit)
        if unit.kind == "table":
            return replace(unit.table, id=identifier)
        if unit.kind == "basis":
            return Basis(unit.runs)
        if unit.kind == "annex":
            return Annex(identifier, number, "auto", unit.runs)
        if sort.role == "section":
            key = section_key(plain(unit.runs))
            return Section(identifier, key, number, numbering if number else "none", None, unit.runs)
        role = role_named(sort.role)
        return _numbered(Paragraph(identifier, role, sort.level, runs=unit.runs), number, numbering)

    # remarks

    def _remark(self, change: AddRemark) -> None:
        entry = self._by_handle.get(("new", change.new))
        if change.old >= 0:
            entry = self._ours.entry_of(change.old)
        if entry is None and change.link >= 0:
            entries = [each for each in self._ours.entries_of(change.link) if each in self._row]
            entry = entries[0] if entries else None
        if entry is None:
            entry = self._places.anchor(change.new)
        at = self._row.index(entry) if entry is not None else 0
        near = (*self._row[at:], *reversed(self._row[:at]))
        for each in near:  # a heading bears no remark: the first thing under it does
            if isinstance(each.item, Paragraph | Table):
                each.item = replace(each.item, note=with_remark(each.item.note, change.text))
                return


_NONE = (None, None)
_Kind = TypeVar("_Kind")


def _of(operations: Sequence[Operation], kind: type[_Kind]) -> list[_Kind]:
    return [each for each in operations if isinstance(each, kind)]


def _numbered(paragraph: Paragraph, number: str | None, numbering: Numbering) -> Paragraph:
    if paragraph.role not in _NUMBERED or number is None:
        return replace(paragraph, number=None, numbering="none")
    return replace(paragraph, number=number, numbering=numbering)
