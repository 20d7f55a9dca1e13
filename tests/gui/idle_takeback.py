"""The changes of a file that came back, once nothing of it is on its way."""

from typing import TYPE_CHECKING

from danvan_desktop.gui.main_window import MainWindow

if TYPE_CHECKING:
    from danvan_desktop.gui.takeback.beside import TakeBackBeside


def idle_beside(window: MainWindow) -> "TakeBackBeside | None":
    """What shows the file beside the text; None while it is read, compared or merged, or none came back."""
    beside = window.take_back.beside
    if beside is None or beside.shown is None or beside.is_merging or window.take_back.reading.is_busy:
        return None
    return beside
