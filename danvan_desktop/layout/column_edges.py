"""Table column edges: from shares of the width to twips that Word and LibreOffice keep."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from danvan_desktop.layout.document import Twips

_SCALE = 10_000
"""LibreOffice keeps the edges of columns as so many parts of the table's width."""

EDGE_SLACK = 12
"""Twips that an edge may be moved by."""

_HIGH = 0.55
"""An edge whose last part is at least so full comes back from that scale as the twip it was."""


def column_widths_on_edges(shares: Iterable[float], width: Twips) -> tuple[Twips, ...]:
    """Columns of a table of ``width`` by their ``shares``, on edges that every program keeps.

    An edge is moved by at most six twips (a tenth of a millimetre).
    """
    parts = [max(share, 0.0) for share in shares]
    total = sum(parts)
    if total <= 0:
        parts, total = [1.0] * len(parts), float(len(parts))
    inner = (width * part / total for part in accumulate(parts[:-1]))
    edges = [0, *_kept(inner, width), width]
    return tuple(right - left for left, right in pairwise(edges))


def _kept(edges: Iterable[float], width: Twips) -> Iterator[Twips]:
    for edge in edges:
        near = min(round(edge), width)
        yield next((e for e in range(near, near + EDGE_SLACK) if e * _SCALE / width % 1 >= _HIGH), near)
