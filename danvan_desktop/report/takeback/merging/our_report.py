"""The report as it stands, seen from the file that went out: what of it is still there, what was changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from danvan_desktop.report.diff.chain import heaviest_chain
from danvan_desktop.report.diff.likeness import likeness, profile, share_of
from danvan_desktop.report.model import Annex, Paragraph, Report, Run, Runs, Section, Table, plain
from danvan_desktop.report.takeback.finding.alignment import sum_of
from danvan_desktop.report.takeback.finding.authors import new_rows
from danvan_desktop.report.takeback.finding.kinds import sort_of
from danvan_desktop.report.takeback.finding.plan import EditText, PutIn, TakeBackPlan, single
from danvan_desktop.report.takeback.finding.units import Unit, words_of
from danvan_desktop.report.takeback.merging.flow import Basis, FlowEntry, Handle, in_row
from danvan_desktop.report.takeback.patching.table_patch import TablePatch
from danvan_desktop.report.takeback.patching.text_patch import TextPatch, in_one

_SPLIT_OFF = 0.8
"""So much of a paragraph that ours has stands in what is missing of the one before it."""
_MERGED = 0.6
"""So much of a paragraph that is gone stands in what the one that it was merged with has more."""


class OurReport:
    """The report of now against a plan."""

    def __init__(self, ours: Report, plan: TakeBackPlan, likely: frozenset[int] = frozenset()) -> None:
        """``likely``: changes that are to be taken for made where that cannot be told."""
        self.report, self.plan = ours, plan
        self._likely = _hunks_of(plan, likely)
        self.row: list[FlowEntry] = in_row(ours)
        self.by_handle: dict[Handle, FlowEntry] = {entry.handle: entry for entry in self.row}
        self._bases = _matched_bases(plan.olds, [entry for entry in self.row if entry.handle[0] == "basis"])
        self._patches: dict[int, TextPatch] = {}
        self._table_patches: dict[int, TablePatch] = {}
        known = {self.handle_of(unit.index) for unit in plan.olds}
        self.own: set[Handle] = {
            entry.handle for entry in self.row if entry.handle not in known and entry.handle[0] != "mark"
        }
        """What was put into the report since."""
        linked = {new for link in plan.links for new in link.news}
        self._put_in = {folded(unit.text) for unit in plan.news if unit.index not in linked}
        """Words of what was put into the file that came back."""
        self.put_in: dict[int, FlowEntry] = self._found_again(likely)
        """Of what was put into the file that came back, by its place there, what says the same here."""

    def handle_of(self, old: int) -> Handle:
        """By what a unit that went out is known in the report."""
        unit = self.plan.olds[old]
        return ("basis", self._bases.get(old, -1)) if unit.kind == "basis" else ("id", unit.id)

    def entry_of(self, old: int) -> FlowEntry | None:
        """Give what a unit that went out is now; None where it is gone."""
        return self.by_handle.get(self.handle_of(old))

    def entries_of(self, link: int) -> list[FlowEntry]:
        """Give what is left of the units of a link."""
        found = (self.entry_of(old) for old in self.plan.links[link].olds)
        return [entry for entry in found if entry is not None]

    def missing_of(self, link: int) -> list[int]:
        """Give the units of a link that are gone, not those that have become a part of another of them."""
        return [old.index for old in self.olds_of(link) if self.entry_of(old.index) is None]

    def olds_of(self, link: int) -> list[Unit]:
        """Give the units of a link, but for those that have become a part of another of them."""
        olds = [self.plan.olds[old] for old in self.plan.links[link].olds]
        merged = self._merged_away(olds)
        return [old for old in olds if old.index not in merged]

    def parts_of(self, link: int) -> list[tuple[FlowEntry | None, Runs]]:
        """Give what a link's units are now with their words: what is gone, and what ours split off, too."""
        olds = [self.plan.olds[old] for old in self.plan.links[link].olds]
        found = [(self.entry_of(old.index), old.runs) for old in self.olds_of(link)]
        parts = [(entry, runs if entry is None else entry.runs) for entry, runs in found]
        last = next((entry for entry, _ in reversed(parts) if entry is not None), None)
        if last is None or olds[0].kind != "paragraph":
            return parts
        left = sum_of(old.profile for old in olds) - sum_of(profile(plain(runs)) for _, runs in parts)
        theirs = [self.plan.news[new].profile for new in self.plan.links[link].news[1:]]
        for entry in self.row[self.row.index(last) + 1 :] if left or theirs else ():
            words = profile(plain(entry.runs))
            is_piece = words.total() > 1 and (
                share_of(words, left) >= _SPLIT_OFF
                or any(likeness(words, each) >= _SPLIT_OFF for each in theirs)
            )
            is_ours = entry.handle in self.own and folded(plain(entry.runs)) not in self._put_in
            if not is_ours or not isinstance(entry.item, Paragraph) or not is_piece:
                break
            parts.append((entry, entry.runs))
            left -= words
        return parts

    def _merged_away(self, olds: Sequence[Unit]) -> set[int]:
        """Tell which units that are gone have become a part of those that were merged with them."""
        gone = [old for old in olds if self.entry_of(old.index) is None]
        kept = [(entry, old) for old in olds if (entry := self.entry_of(old.index)) is not None]
        if not gone or not kept:
            return set()
        more = sum_of(profile(plain(entry.runs)) for entry, _ in kept) - sum_of(
            old.profile for _, old in kept
        )
        found = set()
        for old in gone:
            if old.profile and share_of(old.profile, more) >= _MERGED:
                found.add(old.index)
                more -= old.profile
        return found

    def patch_of(self, link: int) -> TextPatch:
        """Give the patch of a link's words; what the report has of them no more is as it went out."""
        if link not in self._patches:
            olds = [self.plan.olds[old] for old in self.plan.links[link].olds]
            now = in_one(runs for _, runs in self.parts_of(link))
            before = self.plan.befores[link] or in_one(old.runs for old in olds)
            if olds[-1].has_end_mark and plain(before).endswith(".") and not plain(now).endswith("."):
                now = (*now, Run("."))  # the full stop that print puts before the end mark
            hunks = self.plan.hunks[link]
            likely = [hunks[number] for number in self._likely.get(link, ())]
            self._patches[link] = TextPatch(before, now, hunks, likely)
        return self._patches[link]

    def table_patch_of(self, link: int) -> TablePatch | None:
        """Give the patch of a table, compared once for all of its cells; None where the report has it not."""
        (first, *_), (new, *_) = self.plan.links[link].olds, self.plan.links[link].news
        entry = self.entry_of(first)
        if entry is None or not isinstance(entry.item, Table):
            return None
        if link not in self._table_patches:
            old, theirs = self.plan.olds[first], self.plan.news[new]
            put_in, hunks = new_rows(theirs.block.tracked_cells), self.plan.cell_hunks(link)
            self._table_patches[link] = TablePatch(old.table, theirs.table, entry.item, put_in, hunks)
        return self._table_patches[link]

    def is_as_it_went_out(self, old: int) -> bool:
        """Tell whether nobody has changed the words of what is still there."""
        entry, unit = self.entry_of(old), self.plan.olds[old]
        if entry is None:
            return True
        if isinstance(entry.item, Table):
            return profile(words_of(entry.item.rows)) == unit.profile
        return profile(plain(entry.runs)) - unit.profile == profile("")

    def _found_again(self, likely: frozenset[int]) -> dict[int, FlowEntry]:
        """Lead from what was put into the file to what says the same here: one to one, at its place first."""
        wanted = defaultdict[tuple[str, str], list[tuple[int, bool]]](list)
        for number, operation in enumerate(self.plan.operations, start=1):
            put_in = (each for each in single(operation) if isinstance(each, PutIn))
            for each in (unit for whole in put_in for unit in whole.all):
                wanted[_said_by_unit(self.plan.news[each.new])].append((each.new, number in likely))
        claims = []
        for number, (entry, low, high) in enumerate(self._own_with_neighbours()):
            for new, is_likely in wanted.get(_said_by(entry), ()):
                fits = (low < new) + (new < high)
                claims.append((-fits, not is_likely, abs(new - low), new, number, entry))
        found: dict[int, FlowEntry] = {}
        taken = set()
        for *_, new, number, entry in sorted(claims, key=lambda each: each[:5]):
            if new not in found and number not in taken:
                found[new] = entry
                taken.add(number)
        return found

    def _own_with_neighbours(self) -> Iterator[tuple[FlowEntry, int, int]]:
        """Give what was put in since with the places in the file of what stands before and behind it."""
        links = [link for link in self.plan.links if not link.is_moved]
        lows = {self.handle_of(old): link.news[-1] for link in links for old in link.olds}
        highs = {self.handle_of(old): link.news[0] for link in links for old in link.olds}
        low = -1
        waiting: list[tuple[FlowEntry, int]] = []
        for entry in self.row:
            if entry.handle in self.own:
                waiting.append((entry, low))
            elif entry.handle in lows:
                yield from ((each, before, highs[entry.handle]) for each, before in waiting)
                waiting = []
                low = lows[entry.handle]
        yield from ((each, before, len(self.plan.news)) for each, before in waiting)

    def moved(self) -> set[Handle]:
        """Give what was moved in the report since."""
        order = [self.handle_of(unit.index) for unit in self.plan.olds]
        places = {handle: number for number, handle in enumerate(order)}
        kept = [entry for entry in self.row if entry.handle in places]
        if not kept:
            return set()
        weights = [1 + len(plain(entry.runs).split()) for entry in kept]
        stays = heaviest_chain([places[entry.handle] for entry in kept], weights)
        return {entry.handle for number, entry in enumerate(kept) if number not in stays}


