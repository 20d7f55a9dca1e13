"""Window geometry: position and size of the window, stored in the preferences."""

from binascii import Error, a2b_base64, b2a_base64
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from danvan_desktop.gui.services.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen, QWindow

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


class ScreenWatch(QObject):
    """Keeps the windows on the screen when its scale or size changes, or the window goes to another one."""

    def __init__(self, window: QWidget) -> None:
        """Watch the screen of ``window``, which is shown."""
        super().__init__(window)
        self._window, self._screen = window, window.screen()
        self._screen.availableGeometryChanged.connect(self._fit_soon)
        handle: QWindow | None = window.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._follow)

    def _follow(self, screen: "QScreen") -> None:
        self._screen.availableGeometryChanged.disconnect(self._fit_soon)
        self._screen = screen
        screen.availableGeometryChanged.connect(self._fit_soon)
        self._fit_soon()

    def _fit_soon(self) -> None:
        """Wait until Qt has given the windows their sizes in the new scale."""
        QTimer.singleShot(0, self, fit_windows)


def fit_windows() -> None:
    """Make each window that is larger than its screen smaller, and move it to where all of it is seen."""
    for window in QApplication.topLevelWidgets():
        if not window.isVisible() or window.windowType() not in _FRAMED:
            continue
        if window.windowState() & _SIZED_BY_SYSTEM:
            continue
        room, frame = room_of(window), window.frameGeometry()
        borders = frame.size() - window.size()
        if not room.contains(frame):
            window.resize(window.size().boundedTo(room.size() - borders))
            left = max(room.left(), min(frame.left(), room.right() + 1 - window.frameGeometry().width()))
            top = max(room.top(), min(frame.top(), room.bottom() + 1 - window.frameGeometry().height()))
            window.move(left, top)


_SIZED_BY_SYSTEM = (
    Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized
)
_FRAMED = {Qt.WindowType.Window, Qt.WindowType.Dialog}


def room_of(window: QWidget) -> QRect:
    """Return what the task bar leaves of the screen of ``window``."""
    return window.screen().availableGeometry()


def _bytes_of(text: str) -> bytes:
    """Read base64; what is none gives nothing, for it comes out of a file."""
    try:
        return a2b_base64(text)
    except (Error, ValueError):
        return b""
