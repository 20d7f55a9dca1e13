"""Sentences of a text: where one begins and ends, and what stands inside one or in quotation marks."""

import re
from bisect import bisect_right
from functools import lru_cache

_END = re.compile(r"(?<![\s.]v)(?:[.!?…]|\.\.\.)[”)]?\s+(?=[^\W\d_a-zà-ỹ]|[“(]|\d)|\n")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Give start and end of the sentence in which ``place`` stands."""
    starts, ends = _sentences(text)
    number = bisect_right(starts, place) - 1
    return starts[number], ends[number]


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give where the sentences of ``text`` start and end: several rules ask, of one text in a row."""
    ends = list(_END.finditer(text))
    return (0, *(hit.end() for hit in ends)), (*(hit.start() + 1 for hit in ends), len(text))


def is_inside(text: str, place: int) -> bool:
    """Tell whether ``place`` is inside a sentence: a small letter, a figure or a comma stands before it."""
    before = text[:place].rstrip()
    return before != text[:place] and bool(before) and (before[-1].isalnum() or before[-1] in ",)”%&-")


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether ``start`` to ``end`` lies in quotation marks: somebody's words, a title, a motto."""
    return any(hit.start() < start and end < hit.end() for hit in _QUOTED.finditer(text))
