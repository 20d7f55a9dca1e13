"""Which field of the report each line of an excerpt comes from, and where on the paper that is."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.paper.excerpt_painter import advance
from danvan_desktop.gui.worker.line_map import field_of_line
from danvan_desktop.layout.excerpts import Excerpt
from danvan_desktop.layout.pages import Line

_PARTED = {
    "letterhead.symbol": ("/", "letterhead.number", "letterhead.symbol"),
    "letterhead.place": (",", "letterhead.place", "letterhead.issued_on"),
}
"""Two fields share a line: the sign between them, the field before it and the one behind."""


@frozen
class FieldSpot:
    """Where a field stands on an excerpt."""

    place: str
    """The field, as ``report.location`` writes it."""
    box: QRectF
    """In twips from the excerpt's top left corner."""


def field_spots(excerpt: Excerpt) -> tuple[FieldSpot, ...]:
    """List the fields that can be seen on ``excerpt``, in reading order."""
    return tuple(spot for line in excerpt.lines for spot in _of_line(line, excerpt))


def _of_line(line: Line, excerpt: Excerpt) -> Iterator[FieldSpot]:
    place = field_of_line(line)
    if not place or not line.fragments:
        return
    first, last = line.fragments[0], line.fragments[-1]
    left, right = first.x - excerpt.left, last.x + last.width - excerpt.left
    top, height = line.top - excerpt.top, line.paragraph.style.pitch
    sign, before, behind = _PARTED.get(place, ("", "", ""))
    at = first.text.find(sign) if sign else -1
    if at < 0:
        yield FieldSpot(place, QRectF(left, top, right - left, height))
        return
    middle = left + advance(first, excerpt.family, at)
    yield FieldSpot(before, QRectF(left, top, middle - left, height))
    yield FieldSpot(behind, QRectF(middle, top, right - middle, height))
