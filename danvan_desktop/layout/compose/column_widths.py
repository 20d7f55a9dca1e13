"""Table column widths: by their author's shares, else automatic by content."""

import re
from collections.abc import Iterator, Sequence

from danvan_desktop.fonts import FontSet
from danvan_desktop.frozen import frozen
from danvan_desktop.layout import nd30
from danvan_desktop.layout.column_edges import column_widths_on_edges
from danvan_desktop.layout.document import GridCell, StyledParagraph, Twips
from danvan_desktop.layout.typeset.line_breaking import TextMeasurer
from danvan_desktop.report.model import Column

_SLACK = 20
"""1 pt more than the letters need, so that no rounding breaks a word."""

Rows = Sequence[Sequence[GridCell | None]]


@frozen
class _Need:
    """What a column wants: ``least`` breaks no word, ``most`` breaks no line."""

    least: float
    most: float


def column_widths(columns: tuple[Column, ...], rows: Rows, width: Twips, fonts: FontSet) -> tuple[Twips, ...]:
    """The columns of a table of ``width`` that shows ``rows``."""
    needs = _with_covering_cells([_need(rows, index, fonts) for index in range(len(columns))], rows, fonts)
    shares = [max(column.share, 0.0) for column in columns]
    if len({round(share, 6) for share in shares}) > 1 and sum(shares) > 0:
        wanted = [width * share / sum(shares) for share in shares]
        return column_widths_on_edges(_no_word_broken(wanted, needs), width)
    return column_widths_on_edges(_by_content(needs, width), width)


def _need(rows: Rows, column: int, fonts: FontSet) -> _Need:
    cells = (row[column] if column < len(row) else None for row in rows)
    return _need_of([cell for cell in cells if cell is not None and cell.cols == 1], fonts)


def _need_of(cells: Sequence[GridCell], fonts: FontSet) -> _Need:
    """What the texts of ``cells`` want, which stand one below the other."""
    least = most = 0.0
    for paragraph in _paragraphs(cells):
        measure = TextMeasurer(paragraph, fonts)
        most = max(most, measure.width(0, len(measure.text)))
        for word in re.finditer(r"[^ ]+", measure.text):
            least = max(least, measure.width(*word.span()))
    around = 2 * nd30.TABLE_PADDING + _SLACK
    return _Need(least + around, most + around)


def _with_covering_cells(needs: list[_Need], rows: Rows, fonts: FontSet) -> list[_Need]:
    """``needs`` with what cells over several columns lack in them shared out among these."""
    covering = [
        (cell, index) for row in rows for index, cell in enumerate(row) if cell is not None and cell.cols > 1
    ]
    for cell, first in sorted(covering, key=lambda pair: pair[0].cols):
        below = range(first, min(first + cell.cols, len(needs)))
        wanted = _need_of([cell], fonts)
        least = max(0.0, wanted.least - sum(needs[index].least for index in below)) / len(below)
        most = max(0.0, wanted.most - sum(needs[index].most for index in below)) / len(below)
        for index in below:
            grown = needs[index].least + least
            needs[index] = _Need(grown, max(grown, needs[index].most + most))
    return needs


def _paragraphs(cells: Sequence[GridCell]) -> Iterator[StyledParagraph]:
    for cell in cells:
        yield from (block for block in cell.content if isinstance(block, StyledParagraph))


def _no_word_broken(wanted: list[float], needs: list[_Need]) -> list[float]:
    """``wanted`` with columns narrower than a word widened at the cost of those with room to spare."""
    missing = sum(max(0.0, need.least - width) for need, width in zip(needs, wanted, strict=True))
    spare = sum(max(0.0, width - need.least) for need, width in zip(needs, wanted, strict=True))
    if not missing or missing > spare:
        return wanted
    return [
        need.least if width <= need.least else width - (width - need.least) * missing / spare
        for need, width in zip(needs, wanted, strict=True)
    ]


def _by_content(needs: list[_Need], width: Twips) -> list[float]:
    least, most = sum(need.least for need in needs), sum(need.most for need in needs)
    if most <= width:
        return [need.most for need in needs]
    if least >= width:
        return [need.least for need in needs]
    given = (width - least) / (most - least)
    return [need.least + (need.most - need.least) * given for need in needs]
