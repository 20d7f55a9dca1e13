"""How letters, paragraphs and pages of a file are set: values that no report holds; the decree sets them."""

from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Alignment, Value

LetterEffect = Literal[
    "caps", "smallCaps", "outline", "shadow", "emboss", "imprint", "shd", "bdr", "em", "position"
]
"""Effects of letters by the names that Word has for them: the last four are a coloured ground, a frame, signs
of emphasis, letters raised or lowered."""


@frozen
class LetterStretch(Value):
    """Letters that are set alike, with their styles counted in: no report says how, the decree does."""

    start: int
    end: int
    points: float = 0.0
    """Their size; 0 where it is not known."""
    font: str = ""
    """"" where the file does not say."""
    spacing: int = 0
    """Between two letters, in twips."""
    width: int = 100
    """In percent of what the font has."""
    effects: tuple[LetterEffect, ...] = ()
    words: str = ""
    """Of a table the letters themselves."""


LineRule = Literal["auto", "exact", "atLeast"]


@frozen
class ParagraphShape(Value):
    """How a paragraph is set, in twips, with its style counted in."""

    align: Alignment = "left"
    left: int = 0
    first_line: int = 0
    """Negative where it hangs."""
    before: int = 0
    after: int = 0
    line: int = 240
    """Of rule "auto" in 240ths of a line."""
    rule: LineRule = "auto"
    right: int = 0
    is_shaded: bool = False
    """Whether its ground is coloured."""
    borders: int = 0
    """How many sides have a line."""
    breaks_page: bool = False
    """Whether a new page begins before it or in it."""


@frozen
class CellLook(Value):
    """How a cell is set that says ``words``."""

    words: str
    align: Alignment = "left"
    is_shaded: bool = False


@frozen
class PageMargins(Value):
    """Margins and paper of a section of pages, in twips."""

    top: int
    bottom: int
    left: int
    right: int
    width: int = 0
    """Of the paper; 0 where it is not known."""
    height: int = 0
    columns: int = 1
    """Of the text side by side."""
