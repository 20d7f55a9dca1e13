"""The page model: where each line lies, in twips from the paper's top left corner, y downwards."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.layout.document import Colour, Document, GridTable, StyledParagraph, Twips


@frozen
class Fragment:
    """Text in one font at one place on the line."""

    text: str
    x: Twips
    """Left edge, from the paper's left edge."""
    size: float
    """Half-points; of raised text not always a whole number."""
    bold: bool
    italic: bool
    underline: bool = False
    rise: Twips = 0
    """Above the baseline when positive (superscript), below when negative."""
    word_space: float = 0.0
    """Twips added to each space of this fragment to justify the line."""
    width: Twips = 0
    """Advance width, word_space included; for underlines and clicks."""
    colour: Colour = "black"


@frozen
class Line:
    """One line of one paragraph.

    ``path`` leads to its paragraph in the Document: (part, flow index), then for a table
    (row, column, index in the cell).
    """

    path: tuple[int, ...]
    paragraph: StyledParagraph
    top: Twips
    baseline: Twips
    fragments: tuple[Fragment, ...]
    start: int
    """Offset of its first character in the paragraph's text."""
    end: int
    """Offset after its last character, the space the break swallowed included."""


@frozen
class Stroke:
    """A straight line: a rule, a table border or a side of a box (an artifact in the PDF)."""

    x1: Twips
    y1: Twips
    x2: Twips
    y2: Twips
    thickness: Twips
    colour: Colour = "black"


@frozen
class TableSlice:
    """The rows of one table that lie on this page; ``repeated`` counts header rows drawn again."""

    path: tuple[int, ...]
    table: GridTable
    first_row: int
    last_row: int
    repeated: int


@frozen
class LineNumber:
    """The number of a line, left of the text."""

    fragment: Fragment
    baseline: Twips


@frozen
class Page:
    """One page of one part."""

    part: int
    number: int
    """Counted from 1 in its part."""
    width: Twips
    height: Twips
    lines: tuple[Line, ...]
    """In reading order. Lines of repeated header rows stand in ``repeated_lines``."""
    strokes: tuple[Stroke, ...]
    page_number: Fragment | None = None
    """None on a part's first page."""
    page_number_baseline: Twips = 0
    repeated_lines: tuple[Line, ...] = ()
    tables: tuple[TableSlice, ...] = ()
    line_numbers: tuple[LineNumber, ...] = ()

    @property
    def is_coloured(self) -> bool:
        """Whether anything on it is not black: the urgency stamp is red (PL I, III.2.b)."""
        letters = (fragment.colour for line in self.lines for fragment in line.fragments)
        return any(colour != "black" for colour in (*(stroke.colour for stroke in self.strokes), *letters))


@frozen
class Pages:
    """A document broken into pages."""

    document: Document
    pages: tuple[Page, ...]

    def chosen(self, choose: "ChoosePages | None") -> "Pages":
        """Those that ``choose`` takes, in the order of reading, each once; None: all."""
        if choose is None:
            return self
        numbers = sorted(set(choose(len(self.pages))))
        return replace(self, pages=tuple(self.pages[number] for number in numbers))


ChoosePages = Callable[[int], Sequence[int]]
"""Of so many pages it gives the numbers of those that are wanted, counted from 0."""
