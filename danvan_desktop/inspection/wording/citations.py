"""Citations (viện dẫn): documents cited by number, and what each mention states of them.

First mention: type, number and symbol, date, issuer, title; later ones: type, number and symbol only
(điểm b khoản 6 Mục II Phần I Phụ lục I). What a mention holds is looked for up to the end of its clause.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.wording.cited_titles import SENTENCE, TITLE, TYPES, is_in_title

_GROUP = r"[A-ZĐƯƠÂÊÔĂ][A-Za-zĐđƯưƠơÂâÊêÔôĂă\d&.]*(?!\w)"
_LOOSE_GROUP = r"[A-ZĐƯƠÂÊÔĂ][A-ZĐƯƠÂÊÔĂ\d&.]*(?:TTg|TTr)?(?!\w)"
"""A group of the symbol that blanks part from the sign before it: never a word of the sentence."""
_MENTION = re.compile(
    rf"\b(?P<type>{TYPES}|{TYPES.lower()})\s+số:?\s*"
    rf"(?P<symbol>\d+[a-z]?(?:/\d{{4}})?(?:[-/]{_GROUP}|\s*[-/]\s*{_LOOSE_GROUP})+)"
)
_DAY = r"ngày\s+\d{1,2}\s*(?:/|-|\.|\s*tháng\s*)\s*\d{1,2}\s*(?:/|-|\.|\s*năm\s*)\s*(?P<year>\d{4})"
_DATE = re.compile(_DAY)
_DATED_BEFORE = re.compile(rf"(?:^|\b(?:vào|trong|từ)\s+){_DAY}[^.;]*$", re.IGNORECASE)
"""The day stands at the beginning of the sentence: "Ngày 03/6/2025, Sở Nội vụ ban hành Kế hoạch số …"."""
_ISSUER = re.compile(
    r"\bcủa\s+(?:[A-ZĐÀ-Ỹ]|(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|liên|ngành|cơ quan|cấp|các)\b)"
)
_STOP = re.compile(r"(?<!\bTP)(?<!\bTp)(?<!\bTX)[.;](?=\s|$)|\bvà\s+(?:các\s+)?(?=" + TYPES + r")")
_ISSUED = re.compile(
    r"\b(?:ban hành|đã ban hành|xây dựng|tham mưu|có|ký|thông qua|phê duyệt)\b[^.;]*$", re.IGNORECASE
)
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
    """Yield the mentions in ``texts`` in reading order.

    What the title of another document names is no mention: that title has its own words.
    """
    seen: dict[str, str] = {}
    named: set[str] = set()
    for text in texts:
        found = [*_MENTION.finditer(text)]
        above: re.Match[str] | None = None
        within = False
        for match, below in zip(found, (*found, None)[1:], strict=True):
            end = below.start() if below else len(text)
            key = re.sub(r"\s", "", match["symbol"]).rstrip(".").upper()
            between = text[above.end() : match.start()] if above else None
            within = is_in_title(text[: match.start()], between, within=within)
            above = match
            if within:
                named.add(key)
                continue
            dated = _dated(text, match, end)
            again = key in seen and (not dated or not seen[key] or dated == seen[key])
            mention = _mention(text, match, end, is_first=not again)
            if mention.is_first and key in named and not mention.has_date:
                mention = replace(mention, is_first=False)
            yield mention
            seen.setdefault(key, dated)


def _dated(text: str, match: re.Match[str], end: int) -> str:
    """Return the day of a mention in figures, "" where it has none."""
    after = _own_words(text, match, end)
    found = _DATE.search(after)
    return "/".join(str(int(part)) for part in re.findall(r"\d+", found[0])) if found else ""


def _own_words(text: str, match: re.Match[str], end: int) -> str:
    after = text[match.end() : end]
    stop = _STOP.search(after)
    return after[: stop.start()] if stop else after


def without_gaps(text: str) -> str:
    """Return ``text`` without blanks inside the number and symbol of documents: "12/KH - UBND"."""
    return _MENTION.sub(_symbol_without_gaps, text)


def _symbol_without_gaps(match: re.Match[str]) -> str:
    before = match.start("symbol") - match.start()
    return match[0][:before] + re.sub(r"\s", "", match[0][before:])


def _mention(text: str, match: re.Match[str], end: int, *, is_first: bool) -> Mention:
    after = _own_words(text, match, end)
    before = SENTENCE.split(text[: match.start()])[-1].lstrip()
    explained = before.rstrip().endswith("(") and bool(before.strip(" ("))
    alone = _MENTION.search(before) is None
    return Mention(
        type=match["type"],
        symbol=match["symbol"].rstrip("."),
        text=text,
        written=match[0],
        is_first=is_first,
        has_date=bool(_DATE.search(after)) or (alone and bool(_DATED_BEFORE.search(before))),
        has_issuer=bool(_ISSUER.search(after)) or explained or bool(_ISSUED.search(text[: match.start()])),
        has_title=bool(TITLE.search(after)) or explained,
    )
