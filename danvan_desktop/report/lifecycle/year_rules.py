"""Rules by which years in last year's text are raised or stay; the first match wins.

A rule names a turn of phrase. Its years are given by their distance to the report's own year: 0 is the
year reported on, 1 the year of the tasks, -1 the year compared with. What says when something happened
stays, because a date moved on by itself is a false statement; what only names the period goes up.
All of it is *chưa rà* until the user confirms it, but for what a ``sure`` rule raises in a title.

A range moves whole or not at all. What comes once (an election, a congress) and the title of a cited
document stay whatever the rule says.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from danvan_desktop.frozen import frozen

Kind = Literal["year", "date", "figure", "document"]
Offsets = tuple[int, ...]


@frozen
class YearRule:
    """One turn of phrase with years or figures in it."""

    id: str
    pattern: str
    kind: Kind | None
    """What the user has to look at; None: nothing, it never grows old."""
    example: str
    rises: Offsets = ()
    """The years that go up, by their distance to the report's own; none: all stay."""
    in_titles: Offsets | None = None
    """The same in titles, headings and heads of tables; None: as in the text."""
    sure: bool = False
    """In a title that names the report's year nobody has to look at it."""
    rolling: bool = False
    """Goes up only as two years that follow each other, one of them the report's own; with months, about
    twelve of them apart."""
    ahead: bool = False
    """Goes up only where one of its years is that of the tasks."""


@frozen
class Token:
    """A place in a text that a rule speaks of."""

    start: int
    end: int
    text: str
    rule: YearRule
    is_bound: bool = False
    """Its years stay: of what comes once, or in the title of a cited document."""


_Y = r"(?:19|20|21)\d\d(?!\d|[.,]\d)"
_D = rf"\d{{1,2}}(?:\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?|\s+tháng\s+\d{{1,2}},?\s+năm\s+){_Y}"
_M = (
    rf"(?:tháng\s+\d{{1,2}}(?:\s?(?:,|-|và)\s?\d{{1,2}})*|quý\s+(?:I{{1,3}}|IV|\d)\b(?:\s?(?:,|-|và)\s?(?:I{{1,3}}|IV)\b)*)"
    rf"(?:\s?[/-]\s?|,?\s+(?:của\s+)?năm\s+){_Y}"
)
_MONTHS = rf"{_M}(?:\s?(?:,|-|–|và|đến|tới)\s*(?:hết\s+)?{_M})*"
_TO_MONTH = r"(?:(?:ngày\s+)?\d{1,2}(?:\s?[/.-]\s?|\s+tháng\s+)|tháng\s+)"
_TO_YEAR = r"(?:\s?[/.-]\s?|,?\s+năm\s+)"
_DASH = r"\s?[-\u2010-\u2015\u2212]\s?"
_TO = rf"(?:{_DASH}|\s+(?:đến|tới)\s+)"
_NUMBER = rf"(?-i:\d+(?:/{_Y})?[/-][A-ZĐ][A-Za-zĐđ&.]*\d*(?:\s?[/-]\s?[A-ZĐ][A-Za-zĐđ&]*\d*)*)"
_TYPES = (
    "Nghị quyết|Nghị định|Chỉ thị|Kết luận|Quyết định|Thông tư liên tịch|Thông tư|Công văn|Văn bản|"
    "Kế hoạch|Quy định|Quy chế|Hướng dẫn|Bộ luật|Luật|Pháp lệnh|Thông báo|Thông tri|Chương trình|Đề án|"
    "Báo cáo|Tờ trình|Công điện|Dự án|Phong trào"
)
_TYPE = f"(?-i:{_TYPES})"
_WORD = r"[^\W\d_]+"
_LUNAR = (
    r"(?:(?:giáp|bính|mậu|canh|nhâm)\s+(?:tý|tí|dần|thìn|ngọ|thân|tuất)"
    r"|(?:ất|đinh|kỷ|kỉ|tân|quý|quí)\s+(?:sửu|mão|tỵ|tị|mùi|dậu|hợi))"
)
"""The sixty years of the lunar calendar: an even stem goes with an even branch, an odd one with an odd."""
_PAST = (
    "sinh|thành lập|ban hành|sửa đổi|bổ sung|thông qua|khởi công|khánh thành|ra đời|tái lập|sáp nhập|"
    "hợp nhất|giải thể|đưa vào sử dụng|đi vào hoạt động|khai trương|có hiệu lực|phê duyệt|công bố|tốt nghiệp"
)
_CUTOFF = (
    r"(?:(?:tính|cập nhật|chốt|số liệu|ước)(?:\s+(?:số liệu|cộng dồn|tính|thực hiện|đạt))?\s+đến|(?-i:Đến)"
    r"|(?:(?<=\()|(?<=[,;]\s))đến|đến\s+hết|đến(?=\s+thời điểm)|đến\s+nay\s*\((?:(?:tính\s+)?đến)?)"
)
_TO_COME = r"(?:còn lại|dự kiến|phấn đấu|sẽ(?:\s+được)?)"
"""What was not yet done when the report was written moves on with the day down to which it tells."""
_AT_THE_LATEST = rf"(?:\s?[(,;]?\s*(?:chậm|muộn|sớm)\s+nhất(?:\s+là)?\s+(?:ngày\s+)?(?:{_D}|{_M}))?"
"""The second day of one plan moves with the first."""
_NOT_TO_COME = rf"(?:từ|đã|được|hiệu lực|{_TYPE})\b"
_OWN: Offsets = (0, 1)
_NEAR: Offsets = (-1, 0, 1)
_SERIES: Offsets = (-4, -3, -2, -1, 0, 1)
"""The years of a table, one beside the other, move on together."""

