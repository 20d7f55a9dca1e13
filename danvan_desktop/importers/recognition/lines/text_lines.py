"""Text lines of a file, cleaned: without page numbers and drawn rules, blank lines noted.

Page numbers and drawn rules are residue of the page; they are set aside to be named in the notes.
"""

import re
from dataclasses import replace
from itertools import pairwise

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.recognition.lines.paragraph_look import Look
from danvan_desktop.reading.progress import LINES_A_PAGE, stepped
from danvan_desktop.report.text.normalise import normalise

_STROKES = r"[ _＿\-‐‒–—―−─━═‗¯ˉ‾⎯=*~]"
"""What lines are typed with, the sign of a box or a macron too."""
_RULE = re.compile(rf"{_STROKES}+(?:[oO0]{{3}}{_STROKES}*)?")
_BARE_NUMBER = re.compile(r"\d{1,3}")
_DRESSED_NUMBER = re.compile(
    r"(?:[-–—]\s*(\d{1,3})\s*[-–—]|\[\s*(\d{1,3})\s*\]|[Tt]rang\s*:?\s*(\d{1,3})(?:\s*/\s*\d{1,3})?|(\d{1,3})\s*/\s*\d{1,3})"
)
_GAP = re.compile(r"\t+| {3,}")
_FEWEST_LINES_ON_A_PAGE = 3
_FEWEST_PAIRS = 8
_COLUMNS_OF_A_TABLE = 3
_LONGEST_RESIDUE = 40
_SHORTEST_RULE = 3


@frozen
class TextLine:
    """One line that is not blank."""

    text: str
    """Normalised, every run of spaces as one."""
    raw: str
    """Normalised, with its spaces: they hold the columns of a letterhead."""
    place: int
    """Its number in the file, from 1."""
    blank_before: bool = False
    blank_after: bool = False
    look: Look | None = None
    """Where the file has looks: the line is then a whole paragraph."""

    @property
    def columns(self) -> list[str]:
        """What stands side by side on the line, parted by a tab or three spaces."""
        return [" ".join(part.split()) for part in _GAP.split(self.raw.strip())]

    @property
    def indent(self) -> int:
        """How many spaces stand before the text; a tab counts as eight."""
        expanded = self.raw[: len(self.raw) - len(self.raw.lstrip())].expandtabs(8)
        return len(expanded)

    @property
    def is_row(self) -> bool:
        """Whether this looks like a row of a table: three columns or more."""
        return len(self.columns) >= _COLUMNS_OF_A_TABLE

    @property
    def is_centred(self) -> bool:
        """Whether it is known to be centred."""
        return self.look is not None and self.look.centred

    @property
    def is_bold(self) -> bool:
        """Whether it is known to be bold, all of it."""
        return self.look is not None and self.look.is_bold


@frozen
class CleanedLines:
    """The lines of a text and what was residue of its pages."""

    lines: tuple[TextLine, ...]
    page_numbers: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    """The lines of a mục lục."""


def split_lines(text: str) -> tuple[TextLine, ...]:
    """Give the lines of ``text`` that are not blank; blank lines beside a form feed are the page's."""
    lines: list[TextLine] = []
    blank = page_ends = False
    rows = stepped(normalise(text).split("\n"), LINES_A_PAGE)
    for place, row in enumerate(rows, start=1):
        for raw in row.split("\f"):
            if words := raw.split():
                _blank_between(lines, blank=blank and not page_ends)
                lines.append(TextLine(" ".join(words), raw, place, blank_before=blank and not page_ends))
                blank = page_ends = False
            else:
                blank = True
        page_ends = page_ends or "\f" in row
    _blank_between(lines, blank=blank)
    return tuple(lines)


def _blank_between(lines: list[TextLine], *, blank: bool) -> None:
    """Tell the last of ``lines`` so far whether a blank line follows it."""
    if lines and blank:
        lines[-1] = replace(lines[-1], blank_after=True)


def clean_lines(text: str) -> CleanedLines:
    """Give the lines of ``text`` without page numbers and rules, which are kept beside them."""
    kept: list[TextLine] = []
    numbers: list[str] = []
    rules: list[str] = []
    pages = _PageNumbers()
    for line in split_lines(text):
        if is_rule(line.text):
            rules.append(line.text)
        elif pages.accepts(line):
            numbers.append(line.text)
            if kept:  # the blank lines around it are the page's, not the author's
                kept[-1] = replace(kept[-1], blank_after=False)
        elif pages.lines_since == 1 and numbers:
            kept.append(replace(line, blank_before=False))
        else:
            kept.append(line)
    return CleanedLines(_single_spaced(kept), tuple(numbers), tuple(rules))


def _single_spaced(lines: list[TextLine]) -> tuple[TextLine, ...]:
    """Where a blank line follows nearly every line, even inside sentences, blank lines say nothing."""
    pairs = list(pairwise(lines))
    blank = sum(below.blank_before for _, below in pairs)
    inside = sum(below.blank_before and below.text[0].islower() for _, below in pairs)
    if len(pairs) < _FEWEST_PAIRS or blank < len(pairs) * 0.9 or inside < len(pairs) * 0.25:
        return tuple(lines)
    return tuple(replace(line, blank_before=False, blank_after=False) for line in lines)


def is_rule(text: str) -> bool:
    """Tell whether ``text`` is a drawn rule: "_____", "-----", "* * *", "---o0o---"."""
    return _RULE.fullmatch(text) is not None and len(text.replace(" ", "")) >= _SHORTEST_RULE


class _PageNumbers:
    """Recognises page numbers: they stand alone, ascend by one, and lie a page apart."""

    def __init__(self) -> None:
        self.last: int | None = None
        self.lines_since = _FEWEST_LINES_ON_A_PAGE

    def accepts(self, line: TextLine) -> bool:
        """Tell whether ``line`` is the number of the next page; any other line is counted."""
        self.lines_since += 1
        if len(line.text) > _LONGEST_RESIDUE:
            return False
        dressed = _DRESSED_NUMBER.fullmatch(line.text)
        if dressed is None and (not _BARE_NUMBER.fullmatch(line.text) or not self._plausible(line)):
            return False
        digits = next(group for group in dressed.groups() if group) if dressed else line.text
        self.last = int(digits)
        self.lines_since = 0
        return True

    def _plausible(self, line: TextLine) -> bool:
        value = int(line.text)
        if self.last is not None:
            return value == self.last + 1 and self.lines_since > _FEWEST_LINES_ON_A_PAGE
        return value in {1, 2} or (line.blank_before and line.blank_after)
