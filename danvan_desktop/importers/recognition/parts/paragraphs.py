"""Join wrapped lines into paragraphs, and separate their numbers from the text.

A PDF leaves each line of a paragraph by itself, often with a blank line after the first one, where the
indent was. A line goes on when the next word did not fit on it and nothing says that a new one begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from danvan_desktop.importers.recognition.lines.line_fullness import TextWidth, WordFit
from danvan_desktop.importers.recognition.lines.list_markers import (
    ListMarker,
    is_caps,
    is_mostly_caps,
    parse_mark,
)
from danvan_desktop.importers.recognition.lines.number_order import Order, begins, is_ended
from danvan_desktop.importers.recognition.lines.paragraph_look import Look
from danvan_desktop.importers.recognition.lines.text_lines import TextLine
from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped
from danvan_desktop.report.diff.words import cut
from danvan_desktop.report.model import Run, Runs, plain

_INDENT = 3
"""Spaces before the first line of a paragraph, where the text kept them; one is left by a page break."""
_TITLES = ("part", "section", "letter")
_BROKEN_SYMBOL = re.compile(r"(?:^|\s)(?=\S*[\d/])([\dA-ZĐƯ./&-]*[\dA-ZĐƯ][-/])$")
_ALWAYS_OPENS = re.compile(r"(?:Căn cứ|Trên đây)\s")


@dataclass(slots=True)
class ReadParagraph:
    """A paragraph of the file: its number or dash, if any, and its text on one line."""

    text: str
    mark: ListMarker | None = None
    place: int = 0
    """The line of the file on which it begins."""
    look: Look | None = None

    @property
    def runs(self) -> Runs:
        """Its text with its emphasis, where the file has any."""
        if self.look is not None and self.look.runs:
            return self.look.runs
        return (Run(self.text),) if self.text else ()


@dataclass(slots=True)
class Joined:
    """The paragraphs of some lines, and the document numbers that a line end had broken in two."""

    pieces: list[ReadParagraph] = field(default_factory=list)
    mended: list[tuple[str, str]] = field(default_factory=list)
    mended_texts: list[str] = field(default_factory=list)
    """The paragraphs with these numbers."""
    row_texts: list[str] = field(default_factory=list)
    """Lines that were rows of a table."""

    @property
    def rows(self) -> int:
        """How many lines were rows of a table."""
        return len(self.row_texts)


def join_lines(lines: Sequence[TextLine], measure: TextWidth) -> Joined:
    """Join ``lines`` into paragraphs."""
    joiner = _Joiner(measure)
    for index, line in enumerate(stepped(lines, BLOCKS_A_PAGE)):
        joiner.add(line, lines[index + 1] if index + 1 < len(lines) else None)
    joiner.finish()
    return joiner.joined


class _Joiner:
    """Takes one line after the other."""

    def __init__(self, measure: TextWidth) -> None:
        self.measure = measure
        self.order = Order()
        self.joined = Joined()
        self.mark: ListMarker | None = None
        self.lines: list[TextLine] = []
        """The lines of the paragraph at hand; the first one's mark is ``mark``."""

    def add(self, line: TextLine, below: TextLine | None) -> None:
        """Put ``line`` into the paragraph at hand or begin one with it."""
        mark = line.look.mark if line.look else None
        if mark is None:
            mark = self._typed_mark(line)
        if mark is None and self.lines and self._continues(line, below):
            self.lines.append(line)
            return
        self.finish()
        self.lines, self.mark = [line], mark
        if mark is not None:
            self.order.take(mark)

    def _typed_mark(self, line: TextLine) -> ListMarker | None:
        mark = parse_mark(line.text)
        above = "" if line.look else self._above()  # a paragraph of its own goes on with nothing
        if mark and begins(mark, self.order, above, boundary=self._is_boundary(line)):
            return mark
        return None

    def finish(self) -> None:
        """Close the paragraph at hand."""
        if not self.lines:
            return
        texts = [line.text for line in self.lines]
        if self.lines[0].is_row:
            self.joined.row_texts.append(self.lines[0].text)
        if self.mark is not None:
            texts[0] = self.mark.rest
        before = len(self.joined.mended)
        text = self._join(texts)
        if len(self.joined.mended) > before:
            self.joined.mended_texts.append(text)
        self.joined.pieces.append(ReadParagraph(text, self.mark, self.lines[0].place, self._look(text)))
        self.lines = []

    def _join(self, texts: Sequence[str]) -> str:
        text = texts[0]
        parts: list[str] = [text]
        for following in texts[1:]:
            if broken := _broken_symbol(text, following):
                self.joined.mended.append((broken, following.split(" ", 1)[0]))
            elif text:
                parts.append(" ")
            parts.append(following)
            text = following
        return "".join(parts)

    def _look(self, text: str) -> Look | None:
        """The look of the paragraph at hand, whose ``text`` has lost its number."""
        look = self.lines[-1].look
        if look is None or not look.runs:
            return look
        return replace(look, runs=cut(look.runs, len(plain(look.runs)) - len(text)))

    def _above(self) -> str:
        return self.lines[-1].text if self.lines else ""

    def _fit(self, line: TextLine) -> WordFit:
        return self.measure.fit(self.lines[-1], line, first=len(self.lines) == 1)

    def _blank_parts(self, line: TextLine) -> bool:
        """Whether the blank line before ``line`` parts paragraphs.

        After a paragraph's first line it may be what is left of the indent.
        """
        if not line.blank_before or not self.lines:
            return line.blank_before
        if len(self.lines) > 1 or self._fit(line) is not WordFit.FULL:
            return True
        return is_ended(self._above()) and not self.measure.residue

    def _is_boundary(self, line: TextLine) -> bool:
        """Whether a paragraph may have ended above ``line``."""
        above = self._above()
        if not self.lines or line.look or is_ended(above) or self._blank_parts(line):
            return True
        if self.mark is not None and self.mark.kind in _TITLES and is_caps(above):
            return True
        return self._fit(line) is not WordFit.FULL

    def _continues(self, line: TextLine, below: TextLine | None) -> bool:
        """Whether ``line``, which has no number, goes on with the paragraph at hand."""
        if self.mark is not None and len(self.lines) == 1 and not self.mark.rest:
            return not (line.look and line.look.table)  # a number that stood alone on its line
        if line.look or line.is_row or self.lines[-1].is_row:
            return False
        if _broken_symbol(self._above(), line.text):
            return True
        if self.mark is not None and self.mark.kind in _TITLES:
            return self._title_continues(line)
        if line.text[0].isupper() or line.text[0] in '“"‘':
            return self._capital_continues(line, below)
        return self._small_continues(line)

    def _title_continues(self, line: TextLine) -> bool:
        """The title of a mục goes on in capitals, or where its line was full."""
        above = self._above()
        if is_mostly_caps(self.mark.rest if self.mark and len(self.lines) == 1 else above):
            return is_mostly_caps(line.text) and (not line.blank_before or self._fit(line) is WordFit.FULL)
        if line.text[0].isupper() or is_ended(above):
            return False
        return self._fit(line) is WordFit.FULL or not line.blank_before

    def _small_continues(self, line: TextLine) -> bool:
        """After a line end a small letter, a digit or a sign nearly always goes on with the sentence."""
        above, fit = self._above(), self._fit(line)
        if is_ended(above):
            return fit is WordFit.FULL or (fit is WordFit.NEAR and not line.blank_before)
        if fit is not WordFit.SHORT:
            return True
        return not line.blank_before and (self.mark is None or line.text[0].islower())

    def _capital_continues(self, line: TextLine, below: TextLine | None) -> bool:
        """A capital goes on with the sentence only where the line above was really full."""
        fit, above = self._fit(line), self._above()
        if line.indent >= self.lines[-1].indent + _INDENT:
            return False
        opens = self._opens(line, below)
        if is_ended(above) and _ALWAYS_OPENS.match(line.text):
            return False
        if is_ended(above):
            return self.measure.wrapped and fit is WordFit.FULL and not self._blank_parts(line) and not opens
        if is_caps(above) != is_caps(line.text) and fit is not WordFit.FULL:
            return False
        if fit is WordFit.FULL:
            return not self._may_be_title(line, opens=opens)
        return fit is WordFit.NEAR and not line.blank_before and not opens and self.mark is None

    def _may_be_title(self, line: TextLine, *, opens: bool) -> bool:
        """Whether the one full line above ``line`` is rather the title of a khoản than its beginning."""
        if self.mark is None or self.mark.kind != "decimal" or len(self.lines) > 1:
            return False
        # A "3.1." is nearly always a title, and without the indent a word more would have fitted.
        deep = len(self.mark.values) > 1
        return opens or (deep and self.measure.fit(self.lines[-1], line, first=False) is not WordFit.FULL)

    def _opens(self, line: TextLine, below: TextLine | None) -> bool:
        """Whether ``line`` looks like the first of a paragraph: full, unfinished, a blank line after it."""
        if below is None or not line.blank_after or is_ended(line.text):
            return False
        return self.measure.fit(line, below, first=True) is WordFit.FULL


def _broken_symbol(above: str, below: str) -> str:
    """The start of a document number that goes on in ``below``, "33/CT-" before "TTg"; "" for none."""
    match = _BROKEN_SYMBOL.search(above[-40:])
    return match[1] if match and below[:1].isupper() else ""
