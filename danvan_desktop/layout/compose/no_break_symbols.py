"""No-break hyphens and spaces where engines of layout would end a line at different places.

A document's number and symbol ("25-NQ/TW") is never parted at its hyphen. At other hyphens Word and others
end a line where LibreOffice keeps the word whole ("40.000-45.000", "(-2.143"): where one of them could and
ours did not, it is forbidden. So is a line that begins with "…", ")" or dots to be filled in, which some
engines never make. Only at just those places is the sign made a no-break one, so that a search in the Word
file goes on finding all others.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, chain

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.document import Flow, GridCell, GridTable, StyledParagraph, Twips
from danvan_desktop.layout.typeset.line_breaking import (
    NO_BREAK_HYPHEN,
    LineWidth,
    TextMeasurer,
    break_lines,
    line_room,
)

_GROUP = r"[A-ZĐ][A-Za-zĐđ0-9&.]*"
_SYMBOL = re.compile(rf"\d+(?:/\d{{4}})?(?:[/-]{_GROUP})*-{_GROUP}(?:[/-]{_GROUP})*")
_NEVER_FIRST = ")]}!?:;,./…%"
"""LibreOffice ends no line before most of them, even behind a space; ONLYOFFICE none before "…"."""
_HELD = re.compile(rf"-| [{re.escape(_NEVER_FIRST)}]")
_WORD = re.compile(r"[^ ]+")
_LONGEST_WORD = 400
"""Characters: more than the narrowest letters make in a line of landscape paper."""
_ROUNDING: Twips = 20
"""By so much may engines differ in what fits a line: they add up widths in units of their own."""
_NO_BREAK = {"-": NO_BREAK_HYPHEN, " ": "\u00a0"}
_PASSES = 4
"""Mending one line moves the next: after so many rounds every symbol of the paragraph is held."""


def hold_symbols(flow: Iterable[Flow], width: Twips, fonts: FontSet) -> Iterator[Flow]:
    """``flow`` in a column of ``width``, with no symbol broken at its hyphen."""
    for block in flow:
        if isinstance(block, StyledParagraph):
            yield _held(block, width, fonts)
        elif isinstance(block, GridTable):
            yield _held_table(block, fonts)
        else:
            yield block


def _held_table(table: GridTable, fonts: FontSet) -> GridTable:
    edges = list(accumulate(table.columns, initial=0))

    def held(cell: GridCell, column: int) -> GridCell:
        width = edges[min(column + cell.cols, len(edges) - 1)] - edges[column] - 2 * table.padding
        content = (_held(p, width, fonts) if isinstance(p, StyledParagraph) else p for p in cell.content)
        return replace(cell, content=tuple(content))

    rows = (tuple(cell and held(cell, column) for column, cell in enumerate(row)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _held(paragraph: StyledParagraph, width: Twips, fonts: FontSet) -> StyledParagraph:
    if _HELD.search(paragraph.text) is None:
        return paragraph
    measure, room = TextMeasurer(paragraph, fonts), line_room(paragraph, width)
    symbols = [span for span in _symbols(paragraph.text) if measure.width(*span) <= room.following]
    for _ in range(_PASSES):
        measure = TextMeasurer(paragraph, fonts)
        lines = break_lines(paragraph, measure, room)
        ends = {end for _, end in lines}
        broken = [(start, end) for start, end in symbols if not ends.isdisjoint(range(start + 1, end))]
        held = {*chain.from_iterable(range(*span) for span in broken), *_doubtful(measure, lines, room)}
        if not any(paragraph.text[place] in _NO_BREAK for place in held):
            return paragraph
        paragraph = _without_break(paragraph, held)
    return _without_break(paragraph, set(chain.from_iterable(range(*span) for span in symbols)))


def _doubtful(measure: TextMeasurer, lines: list[tuple[int, int]], room: LineWidth) -> Iterator[int]:
    """The hyphens and spaces at which another engine could end one of ``lines`` later or sooner than ours."""
    text = measure.text
    for number, (start, end) in enumerate(lines[:-1]):
        limit = (room.following if number else room.first) + _ROUNDING
        following = _WORD.match(text, end)
        if following is None or following.end() - end > _LONGEST_WORD:
            continue
        if measure.width(*following.span()) > room.following:
            continue  # a word that no line holds is broken anyway
        if text[end] in _NEVER_FIRST and text[end - 1] == " " and text[start : end - 1].strip(" "):
            yield end - 1
        for place in range(end, following.end() - 1):
            if text[place] == "-":
                if measure.reach(0.0, start, place + 1) > limit:
                    break
                yield place


def _symbols(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers and symbols stand; what no line could hold is not searched, which would take for ever."""
    for word in _WORD.finditer(text) if "-" in text else ():
        if len(word[0]) <= _LONGEST_WORD:
            yield from (match.span() for match in _SYMBOL.finditer(text, *word.span()))


def _without_break(paragraph: StyledParagraph, held: set[int]) -> StyledParagraph:
    position, spans = 0, []
    for span in paragraph.spans:
        letters = (
            _NO_BREAK.get(letter, letter) if position + index in held else letter
            for index, letter in enumerate(span.text)
        )
        spans.append(replace(span, text="".join(letters)))
        position += len(span.text)
    return replace(paragraph, spans=tuple(spans))
