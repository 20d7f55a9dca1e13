"""Page geometry of the preview: positions of pages and lines at a zoom, and hit testing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from danvan_desktop.gui.worker.messages import LinePlace, PageMap, ReportSpot

GAP = 16
"""Between pages and around them, in device-independent pixels."""
PIXELS_PER_TWIP = 96 / 1440
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_NEAR = 120
"""A click this many twips beside a line still means it."""


@dataclass(frozen=True)
class PageGeometry:
    """All pages at one zoom; lengths are device-independent pixels that fall on whole dots of the screen."""

    pages: Sequence[PageMap]
    zoom: float
    ratio: float = 1.0
    """Dots of the screen in one device-independent pixel."""

    @property
    def scale(self) -> float:
        """Pixels in a twip."""
        return self.zoom * PIXELS_PER_TWIP

    def dots(self, page: int) -> tuple[int, int]:
        """Width and height of a page in dots of the screen."""
        size = self.pages[page]
        scale = self.scale * self.ratio
        return max(1, round(size.width * scale)), max(1, round(size.height * scale))

    @cached_property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page."""
        return [
            (width / self.ratio, height / self.ratio)
            for width, height in map(self.dots, range(len(self.pages)))
        ]

    @cached_property
    def tops(self) -> list[float]:
        """Where each page begins, and last where the ground ends."""
        return list(accumulate((height + GAP for _, height in self.sizes), initial=float(GAP)))

    @property
    def height(self) -> int:
        """Of the whole ground."""
        return round(self.tops[-1]) if self.pages else 0

    @cached_property
    def width(self) -> int:
        """Of the whole ground."""
        return round(max((width for width, _ in self.sizes), default=0.0)) + 2 * GAP

    def left(self, page: int, room: int) -> float:
        """Where a page begins in ``room``: in the middle, on a whole dot."""
        spare = (max(room, self.width) - self.sizes[page][0]) / 2
        return round(spare * self.ratio) / self.ratio

    def visible(self, top: float, bottom: float) -> list[int]:
        """The pages of which something lies between ``top`` and ``bottom``."""
        return [
            page
            for page, (_, height) in enumerate(self.sizes)
            if self.tops[page] < bottom and self.tops[page] + height > top
        ]

    def page_at(self, y: float) -> int:
        """The page that covers most of what is just below ``y``."""
        return max(0, sum(top <= y for top in self.tops[:-1]) - 1)


def on_whole_dots(origin: float, shift: float, ratio: float) -> float:
    """Return ``shift``, moved by less than a dot so that what begins ``origin`` in lands on a whole dot.

    ``origin`` is where the widget begins in its window, ``ratio`` the dots in a device-independent pixel:
    with 1.25 of them every second place lies between two dots, and letters drawn there are blurred.
    """
    return round((origin + shift) * ratio) / ratio - origin


def fitting_zoom(pages: Sequence[PageMap], room: int) -> float:
    """The zoom at which the widest page fills ``room``."""
    widest = max((page.width for page in pages), default=11906)
    zoom = (room - 2 * GAP) / (widest * PIXELS_PER_TWIP)
    return min(max(zoom, ZOOMS[0]), ZOOMS[-1])


def next_zoom(zoom: float, step: int) -> float:
    """The next round zoom above (``step`` 1) or below (-1)."""
    if step > 0:
        return next((each for each in ZOOMS if each > zoom * 1.01), ZOOMS[-1])
    return next((each for each in reversed(ZOOMS) if each < zoom * 0.99), ZOOMS[0])


def line_at(page: PageMap, x: float, y: float) -> LinePlace | None:
    """The line at a place of ``page`` in twips, or just beside it."""
    near = [line for line in page.lines if line.place and line.top - _NEAR <= y < line.bottom + _NEAR]
    return min(near, key=lambda line: _distance(line, x, y), default=None)


def _distance(line: LinePlace, x: float, y: float) -> float:
    beside = max(line.left - x, 0, x - line.right)
    above = max(line.top - y, 0, y - line.bottom)
    return beside + 10 * above


def spot_on(line: LinePlace, x: float) -> ReportSpot:
    """The place in the report that stands at ``x`` on ``line``; letters are taken as equally wide."""
    share = (x - line.left) / (line.right - line.left) if line.right > line.left else 0.0
    offset = line.start + round(min(max(share, 0.0), 1.0) * (line.end - line.start))
    return ReportSpot(line.place, max(0, offset), line.cell)


def find_line(pages: Sequence[PageMap], spot: ReportSpot) -> tuple[int, LinePlace] | None:
    """The page and the line on which ``spot`` is printed; None where it is not."""
    found = None
    for number, page in enumerate(pages):
        for line in page.lines:
            if line.place == spot.place and line.cell == spot.cell:
                if found is None or found[1].start < line.start <= spot.offset:
                    found = (number, line)
                else:
                    return found
    return found
