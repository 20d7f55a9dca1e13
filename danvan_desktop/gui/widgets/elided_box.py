"""A choice that shows a text too long for it with dots in its middle: both ends tell files apart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_MARGIN = 6
"""What a style leaves free beside the text."""


class ElidedBox(QComboBox):
    """Qt cuts the text off where the box ends."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it as Qt does, with other words."""
        painter, option = QStylePainter(self), self._option()
        option.currentText = self.shown_text()  # type: ignore[attr-defined]  # PySide's stubs lack it
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shown_text(self) -> str:
        """What can be read in the box."""
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, self._option(), QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - _MARGIN
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, room)

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option
