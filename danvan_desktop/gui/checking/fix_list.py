"""The list of a dialog that sets findings right: what is ticked is set right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from danvan_desktop.checks import Finding

_FINDING = int(Qt.ItemDataRole.UserRole.value)
OWN = _FINDING + 1
"""The role under which a dialog keeps what is its own."""


class FixList(QListWidget):
    """Lists places; those that can be set right have a tick, which can be taken away."""

    def __init__(self, name: str) -> None:
        """List nothing; ``name`` is what a screen reader calls the list."""
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)

    def add(self, text: str, finding: Finding | None) -> QListWidgetItem:
        """Add a place, ticked if ``finding`` sets it right."""
        item = QListWidgetItem(text, self)
        if finding is not None:
            item.setData(_FINDING, finding)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        return item

    def chosen(self) -> tuple[Finding, ...]:
        """Give what is ticked."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_FINDING) for item in items if item.checkState() == Qt.CheckState.Checked)
