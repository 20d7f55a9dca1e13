"""Computed cells of a table made from an annex form: counters, increases, per cents, sums of points.

Rows are known by their text (rows.py), so that the user may add, move and rename rows.
Only computed places are written; a figure that cannot be read leaves what is computed from it empty and is
named among the problems.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from danvan_desktop.report.annexes.rows import ComputedRow, Kind, by_owner, classify_rows, row_numbers, tops
from danvan_desktop.report.model import (
    Annex,
    Block,
    ColumnFormula,
    Report,
    RowKind,
    Run,
    Table,
    TableForm,
    plain,
)
from danvan_desktop.report.text.figures import Figure, format_figure, growth, increase, parse_figure
from danvan_desktop.report.text.fold_diacritics import fold

_POINTED: frozenset[Kind] = frozenset({"item", "part", "detail"})
"""Rows that bear points of their own."""
_SUMMED: dict[Kind, frozenset[Kind]] = {
    "letter": frozenset({"group", *_POINTED}),
    "group": _POINTED,
    "item": frozenset({"part"}),
}
"""Which rows a row is the sum of. Of details perhaps only one holds: they do not overwrite their item."""
_SIGNS: dict[Kind, int] = {"total": 1, "bonus": 1, "minus": -1}
"""What the final points are made of."""


def recompute(annex: Annex) -> Annex:
    """Compute every table of ``annex`` that was made from a form; the same object when nothing changes."""
    blocks = tuple(recompute_table(block) if isinstance(block, Table) else block for block in annex.blocks)
    same = all(new is old for new, old in zip(blocks, annex.blocks, strict=True))
    return annex if same else replace(annex, blocks=blocks)


def recompute_table(table: Table) -> Table:
    """Compute ``table``; one that was made from no form stays the same object."""
    return table if table.form is None else _Grid(table, table.form).computed()


def roll_over(table: Table) -> Table:
    """Make this year's figures last year's, and leave room for the new ones; as it is without a form."""
    if table.form is None:
        return table
    grid = _Grid(table, table.form)
    places = {column.key: x for x, column in enumerate(grid.columns) if column.key}
    for x, column in enumerate(grid.columns):
        if column.rolls_to in places:
            for row in grid.rows:
                grid.write(row.y, places[column.rolls_to], grid.text(row.y, x))
                grid.write(row.y, x, "")
    return grid.computed()


def problems(annex: Annex) -> tuple[str, ...]:
    """Say in Vietnamese what does not add up in the tables of points of ``annex``."""
    return tuple(told for _, told in _problems(annex.blocks))


def sum_problems(report: Report) -> tuple[tuple[int, str], ...]:
    """What does not add up in all annexes of ``report``: the table's id and what is wrong, each."""
    return tuple(each for annex in report.annexes for each in _problems(annex.blocks))


