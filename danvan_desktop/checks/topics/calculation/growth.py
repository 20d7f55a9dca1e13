"""Growth: two figures that a sentence compares, against the difference or the per cent that it tells.

What is compared is known by its words ("từ … lên …", "năm 2024 … năm 2025 …", "so với …"); a figure of
another thing beside it has another unit. "từ 3 đến 5 ngày" is a range and no comparison.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from danvan_desktop.checks.figures import as_precise, step, value_of
from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.checks.rule import ARITHMETIC, Match, Rule
from danvan_desktop.checks.topics.calculation.amounts import ENDS, EXACT, NUMBER, UNIT, same_unit
from danvan_desktop.frozen import frozen
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.text.figures import format_figure

_YEAR = r"(?:19|20)\d\d"
_IN_YEAR = (
    r"(?: \(?(?:trong |của |vào |ở |cuối |đầu )?(?:cùng kỳ |kế hoạch )?(?:năm|tháng|quý|kỳ)"
    r"(?: trước| \d[\d/]*)?\)?)?"
)
_LAST_YEAR = rf"(?:cùng kỳ )?(?:năm (?:{_YEAR}|trước|ngoái)|cùng kỳ)"
_BEFORE = rf"{EXACT}(?P<before>{NUMBER}){ENDS}(?P<unit>{UNIT})"
_NOW = rf"{EXACT}(?P<now>{NUMBER}){ENDS}(?P<now_unit>{UNIT})"
_COMES = r"(?: là| có| đạt| tiếp| tổ chức|:)?"
_STARTS = r"(?=\d)(?<![\d.,/-])(?<!năm )(?<!số )(?<!ngày )(?<!tháng )(?<!tăng )(?<!giảm )(?<!thêm )(?<!từ )"
_COMPARISONS = (
    re.compile(
        rf"(?<!\w)[Tt]ừ {_BEFORE}{_IN_YEAR},?"
        r" (?:tăng lên|tăng|lên|giảm xuống|giảm còn|giảm|xuống|còn)(?: còn| thành| tới| đạt| mức)?"
        rf" {_NOW}(?![^\W_])"
    ),
    re.compile(
        rf"[Nn]ăm (?P<first>{_YEAR}){_COMES} {_BEFORE}[,;]? (?:và |thì )?năm (?P<second>{_YEAR}){_COMES}"
        rf" {_NOW}(?![^\W_])"
    ),
    re.compile(rf"{_STARTS}{_NOW},? \((?:so với )?{_LAST_YEAR}{_COMES} {_BEFORE}\)"),
    re.compile(rf"{_STARTS}{_NOW} so với {_BEFORE}(?: của| ở)? {_LAST_YEAR}"),
    re.compile(
        rf"{_STARTS}{_NOW}[,;]? \(?(?P<way>tăng|giảm) {EXACT}(?P<figure>{NUMBER}){ENDS}"
        rf"(?:\s?(?P<percent>%)|(?P<of>(?: [^\W\d_]+){{0,3}}?)) so với {_LAST_YEAR} \({_BEFORE}\)"
    ),
)
"""Each finds two figures that are compared; the last one what is said of them too."""
_CLAIM = (
    rf"(?P<way>[Tt]ăng|[Gg]iảm)(?: thêm| là| được| tới)? {EXACT}(?P<figure>{NUMBER}){ENDS}"
    r"(?:\s?(?P<percent>%)|(?P<of>(?: [^\W\d_]+){0,3}))"
)
_GAP = rf"(?:[^.,;%/\d()]|/(?!\d)|năm {_YEAR}){{0,40}}?"
_CLAIM_BEHIND = re.compile(
    rf"(?:\)|{_GAP})?,? ?(?:tương ứng|tương đương|tức là|tức|như vậy|đã|bình quân)?(?: với)? ?\(?"
    rf"(?<!\w){_CLAIM}"
)
"""Behind the comparison, its unit and its year; a subject of its own before it makes it another one."""
_CLAIM_BEFORE = re.compile(rf"(?<!\w){_CLAIM} ?{_GAP}\($")
_SHARE_BEHIND = re.compile(
    rf"\s?(?:\(|, )(?:(?:tương ứng|tương đương|tức|hay|=)(?: với| là)? ?)?(?:(?P<way>tăng|giảm) )?"
    rf"(?P<figure>{NUMBER})\s?(?P<percent>%)(?P<of>)"
)
"""Behind what is told in a unit: "tăng 25 hộ (50%)"."""
_MADE = re.compile(
    rf"{_STARTS}{_NOW}, (?P<way>tăng|giảm) {EXACT}(?P<more>{NUMBER}){ENDS}(?P<unit>(?: [^\W\d_]+){{1,3}}?)"
    rf"(?:\s?\(|, (?:tương ứng|tương đương)(?: với)? )(?:tăng |giảm )?(?P<figure>{NUMBER})\s?%"
)
"""What there is and how much more that is, without what there was: "1.200 lượt, tăng 200 lượt (20%)"."""
_UNIT_BEHIND = re.compile(r"\s?%| [^\W\d_]+")
_RANKS = re.compile(r"(?<!\w)(?:hạng|thứ|vị trí|bậc|xếp)(?!\w)", re.IGNORECASE)
_BEFORE_IT = 60
"""Letters before a comparison in which a claim may stand."""


@frozen
class ComparedFigures:
    """Two figures that are compared, and where both stand."""

    before: str
    now: str
    units: tuple[str, str]
    start: int
    end: int

    @property
    def difference(self) -> Decimal:
        """What came, or went (below 0)."""
        return value_of(self.now) - value_of(self.before)

    @property
    def growth(self) -> Decimal:
        """The same in per cent."""
        return self.difference * 100 / value_of(self.before)

    @property
    def are_shares(self) -> bool:
        """Whether both are per cent."""
        return "%" in {unit.strip() for unit in self.units}


def _comparisons(text: str) -> Iterator[tuple[ComparedFigures, "re.Match[str]"]]:
    for pattern in _COMPARISONS:
        for hit in pattern.finditer(text):
            named = hit.groupdict()
            if "first" in named and int(named["second"]) - int(named["first"]) != 1:
                continue
            behind = _unit_behind(text, hit.end()) if hit.end() == hit.end("now") else ""
            units = hit["unit"], hit["now_unit"] or behind
            compared = ComparedFigures(hit["before"], hit["now"], units, hit.start(), hit.end())
            if value_of(compared.before) > 0 and compared.difference != 0 and _are_alike(compared):
                yield compared, hit


def _unit_behind(text: str, end: int) -> str:
    """Give the first word behind a figure, where the comparison ended at it."""
    unit = _UNIT_BEHIND.match(text, end)
    return unit[0] if unit else ""


def _are_alike(compared: ComparedFigures) -> bool:
    """Whether both figures are of one thing, as far as their units tell."""
    first, second = compared.units
    return not (first.strip() and second.strip()) or same_unit(first, second)


def _growths(manuscript: Manuscript) -> Iterator[Match]:
    for text in manuscript.texts:
        told: list[tuple[int, int]] = []
        for compared, hit in _comparisons(text.text):
            if any(start < compared.end and compared.start < end for start, end in told):
                continue
            for claim in _claims(text.text, compared, hit):
                if message := _wrong(text.text, compared, claim):
                    start, end = min(compared.start, claim.start()), max(compared.end, claim.end())
                    told.append((start, end))
                    yield Match(message, text, start, end)
                    break
        yield from _wrong_made(text)


def _claims(text: str, compared: ComparedFigures, hit: "re.Match[str]") -> Iterator["re.Match[str]"]:
    """Give what is said of a comparison: in it, behind it, before it."""
    end = compared.end
    if hit.groupdict().get("figure"):
        yield hit
        if not hit["percent"] and (share := _SHARE_BEHIND.match(text, end)):
            yield share
    for _ in range(2):
        if (claim := _CLAIM_BEHIND.match(text, end)) is None:
            break
        yield claim
        end = claim.end()
        if not claim["percent"] and (share := _SHARE_BEHIND.match(text, end)):
            yield share
            end = share.end()
    opened = compared.start if text[compared.start - 1 : compared.start] == "(" else 0
    if opened and (claim := _CLAIM_BEFORE.search(text, max(opened - _BEFORE_IT, 0), opened)):
        yield claim


def _wrong(text: str, compared: ComparedFigures, claim: "re.Match[str]") -> str:
    """Say what is wrong about a claim; "" where it is right or of another thing."""
    way, figure, of = (claim["way"] or "").lower(), claim["figure"], (claim["of"] or "").split()
    rises = compared.difference > 0
    if (
        way
        and (way == "tăng") != rises
        and _RANKS.search(text, max(compared.start - _BEFORE_IT, 0), claim.end())
    ):
        return ""
    if claim["percent"]:
        right = [compared.growth, *([compared.difference] if compared.are_shares else [])]
        told = as_precise(compared.difference if compared.are_shares else compared.growth, figure)
        told += " điểm phần trăm" if compared.are_shares else "%"
        printed = f"{figure}%"
    elif of[:1] == ["lần"]:
        ratio = value_of(compared.now) / value_of(compared.before)
        right, told, printed = [ratio, ratio - 1], f"{as_precise(ratio, figure)} lần", f"{figure} lần"
    elif of[:1] == ["điểm"] and compared.are_shares:
        right, told, printed = [compared.difference], as_precise(compared.difference, figure), figure
    elif of and any(same_unit(" ".join(of), unit) for unit in compared.units):
        right, told, printed = [compared.difference], format_figure(abs(compared.difference)), figure
    else:
        return ""
    is_rounded = claim["percent"] or of[:1] == ["lần"]
    misses = [abs(abs(each) - value_of(figure)) for each in right]
    fits = min(misses) < step(figure) if is_rounded else Decimal(0) in misses
    if fits and (not way or (way == "tăng") == rises):
        return ""
    is_way = "tăng" if rises else "giảm"
    return (
        f"Từ {compared.before} đến {compared.now} là {is_way} {told}, "
        f"trong văn bản ghi {' '.join(filter(None, (way, printed)))}; hãy tính lại."
    )


def _wrong_made(text: PlacedText) -> Iterator[Match]:
    """Tell where what is more is not the per cent of what there was, which both figures give."""
    for hit in _MADE.finditer(text.text):
        more = value_of(hit["more"]) * (1 if hit["way"] == "tăng" else -1)
        before = value_of(hit["now"]) - more
        if not same_unit(hit["unit"], hit["now_unit"]) or before <= 0:
            continue
        right = abs(more) * 100 / before
        if abs(right - value_of(hit["figure"])) >= step(hit["figure"]):
            message = (
                f"{hit['now']}{hit['now_unit']}, {hit['way']} {hit['more']}{hit['unit']} là {hit['way']} "
                f"{as_precise(right, hit['figure'])}%, trong văn bản ghi {hit['figure']}%; hãy tính lại."
            )
            yield Match(message, text, hit.start(), hit.end())


RULES = (
    Rule(
        "growth-percent",
        "warning",
        "Mức tăng, giảm không khớp với số liệu",
        ARITHMETIC,
        _growths,
        bad=(
            "tăng từ 120 lượt lên 150 lượt, tăng 30%",
            "giảm từ 200 xuống 150 đơn, giảm 20%",
            "từ 100 hồ sơ lên 150 hồ sơ, giảm 50%",
            "Năm 2024 có 40 mô hình, năm 2025 có 50 mô hình, tăng 20%.",
            "Năm 2025 tiếp 230 lượt (năm 2024: 200 lượt), tăng 25%.",
            "Số lượt tăng 12% (230 so với 200 lượt năm 2024).",
            "Tiếp 1.200 lượt, tăng 200 lượt (25%) so với năm 2024.",
            "Nâng từ 12 lên 19 tiêu chí, tăng 06 tiêu chí.",
            "Thu nhập từ 45 triệu đồng lên 52 triệu đồng/người/năm, tăng 9 triệu đồng.",
            "Tỷ lệ hộ nghèo giảm từ 8,5% xuống 6,2%, giảm 3,3%.",
        ),
        good=(
            "tăng từ 120 lượt lên 150 lượt, tăng 25%",
            "từ 3 lên 4 mô hình, tăng 33,3%",
            "rút ngắn từ 3 đến 5 ngày, giảm 40%",
            "Tăng từ 5 lên 6 thành viên; kinh phí tăng 10%.",
            "Tăng từ 5 lên 6 thành viên, kinh phí tăng 10%.",
            "Tiếp 1.200 lượt, tăng 200 lượt (20%) so với năm 2024.",
            "Tỷ lệ hộ nghèo giảm từ 8,5% xuống 6,2% (giảm 2,3 điểm phần trăm).",
            "Xếp hạng chuyển đổi số từ 45 lên 39, tăng 6 bậc.",
        ),
    ),
)