_AMOUNT = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_UNIT = (
    r"(?-i:đồng|đ|triệu|tr|tỷ|kg|km|cm|mm|kWh|MW|ha|tạ|tấn|yến|lít|m[23²³]?|g)"
    r"(?:/(?:\d+\s?)?[^\W\d_]+)*(?!\w)"
)
"""Written right behind a figure, with what it is counted by: "18.300đ/kg"."""

RULES: tuple[YearRule, ...] = (
    YearRule(
        "document",
        rf"(?:(?:{_TYPES})\s+)?(?:số:?\s+)?{_NUMBER}(?:,?\s+ngày\s+{_D}|\s+năm\s+{_Y})?",
        "document",
        "Nghị quyết số 25-NQ/TW, ngày 03/6/2013",
    ),
    YearRule(
        "dated_document",
        rf"{_TYPE}(?:\s+số\s+\S+)?,?\s+ngày\s+{_D}|ngày\s+{_D}(?=\s+của\s+(?-i:[A-ZĐÂÔƯỦ]))",
        "document",
        "Công văn ngày 20/11/2025",
    ),
    YearRule(
        "short_document",
        rf"{_TYPE}\s+(?:số\s+)?\d+(?:\s+năm\s+{_Y})?(?![\d/%]|[.,]\d)",
        "document",
        "Nghị quyết 18 năm 2017",
    ),
    YearRule(
        "law",
        r"(?-i:Bộ luật|Luật|Pháp lệnh|Hiến pháp)"
        rf"(?:,?\s+\(?(?!(?:trong|của|từ|cho|đến|ngay|về|năm)\b){_WORD}\)?){{0,14}}\s+(?:năm\s+|\()?{_Y}",
        "year",
        "Luật Phòng, chống tham nhũng năm 2018",
    ),
    YearRule(
        "reference",
        r"(?-i:Điều|Chương|Mẫu|Bảng|Phụ lục)\s+\d+"
        r"|(?:khoản|điểm)\s+(?:\d+|[a-zđ])(?=[,\s]+(?:khoản|(?-i:Điều|Mục)))"
        r"|(?:lần thứ|khóa|khoá)\s+(?:\d+|(?-i:[IVXL]+)\b)(?!\s+nhiệm)",
        None,
        "khoản 2 Điều 13",
    ),
    YearRule(
        "report_period",
        r"(?:từ\s+)?(?:ngày\s+)?(?:0?1(?:/|\s+tháng\s+)0?1|1[45](?:/|\s+tháng\s+)12)"
        rf"(?:(?:/|,?\s+năm\s+){_Y})?\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?{_D}"
        rf"|từ\s+(?:ngày\s+)?1[4-6](?:/|\s+tháng\s+)12(?:/|,?\s+năm\s+){_Y}\s+đến\s+nay",
        "date",
        "từ ngày 01/01/2025 đến ngày 15/11/2025",
        _NEAR,
    ),
    YearRule(
        "months_period",
        rf"(?:từ\s+)?tháng\s+(?:0?1|12)(?:(?:/|\s+năm\s+){_Y})?\s+đến\s+(?:hết\s+)?tháng\s+\d{{1,2}}(?:/|\s+năm\s+){_Y}",
        "date",
        "từ tháng 12/2024 đến tháng 11/2025",
        _NEAR,
    ),
    YearRule(
        "year_window",
        rf"(?:từ\s+)?{_TO_MONTH}\d{{1,2}}{_TO_YEAR}(?P<first_of_window>{_Y})"
        rf"\s*(?:đến|-|–)\s*(?:hết\s+)?{_TO_MONTH}\d{{1,2}}{_TO_YEAR}(?!(?P=first_of_window)){_Y}",
        "date",
        "từ ngày 16/11/2024 đến ngày 15/11/2025",
        _NEAR,
        rolling=True,
    ),
    YearRule(
        "since_until",
        rf"từ\s+(?:năm\s+{_Y}|(?:ngày\s+)?{_D}|{_M}|(?:ngày\s+)?{_TO_MONTH}?\d{{1,2}})"
        rf"\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:năm\s+{_Y}|(?:ngày\s+)?{_D}|{_M})",
        "date",
        "từ ngày 10/3/2025 đến ngày 12/5/2025",
    ),
    YearRule(
        "in_force",
        rf"(?:hiệu lực|thi hành|áp dụng)(?:\s+(?!ngày\b){_WORD}){{0,3}}\s+(?:ngày\s+{_D}|{_M}|năm\s+{_Y})",
        "date",
        "có hiệu lực thi hành từ ngày 01/01/2026",
    ),
    YearRule("since_date", rf"từ\s+(?:(?:ngày\s+)?{_D}|{_M})", "date", "từ ngày 01/7/2025"),
    YearRule("since_year", rf"từ\s+năm\s+{_Y}(?!\s+(?:chuyển\s+)?sang\s+năm)", "year", "từ năm 2021"),
    YearRule(
        "extension",
        rf"(?:kéo dài|gia hạn|lùi|hoãn|dời)(?:\s+(?!đến\b){_WORD}){{0,8}}\s+(?:đến|tới|sang)\s+(?:hết\s+)?"
        rf"(?:ngày\s+)?(?:{_D}|{_M}|năm\s+{_Y})",
        "date",
        "kéo dài thời gian thực hiện đến hết quý I/2025",
    ),
    YearRule(
        "to_come",
        rf"{_TO_COME}(?:\s+(?!{_NOT_TO_COME}){_WORD}){{0,8}}\s+(?:ngày\s+)?(?:{_D}|{_MONTHS}){_AT_THE_LATEST}",
        "date",
        "còn lại hoàn thành trong tháng 12/2025",
        _OWN,
    ),
    YearRule(
        "cutoff",
        rf"{_CUTOFF}(?:\s+|(?<=\())(?:hết\s+)?(?:(?:ngày|thời điểm)\s+)*(?:{_D}|{_M})",
        "date",
        "tính đến ngày 15/11/2025",
        _OWN,
    ),
    YearRule("cutoff_year", rf"đến\s+(?:hết|cuối)\s+năm\s+{_Y}", "year", "đến hết năm 2025", _OWN),
    YearRule(
        "target",
        rf"(?<!tính )(?:đến|tới|trước|tầm nhìn|định hướng|sau)(?:\s+đến)?\s+năm\s+{_Y}",
        "year",
        "định hướng đến năm 2030",
    ),
    YearRule(
        "term",
        rf"(?:nhiệm kỳ|khóa\s+\w+,?(?:\s+nhiệm kỳ)?)\s+\(?{_Y}{_TO}{_Y}",
        "year",
        "nhiệm kỳ 2020 - 2025",
    ),
    YearRule(
        "year_span",
        rf"(?:(?:giai đoạn|thời kỳ|năm học|niên khóa|năm)\s+)?{_Y}{_TO}{_Y}"
        rf"|(?:từ\s+)?năm\s+{_Y}\s+(?:chuyển\s+)?sang\s+năm\s+{_Y}"
        rf"|cuối\s+năm\s+{_Y}(?:,|\s+và|{_DASH})?\s*đầu\s+năm\s+{_Y}"
        rf"|(?<![\d/.])(?:năm\s+)?{_Y}\s?/\s?(?:năm\s+)?{_Y}(?!/)",
        "year",
        "năm học 2025 - 2026",
        _NEAR,
        rolling=True,
    ),
    YearRule(
        "event",
        r"(?:đại hội(?:\s+đảng)?|bầu cử|tổng điều tra|bão\s+số\s+\d{1,2}(?:\s+\(\w+\))?)"
        rf"(?:\s+(?!năm\b){_WORD}){{0,12}}\s+năm\s+{_Y}"
        r"|(?:sắp xếp(?:,\s+tinh gọn)?|sáp nhập|hợp nhất|chia tách)"
        rf"(?:\s+(?!(?:năm|đã)\b){_WORD}){{0,7}}\s+năm\s+{_Y}",
        "year",
        "bầu cử đại biểu Quốc hội năm 2026",
    ),
    YearRule("lunar_year", rf"{_LUNAR}\b(?:(?:\s+năm|\s*[-–])?\s+\(?{_Y})?", "year", "Tết Ất Tỵ 2025"),
    YearRule(
        "is_a_year",
        rf"năm\s+{_Y}(?=(?:(?:\s+được\s+\w+\s+\w+)?\s+là|,|\s*[-–])\s+năm\b(?!\s+\d))",
        "year",
        "Năm 2025 là năm cuối nhiệm kỳ",
    ),
    YearRule(
        "past_act",
        rf"(?:{_PAST})(?:\s+(?:từ|vào|trong))?(?:\s+(?:đầu|giữa|cuối))?\s+năm\s+{_Y}",
        "year",
        "thành lập năm 2025",
    ),
    YearRule(
        "comparison",
        r"(?:so(?:\s+sánh)?(?:\s+với)?|(?:cao|thấp|nhiều|ít)\s+hơn|cùng kỳ)"
        rf"(?:\s+(?!năm\s+\d|ngày\b)(?:{_WORD}|\d{{1,2}}(?=\s+tháng))){{0,6}}"
        rf"\s+(?:năm\s+)?\(?{_Y}(?!\s?/\s?(?:năm\s+)?{_Y})|năm\s+(?:trước|ngoái)\s*\((?:năm\s+)?{_Y}"
        rf"|(?<=\()năm\s+{_Y}(?=\s*:|\s+(?:là|có|đạt)\b)",
        "year",
        "so với cùng kỳ năm 2024",
        _NEAR,
    ),
    YearRule(
        "summing_up",
        rf"tổng kết(?:,?\s+(?!năm\b){_WORD}){{0,8}}\s+năm\s+{_Y}",
        "year",
        "tổng kết công tác dân vận năm 2024",
        _NEAR,
    ),
    YearRule(
        "year_list",
        rf"năm\s+{_Y}(?:(?:\s*[,;]\s*|\s+và\s+)(?:năm\s+)?{_Y})+",
        "year",
        "các năm 2023, 2024, 2025",
        in_titles=_SERIES,
    ),
    YearRule(
        "column_year",
        rf"\A(?:năm|TH|thực hiện(?:\s+năm)?)\s+{_Y}\Z",
        "year",
        "Năm 2023",
        _OWN,
        _SERIES,
        sure=True,
    ),
    YearRule("lone_year", rf"\A{_Y}\Z", "year", "2023", in_titles=_SERIES, sure=True),
    YearRule(
        "own_year",
        rf"(?:(?<![\d.,/])\d{{1,2}}\s+tháng\s+(?:đầu\s+|cuối\s+)?)?năm\s+{_Y}",
        "year",
        "sáu tháng đầu năm 2025",
        _OWN,
        _NEAR,
        sure=True,
    ),
    YearRule("date", rf"(?:ngày\s+)?(?<![\d/]){_D}", "date", "ngày 24/01/2025", (1,)),
    YearRule(
        "months",
        rf"{_M}(?:\s?(?:,|-|–|và|đến|tới)\s*(?:hết\s+)?{_M})+",
        "date",
        "quý IV/2025 và quý I/2026",
        _OWN,
        _NEAR,
        ahead=True,
    ),
    YearRule("month", _M, "date", "tháng 12/2025; quý I/2026", (1,), _NEAR),
    YearRule(
        "bare_month",
        rf"(?<![\d/])(?:[TQ]?\d{{1,2}}|\d{{1,2}}T)/{_Y}(?!/)",
        "date",
        "đầu 11/2025",
        (1,),
        _NEAR,
    ),
    YearRule("day", r"ngày\s+\d{1,2}(?:/|\s+tháng\s+)\d{1,2}(?![\d/])", "date", "trước ngày 15/12"),
    YearRule(
        "amount",
        rf"(?<![\w/]){_Y}"
        r"\s+(?:lượt|người|hộ|hồ sơ|đơn|tin|bài|triệu|tỷ|đồng|mô hình|ý kiến|cuộc|đảng viên|đoàn viên)\b",
        "figure",
        "2025 lượt người",
    ),
    YearRule("bare_year", rf"(?<![\w./]){_Y}(?![\w/])", "year", "kế hoạch 2025", in_titles=_NEAR, sure=True),
    YearRule("phone", r"0\d{1,3}(?:[ .-]?\d{2,4}){2,3}(?!\w|[.,]\d)", "figure", "0912.345.678"),
    YearRule(
        "figure",
        r"(?<!\w)(?<!\w[./,–-])(?:(?<![^\s(])[+-])?"
        rf"(?>{_AMOUNT}(?:/\d+|{_DASH}{_AMOUNT})?)(?:%(?!\w)|(?![\w/%])|{_UNIT})",
        "figure",
        "171 người; 84,5%; từ 18 đến 35 tuổi",
    ),
)
"""In the order they are tried at each place of a text."""


