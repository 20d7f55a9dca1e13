"""How letters, paragraphs and pages of a file are set: values that no report holds; the decree sets them."""

from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Alignment, Value

LetterEffect = Literal["caps", "smallCaps", "outline", "shadow", "emboss", "imprint"]
"""Effects of letters by the names that Word has for them."""


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


@frozen
class PageMargins(Value):
    """Margins of a section of pages, in twips."""

    top: int
    bottom: int
    left: int
    right: int
