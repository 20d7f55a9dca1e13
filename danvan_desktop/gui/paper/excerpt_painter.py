"""Paints an excerpt of the paper (QPainter) as lines and letters, sharp at every scale."""

from math import ceil

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from danvan_desktop.layout.excerpts import Excerpt
from danvan_desktop.layout.pages import Fragment, Stroke

_TWIPS_PER_HALF_POINT = 10
_SUBSTITUTES = ("Times New Roman", "Liberation Serif")


def letters_of(fragment: Fragment, family: str) -> QFont:
    """Return the font of ``fragment`` in a system of coordinates of twips."""
    font = QFont()
    font.setFamilies([family, *_SUBSTITUTES])
    font.setPixelSize(round(fragment.size * _TWIPS_PER_HALF_POINT))
    font.setBold(fragment.bold)
    font.setItalic(fragment.italic)
    font.setUnderline(fragment.underline)
    font.setWordSpacing(fragment.word_space)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def advance(fragment: Fragment, family: str, letters: int) -> float:
    """Return how far, in twips, the first ``letters`` of ``fragment`` reach."""
    return QFontMetricsF(letters_of(fragment, family)).horizontalAdvance(fragment.text[:letters])


def paint_excerpt(painter: QPainter, excerpt: Excerpt, scale: float, ink: QColor, red: QColor) -> None:
    """Paint ``excerpt`` from the painter's origin on; ``scale`` is pixels in a twip, ``ink`` for black.

    Letters stand on whole pixels of the screen and rules fill whole ones, as far apart as on the paper:
    each rounded by itself, a rule would come to touch the letters above it.
    """
    inks = {"black": ink, "red": red}
    ratio = painter.device().devicePixelRatioF()
    grid = Grid(excerpt, scale * ratio)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.scale(1 / ratio, 1 / ratio)
    for stroke in excerpt.strokes:
        painter.fillRect(grid.rectangle(stroke), inks[stroke.colour])
    painter.scale(grid.scale, grid.scale)
    for line in excerpt.lines:
        for fragment in line.fragments:
            painter.setFont(letters_of(fragment, excerpt.family))
            painter.setPen(inks[fragment.colour])
            baseline = grid.baseline(line.baseline - fragment.rise) / grid.scale
            painter.drawText(QPointF(fragment.x - excerpt.left, baseline), fragment.text)
    painter.restore()


class Grid:
    """Where on the pixels of the screen the lines and the rules of an excerpt lie."""

    def __init__(self, excerpt: Excerpt, scale: float) -> None:
        """Lay ``excerpt`` out; ``scale`` is device pixels in a twip."""
        self.scale = scale
        self._left, self._top = excerpt.left, excerpt.top
        self._lines = excerpt.lines
        self._rows = {stroke.y1: self._row(stroke) for stroke in excerpt.strokes if stroke.y1 == stroke.y2}

    def baseline(self, y: float) -> int:
        """Return the pixel on whose upper edge the letters stand."""
        return round((y - self._top) * self.scale)

    def rectangle(self, stroke: Stroke) -> QRect:
        """Return the pixels of ``stroke``; none is thinner than one."""
        thick = self._thickness(stroke)
        left, right = (round((x - self._left) * self.scale) for x in (stroke.x1, stroke.x2))
        top, bottom = (self._rows.get(y, self.baseline(y)) for y in (stroke.y1, stroke.y2))
        if stroke.y1 == stroke.y2:
            return QRect(left, top, max(thick, right - left), thick)
        return QRect(left - thick // 2, top, thick, bottom - top + thick)

    def _row(self, stroke: Stroke) -> int:
        """The first row of a level rule: no nearer to the line above it than on the paper."""
        above = (
            line.baseline
            for line in self._lines
            if line.baseline <= stroke.y1
            and any(each.x < stroke.x2 and stroke.x1 < each.x + each.width for each in line.fragments)
        )
        start = max(above, default=self._top)
        below = (stroke.y1 - start) * self.scale - self._thickness(stroke) / 2
        return self.baseline(start) + ceil(below)

    def _thickness(self, stroke: Stroke) -> int:
        return max(1, round(stroke.thickness * self.scale))
