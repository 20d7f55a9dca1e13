"""Joins rows into paragraphs by indents, line ends and spacing, or by the tags of a tagged PDF.

A tagged file says which rows are one paragraph; in any other the page's geometry does: a first line is
indented, a row goes on where the next word had no room, paragraphs lie apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from danvan_desktop.importers.pdf.lines.rows import PdfRow, joined
from danvan_desktop.importers.pdf.lines.runs import runs_of
from danvan_desktop.importers.pdf.lines.text_area import CENTRED, EXACTLY, TextArea, is_centred, off_centre
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker, parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.report.model import Runs, plain

_INDENT = 0.6
"""Ems: a row that begins so much further right begins a paragraph."""
_AIR = 2.2
"""Points more than the usual pitch part two paragraphs."""
_SPACE = 0.25
_SCRIPT = 0.7
_SAME_SIZE = 0.7
_BOLD = 0.9
_RUNNING = frozenset({"P", "LI"})


@dataclass(frozen=True)
class PdfParagraph:
    """One paragraph: its rows and the text area they stand in."""

    rows: tuple[PdfRow, ...]
    area: TextArea

    @cached_property
    def runs(self) -> Runs:
        """Its text with its emphasis."""
        return runs_of(self.rows, spaces_kept=self.area.spaces_kept)

    @cached_property
    def text(self) -> str:
        """Its text."""
        return plain(self.runs)

    @cached_property
    def mark(self) -> ListMarker | None:
        """The number or dash it begins with, as far as one can see from it alone."""
        return parse_mark(self.text) if self.text else None

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.rows[0].page

    @property
    def y(self) -> float:
        """Where its first row stands."""
        return self.rows[0].y

    @property
    def kind(self) -> str:
        """What the file's own structure calls it, "" where it says nothing."""
        return self.rows[0].tag.kind if self.rows[0].tag else ""

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        letters = sum(len(row.seen) for row in self.rows)
        return sum(row.bold * len(row.seen) for row in self.rows) >= _BOLD * letters

    @cached_property
    def centred(self) -> bool:
        """Whether every row stands in the middle; the last one of thin text must not fill the width."""
        off = max(off_centre(row, self.area) for row in self.rows)
        return off <= CENTRED and (is_centred(self.rows[-1], self.area) or (self.bold and off <= EXACTLY))


@dataclass(slots=True)
class _Open:
    """A paragraph whose last row may not have come yet."""

    rows: list[PdfRow] = field(default_factory=list)

    @property
    def last(self) -> PdfRow:
        return self.rows[-1]


class RowJoiner:
    """Builds paragraphs from rows that come in reading order."""

    def __init__(self, *, tells_page_ends: bool = True) -> None:
        """Begin; ``tells_page_ends``: the file's tags say what goes on over a page end."""
        self._tells_page_ends = tells_page_ends
        self._open: list[tuple[_Open, TextArea]] = []
        self._tagged: dict[tuple[int, int], _Open] = {}

    def add(self, row: PdfRow, area: TextArea) -> None:
        """Put ``row`` where it belongs."""
        paragraph = self._continued(row, area)
        if paragraph is None:
            paragraph = _Open()
            self._open.append((paragraph, area))
        if row.tag is not None:
            self._tagged[row.tag.key] = paragraph
        paragraph.rows.append(row)

    def finish(self) -> list[PdfParagraph]:
        """Every paragraph, in the order in which they began; begins anew."""
        paragraphs = [
            PdfParagraph(tuple(_scripts(_lines(paragraph.rows), area)), area)
            for paragraph, area in self._open
        ]
        self._open, self._tagged = [], {}
        return paragraphs

    def _continued(self, row: PdfRow, area: TextArea) -> _Open | None:
        """The open paragraph that ``row`` goes on with."""
        if row.tag is not None and row.tag.key in self._tagged:
            return self._tagged[row.tag.key]
        if not self._open:
            return None
        last = self._open[-1][0]
        before = last.last
        if row.tag is not None and before.tag is not None:
            if row.tag.came:
                return self._from_page_above(row)
            if self._tells_page_ends or not _may_go_on(before, row):
                return None
        if before.y == row.y and before.page == row.page:
            return last
        return None if starts(last.rows, row, area) else last

    def _from_page_above(self, row: PdfRow) -> _Open | None:
        """The paragraph of a page above whose block has more text on the page of ``row``."""
        for paragraph, _ in reversed(self._open):
            before = paragraph.last
            if before.page < row.page and before.tag is not None and before.tag.goes_on:
                return paragraph
        return None


