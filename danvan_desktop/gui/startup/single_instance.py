"""Single instance: started a second time on one data folder, the program brings its open window forward.

The second program leaves a request with the files it was given in a folder of the data folder; the first
one watches that folder, takes the request away, which is the answer, and opens the files. Only the lock of
the store says who may write; this only spares the user a refusal. Qt's local sockets would need
QtNetwork, 2 MB of the program for this one line of text.
"""

import json
import logging
import os
import sys
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from danvan_desktop.atomic_files import write_file

FOLDER_NAME = "second-starts"
ANSWER_SECONDS = 3.0
"""A window that is busy for longer does not answer; the second program then says that it is open."""
_OLDEST_SECONDS = 60.0
"""A request older than this was left by a program that did not live to take it back."""
_LARGEST = 64 * 1024
_PAUSE_SECONDS = 0.05
_AGAIN_MS = 200
_CLAIMED = ".claimed"

_log = logging.getLogger(__name__)


def hand_over(data_dir: Path, files: Sequence[Path]) -> bool:
    """Ask the running program to come forward and open ``files``; False: nobody answers."""
    request = data_dir / FOLDER_NAME / f"{_this_machine()}-{uuid4().hex}.json"
    try:
        request.parent.mkdir(exist_ok=True)
        _let_it_come_forward()
        write_file(request, json.dumps([str(path.absolute()) for path in files]).encode("ascii"))
    except OSError as error:
        _log.warning("the running program was not asked: %s", error)
        return False
    end = time.monotonic() + ANSWER_SECONDS
    while request.exists() and time.monotonic() < end:
        time.sleep(_PAUSE_SECONDS)
    claimed = _claimed(request)
    if claimed is None:
        return not request.exists()
    _remove(claimed)
    return False


def _this_machine() -> str:
    """A word for this machine: on a shared drive, a window on another one is none to come forward here."""
    # platform.node() would ask Windows' management service for all it knows of the machine.
    name = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return f"{zlib.crc32(name.encode('utf-8', 'replace')):08x}"


def _claimed(request: Path) -> Path | None:
    """Rename ``request``, which only one program can do, and give its new name; None: another was faster.

    None too while an antivirus holds the file: who is to open it tries again, who left it is told so by a
    message. Deleting is no claim, as Windows lets a file be there for a while after it was deleted.
    """
    try:
        return request.rename(request.with_suffix(_CLAIMED))
    except OSError:
        return None


def _remove(claimed: Path) -> None:
    with suppress(OSError):
        claimed.unlink()


def _let_it_come_forward() -> None:
    """Windows lets only the program that was just started give the foreground away."""
    if sys.platform == "win32":
        import ctypes

        any_program = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_program)


class SingleInstance(QObject):
    """Watches the folder for requests of second starts, in the program whose window is open."""

    asked = Signal(object)
    """The window has come forward; these files are to be opened: a list of :class:`Path`, often empty."""

    def __init__(self, data_dir: Path, window: QWidget) -> None:
        """Watch in ``data_dir``; a folder that cannot be watched only costs this comfort."""
        super().__init__(window)
        self._window = window
        self._folder = data_dir / FOLDER_NAME
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.answer_requests)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.answer_requests)
        try:
            self._folder.mkdir(exist_ok=True)
        except OSError as error:
            _log.warning("second starts are not watched: %s", error)
            return
        for left in self._folder.glob(f"*{_CLAIMED}"):  # an antivirus may have held it when it was to go
            _remove(left)
        self._watcher.addPath(str(self._folder))

    def answer_requests(self) -> None:
        """Answer what has been asked by now."""
        try:
            requests = sorted(
                self._folder.glob(f"{_this_machine()}-*.json"), key=lambda request: request.stat().st_mtime
            )
        except OSError:  # taken back at this very moment; if another is there, the folder changes again
            return
        for request in requests:
            claimed = _claimed(request)
            if claimed is None:
                self._again.start()
                continue
            files = _read(claimed)
            _remove(claimed)
            if files is not None:
                come_forward(self._window)
                self.asked.emit(files)


def come_forward(window: QWidget) -> None:
    """Show ``window``, or the dialog it waits for, above all others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    front = QApplication.activeModalWidget() or window
    front.raise_()
    front.activateWindow()


def _read(request: Path) -> list[Path] | None:
    """The files that ``request`` names; None where it is not ours or too old."""
    try:
        status = request.stat()
        if status.st_size > _LARGEST or time.time() - status.st_mtime > _OLDEST_SECONDS:
            return None
        named = json.loads(request.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        _log.warning("a second start was not understood: %s", error)
        return None
    if not isinstance(named, list) or not all(isinstance(name, str) for name in named):
        return None
    return [Path(name) for name in named]
