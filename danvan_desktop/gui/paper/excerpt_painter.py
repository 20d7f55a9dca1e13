"""Paints an excerpt of the paper (QPainter) as lines and letters, sharp at every scale."""

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from danvan_desktop.layout.excerpts import Excerpt
from danvan_desktop.layout.pages import Fragment

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
    """Paint ``excerpt`` from the painter's origin on; ``scale`` is pixels in a twip, ``ink`` for black."""
    inks = {"black": ink, "red": red}
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for stroke in excerpt.strokes:
        # Thinner than a pixel it would be a grey haze.
        painter.setPen(QPen(inks[stroke.colour], max(1.0, stroke.thickness * scale)))
        ends = ((stroke.x1, stroke.y1), (stroke.x2, stroke.y2))
        first, last = (_dot(x - excerpt.left, y - excerpt.top, scale) for x, y in ends)
        painter.drawLine(QLineF(first, last))
    painter.scale(scale, scale)
    painter.translate(-excerpt.left, -excerpt.top)
    for line in excerpt.lines:
        for fragment in line.fragments:
            painter.setFont(letters_of(fragment, excerpt.family))
            painter.setPen(inks[fragment.colour])
            painter.drawText(QPointF(fragment.x, line.baseline - fragment.rise), fragment.text)
    painter.restore()


def _dot(x: float, y: float, scale: float) -> QPointF:
    """The middle of the pixel at a place: a line through it is even."""
    return QPointF(int(x * scale) + 0.5, int(y * scale) + 0.5)
