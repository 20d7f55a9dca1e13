"""What a page of a PDF holds, as plain values: glyphs, strokes, structure tags, annotations.

Points from the top left corner of the paper as it is looked at, y downwards.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from danvan_desktop.frozen import frozen

UNMAPPED = "\ufffd"
"""Stands for a glyph of which the file does not say the letter (it has no usable ToUnicode entry)."""

BLANK = frozenset(["", *filter(str.isspace, map(chr, range(0x3001)))])
"""Each sign of which nothing is seen. What goes through all letters of a file asks it and not the glyph."""


@frozen
class PdfFont:
    """A font of the file."""

    name: str
    """The PostScript name without the prefix of a subset: "TimesNewRomanPS-BoldMT"."""
    bold: bool
    italic: bool
    embedded: bool = True
    """Whether the file holds it."""


@frozen
class TextStyle:
    """The character format that all letters of one text object share."""

    font: PdfFont
    size: float
    """Points, 1 to 400; half points where it only misses one by a printer's rounding (14.04 for 14)."""
    bold: bool = False
    italic: bool = False
    mcid: int = -1
    """The marked content it belongs to; -1: none."""
    color: str = "auto"
    """RRGGBB, or "auto" for black."""
    scale: int = 100
    """Width of the letters in per cent."""
    level: bool = True
    """Whether it runs from left to right."""
    visible: bool = True
    """Whether it is drawn: text recognition (OCR) lays invisible letters over a scan."""


@dataclass(slots=True)
class Glyph:
    """One glyph at its place: a letter, seldom a ligature of several.

    Nobody changes one; it is not frozen because 90 pages have 200,000, which then take twice as long to make.
    """

    text: str
    """"" where the file maps it to no character."""
    x0: float
    """The left edge of its box, which may lie left of where the pen stood: an italic "f"."""
    x1: float
    """The right edge of its box; italic letters, whose marks lean over, end where the pen went on at most."""
    y: float
    """Its baseline."""
    style: TextStyle
    origin: float = 0.0
    """Where the pen stood on the baseline."""
    text_object: int = 0
    """The number on its page of the text object that draws it."""
    vertical: int = 0
    """1 raised, -1 lowered: not in the file, but found out from the letters beside it."""
    underline: bool = False
    """Likewise, from the strokes."""

    @property
    def is_space(self) -> bool:
        """Whether nothing of it is seen."""
        return self.text in BLANK

    @property
    def size(self) -> float:
        """Points."""
        return self.style.size


def seen_of(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return those of ``glyphs`` of which something is seen, in their order."""
    return [glyph for glyph in glyphs if glyph.text not in BLANK]


def styles_of(glyphs: Iterable[Glyph]) -> Collection[TextStyle]:
    """Return each format of ``glyphs`` once, where the same object: letters of a page share theirs."""
    return {id(glyph.style): glyph.style for glyph in glyphs}.values()


@frozen
class PdfStroke:
    """A straight line along the page's edges: a rule, a border, an underline."""

    x0: float
    y0: float
    x1: float
    y1: float
    dashed: bool = False

    @property
    def is_level(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.y1 - self.y0

    @property
    def x(self) -> float:
        """Its middle from the paper's left."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """Its middle from the paper's top."""
        return (self.y0 + self.y1) / 2


@frozen
class StructureTag:
    """The block of the structure tree (tagged PDF) to which some marked content belongs."""

    key: tuple[int, int]
    """Page and order in its tree: the same for all text of one block on one page."""
    kind: str
    """ "P", "H1", "LI", "TD" …, the standard structure type of the block."""
    label: bool = False
    """Whether this is the label of a list item."""
    header: bool = False
    """Whether it lies in a header cell of a table."""
    goes_on: bool = False
    """Whether the block has more text on a later page."""
    came: bool = False
    """… and on an earlier one."""
    rows: int = 1
    """The rows of the table that its cell covers, on all pages."""


@frozen
class Annotation:
    """A comment, a mark, a stamp or a form field that somebody has put onto a page."""

    kind: str
    """The subtype of ISO 32000: "Text", "Highlight", "Stamp", "Widget" …; "Signature" for a signed field."""
    text: str
    """Its words, or the value of the field; what a signature shows."""


@dataclass(frozen=True)
class PdfPage:
    """All that is read of one page."""

    number: int
    """From 0."""
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    """In the order of the file; turned and invisible ones too."""
    strokes: tuple[PdfStroke, ...] = ()
    patches: int = 0
    """Coloured areas."""
    images: int = 0
    image_share: float = 0.0
    """The share of the paper that pictures cover, at most 1."""
    tags: Mapping[int, StructureTag] = field(default_factory=dict)
    """By marked content (MCID); empty where the PDF is not tagged."""
    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True)
class ForeignPdf:
    """All that is read of a PDF: plain values that can be pickled."""

    pages: tuple[PdfPage, ...]
    creator: str
    """The program that made it, as the file says."""
    is_encrypted: bool
    """Though it opens without a password."""
    has_javascript: bool
    has_form: bool
    """Whether there are fields to fill in; a digital signature alone is none."""
    damaged: frozenset[int] = frozenset()
    """The numbers of pages that are damaged inside, so that text of theirs may be lost or wrong."""
