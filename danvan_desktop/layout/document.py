"""The document model: a report as styled flow, before line breaking and pagination.

Both writers start here: the Word file is this flow, the PDF is this flow after
:mod:`danvan_desktop.layout.typeset.pagination`. All lengths are integer twips (1/20 pt, 1/1440 inch).
"""

from datetime import datetime
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Vertical

Twips = int
Align = Literal["left", "center", "right", "justify"]
Colour = Literal["black", "red"]
"""Red is for the urgency stamps alone (PL I, III.2.b); all else is black (PL I, I.4)."""


@frozen
class Span:
    """A text span of one formatting; its size is the paragraph style's."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    vertical: Vertical | None = None
    typed: str | None = None
    """What was typed, where ``text`` is that in capitals: the Word file keeps it."""


@frozen
class ParagraphBorder:
    """A single box around a paragraph, from its left indent to its right one, in the text's colour."""

    thickness: Twips
    padding: Twips
    """Between the letters' line and the box, above and below."""


@frozen
class NamedStyle:
    """A named paragraph style: the formatting in the PDF and the real style in the Word file.

    ``bold`` and ``italic`` are what most of its text is; a :class:`Span` says absolutely what it is.
    """

    name: str
    """English id, stable: "body", "heading1", "motto" …"""
    title: str
    """The name the user sees in Word's style list, Vietnamese unless Word has a built-in name.

    Without a comma: Word takes what follows it for another name (ECMA-376 Part 1, 17.7.4.1 aliases).
    """
    size: int
    """Font size in half-points (28 = 14 pt)."""
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    first_line: Twips = 0
    left: Twips = 0
    right: Twips = 0
    before: Twips = 0
    after: Twips = 0
    pitch: Twips = 0
    """Exact distance from baseline to baseline."""
    keep_next: bool = False
    """Never last on a page."""
    keep_lines: bool = False
    """All its lines on one page."""
    widow_control: bool = False
    """No page ends with its first line alone or begins with its last line alone."""
    outline: int | None = None
    """0 for a Mục, 1 for "1.", 2 for "1.1.": Word's navigation pane and the PDF's bookmarks."""
    colour: Colour = "black"
    frame: ParagraphBorder | None = None


@frozen
class StyledParagraph:
    """Text in one style. ``bookmark`` ties it to its block ("_dv_12")."""

    style: NamedStyle
    spans: tuple[Span, ...]
    bookmark: str | None = None
    list_label: str | None = None
    """The leading "-", "+" or "a)" of a list line, already part of ``spans``: for the PDF's list tags."""
    keep_next: bool = False
    """In addition to the style's own."""

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(span.text for span in self.spans)


@frozen
class HorizontalRule:
    """A solid horizontal line, centred in its column; a paragraph border in Word, never characters."""

    length: Twips
    thickness: Twips
    before: Twips
    """Clear room between the text above and the line."""
    after: Twips
    """Clear room under the line."""


@frozen
class GridCell:
    """A table cell at its place in the grid."""

    content: tuple[StyledParagraph | HorizontalRule, ...]
    cols: int = 1
    rows: int = 1
    header: bool = False


@frozen
class GridTable:
    """Rows on a fixed grid. Used without borders for the letterhead and the closing.

    A place covered by a neighbour's span is None. ``header_rows`` repeat on each page; no row splits.
    """

    name: Literal["letterhead", "closing", "body"]
    columns: tuple[Twips, ...]
    rows: tuple[tuple[GridCell | None, ...], ...]
    header_rows: int = 0
    borders: bool = False
    """Single black 0.5 pt lines around every cell."""
    padding: Twips = 0
    """Left and right inside each cell."""
    before: Twips = 0
    after: Twips = 0
    """Clear room under it; in Word the paragraph that must follow a table carries it."""
    keep_together: bool = False
    """All rows but those ``parted`` on one page, with the last two lines of the text before it."""
    keep_next: bool = False
    """Its last rows stand on the page of what follows."""
    last_rows: int = 1
    """How many of its rows, counted from its end, go on to a new page only together."""
    parted: frozenset[int] = frozenset()
    """Rows after which a page may end though a cell goes on below them, or all else is kept together."""
    bookmark: str | None = None
    kept: frozenset[int] = frozenset()
    """Rows that stand on one page with the next one: titles of groups of rows."""

    def held(self) -> list[bool]:
        """Of every row whether it stands on one page with what follows.

        Header rows do, rows under one cell unless ``parted``, and all but the last of the last.
        """
        count, reach = len(self.rows), 0
        first_of_last = count - self.last_rows
        made: list[bool] = []
        for row, cells in enumerate(self.rows):
            reach = max([reach, *(row + cell.rows for cell in cells if cell)])
            together = (self.keep_together or reach > row + 1) and row not in self.parted
            wanted = together or row < self.header_rows or row in self.kept or row >= first_of_last
            made.append(wanted if row + 1 < count else self.keep_next)
        return made


Flow = StyledParagraph | HorizontalRule | GridTable


@frozen
class PageSetup:
    """A4 paper and its margins, in twips."""

    width: Twips
    height: Twips
    top: Twips
    bottom: Twips
    left: Twips
    right: Twips
    header: Twips
    """From the paper's top edge to the top of the page number's line."""

    @property
    def text_width(self) -> Twips:
        """Width of the text area."""
        return self.width - self.left - self.right


@frozen
class DocumentPart:
    """A run of pages with a setup and page numbers of its own: the report, then each annex."""

    setup: PageSetup
    flow: tuple[Flow, ...]
    page_number: NamedStyle
    """How the page number is set; it counts from 1 in every part and is hidden on the first page."""
    line_number: NamedStyle | None = None
    """How the lines of text are numbered, from 1 on every page, left of the text; None: they are not."""


@frozen
class Metadata:
    """Document metadata: title, author, language, dates."""

    title: str
    author: str
    report_id: str
    modified: datetime
    closing_id: int | None = None
    """The block with which the closing words begin: the page does not show it."""
    language: str = "vi-VN"


@frozen
class Document:
    """A whole document ready to be written as Word or broken into pages."""

    parts: tuple[DocumentPart, ...]
    metadata: Metadata
