"""Files let go over the window: brought in as reports, or inserted into the text of the open one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.home.drop_zone import DropZone
from danvan_desktop.gui.widgets.file_drag import accept_as_copy, dragged_files


class DroppedFiles(QObject):
    """Shows where files may be let go; they are only read, so the drop is always a copy."""

    coming = Signal(object)
    """These files are held over the window: what reads them may get ready."""
    gone = Signal()
    """They were not let go here."""
    dropped = Signal(object)
    """These files are to be brought in."""
    dropped_on_text = Signal(object)
    """These are to be inserted where the cursor stands."""

    def __init__(self, window: QWidget, why_not_insert: Callable[[], str | None]) -> None:
        """``why_not_insert``: why nothing can be inserted now, "" where it can; None: no report is open."""
        super().__init__(window)
        self._window, self._why_not_insert = window, why_not_insert
        self._zone: DropZone | None = None

    def enter(self, event: QDropEvent) -> None:
        """Say that the files may be let go here."""
        if accept_as_copy(event):
            self._shown_zone().cover(self._window.rect(), self._why_not_insert())
            self.coming.emit(dragged_files(event.mimeData()))

    def drop(self, event: QDropEvent) -> None:
        """Take the files, wherever they were let go."""
        if accept_as_copy(event):
            self._shown_zone().let_go(dragged_files(event.mimeData()), event.position().toPoint())
        elif self._zone is not None:
            self._zone.hide()

    def leave(self) -> None:
        """Say so no longer, unless they have only come over what says it."""
        if self._zone is not None:
            QTimer.singleShot(0, self._zone, self._zone.hide_unless_entered)

    def _shown_zone(self) -> DropZone:
        if self._zone is None:
            self._zone = DropZone(self._window)
            self._zone.gone.connect(self.gone)
            self._zone.dropped.connect(self._on_dropped)
            self._zone.dropped_on_text.connect(self._on_dropped_on_text)
        return self._zone

    def _on_dropped(self, files: Sequence[Path]) -> None:
        self.dropped.emit(files)

    def _on_dropped_on_text(self, files: Sequence[Path]) -> None:
        self.dropped_on_text.emit(files)