def _named(rule: YearRule) -> str:
    # A figure may begin with its sign, which is no letter; all else begins where a word does.
    return (
        f"(?P<{rule.id}>{rule.pattern})" if rule.id == "figure" else rf"(?P<{rule.id}>\b(?:{rule.pattern}))"
    )


_BY_ID = {rule.id: rule for rule in RULES}
_TELLING = re.compile(rf"\d|\b{_LUNAR}\b", re.IGNORECASE)
"""What a text must hold for a rule to find something that can grow old: most paragraphs hold neither."""
_YEAR = re.compile(rf"(?<!\d){_Y}")
_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}}){_TO_YEAR}{_Y}")
_IN_TITLE = re.compile(
    rf"(?:,?\s*\(?ngày\s+{_D}\)?)?(?:,?\s+của\s+[^,;:.()]*?)?,?\s+"
    r"(?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|tổ chức|thực hiện|triển khai|công tác|giao|"
    r"công bố|tổng kết)\b[^;:.]*\Z",
    re.IGNORECASE,
)
"""From a cited document to a year in its title: "… của Văn phòng về công tác dân vận năm 2025"."""
_ONCE = re.compile(
    r"\b(?:bầu cử|đại hội|tổng điều tra|kỷ niệm\s+(?:lần thứ\s+)?\d+|khánh thành|khởi công|sáp nhập|hợp nhất|"
    r"sắp xếp(?:,\s+tinh gọn)?|thành lập|giải thể|ra mắt|khai trương|tái lập)\b",
    re.IGNORECASE,
)
"""What no year brings again on the same day."""
_TIMES_TO_COME = frozenset(("date", "month", "months", "bare_month", "to_come"))
_SENTENCE_END = re.compile(r"[;!?](?=\s|\Z)|\.(?=\s+[^\W\d_]|\s*\Z)")
_LEAP_DAY = re.compile(r"\b29(?:\s?[/.-]\s?|\s+tháng\s+)0?2\b", re.IGNORECASE)


