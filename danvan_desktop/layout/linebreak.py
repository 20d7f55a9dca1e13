"""Breaks a paragraph into lines: greedily, at the places where Word (mode 14) and LibreOffice break.

A line may end at a space, after a hyphen before a letter and at some dashes; never at "/" and never at
a no-break space. Words are as wide as their advance widths say: no kerning, no squeezing of spaces.
A word wider than the whole line is broken at a "/" or else between characters: nothing is ever lost.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from danvan_desktop.fonts import Face, FontSet
from danvan_desktop.layout.document import Paragraph, Span, Twips

TOLERANCE = 0.01
"""Twips a line may be too long: rounding of our own sums. LibreOffice takes nothing from 0.05 on."""

SCRIPT_SIZE = 0.58
"""Size of superscript and subscript to the text's, as LibreOffice sets them."""

NO_BREAK_HYPHEN = "\u2011"

_WORD = re.compile(r"[^ ]+")
_INSIDE = re.compile(
    r"(?<=[^ ][-‐])(?=[^\W\d_])"  # after a hyphen before a letter; one that begins a word holds on to it
    r"|(?<=\d-)(?=\d)"  # 2021-|2026, but Covid-19
    r"|(?<=[–—…])(?=[\w(])"
    r"|(?<=\w)(?=—)"
)
"""Where a line may end inside a word; as LibreOffice does, and nearly as Word does."""

_DASHES = frozenset("-‐–—…")


@dataclass(frozen=True, slots=True)
class LookSpan:
    """A stretch of the paragraph's text in one face and size."""

    start: int
    end: int
    span: Span
    face: Face
    size: int
    """Half-points."""
    text_size: int
    """The size of the text around it; the same unless it is raised or lowered."""
    scale: float
    """Twips per font unit."""


class Measure:
    """How wide any stretch of a paragraph's text is."""

    def __init__(self, paragraph: Paragraph, fonts: FontSet) -> None:
        """Prepare to measure ``paragraph``."""
        self.text = shown(paragraph.text)
        self.looks = tuple(_looks(paragraph, fonts))
        self._starts = [look.start for look in self.looks]

    def width(self, start: int, end: int) -> float:
        """Width of the text from ``start`` to ``end``, in twips."""
        if len(self.looks) == 1:
            look = self.looks[0]
            return look.face.width(self.text[start:end]) * look.scale
        total = 0.0
        for look, first, last in self.pieces(start, end):
            total += look.face.width(self.text[first:last]) * look.scale
        return total

    def pieces(self, start: int, end: int) -> Iterator[tuple[LookSpan, int, int]]:
        """The looks of the text from ``start`` to ``end``, each with the stretch it covers there."""
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self.looks) and self.looks[index].start < end:
            look = self.looks[index]
            first, last = max(start, look.start), min(end, look.end)
            if first < last:
                yield look, first, last
            index += 1


def shown(text: str) -> str:
    """``text`` as it is drawn: the no-break hyphen has done its work once lines are broken."""
    return text.replace(NO_BREAK_HYPHEN, "-")


def _looks(paragraph: Paragraph, fonts: FontSet) -> Iterator[LookSpan]:
    start = 0
    for span in paragraph.spans:
        if not span.text:
            continue
        face = fonts.face(bold=span.bold, italic=span.italic)
        size = round(paragraph.style.size * SCRIPT_SIZE) if span.vertical else paragraph.style.size
        end = start + len(span.text)
        yield LookSpan(start, end, span, face, size, paragraph.style.size, size * 10 / face.units_per_em)
        start = end


@dataclass(frozen=True, slots=True)
class Room:
    """The width lines may have."""

    first: Twips
    following: Twips


def line_room(paragraph: Paragraph, width: Twips) -> Room:
    """The room of the lines of ``paragraph`` in a column of ``width``."""
    style = paragraph.style
    following = max(width - style.left - style.right, 1)
    return Room(first=max(following - style.first_line, 1), following=following)


def break_lines(paragraph: Paragraph, measure: Measure, room: Room) -> list[tuple[int, int]]:
    """Start and end of each line in the paragraph's text; the spaces of a break belong to the line before.

    An empty paragraph has one empty line.
    """
    lines: list[tuple[int, int]] = []
    start, x, limit = 0, 0.0, room.first + TOLERANCE
    previous = 0
    for begin, end in _pieces(paragraph.text):
        if begin > previous:
            x += measure.width(previous, begin)
        width = measure.width(begin, end)
        if x + width > limit and begin > start:
            lines.append((start, begin))
            start, x, limit = begin, 0.0, room.following + TOLERANCE
        if x + width > limit:
            for cut in _cuts(measure, begin, end, limit, room.following + TOLERANCE):
                lines.append((start, cut))
                start, limit = cut, room.following + TOLERANCE
            width = measure.width(start, end)
        x += width
        previous = end
    lines.append((start, len(paragraph.text)))
    return lines


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between two places where a line may end, without the spaces between them."""
    first = True
    for word in _WORD.finditer(text):
        begin, end = word.span()
        if first:
            begin, first = 0, False  # leading spaces are the author's and stay with the first word
        if not _DASHES.isdisjoint(word[0]):
            for cut in _INSIDE.finditer(text, word.start() + 1, end):
                yield begin, cut.start()
                begin = cut.start()
        yield begin, end


def _cuts(measure: Measure, begin: int, end: int, first_limit: float, limit: float) -> Iterator[int]:
    """Where the word from ``begin`` to ``end`` is cut, at a "/" if it has one, else between characters."""
    x, line_start, room, slash = 0.0, begin, first_limit, begin
    for position in range(begin, end):
        width = measure.width(position, position + 1)
        if x + width > room and position > line_start:
            line_start = slash if slash > line_start else position
            yield line_start
            x, room = measure.width(line_start, position), limit
        if measure.text[position] == "/" and measure.text[position + 1 : position + 2].isalpha():
            slash = position + 1
        x += width
