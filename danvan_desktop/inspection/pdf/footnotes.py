"""Footnotes: small rows at the foot of a page that begin with a number which is raised in the text above."""

import re
from collections.abc import Sequence
from statistics import median

from danvan_desktop.inspection.pdf.rows import TextSegment

Row = Sequence[TextSegment]

_SMALL = 0.88
"""Of the size of the text: what is larger is text."""
_NUMBER = re.compile(r"\[?(\d{1,2})[\])]?[.:]?(?:\s+|$|(?=[^\W\d]))")


def footnotes_start(rows: Sequence[Row]) -> int:
    """Return the index of the first row of the footnotes of a page; the number of rows where it has none."""
    if not rows:
        return 0
    least = _SMALL * median(row[0].size for row in rows)
    start = len(rows)
    while start and all(segment.size <= least for segment in rows[start - 1]):
        start -= 1
    if start == len(rows):
        return start
    cited = {number for row in rows for segment in row for number in _raised(segment)}
    for at in range(start, len(rows)):  # the text may end small as well
        match = _NUMBER.match(rows[at][0].text)
        if match and match[1] in cited and at:
            return at
    return len(rows)


def _raised(segment: TextSegment) -> list[str]:
    return [run.text.strip(" []()") for run in segment.runs() if run.format.raised]