@cache
def _any() -> re.Pattern[str]:
    """Compile all rules into one pattern: when a text is first looked at, for it takes a while."""
    return re.compile("|".join(map(_named, RULES)), re.IGNORECASE)


def tokens(text: str) -> Iterator[Token]:
    """Give what the rules find in ``text``, from left to right, never two at one place."""
    if _TELLING.search(text) is None:
        return
    title_begins: int | None = None
    for match in _any().finditer(text):
        start, end, rule = match.start(), match.end(), _BY_ID[str(match.lastgroup)]
        names_year = rule.kind != "document" and _YEAR.search(match[0]) is not None
        in_title = names_year and title_begins is not None and _IN_TITLE.match(text, title_begins, start)
        is_bound = bool(in_title) or (names_year and _comes_once(text, start, end, rule))
        yield Token(start, end, match[0], rule, is_bound)
        if rule.kind == "document":
            title_begins = end
        elif names_year:
            title_begins = None  # one title, one year: what follows is the sentence's own


def _comes_once(text: str, start: int, end: int, rule: YearRule) -> bool:
    """Tell whether the sentence around a date to come speaks of what no year brings again."""
    if rule.id not in _TIMES_TO_COME:
        return False
    begin = max((mark.end() for mark in _SENTENCE_END.finditer(text, 0, start)), default=0)
    following = _SENTENCE_END.search(text, end)
    return _ONCE.search(text, begin, following.start() if following else len(text)) is not None


