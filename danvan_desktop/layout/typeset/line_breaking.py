"""Line breaking: greedy, at the places where Word (mode 14) and LibreOffice break.

A line may end at a space, after a hyphen before a letter and at some signs, never at a no-break space.
Words are as wide as their advance widths say: no kerning, no squeezing of spaces. A word wider than the
whole line is broken between characters: nothing is ever lost.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import floor
from operator import attrgetter

from danvan_desktop.fonts import Face, FontSet
from danvan_desktop.frozen import frozen
from danvan_desktop.layout.document import Colour, Span, StyledParagraph, Twips

TOLERANCE = 0.001
"""Twips a line may be too long: rounding of our own sums. LibreOffice takes nothing, not even 1/512."""

SCRIPT_SIZE = 0.58
"""Size of superscript and subscript to the text's, as LibreOffice sets them: in whole twips."""

NO_BREAK_HYPHEN = "\u2011"
_UNBREAKABLE = re.compile("[\u00a0\u2011]")
"""To LibreOffice each is a portion of its line, like a change of look."""

_WORD = re.compile(r"[^ ]+")

# What Unicode calls closing, infix and quoting: nothing of it ever begins a line.
_HELD = r"\s\]})?!:;,.\"“”'‘’…/\-–‐|»«" + NO_BREAK_HYPHEN
_INSIDE = re.compile(
    rf"(?<=[^ ]-)(?=[^{_HELD}\d])"  # after a hyphen before a letter; one that begins a word holds on to it
    r"|(?<=\d-)(?=[\d,;:.-])|(?<=\d[%)+,./:;\]}]-)(?=\d)"  # 2021-|2026, but Covid-19
    rf"|(?<=[–?!…|‐])(?=[^{_HELD}])|(?<=—)(?=[^{_HELD}—])"
    rf"|(?<=}})(?=[^{_HELD}%+])"
    r"|(?<=[\w&%+=#*@~.,;:)\]])(?=—)"
    r"|(?<=[.,;:)\]])(?=[(\[{])|(?<=[^\d][%+])(?=[(\[{])"
    r"|(?<=[^\d][.,;:)\]}])(?=[%+])|(?<=[%+])(?=[%+])"
    rf"|(?<=/)(?=[^{_HELD}—\d%+])|(?<=[^\d,.:;]/)(?=\d)"
)
"""Where a line may end inside a word: Unicode's rules of line breaking as LibreOffice keeps them, tried
with every pair of signs on the keyboard; Word's are nearly the same."""

_PATH_LENGTH = 65
"""A word that would be broken after its "/" goes to the next line whole, unless it is longer than this."""


_LONG_WORD = 1_000
"""Characters, more than a line can hold."""


@frozen
class LookSpan:
    """A span of the paragraph's text in one face and size."""

    start: int
    end: int
    span: Span
    face: Face
    size: float
    """Half-points; of raised text not always a whole number."""
    text_size: int
    """The size of the text around it; the same unless it is raised or lowered."""
    scale: float
    """Twips per font unit."""
    colour: Colour = "black"


class TextMeasurer:
    """How wide any stretch of a paragraph's text is."""

    def __init__(self, paragraph: StyledParagraph, fonts: FontSet) -> None:
        """Prepare to measure ``paragraph``."""
        self.text = shown(paragraph.text)
        self.looks = tuple(_looks(paragraph, fonts))
        self._portions = tuple(_portions(self.looks, paragraph.text))

    def width(self, start: int, end: int) -> float:
        """Width of the text from ``start`` to ``end``, in twips."""
        if len(self.looks) == 1:
            look = self.looks[0]
            return look.face.width(self.text[start:end]) * look.scale
        total = 0.0
        for look, first, last in self.pieces(start, end):
            total += look.face.width(self.text[first:last]) * look.scale
        return total

    def reach(self, x: float, start: int, end: int) -> float:
        """Where the text from ``start`` to ``end`` ends when it begins at ``x`` of its line.

        What stands before a change of look, a no-break space or hyphen counts in whole twips, as it does in
        LibreOffice.
        """
        if len(self._portions) == 1:
            look = self._portions[0]
            return x + look.face.width(self.text[start:end]) * look.scale
        for portion, first, last in _within(self._portions, start, end):
            if first == portion.start:
                x = floor(x)
            x += portion.face.width(self.text[first:last]) * portion.scale
        return x

    def pieces(self, start: int, end: int) -> Iterator[tuple[LookSpan, int, int]]:
        """The looks of the text from ``start`` to ``end``, each with the stretch it covers there."""
        return _within(self.looks, start, end)


