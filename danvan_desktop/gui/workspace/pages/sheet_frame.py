"""The frame of a page of text: a white sheet with its shadow on the ground, painted by what holds the text.

No effect of Qt (QGraphicsEffect): with one, each key would paint the whole page anew. The text covers its
part of the sheet and repaints alone.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from danvan_desktop.gui.look.palette import tokens_of, tone
from danvan_desktop.gui.look.tokens import TONES

SHEET_RIM = 8
"""White above the first line that scrolls, so that the corners of the sheet are seen, in pixels."""
_RADIUS = 4
_SHADOW = ((1, 16), (2, 9), (4, 5))
"""Each ring of the shadow: how far it reaches, and how dark it is, of 255."""


def paint_sheet(painter: QPainter, sheet: QRectF, palette: QPalette) -> None:
    """Paint a sheet that goes on below ``sheet``, with its shadow and a line around it."""
    tokens = tokens_of(palette)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    whole = sheet.adjusted(0, 0, 0, 4 * _RADIUS)
    for reach, dark in _SHADOW:
        painter.setBrush(tone(TONES.shade, dark))
        around = whole.adjusted(-reach, 1 - reach / 2, reach, reach)
        painter.drawRoundedRect(around, _RADIUS + reach, _RADIUS + reach)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(whole.adjusted(-0.5, -0.5, 0.5, 0.5), _RADIUS, _RADIUS)
