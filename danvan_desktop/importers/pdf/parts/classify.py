"""Classifies paragraphs by their formatting: title, heading of a level, body text."""

from collections.abc import Sequence

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.pdf.lines.paragraphs import PdfParagraph
from danvan_desktop.importers.pdf.lines.runs import without_bold
from danvan_desktop.importers.pdf.pages.page_content import Item
from danvan_desktop.importers.recognition.lines.list_markers import is_mostly_caps
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.paragraph_look import Look
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped
from danvan_desktop.report.model import Runs, Table

_LONGEST_TITLE = 220
"""Characters: a title fills three lines at most."""
_MOST_ROWS = 4
_FAR = " " * 40
"""Stands before a line of the right half, so that the recogniser of signing blocks knows it."""


@frozen
class HeadingStyle:
    """How this file formats its headings: what is learnt from all paragraphs."""

    own: bool = False
    """Whether it is a PDF of this program, whose tags are known to say what is what."""
    bold_numbers: bool = False
    """Whether numbered titles are bold, so that what is numbered and thin is running text."""
    numbered_sections: bool = False
    """Whether there are titles with Roman numbers, so that others are no sections."""


def heading_style_of(items: Sequence[Item], *, own: bool) -> HeadingStyle:
    """Learn the habits of a file from its paragraphs."""
    numbered = [
        item for item in stepped(items, BLOCKS_A_PAGE) if isinstance(item, PdfParagraph) and item.mark
    ]
    bold = [item for item in numbered if item.bold and item.mark and item.mark.kind == "decimal"]
    roman = [item for item in numbered if item.mark and item.mark.kind == "section"]
    return HeadingStyle(own, bool(bold), bool(roman))


def to_line(item: Item, style: HeadingStyle, place: int) -> TextLine:
    """Give ``item`` as one line with its look."""
    if not isinstance(item, PdfParagraph):
        return table_line(item.table, place)
    outline, running = _own_outline(item) if style.own else _outline(item, style)
    thin = not item.bold and not style.own
    runs = _runs(item, outline, own=style.own)
    look = Look(runs=runs, outline=outline, certain=style.own, running=running, thin=thin)
    far = min(row.x0 for row in item.rows) > item.area.middle - 2 * item.rows[0].size
    return TextLine(item.text, _FAR + item.text if far else item.text, place, True, True, look)


def table_line(table: Table, place: int) -> TextLine:
    """Give ``table`` as one line without text."""
    return TextLine("", "", place, blank_before=True, blank_after=True, look=Look(table=table))


def _own_outline(paragraph: PdfParagraph) -> tuple[int | None, bool]:
    """The level that the tag of our own file says, 0 for a Mục, and whether it is running text."""
    kind = paragraph.kind
    if kind.startswith("H") and kind[1:].isdigit():
        mark = paragraph.mark
        if mark is not None and mark.kind == "part" and paragraph.centred:
            return None, False
        level = int(kind[1:]) - 1
        counted = mark is not None and mark.kind == "decimal"
        if counted or not is_mostly_caps(paragraph.text):  # the first heading is H1, whatever its level
            level = max(level, 1)
        return max(level, len(mark.values)) if mark is not None and counted else level, False
    return None, not (paragraph.centred and paragraph.bold)


def _outline(paragraph: PdfParagraph, style: HeadingStyle) -> tuple[int | None, bool]:
    """The same by the look: titles are short and bold."""
    mark, text = paragraph.mark, paragraph.text
    if not paragraph.bold:
        thin = mark is not None and mark.kind == "decimal" and style.bold_numbers and not is_mostly_caps(text)
        return None, thin
    if len(text) > _LONGEST_TITLE or len(paragraph.rows) > _MOST_ROWS:
        return None, False
    if mark is not None:
        return {"section": 0, "decimal": len(mark.values)}.get(mark.kind), False
    if is_ended(text) and not text.endswith(":"):
        return None, False
    if is_mostly_caps(text) and not paragraph.centred:
        return (1 if style.numbered_sections else 0), False
    return (None if paragraph.centred else 1), False


def _runs(paragraph: PdfParagraph, outline: int | None, *, own: bool) -> Runs:
    """The text with the emphasis that is the author's, not the title's own."""
    runs = paragraph.runs
    if outline is not None or (own and paragraph.bold and paragraph.centred):
        return without_bold(runs)
    return runs
