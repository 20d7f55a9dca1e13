"""Offices by their names: of which type one is, who heads it, which one a text speaks of."""

import re
from collections.abc import Iterable

from danvan_desktop.report.text.fold_diacritics import fold_words

HEADS: dict[str, tuple[str, ...]] = {
    "văn phòng": ("chánh văn phòng",),
    "ủy ban nhân dân": ("chủ tịch", "ủy ban nhân dân"),
    "hội đồng nhân dân": ("chủ tịch", "hội đồng nhân dân"),
    "sở": ("giám đốc",),
    "trung tâm": ("giám đốc",),
    "bệnh viện": ("giám đốc",),
    "trường": ("hiệu trưởng", "giám đốc"),
    "chi cục": ("chi cục trưởng",),
    "phòng": ("trưởng phòng",),
    "thanh tra": ("chánh thanh tra",),
}
"""Types of offices whose head has one name everywhere."""
_BY_FOLD = {fold_words(office): tuple(map(fold_words, heads)) for office, heads in HEADS.items()}
_TYPES = sorted(_BY_FOLD, key=len, reverse=True)
_SHORT = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "vp": "van phong"}
_CLOSES = re.compile(
    r"\bbáo cáo(?P<between>[^.;]*?)\scủa\s+"
    r"(?P<office>(?:[A-ZĐÀ-Ỹ]\S*)(?:\s+(?!kính|xin|trân)[^\s,.;/]+){0,9})"
)
"""The sentence that ends a report: "Trên đây là báo cáo … của Sở Nội vụ"."""
_CITES = re.compile(
    r"\b(?:số|chỉ thị|nghị quyết|quyết định|kế hoạch|công văn|chương trình|đề án|quy định|quy chế|kết luận"
    r"|chỉ đạo|yêu cầu|ý kiến|hướng dẫn)\b",
    re.IGNORECASE,
)
_OWN_LEADERS = re.compile(
    r"-\s*(?:(?:ban\s+)?lãnh đạo|(?:các\s+)?(?:phó\s+)?giám đốc,? (?:các )?phó giám đốc)\s*"
    r"(?P<office>[^;.(]*)",
    re.IGNORECASE,
)


def office_words(name: str) -> str:
    """Return ``name`` folded, its usual abbreviations written out."""
    return " ".join(_SHORT.get(word, word) for word in fold_words(name).split())


def office_type(name: str) -> str | None:
    """Return the type of the office called ``name``, folded; None for one that has no usual head."""
    words = office_words(name)
    return next((kind for kind in _TYPES if words == kind or words.startswith(f"{kind} ")), None)


def is_headed_by(name: str, lines: Iterable[str]) -> bool | None:
    """Tell whether lines of signing name who heads the office; None where its type has no usual head."""
    kind = office_type(name)
    if kind is None:
        return None
    words = " ".join(office_words(line) for line in lines)
    return any(re.search(rf"\b{re.escape(head)}\b", words) for head in _BY_FOLD[kind])


def closing_office(text: str) -> str | None:
    """Return whose report the closing sentence says it is, None where it does not say."""
    found = None
    for match in _CLOSES.finditer(text):
        if not _CITES.search(match["between"]):
            found = match["office"]
    return found


def leaders_office(recipient: str) -> str | None:
    """Return of which office "- Lãnh đạo Sở;" speaks, None where it speaks of none."""
    match = _OWN_LEADERS.match(recipient)
    return (match["office"].strip() or None) if match else None


def may_be(name: str, issuers: Iterable[str]) -> bool:
    """Tell whether ``name`` may be one of the ``issuers``: it says no other type, and no other name of it."""
    kind, words = office_type(name), office_words(name)
    if kind is None:
        return True
    for issuer in issuers:
        own = office_words(issuer)
        if office_type(issuer) is None:
            return True
        if office_type(issuer) == kind and (
            kind in {words, own} or _begins_alike(words.removeprefix(kind), own.removeprefix(kind))
        ):
            return True
    return False


def _begins_alike(one: str, other: str) -> bool:
    """Whether one of two names begins with the first words of the other."""
    first, second = one.split(), other.split()
    count = min(len(first), len(second), 2)
    return first[:count] == second[:count]