def _within(spans: Sequence[LookSpan], start: int, end: int) -> Iterator[tuple[LookSpan, int, int]]:
    """Those of ``spans`` from ``start`` to ``end``, each with the stretch it covers there."""
    index = max(0, bisect_right(spans, start, key=_start_of) - 1)
    while index < len(spans) and spans[index].start < end:
        span = spans[index]
        first, last = max(start, span.start), min(end, span.end)
        if first < last:
            yield span, first, last
        index += 1


_start_of = attrgetter("start")


def shown(text: str) -> str:
    """``text`` as it is drawn: the no-break hyphen has done its work once lines are broken."""
    return text.replace(NO_BREAK_HYPHEN, "-")


def _looks(paragraph: StyledParagraph, fonts: FontSet) -> Iterator[LookSpan]:
    start = 0
    for span in paragraph.spans:
        if not span.text:
            continue
        face = fonts.face(bold=span.bold, italic=span.italic)
        size: float = paragraph.style.size
        if span.vertical:
            size = floor(size * 10 * SCRIPT_SIZE) / 10
        end = start + len(span.text)
        style, scale = paragraph.style, size * 10 / face.units_per_em
        yield LookSpan(start, end, span, face, size, style.size, scale, style.colour)
        start = end


def _portions(looks: Iterable[LookSpan], text: str) -> Iterator[LookSpan]:
    """``looks``, parted at every no-break space and hyphen."""
    marks = sorted({edge for mark in _UNBREAKABLE.finditer(text) for edge in mark.span()})
    for look in looks:
        within = marks[bisect_right(marks, look.start) : bisect_left(marks, look.end)]
        edges = (look.start, *within, look.end)
        for start, end in pairwise(edges):
            yield look if len(edges) == 2 else replace(look, start=start, end=end)


@frozen
class LineWidth:
    """The width lines may have."""

    first: Twips
    following: Twips


def line_room(paragraph: StyledParagraph, width: Twips) -> LineWidth:
    """The room of the lines of ``paragraph`` in a column of ``width``."""
    style = paragraph.style
    following = max(width - style.left - style.right, 1)
    return LineWidth(first=max(following - style.first_line, 1), following=following)


def break_lines(paragraph: StyledParagraph, measure: TextMeasurer, room: LineWidth) -> list[tuple[int, int]]:
    """Start and end of each line in the paragraph's text; the spaces of a break belong to the line before.

    An empty paragraph has one empty line.
    """
    text = paragraph.text
    lines: list[tuple[int, int]] = []
    start, x, limit = 0, 0.0, room.first + TOLERANCE
    previous = 0
    for word in _WORD.finditer(text):
        begin, end = word.span()
        if end - begin <= _LONG_WORD:
            after = measure.reach(x, previous, end)
            if after <= limit:
                x, previous = after, end
                continue
        if previous:
            x = measure.reach(x, previous, begin)
        else:
            begin = 0  # leading spaces are the author's and stay with the first word
        # What is far longer than a line is measured a line at a time.
        while end - begin > _LONG_WORD or measure.reach(x, begin, end) > limit:
            cut = _cut(measure, text, (start, begin, end), x, limit)
            if cut >= end:
                break
            lines.append((start, cut))
            start, begin, x, limit = cut, cut, 0.0, room.following + TOLERANCE
        x, previous = measure.reach(x, begin, end), end
    lines.append((start, len(text)))
    return lines


def _cut(measure: TextMeasurer, text: str, span: tuple[int, int, int], x: float, limit: float) -> int:
    """Where the line from ``span[0]`` ends, whose word from ``span[1]`` to ``span[2]`` does not fit.

    The word begins at ``x`` of the line.
    """
    start, begin, end = span
    fitting = _fitting(measure, span, x, limit)
    # Of a word that begins the line only what fits is of interest: the rest is looked at line by line.
    searched = begin + _LONG_WORD if begin > start else fitting + 1
    places = [found.start() for found in _INSIDE.finditer(text, begin + 1, min(end, searched))]
    if not places and begin > start:
        return begin
    if fitting in places and text[fitting - 1] != "/":
        return fitting
    place = max((place for place in places if place < fitting), default=begin)
    if text[place - 1 : place] == "/":
        place = _before_path(text, place)
    return place if place > start else max(fitting, start + 1)


def _before_path(text: str, place: int) -> int:
    """The space before the path or symbol that would be broken at ``place``, if there is one near."""
    return text.rfind(" ", max(0, place - _PATH_LENGTH - 1), place) + 1 or place


def _fitting(measure: TextMeasurer, span: tuple[int, int, int], x: float, limit: float) -> int:
    """The first character of the word that goes beyond ``limit``."""
    _, begin, end = span
    for position in range(begin, end):
        x = measure.reach(x, position, position + 1)
        if x > limit:
            return position
    return end
