"""The text area of pages: their margins and line pitch, measured from the lines, and what is centred in it.

No file says where its margins are. Most lines of a paragraph end where the next word had no room: a margin
further right than that, as a title off the middle or a wide table would have it, makes each line a paragraph.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.pdf.lines.rows import PdfRow
from danvan_desktop.importers.recognition.lines.number_order import is_ended

CENTRED = 4.0
"""Points off the middle that a centred row may be."""
EXACTLY = 1.5
"""… a row that nearly fills the width, """
_HARDLY = 1.5
"""with so much room at its sides."""
_OVERHANGING = 0.03
"""The share of rows that may reach beyond the text area."""
_SPACE = 0.25
_SLACK = 4.0
"""Points that a word may need less than the room it had, because the measured margin is none to a point."""
_LEAST_ROOM = 2.0
_FEWEST_CUT, _MOST_WRONG = 4, 0.2
"""Rows that surely go on, and the share of them whose next word may have had room."""
_PITCHES = 1.8
"""Ems from such a row to the next at most."""
_SAME_EDGE = 1.5
_PADDING = 8.0
"""Points."""
_SAME_LINE = 0.6
"""Ems between the baselines of rows that stand side by side at most."""
_FEWEST_ALONE = 3
_FEWEST_ALIGNED = 0.25
"""The share of rows that begin at a margin that nothing else overrules."""


@frozen
class TextArea:
    """The text area of a page: left and right margin, and the line pitch."""

    left: float
    right: float
    pitch: float
    spaces_kept: bool = True
    """Whether rows that a paragraph goes on from end in a space."""
    title_middle: float | None = None
    """The middle of the title, where it is another: a first-line indent moves what is centred."""

    @property
    def middle(self) -> float:
        """The middle of the text area."""
        return (self.left + self.right) / 2


def off_centre(row: PdfRow, area: TextArea) -> float:
    """How far the middle of ``row`` is from that of the text area, or from the title's own."""
    off = abs(row.middle - area.middle)
    if area.title_middle is None or min(row.x0 - area.left, area.right - row.x1) <= row.size:
        return off  # an indented full line has the middle of a title that is indented
    return min(off, abs(row.middle - area.title_middle))


def is_centred(row: PdfRow, area: TextArea) -> bool:
    """Whether ``row`` stands in the middle of the text area with room on both sides."""
    off, room = off_centre(row, area), row.x0 - area.left
    return (off <= CENTRED and room > row.size) or (off <= EXACTLY and room > _HARDLY)


def text_area_of(
    rows: Sequence[PdfRow], edges: Iterable[tuple[float, float]] = (), middle: float | None = None
) -> TextArea:
    """Measure the text area of pages of one size from their rows and from the ``edges`` of their tables.

    ``middle``: that of a row known to be centred, which says where the margin is that no line shows.
    """
    begins = [row.x0 for row in _alone(rows)]
    sides = _without_padding(list(edges), _outermost(begins, rightmost=False))
    left = _outermost(begins + [left for left, _ in sides], rightmost=False)
    right = _right_margin(rows, [right for _, right in sides], left, middle)
    if middle is not None and not _is_kept(left, rows):
        left = min(left, 2 * middle - right)
    full = [row for row in rows if row.x1 >= right - 3]
    kept = sum(row.glyphs[-1].is_space for row in full) * 2 >= len(full) if full else True
    off = middle is not None and abs(middle - (left + right) / 2) > CENTRED
    return TextArea(
        left, max(right, left + 1), _pitch(rows, left, right), kept, title_middle=middle if off else None
    )


def _without_padding(edges: Sequence[tuple[float, float]], left: float) -> list[tuple[float, float]]:
    """The edges of tables without the room in their cells, by which Word lets them reach beyond the text."""
    paddings = [left - start if 0 < left - start <= _PADDING else 0.0 for start, _ in edges]
    return [(start + room, end - room) for (start, end), room in zip(edges, paddings, strict=True)]


