"""From letters to pieces of lines: what stands on one baseline without a wide gap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from danvan_desktop.inspection.flow import FlowRun, PrintedLine, TextFormat
from danvan_desktop.inspection.pdf.glyphs import GlyphFormat, MeasuredGlyph, MeasuredStroke

_SAME_BASELINE = 20.0
"""1 pt."""
_COLUMN_GAP = 1.5
"""Ems: a wider gap between two text objects parts two columns; a justified line seldom has one."""
_WORD_GAP = 0.18
"""Ems: letters further apart belong to two words where the file has no space between them."""
_RAISED_SIZE = 0.85
_RAISED_OFFSET = 0.6
_UNDERLINE = 0.15
"""Ems below the baseline: nearer lines underline, the decree's rules stand lower."""
_SPACED = 1.6
"""Twips between letters that an eye sees: 0.08 pt."""
_PAIRS = 6
"""Pairs of letters that tell a spacing from kerning."""


@dataclass(frozen=True, eq=False)
class Piece:
    """Letters on one baseline of one page, from left to right, without blanks at the ends."""

    page: int
    baseline: float
    glyphs: tuple[MeasuredGlyph, ...]
    underlined: bool = False

    @cached_property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        """Where its last letter ends."""
        return max(glyph.right for glyph in self.glyphs)

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
        return median(sorted(glyph.look.size for glyph in self.glyphs))

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
        """What it says."""
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def is_bold(self) -> bool:
        """Whether all its letters are."""
        return all(glyph.look.bold for glyph in self.glyphs if not glyph.is_space)

    @cached_property
    def first_word(self) -> float:
        """How wide its first word is."""
        word = next((g for g in self.glyphs if g.is_space), None)
        return (word.left if word else self.right) - self.left

    def printed(self) -> PrintedLine:
        """Return it as a line on paper."""
        return PrintedLine(
            page=self.page,
            baseline=self.baseline,
            left=self.left,
            right=self.right,
            text=self.text,
            lefts=tuple(glyph.left for glyph in self.glyphs),
            rights=tuple(glyph.right for glyph in self.glyphs),
        )

    def runs(self) -> Iterator[FlowRun]:
        """Yield its letters by their looks."""
        spacings = _spacings(self.glyphs)
        for (look, piece, raised), group in groupby(
            self.glyphs, key=lambda g: (g.look, g.piece, abs(g.baseline - self.baseline) > _SAME_BASELINE)
        ):
            text = "".join(glyph.text for glyph in group)
            spacing = round(spacings.get(piece, spacings[-1]))
            yield FlowRun(text, _text_look(look, spacing, raised=raised, underline=self.underlined))


def _text_look(look: GlyphFormat, spacing: int, *, raised: bool, underline: bool) -> TextFormat:
    return TextFormat(
        font=look.font,
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        underline=underline,
        capitals=False,
        hidden=False,
        color=look.color,
        spacing=spacing,
        scale=look.scale,
        raised=raised,
        highlighted=False,
    )


def _spacings(glyphs: Sequence[MeasuredGlyph]) -> dict[int, float]:
    """Return what is added between the letters of each text object; -1 stands for all together."""
    gaps: dict[int, list[float]] = {-1: []}
    for one, other in pairwise(glyphs):
        if one.piece == other.piece and not one.is_space and not other.is_space:
            gaps.setdefault(one.piece, []).append(other.left - one.right)
            gaps[-1].append(other.left - one.right)
    found = {piece: _shared(values) for piece, values in gaps.items() if len(values) >= _PAIRS}
    return {-1: 0.0} | {piece: gap for piece, gap in found.items() if abs(gap) >= _SPACED}


def _shared(gaps: Sequence[float]) -> float:
    """Return the usual gap; none where some letters touch: others only lean over, as italics do."""
    touching = sum(abs(gap) < _SPACED / 2 for gap in gaps)
    return 0.0 if touching * 5 >= len(gaps) else median(gaps)


def rows_of(
    page: int, glyphs: Iterable[MeasuredGlyph], strokes: Sequence[MeasuredStroke]
) -> list[list[Piece]]:
    """Return the rows of a page from top to bottom, each as its pieces from left to right."""
    rows: list[list[MeasuredGlyph]] = []
    for glyph in sorted((g for g in glyphs if g.look.visible and g.look.level), key=lambda g: g.baseline):
        if rows and glyph.baseline - rows[-1][0].baseline <= _SAME_BASELINE:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    seen = [row for row in rows if any(not glyph.is_space for glyph in row)]
    found = (list(_pieces(page, row, strokes)) for row in _with_raised(seen))
    return [row for row in found if row]


