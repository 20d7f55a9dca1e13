"""Arithmetic: shares against their per cent, growth from one figure to another, parts against their total."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from danvan_desktop.checks.figures import step, value_of
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import ARITHMETIC, Match, Rule
from danvan_desktop.checks.sentences import sentence_at
from danvan_desktop.checks.topics.calculation.amounts import NUMBER
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.model import Paragraph, plain
from danvan_desktop.report.text.figures import format_figure
from danvan_desktop.report.walk import block_lists

_WHOLE = re.compile(
    rf"(?<![\d/.,-])(?P<total>{NUMBER})(?!\s?%)[^.;:\d%]{{0,60}}?(?:,|\()?\s*"
    r"(?P<gives>trong đó|bao gồm|gồm)(?: có)?:?(?:\s|$)"
)
_COUNTED = rf"{NUMBER}(?!\s?%) [^;:%()\d]{{1,40}}?"
_OPENED = re.compile(
    rf"(?<![\d/.,-])(?<!số )(?<!năm )(?P<total>{NUMBER})(?: [^\W\d_]+){{1,4}}?(?:\s?\(|: )"
    rf"(?P<parts>{_COUNTED}(?:(?:, | và ){_COUNTED}){{2,}})(?=[.;)]|$)"
)
"""A total with its parts in brackets or behind a colon: "171 người (127 công chức, 25 viên chức, …)"."""
_PART = re.compile(rf"(?<![\d/.,-])(?<!số )(?<!năm )(?<!ngày )({NUMBER})(?![\d/-])(?!\s?%)(?=\s?[^\W\d_])")
_PARTED = re.compile(
    r"(?i:trong đó|cơ cấu|gồm|(?:xếp|phân) loại|(?:đánh giá|khảo sát)[^.%:]{0,40}:)[^.%]{0,60}:?"
)
"""What tells that shares which follow are the parts of one whole; results may overlap."""
_PERCENT = re.compile(rf"(?<![\d.,])({NUMBER})\s?%")
_OVERLAPPING = re.compile(
    r"(?<!\w)(?:nữ|trẻ|đảng viên|ngoài Đảng|dân tộc|tôn giáo|tái cử)(?!\w)", re.IGNORECASE
)
_FAR = 600
"""Letters behind a total in which its parts are looked for."""
_NEAR = Decimal("0.05")
"""Parts that miss their total by more are no parts of it but some of many."""


def _sums(manuscript: Manuscript) -> Iterator[Match]:
    items = _items(manuscript)
    for text in manuscript.texts:
        for hit in _WHOLE.finditer(text.text):
            _, end = sentence_at(text.text, hit.end())
            semicolon = text.text.find(";", hit.end(), end)
            end = min(semicolon if semicolon >= 0 else end, hit.end() + _FAR)
            parts = [each[1] for each in _PART.finditer(text.text, hit.end(), end)]
            if not text.text[hit.end() :].strip():
                parts = items.get(text.place.block, [])
            yield from _misfit(text, hit, parts, end, is_partition=hit["gives"].endswith("gồm"))
        for hit in _OPENED.finditer(text.text):
            parts = [each[1] for each in _PART.finditer(text.text, hit.start("parts"), hit.end())]
            yield from _misfit(text, hit, parts, hit.end(), is_partition=False)


def _misfit(
    text: PlacedText, whole: "re.Match[str]", parts: list[str], end: int, *, is_partition: bool
) -> Iterator[Match]:
    """Tell where ``parts`` come near their total without reaching it; far from it they are some of many."""
    printed = whole["total"]
    total, found = value_of(printed), sum(map(value_of, parts), Decimal(0))
    if len(parts) < 2 or max(map(value_of, parts)) >= total:
        return
    if total in {found, *accumulate(map(value_of, parts)), *(found - value_of(part) for part in parts)}:
        return  # it adds up, or does so without a figure that is of something else
    if not is_partition and _may_overlap(text.text[whole.end("total") : end]):
        return
    if abs(found - total) <= max(total * _NEAR, Decimal(1 if is_partition else 0)):
        added = f"{' + '.join(parts)} = {format_figure(found)}"
        message = f"{added}, trong văn bản ghi {printed}; hãy tính lại."
        yield Match(message, text, whole.start("total"), end)


def _may_overlap(parts: str) -> bool:
    """Tell whether one may be counted in several parts: a woman who is a Party member."""
    return _OVERLAPPING.search(parts) is not None and re.search(r"(?<!\w)nam(?!\w)", parts) is None


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
        for hit in _PARTED.finditer(text.text):
            _, end = sentence_at(text.text, hit.end())
            yield from _parts_of_hundred(text, hit.start(), min(end, hit.end() + _FAR))


def _parts_of_hundred(text: PlacedText, start: int, end: int) -> Iterator[Match]:
    shares = [each[1] for each in _PERCENT.finditer(text.text, start, end)]
    total = sum(map(value_of, shares), Decimal(0))
    allowed = sum(map(step, shares), Decimal(0)) / 2
    if len(shares) > 2 and allowed < abs(total - 100) <= 3:
        message = f"{' + '.join(shares)} = {format_figure(total)}%, không phải 100%; hãy xem lại các tỷ lệ."
        yield Match(message, text, start, end)


RULES = (
    Rule(
        "sum-of-parts",
        "warning",
        "Tổng không khớp với các phần",
        ARITHMETIC,
        _sums,
        bad=(
            "Cơ quan có 171 người, trong đó 127 công chức, 25 viên chức và 18 người lao động.",
            "Cơ quan có 171 người (127 công chức, 25 viên chức, 20 người lao động).",
            "Cơ quan có 171 người: 127 công chức, 25 viên chức và 18 người lao động.",
            "Tổ chức 12 hội nghị, gồm 05 hội nghị trực tiếp và 08 hội nghị trực tuyến.",
            "Tiếp 1.386 lượt công dân, gồm 1.298 lượt thường xuyên, 90 lượt định kỳ.",
            "Văn phòng có 168 người, gồm:\n- 118 công chức;\n- 32 viên chức;\n- 19 người lao động.",
        ),
        good=(
            "Cơ quan có 171 người, trong đó 127 công chức, 25 viên chức và 19 người lao động.",
            "Cơ quan có 171 người, trong đó có 60 nữ, 142 đảng viên.",
            "Cơ quan có 171 người (127 công chức, 25 viên chức, 19 người lao động).",
            "Có 35 đại biểu (12 nữ, 14 trẻ tuổi, 10 ngoài Đảng).",
            "Có 156 người: 72 nữ, 131 đảng viên và 20 người dân tộc thiểu số.",
            "Có 12 hội nghị, trong đó có 05 trực tiếp.",
            "Hoàn thành 2.315 căn, trong đó xây mới 1.702 căn, sửa chữa 613 căn, trước kế hoạch 45 ngày.",
            "Văn phòng có 168 người, gồm:\n- 118 công chức;\n- 32 viên chức;\n- 18 người lao động.",
        ),
    ),
    Rule(
        "percents-of-parts",
        "warning",
        "Các tỷ lệ cộng lại không bằng 100%",
        ARITHMETIC,
        _percents,
        bad=("Kết quả xếp loại: tốt 80,5%, khá 15,2%, trung bình 3,3%.",),
        good=("Kết quả xếp loại: tốt 80,5%, khá 15,2%, trung bình 4,3%.", "gồm 33,3%, 33,3% và 33,3%"),
    ),
)