def _hunks_of(plan: TakeBackPlan, numbers: frozenset[int]) -> dict[int, set[int]]:
    """Give of each link the hunks of these changes."""
    found: dict[int, set[int]] = {}
    for operation in (plan.operation(number) for number in numbers):
        if isinstance(operation, EditText):
            found.setdefault(operation.link, set()).update(operation.hunks)
    return found


_KINDS: Mapping[type, str] = {
    Section: "section",
    Annex: "annex",
    Basis: "basis",
    Paragraph: "paragraph",
    Table: "table",
}


def _said_by(entry: FlowEntry) -> tuple[str, str]:
    """Say of what kind something of ours is, and its words: as :func:`_said_by_unit` where it is the same."""
    item = entry.item
    text = words_of(item.rows) if isinstance(item, Table) else plain(entry.runs)
    return _KINDS.get(type(item), ""), folded(text)


def _said_by_unit(unit: Unit) -> tuple[str, str]:
    is_section = unit.kind != "table" and sort_of(unit).role == "section"
    return "section" if is_section else unit.kind, folded(unit.text)


def folded(text: str) -> str:
    """What does not depend on white space, capitals and the last sign."""
    return " ".join(text.split()).rstrip(".;").casefold()


def _matched_bases(olds: Sequence[Unit], ours: Sequence[FlowEntry]) -> Mapping[int, int]:
    """Lead from căn cứ that went out to those of now, which have no ids: by words, then by their order."""
    units = [unit for unit in olds if unit.kind == "basis"]
    found: dict[int, int] = {}
    texts = [unit.key for unit in units], [plain(entry.runs).strip().rstrip(".;") for entry in ours]
    for kind, low, high, new_low, new_high in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and high - low == new_high - new_low):
            for step in range(high - low):
                found[units[low + step].index] = ours[new_low + step].handle[1]
    return found
