"""Composition root of the graphical program: QApplication, store, main window, crash handler, signals.

An empty frame is shown at once and the list of reports comes into it. Where the program ended unasked with a
report open (a power cut, a log-off), that report is shown again: first its text in the frame, to be read and
typed into at once. All else is made behind it in small stages, and a key typed meanwhile waits for one stage
only.
"""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from danvan_desktop.errors import UserError
from danvan_desktop.gui.main_window import PROGRAM, MainWindow
from danvan_desktop.gui.startup.interface_font import ensure_readable
from danvan_desktop.gui.startup.interface_style import set_style

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from danvan_desktop.store.connection.lock import FolderLock
    from danvan_desktop.store.drafts import Store
    from danvan_desktop.store.resume import OpenAtExit

HANDED_OVER, REFUSED = 0, 2
CHECK_AFTER_MS = 3000
SWITCH_SECONDS = 0.0005
"""No thread that saves or listens to the preview keeps a key waiting longer; Python itself allows 5 ms."""


def run(data_dir: Path, files: Sequence[Path] = ()) -> int:
    """Open the window on the reports in ``data_dir`` and bring ``files`` in; the exit code.

    Where a window is open on that folder already, it comes forward and takes the files. 2: it does not
    answer, or the folder cannot be used; a message box has said so.
    """
    application = make_application()
    window = MainWindow(None, data_dir)
    try:
        with ExitStack() as ending:
            gc.disable()  # what is made at the start stays to the end: looking through it finds nothing
            ending.callback(gc.enable)
            at_exit = None if files else _report_open_at_exit(window)
            if at_exit is not None:
                window.show_resumed_text(at_exit.report, at_exit.place)
                return _show(
                    application,
                    window,
                    _rest_of_window(application, window, at_exit, ending),
                    window.resumed_text_painted,
                )
            lock = _lock_or_none(data_dir, files)
            if lock is None:
                return HANDED_OVER
            return _show(application, window, _list_of_reports(application, window, lock, files, ending))
    except UserError as error:
        window.hide()
        refuse(error)
        return REFUSED


