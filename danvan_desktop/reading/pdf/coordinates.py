"""Affine transforms: from the coordinates of a PDF page to points from the paper's top left corner."""

import pypdfium2
from pypdfium2 import raw

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


def page_frame(page: pypdfium2.PdfPage) -> Matrix:
    """Return how the page's own coordinates become those of the paper as it is looked at, turned or not."""
    left, bottom, right, top = page.get_cropbox()
    return {
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }.get(page.get_rotation(), (1.0, 0.0, 0.0, -1.0, -left, top))


def page_size(page: pypdfium2.PdfPage) -> Point:
    """Return width and height of the paper as it is looked at."""
    left, bottom, right, top = page.get_cropbox()
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    return (height, width) if page.get_rotation() in {90, 270} else (width, height)


def transformed(matrix: Matrix, x: float, y: float) -> Point:
    """Return the point in the coordinates that ``matrix`` leads to."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def matrix_of(item: object) -> Matrix:
    """Return the matrix of a page object; as it lies where it has none."""
    m = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, m):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def multiplied(first: Matrix, second: Matrix) -> Matrix:
    """Return ``first``, then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
