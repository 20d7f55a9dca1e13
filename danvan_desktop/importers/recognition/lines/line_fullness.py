"""Soft wrap or end of paragraph: whether the next word would still have fitted on the line.

Lines of a PDF are as wide as their letters in Times; lines of a mail or an editor are as wide as
their number of characters. Both are tried and the one that explains the text better is taken.
"""

import unicodedata
from collections.abc import Callable, Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.recognition.lines.list_markers import parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.text_lines import TextLine

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
_NARROWEST_PAGE = 45
"""Characters: lines that are all shorter are short by themselves, not wrapped."""
_INDENT = 0.075
"""A first line is shorter by its indent, up to this share of the width (12.7 mm of 170)."""


_TOLERANCE = 0.012
"""Justified lines are squeezed a little, and the letters' widths are not exact."""
_FEWEST_LINES = 4


class WordFit(Enum):
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


@frozen
class TextWidth:
    """The width of the text area, as found from the text itself."""

    width: Callable[[str], float] = times_width
    widest: float = 32.4
    limit: float = 32.4
    """A line with the next line's first word is at least this wide where the word did not fit."""
    first_limit: float = 30.0
    """The same for the first line of a paragraph, which is indented."""
    wrapped: bool = False
    """Whether the lines of the text are wrapped at all, rather than each being a paragraph."""
    residue: bool = False
    """Whether a blank line follows the first line of paragraphs, where the indent was."""

    def fit(self, above: TextLine, below: TextLine, *, first: bool) -> WordFit:
        """Tell whether ``above``, the ``first`` line of its paragraph or not, had no room for a word more."""
        if not self.wrapped or len(above.text) > _WIDEST_WRAPPED:
            return WordFit.SHORT
        share = _with_next(self.width, above, below) / (self.first_limit if first else self.limit)
        if share >= 1 - _TOLERANCE:
            return WordFit.FULL
        return WordFit.NEAR if share >= 1 - 6 * _TOLERANCE else WordFit.SHORT


def measure(lines: Sequence[TextLine]) -> TextWidth:
    """Find out how wide ``lines`` were set and in what measure."""
    wrappable = [line for line in lines if len(line.text) <= _WIDEST_WRAPPED]
    if sum(len(line.text) for line in wrappable) * 2 < sum(len(line.text) for line in lines) or not wrappable:
        return TextWidth()
    wraps = _Wraps.found_in(wrappable)
    candidates = [_fitted(wrappable, wraps, width) for width in (times_width, _characters)]
    # In the right measure no line is wider than the narrowest one that a further word did not fit on.
    return min(candidates, key=lambda found: found.widest / found.limit)


@frozen
class _Wraps:
    """Pairs of lines that are surely one paragraph: the upper is unfinished, the lower begins small."""

    first: list[tuple[TextLine, TextLine]]
    """The upper line is the first of its paragraph."""
    later: list[tuple[TextLine, TextLine]]

    @classmethod
    def found_in(cls, lines: Sequence[TextLine]) -> "_Wraps":
        """Find the sure pairs of ``lines``."""
        wraps = cls([], [])
        ended = True
        for above, below in pairwise(lines):
            begins = above.blank_before or ended or parse_mark(above.text) is not None
            ended = is_ended(above.text)
            if not above.text or not below.text:
                continue  # a table is no line that goes on
            if not ended and below.text[0].islower() and parse_mark(below.text) is None:
                if begins and not above.text[0].islower():
                    wraps.first.append((above, below))
                elif not below.blank_before:
                    wraps.later.append((above, below))
        return wraps


def _fitted(lines: Sequence[TextLine], wraps: _Wraps, width: Callable[[str], float]) -> TextWidth:
    widths = sorted(width(line.text) for line in lines)
    widest = max(_at(widths, 0.95), 1.0)
    near = sum(value >= widest * 0.85 for value in widths)
    limit = _narrowest(wraps.later, width, widest)
    blank = sum(below.blank_before for _, below in wraps.first)
    return TextWidth(
        width,
        widest,
        limit,
        _narrowest(wraps.first, width, limit * (1 - _INDENT)),
        wrapped=len(widths) >= _FEWEST_LINES and near * 4 >= len(widths) and _is_a_page_wide(lines),
        residue=blank * 2 > len(wraps.first) >= _FEWEST_LINES,
    )


def _is_a_page_wide(lines: Sequence[TextLine]) -> bool:
    return max(len(line.text) for line in lines) >= _NARROWEST_PAGE


def _narrowest(
    pairs: Sequence[tuple[TextLine, TextLine]], width: Callable[[str], float], otherwise: float
) -> float:
    """The width from which on lines of ``pairs`` were wrapped; too few pairs say nothing."""
    found = sorted(_with_next(width, above, below) for above, below in pairs)
    return max(_at(found, 0.05), otherwise * 0.9) if len(found) >= _FEWEST_LINES else otherwise


def _with_next(width: Callable[[str], float], above: TextLine, below: TextLine) -> float:
    return width(above.text) + width(" ") + width(below.text.split(" ", 1)[0])


def _at(values: Sequence[float], share: float) -> float:
    return values[int(len(values) * share)]
