"""How full a line is: whether the next word would still have fitted tells a wrap from an end.

Lines of a PDF are as wide as their letters in Times; lines of a mail or an editor are as wide as
their number of characters. Both are tried and the one that explains the text better is taken.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from danvan_desktop.importers.text.lines import Line

_GROUPS = (
    (250, " .,"),
    (278, "/:;ijlt"),
    (333, "()-!frI'‘’"),
    (389, "sJ"),
    (444, 'acez?“”"'),
    (500, "bdghknopquvxyđơ0123456789*#$_–"),
    (556, "FPSư"),
    (611, "ELTZ"),
    (667, "BCR"),
    (722, "wADGHKNOQUVXYĐƠƯ"),
    (778, "m&"),
    (889, "M"),
    (944, "W"),
    (1000, "…—"),
)
_TIMES = {letter: width for width, letters in _GROUPS for letter in letters}
"""Thousandths of the size; marks above and below do not widen a letter."""

_WIDEST_WRAPPED = 130
"""Characters: no line on an upright A4 page is longer; a longer one is a paragraph by itself."""
_INDENT = 0.075
"""A first line is shorter by its indent, up to this share of the width (12.7 mm of 170)."""


class Fit(Enum):
    """Whether the next line's first word would still have fitted on this one."""

    FULL = "no"
    NEAR = "perhaps"
    SHORT = "easily"


@lru_cache(maxsize=20_000)
def _times(word: str) -> float:
    total = 0
    for letter in word:
        width = _TIMES.get(letter)
        total += _TIMES.get(unicodedata.normalize("NFD", letter)[0], 500) if width is None else width
    return total / 1000


def times_width(text: str) -> float:
    """The width of ``text`` in Times, in ems."""
    words = text.split(" ")
    return sum(map(_times, words)) + 0.25 * (len(words) - 1)


def _characters(text: str) -> float:
    return float(len(text))


@dataclass(frozen=True, slots=True)
class Measure:
    """The width of the text area, as found from the text itself."""

    width: Callable[[str], float] = times_width
    limit: float = 32.4
    wrapped: bool = False
    """Whether the lines of the text are wrapped at all, rather than each being a paragraph."""

    def fit(self, above: Line, below: Line, *, first: bool) -> Fit:
        """Tell whether ``above``, the ``first`` line of its paragraph or not, had no room for a word more."""
        if not self.wrapped and len(above.text) > _WIDEST_WRAPPED:
            return Fit.SHORT
        word = below.text.split(" ", 1)[0]
        share = (self.width(above.text) + self.width(" ") + self.width(word)) / self.limit
        if share >= (1 - _INDENT if first else 0.985):
            return Fit.FULL
        return Fit.NEAR if share >= (0.84 if first else 0.93) else Fit.SHORT


def measure(lines: Sequence[Line]) -> Measure:
    """Find out how wide ``lines`` were set and in what measure."""
    wrappable = [line for line in lines if len(line.text) <= _WIDEST_WRAPPED]
    if sum(len(line.text) for line in wrappable) * 2 < sum(len(line.text) for line in lines) or not wrappable:
        return Measure()
    candidates = [_fitted(wrappable, width) for width in (times_width, _characters)]
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank_before and b.text[:1].islower()]
    return min(candidates, key=lambda found: sum(found.fit(a, b, first=False) is Fit.SHORT for a, b in pairs))


def _fitted(lines: Sequence[Line], width: Callable[[str], float]) -> Measure:
    widths = sorted(width(line.text) for line in lines)
    limit = widths[int(len(widths) * 0.95)]
    near = sum(value >= limit * 0.85 for value in widths)
    return Measure(width, max(limit, 1.0), wrapped=len(widths) >= 4 and near * 4 >= len(widths))