def _right_margin(rows: Sequence[PdfRow], edges: Sequence[float], left: float, middle: float | None) -> float:
    """The outermost of the margins that title, tables and lines speak for, at which the lines end."""
    ends = [row.x1 for row in _alone(rows)]
    alone = _outermost(ends, rightmost=True)
    with_tables = _outermost([*ends, *edges], rightmost=True)
    cut = list(_cut_rows(rows))
    if any(needed < with_tables - _LEAST_ROOM for _, needed in cut):
        with_tables = alone  # a table is often wider than the text
    by_title = max(with_tables, 2 * middle - left) if middle is not None else with_tables
    longest = max((end for end, _ in cut), default=alone)
    for margin in sorted({by_title, with_tables, alone, _usual_end(cut, alone), longest}, reverse=True):
        if not _is_wrong(margin, cut):
            return margin
    return by_title


def _alone(rows: Sequence[PdfRow]) -> Sequence[PdfRow]:
    """``rows`` without those that stand side by side: a letterhead reaches beyond the text."""
    kept = [
        row
        for before, row, after in zip([None, *rows], rows, [*rows[1:], None], strict=False)
        if not any(other and _is_beside(row, other) for other in (before, after))
    ]
    return kept if len(kept) >= _FEWEST_ALONE else rows


def _is_beside(row: PdfRow, other: PdfRow) -> bool:
    return row.page == other.page and abs(row.y - other.y) < _SAME_LINE * row.size


def _cut_rows(rows: Sequence[PdfRow]) -> Iterator[tuple[float, float]]:
    """Where each row ends whose sentence surely goes on below, and where the first word there would end."""
    for above, below in pairwise(rows):
        if (
            above.page == below.page
            and 0 < below.y - above.y <= _PITCHES * above.size
            and abs(above.size - below.size) < 1
            and below.x0 <= above.x0 + 1
            and below.text[:1].islower()
            and not is_ended(above.text)
        ):
            yield above.x1, above.x1 + _SPACE * below.size + below.first_word


def _is_wrong(margin: float, cut: Sequence[tuple[float, float]]) -> bool:
    """Whether too many rows are cut before a word that has room up to ``margin``."""
    wrong = sum(needed < margin - _SLACK for _, needed in cut)
    return wrong >= max(_FEWEST_CUT, _MOST_WRONG * len(cut))


def _usual_end(cut: Sequence[tuple[float, float]], otherwise: float) -> float:
    """Where most rows end that are set to the full width; ``otherwise`` where they are ragged."""
    ends = Counter(round(end) for end, _ in cut)
    if not ends:
        return otherwise
    usual, _ = max(ends.items(), key=lambda item: (item[1], item[0]))
    near = [end for end, _ in cut if abs(end - usual) <= _SAME_EDGE]
    return max(near) if len(near) >= max(_FEWEST_CUT, len(cut) / 2) else otherwise


def _is_kept(left: float, rows: Sequence[PdfRow]) -> bool:
    """Whether so many rows begin at ``left`` that it is the margin."""
    aligned = sum(abs(row.x0 - left) <= _SAME_EDGE for row in rows)
    return aligned >= max(_FEWEST_CUT, _FEWEST_ALIGNED * len(rows))


def _outermost(values: Sequence[float], *, rightmost: bool) -> float:
    """The outermost of ``values``, but for the few that hang over."""
    ordered = sorted(values, reverse=rightmost)
    return ordered[int(len(ordered) * _OVERHANGING)] if ordered else 0.0


def _pitch(rows: Sequence[PdfRow], left: float, right: float) -> float:
    """The usual distance from a full row to the row that goes on below it."""
    gaps: Counter[float] = Counter()
    for above, below in pairwise(rows):
        if above.page == below.page and _SAME_LINE * above.size < below.y - above.y < 4 * above.size:
            weight = 3 if above.x1 >= right - 3 and below.x0 <= left + 3 else 1
            gaps[round((below.y - above.y) * 2) / 2] += weight
    if not gaps:
        return 1.3 * (rows[0].size if rows else 14.0)
    most = max(gaps.values())
    return min(gap for gap, count in gaps.items() if count >= 0.5 * most)
