"""Standard shortcuts (QKeySequence.StandardKey) matched against a key; imported with the first key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_RAISED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key asks for undo or redo."""
    from PySide6.QtGui import QKeySequence

    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def is_cut(event: QKeyEvent) -> bool:
    """Whether a key asks to cut what is selected."""
    from PySide6.QtGui import QKeySequence

    return event.matches(QKeySequence.StandardKey.Cut)


def is_raise(event: QKeyEvent) -> bool:
    """Whether a key asks for superscript as in Word: Ctrl, Shift and the key that bears "=" and "+"."""
    return event.modifiers() == _RAISED and event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}
