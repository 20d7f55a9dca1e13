"""The slim bar above the text: how much of last year's report is still to be looked at, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from danvan_desktop.gui.style import GAP
from danvan_desktop.report.review import TabCount


class ReviewBar(QWidget):
    """Shown while something is *chưa rà* or *chưa sửa*."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        """Give each of ``actions`` a button."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.label = QLabel()
        self.label.setAccessibleName("Những chỗ còn phải rà")
        self.label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 4, GAP, GAP // 4)
        row.setSpacing(GAP)
        row.addWidget(self.label)
        row.addStretch(1)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setAccessibleName(action.text().replace("&", ""))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.hide()

    def show_total(self, total: TabCount) -> None:
        """Say what ``total`` counts; there is no bar when nothing is left."""
        text = said(total)
        self.label.setText(text)
        self.setVisible(bool(text))


def said(count: TabCount) -> str:
    """Say what is open: "Còn 12 chỗ chưa rà, 7 đoạn chưa sửa"; "" when nothing is."""
    parts = []
    if count.unchecked:
        parts.append(f"{count.unchecked} chỗ chưa rà")
    if count.unedited:
        parts.append(f"{count.unedited} đoạn chưa sửa")
    return f"Còn {', '.join(parts)}" if parts else ""
