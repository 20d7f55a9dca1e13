"""What every reader makes of a file: paragraphs in reading order, each with its looks and its place.

A Word file says how it is set and leaves lines and pages to Word; a PDF has nothing but printed lines.
What only print shows stands in ``Paragraph.printed`` and ``Paper.printed``; all lengths are twips.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from danvan_desktop.frozen import frozen


@frozen
class TextFormat:
    """How letters look."""

    font: str
    """"" when the file does not say."""
    size: float
    """Points."""
    bold: bool
    italic: bool
    underline: bool
    capitals: bool
    """Shown as capitals whatever was typed."""
    hidden: bool
    color: str
    """"auto" or RRGGBB."""
    spacing: int
    """Twips added between letters."""
    scale: int
    """Width of letters in per cent."""
    raised: bool
    """Superscript or subscript."""
    highlighted: bool


@frozen
class ParagraphFormat:
    """How a paragraph is set; lengths in twips."""

    align: str
    """left, center, right or both; "line" for one printed line from the left: it does not tell."""
    first_line: int
    """Negative when it hangs."""
    left: int
    right: int
    before: int
    after: int
    line: int
    """Twips, or 1/240 of single spacing when ``line_rule`` is auto."""
    line_rule: Literal["auto", "exact", "atLeast"]
    keep_next: bool
    numbered: bool
    """Its number or dash is made by Word, in a way that cannot be told: it is not in the text."""
    outline: int | None
    top_border: bool
    bottom_border: bool
    frame: tuple[int, int] | None = None
    """With lines on all four sides: how much wider and higher than its lines the box is; None: no box."""
    lone_lines: bool = False
    """Whether a page may end or begin with one line of it: a Word file says so."""
    style: str = ""
    """Its style in a Word file."""
    tight: bool = False
    """No room between it and neighbours of its own style."""
    tabs: tuple[tuple[int, str], ...] = ()
    """Where tabs lead, from the left, and what stands there: left, center, right …"""


@frozen
class FlowRun:
    """Letters of one look."""

    text: str
    look: TextFormat

    @property
    def shown(self) -> str:
        """The text as it is seen."""
        return self.text.upper() if self.look.capitals else self.text


@frozen
class DrawnLine:
    """A straight line drawn over the page; lengths in twips."""

    length: int
    centred: bool | None
    """None when its place cannot be told from the file."""
    solid: bool = True


@frozen
class FlowPlace:
    """Where a paragraph stands."""

    section: int
    width: int
    """Of the column it is set in, in twips."""
    table: int | None = None
    """Which table of the file, None outside of tables."""
    row: int = 0
    column: int = 0
    splits: bool = True
    """Whether its table row may be divided between pages."""


@frozen
class PrintedLine:
    """A line as it stands on paper, from the paper's top left corner."""

    page: int
    """Counted from 0 in the file."""
    baseline: float
    left: float
    right: float
    text: str
    lefts: Sequence[float]
    """Where each character of ``text`` begins."""
    rights: Sequence[float]
    """… and ends."""

    @property
    def width(self) -> float:
        """From the first letter to the last."""
        return self.right - self.left

    @property
    def centre(self) -> float:
        """The middle between both ends."""
        return (self.left + self.right) / 2


@frozen
class FlowParagraph:
    """A paragraph, or one line of it when it was cut at a line break."""

    runs: tuple[FlowRun, ...]
    look: ParagraphFormat
    place: FlowPlace
    mark_size: float
    """Size of the paragraph's own mark: the height of an empty line, in points."""
    drawn: tuple[DrawnLine, ...] = ()
    printed: tuple[PrintedLine, ...] = ()
    """Its lines on paper; empty for a Word file."""

    @property
    def text(self) -> str:
        """The text as it is seen, ends trimmed."""
        return "".join(run.shown for run in self.runs).strip()

    @property
    def visible_runs(self) -> tuple[FlowRun, ...]:
        """The runs of which something is seen."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def room(self) -> int:
        """Twips for its text, less the indents."""
        return self.place.width - self.look.left - self.look.right

    @property
    def pitch(self) -> float:
        """Twips from line to line; 0 when one printed line does not tell."""
        size = max((run.look.size for run in self.visible_runs), default=self.mark_size)
        if self.look.line_rule == "exact":
            return self.look.line
        single = size * 20 * 1.15
        if self.look.line_rule == "atLeast":
            return max(self.look.line, single)
        return single * self.look.line / 240

    def lines(self) -> "tuple[FlowParagraph, ...]":
        """Return the lines that breaks inside it make, each as a paragraph."""
        if not any("\n" in run.text for run in self.runs):
            return (self,)
        lines: list[list[FlowRun]] = [[]]
        for run in self.runs:
            first, *others = run.text.split("\n")
            lines[-1].append(replace(run, text=first))
            lines.extend([replace(run, text=other)] for other in others)
        return tuple(replace(self, runs=tuple(runs)) for runs in lines)


@frozen
class PageNumber:
    """A PAGE field in a header or footer."""

    paragraph: FlowParagraph
    in_header: bool


@frozen
class PageSection:
    """Paper, margins and page numbers of a run of pages; lengths in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    first_page_differs: bool
    number_start: int | None
    number_format: str
    numbers: tuple[PageNumber, ...]
    """On all pages but the first (and on the first too when it does not differ)."""
    first_page_numbers: tuple[PageNumber, ...]
    stories: tuple[FlowParagraph, ...]
    """All text of its headers and footers."""

    @property
    def is_landscape(self) -> bool:
        """Trang ngang."""
        return self.width > self.height

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return self.width - self.left - self.right


@frozen
class BorderBox:
    """A frame of four lines."""

    left: float
    top: float
    right: float
    bottom: float


@frozen
class PrintedPage:
    """A page of paper; what lies in the margins is kept apart from the text."""

    section: int
    width: float
    height: float
    first: float | None
    """Top of the letters of the first line of text, None on an empty page."""
    last: float | None
    """Foot of the letters of the last line of text."""
    numbers: tuple[FlowParagraph, ...] = ()
    """Page numbers, at the top or the foot."""
    boxes: tuple[BorderBox, ...] = ()


@frozen
class Sides:
    """Whether enough lines begin and end at the edges of a section's text to know them."""

    left: bool
    right: bool


@frozen
class PrintedFile:
    """What only a printed file has."""

    pages: tuple[PrintedPage, ...]
    sides: tuple[Sides, ...]
    """Of each section."""
    pitch: float
    """From line to line in the text, 0 when it cannot be told."""
    loose_fonts: tuple[str, ...]
    """Fonts that are not in the file."""
    is_encrypted: bool
    has_javascript: bool
    has_form: bool
    unreadable: int
    """Characters that show but cannot be copied or searched."""
    marked: int
    """Coloured patches under the text and marks of readers."""


@frozen
class FinishedFile:
    """The whole file."""

    sections: tuple[PageSection, ...]
    paragraphs: tuple[FlowParagraph, ...]
    has_text_boxes: bool
    has_comments: bool
    has_tracked_changes: bool
    name: str = ""
    """Of the file."""
    printed: PrintedFile | None = None
    """None for a Word file."""
