"""How high the rows of the lists are: a box to tick has room, and a shaky mouse hits one."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_ROOM = 12


def row_size(of: QWidget, text: str) -> QSize:
    """Return the size hint of an item of ``of`` that shows ``text``."""
    letters = of.fontMetrics()
    return QSize(letters.horizontalAdvance(text) + _ROOM, letters.height() + _ROOM)
