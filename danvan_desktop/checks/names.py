"""Names and titles with their capitals by the decree (PL II), from ``resources/checks/names.json``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from danvan_desktop.checks.facts import facts
from danvan_desktop.frozen import frozen
from danvan_desktop.report.text.fold_diacritics import fold

_TONE_PAIRS = (("ủy", "uỷ"), ("òa", "oà"), ("óa", "oá"))


@frozen
class Name:
    """A name as it is written, and the clause it follows."""

    written: str
    source: str
    also_small: bool
    """It has its capitals wherever it stands; else small letters may mean the kind, not the body."""
    is_title: bool
    """A title of office: it is written small of offices in general."""


@frozen
class MisspeltName:
    """A name with other capitals than its own, and what it should be."""

    start: int
    end: int
    right: str
    source: str
    is_general: bool
    """A title of which only the first letter is a capital: at the beginning of a sentence it may be right."""


class Names:
    """Finds names whose capitals are not their own."""

    def __init__(self, names: list[Name]) -> None:
        """Prepare for ``names``; the longest is tried first."""
        self._names = {_key(name.written): name for name in names}
        longest_first = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def wrong_in(self, text: str) -> Iterator[MisspeltName]:
        """Give the names in ``text`` with other capitals than their own; text in capitals is let be."""
        for hit in self._pattern.finditer(_key(text)):
            found = text[hit.start() : hit.end()]
            name = self._names[hit[0]]
            right = "".join(
                letter.upper() if of_name.isupper() else letter.lower()
                for letter, of_name in zip(found, name.written, strict=True)
            )
            meant = found[0].isupper() or name.also_small or _has_other_capitals(found, name.written)
            if meant and found != right and not _is_capitals(found):
                is_general = name.is_title and not any(map(str.isupper, found[1:]))
                yield MisspeltName(hit.start(), hit.end(), right, name.source, is_general)


@lru_cache(maxsize=1)
def names() -> Names:
    """Give the names that are shipped."""
    with facts("names.json") as known:
        return Names(
            [
                Name(written, group["source"], bool(group.get("also_small")), bool(group.get("titles")))
                for group in known["groups"]
                for written in group["names"]
            ]
        )


def _key(text: str) -> str:
    """Letter by letter in small letters, the tone mark of ủy and uỷ at one place."""
    key = text.lower()
    for old, new in _TONE_PAIRS:
        key = key.replace(new, old)
    return key if len(key) == len(text) else fold(text)


def _has_other_capitals(found: str, written: str) -> bool:
    """Tell whether a letter is a capital that is none in the name: it was meant as one."""
    return any(letter.isupper() and own.islower() for letter, own in zip(found, written, strict=True))


def _is_capitals(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 1]
    return all(word.isupper() for word in words)