def _with_raised(rows: list[list[MeasuredGlyph]]) -> list[list[MeasuredGlyph]]:
    """Put raised and lowered letters into the row they belong to."""
    kept: list[list[MeasuredGlyph]] = []
    waiting = list(rows)
    for index, row in enumerate(rows):
        home = next((n for n in _neighbours(rows, index) if _belongs(row, n)), None)
        if home is None:
            kept.append(waiting[index])
        else:
            home.extend(row)
    return kept


def _neighbours(rows: list[list[MeasuredGlyph]], index: int) -> Iterator[list[MeasuredGlyph]]:
    yield from rows[index + 1 : index + 2]
    yield from rows[max(0, index - 1) : index]


def _belongs(row: list[MeasuredGlyph], home: list[MeasuredGlyph]) -> bool:
    size = home[0].look.size
    apart = abs(home[0].baseline - row[0].baseline)
    if any(glyph.look.size > size * _RAISED_SIZE for glyph in row) or apart > size * 20 * _RAISED_OFFSET:
        return False
    return all(_adjoins(word, home, size * 20) for word in _words(row, size * 20))


def _words(row: list[MeasuredGlyph], near: float) -> Iterator[list[MeasuredGlyph]]:
    """Yield the letters of ``row`` that stand together."""
    word: list[MeasuredGlyph] = []
    for glyph in sorted((glyph for glyph in row if not glyph.is_space), key=lambda g: g.left):
        if word and glyph.left - word[-1].right > near:
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _adjoins(word: list[MeasuredGlyph], home: list[MeasuredGlyph], near: float) -> bool:
    """Whether ``word`` stands right after, or right before, a letter of ``home``."""
    left, right = word[0].left, word[-1].right
    return any(abs(left - h.right) < near or abs(h.left - right) < near for h in home)


def _pieces(page: int, row: list[MeasuredGlyph], strokes: Sequence[MeasuredStroke]) -> Iterator[Piece]:
    baseline = max(row, key=lambda glyph: glyph.look.size).baseline
    walls = sorted(s.x for s in strokes if not s.is_level and s.y1 < baseline < s.y2)
    found: list[MeasuredGlyph] = []
    for glyph in sorted(row, key=lambda g: (g.left, g.right)):
        if glyph.is_space and not found:
            continue
        if found:
            gap, em = glyph.left - found[-1].right, glyph.look.size * 20
            apart = gap > em * _COLUMN_GAP and glyph.piece != found[-1].piece
            if apart or any(found[-1].right <= x <= glyph.left for x in walls):
                yield from _piece(page, baseline, found, strokes)
                found = [] if glyph.is_space else [glyph]
                continue
            if gap > em * _WORD_GAP and not glyph.is_space and not found[-1].is_space:
                found.append(replace(glyph, text=" ", left=found[-1].right, right=glyph.left))
        found.append(glyph)
    yield from _piece(page, baseline, found, strokes)


def _piece(
    page: int, baseline: float, glyphs: list[MeasuredGlyph], strokes: Sequence[MeasuredStroke]
) -> Iterator[Piece]:
    while glyphs and glyphs[-1].is_space:
        glyphs = glyphs[:-1]
    if glyphs:
        plain = Piece(page, baseline, tuple(glyphs))
        yield replace(plain, underlined=True) if _is_underlined(plain, strokes) else plain


def _is_underlined(piece: Piece, strokes: Sequence[MeasuredStroke]) -> bool:
    return any(
        stroke.is_level
        and 0 < stroke.y - piece.baseline < piece.size * 20 * _UNDERLINE
        and min(stroke.x2, piece.right) - max(stroke.x1, piece.left) > piece.width / 2
        for stroke in strokes
    )


def joined(pieces: Sequence[Piece]) -> Piece:
    """Return pieces of one row as one, with a blank between."""
    glyphs: list[MeasuredGlyph] = []
    for piece in pieces:
        if glyphs:
            gap = replace(piece.glyphs[0], text=" ", left=glyphs[-1].right, right=piece.left)
            glyphs.append(gap)
        glyphs += piece.glyphs
    return Piece(pieces[0].page, pieces[0].baseline, tuple(glyphs), any(p.underlined for p in pieces))


def cut(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """Return ``piece`` in two, the second beginning with character ``at``."""
    ends = [0]
    for glyph in piece.glyphs:
        ends.append(ends[-1] + len(glyph.text))
    where = ends.index(at) if at in ends else len(piece.glyphs)
    halves = (piece.glyphs[:where], piece.glyphs[where:])
    first, second = (_trimmed(glyphs) for glyphs in halves)
    return replace(piece, glyphs=first), replace(piece, glyphs=second)


def _trimmed(glyphs: tuple[MeasuredGlyph, ...]) -> tuple[MeasuredGlyph, ...]:
    seen = [index for index, glyph in enumerate(glyphs) if not glyph.is_space]
    return glyphs[seen[0] : seen[-1] + 1] if seen else ()
