"""Groups glyphs by their baseline into rows (text lines) without a wide gap.

Two columns side by side give two rows; raised and lowered letters belong to the row beside them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.reading.pdf.page import BLANK, Glyph, PdfStroke, StructureTag, seen_of

COLUMN_GAP = 2.0
"""Ems: a wider gap parts two columns; a justified line seldom has one as wide."""
_WORD_GAP = 0.16
"""Ems: letters further apart belong to two words where the file has no space between them."""
_SAME_BASELINE = 0.9
"""Points."""
_BACK = 0.6
"""Ems a letter may stand back over the one before: marks of decomposed letters, kerning."""
_SCRIPT_SIZE = 0.85
_SCRIPT_OFFSET = 0.65
_SCRIPT_GAP = 0.4
_UNDERLINE_DEPTH = 0.28
_UNDERLINE_SHARE = 0.6


@dataclass(frozen=True)
class PdfRow:
    """A text line: glyphs on one baseline, from left to right."""

    page: int
    y: float
    glyphs: tuple[Glyph, ...]
    tag: StructureTag | None = None

    @cached_property
    def seen(self) -> tuple[Glyph, ...]:
        """Its letters without spaces."""
        return tuple(seen_of(self.glyphs))

    @cached_property
    def x0(self) -> float:
        """Where its first letter begins."""
        return min([glyph.x0 for glyph in self.seen])

    @cached_property
    def x1(self) -> float:
        """Where its last letter ends."""
        return max([glyph.x1 for glyph in self.seen])

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes = sorted([glyph.style.size for glyph in self.seen])
        return sizes[len(sizes) // 2]

    @cached_property
    def spaced(self) -> tuple[Glyph, ...]:
        """Its glyphs with a space added wherever two of them stand apart without one."""
        return tuple(_spaced(self.glyphs))

    @cached_property
    def text(self) -> str:
        """Its text, with a space wherever there is a gap."""
        return "".join([glyph.text for glyph in self.spaced]).strip()

    @property
    def middle(self) -> float:
        """Halfway between its ends."""
        return (self.x0 + self.x1) / 2

    @cached_property
    def bold(self) -> float:
        """The share of its letters that are bold."""
        return sum([glyph.style.bold for glyph in self.seen]) / len(self.seen)

    @cached_property
    def first_word(self) -> float:
        """How wide its first word is."""
        end = self.x0
        for glyph in self.spaced:
            if glyph.is_space and end > self.x0:
                break
            end = max(end, glyph.x1)
        return end - self.x0


def rows_of(page: ImportedPage, strokes: Sequence[PdfStroke] | None = None) -> list[PdfRow]:
    """The rows of ``page`` from top to bottom, those on one baseline from left to right.

    ``strokes``: those that may underline letters; all of the page where none are given.
    """
    strips = [strip for strip in _strips(page.glyphs) if any(not glyph.is_space for glyph in strip)]
    underlines = [stroke for stroke in (page.strokes if strokes is None else strokes) if stroke.is_level]
    if underlines:
        strips = [_underlined(strip, underlines) for strip in strips]
    return [row for line in _by_baseline(_with_scripts(strips)) for row in _rows(line, page)]


def _spaced(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    before: Glyph | None = None  # the letter that stands right before, and no space
    for glyph in glyphs:
        if glyph.text in BLANK:
            before = None
        else:
            if before is not None and (glyph.x0 > before.x1 or glyph.origin > before.x1):
                gap = max(glyph.x0, glyph.origin) - before.x1
                if gap > _WORD_GAP * max(before.size, glyph.size):
                    near = glyph if before.vertical or before.underline else before
                    yield replace(near, text=" ", x0=before.x1, x1=glyph.x0)
            before = glyph
        yield glyph


def joined(rows: Sequence[PdfRow]) -> PdfRow:
    """``rows``, which stand side by side, as one."""
    ordered = sorted(rows, key=lambda row: row.x0)
    return PdfRow(
        ordered[0].page, ordered[0].y, tuple(g for row in ordered for g in row.glyphs), ordered[0].tag
    )


def split_at(row: PdfRow, x: float) -> tuple[PdfRow | None, PdfRow | None]:
    """The parts of ``row`` left and right of ``x``; None for one that has no letters."""
    left = tuple(glyph for glyph in row.glyphs if (glyph.x0 + glyph.x1) / 2 < x)
    right = tuple(glyph for glyph in row.glyphs if (glyph.x0 + glyph.x1) / 2 >= x)
    return _row_or_none(row, left), _row_or_none(row, right)


def _row_or_none(row: PdfRow, glyphs: tuple[Glyph, ...]) -> PdfRow | None:
    return replace(row, glyphs=glyphs) if any(not glyph.is_space for glyph in glyphs) else None


def _strips(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Letters that were drawn one after the other on one baseline."""
    strip: list[Glyph] = []
    for glyph in glyphs:
        if strip and not _follows(strip[-1], glyph):
            yield strip
            strip = []
        strip.append(glyph)
    if strip:
        yield strip


