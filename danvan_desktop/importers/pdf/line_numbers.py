"""The numbers of lines in the left margin of a draft: they belong to the paper, not to the text."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from danvan_desktop.importers.pdf.page import Glyph, Page

_APART = 6.0
"""Points between such a number and the text at least."""
_SMALLER = 0.8
"""Their size is at most this share of the text's."""
_MOST_DIGITS = 4


def without_line_numbers(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """``pages`` without such numbers, and how many there were."""
    kept: list[Page] = []
    count = 0
    for page in pages:
        numbers = _numbers(page)
        gone = {id(glyph) for glyphs in numbers for glyph in glyphs}
        kept.append(
            replace(page, glyphs=tuple(g for g in page.glyphs if id(g) not in gone)) if gone else page
        )
        count += len(numbers)
    return kept, count


def _numbers(page: Page) -> list[list[Glyph]]:
    """The letters of each number, from top to bottom; none unless each is one more than the one above."""
    seen = [glyph for glyph in page.glyphs if not glyph.is_space]
    text = [glyph for glyph in seen if not glyph.text.isdecimal()]
    if not text:
        return []
    edge = min(glyph.x0 for glyph in text) - _APART
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
