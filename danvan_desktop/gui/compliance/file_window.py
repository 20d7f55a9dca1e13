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

    def __init__(self, jobs: Jobs, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Measure nothing yet, but get ready to: the file may still have to be chosen."""
        super().__init__(parent)
        help_key(self, HELP)
        self.panel = SheetPanel(of_report=False)
        self.checker = FileChecker(jobs, self)
        self.output = SheetOutput(self.panel, jobs, preferences, self)
        self.checker.measured.connect(self.panel.show_sheets)
        self.checker.refused.connect(self.panel.show_problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.follow(self.checker.reading)
        self.checker.reading.warm_up()
        size_dialog(self, 760, 600)

    def measure(self, path: Path) -> None:
        """Measure the file at ``path`` and show its sheet."""
        self.setWindowTitle(f"Kiểm tra thể thức: {path.name}")
        self.panel.show_working()
        self.checker.check_files([path])

    def done(self, result: int) -> None:
        """Drop the answer under way, or what was made ready for one."""
        self.checker.forget()
        self.checker.reading.cool_down()
        super().done(result)
