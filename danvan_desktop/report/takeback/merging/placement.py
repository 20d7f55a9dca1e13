"""Where things stand in the report as it is: behind what they stand behind in the file that came back."""

from collections.abc import Mapping, Sequence

from danvan_desktop.report.takeback.finding.plan import MoveTo, TakeBackPlan
from danvan_desktop.report.takeback.merging.flow import Basis, FlowEntry, Handle
from danvan_desktop.report.takeback.merging.our_report import OurReport


class Placement:
    """Takes entries out of the row of our report and puts them in, the same whichever comes first."""

    def __init__(self, ours: OurReport, plan: TakeBackPlan) -> None:
        """The row of ``ours`` is changed in place."""
        self._plan = plan
        self._ours = ours
        self._row = ours.row
        self._by_handle = ours.by_handle
        self._moved: set[int] = set()
        """Links that were moved in the file and are to be moved here."""
        self._waiting: set[Handle] = set()
        """What is to be moved and has no place yet."""
        self._carried: dict[Handle, list[FlowEntry]] = {}
        """What is put in again with an entry, next behind it."""
        self._link_of_new = {new: number for number, link in enumerate(plan.links) for new in link.news}
        linked = {old for link in plan.links for old in link.olds}
        self._gone = {ours.handle_of(each.index) for each in plan.olds if each.index not in linked}
        """What theirs has taken out."""
        moved = {old for link in plan.links if link.is_moved for old in link.olds}
        self._tabs = {ours.handle_of(each.index): each.tab for each in plan.olds if each.index not in moved}
        """Where each thing that has not moved stood in what went out."""
        self._theirs = {entry.handle for entry in ours.put_in.values()}
        """What was put in from theirs before."""
        self._passed: set[Handle] = set()
        """What something put in may stand behind: what was put into ours, and what leaves its place."""
        self.know(())

    def know(self, moves: Sequence[MoveTo]) -> None:
        """Take notice of what was moved before, or is to be."""
        self._moved |= {link for move in moves for link in move.links}
        leaving = (
            old
            for number, link in enumerate(self._plan.links)
            if link.is_moved and number not in self._moved  # theirs has moved it and nobody here yet
            for old in link.olds
        )
        self._passed = self._ours.own.union(map(self._ours.handle_of, leaving))

    def remove(self, entry: FlowEntry) -> None:
        """Take ``entry`` out of the row, where it is still there."""
        if self._by_handle.pop(entry.handle, None) is not None:
            self._row.remove(entry)

    def place(self, moves: Sequence[MoveTo], put_in: Mapping[int, FlowEntry]) -> None:
        """Move what is moved and put in what is new, by its place in the file that came back."""
        moved = self._lifted(moves)
        self._waiting = {entry.handle for entry in moved.values()}
        self.know(moves)
        for unit in self._plan.news:
            if (back := moved.get(unit.index)) is not None:
                self._put_back(back, self.anchor(unit.index))
            elif (made := put_in.get(unit.index)) is not None:
                if made.is_heading:
                    self._carried[made.handle] = self._put_in_below(unit.index)
                self._put_back(made, self.anchor(unit.index))

    def _lifted(self, moves: Sequence[MoveTo]) -> dict[int, FlowEntry]:
        """Take out of the row what moves, with what goes along; by its place in the file that came back."""
        moved: dict[int, FlowEntry] = {}
        for move in moves:
            for link in move.links:
                entries = self._ours.entries_of(link)
                if not entries or entries[0].handle in self._carried:
                    continue
                entry = entries[0]
                pieces = (self._by_handle.get(("new", new)) for new in self._plan.links[link].news[1:])
                along = [piece for piece in pieces if piece is not None]
                if len(move.links) > 1:
                    along += self._followers(entry)
                along = [each for each in dict.fromkeys(along) if each in self._row]
                for each in (entry, *along):
                    if each in self._row:
                        self._row.remove(each)
                self._carried[entry.handle] = along
                moved[self._plan.links[link].news[0]] = entry
        return moved

    def _put_in_below(self, heading: int) -> list[FlowEntry]:
        """Take from the row what was put in before and has its heading only now."""
        found = []
        for new in range(heading + 1, len(self._plan.news)):
            entry = self._by_handle.get(("new", new))
            if new in self._link_of_new or (entry is not None and entry.is_heading):
                break
            if entry is not None and entry in self._row:
                self._row.remove(entry)
                found.append(entry)
        return found

    def _put_back(self, entry: FlowEntry, behind: FlowEntry | None) -> None:
        self._waiting.discard(entry.handle)
        self.insert_behind(behind, entry)
        behind = entry
        for each in self._carried.pop(entry.handle, ()):
            self.insert_behind(behind, each, is_next=True)
            behind = each

    def _followers(self, entry: FlowEntry) -> list[FlowEntry]:
        """What was put in behind ``entry`` since: it goes along when a whole Mục moves."""
        found = []
        for other in self._row[self._row.index(entry) + 1 :]:
            if other.handle not in self._ours.own or other.is_heading:
                break
            found.append(other)
        return found

    def anchor(self, new: int) -> FlowEntry | None:
        """Behind what something stands in the file that came back: the nearest thing that is here too."""
        for at in range(new - 1, -1, -1):
            number = self._link_of_new.get(at)
            if number is not None and self._plan.links[number].is_moved and number not in self._moved:
                continue
            entry = self._by_handle.get(("new", at))
            if entry is not None and entry in self._row:
                return entry
            if number is None:
                continue
            entries = [each for each in self._ours.entries_of(number) if each.handle not in self._waiting]
            if entries:
                return entries[-1] if len(self._plan.links[number].news) == 1 else entries[0]
        return None

    def insert_behind(self, anchor: FlowEntry | None, entry: FlowEntry, *, is_next: bool = False) -> None:
        """Put in ``entry`` behind ``anchor``; ``is_next``: nothing of ours may stand between them."""
        self._by_handle[entry.handle] = entry
        if anchor is not None:
            at = self._row.index(anchor) + 1
            self._row.insert(at if is_next else self._behind_gone(at, is_heading=entry.is_heading), entry)
            return
        at = 0
        if not isinstance(entry.item, Basis):
            while at < len(self._row) and isinstance(self._row[at].item, Basis):
                at += 1
        self._row.insert(at, entry)

    def _behind_gone(self, at: int, *, is_heading: bool) -> int:
        """Lead behind what theirs has taken out and is still here: a heading put in has none of it below.

        A text put in stays in its Mục, before one that theirs has taken out.
        """
        here = self._tab_before(at)
        found = at
        for place in range(at, len(self._row)):
            entry = self._row[place]
            if not is_heading and (entry.is_heading or self._tabs.get(entry.handle, here) != here):
                break
            if entry.handle in self._gone:
                found = place + 1
            elif entry.handle in self._theirs or not (
                entry.handle in self._passed or entry.handle[0] == "mark"
            ):
                break
        return found

    def _tab_before(self, at: int) -> str:
        """Give the tab of what went out that stands before this place; "" below a heading put in."""
        for entry in reversed(self._row[:at]):
            if entry.handle in self._tabs:
                return self._tabs[entry.handle]
            if entry.is_heading:
                break
        return ""
