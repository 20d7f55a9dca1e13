"""Measures the margins (edges of the text area), the line pitch and the first-line indent from the lines."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.pdf.rows import TextSegment

_POINT = 20
FULL = 30.0
"""1.5 pt: a justified line misses the edge by less."""
_INDENTED = 100.0
_DEEPEST = 1134.0
"""2 cm: no paragraph begins further in."""
_ENOUGH = 3
_SHARE = 0.1
_NEAR = 2.2
"""Ems from one line of a paragraph to the next, at most."""


@frozen
class Area:
    """The edges of the text on some pages, in twips from the paper's left."""

    left: float
    right: float
    left_is_sure: bool
    """Several lines begin there."""
    right_is_sure: bool
    """Several lines end there: they are justified."""

    @property
    def width(self) -> float:
        """Of the text."""
        return self.right - self.left

    @property
    def centre(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2

    def is_full(self, segment: TextSegment) -> bool:
        """Whether ``segment`` reaches the right edge."""
        return segment.right >= self.right - FULL

    def is_flush(self, segment: TextSegment) -> bool:
        """Whether ``segment`` begins at the left edge."""
        return segment.left <= self.left + _INDENTED


def find_area(
    lines: Sequence[TextSegment],
    others: Iterable[TextSegment],
    model: Area | None,
    centre: float | None = None,
) -> Area:
    """Return the edges of running ``lines``; ``others`` are what stands beside one another.

    ``model`` is the report's own area; ``centre``, its middle where a title shows it, gives the right
    edge where no line reaches it.
    """
    widest = max((line.width for line in lines), default=0.0)
    wide = [line for line in lines if line.width > 0.5 * widest]
    extent = [*lines, *others]
    left, right = _shared([line.left for line in wide], min), _shared([line.right for line in wide], max)
    if left is not None:
        edge = right if right is not None else max(segment.right for segment in extent)
        left = _proven(left, _continuing(lines, edge), extent)
    if model and (left is None or right is None) and _fits(extent, model):
        return model
    if not extent:
        return model or Area(0, 0, left_is_sure=False, right_is_sure=False)
    outer_left = min(segment.left for segment in extent) if left is None else left
    outer_right = max(segment.right for segment in extent) if right is None else right
    if centre is not None:
        mirrored = 2 * centre - outer_left
        if right is not None and right < mirrored - _INDENTED:
            right = None  # lines that happen to be as long as one another, short of the edge
        widest = max((line.right for line in lines), default=outer_right)
        outer_right = max(widest, mirrored) if right is None else right
        outer_left = min(outer_left, 2 * centre - outer_right) if left is None else left
    justified = right is not None and _is_justified(lines, outer_left, right)
    return Area(outer_left, outer_right, left is not None, justified)


def _is_justified(lines: Sequence[TextSegment], left: float, right: float) -> bool:
    """Whether lines that go on in the next one end at ``right``, and not only some of them by chance."""
    ends = [
        above.right
        for above, below in pairwise(lines)
        if abs(below.left - left) <= FULL
        and above.page == below.page
        and 0 < below.baseline - above.baseline < above.size * 20 * _NEAR
    ]
    return len(ends) < _ENOUGH or sum(end >= right - FULL for end in ends) * 2 >= len(ends)


def _continuing(lines: Sequence[TextSegment], right: float) -> list[float]:
    """Return where the lines begin that go on with a full one: no indent is in their way."""
    return [
        below.left
        for above, below in pairwise(lines)
        if above.page == below.page
        and above.right >= right - FULL
        and 0 < below.baseline - above.baseline < above.size * 20 * _NEAR
    ]


def _proven(left: float, continuing: Sequence[float], extent: Sequence[TextSegment]) -> float | None:
    """Return the left edge of the text where ``left``, which most lines share, or another place surely is it.

    In a text of headings and single lines most lines begin at the indent of the first line.
    """
    here = sum(abs(place - left) <= FULL for place in continuing)
    outer = min((place for place in continuing if left - _DEEPEST <= place), default=left)
    if here and (outer >= left - FULL or here >= sum(abs(place - outer) <= FULL for place in continuing)):
        return left
    there = [segment.left for segment in extent if abs(segment.left - outer) <= FULL]
    return median(there) if outer < left - FULL and len(there) >= _ENOUGH else None


def _fits(segments: Sequence[TextSegment], model: Area) -> bool:
    return all(model.left - FULL <= p.left and p.right <= model.right + FULL for p in segments)


def _shared(places: Sequence[float], outermost: Callable[[Iterable[float]], float]) -> float | None:
    """Return the outermost place that several lines share, None where there is none.

    Some programs end justified lines up to 0.4 mm short of the margin, and none ends them beyond it.
    """
    bins = Counter(round(place / _POINT) for place in places)
    shared: list[float] = [b for b in bins if _near(bins, b) >= max(_ENOUGH, len(places) * _SHARE)]
    if not shared:
        return None
    at = outermost(shared)
    return outermost([place for place in places if abs(place / _POINT - at) <= 1])


def _near(bins: Counter[int], at: int) -> int:
    return bins[at - 1] + bins[at] + bins[at + 1]


def find_pitch(lines: Sequence[TextSegment], area: Area) -> float:
    """Return the usual distance from a full line to the flush line below it, 0 where there is none."""
    apart = [
        round(below.baseline - above.baseline)
        for above, below in pairwise(lines)
        if above.page == below.page
        and area.is_full(above)
        and area.is_flush(below)
        and 0 < below.baseline - above.baseline < above.size * 20 * 3
    ]
    return float(Counter(apart).most_common(1)[0][0]) if apart else 0.0


def find_indent(lines: Sequence[TextSegment], area: Area) -> float | None:
    """Return how far in most paragraphs begin, None where none is indented."""
    indented = (line for line in lines if not area.is_flush(line) and line.left < area.left + _DEEPEST)
    starts = Counter(round(line.left - area.left) for line in indented)
    return float(starts.most_common(1)[0][0]) if starts else None
