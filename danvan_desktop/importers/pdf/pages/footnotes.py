"""Footnotes: small rows at the foot of a page that begin with the number of a superscript in the text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.reading.pdf.page import Glyph
from danvan_desktop.report.text.normalise import one_line

_SMALL = 0.88
"""Of the size of the text: what is larger is text."""
_NUMBER = re.compile(r"\[?(\d{1,2})[\])]?[.:]?(?:\s+|$|(?=[^\W\d]))(.*)")
_LONE_NUMBER = re.compile(r"\d{1,2}")
"""Stands apart from its note, and may be larger."""


@dataclass(slots=True)
class Footnotes:
    """The rows of a page with the text of its footnotes where they are cited."""

    rows: list[PdfRow]
    taken: list[str] = field(default_factory=list)
    """Their texts."""


def usual_size(pages: Iterable[Sequence[PdfRow]]) -> float:
    """The size of most letters of a file: footnotes may fill more of one page than its text."""
    letters: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            letters[row.size] += len(row.seen)
    return max(letters, key=lambda size: (letters[size], size), default=0.0)


def move_to_citations(rows: Sequence[PdfRow], usual: float) -> Footnotes:
    """Take the footnotes of ``rows``, those of one page, to where they are cited.

    ``usual``: the size of the file's text.
    """
    start = _start(rows, _SMALL * usual)
    made = Footnotes(list(rows[:start]))
    for number, text in _notes(rows[start:]):
        place = next(i for i, row in enumerate(made.rows) if _reference(row, number))
        made.rows[place] = _with_note(made.rows[place], number, text)
        made.taken.append(text)
    return made


def _start(rows: Sequence[PdfRow], small: float) -> int:
    """The index of the first row of the footnotes; the number of rows where there are none."""
    start = len(rows)
    while start and (rows[start - 1].size <= small or _LONE_NUMBER.fullmatch(rows[start - 1].text)):
        start -= 1
    while start < len(rows):  # the text may end small as well
        notes = _notes(rows[start:])
        if notes and all(any(_reference(row, number) for row in rows[:start]) for number, _ in notes):
            return start
        start += 1
    return len(rows)


def _notes(rows: Sequence[PdfRow]) -> list[tuple[str, str]]:
    """Number and text of each footnote; nothing where ``rows`` do not begin with a number."""
    notes: list[tuple[str, str]] = []
    for row in rows:
        text = one_line(row.text)
        match = _NUMBER.fullmatch(text)
        if match and (not notes or int(match[1]) == int(notes[-1][0]) + 1):
            notes.append((match[1], match[2]))
        elif notes:
            notes[-1] = (notes[-1][0], f"{notes[-1][1]} {text}".strip())
        else:
            return []
    return notes


def _reference(row: PdfRow, number: str) -> range | None:
    """The places in ``row`` of the raised ``number``; None where it is not raised there."""
    glyphs = row.glyphs
    for first in range(len(glyphs)):
        if glyphs[first].vertical != 1 or (first and glyphs[first - 1].vertical == 1):
            continue
        end = first
        while end < len(glyphs) and glyphs[end].vertical == 1:
            end += 1
        if "".join(glyph.text for glyph in glyphs[first:end]).strip(" []()") == number:
            return range(first, end)
    return None


def _with_note(row: PdfRow, number: str, text: str) -> PdfRow:
    places = _reference(row, number)
    if places is None:
        return row
    mark = row.glyphs[places.stop - 1]
    style = replace(mark.style, size=row.size, bold=False, italic=False)
    letters = tuple(Glyph(letter, mark.x1, mark.x1, row.y, style) for letter in f" [{text}]")
    glyphs = (*row.glyphs[: places.start], *letters, *row.glyphs[places.stop :])
    return replace(row, glyphs=glyphs)
