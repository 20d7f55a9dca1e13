"""Prints the shown sheet ("In phiếu") and saves it as a PDF ("Lưu phiếu")."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.compliance.panel import SheetPanel
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.inspection.sheet import ComplianceSheet

_FOLDER = "export_folder"
"""Where finished files went last: the sheet belongs beside them."""


class SheetOutput(QObject):
    """Printing and saving for one panel."""

    def __init__(self, panel: SheetPanel, jobs: Jobs, preferences: Preferences, window: QWidget) -> None:
        """Follow ``panel``; problems are shown over ``window``."""
        super().__init__(panel)
        self._panel, self._jobs, self._preferences, self._window = panel, jobs, preferences, window
        panel.print_wanted.connect(self.print)
        panel.save_wanted.connect(self.ask_and_save)

    def print(self, sheet: ComplianceSheet) -> None:
        """Print ``sheet`` through the system's dialog."""
        from danvan_desktop.gui.printing.print_job import ask_and_print_sheet

        def save() -> None:
            self.ask_and_save(sheet)

        ask_and_print_sheet(sheet, self._jobs, self._window, self._panel.show_note, save)

    def ask_and_save(self, sheet: ComplianceSheet) -> None:
        """Ask for a name and write ``sheet`` there."""
        from danvan_desktop.gui.worker.sheet_pdf import sheet_name

        proposed = Path(self._preferences.folder_of(_FOLDER)) / sheet_name(sheet)
        path = file_dialog.ask_save(
            self._window, "Lưu phiếu kiểm tra thể thức", str(proposed), "Tệp PDF (*.pdf)"
        )
        if path is not None:
            self.save(sheet, path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def save(self, sheet: ComplianceSheet, path: Path) -> None:
        """Write ``sheet`` as the PDF ``path``, off the GUI thread."""
        from danvan_desktop.gui.worker.sheet_pdf import save_sheet

        self._jobs.start(
            lambda: save_sheet(sheet, path),
            lambda _: self._panel.show_note(f"Đã lưu phiếu: {path}"),
            self._on_failure,
        )

    def _on_failure(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        show_problem("Không lưu được phiếu", error.message, self._window)
