"""Import of a file ("Nhập báo cáo cũ"): asks for it, reads it in a background job, shows the import notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.importing.notes_dialog import ImportNotesDialog
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets import file_dialog
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.report.lifecycle.states import is_read_only
from danvan_desktop.report.model import Report

_FREE_MS = 300
Purpose = Literal["ask", "next_year", "keep"]
"""What becomes of the report: ask, begin next year's from it at once, or only keep it."""


class ImportFile(QObject):
    """Imports files and pasted text, one at a time."""

    imported = Signal(object, str)
    """The imported :class:`Report`, and the :data:`Purpose` of the import."""
    notice = Signal(str)
    """What is being imported, for the status bar; "" when it is over."""
    place_chosen = Signal(str)
    """A note was activated: go to its place."""
    notes_seen = Signal()
    """The notes have all been looked at and are not wanted any more."""

    def __init__(self, command: QAction, jobs: Jobs, preferences: Preferences, window: QWidget) -> None:
        """``command`` begins it, and is disabled while a file is being read."""
        super().__init__(window)
        self._command, self._jobs, self._preferences, self._window = command, jobs, preferences, window
        self._notes: ImportNotesDialog | None = None
        self._waiting: list[Path] = []
        self._free = QTimer(self)
        self._free.setInterval(_FREE_MS)
        self._free.timeout.connect(self._bring_in_next)
        command.triggered.connect(lambda _: self.ask())

    def ask(self, title: str = "Nhập báo cáo cũ", purpose: Purpose = "ask") -> None:
        """Ask for a file and bring it in."""
        folder = self._preferences.folder_of("import_folder")
        path = file_dialog.ask_open(self._window, title, folder, _file_filter())
        if path is not None:
            self._preferences.keep(import_folder=str(path.parent))
            self.bring_in(path, purpose)

    def bring_in(self, path: Path, purpose: Purpose = "ask") -> None:
        """Read ``path``; the report comes with :attr:`imported`, or a message says why not."""
        self._start(f"Đang nhập {path.name}…", lambda: _read(path), purpose)

    def bring_in_text(self, text: str, purpose: Purpose = "ask") -> None:
        """Read the whole text of a report, which was pasted; like :meth:`bring_in`."""
        self._start("Đang nhập văn bản vừa dán…", lambda: _read_text(text), purpose)

    def bring_in_all(self, paths: Sequence[Path]) -> None:
        """Read ``paths`` one after the other, each when no dialog is open: it may speak of the report."""
        self._waiting += paths
        self._bring_in_next()

    def _bring_in_next(self) -> None:
        free = self._command.isEnabled() and QApplication.activeModalWidget() is None
        if self._waiting and free:
            self.bring_in(self._waiting.pop(0), "keep")
        if not self._waiting:
            self._free.stop()
        elif not self._free.isActive():
            self._free.start()

    def show_notes(self, report: Report) -> None:
        """Show what the import of ``report`` noted, beside the window; nothing noted, nothing shown."""
        self.close_notes()
        if report.import_notes:
            self._notes = ImportNotesDialog(report.import_notes, self._window)
            self._notes.place_chosen.connect(self.place_chosen)
            self._notes.all_seen.connect(self.notes_seen)
            self._notes.offer_end(not is_read_only(report))
            self._notes.show()

    def close_notes(self) -> None:
        """Take the notes away: their report is closed."""
        if self._notes is not None:
            self._notes.close()
            self._notes.deleteLater()
            self._notes = None

    def _start(self, notice: str, read: Callable[[], Report], purpose: Purpose) -> None:
        self._command.setEnabled(False)
        self.notice.emit(notice)
        self._jobs.start(read, lambda report: self._on_read(report, purpose), self._on_failure)

    def _on_read(self, report: Report, purpose: Purpose) -> None:
        self._end()
        self.imported.emit(report, purpose)

    def _on_failure(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, UserError):
            raise error
        show_problem("Không nhập được báo cáo", error.message, self._window)

    def _end(self) -> None:
        self._command.setEnabled(True)
        self.notice.emit("")


def _file_filter() -> str:
    from danvan_desktop.importers import IMPORTERS

    return file_dialog.name_filters("Báo cáo", IMPORTERS) + ";;Mọi tệp (*)"


def without_notes(report: Report) -> Report:
    """Give ``report`` without what its import noted."""
    return replace(report, import_notes=())


def _read(path: Path) -> Report:
    """Read a file; imports the readers here, in the job's thread, not when the window starts."""
    from danvan_desktop import importers

    return importers.read(path, now())


def _read_text(text: str) -> Report:
    from danvan_desktop import importers

    return importers.read_pasted(text, now())
