"""Nhập báo cáo cũ: ask for a file, read it off the GUI thread, and show what is to be looked at."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.dialogs.import_notes import ImportNotesDialog
from danvan_desktop.gui.jobs import Jobs
from danvan_desktop.gui.preferences import Preferences
from danvan_desktop.report.model import Report

FILTER = "Báo cáo (*.txt *.danvan);;Mọi tệp (*)"


class Importing(QObject):
    """The way in for files."""

    brought_in = Signal(object)
    """The :class:`Report` that a file has become."""
    said = Signal(str)
    """What is going on; "" when it is over."""
    place_chosen = Signal(str)
    """A note was activated: go to its place."""

    def __init__(self, command: QAction, jobs: Jobs, kept: Preferences, window: QWidget) -> None:
        """``command`` begins it, and rests while a file is being read."""
        super().__init__(window)
        self._command, self._jobs, self._kept, self._window = command, jobs, kept, window
        self._notes: ImportNotesDialog | None = None
        command.triggered.connect(self.ask)

    def ask(self) -> None:
        """Ask for a file and bring it in."""
        folder = self._kept.text("import_folder")
        path, _ = QFileDialog.getOpenFileName(self._window, "Nhập báo cáo cũ (văn bản)", folder, FILTER)
        if path:
            self._kept.keep(import_folder=str(Path(path).parent))
            self.bring_in(Path(path))

    def bring_in(self, path: Path) -> None:
        """Read ``path``; the report comes with :attr:`brought_in`, or a message says why not."""
        self._command.setEnabled(False)
        self.said.emit(f"Đang nhập {path.name}…")
        self._jobs.start(lambda: _read(path), self._on_read, self._on_failure)

    def show_notes(self, report: Report) -> None:
        """Show what the import of ``report`` noted, beside the window; nothing noted, nothing shown."""
        self.close_notes()
        if report.import_notes:
            self._notes = ImportNotesDialog(report.import_notes, self._window)
            self._notes.place_chosen.connect(self.place_chosen)
            self._notes.show()

    def close_notes(self) -> None:
        """Take the notes away: their report is closed."""
        if self._notes is not None:
            self._notes.close()
            self._notes.deleteLater()
            self._notes = None

    def _on_read(self, report: Report) -> None:
        self._end()
        self.brought_in.emit(report)

    def _on_failure(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, UserError):
            raise error
        show_problem("Không nhập được tệp", error.message, self._window)

    def _end(self) -> None:
        self._command.setEnabled(True)
        self.said.emit("")


def show_problem(title: str, message: str, window: QWidget) -> None:
    """Say in a box what did not work; waits for nobody."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, message, QMessageBox.StandardButton.Close, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _read(path: Path) -> Report:
    """Read a file; imports the readers here, in the job's thread, not when the window starts."""
    from danvan_desktop import importers

    return importers.read(path, datetime.now().astimezone())
