"""The files that came back for the open report, as they were last seen, and what was decided: values."""

from collections.abc import Iterable, Mapping

from danvan_desktop.gui.takeback.decisions import ChangeRow, Decisions, are_beside
from danvan_desktop.gui.takeback.reading import TakenBack
from danvan_desktop.report.takeback.model import Change
from danvan_desktop.store.takeback.received_rows import Decided, decisions_of


class ReturnedFiles:
    """Those that were shown of the open report; one of them is shown now."""

    def __init__(self) -> None:
        """Show none."""
        self.shown: TakenBack | None = None
        """The one whose changes are shown, as it is seen now."""
        self.showing = 0
        """Differs once another is shown, or none: what was asked for before is let be."""
        self._kept: dict[int, Decisions] = {}
        """By the file's number: undo steps of a report that is laid aside speak of them."""
        self._touched: dict[int, Decisions] = {}
        """Of the open report."""
        self._seen: dict[int, TakenBack] = {}

    def show(self, taken: TakenBack) -> None:
        """Let ``taken`` be the one that is shown."""
        self.showing += 1
        self.keep(taken)
        others = [self._decisions_of(row.number, decisions_of(row), row.name) for row in taken.others]
        decisions = self._decisions_of(taken.number, taken.answers, taken.name)
        are_beside([decisions, *others])
        self._touched[taken.number] = decisions

    def keep(self, taken: TakenBack) -> None:
        """The file that is shown is seen so now."""
        self.shown = self._seen[taken.number] = taken

    def forget(self) -> None:
        """The report is closed."""
        self.showing += 1
        self.shown = None
        self._touched, self._seen = {}, {}

    def _decisions_of(self, number: int, answers: Mapping[str, str], name: str) -> Decisions:
        return self._kept.setdefault(number, Decisions(number, answers, name))

    # ------------------------------------------------------------------ what was decided

    def decisions(self, taken: TakenBack) -> Decisions:
        """What was decided about ``taken``, which was shown."""
        return self._kept[taken.number]

    def decided(self) -> tuple[Decided, ...]:
        """Give what the store keeps of all."""
        for number, decisions in self._touched.items():
            decisions.count(self._seen[number].comparison.changes)  # one file's answers count in another
        return tuple(each.decided() for each in self._touched.values())

    def note_done(self, decisions: Decisions, keys: Iterable[str], *, is_done: bool | None) -> None:
        """Take it at once for done or undone, until it was looked again; None: the report is as it was.

        So in each file that says the same.
        """
        if is_done is None:
            return
        wanted = frozenset(keys)
        for number in (decisions.number, *(each.number for each in decisions.beside)):
            taken = self._seen.get(number)
            if taken is not None:
                self._seen[number] = taken.with_done(wanted, is_done=is_done)
        if self.shown is not None:
            self.shown = self._seen[self.shown.number]

    # ------------------------------------------------------------------ the changes of the one that is shown

    def open_rows(self) -> list[ChangeRow]:
        """The rows of which anything is open."""
        taken = self.shown
        return [] if taken is None else self.decisions(taken).open_rows(taken.comparison.changes)

    def count_elsewhere(self, number: int, open_keys: Iterable[str]) -> int:
        """How many changes are open of the file with ``number``, which the store knew with ``open_keys``."""
        seen, shown = self._seen.get(number), self.shown
        if seen is not None:
            return len(self.decisions(seen).open_rows(seen.comparison.changes))
        if shown is None:
            return 0
        return sum(not self.decisions(shown).has_answer(key) for key in open_keys)

    def made(self) -> frozenset[int]:
        """The numbers of the changes that were taken before."""
        taken = self.shown
        return frozenset() if taken is None else self.decisions(taken).made(taken.comparison.changes)

    def changes(self, numbers: frozenset[int]) -> list[Change]:
        """The changes with these numbers."""
        taken = self.shown
        return [] if taken is None else [taken.comparison.change(n) for n in sorted(numbers)]

    def next_after(self, numbers: frozenset[int], waiting: frozenset[int]) -> frozenset[int]:
        """The first row behind that of ``numbers`` that is open and not ``waiting``."""
        taken = self.shown
        if taken is None:
            return frozenset()
        return self.decisions(taken).next_open(taken.comparison.changes, numbers, waiting)
