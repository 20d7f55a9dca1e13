"""The report as it stands, seen from the file that went out: what of it is still there, what was changed."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from danvan_desktop.report.diff.chain import heaviest_chain
from danvan_desktop.report.diff.likeness import profile
from danvan_desktop.report.model import Report, Run, Table, plain
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.merging.flow import FlowEntry, Handle, in_row
from danvan_desktop.report.takeback.patching.text_patch import TextPatch, in_one


class OurReport:
    """The report of now against a plan."""

    def __init__(self, ours: Report, plan: TakeBackPlan) -> None:
        self.report, self.plan = ours, plan
        self.row: list[FlowEntry] = in_row(ours)
        self.by_handle: dict[Handle, FlowEntry] = {entry.handle: entry for entry in self.row}
        self._bases = _matched_bases(plan.olds, [entry for entry in self.row if entry.handle[0] == "basis"])
        self._patches: dict[int, TextPatch] = {}

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

    def patch_of(self, link: int) -> TextPatch:
        """Give the patch of a link's words; what the report has of them no more is as it went out."""
        if link not in self._patches:
            olds = [self.plan.olds[old] for old in self.plan.links[link].olds]
            now = in_one(entry.runs if (entry := self.entry_of(old.index)) else old.runs for old in olds)
            before = self.plan.befores[link] or in_one(old.runs for old in olds)
            if olds[-1].has_end_mark and plain(before).endswith(".") and not plain(now).endswith("."):
                now = (*now, Run("."))  # the full stop that print puts before the end mark
            self._patches[link] = TextPatch(before, now)
        return self._patches[link]

    def is_as_it_went_out(self, old: int) -> bool:
        """Tell whether nobody has changed the words of what is still there."""
        entry, unit = self.entry_of(old), self.plan.olds[old]
        if entry is None:
            return True
        if isinstance(entry.item, Table):
            table = entry.item
            texts = (plain(runs) for row in table.rows for cell in row if cell for runs in cell.paragraphs)
            return profile("\n".join(texts)) == unit.profile
        return profile(plain(entry.runs)) - unit.profile == profile("")

    def own_entries(self) -> list[FlowEntry]:
        """Give what was put into the report since."""
        known = {self.handle_of(unit.index) for unit in self.plan.olds}
        return [entry for entry in self.row if entry.handle not in known and entry.handle[0] != "mark"]

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
