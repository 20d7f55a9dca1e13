"""Abbreviations in running text: where each stands, and where it is explained."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache

from danvan_desktop.frozen import frozen
from danvan_desktop.paths import resource
from danvan_desktop.report.find.texts import PlacedText

SHORT = re.compile(
    r"(?<![\w/.&-])[A-ZĐ]{2,}(?:&[A-ZĐ]+)?(?:-[A-ZĐ]{2,})?(?![\w&/]|-[^\W\d_a-zà-ỹ]|\.[^\W\d_])"
)
_ROMAN = re.compile(r"[IVXLC]+[ABC]?$")
_EXPLAINING = re.compile(r"\((?:[^()“]{0,40}\s)?[“\"]?$")
"""What stands before an abbreviation that is being explained: "(", "(viết tắt là "."""


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
    known = json.loads(resource("checks", "abbreviations.json").read_text("utf-8"))
    return known["common"], frozenset(known["free"])


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
            explains = bool(_EXPLAINING.search(text.text[: hit.start()])) and bool(
                re.match(r"[”\"]?\)", text.text[hit.end() :])
            )
            found.setdefault(hit[0], []).append(Use(text, hit.start(), hit.end(), explains))
    return found


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside are in capitals too: then it is a word and no abbreviation."""
    words = [*text[:start].split()[-1:], *text[end:].split()[:1]]
    return any(len(word.strip("(),.;:“”")) > 1 and word.strip("(),.;:“”").isupper() for word in words)
