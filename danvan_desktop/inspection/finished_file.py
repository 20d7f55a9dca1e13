"""A finished file as read: page setup of its sections, its paragraphs and, of a PDF, its printed pages."""

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.flow import FlowParagraph


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
    """A bounding box drawn as four lines."""

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
    """What only a PDF has: its pages and how it is made."""

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
    """A finished Word file or PDF, read."""

    sections: tuple[PageSection, ...]
    paragraphs: tuple[FlowParagraph, ...]
    has_text_boxes: bool
    has_comments: bool
    has_tracked_changes: bool
    name: str = ""
    """Of the file."""
    printed: PrintedFile | None = None
    """None for a Word file."""
    breaks_pages: bool = False
    """Of a Word file: whether it tells of a page that ends (breaks, and what Word noted when it set it)."""
