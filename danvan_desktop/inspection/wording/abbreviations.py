"""Abbreviations (chữ viết tắt) that a report uses without explaining them first."""

import re
from collections.abc import Iterable

from danvan_desktop.report.text.syllables import is_syllable

_ABBREVIATION = re.compile(r"(?<![\w/.\-])[A-ZĐƯƠÔÂĂÊ]{2,8}(?![\w/]|-[A-ZĐ\d])")
_ROMAN = re.compile(r"[IVXLC]+")
_EXPLAINED = re.compile(
    r"\((?:(?:sau đây )?(?:gọi tắt|viết tắt|gọi chung|gọi)(?: là)?)?:?\s*"
    r"[“\"]?(?P<short>[A-ZĐƯƠÔÂĂÊ]{2,8})[”\"]?\)"
)
_KNOWN = frozenset(
    ["AI", "ASEAN", "COVID", "GDP", "GRDP", "ISO", "PDF", "QR", "SMS", "TV", "USD", "VNĐ", "VND"]
)
"""Read by everybody; none of them is Vietnamese, or it is money."""
_SYMBOL = re.compile(r"\b\d+[a-z]?(?:/\d{4})?(?:\s*[-/]\s*[A-ZĐ][\w&.]*)+")


def unexplained(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the abbreviations of ``texts``: all of them, and those whose first use does not explain them.

    Lines and words in capitals and the symbols of documents do not count.
    """
    seen: dict[str, bool] = {}
    for text in texts:
        if text.isupper():
            continue
        plain = _SYMBOL.sub(lambda match: " " * len(match[0]), text)
        explained_at = {match.start("short"): match["short"] for match in _EXPLAINED.finditer(plain)}
        for match in _ABBREVIATION.finditer(plain):
            short = match[0]
            if _ROMAN.fullmatch(short) or short in _KNOWN or is_syllable(short.lower()):
                continue
            seen.setdefault(short, match.start() in explained_at)
    return list(seen), [short for short, explained in seen.items() if not explained]
