"""Tables that a person filled in: the row of the total, and the columns that compare two years.

Tables made from an annex form compute themselves and are let be.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from danvan_desktop.checks.figures import step, value_of
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import ARITHMETIC, Match, Rule
from danvan_desktop.report.column_titles import head_rows
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.model import Table, plain
from danvan_desktop.report.text.figures import format_figure, parse_figure
from danvan_desktop.report.walk import every_block

_TOTAL = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
_GROUP = re.compile(r"[IVX]+\.?$|[A-Z]\.?$")
_ADDS_UP_NOT = re.compile(r"%|tỷ lệ|tỉ lệ|trung bình|bình quân|điểm|xếp|\btt\b|stt", re.IGNORECASE)
_COMPARES = re.compile(r"tăng|giảm|so sánh|so với|chênh lệch", re.IGNORECASE)
_COMPARED = "| Nội dung | Năm 2024 | Năm 2025 | Tăng, giảm (%)\n"

Cells = Mapping[tuple[int, int], PlacedText]


def _tables(manuscript: Manuscript) -> Iterator[tuple[Table, Cells]]:
    """Give the tables that nobody computes, each with the first line of each of its cells."""
    cells: dict[int, dict[tuple[int, int], PlacedText]] = {}
    for text in manuscript.texts:
        if text.place.cell is not None and text.place.cell[2] == 0:
            cells.setdefault(text.place.block, {})[text.place.cell[:2]] = text
    for _, block in every_block(manuscript.report):
        if isinstance(block, Table) and block.form is None:
            yield block, cells.get(block.id, {})


def column_heads(table: Table, rows: int) -> list[str]:
    """Give the words above each column, of cells over several columns too."""
    heads = [""] * len(table.columns)
    for row in table.rows[:rows]:
        for x, cell in enumerate(row):
            if cell is not None:
                for column in range(x, min(x + cell.cols, len(heads))):
                    heads[column] += " " + " ".join(map(plain, cell.paragraphs))
    return heads


def _totals(manuscript: Manuscript) -> Iterator[Match]:
    for table, cells in _tables(manuscript):
        first, last = head_rows(table), len(table.rows) - 1
        labels = [cells[(last, x)].text for x in range(2) if (last, x) in cells]
        leading = [cells[(y, 0)].text.strip() for y in range(first, last) if (y, 0) in cells]
        if last - first < 2 or not any(map(_TOTAL.match, labels)) or any(map(_GROUP.match, leading)):
            continue
        heads = column_heads(table, first)
        for x in range(len(table.columns)):
            if (last, x) in cells and not _ADDS_UP_NOT.search(heads[x]):
                column = [cells[(y, x)].text if (y, x) in cells else "" for y in range(first, last)]
                yield from _wrong_total(cells[(last, x)], column)


def _wrong_total(printed: PlacedText, column: Sequence[str]) -> Iterator[Match]:
    total, figures = parse_figure(printed.text), [parse_figure(text) for text in column]
    known = [figure.value for figure in figures if figure is not None]
    if total is None or total.percent or len(known) < len(column):
        return
    found = sum(known, Decimal(0))
    if found != total.value:
        message = f"Các hàng trên cộng lại được {format_figure(found)}, hàng tổng ghi {printed.text.strip()}"
        yield Match(f"{message}; hãy tính lại.", printed, 0, len(printed.text))


def _comparisons(manuscript: Manuscript) -> Iterator[Match]:
    year = manuscript.report.year
    for table, cells in _tables(manuscript):
        first = head_rows(table)
        heads = column_heads(table, first)
        now, before = (
            [x for x, head in enumerate(heads) if str(each) in head and not _COMPARES.search(head)]
            for each in (year, year - 1)
        )
        if len(now) != 1 or len(before) != 1 or now == before:
            continue
        for y in range(first, len(table.rows)):
            for x in (x for x, head in enumerate(heads) if _COMPARES.search(head)):
                texts = [cells.get((y, column)) for column in (now[0], before[0], x)]
                yield from _wrong_comparison([text for text in texts if text is not None])


def _wrong_comparison(texts: Sequence[PlacedText]) -> Iterator[Match]:
    """Tell a comparison that is neither the difference nor the growth nor the share in per cent."""
    figures = [parse_figure(text.text) for text in texts]
    if len(figures) < 3 or any(figure is None for figure in figures):
        return
    now, before, printed = (value_of(text.text) for text in texts)
    allowed = step(texts[2].text.strip(" %"))
    right = [now - before]
    if before:
        right += [(now - before) * 100 / before, now * 100 / before]
    if not any(abs(abs(each) - abs(printed)) <= (allowed if each != right[0] else 0) for each in right):
        growth = f" ({format_figure(right[1], places=1)}%)" if before else ""
        difference = format_figure(right[0], signed=True) + growth
        message = f"So hai năm là {difference}, trong bảng ghi {texts[2].text.strip()}; hãy tính lại."
        yield Match(message, texts[2], 0, len(texts[2].text))


RULES = (
    Rule(
        "table-total",
        "warning",
        "Hàng tổng của bảng không khớp",
        ARITHMETIC,
        _totals,
        bad=("| Đơn vị | Số hồ sơ\n| Phòng 1 | 12\n| Phòng 2 | 15\n| Tổng cộng | 28",),
        good=(
            "| Đơn vị | Số hồ sơ\n| Phòng 1 | 1.012\n| Phòng 2 | 15\n| Tổng cộng | 1.027",
            "| Đơn vị | Số\n| Phòng 1 | 12\n| Phòng 2 | chưa có\n| Tổng | 20",
            "| Đơn vị | Tỷ lệ\n| Phòng 1 | 90\n| Phòng 2 | 80\n| Tổng | 85",
        ),
    ),
    Rule(
        "table-growth",
        "warning",
        "Cột so sánh hai năm không khớp",
        ARITHMETIC,
        _comparisons,
        bad=(
            f"{_COMPARED}| Lượt tiếp công dân | 300 | 386 | 26,8",
            f"{_COMPARED}| Đơn thư | 251 | 246 | +5,5",
        ),
        good=(
            f"{_COMPARED}| Lượt | 300 | 386 | 28,7\n| Đơn | 50 | 40 | -20\n| Mô hình | 04 | 06 | 150",
            f"{_COMPARED}| Mô hình | 04 | 06 | +02\n| Đơn | … | 6 | +2",
            "| Nội dung | Năm 2024 | Năm 2025\n| Mô hình | 04 | 06",
        ),
    ),
)
