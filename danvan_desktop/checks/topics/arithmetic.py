"""Arithmetic: shares against their per cent, growth from one figure to another, parts against their total."""

import re
from collections.abc import Iterator
from decimal import Decimal

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import Match, Rule
from danvan_desktop.checks.sentences import sentence_at
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.model import Paragraph, Table, plain
from danvan_desktop.report.text.figures import format_figure, parse_figure
from danvan_desktop.report.walk import block_lists, every_block

SOURCE = "Số học"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SHARE = re.compile(
    rf"(?<![\d/.,-])(?<!số )(?<!ngày )(?<!tháng )(?<!quý )({_NUMBER})\s?/\s?({_NUMBER})(?![\d/,])(?!-[A-ZĐ])"
    r"(?:\s[^.;%/\d()]{0,60}?)?(?:\s|,|\()\s?(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|=|\()?\s?(?:tỷ lệ |tỉ lệ )?"
    rf"({_NUMBER})\s?%"
)
_SHARE_BEHIND = re.compile(rf"({_NUMBER})\s?%\s?\(\s?(?<!\d)({_NUMBER})\s?/\s?({_NUMBER})(?![\d/,])")
_ON_TOTAL = re.compile(
    rf"(?<![\d/.,-])({_NUMBER}) [^.;%/\d()]{{0,40}}?trên (?:tổng số )?({_NUMBER})(?: [^.;%/\d()]{{0,40}}?)?"
    rf"(?:,? ?\(?(?:đạt|chiếm|bằng)?(?: tỷ lệ| tỉ lệ)?) ?({_NUMBER})\s?%"
)
_GROWTH = re.compile(
    rf"từ ({_NUMBER})(?: [^.;%/\d()]{{0,30}}?)?(?: (?:năm|tháng|quý)[ \d/]+)? ?"
    rf"(?:tăng lên|lên|giảm còn|còn|xuống|đến)(?: còn| tới)? ({_NUMBER})(?![\d%])[^.;%/\d]{{0,40}}?"
    rf"(tăng|giảm) (?:là |tới )?({_NUMBER})\s?%"
)
_WHOLE = re.compile(
    rf"(?<![\d/.,-])(?P<total>{_NUMBER})(?!\s?%)[^.;:\d%]{{0,60}}?(?:,|\()?\s*"
    r"(?:trong đó|bao gồm|gồm)(?: có)?:?(?:\s|$)"
)
_PART = re.compile(rf"(?<![\d/.,-])(?<!số )(?<!năm )(?<!ngày )({_NUMBER})(?![\d/-])(?!\s?%)(?=\s?[^\W\d_])")
_PERCENT = re.compile(rf"(?<![\d.,])({_NUMBER})\s?%")
_NEAR = Decimal("0.05")
"""Parts that miss their total by more are no parts of it but some of many."""


def _value(text: str) -> Decimal:
    figure = parse_figure(text)
    return figure.value if figure else Decimal(0)


def _step(text: str) -> Decimal:
    """Give one unit of the last place that is printed: what rounding or cutting may cost."""
    decimals = len(text.partition(",")[2])
    return Decimal(1).scaleb(-decimals)


def _misses(part: str, whole: str, percent: str) -> str:
    """Give the right per cent where the printed one is not it; "" where it is, or nothing can be told."""
    of, total = _value(part), _value(whole)
    if total <= 0 or of <= 0:
        return ""
    right = of * 100 / total
    if abs(right - _value(percent)) <= _step(percent):
        return ""
    return format_figure(right, places=max(len(percent.partition(",")[2]), 1))


def _shares(manuscript: Manuscript) -> Iterator[Match]:
    for text in manuscript.texts:
        for pattern, order in ((_SHARE, (1, 2, 3)), (_SHARE_BEHIND, (2, 3, 1)), (_ON_TOTAL, (1, 2, 3))):
            for hit in pattern.finditer(text.text):
                part, whole, percent = (hit[group] for group in order)
                right = _misses(part, whole, percent)
                if right:
                    message = f"{part}/{whole} là {right}%, trong văn bản ghi {percent}%; hãy tính lại."
                    yield Match(message, text, hit.start(), hit.end())


