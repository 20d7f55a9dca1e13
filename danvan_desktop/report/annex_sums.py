"""What a table made from an annex form computes: counters, increases, per cents, sums of points.

Rows are known by what stands in them, so that the person may add, move and rename rows: a special row
("Tổng điểm", "Điểm thưởng") by its label, a group by the Roman number in its counter, all else is an item.
Only computed places are written; a figure that cannot be read leaves what is computed from it empty.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from danvan_desktop.frozen import frozen
from danvan_desktop.report.annex_forms import Computed, RowKind, TableForm
from danvan_desktop.report.decode import Misfit, decode
from danvan_desktop.report.figures import format_figure, growth, increase, parse_figure
from danvan_desktop.report.model import Annex, Block, Report, Run, Table, Value, plain
from danvan_desktop.report.numbering import parse_roman, roman
from danvan_desktop.report.search import fold

V = TypeVar("V", bound=Value)


def recompute(annex: Annex) -> Annex:
    """Compute every table of ``annex`` that was made from a form; the same object when nothing changes."""
    blocks = tuple(recompute_table(block) if isinstance(block, Table) else block for block in annex.blocks)
    same = all(new is old for new, old in zip(blocks, annex.blocks, strict=True))
    return annex if same else replace(annex, blocks=blocks)


def recompute_table(table: Table) -> Table:
    """Compute ``table``; one that was made from no form stays the same object."""
    form = _read(TableForm, table.unknown)
    return table if form is None else _Sheet(table, form).computed()


def roll_over(table: Table) -> Table:
    """Make this year's figures last year's, and leave room for the new ones; as it is without a form."""
    form = _read(TableForm, table.unknown)
    if form is None:
        return table
    sheet = _Sheet(table, form)
    places = {column.key: x for x, column in enumerate(sheet.columns) if column.key}
    for x, column in enumerate(sheet.columns):
        if column.rolls_to in places:
            for row in sheet.rows:
                sheet.write(row.y, places[column.rolls_to], sheet.text(row.y, x))
                sheet.write(row.y, x, "")
    return sheet.computed()


def problems(annex: Annex) -> tuple[str, ...]:
    """Say in Vietnamese what does not add up in the tables of points of ``annex``."""
    return tuple(told for _, told in _problems(annex.blocks))


def sum_problems(report: Report) -> tuple[tuple[int, str], ...]:
    """What does not add up in all annexes of ``report``: the table's id and what is wrong, each."""
    return tuple(each for annex in report.annexes for each in _problems(annex.blocks))


def _problems(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        form = _read(TableForm, block.unknown) if isinstance(block, Table) else None
        if form is not None and isinstance(block, Table):
            yield from ((block.id, told) for told in _Sheet(block, form).problems())


@lru_cache(maxsize=512)
def _read(kind: type[V], unknown: str) -> V | None:
    """Read what a table or a column remembers of its form; None where it has nothing of the kind."""
    kept = json.loads(unknown).get("form") if unknown else None
    if not isinstance(kept, dict):
        return None
    try:
        return decode(kind, kept)
    except Misfit:  # a later release's form: the table stays as it is, nothing is computed
        return None


@frozen
class _Row:
    y: int
    kind: RowKind


class _Sheet:
    """The grid of a table while it is computed."""

    def __init__(self, table: Table, form: TableForm) -> None:
        self.table, self.form = table, form
        self.columns = [_read(Computed, column.unknown) or Computed() for column in table.columns]
        self.grid = [list(row) for row in table.rows]
        self.labels = {fold(row.label).strip(): row.kind for row in form.rows}
        self.rows = [_Row(y, self._kind(y)) for y in range(table.header_rows, len(self.grid))]

    def computed(self) -> Table:
        """Fill in all that is computed."""
        self._count()
        for x, column in enumerate(self.columns):
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
        first = next((run for runs in cell.paragraphs for run in runs), Run("", bold=self._is_special(y)))
        self.grid[y][x] = replace(cell, paragraphs=((replace(first, text=text),) if text else (),))

    def value(self, y: int, x: int) -> Decimal | None:
        """Give the figure at a place; None where there is none."""
        figure = parse_figure(self.text(y, x))
        return None if figure is None else figure.value

    def _is_special(self, y: int) -> bool:
        return any(row.y == y and row.kind != "item" for row in self.rows)

    def _kind(self, y: int) -> RowKind:
        texts = [self.text(y, x) for x in range(len(self.columns))]
        for text in texts:
            if kind := self.labels.get(fold(text).strip()):
                return kind
        counters = [x for x, column in enumerate(self.columns) if column.content == "counter"]
        return "group" if any(parse_roman(texts[x]) for x in counters) else "item"

    def _count(self) -> None:
        """Number groups I, II …, items 1, 2 … anew in each group; special rows bear no number."""
        for x, column in enumerate(self.columns):
            if column.content != "counter":
                continue
            groups = items = 0
            for row in self.rows:
                if row.kind == "group":
                    groups, items = groups + 1, 0
                    self.write(row.y, x, roman(groups))
                elif row.kind == "item":
                    items += 1
                    self.write(row.y, x, str(items))

    def _compare(self, x: int, column: Computed) -> None:
        places = {other.key: at for at, other in enumerate(self.columns) if other.key}
        if len(column.of) != 2 or not set(column.of) <= set(places):
            return
        write = increase if column.content == "increase" else growth
        for row in self.rows:
            now, before = (parse_figure(self.text(row.y, places[key])) for key in column.of)
            self.write(row.y, x, "" if now is None or before is None else write(now, before))

    def _sum(self, x: int) -> None:
        """Sum the items of each group, then all, then bonus and minus points."""
        for group, items in self._groups():
            self._write_sum(group.y, x, [item.y for item in items])
        tops = [row.y for row in self.rows if row.kind == "group"] or [
            row.y for row in self.rows if row.kind == "item"
        ]
        for row in self.rows:
            if row.kind == "total":
                self._write_sum(row.y, x, tops)
            elif row.kind == "final":
                self._write_final(row.y, x)

    def _groups(self) -> Iterator[tuple[_Row, list[_Row]]]:
        for at, row in enumerate(self.rows):
            if row.kind != "group":
                continue
            items: list[_Row] = []
            for below in self.rows[at + 1 :]:
                if below.kind != "item":
                    break
                items.append(below)
            if items:
                yield row, items

    def _write_sum(self, y: int, x: int, of: list[int]) -> None:
        values = [value for row in of if (value := self.value(row, x)) is not None]
        self.write(y, x, format_figure(sum(values, Decimal(0))) if values else "")

    def _write_final(self, y: int, x: int) -> None:
        signs = {"total": 1, "bonus": 1, "minus": -1}
        parts = [
            (abs(value) if row.kind != "total" else value) * signs[row.kind]
            for row in self.rows
            if row.kind in signs and (value := self.value(row.y, x)) is not None
        ]
        self.write(y, x, format_figure(sum(parts, Decimal(0))) if parts else "")

    def problems(self) -> list[str]:
        """Name what breaks the rules of points."""
        summed = [x for x, column in enumerate(self.columns) if column.sums]
        return [*self._wrong_total(summed), *self._too_many(summed), *self._too_much_extra(summed)]

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
            if row.kind == "item" and most is not None and given is not None and given > most:
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
