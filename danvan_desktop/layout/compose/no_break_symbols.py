"""No-break hyphens in a document's number and symbol ("25-NQ/TW") where a line would break it.

Only there is its hyphen made a no-break one, so that a search for the symbol in the Word file goes on
finding all the others.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, chain

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout.document import Flow, GridCell, GridTable, StyledParagraph, Twips
from danvan_desktop.layout.typeset.line_breaking import NO_BREAK_HYPHEN, TextMeasurer, break_lines, line_room

_GROUP = r"[A-ZĐ][A-Za-zĐđ0-9&.]*"
_SYMBOL = re.compile(rf"\d+(?:/\d{{4}})?(?:[/-]{_GROUP})*-{_GROUP}(?:[/-]{_GROUP})*")
_WORD = re.compile(r"[^ ]+")
_LONGEST_WORD = 400
"""Characters: more than the narrowest letters make in a line of landscape paper."""
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
    measure, room = TextMeasurer(paragraph, fonts), line_room(paragraph, width)
    symbols = [span for span in _symbols(paragraph.text) if measure.width(*span) <= room.following]
    for _ in range(_PASSES if symbols else 0):
        lines = break_lines(paragraph, TextMeasurer(paragraph, fonts), room)
        ends = {end for _, end in lines}
        broken = [(start, end) for start, end in symbols if not ends.isdisjoint(range(start + 1, end))]
        if not broken:
            return paragraph
        paragraph = _without_break(paragraph, broken)
    return _without_break(paragraph, symbols) if symbols else paragraph


def _symbols(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers and symbols stand; what no line could hold is not searched, which would take for ever."""
    for word in _WORD.finditer(text) if "-" in text else ():
        if len(word[0]) <= _LONGEST_WORD:
            yield from (match.span() for match in _SYMBOL.finditer(text, *word.span()))


def _without_break(paragraph: StyledParagraph, symbols: list[tuple[int, int]]) -> StyledParagraph:
    held = set(chain.from_iterable(range(start, end) for start, end in symbols))
    position, spans = 0, []
    for span in paragraph.spans:
        letters = (
            NO_BREAK_HYPHEN if letter == "-" and position + index in held else letter
            for index, letter in enumerate(span.text)
        )
        spans.append(replace(span, text="".join(letters)))
        position += len(span.text)
    return replace(paragraph, spans=tuple(spans))
