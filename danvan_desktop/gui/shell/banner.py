"""Banner (message bar): a non-modal message across the top of the window, with one optional button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from danvan_desktop.gui.look.style_sheet import NOTE
from danvan_desktop.gui.widgets.style import GAP


class Banner(QFrame):
    """Hidden while it has no message; typing goes on under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no message yet."""
        super().__init__(parent)
        self.setProperty(NOTE, True)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.act = QPushButton("Thử lại")
        self.dismiss = QPushButton("Đóng")
        self.dismiss.clicked.connect(self.hide)
        self._do: Callable[[], object] | None = None
        self.act.clicked.connect(self._on_act)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(2 * GAP, GAP, GAP, GAP)
        self.row.addWidget(self.label, 1)
        self.row.addWidget(self.act)
        self.row.addWidget(self.dismiss)
        self.hide()

    def say(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``text``, with a button ``action`` that runs ``do`` when there is something to do."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.act.setText(action)
        self.act.setVisible(do is not None)
        self._do = do
        self.show()

    def take_back(self, text: str) -> None:
        """Hide the message ``text``, where it is still shown: it is no longer true."""
        if self.label.text() == text:
            self.hide()

    def _on_act(self) -> None:
        if self._do is not None:
            self._do()
