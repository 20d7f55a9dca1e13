"""Page "Sao lưu và khôi phục"."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from danvan_desktop.gui.backup.backup_form import BackupForm
from danvan_desktop.gui.widgets.style import page_margins, title_label


class BackupPage(QWidget):
    """Shows the screen of the copies."""

    def __init__(self, form: BackupForm, look: Callable[[], object]) -> None:
        """Show ``form``; ``look`` has it show the copies as they lie there now."""
        super().__init__()
        self._form, self._look = form, look
        column = QVBoxLayout(self)
        page_margins(column)
        column.addWidget(title_label("Sao lưu và khôi phục"))
        column.addWidget(form, 1)

    def refresh(self) -> None:
        """Show the copies as they lie there now."""
        self._look()

    def take_keys(self) -> None:
        """Let keys go to the list of copies."""
        self._form.list.setFocus()
