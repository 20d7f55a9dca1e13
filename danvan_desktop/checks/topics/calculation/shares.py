"""Shares: a part and its whole against the per cent that is printed for them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from danvan_desktop.checks.figures import as_precise, step, value_of
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import ARITHMETIC, Match, Rule
from danvan_desktop.checks.sentences import sentence_at
from danvan_desktop.checks.topics.calculation.amounts import ENDS, EXACT, NUMBER, same_unit
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.text.figures import format_figure

_IS = (
    r"(?:\s?\(|,?\s?(?:chiếm|tương ứng|tương đương|=)|,\s?(?:đạt|bằng|tỷ lệ|tỉ lệ))"
    r"(?:\s?(?:đạt|bằng|tỷ lệ|tỉ lệ|là|chiếm|khoảng))*\s?"
)
"""What tells that a share follows: "3/5 chỉ tiêu đạt 100%" has none, "3/5 chỉ tiêu, đạt 60%" has."""
_STARTS = (
    r"(?=\d)(?<![\d/.,-])(?<!số )(?<!ngày )(?<!tháng )(?<!quý )(?<!năm )(?<!khoảng )(?<!gần )(?<!hơn )"
    r"(?<!trên )(?<!tổng số )"
)
_PART, _WHOLE = rf"{_STARTS}(?P<part>{NUMBER})", rf"(?P<whole>{NUMBER})"
_SHARE = rf"{_IS}(?<!khoảng )(?P<percent>{NUMBER})\s?%"
_WORDS = r"[^.,;:%/\d()]"
_LISTED = rf"(?:{_WORDS}|, (?=(?:ban|ngành|đơn vị|phường|đặc khu|công chức|viên chức|tổ)(?!\w)))"
"""The same with the commas of "phòng, ban" and "cán bộ, công chức": what is counted goes on behind them."""
_NO_TIME = r"(?! (?:tháng|năm|ngày|quý|giờ|tuần)(?!\w))"
_SHARES = (
    re.compile(
        rf"{_PART}\s?/\s?{_WHOLE}(?![\d/,])(?!-[A-ZĐ]){_NO_TIME}(?:\s{_LISTED}{{0,60}}?)?{_SHARE}"
    ),  # 629/731 hồ sơ, đạt 86,05%
    re.compile(
        rf"(?<![\d.,])(?P<percent>{NUMBER})\s?%(?: (?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|tổng số)"
        rf"(?: {_WORDS}{{0,20}}?)?)?\s?\(\s?(?<!\d)(?P<part>{NUMBER})\s?/\s?{_WHOLE}(?![\d/,])"
    ),  # 97% (450/500 hồ sơ), 105% kế hoạch (210/200 lượt)
    re.compile(
        rf"{_PART} {_WORDS}{{0,40}}?(?:trên|trong) (?:tổng số )?{_WHOLE}{ENDS}{_NO_TIME}"
        rf"(?: {_WORDS}{{0,40}}?)?{_SHARE}"
    ),  # 450 hồ sơ trên tổng số 500 hồ sơ, đạt 90%
    re.compile(
        rf"(?:[Tt]rong|[Tt]rên) (?:tổng số )?{_WHOLE}{ENDS}{_NO_TIME} {_WORDS}{{1,40}}?,? (?:có|thì có) "
        rf"(?P<part>{NUMBER}){ENDS} {_WORDS}{{1,40}}?{_SHARE}"
    ),  # trong tổng số 171 người có 127 nữ, chiếm 74,3%
    re.compile(
        rf"{_PART} (?:{_WORDS}{{1,20}}?)/\s?{_WHOLE}{ENDS} {_WORDS}{{1,20}}?{_SHARE}"
    ),  # 127 nữ/171 người (74,3%)
)
_OF_PLAN = re.compile(
    rf"{_STARTS}(?P<part>{NUMBER}){ENDS}(?P<unit>(?: [^\W\d_]+){{1,3}}?),? đạt (?P<percent>{NUMBER})\s?%"
    rf" (?:so với )?(?:kế hoạch|chỉ tiêu|dự toán) \({_WHOLE}(?P<of>(?: [^\W\d_]+){{1,3}})"
)
"""210 lượt, đạt 105% kế hoạch (200 lượt)."""
_OF_WHAT_CAME = re.compile(
    rf"(?:[Tt]iếp nhận|[Nn]hận|[Pp]hát ra|[Gg]ửi|[Tt]hụ lý|[Tt]ổng số) {EXACT}{_WHOLE}{ENDS}"
    r"(?P<unit>(?: [^\W\d_]+){1,3}?)[,;] (?:đã )?(?:giải quyết|xử lý|thu về|thu hồi|trả|hoàn thành)"
    rf"(?: được)? {EXACT}(?P<part>{NUMBER}){ENDS}(?P<of>(?: [^\W\d_]+){{1,2}}?){_SHARE}"
)
"""Tiếp nhận 500 hồ sơ, đã giải quyết 450 hồ sơ, đạt 90%."""
_BEYOND = re.compile(
    rf"{_PART}\s?/\s?{_WHOLE}(?![\d/,])(?!-[A-ZĐ]){_NO_TIME}(?:\s{_WORDS}{{0,40}}?)?,? vượt"
    rf" (?P<percent>{NUMBER})\s?%"
)
"""210/200 lượt, vượt 5% kế hoạch."""
_PART_WITH_SHARE = re.compile(
    rf"{_STARTS}(?P<part>{NUMBER}){ENDS}(?: {_WORDS}{{1,30}}?)?(?:\s?\(|,? chiếm )(?:tỷ lệ |chiếm |đạt )*"
    rf"(?P<percent>{NUMBER})\s?%"
)
_FEWEST_PARTS = 3
_FAR = 400


def _misses(part: Decimal, whole: Decimal, percent: str) -> str:
    """Give the right per cent where the printed one is not it; "" where it is, or nothing can be told."""
    if whole <= 0 or part <= 0:
        return ""
    right = part * 100 / whole
    if abs(right - value_of(percent)) < step(percent):
        return ""
    return as_precise(right, percent)


def _shares(manuscript: Manuscript) -> Iterator[Match]:
    for text in (text for text in manuscript.texts if "%" in text.text):
        told: list[tuple[int, int]] = []
        for hit, beyond in _hits(text.text):
            if any(start < hit.end() and hit.start() < end for start, end in told):
                continue
            part, whole, percent = hit["part"], hit["whole"], hit["percent"]
            if right := _misses(value_of(part) - beyond * value_of(whole), value_of(whole), percent):
                told.append(hit.span())
                what = f"{part}/{whole} là vượt" if beyond else f"{part}/{whole} là"
                message = f"{what} {right}%, trong văn bản ghi {percent}%; hãy tính lại."
                yield Match(message, text, hit.start(), hit.end())
        if not told:
            yield from _parts(text)


def _hits(text: str) -> Iterator[tuple["re.Match[str]", int]]:
    """Give what names a part, its whole and a share; 1: the share is what goes beyond the whole."""
    for pattern in _SHARES:
        for hit in pattern.finditer(text):
            yield hit, 0
    for hit in _BEYOND.finditer(text):
        yield hit, 1
    for pattern in (_OF_PLAN, _OF_WHAT_CAME):
        for hit in pattern.finditer(text):
            if same_unit(hit["unit"], hit["of"]) and hit["percent"] != "100":
                yield hit, 0


def _parts(text: PlacedText) -> Iterator[Match]:
    """Tell a part of a whole whose share is not that of its count, where the others' are."""
    if text.text.count("%") < _FEWEST_PARTS:
        return
    done = 0
    for first in _PART_WITH_SHARE.finditer(text.text):
        if first.start() < done:
            continue
        _, end = sentence_at(text.text, first.start())
        hits = list(_PART_WITH_SHARE.finditer(text.text, first.start(), min(end, first.start() + _FAR)))
        done = hits[-1].end() if hits else first.end()
        if len(hits) < _FEWEST_PARTS:
            continue
        whole = sum((value_of(hit["part"]) for hit in hits), Decimal(0))
        wrong = [hit for hit in hits if _misses(value_of(hit["part"]), whole, hit["percent"])]
        if len(wrong) == 1:
            (hit,) = wrong
            right = _misses(value_of(hit["part"]), whole, hit["percent"])
            message = (
                f"{hit['part']}/{format_figure(whole)} là {right}%, trong văn bản ghi {hit['percent']}%; "
                "hãy tính lại."
            )
            yield Match(message, text, hit.start(), hit.end())


