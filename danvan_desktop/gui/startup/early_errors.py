"""Errors before the crash handler is there: what a slot or a thread raises ends the start, and is told."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal


class EarlyErrors(QObject):
    """Catches what nobody catches, until the crash handler takes its place (crash.py)."""

    raised = Signal()
    """The first :attr:`error` came."""
    _came = Signal()

    def __init__(self) -> None:
        """Catch nothing until :meth:`install`."""
        super().__init__()
        self.error: BaseException | None = None
        self._came.connect(self.raised, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Set the exception hooks of Python and of its threads."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda failure: self._note(failure.exc_value)

    def uninstall(self) -> None:
        """Give Python its own exception hooks back, where they are still these."""
        if sys.excepthook == self._on_exception:
            sys.excepthook = sys.__excepthook__
            threading.excepthook = threading.__excepthook__

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._note(error)

    def _note(self, error: BaseException | None) -> None:
        if self.error is None and error is not None:
            self.error = error
            self._came.emit()
