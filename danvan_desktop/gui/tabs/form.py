"""The look of the pages that are forms: groups of labelled fields on a sheet that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from danvan_desktop.gui.style import GAP

WIDEST = 860
_LABEL_WIDTH = 130


class Sheet(QScrollArea):
    """The sheet: as wide as can be read, in the middle, scrolled where the window is low."""

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

    def group(self, title: str) -> QFormLayout:
        """Begin a group of fields."""
        box = QGroupBox(title)
        form = QFormLayout(box)
        form.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP + 4)
        form.setHorizontalSpacing(2 * GAP)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.column.addWidget(box)
        return form


def add_row(form: QFormLayout, label: str, field: QWidget | QLayout, buddy: QWidget | None = None) -> None:
    """Add a field under ``label``; a row of several fields names its ``buddy``, where Alt+letter goes."""
    shown = QLabel(label)
    shown.setMinimumWidth(_LABEL_WIDTH)
    shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if isinstance(field, QWidget):
        shown.setBuddy(buddy or field)
        form.addRow(shown, field)
        return
    if buddy is not None:
        shown.setBuddy(buddy)
    form.addRow(shown, field)


def side_by_side(*widgets: QWidget | str) -> QHBoxLayout:
    """Put small fields, with their labels as text, into one row; a text labels the field after it."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    label: QLabel | None = None
    for widget in widgets:
        if isinstance(widget, str):
            label = QLabel(widget)
            row.addWidget(label)
            continue
        if label is not None:
            label.setBuddy(widget)
            label = None
        row.addWidget(widget)
    row.addStretch(1)
    return row
