"""What a made paper consists of, before one of the ways of making turns it into a file."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Span:
    """A stretch of text of one formatting; ``footnote`` hangs at its end.

    What stands between ⟦ and ⟧ is printed by signing software, where the way knows such.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    raised: bool = False
    footnote: str = ""


@dataclass(frozen=True)
class Rule:
    """A drawn line: how long, how it is drawn, and in which paragraph it hangs."""

    mm: float
    kind: str = "shape"
    """shape (a preset line), connector, path (no preset shape), vml, border (of a paragraph)."""
    place: str = "own"
    """own (a paragraph of its own), above (the paragraph before it), next (the one that follows)."""


_LETTER_MM = 0.172
"""How wide a letter is on the average, in mm a point of size."""


@dataclass(frozen=True)
class Line:
    """A paragraph."""

    spans: tuple[Span, ...] = ()
    align: str = "justify"
    """left, center, right, justify."""
    first_mm: float | None = None
    """None: as the body of the paper has it."""
    left_mm: float = 0
    right_mm: float = 0
    size: float | None = None
    before: float | None = None
    after: float | None = None
    heading: int = 0
    """The level of Word's heading style that it wears."""
    listed: int | None = None
    """Its level in an automatic numbering."""
    tabs: tuple[tuple[float, str], ...] = ()
    """Tab stops: mm and left, center or right."""
    frame: tuple[float, float, float] | None = None
    """A text frame of its own: x and y on the page and width, mm."""
    boxed: bool = False
    """The frame is a text box that floats over the page."""
    rules: tuple[Rule, ...] = ()
    """Drawn lines that hang in this paragraph, under its text."""
    rules_over: tuple[Rule, ...] = ()
    """Drawn lines that hang in this paragraph, but stand above its text."""
    body: bool = False
    """Running text: must come in as one paragraph."""
    optional: bool = False
    """May come in as a paragraph or as something else."""
    keeps: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    def height_mm(self, width_mm: float, size: float) -> float:
        """About how high its text is, single spaced, in a column of that width."""
        rows = sum(1 + int(len(row) * size * _LETTER_MM / width_mm) for row in self.text.split("\n"))
        return rows * size * 1.15 * 25.4 / 72


@dataclass(frozen=True)
class CellText:
    """A cell; ``cols`` and ``rows`` say over how many places it spreads."""

    lines: tuple[Line, ...]
    cols: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Grid:
    """A table; a place that a neighbour covers is None."""

    rows: tuple[tuple[CellText | None, ...], ...]
    widths: tuple[float, ...]
    bordered: bool = True
    padding_mm: float | None = None
    """Left and right; None: Word's own 1.9 mm."""
    indent_mm: float = 0
    header: bool = False
    """Its first row is repeated on each page."""


@dataclass(frozen=True)
class PageBreak:
    """A new page."""


Part = Line | Grid | PageBreak


@dataclass(frozen=True)
class Making:
    """How a paper is made: its way and its page."""

    way: str = "raw"
    """raw (Word's XML by hand), python-docx, libreoffice, drawn (printed to PDF)."""
    to: str = "docx"
    """docx, pdf or doc: what LibreOffice makes of it."""
    margins: tuple[float, float, float, float] = (20, 20, 30, 20)
    """Top, bottom, left, right, mm."""
    size: float = 14
    spacing: float = 1.15
    """In lines."""
    first_mm: float = 10
    before: float = 6
    after: float = 0
    footer: str = ""
    """Its text; "#" is the number of the page."""
    header: str = ""
    first_differs: bool = True
    font: str = "Times New Roman"
    fonts: str = "subset"
    """Of a drawn PDF: subset ("ABCDEF+TimesNewRomanPSMT"), word ("ABCDEF+Times New Roman"), cid
    ("CIDFont+F1"), old (".VnTimeH")."""
    tags: str = ""
    """Of a drawn PDF: whole, broken (a paragraph over a page end is one element or two), "" without tags."""
    blanks: bool = True
    """Of a drawn PDF: blanks are letters of the text, and not mere room."""
    lists: tuple[str, ...] = ("upperRoman:%1.", "decimal:%2.", "lowerLetter:%3)")
    """The levels of automatic numbering."""
    ragged: bool = False


@dataclass(frozen=True)
class PageText:
    """The whole of a paper as it is printed."""

    parts: tuple[Part, ...]
    making: Making = field(default_factory=Making)
