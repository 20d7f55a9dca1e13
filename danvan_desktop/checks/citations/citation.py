"""Citations read from a text: kind, number and symbol, date, issuer and title, with their places."""

import re
from collections.abc import Iterator
from datetime import date

from danvan_desktop.frozen import frozen
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.model import PartialDate
from danvan_desktop.report.text.dates import whole_date

KINDS = (
    *("Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Chỉ thị", "Kết luận", "Quyết định"),
    *("Thông tư liên tịch", "Thông tư", "Công văn", "Công điện", "Văn bản", "Kế hoạch", "Quy định"),
    *(
        "Quy chế",
        "Hướng dẫn",
        "Thông báo kết luận",
        "Thông báo",
        "Thông tri",
        "Chương trình hành động",
        "Chương trình",
        "Đề án",
    ),
    *("Báo cáo", "Tờ trình", "Giấy mời"),
)
"""What is cited by number and symbol; laws are cited by their name."""
SYMBOL = r"\d{1,5}[a-z]?(?:/(?:19|20)\d\d)?[/-][A-ZĐ][A-Za-zĐđ&.]*\d*(?:\s?[/-]\s?[A-ZĐ][A-Za-zĐđ&]*\d*)*"
_DAY = (
    r"(?:(?:được )?(?:ban hành|ký)\s+)?ngày\s+(?P<day>\d{1,2})(?:[/.-]|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:[/.-]|\s+năm\s+)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_KIND = rf"(?<!\w)(?i:{'|'.join(KINDS)})"
_TITLE_BEGINS = (
    "[Vv]/v|về|quy định|thông báo|kết luận|ban hành|phê duyệt|hướng dẫn|sửa đổi|công bố|thành lập"
    "|triển khai|thực hiện|tiếp tục"
    "|công nhận|cử|khen thưởng|tặng|thu hồi|bổ nhiệm|giải quyết|trả lời|yêu cầu|báo cáo|đôn đốc|chỉ đạo"
    "|hỗ trợ|chấp thuận|nâng cao|xây dựng|thông qua|bổ sung|lấy ý kiến|tuyên truyền|phối hợp|rà soát|cung cấp"
    "|góp ý|kiện toàn|giao|bãi bỏ|kèm theo|tổ chức|tăng cường|phân công|điều chỉnh|đề nghị"
    "|xin ý kiến|đẩy mạnh"
)
"""The words that a trích yếu begins with, behind the issuer."""
_NEXT = rf"\s+và\s+{_KIND}\s+(?:số\s+)?\d"
_ISSUER = (
    r"(?:của|do)\s+(?P<issuer>(?:(?:Sở|Bộ|Ban)\s[^,;.()“]{1,40},\s[^,;.()“]{1,40}\svà\s[^,;.()“]{1,30}?"
    rf"|[^\W\d_][^,;.()“]*?))(?=\s+(?:{_TITLE_BEGINS})(?!\w)|\s*[,;.:()“]|\s+(?:đã|có)\s|{_NEXT}|\s*$)"
)
_CONFERENCE = (
    r"(?P<conference>(?:của )?Hội nghị (?:lần thứ|Trung ương|Ban Chấp hành)[^,;.()“]*?(?=\s*[,;.()“]|\s*$))"
)
"""What a resolution of the Party's congress or conference is known by: it has no trích yếu."""
_CITATION = re.compile(
    rf"(?P<kind>{_KIND})(?P<so>\s+số:?)?\s+(?P<symbol>{SYMBOL})(?![\w/])"
    rf"(?:(?P<comma>,)?\s+{_DAY})?(?:,?\s+{_CONFERENCE}|\s+{_ISSUER})?"
)
_TITLE = re.compile(
    rf"\s+(?P<title>“[^”]+”|(?:{_TITLE_BEGINS})(?!\w)(?:“[^”]*”|[^.;:“”])+?)"
    r"(?=[.;:)”]|\s*\(|\s*$|,\s+(?:[A-ZĐÂÔƯỦ]|ngày|đã|trong|trên|góp phần|nhằm|theo|đồng thời|từ|các"
    rf"|cơ quan|đơn vị)|{_NEXT})"
)


@frozen
class Citation:
    """One place where a document is cited."""

    text: PlacedText
    start: int
    end: int
    kind: str
    """As written: "Nghị quyết"."""
    symbol: str
    """Number and symbol without spaces: "25-NQ/TW"."""
    has_so: bool
    """The word "số" stands before the number."""
    symbol_end: int
    """Where number and symbol end in the text."""
    comma: bool = False
    """A comma stands before the date."""
    issued_on: PartialDate = PartialDate()
    issuer: str = ""
    title: str = ""
    in_title: bool = False
    """It stands in the title of another document."""

    @property
    def day(self) -> date | None:
        """The date of the document where it is given and is one."""
        return whole_date(self.issued_on)

    @property
    def short(self) -> str:
        """Kind and symbol, as a document is cited from the second time on."""
        return f"{self.kind} số {self.symbol}"


def citations_in(text: PlacedText) -> Iterator[Citation]:
    """Read the citations of ``text``, from left to right; one may stand in the title of another."""
    titled = 0
    for hit in _CITATION.finditer(text.text):
        day, month, year = (int(hit[name]) if hit[name] else None for name in ("day", "month", "year"))
        title = _TITLE.match(text.text, hit.end())
        yield Citation(
            text,
            hit.start(),
            title.end() if title else hit.end(),
            hit["kind"].capitalize(),
            "".join(hit["symbol"].split()).rstrip("."),
            hit["so"] is not None,
            hit.end("symbol"),
            hit["comma"] is not None,
            PartialDate(year, month, day),
            (hit["issuer"] or hit["conference"] or "").removeprefix("của ").strip(),
            title["title"].strip() if title else (hit["conference"] or "").strip(),
            in_title=hit.start() < titled,
        )
        titled = max(titled, title.end() if title else 0)
