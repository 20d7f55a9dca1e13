"""The ways to the sheet: Ctrl+F7, after the signing export, a file chosen. All else is loaded when wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from danvan_desktop.gui.services.jobs import Jobs
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
    """A line leads to what "Trình bày…" asks for."""

    def __init__(self, session: Session, jobs: Jobs, kept: Preferences, window: QWidget) -> None:
        """Load nothing yet."""
        super().__init__(window)
        self._session, self._jobs, self._kept, self._window = session, jobs, kept, window
        self._workspace: Callable[[], Workspace] | None = None
        self._beside: ReportSheet | None = None
        self.of_file: FileSheetDialog | None = None

    def offer(self, workspace: "Workspace") -> None:
        """Follow the command of ``workspace``."""
        self._workspace = lambda: workspace
        toggle = workspace.actions().toggle_sheet
        toggle.toggled.connect(self._on_toggled)
        toggle.triggered.connect(self._on_asked)

    def beside(self) -> "ReportSheet | None":
        """The panel, made when it is first wanted; None before a report was open."""
        if self._beside is None and self._workspace is not None:
            from danvan_desktop.gui.compliance.report_sheet import ReportSheet

            self._beside = ReportSheet(self._workspace(), self._session.current, self._jobs, self._kept)
            self._beside.presentation_wanted.connect(self.presentation_wanted)
        return self._beside

    def show_files(self, files: tuple[Path, ...]) -> None:
        """Show the sheets of files that were just exported."""
        finished = tuple(path for path in files if path.suffix.lower() in {".docx", ".pdf"})
        beside = self.beside()
        if finished and beside is not None:
            beside.show_files(finished)

    def ask_file(self) -> None:
        """Ask for a finished file and show its sheet."""
        folder = self._kept.folder_of(_FOLDER)
        title = "Kiểm tra thể thức một tệp"
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, folder, _FILES)
        if chosen:
            self._kept.keep(**{_FOLDER: str(Path(chosen).parent)})
            self.show_file(Path(chosen))

    def show_file(self, path: Path) -> None:
        """Show the sheet of the file at ``path`` in a window of its own."""
        from danvan_desktop.gui.compliance.file_window import FileSheetDialog

        if self.of_file is not None:
            self.of_file.close()
            self.of_file.deleteLater()
        self.of_file = FileSheetDialog(path, self._jobs, self._kept, self._window)
        self.of_file.show()

    def forget(self) -> None:
        """The report is closed."""
        if self._beside is not None:
            self._beside.forget()

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        beside = self.beside() if shown and self._session.draft is not None else None
        if beside is not None:
            beside.show()

    def _on_asked(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        """The person asked for it: the keyboard goes there, which it does not when only room came back."""
        if shown and self._beside is not None:
            self._beside.panel.list.setFocus()
