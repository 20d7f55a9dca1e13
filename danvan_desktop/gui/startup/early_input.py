"""Keys and clicks that come while the window is seen but not whole: it is made whole before they act."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow

_INPUT = {
    *(QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod),
    *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel),
    *(QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.ContextMenu, QEvent.Type.DragEnter),
}


class EarlyInput(QObject):
    """Watches where input enters a window: to watch all its widgets would cost a tenth of the start."""

    def __init__(self, window: QMainWindow, make_whole: Callable[[], bool]) -> None:
        """``make_whole`` does at once what is left to do; False: it could not, and the input is dropped."""
        super().__init__(window)
        self._make_whole = make_whole
        # A shortcut is asked of the part with the keyboard, before the window hears of the key.
        self._watched: tuple[QObject, ...] = (window.windowHandle(), window.focusWidget())
        for each in self._watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let all else pass as it is."""
        return event.type() in _INPUT and not self._make_whole()

    def end(self) -> None:
        """Watch no more: all is there."""
        for each in self._watched:
            each.removeEventFilter(self)
        self.deleteLater()
