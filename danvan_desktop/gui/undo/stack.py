"""The undo stack: one chronological history of undo commands over every text and field, word by word.

Qt undoes each document by itself, five typed words in one step, and merges what was typed out of
order. Here one stack holds steps; a step of a document is a stretch of that document's own commands.
``setModified(False)`` keeps Qt from merging a command into the one before (it merges only into a
modified document), so that the ends of our steps are ends of its commands.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from danvan_desktop.gui.undo.typed_word import TypedWord

_Show = Callable[[QTextCursor], None]
_BURST_SECONDS = 0.2
"""How soon after a letter an input method selects it; no hand does."""


class Step(Protocol):
    """An undo command: one step of the history."""

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
        self.steps: list[Step] = []

    def undo(self) -> None:
        """Take all back, the last first."""
        steps = self.steps[::-1]
        shown = _last_of_a_text(steps)
        for step in steps:
            if isinstance(step, DocumentStep):
                step.undo(is_shown=step is shown)
            else:
                step.undo()

    def redo(self) -> None:
        """Do all again."""
        shown = _last_of_a_text(self.steps)
        for step in self.steps:
            if isinstance(step, DocumentStep):
                step.redo(is_shown=step is shown)
            else:
                step.redo()


def _last_of_a_text(steps: Sequence[Step]) -> Step | None:
    """The one after which its text is shown: to bring up all of them, one after the other, is dear."""
    return next((step for step in reversed(steps) if isinstance(step, DocumentStep)), None)


class DocumentStep:
    """Qt's own undo commands of one QTextDocument, from number ``before`` to ``after``."""

    __slots__ = ("after", "before", "cursor_after", "cursor_before", "watch")

    def __init__(self, watch: "_DocumentTracker", before: int, after: int) -> None:
        self.watch, self.before, self.after = watch, before, after
        self.cursor_before: int | None = None
        """Where the user's cursor stood before them; None: Qt knows better, as for a typed word."""
        self.cursor_after: int | None = None
        """Where it stood when they were done."""

    def undo(self, *, is_shown: bool = True) -> None:
        """Take the commands back."""
        document, cursor = self.watch.document, QTextCursor(self.watch.document)
        while document.availableUndoSteps() > self.before:
            document.undo(cursor)
        if is_shown:
            self.watch.show_change(cursor, self.cursor_before)

    def redo(self, *, is_shown: bool = True) -> None:
        """Do the commands again."""
        document, cursor = self.watch.document, QTextCursor(self.watch.document)
        while document.availableUndoSteps() < self.after and document.isRedoAvailable():
            document.redo(cursor)
        if is_shown:
            self.watch.show_change(cursor, self.cursor_after)


