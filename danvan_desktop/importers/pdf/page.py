"""What lies on a page of a PDF, as plain values: points from the paper's top left corner, y downwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from danvan_desktop.frozen import frozen

UNMAPPED = "\ufffd"
"""Stands for a glyph of which the file does not say the letter."""


@frozen
class Glyph:
    """One letter at its place."""

    text: str
    x0: float
    x1: float
    y: float
    """Its baseline."""
    size: float
    bold: bool = False
    italic: bool = False
    mcid: int = -1
    """The marked content it belongs to; -1: none."""
    vertical: int = 0
    """1 raised, -1 lowered."""
    underline: bool = False
    font: str = ""

    @property
    def is_space(self) -> bool:
        """Whether nothing of it is seen."""
        return not self.text.strip()


@frozen
class Stroke:
    """A straight line along the page's edges: a rule, a border, an underline."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_level(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@frozen
class Tag:
    """The block of the structure tree to which some text belongs."""

    key: tuple[int, int]
    """Page and order in its tree: the same for all text of one block on one page."""
    kind: str
    """ "P", "H1", "LI", "TD" …, the standard type of the block."""
    label: bool = False
    """Whether this is the label of a list item."""
    header: bool = False
    """Whether it lies in a header cell of a table."""
    goes_on: bool = False
    """Whether the block has more text on another page, after this."""
    came: bool = False
    """… and before this."""
    rows: int = 1
    """The rows of the table that its cell covers, on all pages."""


@dataclass(frozen=True)
class Page:
    """One page as it was read."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...] = ()
    tags: Mapping[int, Tag] = field(default_factory=dict)
    images: float = 0.0
    """The share of the paper that pictures cover, at most 1."""
    turned: str = ""
    """Text that does not run from left to right."""
    remarks: tuple[str, ...] = ()
    """What people have put onto it; "" where they said nothing."""
    unseen: int = 0
    """How many letters are not drawn: a program has read them out of a picture."""

    @cached_property
    def has_text(self) -> bool:
        """Whether there is anything to read."""
        return any(not glyph.is_space for glyph in self.glyphs)
