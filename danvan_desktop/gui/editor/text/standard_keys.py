"""Standard shortcuts (QKeySequence.StandardKey) matched against a key; imported with the first key."""

from PySide6.QtGui import QKeyEvent


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key asks for undo or redo."""
    from PySide6.QtGui import QKeySequence

    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def is_cut(event: QKeyEvent) -> bool:
    """Whether a key asks to cut what is selected."""
    from PySide6.QtGui import QKeySequence

    return event.matches(QKeySequence.StandardKey.Cut)
