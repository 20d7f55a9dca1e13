"""Line numbers in the left margin of a draft: they belong to the paper, not to the text."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

from danvan_desktop.reading.pdf.page import Glyph, seen_of

_APART = 6.0
"""Points between such a number and the text at least."""
_SMALLER = 0.8
"""Their size is at most this share of the text's."""
_MOST_DIGITS = 4

_begin = attrgetter("x0")


def without_line_numbers(glyphs: Sequence[Glyph]) -> tuple[tuple[Glyph, ...], int]:
    """Return the glyphs of a page without such numbers, and how many numbers there were."""
    numbers = _numbers(glyphs)
    if not numbers:
        return tuple(glyphs), 0
    gone = {id(glyph) for number in numbers for glyph in number}
    return tuple(glyph for glyph in glyphs if id(glyph) not in gone), len(numbers)


def _numbers(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The letters of each number, from top to bottom; none unless each is one more than the one above."""
    seen = seen_of(glyphs)
    first = min(seen, key=_begin, default=None)
    if first is None or not first.text.isdecimal():
        return []  # no number stands left of all text
    text = [glyph for glyph in seen if not glyph.text.isdecimal()]
    if not text:
        return []
    edge = min(map(_begin, text)) - _APART
    largest = median(glyph.size for glyph in text) * _SMALLER
    levels: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in seen:
        if glyph.text.isdecimal() and glyph.x1 <= edge and glyph.size <= largest:
            levels[round(glyph.y)].append(glyph)
    numbers = [sorted(levels[level], key=lambda glyph: glyph.x0) for level in sorted(levels)]
    if any(len(number) > _MOST_DIGITS for number in numbers):
        return []
    values = [int("".join(glyph.text for glyph in number)) for number in numbers]
    return numbers if all(below == above + 1 for above, below in pairwise(values)) else []
