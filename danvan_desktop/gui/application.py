"""From nothing to a window and back: the composition of the graphical program."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from danvan_desktop.errors import UserError
from danvan_desktop.gui import crash, translation
from danvan_desktop.gui.main_window import PROGRAM, MainWindow
from danvan_desktop.gui.style import icon
from danvan_desktop.store import Store, open_store

REFUSED = 2
SWITCH_SECONDS = 0.0005
"""No thread that saves or listens to the preview keeps a key waiting longer; Python itself allows 5 ms."""


def run(data_dir: Path, files: Sequence[Path] = ()) -> int:
    """Open the window on the reports in ``data_dir`` and bring ``files`` in; the exit code.

    2: the folder is open in another window, or cannot be used; a message box has said so.
    """
    application = make_application()
    try:
        store = open_store(data_dir)
    except UserError as error:
        refuse(error)
        return REFUSED
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
    translation.install(application)
    return application


def refuse(error: UserError) -> None:
    """Say why the program cannot start."""
    box = QMessageBox(QMessageBox.Icon.Warning, PROGRAM, error.message, QMessageBox.StandardButton.Close)
    box.exec()


def _work(application: QApplication, store: Store, data_dir: Path, files: Sequence[Path]) -> int:
    window = MainWindow(store, data_dir)
    guard = crash.CrashGuard(window.session.save_everything_now, window)
    guard.install()
    application.commitDataRequest.connect(window.on_session_end)
    window.show()
    for path in files:
        window.importing.bring_in(path, "keep")
    try:
        return application.exec()
    finally:
        guard.uninstall()
        window.session.save_everything_now("end of the program")
        window.end()
