"""Straight lines and coloured patches of a page: rules, borders, underlines, highlighting."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from pypdfium2 import raw

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.pdf.glyphs import Matrix, combined, matrix_of, placed

OBJECT_LIMIT = 20_000
"""Drawn things of one page that are looked at."""
_DEEPEST = 5
_THICKEST = 60.0
"""3 pt: a box thinner than this is a line, as Word and LibreOffice draw them."""
_SHORTEST = 60.0
_PALE = 250
"""A patch of this and above in all colours is white."""
_GREY = 12
"""Shades that differ by less have no colour."""


@frozen
class Stroke:
    """A straight line along an edge of the paper; twips."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False

    @property
    def is_level(self) -> bool:
        """Whether it lies."""
        return self.x2 - self.x1 >= self.y2 - self.y1

    @property
    def length(self) -> float:
        """From end to end."""
        return max(self.x2 - self.x1, self.y2 - self.y1)

    @property
    def y(self) -> float:
        """Its middle from the paper's top."""
        return (self.y1 + self.y2) / 2

    @property
    def x(self) -> float:
        """Its middle from the paper's left."""
        return (self.x1 + self.x2) / 2


@dataclass(slots=True)
class Drawing:
    """What is drawn on one page."""

    strokes: list[Stroke]
    patches: int
    """Coloured areas."""
    images: int


def read_drawing(page: object, frame: Matrix) -> Drawing:
    """Return what is drawn on ``page``."""
    drawing = Drawing([], 0, 0)
    count = raw.FPDFPage_CountObjects(page)
    for item, matrix in _walk((raw.FPDFPage_GetObject(page, i) for i in range(count)), frame, _DEEPEST):
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawing.images += 1
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            _draw(item, combined(matrix_of(item), matrix), drawing)
        if len(drawing.strokes) > OBJECT_LIMIT:
            break
    return drawing


def _walk(items: Iterator[object], frame: Matrix, depth: int) -> Iterator[tuple[object, Matrix]]:
    for index, item in enumerate(items):
        if index > OBJECT_LIMIT:
            return
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM and depth:
            count = max(raw.FPDFFormObj_CountObjects(item), 0)
            inner = (raw.FPDFFormObj_GetObject(item, i) for i in range(count))
            yield from _walk(inner, combined(matrix_of(item), frame), depth - 1)
        else:
            yield item, frame


def _draw(path: object, matrix: Matrix, drawing: Drawing) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    shade = _shade(path)
    filled = bool(fill.value) and min(shade) < _PALE
    dashed = raw.FPDFPageObj_GetDashCount(path) > 0 and bool(stroke.value)
    for points in _outlines(path, matrix):
        x1, y1 = min(x for x, _ in points), min(y for _, y in points)
        x2, y2 = max(x for x, _ in points), max(y for _, y in points)
        thin = min(x2 - x1, y2 - y1) <= _THICKEST
        if thin and (filled or stroke.value):
            if max(x2 - x1, y2 - y1) >= _SHORTEST:
                drawing.strokes.append(Stroke(x1, y1, x2, y2, dashed=dashed))
        elif stroke.value:
            sides = zip(points, (*points[1:], points[0]), strict=True)
            drawing.strokes += [_side(a, b, dashed=dashed) for a, b in sides if _is_straight(a, b)]
        elif filled and max(shade) - min(shade) > _GREY:
            drawing.patches += 1


def _side(a: tuple[float, float], b: tuple[float, float], *, dashed: bool) -> Stroke:
    (left, right), (top, bottom) = sorted((a[0], b[0])), sorted((a[1], b[1]))
    return Stroke(left, top, right, bottom, dashed)


def _is_straight(a: tuple[float, float], b: tuple[float, float]) -> bool:
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    return min(across, down) <= _THICKEST / 3 and max(across, down) >= _SHORTEST


def _shade(path: object) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, red, green, blue, alpha) or not alpha.value:
        return (255, 255, 255)
    return red.value, green.value, blue.value


def _outlines(path: object, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each subpath."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(path), OBJECT_LIMIT)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            points.append(placed(matrix, x.value, y.value))
    if points:
        yield points
