"""How much room the screen has."""

from PySide6.QtGui import QGuiApplication

_LOW = 540
"""Device-independent pixels: less than a screen of 1366 x 768 has at 125 %."""


def is_low_screen() -> bool:
    """Tell whether the screen has less room than one of 1366 x 768 at 125 %."""
    return QGuiApplication.primaryScreen().availableSize().height() < _LOW
