"""The numbers of lines in the left margin of a draft: no text, so nothing of it is measured."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from danvan_desktop.inspection.pdf.glyphs import Glyph

_APART = 120
"""6 pt between such a number and the text at least."""
_SMALLER = 0.8
"""Their size is at most this share of the text's."""
_MOST_DIGITS = 4


def without_line_numbers(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The letters of a page without such numbers: each of those is one more than the one above it."""
    seen = [glyph for glyph in glyphs if not glyph.is_space]
    text = [glyph for glyph in seen if not glyph.text.isdecimal()]
    if not text:
        return list(glyphs)
    edge = min(glyph.left for glyph in text) - _APART
    largest = median(glyph.look.size for glyph in text) * _SMALLER
    levels: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in seen:
        if glyph.text.isdecimal() and glyph.right <= edge and glyph.look.size <= largest:
            levels[round(glyph.baseline / 20)].append(glyph)
    numbers = [sorted(levels[level], key=lambda glyph: glyph.left) for level in sorted(levels)]
    if any(len(number) > _MOST_DIGITS for number in numbers):
        return list(glyphs)
    values = [int("".join(glyph.text for glyph in number)) for number in numbers]
    if any(below != above + 1 for above, below in pairwise(values)):
        return list(glyphs)
    gone = {id(glyph) for number in numbers for glyph in number}
    return [glyph for glyph in glyphs if id(glyph) not in gone]
