"""Hard-wrapped lines: a file in which each line of the page is a paragraph of its own.

Converters of PDFs write such Word files, editors of text print such PDFs. It has the looks of Word and the
lines of plain text: its lines are joined as those are. One line more or less proves nothing, so nearly all
long lines must look cut off.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from danvan_desktop.importers.recognition.lines.list_markers import parse_mark
from danvan_desktop.importers.recognition.lines.number_order import is_ended
from danvan_desktop.importers.recognition.lines.text_lines import TextLine

_SHORTEST = 45
"""Characters: a line that the edge of a page has cut is longer."""
_LONGEST = 130
"""No line on an upright A4 page is longer."""
_FEWEST = 10
_SHARE_CUT = 0.4
"""Of the long lines; the others end a paragraph, or the next word begins with a capital."""
_SHARE_WHOLE = 0.05
"""Of the lines that may be whole paragraphs all the same."""


def are_cut(lines: Sequence[TextLine]) -> bool:
    """Tell whether ``lines``, which the file says are paragraphs, are lines of a page."""
    lines = [line for line in lines if not _is_table(line)]
    long = sum(len(line.text) >= _SHORTEST for line in lines)
    whole = sum(len(line.text) > _LONGEST for line in lines)
    cut = sum(is_cut(above, below) for above, below in pairwise(lines))
    return cut >= max(_FEWEST, long * _SHARE_CUT) and whole <= long * _SHARE_WHOLE


def without_looks(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """``lines`` as plain text has them, so that they can be joined; tables stay."""
    return tuple(line if _is_table(line) else replace(line, look=None) for line in lines)


def _is_table(line: TextLine) -> bool:
    return line.look is not None and line.look.table is not None


def is_cut(above: TextLine, below: TextLine) -> bool:
    """Tell whether a sentence surely goes on from ``above`` to ``below``."""
    if len(above.text) < _SHORTEST or below.blank_before or is_ended(above.text):
        return False
    return below.text[0].islower() and parse_mark(below.text) is None
