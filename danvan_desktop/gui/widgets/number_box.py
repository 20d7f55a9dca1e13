"""Spin box that selects its number when it gets the focus, so that typing replaces it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSpinBox, QWidget


class NumberBox(QSpinBox):
    """What is typed takes the place of the number that stands there.

    Qt sees to that after Tab only, not in the first field of a dialog and not after Alt and a letter.
    """

    def __init__(self, least: int, most: int, value: int, name: str, parent: QWidget | None = None) -> None:
        """Show ``value``; screen readers say ``name``."""
        super().__init__(parent)
        self.setRange(least, most)
        self.setValue(value)
        self.setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number; a click puts the cursor where it hits."""
        super().focusInEvent(event)
        if event.reason() not in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.selectAll()
