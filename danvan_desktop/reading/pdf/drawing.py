"""Vector paths and pictures of a page: strokes (rules, borders, underlines), coloured patches, images."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdfium2 import raw

from danvan_desktop.reading.limits import PDF
from danvan_desktop.reading.pdf.coordinates import Matrix, Point, matrix_of, multiplied, transformed
from danvan_desktop.reading.pdf.page import PdfStroke

_DEEPEST = 6
"""Form XObjects within one another."""
_MOST_SEGMENTS = 400_000
"""On one page: what takes about half a second."""
_THICKEST = 3.0
"""Points. A box thinner than this is a line: LibreOffice and Word fill their borders."""
_SHORTEST = 3.0
_STRAIGHT = 0.6
_PALE = 250
"""A fill of this and above in all colours is white: nothing is seen of it."""
_GREY = 12
"""Shades that differ by less have no colour."""

_Item = ctypes.c_void_p


@dataclass(slots=True)
class PageDrawing:
    """What is drawn on one page."""

    strokes: list[PdfStroke] = field(default_factory=list)
    patches: int = 0
    """Coloured areas."""
    images: int = 0
    image_area: float = 0.0
    """Square points that pictures cover together."""
    segments: int = 0
    """Pieces of paths looked at so far."""


@dataclass(slots=True)
class _Figure:
    """One subpath: its corners, and which sides between them are straight lines."""

    points: list[Point]
    sides: list[tuple[Point, Point]]


def page_drawing(page: ctypes.c_void_p, frame: Matrix) -> PageDrawing:
    """Return what is drawn on ``page`` in the coordinates of ``frame``."""
    drawing = PageDrawing()
    count = min(raw.FPDFPage_CountObjects(page), PDF.drawn_objects)
    items = (raw.FPDFPage_GetObject(page, index) for index in range(count))
    for kind, item, matrix in _walk(items, frame, _DEEPEST):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            _add_image(multiplied(matrix_of(item), matrix), drawing)
        elif len(drawing.strokes) <= PDF.drawn_objects and drawing.segments < _MOST_SEGMENTS:
            _add_path(item, multiplied(matrix_of(item), matrix), drawing)
    return drawing


def _walk(items: Iterator[_Item], frame: Matrix, depth: int) -> Iterator[tuple[int, _Item, Matrix]]:
    """Yield pictures and paths, those inside form XObjects too, each with what leads to the paper."""
    for item in items:
        kind = raw.FPDFPageObj_GetType(item)
        if kind in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE}:
            yield kind, item, frame
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            count = min(max(raw.FPDFFormObj_CountObjects(item), 0), PDF.drawn_objects)
            inner = (raw.FPDFFormObj_GetObject(item, index) for index in range(count))
            yield from _walk(inner, multiplied(matrix_of(item), frame), depth - 1)


def _add_image(matrix: Matrix, drawing: PageDrawing) -> None:
    a, b, c, d, _, _ = matrix
    area = abs(a * d - b * c)
    drawing.images += 1
    drawing.image_area += area if math.isfinite(area) else 0.0


def _add_path(path: _Item, matrix: Matrix, drawing: PageDrawing) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return
    shade = _shade(path) if fill.value else (255, 255, 255)
    filled, stroked = min(shade) < _PALE, bool(stroke.value)
    if not filled and not stroked:
        return
    dashed = stroked and raw.FPDFPageObj_GetDashCount(path) > 0
    for figure in _figures(path, matrix, drawing):
        line = _thin_box(figure.points, dashed=dashed)
        if line is not None:
            drawing.strokes += line
        elif stroked:
            drawing.strokes += (_side(*side, dashed=dashed) for side in figure.sides if _is_straight(*side))
        elif max(shade) - min(shade) > _GREY:
            drawing.patches += 1


def _figures(path: _Item, matrix: Matrix, drawing: PageDrawing) -> Iterator[_Figure]:
    """Yield the subpaths of ``path``."""
    figure = _Figure([], [])
    x, y = ctypes.c_float(), ctypes.c_float()
    count = min(raw.FPDFPath_CountSegments(path), _MOST_SEGMENTS - drawing.segments)
    drawing.segments += max(count, 0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO and figure.points:
            yield figure
            figure = _Figure([], [])
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        point = transformed(matrix, x.value, y.value)
        if not all(map(math.isfinite, point)):
            return
        if kind == raw.FPDF_SEGMENT_LINETO and figure.points:
            figure.sides.append((figure.points[-1], point))
        figure.points.append(point)
        if raw.FPDFPathSegment_GetClose(segment) and figure.points[0] != point:
            figure.sides.append((point, figure.points[0]))
    if figure.points:
        yield figure


def _thin_box(points: list[Point], *, dashed: bool) -> list[PdfStroke] | None:
    """The line that a figure of little height or width is, however it is drawn; none where it is a dot."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if min(x1 - x0, y1 - y0) > _THICKEST:
        return None
    if max(x1 - x0, y1 - y0) < _SHORTEST:
        return []
    if x1 - x0 >= y1 - y0:
        middle = (y0 + y1) / 2
        return [PdfStroke(x0, middle, x1, middle, dashed)]
    middle = (x0 + x1) / 2
    return [PdfStroke(middle, y0, middle, y1, dashed)]


def _side(start: Point, end: Point, *, dashed: bool) -> PdfStroke:
    (x0, y0), (x1, y1) = start, end
    return PdfStroke(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), dashed)


def _is_straight(start: Point, end: Point) -> bool:
    across, down = abs(end[0] - start[0]), abs(end[1] - start[1])
    return min(across, down) <= _STRAIGHT and max(across, down) >= _SHORTEST


def _shade(path: _Item) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, red, green, blue, alpha) or not alpha.value:
        return (255, 255, 255)
    return red.value, green.value, blue.value
