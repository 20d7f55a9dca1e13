"""The window as attendant of the store's opening: shows a rescue at work, asks where the file is gone."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from danvan_desktop.gui.startup.declined import StartDeclinedError
from danvan_desktop.store.opening import Leftovers, Work


class WindowAttendant:
    """Stands over ``window``, which may be no more than a frame."""

    def __init__(self, window: QWidget) -> None:
        """Show nothing until something happens."""
        self._window = window

    def rescue(self, work: Work) -> None:
        """Do ``work`` in a thread, a window with its progress before the user.

        Raises:
            UserError: as ``work`` does.
        """
        from danvan_desktop.gui.rescue.progress_window import RescueProgress

        progress = RescueProgress(self._window)
        try:
            progress.run(work)
        finally:
            progress.deleteLater()

    def choose(self, found: Leftovers) -> Path | None:
        """Ask what to take the reports from; None: begin a new list.

        Raises:
            StartDeclinedError: neither, the program is to be closed.
        """
        from danvan_desktop.gui.rescue.lost_data_dialog import LostDataDialog

        dialog = LostDataDialog(found, self._window)
        try:
            if not dialog.exec():
                raise StartDeclinedError
            return dialog.source()
        finally:
            dialog.deleteLater()
