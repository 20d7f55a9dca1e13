"""Long names in narrow columns: lines of like length, the name of a place never torn apart."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, combinations, pairwise
from math import ceil

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.document import Paragraph, Twips
from danvan_desktop.layout.linebreak import Measure, break_lines, line_room

_PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN)(?: [^ ]+){1,4}$", re.IGNORECASE)
"""The place a name ends with: "TỈNH HƯƠNG GIANG"."""
_MOST_WORDS = 24
"""Longer names are left to break as they come."""
_SLACK = 2
"""Twips that the widest line has left over."""


def balanced(paragraph: Paragraph, width: Twips, fonts: FontSet) -> Paragraph:
    """``paragraph``, centred, with no more lines than it needs, as alike in length as can be.

    The column is made as narrow as the longest line, from both sides: the words stay as they are.
    """
    measure, room = Measure(paragraph, fonts), line_room(paragraph, width).following
    text = paragraph.text
    count = len(break_lines(paragraph, measure, line_room(paragraph, width)))
    if count < 2 or text.count(" ") >= _MOST_WORDS:
        return paragraph
    ways = [starts for starts in _ways(text, count) if _widest(measure, starts, text) <= room]
    # A place in one piece comes first, then evenness.
    for starts in sorted(ways, key=lambda way: (_tears_place(text, way), _widest(measure, way, text))):
        side = (width - ceil(_widest(measure, starts, text)) - _SLACK) // 2
        narrow = replace(paragraph, style=replace(paragraph.style, left=side, right=side))
        lines = break_lines(narrow, measure, line_room(narrow, width))
        if [start for start, _ in lines[1:]] == list(starts):
            return narrow
    return paragraph


def _ways(text: str, count: int) -> Iterator[tuple[int, ...]]:
    """Where the second and the following lines may begin when there are ``count``."""
    starts = list(accumulate(len(word) + 1 for word in text.split(" ")))[:-1]
    yield from combinations(starts, count - 1)


def _widest(measure: Measure, starts: tuple[int, ...], text: str) -> float:
    bounds = pairwise((0, *starts, len(text) + 1))
    return max(measure.width(start, end - 1) for start, end in bounds)


def _tears_place(text: str, starts: tuple[int, ...]) -> bool:
    place = _PLACE.search(text)
    return place is not None and any(place.start() < start for start in starts)
