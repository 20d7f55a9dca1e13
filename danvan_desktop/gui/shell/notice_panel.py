"""Panel of notices about the stored reports: each line stands until the user says that it was read."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from danvan_desktop.gui.look.screen import is_high_screen
from danvan_desktop.gui.look.style_sheet import NOTE
from danvan_desktop.gui.widgets.scrolled_text import ScrolledText
from danvan_desktop.gui.widgets.style import GAP, larger

_MOST_LINES, _ELSE = 7, 2
"""Lines seen at once, the second where the screen is not high: the list of reports keeps its room."""


class NoticePanel(QFrame):
    """Hidden while there is nothing to read; nothing but its button closes it."""

    read = Signal()
    """The user has read what stands here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._lines: list[str] = []
        self.setProperty(NOTE, True)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = ScrolledText(self.label, _MOST_LINES if is_high_screen() else _ELSE, _ELSE)
        self.seen = QPushButton("Đã xem")
        self.seen.clicked.connect(self._on_seen)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        if is_high_screen():
            title = QLabel("Về dữ liệu báo cáo")
            title.setFont(larger(title.font(), 1.0, bold=True))
            column.addWidget(title)
        column.addWidget(self.text)
        row = QHBoxLayout(self)
        margin = GAP if is_high_screen() else GAP // 4
        row.setContentsMargins(2 * GAP, margin, GAP, margin)
        row.addLayout(column, 1)
        row.addWidget(self.seen, 0, Qt.AlignmentFlag.AlignTop)

    def add(self, lines: Iterable[str]) -> None:
        """Show ``lines`` below what stands here already, each once."""
        self._lines += [line for line in dict.fromkeys(lines) if line and line not in self._lines]
        if self._lines:
            self.text.show_text("\n".join(self._lines))
            self.show()

    def _on_seen(self) -> None:
        self._lines = []
        self.hide()
        self.read.emit()
