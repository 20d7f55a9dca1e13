"""Card with a radio button: a choice large enough to be read and hit, with what belongs to it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.card import muted
from danvan_desktop.gui.look.marked import mark
from danvan_desktop.gui.look.style_sheet import CARD, CHOSEN
from danvan_desktop.gui.widgets.style import GAP


class ChoiceCard(QFrame):
    """One of several choices; a click anywhere on it chooses it."""

    def __init__(self, label: str, explanation: str = "", parent: QWidget | None = None) -> None:
        """Offer ``label``, with a sentence on what it means."""
        super().__init__(parent)
        self.radio = QRadioButton(label)
        self.setProperty(CARD, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP + 4, GAP, GAP + 4, GAP)
        self.column.setSpacing(GAP // 2)
        self.column.addWidget(self.radio)
        self.explanation: QLabel | None = None
        if explanation:
            self.explanation = muted(explanation)
            self.column.addWidget(self.explanation)
            self.radio.setAccessibleDescription(explanation)
        self.radio.toggled.connect(self._on_toggled)

    def finish(self) -> None:
        """Keep what is on the card at its top: no more will come."""
        self.column.addStretch(1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this one."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.click()
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_toggled(self, chosen: bool) -> None:  # noqa: FBT001 - a slot
        mark(self, CHOSEN, chosen)