class UndoStack(QObject):
    """The history: the steps done, and the steps undone that can be redone."""

    changed = Signal()
    """What can be undone or redone changed; of what becomes one step once, at its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._trackers: dict[QTextDocument, _DocumentTracker] = {}
        self._group: StepGroup | None = None
        self._open = False
        self._is_merging = False
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
        self._trackers[document] = _DocumentTracker(document, cursor, show, self)

    def clear(self) -> None:
        """Forget everything: another report is opened."""
        for watch in self._trackers.values():
            watch.end()
        self._trackers.clear()
        self._done.clear()
        self._undone.clear()
        self._group, self._open = None, False
        self.changed.emit()

    def park(self) -> "ParkedSteps":
        """Lay the whole history aside, for :meth:`unpark`; what is left is empty."""
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

    def push(self, step: Step) -> None:
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
        """Take the last step back."""
        if self._done:
            self._replay(self._done, self._undone, lambda step: step.undo())

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        if self._undone:
            self._replay(self._undone, self._done, lambda step: step.redo())

    def _replay(self, source: list[Step], target: list[Step], move: Callable[[Step], None]) -> None:
        self.close()
        step = source.pop()
        self.is_replaying = True
        try:
            move(step)
        finally:
            self.is_replaying = False
            for watch in self._trackers.values():
                watch.resync()
            self.close()
        target.append(step)
        self.changed.emit()


class ParkedSteps:
    """A history that was laid aside; its documents must not be edited meanwhile."""

    __slots__ = ("done", "trackers", "undone")

    def __init__(
        self, done: list[Step], undone: list[Step], trackers: "dict[QTextDocument, _DocumentTracker]"
    ) -> None:
        self.done, self.undone, self.trackers = done, undone, trackers

    def forget(self) -> None:
        """Nobody will go on with it."""
        for tracker in self.trackers.values():
            tracker.end()


class _DocumentTracker:
    """Follows ``contentsChange`` of one document and makes undo steps of it."""

    def __init__(
        self, document: QTextDocument, cursor: Callable[[], QTextCursor], show: _Show, stack: UndoStack
    ) -> None:
        self.document = document
        self._show = show
        self._cursor = cursor
        self._span: tuple[int, int] | None = None
        self._stack = stack
        self._word = TypedWord()
        self._typed = 0.0
        self.resync()
        self._connection = document.contentsChange.connect(self._changed)

    def end(self) -> None:
        """Stop following."""
        QObject.disconnect(self._connection)

    def resync(self) -> None:
        """Take the document as it stands as the new starting point."""
        self._commands = self.document.availableUndoSteps()
        self._length = self.document.characterCount()
        self._span = None

    def place(self) -> int:
        """Where the user's cursor stands in this document."""
        return self._cursor().position()

    def show_change(self, cursor: QTextCursor, wanted: int | None) -> None:
        """Show what is undone or done again: at ``wanted`` if that is in it, else where Qt left ``cursor``.

        A command of ours may begin at the top of the document before it goes to its place, and Qt
        leads back to that top.
        """
        if self._span is None:
            return  # nothing was done here: the cursor stays where it is
        start, end = (min(place, self.document.characterCount() - 1) for place in self._span)
        places = (wanted, cursor.position(), end)
        cursor.setPosition(next(place for place in places if place is not None and start <= place <= end))
        self._show(cursor)

    def close(self) -> None:
        """Let nothing join the last command."""
        self._word = TypedWord()
        self.separate()

    def may_type_over(self, cursor: QTextCursor) -> bool:
        """Whether what ``cursor`` selects is of the word that was typed just now."""
        word = self._word.selecting(cursor) if time.monotonic() - self._typed < _BURST_SECONDS else None
        if word is not None:
            self._word = word
        return word is not None

    def separate(self) -> None:
        """Keep Qt from merging the next command into the last one."""
        # First True: inside contentsChange Qt has not yet found out that the document is modified,
        # and takes False for no news.
        self.document.setModified(True)
        self.document.setModified(False)

    def forget_undone(self) -> None:
        """Drop the commands that were undone: something new was done."""
        if self.document.availableRedoSteps():
            self.document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)

    def _changed(self, start: int, removed: int, added: int) -> None:
        if self._stack.is_replaying:
            self._span = _widened(self._span, start, removed, added)
            return
        commands, length = self.document.availableUndoSteps(), self.document.characterCount()
        before, grown = self._commands, length - self._length
        self._commands, self._length = commands, length
        if commands == before and not grown:
            return  # laid out again: an input method composes, or only formatting changed
        cursor = self._cursor()
        joins = self._stack.is_merging or self._word.takes(cursor, grown)
        if commands > before:
            self._record(before, commands, joins=joins)
        self._word = self._word.after(cursor, grown, joins=joins)
        self._typed = time.monotonic()
        if self._word.is_over:
            self._stack.close()
        elif self._word.at_word_start:
            self.separate()

    def _record(self, before: int, after: int, *, joins: bool) -> None:
        top = self._stack.top()
        is_together = self._stack.is_in_step
        if isinstance(top, DocumentStep) and top.watch is self and (joins or is_together):
            top.after = after
            if not is_together:
                self._stack.changed.emit()
        else:
            word = self._word
            self._stack.push(DocumentStep(self, before, after))
            self._word = word


def _note_places(group: StepGroup, left: dict[_DocumentTracker, int]) -> None:
    """Let the steps of ``group`` know where the cursors were before the first and after the last of them."""
    for step in group.steps:
        if isinstance(step, DocumentStep):
            step.cursor_before, step.cursor_after = left.get(step.watch), step.watch.place()


def _widened(span: tuple[int, int] | None, start: int, removed: int, added: int) -> tuple[int, int]:
    """What has changed so far, the ``added`` characters from ``start`` on included."""
    if span is None:
        return start, start + added
    end = span[1] + added - removed if span[1] >= start else span[1]
    return min(span[0], start), max(end, start + added)
