"""The straight lines of a page: rules, borders of tables, underlines; thin boxes are lines too."""

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise

from pypdfium2 import raw

from danvan_desktop.importers.pdf.page import Stroke

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

_MOST_OBJECTS = 20_000
"""On one page: a drawing has more, a table does not."""
_MOST_SEGMENTS = 64
_DEEPEST = 6
_THICKEST = 3.0
"""A box thinner than this is a line: LibreOffice and Word fill their borders."""
_STRAIGHT = 0.6


def matrix_of(item: ctypes.c_void_p) -> Matrix:
    """The matrix of a page object; as it lies where it has none."""
    m = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, m):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """``first``, then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def page_strokes(page: ctypes.c_void_p, frame: Matrix) -> tuple[Stroke, ...]:
    """Every straight line of ``page`` in the coordinates of ``frame``."""
    found: list[Stroke] = []
    for path, matrix in _paths(page, frame):
        found += _strokes(path, matrix)
        if len(found) > _MOST_OBJECTS:
            break
    return tuple(found)


def _paths(page: ctypes.c_void_p, frame: Matrix) -> Iterator[tuple[ctypes.c_void_p, Matrix]]:
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        yield from _inside(raw.FPDFPage_GetObject(page, index), frame, _DEEPEST)


def _inside(item: ctypes.c_void_p, frame: Matrix, depth: int) -> Iterator[tuple[ctypes.c_void_p, Matrix]]:
    """``item`` when it is a path, or the paths inside it when it is a form."""
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield item, multiply(matrix_of(item), frame)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
        inner = multiply(matrix_of(item), frame)
        for index in range(min(max(raw.FPDFFormObj_CountObjects(item), 0), _MOST_OBJECTS)):
            yield from _inside(raw.FPDFFormObj_GetObject(item, index), inner, depth - 1)


def _strokes(path: ctypes.c_void_p, matrix: Matrix) -> Iterator[Stroke]:
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, fill, stroked) or not (fill.value or stroked.value):
        return
    for points in _figures(path, matrix):
        if box := _thin_box(points):
            yield box
        elif stroked.value:
            yield from (line for start, end in pairwise(points) if (line := _straight(start, end)))


def _figures(path: ctypes.c_void_p, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each figure of ``path``; one with a curve is no line and is left out."""
    points: list[Point] = []
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO or not raw.FPDFPathSegment_GetPoint(segment, x, y):
            return
        if kind == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if not all(map(math.isfinite, point)):
            return
        points.append(point)
        if raw.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if points:
        yield points


def _thin_box(points: list[Point]) -> Stroke | None:
    """The line that a figure of little height or width is, however it is drawn."""
    if len(points) < 2:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if min(x1 - x0, y1 - y0) > _THICKEST or max(x1 - x0, y1 - y0) < _THICKEST:
        return None
    if x1 - x0 >= y1 - y0:
        middle = (y0 + y1) / 2
        return Stroke(x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return Stroke(middle, y0, middle, y1)


def _straight(start: Point, end: Point) -> Stroke | None:
    (x0, y0), (x1, y1) = start, end
    if min(abs(x1 - x0), abs(y1 - y0)) > _STRAIGHT or max(abs(x1 - x0), abs(y1 - y0)) < _THICKEST:
        return None
    return Stroke(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
