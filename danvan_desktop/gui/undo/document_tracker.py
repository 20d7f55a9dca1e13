"""Follows one QTextDocument and makes undo steps of its own commands.

Qt undoes each document by itself, five typed words in one step, and merges what was typed out of order. A
step of a document is a stretch of its own commands. ``setModified(False)`` keeps Qt from merging a command
into the one before (it merges only into a modified document), so that the ends of our steps are ends of its
commands.
"""

import time
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument

from danvan_desktop.gui.undo.typed_word import TypedWord

CHANGES_AT_ONCE = 24
"""So many changes of Qt's are undone in one slice: each is laid out, in a third of a millisecond."""
_Show = Callable[[QTextCursor], None]
_BURST_SECONDS = 0.2
"""How soon after a letter an input method selects it; no hand does."""


class CommonHistory(Protocol):
    """What a document's steps go into."""

    is_replaying: bool

    @property
    def is_merging(self) -> bool:
        """Whether what happens now is merged into the last step, whatever it is."""

    @property
    def is_in_step(self) -> bool:
        """Whether several things become one step."""

    def top(self) -> object:
        """The last step while it is open."""

    def push(self, step: "DocumentStep") -> None:
        """Put a step on top."""

    def close(self) -> None:
        """End the last step."""

    def note_longer(self) -> None:
        """Hear that more was done in the last step."""


class DocumentStep:
    """Qt's own undo commands of one QTextDocument, from number ``before`` to ``after``."""

    __slots__ = ("after", "before", "cursor_after", "cursor_before", "watch")

    def __init__(self, watch: "DocumentTracker", before: int, after: int) -> None:
        self.watch, self.before, self.after = watch, before, after
        self.cursor_before: int | None = None
        """Where the user's cursor stood before them; None: Qt knows better, as for a typed word."""
        self.cursor_after: int | None = None
        """Where it stood when they were done."""

    @property
    def commands(self) -> int:
        """How many commands of Qt's it is; several of them are one change, undone together."""
        return self.after - self.before

    def undoing(self, *, is_shown: bool) -> Iterator[None]:
        """Take the commands back, so many changes in each slice."""
        document, cursor = self.watch.document, QTextCursor(self.watch.document)
        yield from _in_slices(
            lambda: document.availableUndoSteps() > self.before, lambda: document.undo(cursor)
        )
        if is_shown:
            self.watch.show_change(cursor, self.cursor_before)

    def redoing(self, *, is_shown: bool) -> Iterator[None]:
        """Do the commands again, so many changes in each slice."""
        document, cursor = self.watch.document, QTextCursor(self.watch.document)
        yield from _in_slices(
            lambda: document.availableUndoSteps() < self.after and document.isRedoAvailable(),
            lambda: document.redo(cursor),
        )
        if is_shown:
            self.watch.show_change(cursor, self.cursor_after)


def _in_slices(is_left: Callable[[], bool], change: Callable[[], object]) -> Iterator[None]:
    """Do ``change`` while anything ``is_left`` of a step."""
    done = 0
    while is_left():
        if done and not done % CHANGES_AT_ONCE:
            yield
        change()
        done += 1


class DocumentTracker:
    """Follows ``contentsChange`` of one document and makes undo steps of it."""

    def __init__(
        self, document: QTextDocument, cursor: Callable[[], QTextCursor], show: _Show, stack: CommonHistory
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
                self._stack.note_longer()
        else:
            word = self._word
            self._stack.push(DocumentStep(self, before, after))
            self._word = word


def _widened(span: tuple[int, int] | None, start: int, removed: int, added: int) -> tuple[int, int]:
    """What has changed so far, the ``added`` characters from ``start`` on included."""
    if span is None:
        return start, start + added
    end = span[1] + added - removed if span[1] >= start else span[1]
    return min(span[0], start), max(end, start + added)
