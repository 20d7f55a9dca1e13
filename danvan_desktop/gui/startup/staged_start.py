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
        self._is_at_work = False
        self._timer = QTimer(self)  # of no milliseconds: it fires when no event is waiting
        self._timer.timeout.connect(self._do_next)

    def begin(self) -> None:
        """Run the first stage at the next idle turn."""
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left at once; nothing where a stage is at work, which may show a dialog."""
        while self._do_next():
            pass

    def stop(self) -> None:
        """Do nothing of what is left."""
        self._timer.stop()
        self._stages = iter(())

    def _do_next(self) -> bool:
        if self._is_at_work:
            return False
        goes_by_itself = self._timer.isActive()
        self._is_at_work = True
        self._timer.stop()  # the stage may wait in an event loop of its own
        try:
            next(self._stages)
        except StopIteration:
            return False
        except Exception as error:  # noqa: BLE001  whoever began knows whom to tell
            self.error = error
            self.failed.emit()
            return False
        finally:
            self._is_at_work = False
        if goes_by_itself:
            self._timer.start()
        return True
