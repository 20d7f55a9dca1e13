"""Where the middle of a short text stands: by alignment, indents and blanks before it, or on paper.

An eye compares a line with those above it, not with the edges of a cell that are not drawn.
"""

from collections.abc import Sequence

from danvan_desktop.inspection.flow import FlowParagraph
from danvan_desktop.inspection.measuring.formatting import is_centred
from danvan_desktop.inspection.measuring.text_width import advance, text_width

NEAR = 170
"""3 mm: what an eye takes for the same middle where the lines are of different lengths."""
_TAB = 720
"""Where tabs lead when the file says nothing else: every half inch."""


def middle(paragraph: FlowParagraph) -> float | None:
    """Return the middle of the first line, in twips from the paper's edge or from that of its column.

    None where it cannot be told.
    """
    if paragraph.printed:
        return paragraph.printed[0].centre
    form, width = paragraph.format, text_width(paragraph)
    left, right = form.left + form.first_line, paragraph.place.width - form.right
    if form.align == "center":
        return (left + right) / 2
    if width is None:
        return None
    if width >= right - left:
        return (left + right) / 2
    if form.align == "right":
        return right - width / 2
    start = _after_blanks(paragraph, left)
    return None if start is None else start + width / 2


def middle_on_paper(paragraph: FlowParagraph) -> float | None:
    """Return the same from the paper's left edge."""
    at = middle(paragraph)
    return at if at is None or paragraph.printed else paragraph.place.left + at


def _after_blanks(paragraph: FlowParagraph, left: float) -> float | None:
    """Return where the first letter stands, behind the blanks and tabs typed before it."""
    at = left
    for run in paragraph.runs:
        blank = run.text[: len(run.text) - len(run.text.lstrip())]
        for part in blank:
            if part == "\t":
                at = next((stop for stop, _ in paragraph.format.tabs if stop > at), (at // _TAB + 1) * _TAB)
            else:
                room = advance([type(run)(part, run.format)])
                if room is None:
                    return None
                at += room
        if len(blank) < len(run.text):
            return at
    return None


def is_below_middle(paragraph: FlowParagraph, above: Sequence[FlowParagraph]) -> bool:
    """Whether ``paragraph`` is centred below ``above``, which all stand in its column, or in the column."""
    return is_centred(paragraph) or has_one_middle([*above, paragraph])


def has_one_middle(lines: Sequence[FlowParagraph]) -> bool:
    """Whether ``lines`` of one column, two at least, are centred on one another."""
    columns = {(line.place.table, line.place.column, line.place.width) for line in lines}
    middles = [at for line in lines if (at := middle(line)) is not None]
    if len(lines) < 2 or len(middles) < len(lines) or (len(columns) > 1 and not lines[0].printed):
        return False
    return max(middles) - min(middles) <= NEAR
