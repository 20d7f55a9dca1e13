"""A step that takes long is done in slices, one in each turn of the event loop: the window answers between.

Nobody sees it half done: who reads or edits what it writes has it finished first, and so has whoever
presses a key or a button meanwhile, before that is looked at.
"""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

_OF_THE_USER = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.ContextMenu,
        QEvent.Type.Close,
    }
)
"""What may act on the text."""
_OVER = object()


class Slices(QObject):
    """Does a piece of work that yields between its slices; one at a time."""

    def __init__(self, parent: QObject) -> None:
        """Have nothing to do."""
        super().__init__(parent)
        self._work: Iterator[None] | None = None
        self._is_running = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._do_next)

    @property
    def is_half_done(self) -> bool:
        """Whether something waits for its next slice."""
        return self._work is not None and not self._is_running

    def start(self, work: Iterator[None]) -> None:
        """Do the first slice of ``work`` now and each other in a turn of its own.

        What is done by another piece of work is a part of that, and done at once.
        """
        if self._is_running:
            deque(work, 0)
            return
        self.finish()
        self._work = work
        self._do_next()
        application = QCoreApplication.instance()
        if self.is_half_done and application is not None:
            application.installEventFilter(self)

    def finish(self) -> None:
        """Do at once what is left, unless it is the work itself that asks."""
        while self._work is not None and not self._is_running:
            self._do_slice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish before the user does something else."""
        if event.type() in _OF_THE_USER:
            self.finish()
        return False

    def _do_next(self) -> None:
        if not self._is_running:
            self._do_slice()
            if self._work is not None:
                self._turn.start()

    def _do_slice(self) -> None:
        work = self._work
        if work is None:
            return
        self._is_running, is_over = True, True
        try:
            is_over = next(work, _OVER) is _OVER
        finally:
            self._is_running = False
            if is_over:
                self._end()

    def _end(self) -> None:
        self._work = None
        self._turn.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
