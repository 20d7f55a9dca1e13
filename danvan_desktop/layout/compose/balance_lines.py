"""Balanced line breaking of centred names in narrow columns; the name of a place is never divided."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, combinations, pairwise
from math import ceil, comb
from typing import NamedTuple

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.document import StyledParagraph, Twips
from danvan_desktop.layout.typeset.line_breaking import TextMeasurer, break_lines, line_room

_PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN)(?: [^ ]+){1,4}$", re.IGNORECASE)
"""The place a name ends with: "TỈNH HƯƠNG GIANG"."""
_PAIRS = re.compile(
    r"\b(?:THÀNH (?=PHỐ)|HỒ (?=CHÍ)|CHÍ (?=MINH)|XÃ (?=HỘI)|KINH (?=TẾ)"
    r"|ĐẠI (?=BIỂU)|QUỐC (?=HỘI)|HỘI (?=ĐỒNG)|NHÂN (?=DÂN)|(?:ỦY|UỶ) (?=BAN)|VĂN (?=PHÒNG|HÓA|HOÁ)"
    r"|BAN (?=QUẢN)|QUẢN (?=LÝ)|DÂN (?=TỘC|VẬN)|TÔN (?=GIÁO)|NÔNG (?=NGHIỆP)|CÔNG (?=NGHIỆP|NGHỆ|THƯƠNG)"
    r"|MÔI (?=TRƯỜNG)|TÀI (?=CHÍNH)|XÂY (?=DỰNG)|KHOA (?=HỌC)|GIÁO (?=DỤC)|ĐÀO (?=TẠO)|THỂ (?=THAO)"
    r"|DU (?=LỊCH)|TƯ (?=PHÁP)|(?:NỘI|NGOẠI|PHỤC) (?=VỤ)|THANH (?=TRA)|TRUNG (?=TÂM)|HÀNH (?=CHÍNH)"
    r"|MẶT (?=TRẬN)|TỔ (?=QUỐC)|VIỆT (?=NAM)|TRUYỀN (?=THÔNG)|ĐẦU (?=TƯ))",
    re.IGNORECASE,
)
"""Where words of two syllables in the names of offices would be torn."""
_MOST_WORDS = 24
_MOST_WAYS = 30_000
"""Names of more words, or that could be parted in more ways, are left to break as they come."""
NBSP = "\u00a0"
_SLACK = 2
"""Twips that the widest line has left over."""


def balanced(paragraph: StyledParagraph, width: Twips, fonts: FontSet) -> StyledParagraph:
    """``paragraph``, centred, with no more lines than it needs, as alike in length as can be.

    The column is made as narrow as the longest line, from both sides. Where no width alone parts the lines so
    that words stay whole, their syllables are held together; one more line is better than a torn word.
    """
    text = paragraph.text
    count = len(break_lines(paragraph, TextMeasurer(paragraph, fonts), line_room(paragraph, width)))
    gaps = text.count(" ")
    if count < 2 or gaps >= _MOST_WORDS or comb(gaps, count) > _MOST_WAYS:
        return paragraph
    torn = {match.end() for match in _PAIRS.finditer(text)}
    for way in _best_first(paragraph, count, torn, width, fonts):
        side = (width - ceil(way.widest) - _SLACK) // 2
        narrow = replace(paragraph, style=replace(paragraph.style, left=side, right=side))
        tried = _glued(narrow, torn) if way.is_glued else narrow
        lines = break_lines(tried, TextMeasurer(tried, fonts), line_room(tried, width))
        if [start for start, _ in lines[1:]] == list(way.starts):
            return tried
    return paragraph


class _Way(NamedTuple):
    """Where the following lines begin, after what makes one way better than another, the weightiest first."""

    tears_place: bool
    torn: int
    lines: int
    is_glued: bool
    widest: float
    starts: tuple[int, ...]


def _best_first(
    paragraph: StyledParagraph, count: int, torn: set[int], width: Twips, fonts: FontSet
) -> list[_Way]:
    """The ways to part ``paragraph`` in ``count`` lines, or in one more where a word would be torn."""
    measure, text = TextMeasurer(paragraph, fonts), paragraph.text
    room = line_room(paragraph, width).following
    found: list[_Way] = []
    for lines in (count, count + 1):
        for starts in _ways(text, lines, torn if lines > count else set()):
            if (widest := _widest(measure, starts, text)) <= room:
                tears, words = _tears_place(text, starts), len(torn & {*starts})
                found.append(_Way(tears, words, lines, False, widest, starts))
                if not words:
                    found.append(_Way(tears, 0, lines, True, widest, starts))
        if any(not way.torn for way in found):
            break
    return sorted(found)


def _glued(paragraph: StyledParagraph, places: set[int]) -> StyledParagraph:
    """``paragraph``, of one look, with no-break blanks before ``places``."""
    (span,) = paragraph.spans
    text = "".join(NBSP if at + 1 in places else letter for at, letter in enumerate(span.text))
    return replace(paragraph, spans=(replace(span, text=text),))


def _ways(text: str, count: int, but: set[int]) -> Iterator[tuple[int, ...]]:
    """Where the second and the following lines may begin when there are ``count``, not at ``but``."""
    starts = list(accumulate(len(word) + 1 for word in text.split(" ")))[:-1]
    yield from combinations([start for start in starts if start not in but], count - 1)


def _widest(measure: TextMeasurer, starts: tuple[int, ...], text: str) -> float:
    bounds = pairwise((0, *starts, len(text) + 1))
    return max(measure.width(start, end - 1) for start, end in bounds)


def _tears_place(text: str, starts: tuple[int, ...]) -> bool:
    place = _PLACE.search(text)
    return place is not None and any(place.start() < start for start in starts)
