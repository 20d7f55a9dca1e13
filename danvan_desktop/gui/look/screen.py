"""How much room the screen has."""

from PySide6.QtGui import QGuiApplication

_LOW = 540
"""Device-independent pixels: less than a screen of 1366 x 768 has at 125 %."""
_HIGH = 680
"""Less than a screen of 1366 x 768 has at 100 %, task bar taken off."""


def is_high_screen() -> bool:
    """Tell whether the screen has room for air between the parts of a page."""
    return QGuiApplication.primaryScreen().availableSize().height() >= _HIGH


def is_low_screen() -> bool:
    """Tell whether the screen has less room than one of 1366 x 768 at 125 %."""
    return QGuiApplication.primaryScreen().availableSize().height() < _LOW
