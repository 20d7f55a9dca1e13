"""From nothing to a window and back: the composition of the graphical program."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from danvan_desktop.errors import UserError
from danvan_desktop.gui import crash, translation
from danvan_desktop.gui.end_signals import EXIT_BASE, EndSignals
from danvan_desktop.gui.interface_font import ensure_readable
from danvan_desktop.gui.main_window import PROGRAM, MainWindow
from danvan_desktop.gui.style import icon
from danvan_desktop.store import DataFolderInUse, Store, open_store

HANDED_OVER, REFUSED = 0, 2
SWITCH_SECONDS = 0.0005
"""No thread that saves or listens to the preview keeps a key waiting longer; Python itself allows 5 ms."""


def run(data_dir: Path, files: Sequence[Path] = ()) -> int:
    """Open the window on the reports in ``data_dir`` and bring ``files`` in; the exit code.

    Where a window is open on that folder already, it comes forward and takes the files. 2: it does not
    answer, or the folder cannot be used; a message box has said so.
    """
    application = make_application()
    try:
        store = _store_or_none(data_dir, files)
    except UserError as error:
        refuse(error)
        return REFUSED
    if store is None:
        return HANDED_OVER
    stream = crash.keep_log(data_dir)
    try:
        return _work(application, store, data_dir, files)
    finally:
        store.close()
        crash.end_log(stream)


def make_application() -> QApplication:
    """Make the one QApplication, in Vietnamese; give back the one that is there already."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    sys.setswitchinterval(SWITCH_SECONDS)
    application = QApplication(sys.argv[:1])
    application.setApplicationName(PROGRAM)
    application.setDesktopFileName("danvan-desktop")
    application.setWindowIcon(icon("danvan-desktop"))
    ensure_readable(application)
    translation.install(application)
    return application


def refuse(error: UserError) -> None:
    """Say why the program cannot start."""
    box = QMessageBox(QMessageBox.Icon.Warning, PROGRAM, error.message, QMessageBox.StandardButton.Close)
    box.exec()


def _store_or_none(data_dir: Path, files: Sequence[Path]) -> Store | None:
    """Open the store; None: the program that has it open has taken over what was asked of this one."""
    try:
        return open_store(data_dir)
    except DataFolderInUse:
        from danvan_desktop.gui.second_start import hand_over

        if hand_over(data_dir, files):
            return None
        return open_store(data_dir)  # it may just have been closing; else it says where it is open


def _work(application: QApplication, store: Store, data_dir: Path, files: Sequence[Path]) -> int:
    window = MainWindow(store, data_dir)
    guard = crash.CrashGuard(window.session.save_everything_now, window)
    guard.install()
    application.commitDataRequest.connect(window.on_session_end)
    signals = EndSignals(window)
    signals.received.connect(lambda number: _end_at_once(application, window, number))
    window.show()
    QTimer.singleShot(0, lambda: _watch_second_starts(window, data_dir))
    window.importing.bring_in_all(files)
    try:
        return application.exec()
    finally:
        signals.release()
        guard.uninstall()
        window.session.save_everything_now("end of the program")
        window.hide()  # the text with the keyboard must not be told so while all is being torn down
        window.end()


def _end_at_once(application: QApplication, window: MainWindow, number: int) -> None:
    """Save and leave every loop, that of an open dialog too; nobody is there to be asked."""
    window.session.save_everything_now(f"signal {number}")
    application.exit(EXIT_BASE + number)


def _watch_second_starts(window: MainWindow, data_dir: Path) -> None:
    from danvan_desktop.gui.second_start import SecondStarts

    starts = SecondStarts(data_dir, window)
    starts.asked.connect(window.importing.bring_in_all)
    starts.look()
