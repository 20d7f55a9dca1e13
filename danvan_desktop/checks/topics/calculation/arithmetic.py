"""Arithmetic: shares against their per cent, growth from one figure to another, parts against their total."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from danvan_desktop.checks.figures import step, value_of
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import ARITHMETIC, Match, Rule
from danvan_desktop.checks.sentences import sentence_at
from danvan_desktop.checks.topics.calculation.amounts import ENDS, EXACT, NUMBER
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
_FIRST_WORD = re.compile(r" [^\W\d_]+")
_PARTED = re.compile(
    r"(?i:trong đó|cơ cấu|gồm|(?:xếp|phân) loại|(?:đánh giá|khảo sát)[^.%:]{0,40}:)[^.%]{0,60}:?"
)
"""What tells that shares which follow are the parts of one whole; results may overlap."""
_GRADES = re.compile(r"xếp loại(?!.*(?:tăng|giảm|so với|trong đó|kế hoạch|trở lên))")
"""Of grades, each has one: more than a hundred per cent is wrong however much, if nothing is compared."""
_PERCENT = re.compile(rf"(?<![\d.,])({NUMBER})\s?%")
_OVERLAPPING = re.compile(
    r"(?<!\w)(?:nữ|trẻ|đảng viên|ngoài Đảng|dân tộc|tôn giáo|tái cử)(?!\w)", re.IGNORECASE
)
_CAME_IN = re.compile(
    rf"(?:[Tt]iếp nhận|[Tt]hụ lý|[Tt]ổng số) {EXACT}(?P<total>{NUMBER}){ENDS}(?: [^\W\d_]+){{1,3}}?[,;] "
    rf"(?:đã )?(?:giải quyết|xử lý|hoàn thành)(?: được| xong)? {EXACT}(?P<done>{NUMBER}){ENDS}"
    rf"(?: [^\W\d_]+){{0,2}}?(?: ?\([^()]{{0,20}}%\)|,? đạt (?:tỷ lệ )?{NUMBER} ?%)?[,;] "
    r"(?:còn(?: lại)?|đang (?:giải quyết|xử lý|xem xét)|chưa (?:giải quyết|xử lý)) "
    rf"{EXACT}(?P<left>{NUMBER}){ENDS}"
)
"""Tiếp nhận 1.100 đơn, đã giải quyết 1.045 đơn (95%), còn 55 đơn."""
_NEARER = Decimal("0.02")
"""What is left may be some of it only ("còn 02 đơn phức tạp")."""
_FAR = 600
"""Letters behind a total in which its parts are looked for."""
_NEAR = Decimal("0.05")
"""Parts that miss their total by more are no parts of it but some of many."""


def _sums(manuscript: Manuscript) -> Iterator[Match]:
    items = _items(manuscript)
    for text in manuscript.texts:
        for hit in _WHOLE.finditer(text.text):
            end, parts = _parts_behind(text.text, hit)
            if not text.text[hit.end() :].strip():
                parts = items.get(text.place.block, [])
            yield from _misfit(text, hit, parts, end, is_partition=hit["gives"].endswith("gồm"))
        for hit in _OPENED.finditer(text.text):
            parts = [each[1] for each in _PART.finditer(text.text, hit.start("parts"), hit.end())]
            yield from _misfit(text, hit, parts, hit.end(), is_partition=False)
        yield from _left_over(text)


def _left_over(text: PlacedText) -> Iterator[Match]:
    """Tell where what was done and what is left are nearly, but not, what came in."""
    for hit in _CAME_IN.finditer(text.text):
        total, done, left = (value_of(hit[name]) for name in ("total", "done", "left"))
        if 0 < abs(done + left - total) <= max(total * _NEARER, Decimal(1)):
            added = f"{hit['done']} + {hit['left']} = {format_figure(done + left)}"
            message = f"{added}, trong văn bản ghi {hit['total']}; hãy tính lại."
            yield Match(message, text, hit.start("total"), hit.end())


def _parts_behind(text: str, whole: "re.Match[str]") -> tuple[int, list[str]]:
    """Give where the parts of ``whole`` end, and their figures.

    At a semicolon, unless it stands between them: behind a colon, or where all count what the total does.
    """
    _, end = sentence_at(text, whole.end())
    end = min(end, whole.end() + _FAR)
    hits = list(_PART.finditer(text, whole.end(), end))
    semicolon = text.find(";", whole.end(), end)
    if semicolon >= 0:
        unit = _FIRST_WORD.match(text, whole.end("total"))
        of_total = unit is not None and all(text.startswith(unit[0], hit.end()) for hit in hits)
        is_list = len(hits) > 2 and hits[1].start() > semicolon
        if not (is_list and (of_total or whole[0].rstrip().endswith(":"))):
            end = semicolon
    return end, [hit[1] for hit in hits if hit.end() <= end]


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
    far = 30 if total > 100 and _GRADES.search(text.text, start, end) else 3
    if len(shares) > 2 and allowed < abs(total - 100) <= far:
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
            "Có 171 người, trong đó: công chức 127 người; viên chức 25 người; người lao động 18 người.",
            "Tiếp nhận 1.100 đơn, đã giải quyết 1.045 đơn (95%), còn 65 đơn.",
            "Có 171 người, trong đó: 127 công chức; 25 viên chức; 18 người lao động.",
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
            "Tiếp nhận 1.100 đơn, đã giải quyết 1.045 đơn, đạt 95%; đang giải quyết 55 đơn.",
            "Tiếp nhận 1.100 đơn, đã giải quyết 1.045 đơn, còn 02 đơn phức tạp.",
            "Có 20 người, trong đó 05 nữ; tiếp 14 lượt công dân; giải quyết 16 đơn.",
            "Có 171 người, trong đó: công chức 127 người; viên chức 25 người; người lao động 19 người.",
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
        bad=(
            "Kết quả xếp loại: tốt 80,5%, khá 15,2%, trung bình 3,3%.",
            "Kết quả xếp loại: xuất sắc 20%, tốt 65%, hoàn thành 15%, không hoàn thành 5%.",
        ),
        good=(
            "Kết quả xếp loại: tốt 80,5%, khá 15,2%, trung bình 4,3%.",
            "gồm 33,3%, 33,3% và 33,3%",
            "Kết quả xếp loại: xuất sắc 20%, tốt 75%, hoàn thành 5%, tăng 15% so với năm 2024.",
        ),
    ),
)
