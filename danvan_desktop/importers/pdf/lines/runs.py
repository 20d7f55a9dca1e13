"""Text runs of a paragraph (bold, italic, underline, super- and subscript) from its rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter, itemgetter

from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.reading.pdf.page import Glyph, TextStyle
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Run, Runs, Vertical
from danvan_desktop.report.text.normalise import normalise

_Look = tuple[bool, bool, bool, int]
_BREAKS_INSIDE = re.compile(r"[^\s–—][-/]$")
"""The end of a row inside a document number or a compound: "25-", "NĐ-CP/"."""
_SYMBOL = re.compile(r"[\dA-ZĐƯ./&-]*[\dA-ZĐƯ][-/]$")
_VERTICAL: dict[int, Vertical | None] = {0: None, 1: "super", -1: "sub"}


def runs_of(rows: Sequence[PdfRow], *, spaces_kept: bool) -> Runs:
    """The text of ``rows`` as one paragraph, NFC, with single spaces.

    ``spaces_kept``: the file writes the space on which a row ends, so that a row without one ends inside
    a word.
    """
    glyphs: list[Glyph] = []
    for index, row in enumerate(rows):
        if index and not _inside_word(rows[index - 1], row, spaces_kept=spaces_kept):
            glyphs.append(_space(glyphs[-1]))
        glyphs += row.spaced
    runs: list[Run] = []
    after_space = True
    for look, group in groupby(_pieces(glyphs), key=itemgetter(1)):
        text = _single_spaced(normalise("".join(text for text, _ in group)), after_space=after_space)
        if text:
            runs.append(_run(text, look))
            after_space = text.endswith(" ")
    return _stripped(runs)


def without_bold(runs: Runs) -> Runs:
    """``runs`` of a title, which print sets in bold as a whole."""
    return joined(Run(run.text, False, run.italic, run.underline, run.vertical) for run in runs)


def _pieces(glyphs: Iterable[Glyph]) -> Iterator[tuple[str, _Look]]:
    """The text of ``glyphs`` in pieces of one look; many are asked at once: they share their style."""
    alike: tuple[TextStyle, bool, int]
    for alike, group in groupby(glyphs, key=attrgetter("style", "underline", "vertical")):
        style, underline, vertical = alike
        if vertical:
            for glyph in group:
                yield glyph.text, (style.bold, style.italic, underline, 0 if glyph.is_space else vertical)
        else:
            yield "".join([glyph.text for glyph in group]), (style.bold, style.italic, underline, 0)


def _run(text: str, look: _Look) -> Run:
    bold, italic, underline, vertical = look
    return Run(text, bold, italic, underline, _VERTICAL[vertical])


def _space(before: Glyph) -> Glyph:
    return Glyph(" ", before.x1, before.x1, before.y, before.style)


def _inside_word(above: PdfRow, below: PdfRow, *, spaces_kept: bool) -> bool:
    """Whether the row ``above`` ends inside a word, after a hyphen or a slash."""
    text = above.text
    if below.seen[0].vertical and not above.glyphs[-1].is_space:
        return True
    if not _BREAKS_INSIDE.search(text) or not above.glyphs or above.glyphs[-1].is_space:
        return False
    if spaces_kept:
        return True
    return bool(_SYMBOL.search(text.rsplit(" ", 1)[-1])) and below.text[:1].isupper()


def _single_spaced(text: str, *, after_space: bool) -> str:
    text = re.sub(r"\s+", " ", text)
    return text.lstrip(" ") if after_space else text


def _stripped(runs: list[Run]) -> Runs:
    if runs:
        last = runs[-1]
        runs[-1] = replace(last, text=last.text.rstrip(" "))
    return joined(runs)
