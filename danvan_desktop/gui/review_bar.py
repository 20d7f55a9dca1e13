"""The slim bar above the text: how much of last year's report is still to be looked at, and the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from danvan_desktop.gui.style import GAP
from danvan_desktop.report.review import TabCount


class ReviewBar(QWidget):
    """Shown while something is *chưa rà* or *chưa sửa*, or while there are notes of an import."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        """Give each of ``actions`` a button."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.label = QLabel()
        self.label.setAccessibleName("Những chỗ còn phải rà")
        self.label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * GAP, GAP // 4, GAP, GAP // 4)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.label)
        self._row.addStretch(1)
        self._buttons = [_button(action) for action in actions]
        for button in self._buttons:
            self._row.addWidget(button)
        self._notes: QAction | None = None
        self.hide()

    def offer_notes(self, action: QAction) -> None:
        """Give ``action``, which shows what an import noted, a button while there is something to show."""
        button = _button(action)
        self._row.insertWidget(1, button)
        self._notes = action
        action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
        action.visibleChanged.connect(self._show_or_hide)
        button.setVisible(action.isVisible())
        self._show_or_hide()

    def show_total(self, total: TabCount) -> None:
        """Say what ``total`` counts; there is no bar when nothing is left."""
        self.label.setText(said(total))
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        has_marks = bool(self.label.text())
        self.label.setVisible(has_marks)
        for button in self._buttons:
            button.setVisible(has_marks)
        self.setVisible(has_marks or (self._notes is not None and self._notes.isVisible()))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def said(count: TabCount) -> str:
    """Say what is open: "Còn 12 chỗ chưa rà, 7 đoạn chưa sửa"; "" when nothing is."""
    parts = []
    if count.unchecked:
        parts.append(f"{count.unchecked} chỗ chưa rà")
    if count.unedited:
        parts.append(f"{count.unedited} đoạn chưa sửa")
    return f"Còn {', '.join(parts)}" if parts else ""