def _may_go_on(before: PdfRow, row: PdfRow) -> bool:
    """Whether ``row`` may go on with the last paragraph of the page above: both are running text."""
    kinds = {before.tag.kind if before.tag else "", row.tag.kind if row.tag else ""}
    return row.page == before.page + 1 and kinds <= _RUNNING


def _lines(rows: Sequence[PdfRow]) -> list[PdfRow]:
    """``rows`` with those on one baseline, which a tab parted, made one."""
    result: list[PdfRow] = []
    for row in rows:
        if result and result[-1].page == row.page and result[-1].y == row.y:
            result[-1] = joined([result[-1], row])
        else:
            result.append(row)
    return result


def _scripts(rows: list[PdfRow], area: TextArea) -> Iterator[PdfRow]:
    """``rows`` with a raised or lowered word that has a row to itself known as such."""
    full = max(row.size for row in rows)
    for index, row in enumerate(rows):
        if index and row.size <= _SCRIPT * full and not any(glyph.vertical for glyph in row.seen):
            above = rows[index - 1]
            way = -1 if above.page == row.page and row.y > above.y + area.pitch else 1
            yield replace(row, glyphs=tuple(replace(glyph, vertical=way) for glyph in row.glyphs))
        else:
            yield row


def starts(above: Sequence[PdfRow], row: PdfRow, area: TextArea) -> bool:
    """Tell whether ``row`` begins a paragraph under the rows ``above`` of another."""
    before = above[-1]
    if abs(before.size - row.size) > _SAME_SIZE or _looks_apart(above, row):
        return True
    if before.page == row.page and row.y - before.y > area.pitch + _AIR:
        return True
    if _has_room(before, row, area):
        return True
    if is_centred(before, area) and is_centred(row, area):
        return False
    return _is_indented(above, row, area) or _has_mark(before, row, area)


def _looks_apart(above: Sequence[PdfRow], row: PdfRow) -> bool:
    """A bold title ends where the letters become thin, and the other way round."""
    if any(0 < line.bold < 1 for line in (*above, row)):
        return False
    return above[-1].bold != row.bold and all(line.bold == above[0].bold for line in above)


def _has_room(before: PdfRow, row: PdfRow, area: TextArea) -> bool:
    """Whether the first word of ``row`` would have fitted on the row above."""
    needed = _SPACE * row.size + row.first_word
    if is_centred(before, area) and is_centred(row, area):
        return before.x1 - before.x0 + needed < area.right - area.left - 2
    return before.x1 + needed < area.right - 2


def _is_indented(above: Sequence[PdfRow], row: PdfRow, area: TextArea) -> bool:
    """Whether ``row`` begins further right than the rows above, or where the first of them began."""
    step = _INDENT * row.size
    first = above[0]
    if len(above) > 1:
        usual = above[-1].x0
        return row.x0 > usual + step or row.x0 < usual - step
    if parse_mark(first.text) is not None and row.x0 > first.x0:
        return False  # a hanging indent below a dash or a number
    if row.x0 > first.x0 + step:
        return True
    return row.x0 > area.left + step and abs(row.x0 - first.x0) < step and is_ended(first.text)


def _has_mark(before: PdfRow, row: PdfRow, area: TextArea) -> bool:
    """Whether ``row`` begins with a number or a dash after the end of a sentence."""
    mark = parse_mark(row.text)
    if mark is None or not is_ended(before.text):
        return False
    return mark.plain and not mark.rest[:1].islower() and row.x0 > area.left - 1
