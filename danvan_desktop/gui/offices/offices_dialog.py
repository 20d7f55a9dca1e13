"""Dialog "Cơ quan và người ký", over an open report: its office is looked at, put right and stored."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.offices.offices_form import OfficesForm
from danvan_desktop.gui.widgets.style import size_dialog, spaced
from danvan_desktop.report.office.office import Office


class OfficesDialog(QDialog):
    """Asks whether the offices are to be stored as they stand in the form."""

    def __init__(self, offices: Sequence[Office], row: int = 0, parent: QWidget | None = None) -> None:
        """Show ``offices`` with the one of ``row`` chosen; none there: a blank one."""
        super().__init__(parent)
        self.setWindowTitle("Cơ quan và người ký")
        help_key(self, "co-quan-va-yeu-cau")
        self.content = OfficesForm(offices, row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton("Lư&u", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        spaced(layout)
        layout.addWidget(self.content, 1)
        layout.addWidget(buttons)
        self.go.setDefault(True)
        self.content.edited.connect(self._check)
        self.content.list.currentRowChanged.connect(self._check)
        self._check()
        size_dialog(self, 1020, 600)

    def offices(self) -> tuple[Office, ...]:
        """Give the offices as they stand; blank ones are none."""
        return self.content.offices()

    def _check(self) -> None:
        self.go.setEnabled(not self.content.is_refused)