def _problems(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if isinstance(block, Table) and block.form is not None:
            yield from ((block.id, problem) for problem in _Grid(block, block.form).problems())


@lru_cache(maxsize=512)
def special_labels(form: TableForm) -> dict[str, RowKind]:
    """Give the kinds of the form's special rows under their labels without tone marks."""
    return {fold(row.label).strip(): row.kind for row in form.rows}


class _Grid:
    """The grid of a table while it is computed."""

    def __init__(self, table: Table, form: TableForm) -> None:
        self.table, self.form = table, form
        self.columns = [column.form or ColumnFormula() for column in table.columns]
        self.grid = [list(row) for row in table.rows]
        ys = range(table.header_rows, len(self.grid))
        labels = special_labels(form)
        special = [next((labels[word] for word in self._words(y) if word in labels), None) for y in ys]
        self.rows = classify_rows(table.header_rows, [self._counter(y) for y in ys], special)
        self._owned = by_owner(self.rows)
        self._bold = {row.y for row in self.rows if row.kind not in _POINTED}

    def computed(self) -> Table:
        """Fill in all that is computed."""
        numbers = row_numbers(self.rows)
        for x, column in enumerate(self.columns):
            if column.content == "counter":
                for y, number in numbers.items():
                    self.write(y, x, number)
            if column.sums:
                self._sum(x)
        for x, column in enumerate(self.columns):
            if column.content in {"increase", "percent"}:
                self._compare(x, column)
        rows = tuple(map(tuple, self.grid))
        return self.table if rows == self.table.rows else replace(self.table, rows=rows)

    def text(self, y: int, x: int) -> str:
        """Give the text of a place."""
        cell = self.grid[y][x]
        return "" if cell is None else " ".join(map(plain, cell.paragraphs)).strip()

    def write(self, y: int, x: int, text: str) -> None:
        """Put ``text`` at a place in the look that it has; a place covered by a neighbour is left out."""
        cell = self.grid[y][x]
        if cell is None or self.text(y, x) == text:
            return
        first = next((run for runs in cell.paragraphs for run in runs), Run("", bold=y in self._bold))
        self.grid[y][x] = replace(cell, paragraphs=((replace(first, text=text),) if text else (),))

    def value(self, y: int, x: int) -> Decimal | None:
        """Give the figure at a place; None where there is none."""
        figure = parse_figure(self.text(y, x))
        return None if figure is None else figure.value

    def _below(self, row: ComputedRow, kinds: frozenset[Kind]) -> list[ComputedRow]:
        return [each for each in self._owned[row.y] if each.kind in kinds]

    def _words(self, y: int) -> list[str]:
        return [fold(self.text(y, x)).strip() for x in range(len(self.columns))]

    def _counter(self, y: int) -> str:
        counters = (self.text(y, x) for x, column in enumerate(self.columns) if column.content == "counter")
        return next(filter(None, counters), "")

    def is_unreadable(self, y: int, x: int) -> bool:
        """Tell whether a figure was meant at a place that none can be read from: "4.5", "5 điểm"."""
        text = self.text(y, x)
        return any(map(str.isdigit, text)) and parse_figure(text) is None

    def _compare(self, x: int, column: ColumnFormula) -> None:
        places = {other.key: at for at, other in enumerate(self.columns) if other.key}
        if len(column.of) != 2 or not set(column.of) <= set(places):
            return
        write = increase if column.content == "increase" else growth
        for row in self.rows:
            now, before = (self._compared(row.y, places[key]) for key in column.of)
            self.write(row.y, x, "" if now is None or before is None else write(now, before))

    def _compared(self, y: int, x: int) -> Figure | None:
        """Give the figure at a place; in a row whose unit is "%" it is a rate, whether it says so or not."""
        figure = parse_figure(self.text(y, x))
        is_rate = any(
            column.content == "text" and self.text(y, at) == "%" for at, column in enumerate(self.columns)
        )
        return replace(figure, percent=True) if figure is not None and is_rate else figure

    def _sum(self, x: int) -> None:
        """Sum what belongs to each row, the innermost first, then all, then bonus and minus points."""
        unknown: set[int] = set()
        for row in reversed(self.rows):
            parts = self._below(row, _SUMMED.get(row.kind, frozenset()))
            if parts:
                self._write_sum(row, x, parts, unknown)
            elif self.is_unreadable(row.y, x):
                unknown.add(row.y)
        for row in self.rows:
            if row.kind == "total":
                self._write_sum(row, x, tops(self.rows), unknown)
        for row in self.rows:
            if row.kind == "final":
                self._write_sum(row, x, [each for each in self.rows if each.kind in _SIGNS], unknown)

    def _write_sum(self, row: ComputedRow, x: int, parts: list[ComputedRow], unknown: set[int]) -> None:
        """Write the sum of ``parts``; nothing where one of them is not known, for half a sum misleads."""
        values = [value for part in parts if (value := self._points(part, x)) is not None]
        if any(each.y in unknown for part in parts for each in (part, *self._standing_in(part, x))):
            unknown.add(row.y)
            values = []
        self.write(row.y, x, format_figure(sum(values, Decimal(0))) if values else "")

    def _points(self, row: ComputedRow, x: int) -> Decimal | None:
        """Give what a row counts for: its own figure, else what its details come to."""
        if details := self._standing_in(row, x):
            values = [value for each in details if (value := self.value(each.y, x)) is not None]
            return sum(values, Decimal(0)) if values else None
        value = self.value(row.y, x)
        return value if value is None or row.kind not in {"bonus", "minus"} else abs(value) * _SIGNS[row.kind]

    def _standing_in(self, row: ComputedRow, x: int) -> list[ComputedRow]:
        """Give the details that count for a row without a figure of its own."""
        return [] if self.text(row.y, x) else self._below(row, frozenset({"detail"}))

    def problems(self) -> list[str]:
        """Name what breaks the rules of points."""
        summed = [x for x, column in enumerate(self.columns) if column.sums]
        return [
            *self._unread(),
            *self._wrong_total(summed),
            *self._too_many(summed),
            *self._too_much_extra(summed),
        ]

    def _unread(self) -> Iterator[str]:
        for row in self.rows:
            for x, column in enumerate(self.columns):
                if (column.content == "figure" or column.sums) and self.is_unreadable(row.y, x):
                    yield (
                        f"“{self._label(row.y)}”: “{self.text(row.y, x)}” chưa phải số hợp lệ. "
                        "Chỉ ghi số, phần lẻ sau dấu phẩy, ví dụ 4,5."
                    )

    def _wrong_total(self, summed: list[int]) -> Iterator[str]:
        if self.form.full_marks is None or not summed:
            return
        full = Decimal(str(self.form.full_marks))
        for row in self.rows:
            value = self.value(row.y, summed[0])
            if row.kind == "total" and value != full:
                now = "chưa có" if value is None else f"đang là {format_figure(value)}"
                yield f"Tổng điểm tối đa phải bằng {format_figure(full)} ({now})."

    def _too_many(self, summed: list[int]) -> Iterator[str]:
        if len(summed) < 2:
            return
        for row in self.rows:
            most, given = self.value(row.y, summed[0]), self.value(row.y, summed[1])
            if row.kind in _POINTED and most is not None and given is not None and given > most:
                yield (
                    f"“{self._label(row.y)}”: điểm tự chấm {format_figure(given)} lớn hơn "
                    f"điểm tối đa {format_figure(most)}."
                )

    def _too_much_extra(self, summed: list[int]) -> Iterator[str]:
        if self.form.most_extra is None:
            return
        most = Decimal(str(self.form.most_extra))
        for row in self.rows:
            values = [abs(value) for x in summed[1:] if (value := self.value(row.y, x)) is not None]
            if row.kind in {"bonus", "minus"} and any(value > most for value in values):
                yield f"“{self._label(row.y)}” không được quá {format_figure(most)} điểm."

    def _label(self, y: int) -> str:
        texts = (self.text(y, x) for x, column in enumerate(self.columns) if column.content == "text")
        return next(filter(None, texts), f"Hàng {y}")
