"""Strokes of a PDF page (rules, borders, underlines) in twips, as the lengths of a Word file."""

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.pdf.rows import TWIPS
from danvan_desktop.reading.pdf.page import PdfStroke


@frozen
class MeasuredStroke:
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


def measured_stroke(stroke: PdfStroke) -> MeasuredStroke:
    """Convert one stroke from points."""
    return MeasuredStroke(
        stroke.x0 * TWIPS, stroke.y0 * TWIPS, stroke.x1 * TWIPS, stroke.y1 * TWIPS, stroke.dashed
    )
