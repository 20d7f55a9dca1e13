"""Staged start: the work of starting is done in slices by a zero timer, so that the event loop stays live."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal


class StagedStart(QObject):
    """Runs the stages of a generator, one at each idle turn of the event loop; keys and paints go between."""

    failed = Signal()
    """A stage raised :attr:`error`; what follows it is not done."""

    def __init__(self, stages: Iterator[None], parent: QObject) -> None:
        """Do nothing until :meth:`begin` or :meth:`finish`."""
        super().__init__(parent)
        self.error: Exception | None = None
        self._stages = stages
        self._timer = QTimer(self)  # of no milliseconds: it fires when no event is waiting
        self._timer.timeout.connect(self._do_next)

    def begin(self) -> None:
        """Run the first stage at the next idle turn."""
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._do_next():
            pass

    def _do_next(self) -> bool:
        try:
            next(self._stages)
        except StopIteration:
            self._timer.stop()
        except Exception as error:  # noqa: BLE001  whoever began knows whom to tell
            self._timer.stop()
            self.error = error
            self.failed.emit()
        else:
            return True
        return False
