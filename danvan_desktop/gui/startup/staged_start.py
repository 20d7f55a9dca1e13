"""Work that has to be done soon and in order, a piece at a time: keys and paints go between two pieces."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal


class StagedStart(QObject):
    """Does the pieces of a generator, one at each turn of the event loop that has nothing else to do."""

    failed = Signal()
    """A piece raised :attr:`error`; what follows it is not done."""

    def __init__(self, pieces: Iterator[None], parent: QObject) -> None:
        """Do nothing until :meth:`begin` or :meth:`finish`."""
        super().__init__(parent)
        self.error: Exception | None = None
        self._pieces = pieces
        self._timer = QTimer(self)  # of no milliseconds: it fires when no event is waiting
        self._timer.timeout.connect(self._do_next)

    def begin(self) -> None:
        """Begin with the first piece at the next turn."""
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._do_next():
            pass

    def _do_next(self) -> bool:
        try:
            next(self._pieces)
        except StopIteration:
            self._timer.stop()
        except Exception as error:  # noqa: BLE001  whoever began knows whom to tell
            self._timer.stop()
            self.error = error
            self.failed.emit()
        else:
            return True
        return False
