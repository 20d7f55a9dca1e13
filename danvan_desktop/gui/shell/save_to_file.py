"""Command "Lưu ra tệp…": the open report as a .danvan file, whatever has become of the store."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from danvan_desktop.errors import UserError
from danvan_desktop.gui.services.clock import now
from danvan_desktop.gui.services.preferences import documents_folder
from danvan_desktop.gui.widgets.message import show_problem
from danvan_desktop.report.model import Report

SUFFIX = ".danvan"
_FILTER = f"Báo cáo của phần mềm này (*{SUFFIX})"


class SaveToFile(QObject):
    """Writes the open report to a file, as often as it is asked."""

    written = Signal(object, object)
    """The :class:`Path` of the file and when (``datetime``) it was written."""

    def __init__(self, current: Callable[[], Report | None], window: QWidget) -> None:
        """``current`` gives the open report as it stands."""
        super().__init__(window)
        self._current, self._window = current, window

    def ask(self) -> Path | None:
        """Ask for the file and write it; None: called off, or a message says why it was not written."""
        report = self._current()
        path = None if report is None else ask_and_write(report, self._window)
        if path is not None:
            self.written.emit(path, now())
        return path


def ask_and_write(report: Report, window: QWidget) -> Path | None:
    """Ask for a file over ``window`` and write ``report`` to it; None: called off or not written."""
    from danvan_desktop.gui.widgets import file_dialog
    from danvan_desktop.report.lifecycle.filename import proposed_name

    proposed = Path(documents_folder()) / f"{proposed_name(report)}{SUFFIX}"
    path = file_dialog.ask_save(window, "Lưu báo cáo ra tệp", str(proposed), _FILTER)
    if path is None:
        return None
    if path.suffix.lower() != SUFFIX:
        path = path.with_name(path.name + SUFFIX)
    try:
        _write(path, report)
    except UserError as error:
        show_problem("Chưa lưu được ra tệp", error.message, window)
        return None
    return path


def ask_and_write_all(reports: Sequence[Report], window: QWidget) -> Path | None:
    """Ask for a folder over ``window`` and write each of ``reports`` to a file of its own in it.

    None: called off, or a message says why not all were written. No file that is there is overwritten.
    """
    from danvan_desktop.gui.widgets import file_dialog
    from danvan_desktop.report.lifecycle.filename import proposed_name

    folder = file_dialog.ask_folder(window, "Chọn thư mục để lưu các báo cáo", documents_folder())
    if folder is None:
        return None
    taken: set[Path] = set()
    try:
        for report in reports:
            path = _free(folder, proposed_name(report), taken)
            taken.add(path)
            _write(path, report)
    except UserError as error:
        show_problem("Chưa lưu được ra tệp", error.message, window)
        return None
    return folder


def _free(folder: Path, stem: str, taken: Collection[Path]) -> Path:
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path in taken or path.exists():
        number += 1
        path = folder / f"{stem} ({number}){SUFFIX}"
    return path


def written_text(path: Path, moment: datetime) -> str:
    """Say where the report was written to, and how it comes back."""
    return (
        f"Đã lưu ra tệp {path} lúc {moment:%H:%M:%S}. "
        "Mở lại tệp này bằng “Nhập báo cáo cũ” (Ctrl+O) ở bất kỳ máy nào có phần mềm."
    )


def _write(path: Path, report: Report) -> None:
    """Write it as it is: a rescue refuses no report for what it says, as an export does."""
    from danvan_desktop.atomic_files import write_all
    from danvan_desktop.exporters.danvan import danvan_bytes

    write_all({path: danvan_bytes(report)}, force=True)