def _growths(manuscript: Manuscript) -> Iterator[Match]:
    for text in manuscript.texts:
        for hit in _GROWTH.finditer(text.text):
            before, now, word, percent = hit.groups()
            first, last = _value(before), _value(now)
            if first <= 0 or first == last:
                continue
            right = abs(last - first) * 100 / first
            way = "tăng" if last > first else "giảm"
            if way == word and abs(right - _value(percent)) <= _step(percent):
                continue
            told = format_figure(right, places=max(len(percent.partition(",")[2]), 1))
            message = (
                f"Từ {before} đến {now} là {way} {told}%, trong văn bản ghi {word} {percent}%; hãy tính lại."
            )
            yield Match(message, text, hit.start(), hit.end())


def _sums(manuscript: Manuscript) -> Iterator[Match]:
    items = _items(manuscript)
    for text in manuscript.texts:
        for hit in _WHOLE.finditer(text.text):
            _, end = sentence_at(text.text, hit.end())
            semicolon = text.text.find(";", hit.end(), end)
            end = semicolon if semicolon >= 0 else end
            parts = [each[1] for each in _PART.finditer(text.text, hit.end(), end)]
            if not text.text[hit.end() :].strip():
                parts = items.get(text.place.block, [])
            yield from _misfit(text, hit["total"], parts, (hit.start("total"), end))


def _misfit(text: PlacedText, printed: str, parts: list[str], span: tuple[int, int]) -> Iterator[Match]:
    """Tell where ``parts`` come near their total without reaching it; far from it they are some of many."""
    total, found = _value(printed), sum(map(_value, parts), Decimal(0))
    if len(parts) < 2 or found == total or max(map(_value, parts)) >= total:
        return
    if abs(found - total) <= total * _NEAR:
        added = f"{' + '.join(parts)} = {format_figure(found)}"
        yield Match(f"{added}, trong văn bản ghi {printed}; hãy tính lại.", text, *span)


def _items(manuscript: Manuscript) -> dict[int, list[str]]:
    """Give the figures that the items below a paragraph begin with, by that paragraph's id."""
    found: dict[int, list[str]] = {}
    for _, blocks in block_lists(manuscript.report):
        above = 0
        for block in blocks:
            if isinstance(block, Paragraph) and block.role in {"item", "point"} and block.level == 1:
                figure = _PART.match(plain(block.runs))
                found.setdefault(above, []).append(figure[1] if figure else "0")
            elif isinstance(block, Paragraph) and block.role not in {"item", "point"}:
                above = block.id
    return {above: figures for above, figures in found.items() if "0" not in figures}


def _percents(manuscript: Manuscript) -> Iterator[Match]:
    for text in manuscript.texts:
        for hit in re.finditer(r"(?:trong đó|cơ cấu|gồm|xếp loại|kết quả)[^.%]{0,60}:?", text.text):
            _, end = sentence_at(text.text, hit.end())
            yield from _parts_of_hundred(text, hit.start(), end)


def _parts_of_hundred(text: PlacedText, start: int, end: int) -> Iterator[Match]:
    shares = [each[1] for each in _PERCENT.finditer(text.text, start, end)]
    total = sum(map(_value, shares), Decimal(0))
    allowed = sum(map(_step, shares), Decimal(0)) / 2
    if len(shares) > 2 and allowed < abs(total - 100) <= 3:
        message = f"{' + '.join(shares)} = {format_figure(total)}%, không phải 100%; hãy xem lại các tỷ lệ."
        yield Match(message, text, start, end)


def _table_totals(manuscript: Manuscript) -> Iterator[Match]:
    for _, block in every_block(manuscript.report):
        if isinstance(block, Table) and block.form is None:
            yield from _totals_of(block)


