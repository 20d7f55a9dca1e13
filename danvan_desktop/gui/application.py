"""Composition root of the graphical program: QApplication, store, main window, crash handler, signals.

An empty frame is shown at once and the list of reports comes into it. Where the program ended unasked with a
report open (a power cut, a log-off), that report is shown again: first its text in the frame, to be read and
typed into at once. All else is made behind it in small stages, and a key typed meanwhile waits for one stage
only.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from danvan_desktop import native_message
from danvan_desktop.gui.look import scheme
from danvan_desktop.gui.main_window import PROGRAM, MainWindow
from danvan_desktop.gui.rescue.opening import WayToOpen, open_or_read, way_to_open
from danvan_desktop.gui.startup.declined import StartDeclinedError
from danvan_desktop.gui.startup.early_errors import EarlyErrors
from danvan_desktop.gui.startup.interface_font import set_interface_font
from danvan_desktop.gui.startup.interface_style import style_words

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from danvan_desktop.store.drafts import Store
    from danvan_desktop.store.resume import OpenAtExit

HANDED_OVER, DECLINED, REFUSED = 0, 0, 2
CHECK_AFTER_MS = 3000
BACKUP_AFTER_MS = 20_000
_CLEAR_AFTER_MS = 1500
"""When the window is there and typed into."""
SWITCH_SECONDS = 0.0001
"""So long the window waits at a call of Qt for a thread that computes; Python itself allows 5 ms.

With half a millisecond a decision on a hundred pages kept keys waiting for 52 to 70 ms, of which the window
worked for 25; so it does for 30 to 41. Two threads that compute get 4 % less done.
"""


def run(data_dir: Path, files: Sequence[Path] = ()) -> int:
    """Open the window on the reports in ``data_dir`` and bring ``files`` in; the exit code.

    Where a window is open on that folder already, it comes forward and takes the files. 2: it does not
    answer, or the window cannot be made; a message box has said so.
    """
    application = make_application()
    early = EarlyErrors()
    early.install()
    window = None
    try:
        window = MainWindow(None, data_dir)
        window.dress(application)
        with ExitStack() as ending:
            gc.disable()  # what is made at the start stays to the end: looking through it finds nothing
            ending.callback(gc.enable)
            ending.callback(early.uninstall)
            at_exit = None if files else _report_open_at_exit(window)
            if at_exit is not None:
                window.show_resumed_text(at_exit.report, at_exit.place)
                rest = _rest_of_window(application, window, at_exit, ending)
                return _show(application, window, rest, early, window.resumed_text_painted)
            way = way_to_open(data_dir, files, window)
            if way is None:
                return HANDED_OVER
            list_of_reports = _list_of_reports(application, window, way, files, ending)
            return _show(application, window, list_of_reports, early)
    except StartDeclinedError:
        return DECLINED
    except Exception as error:  # noqa: BLE001  whatever it is: an icon that does nothing says nothing
        refuse(error, data_dir, window)
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
    qInstallMessageHandler(_on_early_message)
    application = QApplication([*sys.argv[:1], *style_words()])
    qInstallMessageHandler(None)
    application.setApplicationName(PROGRAM)
    application.setDesktopFileName("danvan-desktop")
    set_interface_font(application)
    scheme.follow_system(application)
    return application


def _on_early_message(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says; say so before it ends the program, as without its plugin for the screen."""
    sys.stderr.write(f"{message}\n")
    if kind == QtMsgType.QtFatalMsg:
        native_message.show(
            "Phần mềm không mở được cửa sổ vì thiếu tệp: hãy cài lại phần mềm. "
            f"Các báo cáo không bị ảnh hưởng.\n\n{message}"
        )
        sys.stderr.flush()
        os._exit(REFUSED)


def refuse(error: Exception, data_dir: Path, window: MainWindow | None) -> None:
    """Say why the program cannot start; what was typed into ``window`` already can be written to a file."""
    from danvan_desktop.gui.startup import translation
    from danvan_desktop.gui.startup.failure_box import failure_box

    translation.install(make_application())  # the window may not have come so far
    typed = None if window is None else window.typed_early()
    save = None
    if window is not None and typed is not None:
        from danvan_desktop.gui.shell.save_to_file import ask_and_write

        save = partial(ask_and_write, typed, window)
    if window is not None:
        window.hide()
    failure_box(PROGRAM, error, data_dir, save).exec()


def _show(
    application: QApplication,
    window: MainWindow,
    making: Iterator[None],
    early: EarlyErrors,
    begin: "SignalInstance | None" = None,
) -> int:
    """Show the frame, or the text in it, and make all else behind it when ``begin`` fires; the exit code."""
    from danvan_desktop.gui.startup.staged_start import StagedStart

    stages = StagedStart(making, window)
    for failed in (stages.failed, early.raised):
        failed.connect(lambda: application.exit(REFUSED))
    window.finish_start = stages.finish
    if begin is None:
        stages.begin()
    else:
        begin.connect(stages.begin)
    window.show()
    code = application.exec()
    stages.stop()
    error = stages.error or early.error
    if error is not None:
        raise error
    return code


