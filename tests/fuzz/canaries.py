"""Canary words: planted in the text of a seed, they tell whether a word of a file came through an import."""

import re
from collections.abc import Iterable

_CANARY = re.compile(r"zq\d{3,4}x", re.IGNORECASE)
_PROSE = 4
"""Words of a text that bears a canary: labels ("Số:", "Nơi nhận:") stay what the recogniser looks for."""
_ON_EVERY_PAPER = re.compile(r"CỘNG H|Độc lập|ngày .+ tháng|Số:|Nơi nhận", re.IGNORECASE)
FOREIGN = range(900, 1000)
"""Numbers of the words that mutators bring in themselves."""


def canary(number: int) -> str:
    """The canary word of that number."""
    return f"zq{number:03}x"


def canaries_in(text: str) -> frozenset[str]:
    """The canaries that ``text`` holds as whole words or within others."""
    return frozenset(word.lower() for word in _CANARY.findall(text))


def canaries_across(texts: Iterable[str]) -> frozenset[str]:
    """The canaries in ``texts``, also where blanks were put between their letters."""
    return frozenset().union(*(canaries_in("".join(text.split())) for text in texts))


class Planter:
    """Plants canaries, each another one, in the texts that it is given."""

    def __init__(self, *, everywhere: bool = False) -> None:
        self._number = 0
        self._everywhere = everywhere
        """Also in short texts and labels, which are then no longer recognised."""

    def __call__(self, text: str) -> str:
        """``text`` with a canary behind its second word, if it is long enough to bear one."""
        words = text.split(" ")
        if not text.strip():
            return text
        if not self._everywhere and (len(words) < _PROSE or _ON_EVERY_PAPER.search(text)):
            return text
        self._number += 1
        return " ".join([*words[:2], canary(self._number), *words[2:]])