def _follows(before: Glyph, glyph: Glyph) -> bool:
    style, other = glyph.style, before.style
    size = style.size if style is other else max(style.size, other.size)
    return (
        abs(glyph.y - before.y) <= _SAME_BASELINE / 2
        and -_BACK * size <= glyph.x0 - before.x1 <= size
        and (style is other or (abs(style.size - other.size) <= 0.1 * size and style.mcid == other.mcid))
    )


def _with_scripts(strips: list[list[Glyph]]) -> list[list[Glyph]]:
    """Raised and lowered letters brought down or up to the baseline of the letters they stand by."""
    result = []
    for index, strip in enumerate(strips):
        neighbours = strips[max(index - 2, 0) : index] + strips[index + 1 : index + 3]
        base = next((other for other in neighbours if _is_script(strip, other)), None)
        if base is None:
            result.append(strip)
        else:
            way = 1 if strip[0].y < base[0].y else -1
            result.append([replace(glyph, y=base[0].y, vertical=way) for glyph in strip])
    return result


def _is_script(strip: list[Glyph], base: list[Glyph]) -> bool:
    size = base[0].size
    off = abs(strip[0].y - base[0].y)
    if strip[0].size > _SCRIPT_SIZE * size or not 0.03 * size < off < _SCRIPT_OFFSET * size:
        return False
    gap = max(strip[0].x0 - base[-1].x1, base[0].x0 - strip[-1].x1)
    return gap <= _SCRIPT_GAP * size


def _by_baseline(strips: list[list[Glyph]]) -> Iterator[list[list[Glyph]]]:
    """The strips of each baseline, from left to right."""
    line: list[list[Glyph]] = []
    for strip in sorted(strips, key=lambda strip: (strip[0].y, strip[0].x0)):
        if line and strip[0].y - line[0][0].y > _SAME_BASELINE:
            yield sorted(line, key=lambda strip: strip[0].x0)
            line = []
        line.append(strip)
    if line:
        yield sorted(line, key=lambda strip: strip[0].x0)


def _rows(line: list[list[Glyph]], page: ImportedPage) -> Iterator[PdfRow]:
    """Rows of one baseline: strips that stand close and belong to the same block."""
    start = 0
    for index, (strip, following) in enumerate(pairwise(line), start=1):
        if not _one_row(strip, following, page):
            yield _row(line[start:index], page)
            start = index
    yield _row(line[start:], page)


def _one_row(strip: list[Glyph], following: list[Glyph], page: ImportedPage) -> bool:
    first, second = _tag(strip, page), _tag(following, page)
    if first is not None and second is not None:
        return first.key == second.key
    return following[0].x0 - strip[-1].x1 <= COLUMN_GAP * max(strip[-1].size, following[0].size)


def _row(strips: list[list[Glyph]], page: ImportedPage) -> PdfRow:
    glyphs = tuple(glyph for strip in strips for glyph in strip)
    tags = [tag for strip in strips if (tag := _tag(strip, page))]
    return PdfRow(page.number, strips[0][0].y, glyphs, _merged(tags))


def _merged(tags: list[StructureTag]) -> StructureTag | None:
    if not tags:
        return None
    return replace(tags[-1], came=any(tag.came for tag in tags), goes_on=any(tag.goes_on for tag in tags))


def _tag(strip: list[Glyph], page: ImportedPage) -> StructureTag | None:
    return page.tags.get(strip[0].style.mcid)


def _underlined(strip: list[Glyph], strokes: Sequence[PdfStroke]) -> list[Glyph]:
    """``strip`` with the letters marked under which a stroke runs."""
    y, depth = strip[0].y, _UNDERLINE_DEPTH * strip[0].size
    near = [s for s in strokes if 0 < s.y0 - y <= depth and s.x0 < strip[-1].x1 and s.x1 > strip[0].x0]
    return [replace(glyph, underline=True) if _over(glyph, near) else glyph for glyph in strip]


def _over(glyph: Glyph, strokes: Sequence[PdfStroke]) -> bool:
    width = max(glyph.x1 - glyph.x0, 0.01)
    return any(min(glyph.x1, s.x1) - max(glyph.x0, s.x0) >= _UNDERLINE_SHARE * width for s in strokes)