def _list_of_reports(
    application: QApplication,
    window: MainWindow,
    way: WayToOpen,
    files: Sequence[Path],
    ending: ExitStack,
) -> Iterator[None]:
    """Bring the list of reports into the frame, and ``files`` into the list.

    It is read by itself and painted where that can be done; then the store is opened, and all else is made.
    """
    yield
    early, stop_watching = way.early_list(), ExitStack()
    if early is not None:
        window.show_list(early)
        stop_watching.callback(_watch_input(window))
        yield  # it is laid out
        yield  # and painted
    store = way.open()
    yield
    log = _furnish(application, window, store, ending)
    yield  # the list is laid out
    yield  # and painted
    _guard(application, window, ending, log)
    window.finish_start = None
    stop_watching.close()
    if not files:
        _reopen(window, store)
    _end_start(window, store)
    window.importing.bring_in_all(files)


def _watch_input(window: MainWindow) -> Callable[[], None]:
    """Have all made at once that is left, before a key or a click reaches it; what ends that."""
    from danvan_desktop.gui.startup.early_input import EarlyInput

    def make_whole() -> bool:
        if window.finish_start is not None:
            window.finish_start()
        return window.finish_start is None

    return EarlyInput(window, make_whole).end


def _furnish(application: QApplication, window: MainWindow, store: "Store", ending: ExitStack) -> ExitStack:
    """Make the window what it is with ``store`` open; ``ending`` takes everything back.

    The answer is for what is to be ended between the window and the store.
    """
    from danvan_desktop.gui.startup import translation

    ending.callback(store.close)
    between = ending.enter_context(ExitStack())
    translation.install(application)
    window.furnish(store)
    ending.callback(_end, window)
    return between


def _guard(application: QApplication, window: MainWindow, ending: ExitStack, log: ExitStack) -> None:
    """Have errors, log-offs and signals answered: what is open is saved then.

    ``ending`` takes it back, but for the log, which ``log`` ends later.
    """
    from danvan_desktop.gui.startup import crash
    from danvan_desktop.gui.startup.os_signals import EXIT_BASE, OsSignals
    from danvan_desktop.gui.widgets.style import program_icon

    def end_at_once(number: int) -> None:
        """Save and leave every loop, that of an open dialog too; nobody is there to be asked."""
        window.session.save_everything_now(f"signal {number}")
        application.exit(EXIT_BASE + number)

    log.callback(crash.end_log, crash.keep_log(window.folder))
    application.setWindowIcon(program_icon())
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


def collect_quietly(window: MainWindow) -> None:
    """From here on full runs of the garbage collector wait until the user of ``window`` rests."""
    from danvan_desktop.gui.services.quiet_collection import QuietCollection

    session, collection = window.session, QuietCollection(window)
    collection.follow(opened=session.opened, saved=session.saved, closed=session.closed)
    window.take_back.compared.connect(collection.leave_out)


def _end_start(window: MainWindow, store: "Store") -> None:
    """The start is over: what it made is no garbage, and second starts are answered from here on.

    After a while all stored reports are checked, of which the start has seen only the list, and copied.
    """
    from PySide6.QtCore import QTimer

    gc.freeze()
    gc.enable()
    from danvan_desktop.gui.shell.window_geometry import ScreenWatch

    collect_quietly(window)
    ScreenWatch(window)
    QTimer.singleShot(0, window, lambda: _watch_second_starts(window))
    QTimer.singleShot(CHECK_AFTER_MS, window, store.begin_check)
    QTimer.singleShot(BACKUP_AFTER_MS, window, lambda: _begin_backups(window))
    QTimer.singleShot(_CLEAR_AFTER_MS, window, lambda: _clear_leftovers(window))


def _begin_backups(window: MainWindow) -> None:
    window.backup().backups.begin()


def _clear_leftovers(window: MainWindow) -> None:
    """Delete what an export that was killed has left; in a thread, the drive may be out of reach."""
    from danvan_desktop import unfinished_files

    def ignore(_: object) -> None:
        """It is tried again at the next start."""

    window.jobs.start(lambda: unfinished_files.clear(window.folder), ignore, ignore)


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

    try:
        at_exit = load_open_at_exit(window.folder, window.resume_point.draft_id)
    except Exception:
        window.resume_point.forget()  # else no start would ever come further
        raise
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
    if place is None:
        return
    try:
        window.open_draft(drafts[place])
    except Exception as error:  # noqa: BLE001  the crash handler tells of it; the list is there
        sys.excepthook(type(error), error, error.__traceback__)


def _rest_of_window(
    application: QApplication, window: MainWindow, at_exit: "OpenAtExit", ending: ExitStack
) -> Iterator[None]:
    """Make the rest of the window; what is between two ``yield`` keeps a key waiting."""
    from danvan_desktop.gui.preload import preload

    yield from preload()
    store = open_or_read(at_exit.lock, window.folder, window)
    yield
    log = _furnish(application, window, store, ending)
    yield
    _guard(application, window, ending, log)
    yield
    yield from window.resume(at_exit.draft_id)
    yield
    _end_start(window, store)
