"""The report as it stands, seen from the file that went out: what of it is still there, what was changed."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from danvan_desktop.report.diff.chain import heaviest_chain
from danvan_desktop.report.diff.likeness import profile, share_of
from danvan_desktop.report.model import Paragraph, Report, Run, Runs, Table, plain
from danvan_desktop.report.takeback.finding.alignment import sum_of
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.finding.units import Unit
from danvan_desktop.report.takeback.merging.flow import FlowEntry, Handle, in_row
from danvan_desktop.report.takeback.patching.text_patch import TextPatch, in_one

_SPLIT_OFF = 0.8
"""So much of a paragraph that ours has stands in what is missing of the one before it."""


class OurReport:
    """The report of now against a plan."""

    def __init__(self, ours: Report, plan: TakeBackPlan) -> None:
        self.report, self.plan = ours, plan
        self.row: list[FlowEntry] = in_row(ours)
        self.by_handle: dict[Handle, FlowEntry] = {entry.handle: entry for entry in self.row}
        self._bases = _matched_bases(plan.olds, [entry for entry in self.row if entry.handle[0] == "basis"])
        self._patches: dict[int, TextPatch] = {}
        known = {self.handle_of(unit.index) for unit in plan.olds}
        self.own: set[Handle] = {
            entry.handle for entry in self.row if entry.handle not in known and entry.handle[0] != "mark"
        }
        """What was put into the report since."""
        linked = {new for link in plan.links for new in link.news}
        self._put_in = {folded(unit.text) for unit in plan.news if unit.index not in linked}
        """Words of what was put into the file that came back."""

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

    def parts_of(self, link: int) -> list[tuple[FlowEntry | None, Runs]]:
        """Give what a link's units are now with their words: what is gone, and what ours split off, too."""
        olds = [self.plan.olds[old] for old in self.plan.links[link].olds]
        found = [(self.entry_of(old.index), old.runs) for old in olds]
        parts = [(entry, runs if entry is None else entry.runs) for entry, runs in found]
        last = next((entry for entry, _ in reversed(parts) if entry is not None), None)
        if last is None or olds[0].kind != "paragraph":
            return parts
        left = sum_of(old.profile for old in olds) - sum_of(profile(plain(runs)) for _, runs in parts)
        for entry in self.row[self.row.index(last) + 1 :] if left else ():
            words = profile(plain(entry.runs))
            is_piece = words.total() > 1 and share_of(words, left) >= _SPLIT_OFF
            is_ours = entry.handle in self.own and folded(plain(entry.runs)) not in self._put_in
            if not is_ours or not isinstance(entry.item, Paragraph) or not is_piece:
                break
            parts.append((entry, entry.runs))
            left -= words
        return parts

    def patch_of(self, link: int) -> TextPatch:
        """Give the patch of a link's words; what the report has of them no more is as it went out."""
        if link not in self._patches:
            olds = [self.plan.olds[old] for old in self.plan.links[link].olds]
            now = in_one(runs for _, runs in self.parts_of(link))
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
            return profile(table_text(entry.item)) == unit.profile
        return profile(plain(entry.runs)) - unit.profile == profile("")

    def own_entries(self) -> list[FlowEntry]:
        """Give what was put into the report since."""
        return [entry for entry in self.row if entry.handle in self.own]

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


def says_the_same(entry: FlowEntry, unit: Unit) -> bool:
    """Tell whether something of ours is what was put into the file that came back."""
    item = entry.item
    if isinstance(item, Table) or unit.kind == "table":
        return (
            isinstance(item, Table) and unit.kind == "table" and folded(table_text(item)) == folded(unit.text)
        )
    return folded(plain(entry.runs)) == folded(unit.text)


def folded(text: str) -> str:
    """What does not depend on white space, capitals and the last sign."""
    return " ".join(text.split()).rstrip(".;").casefold()


def table_text(table: Table) -> str:
    """All words of a table's cells."""
    return "\n".join(plain(runs) for row in table.rows for cell in row if cell for runs in cell.paragraphs)


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
