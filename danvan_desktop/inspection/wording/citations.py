"""Citations (viện dẫn): documents cited by number, and what each mention states of them.

First mention: type, number and symbol, date, issuer, title; later ones: type, number and symbol only
(điểm b khoản 6 Mục II Phần I Phụ lục I). What a mention holds is looked for up to the end of its clause.
"""

import re
from collections.abc import Iterable, Iterator

from danvan_desktop.frozen import frozen

_TYPES = (
    "Nghị quyết liên tịch|Nghị quyết|Nghị định|Chỉ thị|Kết luận|Quyết định|Thông tư liên tịch|Thông tư"
    "|Công văn|Công điện|Kế hoạch|Quy định|Quy chế|Hướng dẫn|Chương trình|Thông báo|Đề án|Tờ trình"
    "|Báo cáo|Văn bản"
)
_MENTION = re.compile(
    rf"\b(?P<type>{_TYPES}|{_TYPES.lower()})\s+số:?\s*"
    r"(?P<symbol>\d+[a-z]?(?:/\d{4})?(?:\s*[-/]\s*[A-ZĐƯƠ][A-Za-zĐđƯưƠơ&.]*)+)"
)
_DATE = re.compile(
    r",?\s*(?:ban hành\s+)?ngày\s+\d{1,2}\s*(?:/|-|\s*tháng\s*)\s*\d{1,2}\s*(?:/|-|\s*năm\s*)\s*\d{4}"
)
_ISSUER = re.compile(r"\bcủa\s+[A-ZĐÀ-Ỹ]")
_TITLE = re.compile(
    r"\b(?:về|quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|phê duyệt|triển khai|thực hiện|tăng cường|phát động"
    r"|tổ chức|đẩy mạnh|công bố|giao)\b|[“\"]"
)
_STOP = re.compile(r"[.;](?=\s|$)|\bvà\s+(?:các\s+)?(?=" + _TYPES + r")")
_ISSUED = re.compile(r"\b(?:ban hành|đã ban hành|xây dựng|tham mưu|có)\b[^.;]*$")
_GENERIC = "văn bản"


@frozen
class Mention:
    """One citation of a document by number."""

    type: str
    symbol: str
    """As written."""
    text: str
    """The paragraph it stands in."""
    written: str
    """The words of the citation, up to the symbol."""
    is_first: bool
    has_date: bool
    has_issuer: bool
    has_title: bool

    @property
    def name(self) -> str:
        """Type, number and symbol."""
        return f"{self.type} số {self.symbol}"

    @property
    def lacks(self) -> list[str]:
        """What a first mention should state and this one does not."""
        stated = {
            "ngày, tháng, năm": self.has_date,
            "cơ quan ban hành": self.has_issuer,
            "trích yếu": self.has_title,
        }
        return [what for what, present in stated.items() if not present]

    @property
    def is_generic(self) -> bool:
        """Whether it calls the document just "văn bản"."""
        return self.type.lower() == _GENERIC

    @property
    def has_gaps(self) -> bool:
        """Whether there are blanks within number and symbol."""
        return bool(re.search(r"\s", self.symbol))


def mentions(texts: Iterable[str]) -> Iterator[Mention]:
    """Yield the mentions in ``texts`` in reading order."""
    seen: set[str] = set()
    for text in texts:
        found = [*_MENTION.finditer(text)]
        for match, below in zip(found, (*found, None)[1:], strict=True):
            end = below.start() if below else len(text)
            key = re.sub(r"\s", "", match["symbol"]).rstrip(".").upper()
            yield _mention(text, match, end, is_first=key not in seen)
            seen.add(key)


def without_gaps(text: str) -> str:
    """Return ``text`` without blanks inside the number and symbol of documents: "12/KH - UBND"."""
    return _MENTION.sub(_symbol_without_gaps, text)


def _symbol_without_gaps(match: re.Match[str]) -> str:
    before = match.start("symbol") - match.start()
    return match[0][:before] + re.sub(r"\s", "", match[0][before:])


def _mention(text: str, match: re.Match[str], end: int, *, is_first: bool) -> Mention:
    after = text[match.end() : end]
    if stop := _STOP.search(after):
        after = after[: stop.start()]
    dated = _DATE.search(after)
    issuer = _ISSUER.search(after)
    return Mention(
        type=match["type"],
        symbol=match["symbol"].rstrip("."),
        text=text,
        written=match[0],
        is_first=is_first,
        has_date=dated is not None,
        has_issuer=issuer is not None or bool(_ISSUED.search(text[: match.start()])),
        has_title=bool(_TITLE.search(after)),
    )