def advanced(text: str, year: int, by: int = 1, *, title: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` of the report of ``year`` as the report ``by`` years later has it, and what is stale.

    Only digits of years change: the result is as long as ``text`` and its tokens lie where they lay.
    What is stale are the texts, as they now stand, of the tokens that the user has to look at.
    """
    result = list(text)
    stale = []
    for token in tokens(text):
        for start, new in _rising(token, year, by, title=title):
            result[start : start + 4] = str(new)
        if _grows_old(token, year, title=title):
            stale.append("".join(result[token.start : token.end]))
    return "".join(result), tuple(stale)


def _rising(token: Token, year: int, by: int, *, title: bool) -> list[tuple[int, int]]:
    """Give the place and the new value of each year of ``token`` that goes up."""
    from calendar import isleap  # its month names cost more than a look at them at each start

    rule = token.rule
    offsets = rule.in_titles if title and rule.in_titles is not None else rule.rises
    found = [(token.start + match.start(), int(match[0])) for match in _YEAR.finditer(token.text)]
    if token.is_bound or (rule.rolling and not _rolls(token.text, [value for _, value in found], year)):
        return []
    if rule.ahead and all(value <= year for _, value in found):
        return []
    rising = [
        (start, value + by)
        for start, value in found
        if value - year in offsets and not (_LEAP_DAY.search(token.text) and not isleap(value + by))
    ]
    return rising if rule.kind != "date" or len(rising) == len(found) else []  # a range moves whole


def _rolls(text: str, years: list[int], own: int) -> bool:
    """Tell whether ``text`` names two years in a row, or twelve months from one year into the next."""
    if len(years) != 2 or abs(years[1] - years[0]) != 1 or own not in years:
        return False
    months = [int(month) for month in _MONTH.findall(text)]
    return len(months) != 2 or (years[1] > years[0] and months[1] - months[0] in {-1, 0})


def _grows_old(token: Token, year: int, *, title: bool) -> bool:
    """Tell whether ``token`` must be looked at: all but what never grows old and what surely went up."""
    rule = token.rule
    if rule.kind is None:
        return False
    if rule.kind == "document":
        return rule.id == "document" or _YEAR.search(token.text) is not None
    if rule.kind != "year":
        return True
    count = len(_YEAR.findall(token.text))
    risen = [new for _, new in _rising(token, year, 0, title=title) if new >= year]
    return not (rule.sure and title and len(risen) == count)
