"""The undo stack: one chronological history of undo commands over every text and field, word by word.

Qt undoes each document by itself; here one stack holds steps. What takes long is undone and done again in
slices (:mod:`slices`).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from danvan_desktop.gui.undo.document_tracker import DocumentStep, DocumentTracker
from danvan_desktop.gui.undo.slices import Slices

_MANY_COMMANDS = 120
"""Of Qt's: to write the words of a paragraph anew is five of them."""
_Show = Callable[[QTextCursor], None]


class Act(Protocol):
    """An undo command that is short."""

    def undo(self) -> None:
        """Take it back and show where."""

    def redo(self) -> None:
        """Do it again and show where."""


# Plain classes: the first text waits for this module, and a dataclass takes a millisecond to be made.


class FunctionStep:
    """An undo command of two functions: a tick set and unset, a section added and removed."""

    __slots__ = ("redo", "undo")

    def __init__(self, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        self.redo, self.undo = redo, undo


class StepGroup:
    """Several undo commands undone and redone as one (an undo macro)."""

    __slots__ = ("steps",)

    def __init__(self) -> None:
        self.steps: list[Act | DocumentStep] = []

    def undoing(self) -> Iterator[None]:
        """Take all back, the last first, in slices where it is much."""
        return self._replaying(self.steps[::-1], _undoing)

    def redoing(self) -> Iterator[None]:
        """Do all again, in slices where it is much."""
        return self._replaying(self.steps, _redoing)

    def _replaying(self, steps: Sequence[Act | DocumentStep], move: "_Move") -> Iterator[None]:
        shown, is_long = _last_of_a_text(steps), self._is_long()
        for step in steps:
            yield from move(step, shown)
            if is_long and step is not steps[-1]:
                yield

    def _is_long(self) -> bool:
        commands = (step.commands for step in self.steps if isinstance(step, DocumentStep))
        return sum(commands) > _MANY_COMMANDS


Step = Act | DocumentStep | StepGroup
"""One step of the history."""
_Move = Callable[[Step, Step | None], Iterator[None]]
"""Undoes or redoes a step; its text is shown if it is the second one."""


def _last_of_a_text(steps: Sequence[Act | DocumentStep]) -> DocumentStep | None:
    """The one after which its text is shown: to bring up all of them, one after the other, is dear."""
    return next((step for step in reversed(steps) if isinstance(step, DocumentStep)), None)


class UndoStack(QObject):
    """The history: the steps done, and the steps undone that can be redone."""

    changed = Signal()
    """What can be undone or redone changed; of what becomes one step once, at its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._trackers: dict[QTextDocument, DocumentTracker] = {}
        self._group: StepGroup | None = None
        self._open = False
        self._is_merging = False
        self._slices = Slices(self)
        self.is_replaying = False

    @property
    def is_in_step(self) -> bool:
        """Whether several things become one step, or a step is replayed: :attr:`changed` follows that."""
        return self._group is not None or self.is_replaying

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    def watch(self, document: QTextDocument, cursor: Callable[[], QTextCursor], show: _Show) -> None:
        """Follow what is typed into ``document``.

        ``cursor`` gives the cursor where the user types, ``show`` scrolls to a place.
        """
        if document in self._trackers:
            self._trackers[document].end()
        self._trackers[document] = DocumentTracker(document, cursor, show, self)

    def clear(self) -> None:
        """Forget everything: another report is opened."""
        self.finish()
        for watch in self._trackers.values():
            watch.end()
        self._trackers.clear()
        self._done.clear()
        self._undone.clear()
        self._group, self._open = None, False
        self.changed.emit()

    def park(self) -> "ParkedSteps":
        """Lay the whole history aside, for :meth:`unpark`; what is left is empty."""
        self.finish()
        self.close()
        parked = ParkedSteps(self._done, self._undone, self._trackers)
        self._done, self._undone, self._trackers = [], [], {}
        self._group, self._open = None, False
        self.changed.emit()
        return parked

    def unpark(self, parked: "ParkedSteps") -> None:
        """Go on with a history that was laid aside, in the place of this one, which is forgotten."""
        self.clear()
        self._done, self._undone, self._trackers = parked.done, parked.undone, parked.trackers
        self.changed.emit()

    def push(self, step: Act | DocumentStep) -> None:
        """Put a step that was just done on the stack; what was undone cannot be done again."""
        self.close()
        for watch in self._trackers.values():
            watch.forget_undone()
        self._undone.clear()
        self._open = True
        if self._group is not None:
            self._group.steps.append(step)
        else:
            self._done.append(step)
            self.changed.emit()

    def note_longer(self) -> None:
        """Hear that more was done in the last step."""
        self.changed.emit()

    @property
    def is_merging(self) -> bool:
        """Whether what happens now is merged into the last step, whatever it is."""
        return self._is_merging

    def top(self) -> Step | None:
        """The last step while it is open: what follows may still join it."""
        if not self._open and not self._is_merging:
            return None
        steps = self._group.steps if self._group is not None else self._done
        return steps[-1] if steps else None

    def close(self) -> None:
        """End the last step: what follows is a step of its own."""
        self._open = False
        for watch in self._trackers.values():
            watch.close()

    def selected(self, document: QTextDocument, cursor: QTextCursor) -> None:
        """Hear what is selected: it ends the last step, unless an input method is about to type over it."""
        watch = self._trackers.get(document)
        if watch is None or not watch.may_type_over(cursor):
            self.close()

    @contextmanager
    def macro(self) -> Iterator[None]:
        """Make all that is done inside one step (an undo macro)."""
        self.finish()
        if self._group is not None:
            yield
            return
        self.close()
        group = self._group = StepGroup()
        left = {watch: watch.place() for watch in self._trackers.values()}
        try:
            yield
        finally:
            self._group = None
            self.close()
            _note_places(group, left)
            if len(group.steps) == 1:
                self._done.append(group.steps[0])
            elif group.steps:
                self._done.append(group)
            self.changed.emit()

    @contextmanager
    def merging(self) -> Iterator[None]:
        """Merge what is done inside into the last step, where that is one of the same document."""
        before, self._is_merging = self._is_merging, True
        try:
            yield
        finally:
            self._is_merging = before

    def undo(self) -> None:
        """Take the last step back; what is much in slices (:meth:`finish`)."""
        self.finish()
        if self._done:
            self._slices.start(self._replay(self._done, self._undone, _undoing))

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.finish()
        if self._undone:
            self._slices.start(self._replay(self._undone, self._done, _redoing))

    def _replay(self, source: list[Step], target: list[Step], move: _Move) -> Iterator[None]:
        self.close()
        step = source.pop()
        self.is_replaying = True
        try:
            yield from move(step, step)
        finally:
            self.is_replaying = False
            for watch in self._trackers.values():
                watch.resync()
            self.close()
        target.append(step)
        self.changed.emit()

    # ------------------------------------------------------------------ slices

    def do_in_slices(self, work: Iterator[None]) -> None:
        """Do ``work``, which may make a step, in slices: the window answers between them."""
        self._slices.start(work)

    @property
    def is_half_done(self) -> bool:
        """Whether a step waits for its next slice: who can wait reads the report after it."""
        return self._slices.is_half_done

    def finish(self) -> None:
        """Do at once what is left of a step in slices: somebody reads or edits what it writes."""
        self._slices.finish()


def _undoing(step: Step, shown: Step | None) -> Iterator[None]:
    if isinstance(step, DocumentStep):
        yield from step.undoing(is_shown=step is shown)
    elif isinstance(step, StepGroup):
        yield from step.undoing()
    else:
        step.undo()


def _redoing(step: Step, shown: Step | None) -> Iterator[None]:
    if isinstance(step, DocumentStep):
        yield from step.redoing(is_shown=step is shown)
    elif isinstance(step, StepGroup):
        yield from step.redoing()
    else:
        step.redo()


class ParkedSteps:
    """A history that was laid aside; its documents must not be edited meanwhile."""

    __slots__ = ("done", "trackers", "undone")

    def __init__(
        self, done: list[Step], undone: list[Step], trackers: "dict[QTextDocument, DocumentTracker]"
    ) -> None:
        self.done, self.undone, self.trackers = done, undone, trackers

    def forget(self) -> None:
        """Nobody will go on with it."""
        for tracker in self.trackers.values():
            tracker.end()


def _note_places(group: StepGroup, left: dict[DocumentTracker, int]) -> None:
    """Let the steps of ``group`` know where the cursors were before the first and after the last of them."""
    for step in group.steps:
        if isinstance(step, DocumentStep):
            step.cursor_before, step.cursor_after = left.get(step.watch), step.watch.place()
