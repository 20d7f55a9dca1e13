"""Blanks of the text that something put onto the page fills in: the number and the day of a paper.

Văn thư gives both after the paper was signed (Điều 14, 15), so software prints them over "Số:      /BC-VP"
and "ngày … tháng … năm 2025", a little above or below the line, in a font of its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from danvan_desktop.reading.pdf.page import Glyph, seen_of

_NUMBER = r"\d{1,5}[a-zđ]?(?:\s*[/-]\s*[A-ZĐƯ][\wĐđƯư&./-]*)?"
_DAY = r"(?:ngày\s*)?\d{1,2}(?:\s*tháng\s*|\s+)\d{1,2}(?:(?:\s*năm\s*|\s+)\d{4})?[.;,]?"
_MONTH = r"tháng\s*\d{1,2}(?:\s*năm\s*\d{4})?|ngày\s*\d{1,2}|năm\s*\d{4}|\d{4}"
_FILLING = re.compile(rf"{_NUMBER}|{_DAY}|{_MONTH}", re.IGNORECASE)
_ALONE = re.compile(
    rf"Số\s*:?\s*{_NUMBER}|(?:[^\d,;:]{{2,60}},\s*)?ngày\s*\d{{1,2}}\s*tháng\s*\d{{1,2}}\s*năm\s*\d{{4}}[.]?",
    re.IGNORECASE,
)
"""What is known for number or date without a line of the text that it stands in."""
_MOST_LINES = 2
_LEADERS = frozenset(".…_·")
_LEVEL = 0.7
"""Ems that what fills a blank may stand above or below the line."""
_REACH = 8.0
"""Ems from it to the next letter of the line at most."""
_STEEP = 3.0
"""A letter a point higher or lower is as far as one so many points to the side."""
_OVER, _OVER_SHARE = 0.25, 0.3
"""Ems, and the share of its width, by which it may stand over a letter."""
_SAME_BASELINE = 0.5
_Line = Sequence[Glyph]


def fill_blanks(glyphs: Sequence[Glyph], shown: Sequence[Glyph]) -> Sequence[Glyph] | None:
    """Return ``glyphs``, all of a page, with ``shown``, the letters of an annotation, in their blanks.

    None where those letters say no number or day, or stand in no blank.
    """
    lines = lines_of(shown)
    if not 0 < len(lines) <= _MOST_LINES or not all(glyph.style.level for glyph in shown):
        return None
    for line in lines:
        filled = _with_line(glyphs, line)
        if filled is None:
            return None
        glyphs = filled
    return glyphs


def lines_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """``glyphs`` by their baselines, from top to bottom, each from left to right; blank ones are left out."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.y, glyph.x0)):
        if lines and glyph.y - lines[-1][0].y <= _SAME_BASELINE:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    ordered = (sorted(line, key=lambda glyph: glyph.x0) for line in lines)
    return [line for line in ordered if any(not glyph.is_space for glyph in line)]


def _with_line(glyphs: Sequence[Glyph], line: _Line) -> Sequence[Glyph] | None:
    text = "".join(glyph.text for glyph in line).strip()
    if not _FILLING.fullmatch(text) and not _ALONE.fullmatch(text):
        return None
    row = _row(glyphs, line)
    if row:
        return _filled(glyphs, line, row) if _is_blank(row, line) else None
    return [*glyphs, *_beside(glyphs, line)] if _ALONE.fullmatch(text) else None


def _ends(line: _Line) -> tuple[float, float, float]:
    """Where the letters of ``line`` begin and end, and their size."""
    seen = seen_of(line)
    return min(g.x0 for g in seen), max(g.x1 for g in seen), max(g.size for g in seen)


def _row(glyphs: Sequence[Glyph], line: _Line) -> list[Glyph]:
    """The letters of the page's line in which ``line`` stands, from left to right; none where it is alone."""
    left, right, size = _ends(line)
    near = [
        glyph
        for glyph in glyphs
        if glyph.style.level
        and not glyph.is_space
        and abs(glyph.y - line[0].y) <= _LEVEL * max(size, glyph.size)
        and glyph.x0 - right <= _REACH * size
        and left - glyph.x1 <= _REACH * size
    ]
    if not near:
        return []
    base = min(near, key=lambda glyph: _apart(glyph, left, right) + _STEEP * abs(glyph.y - line[0].y))
    row = [glyph for glyph in glyphs if glyph.style.level and abs(glyph.y - base.y) <= _SAME_BASELINE]
    return sorted(row, key=lambda glyph: glyph.x0)


def _apart(glyph: Glyph, left: float, right: float) -> float:
    return max(glyph.x0 - right, left - glyph.x1, 0.0)


def _is_blank(row: Sequence[Glyph], line: _Line) -> bool:
    """Whether ``line`` stands over nothing but blanks and leaders of ``row``."""
    left, right, size = _ends(line)
    over = min(_OVER * size, _OVER_SHARE * (right - left))
    covered = (glyph for glyph in row if glyph.x0 < right - over and glyph.x1 > left + over)
    return all(_is_open(glyph) for glyph in covered)


def _is_open(glyph: Glyph) -> bool:
    return glyph.is_space or set(glyph.text) <= _LEADERS


def _filled(glyphs: Sequence[Glyph], line: _Line, row: Sequence[Glyph]) -> list[Glyph]:
    """``glyphs`` with ``line`` in ``row``, in place of the blanks and leaders that it covers."""
    gone = set(map(id, _covered(row, line)))
    left, _, _ = _ends(line)
    before = [glyph for glyph in row if id(glyph) not in gone and glyph.x0 < left]
    beside = before[-1] if before else next(glyph for glyph in row if not _is_open(glyph) or glyph is row[-1])
    put = [_moved(glyph, beside) for glyph in line]
    made: list[Glyph] = []
    for glyph in glyphs:
        if not before and glyph is beside:
            made += put
        if id(glyph) not in gone:
            made.append(glyph)
        if before and glyph is beside:
            made += put
    return made


def _covered(row: Sequence[Glyph], line: _Line) -> list[Glyph]:
    """The blanks under ``line``, and the leaders that go on from them to both sides."""
    left, right, _ = _ends(line)
    places = [i for i, g in enumerate(row) if _is_open(g) and g.x0 < right and g.x1 > left]
    if not places:
        return []
    first, last = places[0], places[-1]
    while first and _is_leader(row[first - 1]):
        first -= 1
    while last + 1 < len(row) and _is_leader(row[last + 1]):
        last += 1
    return [glyph for glyph in row[first : last + 1] if _is_open(glyph)]


def _is_leader(glyph: Glyph) -> bool:
    return not glyph.is_space and _is_open(glyph)


def _moved(glyph: Glyph, beside: Glyph) -> Glyph:
    """``glyph`` on the line of ``beside``, and in its block of the structure tree."""
    return replace(glyph, y=beside.y, style=replace(glyph.style, mcid=beside.style.mcid))


def _beside(glyphs: Sequence[Glyph], line: _Line) -> list[Glyph]:
    """``line``, which has a place of its own, in the block of the nearest letter above it."""
    left, right, _ = _ends(line)
    above = [g for g in glyphs if g.y < line[0].y and g.x0 < right and g.x1 > left and not g.is_space]
    nearest = max(above, key=lambda glyph: glyph.y, default=None)
    if nearest is None:
        return list(line)
    return [replace(glyph, style=replace(glyph.style, mcid=nearest.style.mcid)) for glyph in line]
