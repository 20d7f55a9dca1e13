"""Row kinds of a computed table and their hierarchy, recognised by label and counter.

A special row ("Tổng điểm", "Điểm thưởng") is known by its label; any other by its counter: "A" and "I" are
groups, "1" or nothing an item, "1.1" a part of one, "a)" or "-" a detail that keeps the mark it was given.
"""

import re
from collections.abc import Sequence
from typing import Literal, cast

from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import RowKind
from danvan_desktop.report.numbering import parse_roman, roman

Kind = Literal["letter", "group", "item", "part", "detail", "total", "bonus", "minus", "final"]

_DEPTH: dict[Kind, int] = {"letter": 0, "group": 1, "item": 2, "part": 3, "detail": 4}
"""How deep a row of the kind stands; special rows stand outside."""

_LETTERS = "ABCDEFGH"
_PART = re.compile(r"\d+(?:\.\d+)+[.)]?")
_DETAIL = re.compile(r"[^\W\d_]\)|[-–+*•]")


@frozen
class ComputedRow:
    """A row of the table below its header."""

    y: int
    kind: Kind
    above: int | None = None
    """The ``y`` of the row that it belongs to."""


def classify_rows(
    first: int, counters: Sequence[str], labels: Sequence[RowKind | None]
) -> tuple[ComputedRow, ...]:
    """Classify the rows from ``first`` on; ``labels`` are the kinds of those that bear a special label."""
    lettered = "A" in (counter.rstrip(".)") for counter in counters)
    rows: list[ComputedRow] = []
    open_rows: list[ComputedRow] = []
    for y, (counter, label) in enumerate(zip(counters, labels, strict=True), first):
        kind = cast("Kind", label) if label else _kind(counter, lettered=lettered)
        depth = _DEPTH.get(kind, -1)
        while open_rows and _DEPTH[open_rows[-1].kind] >= depth:
            open_rows.pop()
        rows.append(ComputedRow(y, kind, open_rows[-1].y if open_rows else None))
        if depth >= 0:
            open_rows.append(rows[-1])
    return tuple(rows)


def _kind(counter: str, *, lettered: bool) -> Kind:
    if lettered and counter.rstrip(".)") in set(_LETTERS):
        return "letter"
    if parse_roman(counter):
        return "group"
    if _PART.fullmatch(counter):
        return "part"
    return "detail" if _DETAIL.fullmatch(counter) else "item"


def row_numbers(rows: Sequence[ComputedRow]) -> dict[int, str]:
    """Number letters A, B …, groups I, II …, items 1, 2 …, parts 1.1, 1.2 … anew in each row they belong to.

    Special rows bear no number and details keep their mark: they are left out.
    """
    numbers: dict[int, str] = {}
    last: dict[tuple[int | None, Kind], int] = {}
    for row in rows:
        if row.kind not in _DEPTH or row.kind == "detail":
            continue
        n = last[row.above, row.kind] = last.get((row.above, row.kind), 0) + 1
        numbers[row.y] = _number(row.kind, n, "" if row.above is None else numbers.get(row.above, ""))
    return numbers


def _number(kind: Kind, n: int, above: str) -> str:
    if kind == "letter":
        return _LETTERS[min(n, len(_LETTERS)) - 1]
    if kind == "group":
        return roman(n)
    return f"{above or '1'}.{n}" if kind == "part" else str(n)


def by_owner(rows: Sequence[ComputedRow]) -> dict[int, list[ComputedRow]]:
    """Give what belongs to each row at once, from the top, under the ``y`` of the row."""
    owned: dict[int, list[ComputedRow]] = {row.y: [] for row in rows}
    for row in rows:
        if row.above is not None:
            owned[row.above].append(row)
    return owned


def tops(rows: Sequence[ComputedRow]) -> list[ComputedRow]:
    """Give the rows that belong to no other: what the total is made of."""
    return [row for row in rows if row.above is None and row.kind in _DEPTH]
