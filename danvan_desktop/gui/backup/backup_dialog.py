"""Dialog "Sao lưu và khôi phục", over an open report."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from danvan_desktop.gui.backup.backup_form import BackupForm
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.look.screen import is_low_screen
from danvan_desktop.gui.widgets.style import GAP, size_dialog, spaced


class BackupDialog(QDialog):
    """Shows the screen of the copies, and stays to show what came of what is asked there."""

    def __init__(self, form: BackupForm, parent: QWidget | None = None) -> None:
        """Show ``form``."""
        super().__init__(parent)
        self.form = form
        self.setWindowTitle("Sao lưu và khôi phục")
        help_key(self, "sao-luu")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        spaced(layout, margin=GAP if is_low_screen() else 2 * GAP)
        layout.addWidget(form, 1)
        layout.addWidget(buttons)
        form.restore.setDefault(True)
        form.list.setFocus()
        size_dialog(self, 860, 560)

    def done(self, result: int) -> None:
        """Look into no file any more before the dialog closes."""
        self.form.list.stop_looking()
        super().done(result)
