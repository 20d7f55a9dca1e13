"""Hard-wrapped text: a PDF printed from a text editor, whose line ends tell no paragraphs.

Such lines end after so many characters, not at the edge of the paper, so that the next word had room and
geometry takes each for a paragraph. They are joined as the lines of a text file are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.pdf.lines.paragraphs import PdfParagraph
from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.importers.pdf.pages.page_content import Item, PageContent
from danvan_desktop.importers.pdf.parts.classify import table_line
from danvan_desktop.importers.recognition.lines.hard_wrapped import are_cut, is_cut
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.report.text.normalise import one_line

_BLANK_LINE = 1.5
"""Pitches from row to row where a line between them is blank."""
_FEWEST = 6
_SHARE = 0.1
"""Of the rows at whose end a sentence surely goes on: so many at a paragraph's end are too many."""


@frozen
class _Placed:
    """A line, and whether the layout begins a paragraph with it."""

    line: TextLine
    begins: bool


def hard_wrapped_lines(items: Sequence[Item]) -> list[TextLine] | None:
    """Lines without looks, to be joined; None where the paragraphs of ``items`` are whole.

    A row is a line, or what geometry has joined is: a line that was too long for the paper took two rows.
    """
    placed = list(_placed(items))
    goes_on = [below for above, below in pairwise(placed) if is_cut(above.line, below.line)]
    missed = sum(below.begins for below in goes_on)
    if missed < max(_FEWEST, _SHARE * len(goes_on)):
        return None
    rows = _with_blanks_after([entry.line for entry in placed])
    paragraphs = _with_blanks_after(list(_paragraphs(items)))
    return paragraphs if are_cut(paragraphs) else rows


def all_lines(pages: Sequence[PageContent], rows: Iterable[PdfRow]) -> list[TextLine]:
    """``rows``, in reading order, as lines of plain text."""
    pitches = {page.source.number: page.area.pitch for page in pages}
    lines: list[TextLine] = []
    last: PdfRow | None = None
    for row in rows:
        if text := one_line(row.text):
            lines.append(TextLine(text, text, 1, blank_before=_is_apart(last, row, pitches[row.page])))
            last = row
    return _with_blanks_after(lines)


def _with_blanks_after(lines: Sequence[TextLine]) -> list[TextLine]:
    """``lines``, each of which says whether a blank line stands before it, with those after them."""
    after = [*(line.blank_before for line in lines[1:]), True]
    return [replace(line, blank_after=blank) for line, blank in zip(lines, after, strict=False)]


def _paragraphs(items: Sequence[Item]) -> Iterator[TextLine]:
    last: PdfRow | None = None
    for place, item in enumerate(items, start=1):
        if not isinstance(item, PdfParagraph):
            last = None
            yield table_line(item.table, place)
        elif item.text:
            blank = _is_apart(last, item.rows[0], item.area.pitch)
            last = item.rows[-1]
            yield TextLine(item.text, item.text, place, blank_before=blank)


def _placed(items: Sequence[Item]) -> Iterator[_Placed]:
    last: PdfRow | None = None
    for place, item in enumerate(items, start=1):
        if not isinstance(item, PdfParagraph):
            last = None
            yield _Placed(table_line(item.table, place), begins=True)
            continue
        for row in item.rows:
            text = one_line(row.text)
            if text:
                blank = _is_apart(last, row, item.area.pitch)
                yield _Placed(TextLine(text, text, place, blank_before=blank), begins=row is item.rows[0])
                last = row


def _is_apart(above: PdfRow | None, row: PdfRow, pitch: float) -> bool:
    """Whether there is room for a line above ``row``; a page end parts nothing."""
    return above is None or (row.page == above.page and row.y - above.y > _BLANK_LINE * pitch)
