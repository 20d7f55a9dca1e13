"""Layout of the pages that are forms: a scroll area with groups of labelled fields."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.widgets.style import GAP

WIDEST = 860
_LABEL_WIDTH = 122
_ONE_COLUMN = 560
"""Where the sheet is narrower, each field stands below its label."""
_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ABOVE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class FormArea(QScrollArea):
    """Scroll area with the groups in a column of readable width, centred."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        self.column.setSpacing(2 * GAP)
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        self.setWidget(around)
        self._forms: list[QFormLayout] = []
        self._is_narrow = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the labels above the fields where there is little room beside them."""
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < _ONE_COLUMN
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for form in self._forms:
                _arrange(form, is_narrow)

    def group(self, title: str) -> QFormLayout:
        """Begin a group of fields."""
        box = QGroupBox(title)
        form = QFormLayout(box)
        form.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP + 4)
        form.setHorizontalSpacing(2 * GAP)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(_BESIDE)
        self.column.addWidget(box)
        self._forms.append(form)
        return form


def add_row(form: QFormLayout, label: str, field: QWidget | QLayout, buddy: QWidget | None = None) -> None:
    """Add a field under ``label``; a row of several fields names its ``buddy``, where Alt+letter goes."""
    shown = QLabel(label)
    shown.setMinimumWidth(_LABEL_WIDTH)
    shown.setAlignment(_BESIDE)
    if isinstance(field, QWidget):
        shown.setBuddy(buddy or field)
        form.addRow(shown, field)
        return
    if buddy is not None:
        shown.setBuddy(buddy)
    form.addRow(shown, field)


def _arrange(form: QFormLayout, is_narrow: bool) -> None:  # noqa: FBT001 - a setter
    policy = QFormLayout.RowWrapPolicy
    form.setRowWrapPolicy(policy.WrapAllRows if is_narrow else policy.DontWrapRows)
    for row in range(form.rowCount()):
        item = cast("QLayoutItem | None", form.itemAt(row, QFormLayout.ItemRole.LabelRole))
        label = item.widget() if item is not None else None  # a tick has the whole row
        if isinstance(label, QLabel):
            label.setAlignment(_ABOVE if is_narrow else _BESIDE)
            label.setVisible(not is_narrow or bool(label.text()))  # no empty line between two fields
