"""Small pictures of the program for "Giới thiệu": first page and report, light or dark as the window is.

``make screenshots`` makes the files, twice as large as they are shown: so they are sharp on any screen.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen, QPixmap

from danvan_desktop.gui.look.palette import tokens_of
from danvan_desktop.gui.look.screen import is_high_screen
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.paths import resource

FOLDER = "pictures"
"""Among the resources."""
NAMES = ("start", "editor")
SHOWN = QSize(272, 153)
"""Of one picture, in device-independent pixels."""
_SMALLER = 0.7
"""Where the screen has less room: the words beside have theirs."""


def file_name(name: str, *, dark: bool) -> str:
    """Return what the file of the picture ``name`` is called."""
    return f"{name}-{'dark' if dark else 'light'}.png"


def pictures(palette: QPalette, ratio: float) -> QPixmap:
    """Load the pictures that go with ``palette``, one below the other, for ``ratio`` dots a pixel."""
    shown = SHOWN if is_high_screen() else SHOWN * _SMALLER
    is_dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    sheet = QPixmap(QSize(shown.width(), len(NAMES) * (shown.height() + GAP) - GAP) * ratio)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setPen(QPen(QColor(tokens_of(palette).line), 1))
    for row, name in enumerate(NAMES):
        image = QImage(str(resource(FOLDER, file_name(name, dark=is_dark))))
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(shown * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        room = QRectF(0, row * (shown.height() + GAP), shown.width(), shown.height())
        painter.drawImage(room, image)
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()
    return sheet
