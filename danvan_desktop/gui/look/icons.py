"""Icons: line drawings in one stroke, tinted from the palette when they are painted.

``resources/icons/drawings.json`` holds them by name, as the data of SVG paths on a square of 24. What they
are drawn with is said here once: all are of one family, in light and dark, disabled or switched on.
"""

import json
from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QImageReader, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication

from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.paths import resource

TEXT = "text"
"""The tone of icons beside text: that of the text itself."""
_STROKE, _BOLD_STROKE = 1.6, 2.2
"""Of 24; only the letter that says "bold" is bold."""


class TintedIcon(QIconEngine):
    """Paints one drawing in the tone that its state asks for."""

    def __init__(self, name: str, tone: str = TEXT) -> None:
        """Paint the drawing ``name`` in ``tone``, the name of one of the tokens."""
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it sharp at the scale of the screen that ``painter`` paints on."""
        square = QRect(QPoint(), _square(rect.size()))
        square.moveCenter(rect.center())
        painter.drawPixmap(square, self.scaledPixmap(square.size(), mode, state, _scale_of(painter)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it in ``size`` pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return it in ``size`` for a screen that has ``scale`` device pixels to one of those."""
        side = max(1, round(_square(size).width() * scale))
        colour = self._colour(mode, state)
        key = f"danvan-icon {self._name} {side} {scale} {colour}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        drawn = _drawn(self._name, side, colour)
        drawn.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, drawn)
        return drawn

    def clone(self) -> "TintedIcon":
        """Return another that paints the same."""
        return TintedIcon(self._name, self._tone)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        palette = QApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
        if self._tone != TEXT:
            return str(getattr(tokens_of(palette), self._tone))
        if state == QIcon.State.On:
            return palette.color(QPalette.ColorRole.Link).name()
        return palette.color(QPalette.ColorRole.WindowText).name()


def _drawn(name: str, side: int, colour: str) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(svg(name, colour).encode())
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImage(reader.read())


def _scale_of(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def _square(size: QSize) -> QSize:
    side = max(1, min(size.width(), size.height()))
    return QSize(side, side)


def svg(name: str, colour: str) -> str:
    """Return the drawing ``name`` as an SVG file with strokes in ``colour``.

    Raises:
        KeyError: there is no such drawing.
    """
    width = _BOLD_STROKE if name == "bold" else _STROKE
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        f'<path fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
        f'stroke-linejoin="round" d="{drawings()[name]}"/></svg>'
    )


@cache
def drawings() -> dict[str, str]:
    """Return the data of every drawing's path by its name."""
    found: dict[str, str] = json.loads(resource("icons", "drawings.json").read_text("utf-8"))
    return found
