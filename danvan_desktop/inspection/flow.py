"""A flow of paragraphs in reading order, each with its formatting and place, of a Word file or a PDF.

A Word file says how it is set and leaves lines and pages to Word; a PDF has nothing but printed lines, which
stand in ``FlowParagraph.printed``. All lengths are twips.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from danvan_desktop.frozen import frozen


@frozen
class TextFormat:
    """Character format of a run."""

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
    """Paragraph format: alignment, indents, spacing, borders; lengths in twips."""

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
    """A run: characters of one format."""

    text: str
    format: TextFormat

    @property
    def shown(self) -> str:
        """The text as it is seen."""
        return self.text.upper() if self.format.capitals else self.text


@frozen
class DrawnLine:
    """A straight line drawn over the page; lengths in twips."""

    length: int
    middle: float | None
    """From the left edge of the paper; None when its place cannot be told from the file."""
    solid: bool = True


@frozen
class FlowPlace:
    """Where a paragraph stands: its section and, in a table, its cell."""

    section: int
    width: int
    """Of the column it is set in, in twips."""
    table: int | None = None
    """Which table of the file, None outside of tables."""
    row: int = 0
    column: int = 0
    splits: bool = True
    """Whether its table row may be divided between pages."""
    left: int = 0
    """Where its column begins, in twips from the left edge of the paper; 0 where nothing tells."""


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
    format: ParagraphFormat
    place: FlowPlace
    mark_size: float
    """Size of the paragraph's own mark: the height of an empty line, in points."""
    drawn: tuple[DrawnLine, ...] = ()
    printed: tuple[PrintedLine, ...] = ()
    """Its lines on paper; empty for a Word file."""
    continues: bool = False
    """Whether it is a further line of the paragraph above, parted by a line break."""

    @property
    def text(self) -> str:
        """The text as it is seen, ends trimmed."""
        return "".join([run.shown for run in self.runs]).strip()

    @property
    def visible_runs(self) -> tuple[FlowRun, ...]:
        """The runs that are more than white space."""
        return tuple([run for run in self.runs if run.text.strip()])

    @property
    def room(self) -> int:
        """Twips for its text, less the indents."""
        return self.place.width - self.format.left - self.format.right

    @property
    def pitch(self) -> float:
        """Twips from line to line; 0 when one printed line does not tell."""
        size = max((run.format.size for run in self.visible_runs), default=self.mark_size)
        if self.format.line_rule == "exact":
            return self.format.line
        single = size * 20 * 1.15
        if self.format.line_rule == "atLeast":
            return max(self.format.line, single)
        return single * self.format.line / 240

    def lines(self) -> "tuple[FlowParagraph, ...]":
        """Return the lines that breaks inside it make, each as a paragraph."""
        if not any("\n" in run.text for run in self.runs):
            return (self,)
        lines: list[list[FlowRun]] = [[]]
        for run in self.runs:
            first, *others = run.text.split("\n")
            lines[-1].append(replace(run, text=first))
            lines.extend([replace(run, text=other)] for other in others)
        return tuple(replace(self, runs=tuple(runs), continues=at > 0) for at, runs in enumerate(lines))
