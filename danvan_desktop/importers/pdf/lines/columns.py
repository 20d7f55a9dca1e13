"""Splits rows into two columns, as letterheads and signature blocks have them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from danvan_desktop.importers.pdf.lines.rows import PdfRow, joined, split_at

_GAP = 0.75
"""Ems between two columns at least; a space is a quarter of one, in a justified line perhaps half."""

_OVER = 0.12
"""The share of its width by which a line of one column may reach over into the other."""


@dataclass(slots=True)
class Columns:
    """The rows left and right of the gutter, each from top to bottom."""

    left: list[PdfRow] = field(default_factory=list)
    right: list[PdfRow] = field(default_factory=list)


def part_columns(rows: Sequence[PdfRow], gutter: float) -> Columns:
    """Part ``rows`` at the gap nearest to ``gutter``; a row without a gap goes to the side of its middle."""
    columns = Columns()
    for row in rows:
        place = _gap_near(row, gutter)
        left, right = split_at(row, place) if place is not None else (None, None)
        if left is None or right is None:
            (columns.left if row.middle < gutter else columns.right).append(row)
        else:
            columns.left.append(left)
            columns.right.append(right)
    return Columns(_whole(columns.left), _whole(columns.right))


def _whole(rows: Sequence[PdfRow]) -> list[PdfRow]:
    """``rows`` of one column, those that a blank to be filled in had parted made one: "Số:      /BC-VP"."""
    whole: list[PdfRow] = []
    for row in rows:
        if whole and (whole[-1].page, whole[-1].y) == (row.page, row.y):
            whole[-1] = joined([whole[-1], row])
        else:
            whole.append(row)
    return whole


def _gap_near(row: PdfRow, gutter: float) -> float | None:
    """The middle of the gap in ``row`` that lies nearest to ``gutter``, None where it has no wide one."""
    over = _OVER * (row.x1 - row.x0)
    if not row.x0 + over < gutter < row.x1 - over:
        return None
    gaps = [((a.x1 + b.x0) / 2, b.x0 - a.x1) for a, b in pairwise(row.seen)]
    wide = [middle for middle, width in gaps if width >= _GAP * row.size]
    return min(wide, key=lambda middle: abs(middle - gutter), default=None)
