"""Panel that has a help topic of its own: F1 in it opens that, and not the window's."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class TopicPanel(QWidget):
    """Keeps F1 from the window while the keyboard is in it."""

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        """``topic`` is the name of the help page."""
        super().__init__(parent)
        self._topic = topic

    def event(self, event: QEvent) -> bool:
        """Keep F1 from the window: here it is about the panel."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_help(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the topic of the panel."""
        if _is_help(event):
            from danvan_desktop.gui.help.window import HelpWindow

            HelpWindow(self._topic, self.window()).show()
        else:
            super().keyPressEvent(event)


def _is_help(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.HelpContents)
