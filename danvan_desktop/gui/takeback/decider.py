"""Decides about changes of the file that is shown: a decision, with what it writes, is one step to undo."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.session.session import Session
from danvan_desktop.gui.takeback.decisions import Answer, Before, Decisions
from danvan_desktop.gui.takeback.put_report import putting_report
from danvan_desktop.gui.takeback.returned_files import ReturnedFiles
from danvan_desktop.gui.takeback.wishes import Merged, Wish, merge
from danvan_desktop.gui.undo.stack import FunctionStep
from danvan_desktop.gui.workspace.open_report import OpenReport
from danvan_desktop.report.model import Report


class Decider(QObject):
    """Merges what is wished in a job, one wish after the other, and writes it into the open report."""

    decided = Signal(object)
    """Something was decided that changes no text: the numbers of the change that comes next."""
    written = Signal(object)
    """What was decided was written, or undone: the same numbers, or None for the change that is chosen."""
    found_undecidable = Signal()
    """Of what was wished nothing can be taken any more."""

    def __init__(
        self, opened: OpenReport, session: Session, jobs: Jobs, files: ReturnedFiles, parent: QObject
    ) -> None:
        """Decide about ``files``."""
        super().__init__(parent)
        self._opened, self._session, self._jobs, self._files = opened, session, jobs, files
        self._wishes: list[Wish] = []
        self._is_merging = False

    @property
    def is_merging(self) -> bool:
        """Whether a wish is on its way into the report."""
        return self._is_merging

    @property
    def is_waiting(self) -> bool:
        """Whether anything that was wished is not yet in the report."""
        return self._is_merging or bool(self._wishes)

    def forget_wishes(self) -> None:
        """Another file is shown, or none."""
        self._wishes.clear()
        self._is_merging = False

    def next_after(self, numbers: frozenset[int]) -> frozenset[int]:
        """The first row behind that of ``numbers`` that is open and on no wish's list."""
        waiting = frozenset[int]().union(*(wish.numbers for wish in self._wishes))
        return self._files.next_after(numbers, waiting)

    # ------------------------------------------------------------------ what is written

    def wish(self, wish: Wish) -> None:
        """Take what is wished as soon as what was wished before is taken."""
        if not self._opened.is_read_only:
            self._wishes.append(wish)
            self._merge_next()

    def _merge_next(self) -> None:
        """Begin with the next wish: nothing of it is computed while the user waits for a key."""
        taken = self._files.shown
        if self._is_merging or not self._wishes or taken is None:
            return
        self._is_merging = True
        wish = self._wishes.pop(0)
        self._opened.commit_input()
        asked, ours, before = self._files.showing, self._opened.report(), self._files.made()
        wanted = replace(wish, numbers=wish.numbers - before)
        self._jobs.start(
            lambda: merge(taken, ours, wanted, before),
            lambda found: self._put(wish, ours, found) if asked == self._files.showing else None,
            partial(self._fail, asked),
        )

    def _put(self, wish: Wish, ours: Report, found: Merged) -> None:
        """Put what was merged in the place of the report, where nothing was typed meanwhile."""
        if not self._opened.holds(ours):
            self._is_merging = False
            self._wishes.insert(0, wish)
            self._merge_next()
            return
        self._files.keep(found.seen)
        self._opened.stack.do_in_slices(self._putting(wish, found))

    def _putting(self, wish: Wish, found: Merged) -> Iterator[None]:
        try:
            if found.taken:
                yield from self._deciding(found.taken, wish.answer, found.report)
            else:
                self.found_undecidable.emit()
        finally:
            self._is_merging = False
        self._merge_next()

    def _fail(self, asked: int, error: BaseException) -> None:
        if asked == self._files.showing:
            self._is_merging = False
            self._wishes.clear()
        raise error

    # ------------------------------------------------------------------ decisions

    def decide(self, numbers: frozenset[int], answer: Answer) -> None:
        """Keep ``answer``, which changes nothing of the report."""
        deque(self._deciding(numbers, answer), 0)

    def _deciding(
        self, numbers: frozenset[int], answer: Answer, report: Report | None = None
    ) -> Iterator[None]:
        """Keep ``answer``, with the ``report`` that it makes: one step, in slices where it is much."""
        taken, changes = self._files.shown, self._files.changes(numbers)
        if taken is None or not changes:
            return
        decisions, stack = self._files.decisions(taken), self._opened.stack
        before = decisions.give(changes, answer)
        after: Before = dict.fromkeys(before, answer)
        self._wishes = [replace(wish, numbers=wish.numbers - numbers) for wish in self._wishes]
        with stack.macro():
            if report is not None and not self._opened.holds(report):
                yield from putting_report(self._opened, report)
            done = None if report is None else True
            stack.push(
                FunctionStep(
                    partial(self._replay, decisions, after, numbers, is_done=done),
                    partial(self._replay, decisions, before, numbers, is_done=done and False),
                )
            )
        self._files.note_done(decisions, after, is_done=done)
        self._session.note_decision()
        (self.decided if report is None else self.written).emit(self.next_after(numbers))

    def _replay(
        self, decisions: Decisions, answers: Before, numbers: frozenset[int], *, is_done: bool | None
    ) -> None:
        """Let undo and redo bring the rows back, or away again."""
        decisions.put(answers)
        self._session.note_decision()
        self._files.note_done(decisions, answers, is_done=is_done)
        if self._files.shown is not None:
            self.written.emit(numbers if self._files.shown.number == decisions.number else None)