def make_application() -> QApplication:
    """Make the one QApplication, in Vietnamese; give back the one that is there already."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    sys.setswitchinterval(SWITCH_SECONDS)
    if sys.platform.startswith("linux"):
        # Qt's own file dialog asks the system, not the program, how dates are written.
        os.environ["LC_TIME"] = "vi_VN.UTF-8"
    set_style()
    application = QApplication(sys.argv[:1])
    application.setApplicationName(PROGRAM)
    application.setDesktopFileName("danvan-desktop")
    ensure_readable(application)
    return application


def refuse(error: UserError) -> None:
    """Say why the program cannot start."""
    from PySide6.QtWidgets import QMessageBox

    from danvan_desktop.gui.startup import translation

    translation.install(make_application())  # the window may not have come so far
    box = QMessageBox(QMessageBox.Icon.Warning, PROGRAM, error.message, QMessageBox.StandardButton.Close)
    box.exec()


def _lock_or_none(data_dir: Path, files: Sequence[Path]) -> "FolderLock | None":
    """Lock the folder; None: the program that has it open has taken over what was asked of this one."""
    from danvan_desktop.store.connection.lock import DataFolderInUse, lock_folder

    try:
        return lock_folder(data_dir)
    except DataFolderInUse:
        from danvan_desktop.gui.startup.single_instance import hand_over

        if hand_over(data_dir, files):
            return None
        return lock_folder(data_dir)  # it may just have been closing; else it says where it is open


def _show(
    application: QApplication,
    window: MainWindow,
    making: Iterator[None],
    begin: "SignalInstance | None" = None,
) -> int:
    """Show the frame, or the text in it, and make all else behind it when ``begin`` fires; the exit code."""
    from danvan_desktop.gui.startup.staged_start import StagedStart

    stages = StagedStart(making, window)
    stages.failed.connect(application.quit)
    window.finish_start = stages.finish
    if begin is None:
        stages.begin()
    else:
        begin.connect(stages.begin)
    window.show()
    code = application.exec()
    if stages.error is not None:
        raise stages.error
    return code


def _list_of_reports(
    application: QApplication,
    window: MainWindow,
    lock: "FolderLock",
    files: Sequence[Path],
    ending: ExitStack,
) -> Iterator[None]:
    """Bring the list of reports into the frame, and ``files`` into the list."""
    from danvan_desktop.store.opening import open_store

    yield
    store = open_store(window.folder, lock=lock)
    yield
    _furnish(application, window, store, ending)
    window.finish_start = None
    if not files:
        _reopen(window, store)
    _end_start(window, store)
    window.importing.bring_in_all(files)


def _furnish(application: QApplication, window: MainWindow, store: "Store", ending: ExitStack) -> None:
    """Make the window what it is with ``store`` open; ``ending`` takes everything back."""
    from danvan_desktop.gui.startup import crash, translation
    from danvan_desktop.gui.startup.os_signals import EXIT_BASE, OsSignals
    from danvan_desktop.gui.widgets.style import icon

    def end_at_once(number: int) -> None:
        """Save and leave every loop, that of an open dialog too; nobody is there to be asked."""
        window.session.save_everything_now(f"signal {number}")
        application.exit(EXIT_BASE + number)

    ending.callback(store.close)
    ending.callback(crash.end_log, crash.keep_log(window.folder))
    translation.install(application)
    application.setWindowIcon(icon("danvan-desktop"))
    window.furnish(store)
    ending.callback(_end, window)
    guard = crash.CrashGuard(window.session.save_everything_now, window)
    guard.install()
    ending.callback(guard.uninstall)
    application.commitDataRequest.connect(window.on_session_end)
    signals = OsSignals(window)
    ending.callback(signals.release)
    signals.received.connect(end_at_once)


def _end(window: MainWindow) -> None:
    window.session.save_everything_now("end of the program")
    window.hide()  # the text with the keyboard must not be told so while all is being torn down
    window.end()


def _end_start(window: MainWindow, store: "Store") -> None:
    """The start is over: what it made is no garbage, and second starts are answered from here on.

    After a while all stored reports are checked, of which the start has seen only the list.
    """
    from PySide6.QtCore import QTimer

    gc.freeze()
    gc.enable()
    from danvan_desktop.gui.shell.window_geometry import ScreenWatch

    ScreenWatch(window)
    QTimer.singleShot(0, window, lambda: _watch_second_starts(window))
    QTimer.singleShot(CHECK_AFTER_MS, window, store.begin_check)


def _watch_second_starts(window: MainWindow) -> None:
    from danvan_desktop.gui.startup.single_instance import SingleInstance

    instance = SingleInstance(window.folder, window)
    instance.asked.connect(window.importing.bring_in_all)
    instance.answer_requests()


# ---------------------------------------------------------------------- a report open at an unasked exit


def _report_open_at_exit(window: MainWindow) -> "OpenAtExit | None":
    """Read the report that was open when the program ended unasked; None: the usual start."""
    if window.resume_point.draft_id is None:
        return None
    from danvan_desktop.report.location import parse
    from danvan_desktop.store.resume import load_open_at_exit

    at_exit = load_open_at_exit(window.folder, window.resume_point.draft_id)
    if at_exit is None:
        return None
    tab = parse(at_exit.place).tab
    if any(tab == f"section:{section.id}" for section in at_exit.report.sections):
        return at_exit
    at_exit.lock.release()  # the cursor was in a form or an annex: those come with all else, see _reopen
    return None


def _reopen(window: MainWindow, store: "Store") -> None:
    """Open the report that was open at the last exit, where its text cannot be shown by itself."""
    number = window.resume_point.draft_id
    if number is None:
        return
    window.resume_point.forget()  # one that cannot be opened is not tried again and again
    drafts = store.drafts()
    place = drafts.place_of(number)
    if place is not None:
        window.open_draft(drafts[place])


def _rest_of_window(
    application: QApplication, window: MainWindow, at_exit: "OpenAtExit", ending: ExitStack
) -> Iterator[None]:
    """Make the rest of the window; what is between two ``yield`` keeps a key waiting."""
    from danvan_desktop.gui.preload import preload

    yield from preload()
    from danvan_desktop.store.opening import open_store

    store = open_store(window.folder, lock=at_exit.lock)
    yield
    _furnish(application, window, store, ending)
    yield
    yield from window.resume(at_exit.draft_id)
    _end_start(window, store)