RULES = (
    Rule(
        "share-percent",
        "warning",
        "Tỷ lệ không khớp với số liệu",
        ARITHMETIC,
        _shares,
        bad=(
            "giải quyết 629/731 hồ sơ, đạt 88,1%",
            "tỷ lệ đúng hạn đạt 97% (450/500 hồ sơ)",
            "Có 45/50 phòng, ban đạt chuẩn, bằng 92%.",
            "giải quyết 450 hồ sơ trên tổng số 500 hồ sơ, đạt 95%",
            "Giải quyết 450 hồ sơ trong tổng số 500 hồ sơ tiếp nhận, đạt 95%.",
            "Trong tổng số 171 người có 127 nữ, chiếm 78,3%.",
            "Có 127 nữ/171 người (78,3%).",
            "Đạt 104% kế hoạch (210/200 lượt).",
            "Thực hiện 210 lượt, đạt 115% kế hoạch (200 lượt).",
            "Tiếp nhận 500 hồ sơ, đã giải quyết 450 hồ sơ, đạt tỷ lệ 95%.",
            "Thực hiện 210/200 lượt, vượt 15% kế hoạch.",
            "Tốt 120 đồng chí (60%), khá 70 đồng chí (35%), trung bình 10 đồng chí (6,5%).",
        ),
        good=(
            "giải quyết 629/731 hồ sơ, đạt 86%",
            "giải quyết 629/731 hồ sơ (86,05%)",
            "ngày 12/9/2025, đạt 98%",
            "tháng 9/2025 đạt 98%",
            "có 3/5 chỉ tiêu đạt 100% kế hoạch",
            "12/15 chỉ tiêu vượt từ 5% trở lên",
            "khoảng 2/3 số hộ, đạt 70%",
            "Có 45/50 phòng, ban đạt chuẩn, người dân hài lòng, đạt 92%.",
            "Nghị định số 59/2023/NĐ-CP, đạt 98%",
            "giải quyết 450 hồ sơ trên tổng số 500 hồ sơ, đạt 90%",
            "Lãi suất 6,5%, thời hạn 3/12 tháng, đạt 98%.",
            "Tiếp nhận 500 hồ sơ, giải quyết 450 hồ sơ (90%), trong đó đúng hạn 440 hồ sơ, đạt 97,8%.",
            "Tốt 120 đồng chí (60%), khá 70 đồng chí (35%), trung bình 10 đồng chí (5%).",
            "Có 200 đảng viên: nữ 120 đồng chí (60%), trẻ 70 đồng chí (35%), dân tộc 50 đồng chí (25%).",
        ),
    ),
)