def _totals_of(table: Table) -> Iterator[Match]:
    """Compare the last row, where it is the total, with the rows above it; a table with groups is let be."""
    rows = [[plain(cell.paragraphs[0]).strip() if cell else "" for cell in row] for row in table.rows]
    body, last = rows[table.header_rows : -1], rows[-1] if rows else []
    if len(body) < 2 or not any(re.match(r"(?:tổng|cộng)\b", cell, re.IGNORECASE) for cell in last[:2]):
        return
    if any(re.match(r"[IVX]+\.?$|[A-Z]\.?$", row[0]) for row in body):
        return
    for column, printed in enumerate(last):
        total = parse_figure(printed)
        figures = [parse_figure(row[column]) for row in body]
        if total is None or total.percent or not all(figures) or not any(char.isdigit() for char in printed):
            continue
        found = sum((figure.value for figure in figures if figure), Decimal(0))
        if found != total.value:
            added = f"các hàng cộng lại được {format_figure(found)}, hàng cuối ghi {printed}"
            message = f"Cột {column + 1}: {added}; hãy tính lại."
            yield Match(message, place=f"block:{table.id}")


RULES = (
    Rule(
        "share-percent",
        "warning",
        "Tỷ lệ không khớp với số liệu",
        SOURCE,
        _shares,
        bad=(
            "giải quyết 629/731 hồ sơ, đạt 88,1%",
            "tỷ lệ đúng hạn đạt 97% (450/500 hồ sơ)",
            "giải quyết 450 hồ sơ trên tổng số 500 hồ sơ, đạt 95%",
        ),
        good=(
            "giải quyết 629/731 hồ sơ, đạt 86%",
            "giải quyết 629/731 hồ sơ (86,05%)",
            "ngày 12/9/2025, đạt 98%",
            "tháng 9/2025 đạt 98%",
            "Nghị định số 59/2023/NĐ-CP, đạt 98%",
            "giải quyết 450 hồ sơ trên tổng số 500 hồ sơ, đạt 90%",
        ),
    ),
    Rule(
        "growth-percent",
        "warning",
        "Mức tăng, giảm không khớp với số liệu",
        SOURCE,
        _growths,
        bad=(
            "tăng từ 120 lượt lên 150 lượt, tăng 30%",
            "giảm từ 200 xuống 150 đơn, giảm 20%",
            "từ 100 hồ sơ lên 150 hồ sơ, giảm 50%",
        ),
        good=("tăng từ 120 lượt lên 150 lượt, tăng 25%", "từ 3 lên 4 mô hình, tăng 33,3%", "từ 5 đến 7 ngày"),
    ),
    Rule(
        "sum-of-parts",
        "warning",
        "Tổng không khớp với các phần",
        SOURCE,
        _sums,
        bad=(
            "Cơ quan có 171 người, trong đó 127 công chức, 25 viên chức và 18 người lao động.",
            "Tiếp 1.386 lượt công dân, gồm 1.298 lượt thường xuyên, 90 lượt định kỳ.",
            "Văn phòng có 168 người, gồm:\n- 118 công chức;\n- 32 viên chức;\n- 19 người lao động.",
        ),
        good=(
            "Cơ quan có 171 người, trong đó 127 công chức, 25 viên chức và 19 người lao động.",
            "Cơ quan có 171 người, trong đó có 60 nữ, 142 đảng viên.",
            "Có 12 hội nghị, trong đó có 05 trực tiếp.",
            "Văn phòng có 168 người, gồm:\n- 118 công chức;\n- 32 viên chức;\n- 18 người lao động.",
        ),
    ),
    Rule(
        "percents-of-parts",
        "warning",
        "Các tỷ lệ cộng lại không bằng 100%",
        SOURCE,
        _percents,
        bad=("Kết quả xếp loại: tốt 80,5%, khá 15,2%, trung bình 3,3%.",),
        good=("Kết quả xếp loại: tốt 80,5%, khá 15,2%, trung bình 4,3%.", "gồm 33,3%, 33,3% và 33,3%"),
    ),
    Rule(
        "table-total",
        "warning",
        "Hàng tổng của bảng không khớp",
        SOURCE,
        _table_totals,
        bad=("| Đơn vị | Số hồ sơ\n| Phòng 1 | 12\n| Phòng 2 | 15\n| Tổng cộng | 28",),
        good=(
            "| Đơn vị | Số hồ sơ\n| Phòng 1 | 1.012\n| Phòng 2 | 15\n| Tổng cộng | 1.027",
            "| Đơn vị | Số\n| Phòng 1 | 12\n| Phòng 2 | chưa có\n| Tổng | 20",
        ),
    ),
)
