"""Header of a page of text: the headings above the text, which do not scroll with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.editor.document.formats import body_font
from danvan_desktop.gui.editor.text.block_text import SIDE_MARGIN
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.pages.title_edit import TITLE_MARGIN


class HeadingBlock(QWidget):
    """A white strip as wide as the text's page; hidden while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = QWidget()
        self._paper.setAutoFillBackground(True)
        self._paper.setBackgroundRole(QPalette.ColorRole.Base)
        self._rows = QVBoxLayout(self._paper)
        self._rows.setContentsMargins(SIDE_MARGIN, 2 * GAP, SIDE_MARGIN, 0)
        self._rows.setSpacing(GAP)
        self._around = QHBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.addWidget(self._paper)
        self.hide()

    def add(self, label: QLabel, title: QWidget, *more: QWidget) -> None:
        """Add a row: the number, the heading, what else belongs to it."""
        font = body_font()
        font.setBold(True)
        label.setFont(font)
        label.setContentsMargins(0, TITLE_MARGIN, 0, 0)  # its letters stand level with the heading's
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(title, 1)
        for widget in more:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(row)
        self.show()

    def follow(self, left: int, width: int, whole: int) -> None:
        """Stand where the sheet stands."""
        self._around.setContentsMargins(left, 0, max(0, whole - left - width), 0)
