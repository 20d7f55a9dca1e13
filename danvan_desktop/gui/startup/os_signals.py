"""SIGTERM, SIGHUP and SIGINT (terminal closed, shutdown, Ctrl+C) handled in Qt's event loop: save, then quit.

Without this, they would kill the program with up to four seconds of typing unsaved. On Windows they come
through Qt instead: the end of the session as ``commitDataRequest``, closing as ``closeEvent``.
"""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

EXIT_BASE = 128
"""Shells expect of a program ended by signal n the exit code 128 + n."""


class OsSignals(QObject):
    """Turns SIGTERM, SIGHUP and SIGINT into a Qt signal, given in the GUI thread at once."""

    received = Signal(int)
    """The signal's number."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Take them from Python until :meth:`release`."""
        super().__init__(parent)
        self._before: dict[int, signal._HANDLER] = {}
        if sys.platform == "win32":
            return
        # Python runs its handlers between two of its own instructions, and Qt's loop has none: the pipe
        # is written by the interpreter's C code and wakes the loop.
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_written)
        self._old_descriptor = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup stays nohup
                self._before[number] = signal.signal(number, _ignore)

    def release(self) -> None:
        """Give the signals back."""
        if sys.platform == "win32" or not self._before:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        signal.set_wakeup_fd(self._old_descriptor)
        self._notifier.setEnabled(False)
        os.close(self._read)
        os.close(self._write)

    def _on_written(self) -> None:
        for number in os.read(self._read, 64):
            if number in self._before:
                self.received.emit(number)


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """What is to be done is done by :class:`OsSignals`, from the event loop."""
