"""Commands of the compliance sheet: Ctrl+F7, after the signing export, for a chosen file.

Panel and dialog are a lazy import, when first opened: the start does not load the measuring code.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.session.session import Session

if TYPE_CHECKING:
    from danvan_desktop.gui.compliance.file_window import FileSheetDialog
    from danvan_desktop.gui.compliance.report_sheet import ReportSheet
    from danvan_desktop.gui.workspace.workspace import Workspace

_FOLDER = "inspect_folder"
_FILES = "Tệp Word, tệp PDF (*.docx *.pdf)"


class ComplianceCommands(QObject):
    """Opens the panel beside the text, or a window for a file made elsewhere."""

    presentation_wanted = Signal()
    """The dialog "Trình bày…" is to be opened: a line of the sheet leads there."""

    def __init__(self, session: Session, jobs: Jobs, preferences: Preferences, window: QWidget) -> None:
        """Import nothing of the sheet yet."""
        super().__init__(window)
        self._session, self._jobs, self._preferences, self._window = session, jobs, preferences, window
        self._workspace: Callable[[], Workspace] | None = None
        self._report_sheet: ReportSheet | None = None
        self.file_dialog: FileSheetDialog | None = None

    def offer(self, workspace: "Workspace") -> None:
        """Follow the command of ``workspace``."""
        self._workspace = lambda: workspace
        toggle = workspace.editor_actions.toggle_sheet
        toggle.toggled.connect(self._on_toggled)
        toggle.triggered.connect(self._on_asked)

    def report_sheet(self) -> "ReportSheet | None":
        """The sheet of the open report, made when it is first needed; None before a report was open."""
        if self._report_sheet is None and self._workspace is not None:
            from danvan_desktop.gui.compliance.report_sheet import ReportSheet

            self._report_sheet = ReportSheet(
                self._workspace(), self._session.current, self._jobs, self._preferences
            )
            self._report_sheet.presentation_wanted.connect(self.presentation_wanted)
        return self._report_sheet

    def show_files(self, files: tuple[Path, ...]) -> None:
        """Show the sheets of files that were just exported."""
        finished = tuple(path for path in files if path.suffix.lower() in {".docx", ".pdf"})
        report_sheet = self.report_sheet()
        if finished and report_sheet is not None:
            report_sheet.show_files(finished)

    def ask_file(self) -> None:
        """Ask for a finished file and show its sheet."""
        from danvan_desktop.gui.widgets import file_dialog

        folder = self._preferences.folder_of(_FOLDER)
        dialog = self._file_dialog()  # gets ready while the file is being chosen
        chosen = file_dialog.ask_open(self._window, "Kiểm tra thể thức một tệp", folder, _FILES)
        if chosen is None:
            dialog.reject()
            dialog.deleteLater()
            return
        self._preferences.keep(**{_FOLDER: str(chosen.parent)})
        self._show(dialog, chosen)

    def show_file(self, path: Path) -> None:
        """Show the sheet of the file at ``path`` in a window of its own."""
        self._show(self._file_dialog(), path)

    def _file_dialog(self) -> "FileSheetDialog":
        from danvan_desktop.gui.compliance.file_window import FileSheetDialog

        return FileSheetDialog(self._jobs, self._preferences, self._window)

    def _show(self, dialog: "FileSheetDialog", path: Path) -> None:
        if self.file_dialog is not None:
            self.file_dialog.close()
            self.file_dialog.deleteLater()
        self.file_dialog = dialog
        dialog.show()
        dialog.measure(path)

    def forget(self) -> None:
        """Empty the sheet: the report is closed."""
        if self._report_sheet is not None:
            self._report_sheet.forget()

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        report_sheet = self.report_sheet() if shown and self._session.draft is not None else None
        if report_sheet is not None:
            report_sheet.show()

    def _on_asked(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """Give the list the keyboard focus: the user asked for it, not just a wider window."""
        if shown and self._report_sheet is not None:
            self._report_sheet.panel.list.setFocus()
