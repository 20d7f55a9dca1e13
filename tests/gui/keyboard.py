"""What a keyboard and an input method send, as events to a widget."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
BACKSPACE = "\b"


def type_text(widget: QWidget, text: str) -> None:
    """Type ``text`` as UniKey does: whole letters, Return for a line end, Backspace for "\\b"."""
    for letter in text:
        if letter == BACKSPACE:
            QTest.keyClick(widget, Qt.Key.Key_Backspace)
        elif letter == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        else:
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, NO_MODIFIER, letter))
            QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, 0, NO_MODIFIER, letter))


def compose(widget: QWidget, *shown: str, commit: str) -> None:
    """Compose as a system's input method does: show each of ``shown`` in turn, then commit."""
    for text in shown:
        QApplication.sendEvent(widget, QInputMethodEvent(text, []))
    event = QInputMethodEvent()
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)
