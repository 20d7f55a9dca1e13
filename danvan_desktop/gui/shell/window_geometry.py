"""Window geometry: position and size of the window, stored in the preferences."""

from binascii import Error, a2b_base64, b2a_base64

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.services.preferences import Preferences

_NAME = "geometry"
_SMALL = 1440
"""Of a screen narrower than this the window takes all: 1366 x 768, or larger letters on a larger one."""


def keep(window: QWidget, preferences: Preferences) -> None:
    """Store position and size of ``window``."""
    preferences.keep(
        **{_NAME: b2a_base64(bytes(window.saveGeometry().data()), newline=False).decode("ascii")}
    )


def restore(window: QWidget, preferences: Preferences) -> None:
    """Put ``window`` where it was; the first time give it most of the screen, all of a small one."""
    if window.restoreGeometry(_bytes_of(preferences.text(_NAME))):
        return
    screen = QGuiApplication.primaryScreen().availableSize()
    window.resize(min(1280, screen.width() * 9 // 10), min(800, screen.height() * 9 // 10))
    if screen.width() < _SMALL:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _bytes_of(text: str) -> bytes:
    """Read base64; what is none gives nothing, for it comes out of a file."""
    try:
        return a2b_base64(text)
    except (Error, ValueError):
        return b""
