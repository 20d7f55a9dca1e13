"""Review bar above the text: how much is still to be reviewed, or that the report is read only."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from danvan_desktop.gui.widgets.style import GAP
from danvan_desktop.report.lifecycle.review import TabCount

ISSUED = "Đã ban hành, chỉ xem"
"""Why most reports that cannot be edited cannot."""


class ReviewBar(QWidget):
    """Shown while something is *chưa rà* or *chưa sửa*, with notes of an import, and over an issued report.

    An issued report is read only: nothing is left to review, but a report can be made in its place.
    """

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
        self._of_window: list[tuple[QAction, QToolButton]] = []
        self._total, self._read_only = "", ""
        self.hide()

    def offer(self, *actions: QAction) -> None:
        """Give each of ``actions`` of the window a button while it can be used: notes, a report in place."""
        for action in actions:
            button = _button(action)
            self._row.insertWidget(1 + len(self._of_window), button)
            self._of_window.append((action, button))
            action.visibleChanged.connect(self._show_or_hide)
        self._show_or_hide()

    def show_total(self, total: TabCount) -> None:
        """Show what ``total`` counts; the bar hides when nothing is left."""
        self._total = review_summary(total)
        self._show_or_hide()

    def set_read_only(self, why: str) -> None:
        """Show why the report may only be read, in place of what is open in it; "": it may be edited."""
        self._read_only = why
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.label.setText(self._read_only or self._total)
        self.label.setVisible(bool(self.label.text()))
        for button in self._buttons:
            button.setVisible(bool(self._total) and not self._read_only)
        for action, button in self._of_window:
            button.setVisible(action.isVisible())
        has_button = any(action.isVisible() for action, _ in self._of_window)
        self.setVisible(bool(self.label.text()) or has_button)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def review_summary(count: TabCount) -> str:
    """Word what is open: "Còn 12 chỗ chưa rà, 7 đoạn chưa sửa"; "" when nothing is."""
    parts = []
    if count.unchecked:
        parts.append(f"{count.unchecked} chỗ chưa rà")
    if count.unedited:
        parts.append(f"{count.unedited} đoạn chưa sửa")
    return f"Còn {', '.join(parts)}" if parts else ""
