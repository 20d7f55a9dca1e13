"""Last year's words at a place *chưa rà*, worked out from the text as it stands: years that went up go back.

The report of last year may be gone; what it said follows from the rules by which it was carried over. Where
more than one text could have become the one that stands here, nothing is said.
"""

import re
from collections.abc import Iterator
from itertools import product

from danvan_desktop.report.lifecycle.review import ReviewMark, TextStretch, text_stretches
from danvan_desktop.report.lifecycle.year_rules import advanced
from danvan_desktop.report.model import Paragraph, Table

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_MOST_YEARS = 4
"""A list of more years is left alone: there would be too many ways back."""
_FOLLOWING = re.compile(r"(?:\s+[^\W\d_]+){1,2}")
"""What a figure counts: the one or two words behind it, up to the next sign."""
_JOINING = re.compile(r"\s+(?:và|cho|của|đến|tới|từ|với|trong|là|có|được|đã|theo|tại|ở|trên|vào|về|do)\Z")
"""A word that only leads on to the next."""


def last_years_words(block: Paragraph | Table, mark: ReviewMark, year: int) -> str:
    """Return what stood at ``mark`` last year, a figure with what it counts; "" where it cannot be known.

    ``year`` is that of the report in which ``block`` now stands.
    """
    stretch = next((each for each in text_stretches(block) if each.cell == mark.cell), None)
    if block.origin is None or stretch is None or stretch.text[mark.start : mark.end] != mark.text:
        return ""
    ways = {
        old
        for old in _ways_back(mark.text, year - block.origin.year)
        if _becomes(old, mark, stretch, block.origin.year, year)
    }
    if len(ways) != 1:
        return ""
    (words,) = ways
    if mark.kind == "figure" and not block.origin.touched:
        following = _FOLLOWING.match(stretch.text, mark.end)
        words += _JOINING.sub("", following[0]) if following else ""
    return words


def _ways_back(text: str, by: int) -> Iterator[str]:
    """Give ``text`` with each of its years as it is, or ``by`` years ago."""
    years = list(_YEAR.finditer(text))
    if len(years) > _MOST_YEARS:
        return
    for steps in product((0, by), repeat=len(years)):
        old = text
        for match, step in zip(years, steps, strict=True):
            old = old[: match.start()] + str(int(match[0]) - step) + old[match.end() :]
        yield old


def _becomes(old: str, mark: ReviewMark, stretch: TextStretch, before: int, year: int) -> bool:
    """Tell whether ``old`` in the place of ``mark`` is carried over from the year ``before`` as it stands."""
    text = stretch.text[: mark.start] + old + stretch.text[mark.end :]
    risen, stale = advanced(text, before, year - before, title=stretch.title)
    return risen[mark.start : mark.end] == mark.text and mark.text in stale
