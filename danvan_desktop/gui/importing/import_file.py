"""Import of a file ("Nhập báo cáo cũ"): asks for it, has it read, shows the import notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from danvan_desktop.frozen import frozen
from danvan_desktop.gui.importing.file_reading import FileReading, Readers
from danvan_desktop.gui.services.background_jobs import Jobs
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.preferences import Preferences
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.report.model import Report

_FREE_MS = 300
Purpose = Literal["ask", "next_year", "keep"]
"""What becomes of the report: ask, begin next year's from it at once, or only keep it."""


@frozen
class _Wanted:
    """One file or text to be brought in."""

    notice: str
    read: Callable[[Readers], Report]
    purpose: Purpose
    path: Path | None = None


def _wanted(path: Path, purpose: Purpose) -> _Wanted:
    notice = f"Đang nhập {path.name}…"
    return _Wanted(notice, lambda readers: readers.take().report(path, now()), purpose, path)


class ImportFile(QObject):
    """Imports files and pasted text, one at a time."""

    imported = Signal(object, str)
    """The imported :class:`Report`, and the :data:`Purpose` of the import."""
    notes_wanted = Signal(object)
    """What the import of this :class:`Report` noted is to be shown."""

    def __init__(self, command: QAction, jobs: Jobs, preferences: Preferences, window: QWidget) -> None:
        """``command`` begins it, and is disabled while a file is being read."""
        super().__init__(window)
        self._command, self._preferences, self._window = command, preferences, window
        self.reading = FileReading(jobs, self)
        self.reading.ended.connect(lambda: command.setEnabled(True))
        self.reading.stopped.connect(self._forget_waiting)
        self._waiting: list[_Wanted] = []
        self._sources: dict[str, Path] = {}
        self._free = QTimer(self)
        self._free.setInterval(_FREE_MS)
        self._free.timeout.connect(self._bring_in_next)
        command.triggered.connect(lambda _: self.ask())

    def ask(self, title: str = "Nhập báo cáo cũ", purpose: Purpose = "ask") -> None:
        """Ask for a file and bring it in."""
        from danvan_desktop.gui.widgets import file_dialog

        folder = self._preferences.folder_of("import_folder")
        self.reading.warm_up()
        path = file_dialog.ask_open(self._window, title, folder, _file_filter())
        if path is None:
            self.reading.cool_down()
            return
        self._preferences.keep(import_folder=str(path.parent))
        self.bring_in(path, purpose)

    def bring_in(self, path: Path, purpose: Purpose = "ask") -> None:
        """Read ``path``; the report comes with :attr:`imported`, or a message says why not."""
        self._start(_wanted(path, purpose))

    def bring_in_text(self, text: str, purpose: Purpose = "ask") -> None:
        """Read the whole text of a report, which was pasted; like :meth:`bring_in`."""
        notice = "Đang nhập văn bản vừa dán…"
        self._start(_Wanted(notice, lambda readers: readers.take().pasted(text, now()), purpose))

    def bring_in_all(self, paths: Sequence[Path]) -> None:
        """Read ``paths`` one after the other, each when no dialog is open: it may speak of the report."""
        self._waiting += (_wanted(path, "keep") for path in paths)
        self._bring_in_next()

    def _bring_in_next(self) -> None:
        free = not self.reading.is_busy and QApplication.activeModalWidget() is None
        if self._waiting and free:
            self._start(self._waiting.pop(0))
        if not self._waiting:
            self._free.stop()
        elif not self._free.isActive():
            self._free.start()

    def show_notes(self, report: Report) -> None:
        """Have shown what the import of ``report``, the open one, noted."""
        self.notes_wanted.emit(report)

    def _start(self, wanted: _Wanted) -> None:
        """Begin with what is ``wanted``, after what is being read already."""
        if self.reading.is_busy:
            self._waiting.append(wanted)
            self._bring_in_next()
            return
        from danvan_desktop.gui.importing.old_word_question import OldWordQuestion

        offered = OldWordQuestion.of(wanted.path) if wanted.path is not None else None
        if offered is None:
            self._read(wanted)
            return
        converting = replace(wanted, notice=offered.notice, read=offered.read)
        offered.ask(self._window, lambda: self._read(converting), self.reading.cool_down)

    def _read(self, wanted: _Wanted) -> None:
        self._command.setEnabled(False)
        self.reading.start(
            wanted.notice,
            wanted.read,
            lambda report: self._on_read(report, wanted),
            self._on_failure,
        )

    def source_of(self, report: Report) -> Path | None:
        """The file that ``report``, brought in just now, was read of; None: it was pasted."""
        return self._sources.get(report.id)

    def _on_read(self, report: Report, wanted: _Wanted) -> None:
        self._sources = {} if wanted.path is None else {report.id: wanted.path}
        self.imported.emit(report, wanted.purpose)

    def _on_failure(self, message: str) -> None:
        show_problem("Không nhập được báo cáo", message, self._window)

    def _forget_waiting(self) -> None:
        """Who says "Thôi" to one of many files means all of them."""
        self._waiting.clear()


def _file_filter() -> str:
    from danvan_desktop.file_reader.old_word.converters import OLD_WORD
    from danvan_desktop.gui.widgets import file_dialog
    from danvan_desktop.importers import IMPORTERS

    return file_dialog.name_filters("Báo cáo", [*IMPORTERS, *OLD_WORD]) + ";;Mọi tệp (*)"


def without_notes(report: Report) -> Report:
    """Give ``report`` without what its import noted."""
    return replace(report, import_notes=())
