"""Groups glyphs by their baseline into rows, and the glyphs of a row into segments without a wide gap.

Glyphs and strokes come in points; segments are measured in twips, as the lengths of a Word file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from statistics import median

from danvan_desktop.inspection.flow import FlowRun, PrintedLine, TextFormat
from danvan_desktop.inspection.pdf.font_family import font_family
from danvan_desktop.reading.pdf.page import BLANK, Glyph, PdfStroke, TextStyle, seen_of

TWIPS = 20.0
"""In a point."""
_SAME_BASELINE = 1.0
"""Points."""
_COLUMN_GAP = 1.5
"""Ems: a wider gap between two text objects parts two columns; a justified line seldom has one."""
_WORD_GAP = 0.18
"""Ems: letters further apart belong to two words where the file has no space between them."""
_SLANTED_GAP = 0.12
"""… of italics, whose letters and marks lean over into the gap."""
_RAISED_SIZE = 0.85
_RAISED_OFFSET = 0.6
_UNDERLINE = 0.15
"""Ems below the baseline: nearer lines underline, the decree's rules stand lower."""
_SPACED = 1.6
"""Twips between letters that an eye sees: 0.08 pt."""
_PAIRS = 6
"""Pairs of letters that tell a spacing from kerning."""


@dataclass(frozen=True, eq=False)
class TextSegment:
    """Glyphs on one baseline of one page, from left to right, without blanks at the ends; twips."""

    page: int
    baseline: float
    glyphs: tuple[Glyph, ...]
    underlined: bool = False

    @cached_property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.glyphs[0].origin * TWIPS

    @cached_property
    def right(self) -> float:
        """Where its last letter ends."""
        return max([glyph.x1 for glyph in self.glyphs]) * TWIPS

    @property
    def centre(self) -> float:
        """The middle between both."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        """From end to end."""
        return self.right - self.left

    @cached_property
    def size(self) -> float:
        """Points, of most letters."""
        return _usual_size(self.glyphs)

    @property
    def top(self) -> float:
        """Where letters of this size reach up to."""
        return self.baseline - self.size * 20 * 0.891

    @property
    def foot(self) -> float:
        """… and down to."""
        return self.baseline + self.size * 20 * 0.216

    @cached_property
    def text(self) -> str:
        """Its text."""
        return "".join([glyph.text for glyph in self.glyphs])

    @cached_property
    def is_bold(self) -> bool:
        """Whether all its letters are."""
        return all(glyph.style.bold for glyph in self.glyphs if not glyph.is_space)

    @cached_property
    def first_word(self) -> float:
        """How wide its first word is."""
        word = next((g for g in self.glyphs if g.is_space), None)
        return (word.origin * TWIPS if word else self.right) - self.left

    def printed(self) -> PrintedLine:
        """Return it as a line on paper."""
        return PrintedLine(
            page=self.page,
            baseline=self.baseline,
            left=self.left,
            right=self.right,
            text=self.text,
            lefts=tuple([glyph.origin * TWIPS for glyph in self.glyphs]),
            rights=tuple([glyph.x1 * TWIPS for glyph in self.glyphs]),
        )

    def runs(self) -> Iterator[FlowRun]:
        """Yield its letters by their formatting."""
        spacings = _spacings(self.glyphs)
        for (style, text_object, raised), group in groupby(self._pieces(), key=itemgetter(1)):
            text = "".join(text for text, _ in group)
            spacing = round(spacings.get(text_object, spacings[-1]))
            yield FlowRun(text, _text_format(style, spacing, raised=raised, underline=self.underlined))

    def _pieces(self) -> Iterator[tuple[str, tuple[TextStyle, int, bool]]]:
        """Yield its text in pieces, each with style, text object and whether it is raised or lowered."""
        baseline = self.baseline / TWIPS
        for (style, text_object, y), group in groupby(
            self.glyphs, key=attrgetter("style", "text_object", "y")
        ):
            text = "".join([glyph.text for glyph in group])
            yield text, (style, text_object, abs(y - baseline) > _SAME_BASELINE)


def _text_format(style: TextStyle, spacing: int, *, raised: bool, underline: bool) -> TextFormat:
    return TextFormat(
        font=font_family(style.font.name),
        size=style.size,
        bold=style.bold,
        italic=style.italic,
        underline=underline,
        capitals=False,
        hidden=False,
        color=style.color,
        spacing=spacing,
        scale=style.scale,
        raised=raised,
        highlighted=False,
    )


def _spacings(glyphs: Sequence[Glyph]) -> dict[int, float]:
    """Return what is added between the letters of each text object; -1 stands for all together."""
    every: list[float] = []
    gaps: dict[int, list[float]] = {-1: every}
    for one, other in pairwise(glyphs):
        if one.text_object == other.text_object and one.text not in BLANK and other.text not in BLANK:
            gap = (other.origin - one.x1) * TWIPS
            gaps.setdefault(one.text_object, []).append(gap)
            every.append(gap)
    found = {number: _shared(values) for number, values in gaps.items() if len(values) >= _PAIRS}
    return {-1: 0.0} | {number: gap for number, gap in found.items() if abs(gap) >= _SPACED}


def _shared(gaps: Sequence[float]) -> float:
    """Return the usual gap; none where some letters touch: others only lean over, as italics do."""
    touching = sum(abs(gap) < _SPACED / 2 for gap in gaps)
    return 0.0 if touching * 5 >= len(gaps) else median(gaps)


def rows_of(page: int, glyphs: Iterable[Glyph], strokes: Sequence[PdfStroke]) -> list[list[TextSegment]]:
    """Return the rows of a page from top to bottom, each as its segments from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted([g for g in glyphs if g.style.visible and g.style.level], key=attrgetter("y")):
        if rows and glyph.y - rows[-1][0].y <= _SAME_BASELINE:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    seen = [row for row in rows if any(not glyph.is_space for glyph in row)]
    levels = [stroke for stroke in strokes if stroke.is_level]
    uprights = [stroke for stroke in strokes if not stroke.is_level]
    found = (list(_segments(page, row, levels, uprights)) for row in _with_raised(seen))
    return [row for row in found if row]


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put raised and lowered letters into the row they belong to."""
    kept: list[list[Glyph]] = []
    waiting = list(rows)
    for index, row in enumerate(rows):
        home = next((n for n in _neighbours(rows, index) if _belongs(row, n)), None)
        if home is None:
            kept.append(waiting[index])
        else:
            home.extend(row)
    return kept


def _neighbours(rows: list[list[Glyph]], index: int) -> Iterator[list[Glyph]]:
    yield from rows[index + 1 : index + 2]
    yield from rows[max(0, index - 1) : index]


def _belongs(row: list[Glyph], home: list[Glyph]) -> bool:
    size = home[0].style.size
    apart = abs(home[0].y - row[0].y)
    if any(glyph.style.size > size * _RAISED_SIZE for glyph in row) or apart > size * _RAISED_OFFSET:
        return False
    return all(_adjoins(word, home, size) for word in _words(row, size))


def _words(row: list[Glyph], near: float) -> Iterator[list[Glyph]]:
    """Yield the letters of ``row`` that stand together."""
    word: list[Glyph] = []
    for glyph in sorted(seen_of(row), key=attrgetter("origin")):
        if word and glyph.origin - word[-1].x1 > near:
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _adjoins(word: list[Glyph], home: list[Glyph], near: float) -> bool:
    """Whether ``word`` stands right after, or right before, a letter of ``home``."""
    left, right = word[0].origin, word[-1].x1
    return any(abs(left - h.x1) < near or abs(h.origin - right) < near for h in home)


def _segments(
    page: int, row: list[Glyph], levels: Sequence[PdfStroke], uprights: Sequence[PdfStroke]
) -> Iterator[TextSegment]:
    baseline = max(row, key=attrgetter("style.size")).y
    walls = sorted(stroke.x for stroke in uprights if stroke.y0 < baseline < stroke.y1)
    found: list[Glyph] = []
    for glyph in sorted(row, key=attrgetter("origin", "x1")):
        if glyph.text in BLANK and not found:
            continue
        if found and (walls or glyph.origin > found[-1].x1):
            gap, em = glyph.origin - found[-1].x1, glyph.style.size
            apart = gap > em * _COLUMN_GAP and glyph.text_object != found[-1].text_object
            if apart or (walls and any(found[-1].x1 <= x <= glyph.origin for x in walls)):
                yield from _segment(page, baseline, found, levels)
                found = [] if glyph.is_space else [glyph]
                continue
            if (
                gap > em * (_SLANTED_GAP if glyph.style.italic else _WORD_GAP)
                and glyph.text not in BLANK
                and found[-1].text not in BLANK
            ):
                found.append(_blank(glyph, found[-1].x1, glyph.origin))
        found.append(glyph)
    yield from _segment(page, baseline, found, levels)


def _segment(
    page: int, baseline: float, glyphs: list[Glyph], levels: Sequence[PdfStroke]
) -> Iterator[TextSegment]:
    while glyphs and glyphs[-1].is_space:
        glyphs = glyphs[:-1]
    if glyphs:
        underlined = _is_underlined(glyphs, baseline, levels)
        yield TextSegment(page, baseline * TWIPS, tuple(glyphs), underlined)


def _is_underlined(glyphs: Sequence[Glyph], baseline: float, levels: Sequence[PdfStroke]) -> bool:
    below = [stroke for stroke in levels if stroke.y > baseline]
    if not below:
        return False
    depth = _usual_size(glyphs) * _UNDERLINE
    near = [stroke for stroke in below if stroke.y - baseline < depth]
    if not near:
        return False
    left, right = glyphs[0].origin, max([glyph.x1 for glyph in glyphs])
    return any(min(stroke.x1, right) - max(stroke.x0, left) > (right - left) / 2 for stroke in near)


def _usual_size(glyphs: Sequence[Glyph]) -> float:
    return median([glyph.style.size for glyph in glyphs])


def _blank(pattern: Glyph, left: float, right: float) -> Glyph:
    """Return a space from ``left`` to ``right`` that is else like ``pattern``."""
    return replace(pattern, text=" ", x0=left, origin=left, x1=right)


def joined(segments: Sequence[TextSegment]) -> TextSegment:
    """Return segments of one row as one, with a blank between."""
    glyphs: list[Glyph] = []
    for segment in segments:
        if glyphs:
            glyphs.append(_blank(segment.glyphs[0], glyphs[-1].x1, segment.glyphs[0].origin))
        glyphs += segment.glyphs
    return TextSegment(
        segments[0].page, segments[0].baseline, tuple(glyphs), any(p.underlined for p in segments)
    )


def cut(segment: TextSegment, at: int) -> tuple[TextSegment, TextSegment]:
    """Return ``segment`` in two, the second beginning with character ``at``."""
    ends = [0]
    for glyph in segment.glyphs:
        ends.append(ends[-1] + len(glyph.text))
    where = ends.index(at) if at in ends else len(segment.glyphs)
    halves = (segment.glyphs[:where], segment.glyphs[where:])
    first, second = (_trimmed(glyphs) for glyphs in halves)
    return replace(segment, glyphs=first), replace(segment, glyphs=second)


def _trimmed(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    seen = [index for index, glyph in enumerate(glyphs) if not glyph.is_space]
    return glyphs[seen[0] : seen[-1] + 1] if seen else ()
