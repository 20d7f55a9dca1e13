"""Abbreviations in running text: where each stands, and where it is explained."""

import re
from collections.abc import Iterable
from functools import lru_cache

from danvan_desktop.checks.facts import facts
from danvan_desktop.frozen import frozen
from danvan_desktop.report.find.texts import PlacedText
from danvan_desktop.report.text.fold_diacritics import fold

SHORT = re.compile(
    r"(?<![\w/.&-])[A-ZĐ]{2,}(?:&[A-ZĐ]+)?(?:-[A-ZĐ]{2,})?(?![\w&/]|-[^\W\d_a-zà-ỹ]|\.[^\W\d_])"
)
_ROMAN = re.compile(r"[IVXLC]+[ABC]?$")
_CALLED = re.compile(
    r"\((?:sau đây |dưới đây )?(?:được )?(?:viết tắt|gọi tắt|gọi chung|gọi|tắt)(?: là|:)?\s[“\"]?$",
    re.IGNORECASE,
)
"""What stands before an abbreviation that is being explained: "(sau đây gọi là UBND tỉnh)"."""
_OPENED = re.compile(r"\((?:[^()“]{0,40}\s)?[“\"]?$")
_CLOSED = re.compile(r"[”\"]?\)")
_ENDS_WITHIN = re.compile(r"(?:\s[^\W\d_]+){0,3}[”\"]?\)")
_LONG_BEHIND = re.compile(r"\s?\(\s?(?:là |tức )?(?P<long>[^()]{5,80})\)")
_LONGEST = 120
"""Letters before a bracket in which the long form is looked for."""

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = "(),.;:“”"


@frozen
class Use:
    """A place where an abbreviation stands."""

    text: PlacedText
    start: int
    end: int
    explains: bool
    """It stands in brackets behind what it is short for."""


@lru_cache(maxsize=1)
def lists() -> tuple[dict[str, str], frozenset[str]]:
    """Give what abbreviations in common use are short for, and those that need no explanation."""
    with facts("abbreviations.json") as known:
        return dict(known["common"]), frozenset(known["free"])


def uses_in(texts: Iterable[PlacedText]) -> dict[str, list[Use]]:
    """Give the uses of each abbreviation in running text, in reading order; cells are short by nature."""
    _, free = lists()
    found: dict[str, list[Use]] = {}
    for text in texts:
        if text.place.cell is not None or text.text.isupper():
            continue
        for hit in SHORT.finditer(text.text):
            if hit[0] in free or _ROMAN.match(hit[0]) or _is_in_capitals(text.text, hit.start(), hit.end()):
                continue
            explains = _explains(text.text, hit[0], hit.start(), hit.end())
            found.setdefault(hit[0], []).append(Use(text, hit.start(), hit.end(), explains))
    return found


def _explains(text: str, short: str, start: int, end: int) -> bool:
    """Tell whether an abbreviation stands in brackets behind what it is short for, or the other way round."""
    before = text[max(start - _LONGEST, 0) : start]
    if (_CALLED.search(before) and short not in before) or (
        _OPENED.search(before) and _CLOSED.match(text, end)
    ):
        return True
    if before.endswith("(") and _ENDS_WITHIN.match(text, end) and _is_short_for(short, before[:-1]):
        return True  # "Ủy ban nhân dân tỉnh (UBND tỉnh)"
    behind = _LONG_BEHIND.match(text, end)
    return behind is not None and _is_short_for(short, behind["long"])


def _is_short_for(short: str, words: str) -> bool:
    """Tell whether ``words`` hold, in a row, words that begin with the letters of ``short``."""
    common, _ = lists()
    long = common.get(short)
    if long is not None and fold(long) in fold(words):
        return True
    initials = "".join(word[0] for word in _WORD.findall(words)).upper()
    return short.replace("-", "").replace("&", "") in initials


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside are in capitals too: then it is a word and no abbreviation.

    A comma between them parts abbreviations that are listed.
    """
    before, after = text[:start].rsplit(maxsplit=1)[-1:], text[end:].split(maxsplit=1)[:1]
    beside = [word for word in before if word[-1].isalnum()]
    beside += [word for word in after if text[end : end + 1].isspace()]
    return any(len(word.strip(_SIGNS)) > 1 and word.strip(_SIGNS).isupper() for word in beside)
