"""Glyphs and strokes of a PDF as inspection measures them: in twips, as the lengths of a Word file."""

from collections.abc import Iterable, Iterator

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.pdf.font_family import font_family
from danvan_desktop.reading.pdf.page import UNMAPPED, Glyph, PdfStroke, TextStyle

_TWIPS = 20.0
_SIZE_STEP = 0.5
_SIZE_SLACK = 0.07
"""Programs that round to a printer's dots write 14.04 for 14."""


@frozen
class GlyphFormat:
    """The character format that all letters of one text object share."""

    font: str
    """The family as people know it: "Times New Roman"."""
    size: float
    """Points, whole half points where it only misses one by rounding."""
    bold: bool
    italic: bool
    color: str
    """RRGGBB, or "auto" for black."""
    scale: int
    """Width of letters in per cent."""
    level: bool
    """Whether it runs from left to right."""
    visible: bool


@frozen
class MeasuredGlyph:
    """A letter on the page; twips from the paper's top left corner."""

    text: str
    left: float
    right: float
    baseline: float
    look: GlyphFormat
    piece: int
    """Which text object it belongs to."""

    @property
    def is_space(self) -> bool:
        """Whether nothing of it is seen."""
        return not self.text.strip()


@frozen
class MeasuredStroke:
    """A straight line along an edge of the paper; twips."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False

    @property
    def is_level(self) -> bool:
        """Whether it lies."""
        return self.x2 - self.x1 >= self.y2 - self.y1

    @property
    def length(self) -> float:
        """From end to end."""
        return max(self.x2 - self.x1, self.y2 - self.y1)

    @property
    def y(self) -> float:
        """Its middle from the paper's top."""
        return (self.y1 + self.y2) / 2

    @property
    def x(self) -> float:
        """Its middle from the paper's left."""
        return (self.x1 + self.x2) / 2


def twips(points: float) -> float:
    """Convert a length."""
    return points * _TWIPS


def measured_glyphs(glyphs: Iterable[Glyph]) -> Iterator[MeasuredGlyph]:
    """Convert the glyphs of a page."""
    looks: dict[int, GlyphFormat] = {}
    for glyph in glyphs:
        style = glyph.style
        look = looks.get(id(style))
        if look is None:
            look = looks[id(style)] = _format(style)
        yield MeasuredGlyph(
            glyph.text or UNMAPPED,
            glyph.origin * _TWIPS,
            max(glyph.origin, glyph.x1) * _TWIPS,
            glyph.y * _TWIPS,
            look,
            glyph.text_object,
        )


def measured_stroke(stroke: PdfStroke) -> MeasuredStroke:
    """Convert one stroke."""
    ends = (stroke.x0, stroke.y0, stroke.x1, stroke.y1)
    x1, y1, x2, y2 = map(twips, ends)
    return MeasuredStroke(x1, y1, x2, y2, stroke.dashed)


def _format(style: TextStyle) -> GlyphFormat:
    return GlyphFormat(
        font=font_family(style.font.name),
        size=_whole(style.size),
        bold=style.bold,
        italic=style.italic,
        color=style.color,
        scale=style.scale,
        level=style.level,
        visible=style.visible,
    )


def _whole(size: float) -> float:
    """Return ``size`` in half points where it only misses one by rounding."""
    near = round(size / _SIZE_STEP) * _SIZE_STEP
    return near if abs(near - size) <= _SIZE_SLACK else round(size, 2)
