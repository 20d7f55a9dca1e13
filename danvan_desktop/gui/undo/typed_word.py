"""Merging of typed letters into one undo step: which keys belong to the word that is being typed."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor

from danvan_desktop.frozen import frozen


@frozen
class TypedWord:
    """What is being typed: where its step began and where the cursor was left.

    Keyboards for Vietnamese send Backspaces and whole letters in bursts: taking letters back inside
    the word, and typing after taking back, belong to the same step. Some select the letters (Shift+Left)
    and type over them.
    """

    start: int = -1
    place: int = -1
    deleting: bool = False
    at_word_start: bool = False
    """All of a word was taken back: taking back more is another step, typing is not."""
    is_over: bool = False
    selected: int = 0
    """How many letters of its end are selected, to be typed over."""

    def selecting(self, cursor: QTextCursor) -> "TypedWord | None":
        """The word while what ``cursor`` selects is of it, from its end on; None: something else is."""
        is_of_it = cursor.anchor() == self.place and self.start <= cursor.position() < self.place
        return replace(self, selected=self.place - cursor.position()) if is_of_it else None

    def takes(self, cursor: QTextCursor, grown: int) -> bool:
        """Whether a change that left the cursor here belongs to this word."""
        place = cursor.position()
        if self.place < 0:
            return False
        if self.selected:  # all of it deleted, or only made bold, is a step of its own
            typed_over = not cursor.hasSelection() and grown > -self.selected
            return typed_over and place == self.place + grown
        if grown > 0:
            return place - grown == self.place
        if grown < 0 and self.deleting:
            return place in {self.place, self.place + grown} and not self.at_word_start
        return grown < 0 and place == self.place + grown and place >= self.start

    def after(self, cursor: QTextCursor, grown: int, *, joins: bool) -> "TypedWord":
        """The word as it is after the change."""
        place = cursor.position()
        if not grown:
            return replace(self, selected=0) if joins else TypedWord(is_over=True)
        if grown < 0:
            deleting = self.deleting or not joins
            start = min(self.start, place) if joins else place
            return TypedWord(start, place, deleting, _at_word_end(place, cursor))
        start = self.start if joins and not self.deleting else place - grown
        return TypedWord(start, place, is_over=_at_word_end(place, cursor))


def _at_word_end(place: int, cursor: QTextCursor) -> bool:
    """Whether a space, or nothing, stands before ``place``."""
    before = cursor.document().characterAt(place - 1) if place else ""
    return not before.strip()
