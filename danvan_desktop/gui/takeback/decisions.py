"""What was decided about the changes of a file that came back, and how they are listed: values, no widget."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from danvan_desktop.frozen import frozen
from danvan_desktop.report.takeback.model import Change
from danvan_desktop.store.takeback.received_rows import Decided

Answer = Literal["taken", "refused", "both", "by_hand"]
"""Taken over; not; of a conflict ours with theirs behind it; the user sees to it in the text."""
Before = Mapping[str, Answer | None]


@frozen
class ChangeRow:
    """A row of the list: a change, or all of a group, which are decided together."""

    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        """The change that stands for all."""
        return self.changes[0]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of all."""
        return frozenset(change.n for change in self.changes)

    @property
    def conflict(self) -> str:
        """What speaks against it in the report as it stands; "" for nothing."""
        return next((change.conflict for change in self.changes if change.conflict), "")

    @property
    def takes_away(self) -> bool:
        """Whether words of the report go and none come in their place."""
        return any(change.takes_away for change in self.changes)


@frozen
class TabRows:
    """The rows of one tab; ``tab`` is "" for what an editor did by itself."""

    tab: str
    rows: tuple[ChangeRow, ...]


class Decisions:
    """The answers for one file; they outlive the panel, as undo steps speak of them."""

    def __init__(self, number: int, answers: Mapping[str, str] | None = None, name: str = "") -> None:
        """``number`` is that of the file in the store; ``answers`` what was decided before."""
        self.number, self.name = number, name
        self.beside: tuple[Decisions, ...] = ()
        """Those of other files made of the same that went out: what was decided there counts here too."""
        self._answers: dict[str, Answer] = {
            key: answer for key, said in (answers or {}).items() if (answer := _answer(said)) is not None
        }
        self._open: tuple[ChangeRow, ...] = ()

    def answer(self, change: Change) -> Answer | None:
        """What was decided about ``change``, here or beside; None: nothing."""
        key = change_key(change)
        found = self._whose(key)
        return None if found is None else found._answers.get(key)  # noqa: SLF001 - of the same class

    def answered_in(self, change: Change) -> str:
        """The name of the other file where it was decided about ``change``; "" for this one, and for none."""
        found = self._whose(change_key(change))
        return "" if found is None or found is self else found.name

    def _whose(self, key: str) -> "Decisions | None":
        return next((each for each in (self, *self.beside) if key in each._answers), None)  # noqa: SLF001

    def has_answer(self, key: str) -> bool:
        """Whether it was decided about the change with this key, here or beside."""
        return self._whose(key) is not None

    def made(self, changes: Iterable[Change]) -> frozenset[int]:
        """The numbers of those that were taken into the report."""
        return frozenset(change.n for change in changes if self.answer(change) in {"taken", "both"})

    def give(self, changes: Iterable[Change], answer: Answer) -> Before:
        """Decide about ``changes``; what was decided before, for :meth:`put`."""
        keys = [change_key(change) for change in changes]
        before = {key: self._answers.get(key) for key in keys}
        self.put(dict.fromkeys(keys, answer))
        return before

    def put(self, answers: Before) -> None:
        """Let these be the answers, None of them no more."""
        for key, answer in answers.items():
            if answer is None:
                self._answers.pop(key, None)
            else:
                self._answers[key] = answer

    def is_open(self, change: Change) -> bool:
        """Whether the user is still to decide: not of what is done already, nor of what no person did."""
        return not (change.is_done or change.is_by_editor or self.answer(change) is not None)

    def count(self, changes: Sequence[Change]) -> int:
        """Count the rows that are open among all ``changes``, and remember it for the store."""
        self._open = tuple(self.open_rows(changes))
        return len(self._open)

    def open_rows(self, changes: Sequence[Change]) -> list[ChangeRow]:
        """The rows of ``changes`` of which anything is open."""
        return [row for tab in tabs_of(changes) for row in tab.rows if self.is_open_row(row)]

    def next_open(
        self, changes: Sequence[Change], numbers: frozenset[int], waiting: frozenset[int]
    ) -> frozenset[int]:
        """The numbers of the first row behind that of ``numbers`` that is open and not ``waiting``."""
        rows = [row for tab in tabs_of(changes) for row in tab.rows]
        at = next((place for place, row in enumerate(rows) if row.numbers & numbers), 0)
        left = (row for row in (*rows[at:], *rows[:at]) if not row.numbers & (waiting | numbers))
        return next((row.numbers for row in left if self.is_open_row(row)), frozenset())

    def is_open_row(self, row: ChangeRow) -> bool:
        """Whether anything of ``row`` is open."""
        return any(map(self.is_open, row.changes))

    def decided(self) -> Decided:
        """Give what the store keeps."""
        first = (next(filter(self.is_open, row.changes), row.first) for row in self._open)
        return Decided(self.number, len(self._open), dict(self._answers), tuple(map(change_key, first)))


def tabs_of(changes: Sequence[Change]) -> list[TabRows]:
    """Put ``changes`` into rows, tab by tab in the order of the text; what an editor did comes last."""
    tabs: dict[str, list[list[Change]]] = {}
    groups: dict[str, list[Change]] = {}
    by_editor: list[Change] = []
    for change in changes:
        if change.is_by_editor:
            by_editor.append(change)
        elif change.group and change.group in groups:
            groups[change.group].append(change)
        else:
            row = [change]
            tabs.setdefault(change.tab, []).append(row)
            if change.group:
                groups[change.group] = row
    found = [TabRows(tab, tuple(ChangeRow(tuple(row)) for row in rows)) for tab, rows in tabs.items()]
    return [*found, TabRows("", (ChangeRow(tuple(by_editor)),))] if by_editor else found


def taken_at_once(rows: Iterable[ChangeRow], *, is_base_sure: bool) -> list[ChangeRow]:
    """Choose what "all" takes: no conflict, and where the base is not sure nothing that is taken away."""
    return [
        row
        for row in rows
        if not row.conflict and not row.first.is_by_editor and (is_base_sure or not row.takes_away)
    ]


def are_beside(all_of_one: Sequence[Decisions]) -> None:
    """Let what was decided about one of several files made of the same count in each."""
    for each in all_of_one:
        each.beside = tuple(other for other in all_of_one if other is not each)


def change_key(change: Change) -> str:
    """By what a change is known, in each file that has it."""
    return change.key or f"{change.n}"


def _answer(said: str) -> Answer | None:
    answers: tuple[Answer, ...] = get_args(Answer)
    return next((answer for answer in answers if answer == said), None)
