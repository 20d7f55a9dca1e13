"""Card: a framed group of fields under a heading, in rows; each label stands above its field."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from danvan_desktop.gui.forms.fault_line import FaultLine
from danvan_desktop.gui.forms.flex_row import FlexRow, flex_row
from danvan_desktop.gui.look.style_sheet import CARD, SIGN
from danvan_desktop.gui.widgets.style import GAP, heading_label


class Card(QFrame):
    """Rows of fields below a heading."""

    def __init__(self, title: str, corner: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Show ``title``, with ``corner`` at its right."""
        super().__init__(parent)
        self.setProperty(CARD, True)
        around = QVBoxLayout(self)
        around.setContentsMargins(2 * GAP, GAP + 4, 2 * GAP, GAP)
        around.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(GAP // 2)
        around.addLayout(self.column)
        # Beside a higher card the rows stay at the top; alone, the card takes no more than they need.
        policy = QSizePolicy.Policy
        around.addSpacerItem(QSpacerItem(0, 0, policy.Minimum, policy.Preferred))
        around.setStretch(1, 1)
        head = QHBoxLayout()
        self.heading = heading_label(title)
        head.addWidget(self.heading, 1)
        if corner is not None:
            head.addWidget(corner)
        self.column.addLayout(head)
        self.column.addSpacing(GAP // 2)

    def row(self, *cells: QWidget, lines: int = 1) -> FaultLine:
        """Add fields side by side, and below them a line for what is refused, ``lines`` high at least."""
        self._add(cells)
        fault = FaultLine(lines)
        self.column.addWidget(fault)
        return fault

    def fields(self, *cells: QWidget) -> FlexRow:
        """Add fields side by side in which nothing can be refused."""
        row = self._add(cells)
        self.column.addSpacing(GAP // 2)
        return row

    def _add(self, cells: Sequence[QWidget]) -> FlexRow:
        row = flex_row(*cells)
        self.column.addLayout(row)
        return row

    def note(self, text: str) -> QLabel:
        """Add a sentence that explains."""
        label = muted(text)
        self.column.addWidget(label)
        return label


def muted(text: str) -> QLabel:
    """Return a sentence that explains, less strong than the fields."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty(SIGN, "muted")
    return label


class FieldCell(QWidget):
    """A label above its field, as wide as what it holds or growing with the row."""

    def __init__(self, text: str, field: QWidget, buddy: QWidget | None = None, *, width: int = 0) -> None:
        """Put ``text`` above ``field``; of several in one line ``buddy`` is where Alt+letter goes.

        ``width``: what a field that grows is offered before the row is broken.
        """
        super().__init__()
        self._width = width
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.label = QLabel(text)
        self.label.setBuddy(buddy or field)
        if buddy is not None and not buddy.accessibleName():  # Qt takes the label's only from the same parent
            buddy.setAccessibleName(text.replace("&", ""))
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self.label)
        policies = QSizePolicy.Policy
        is_fixed = field.maximumWidth() == field.minimumWidth()
        grows = field.sizePolicy().horizontalPolicy() == policies.Expanding and not is_fixed
        column.addWidget(field, 0, Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setSizePolicy(policies.Expanding if grows else policies.Fixed, policies.Preferred)

    def sizeHint(self) -> QSize:
        """Return the size it has beside others."""
        return super().sizeHint().expandedTo(QSize(self._width, 0))
