"""Header of a page of text: the headings above the text, which do not scroll with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from danvan_desktop.gui.editor.document.formats import body_font
from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.gui.workspace.pages.title_edit import TITLE_MARGIN, HeadingEdit


class HeadingBlock(QWidget):
    """A strip as wide as the sheet, on which it stands; hidden while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = QWidget()
        self._labels: list[QLabel] = []
        self._titles: list[QWidget] = []
        self._rows = QVBoxLayout(self._paper)
        self._rows.setSpacing(GAP)
        self._around = QHBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.addWidget(self._paper)
        self.hide()

    def add(self, label: QLabel, title: QWidget, *more: QWidget) -> None:
        """Add a row: the number, the heading, what else belongs to it."""
        self._labels.append(label)
        self._titles.append(title)
        _enlarge(label, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(title, 1)
        for widget in more:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(row)
        self.show()

    def set_zoom(self, zoom: float) -> None:
        """Show the headings ``zoom`` times as large."""
        for label in self._labels:
            _enlarge(label, zoom)
        for title in self._titles:
            if isinstance(title, HeadingEdit):
                title.set_zoom(zoom)

    def follow(self, left: int, width: int, whole: int, inner: int) -> None:
        """Stand where the sheet stands, the headings ``inner`` from its edges as the text is."""
        self._rows.setContentsMargins(inner, GAP, inner, 0)
        self._around.setContentsMargins(left, 0, max(0, whole - left - width), 0)


def _enlarge(label: QLabel, zoom: float) -> None:
    font = body_font(zoom)
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, TITLE_MARGIN, 0, 0)  # its letters stand level with the heading's
