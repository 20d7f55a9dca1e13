"""The dialog "Kiểm tra thể thức": the compliance sheet of a Word file or PDF made anywhere."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from danvan_desktop.gui.compliance.checker import FileChecker
from danvan_desktop.gui.compliance.panel import HELP, SheetPanel
from danvan_desktop.gui.compliance.print_and_save import SheetOutput
from danvan_desktop.gui.help.window import help_key
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.style import size_dialog


class FileSheetDialog(QDialog):
    """A modeless dialog with the sheet of one file; the file is never changed."""

    def __init__(
        self, path: Path, jobs: Jobs, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Measure the file at ``path`` and show its sheet."""
        super().__init__(parent)
        self.setWindowTitle(f"Kiểm tra thể thức: {path.name}")
        help_key(self, HELP)
        self.panel = SheetPanel(of_report=False)
        self.checker = FileChecker(jobs, self)
        self.output = SheetOutput(self.panel, jobs, preferences, self)
        self.checker.measured.connect(self.panel.show_sheets)
        self.checker.refused.connect(self.panel.show_problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        size_dialog(self, 760, 600)
        self.panel.show_working()
        self.checker.check([path])

    def done(self, result: int) -> None:
        """Drop the answer under way."""
        self.checker.forget()
        super().done(result)
