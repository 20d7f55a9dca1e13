"""Opening of the data folder for the window: locked, rescued, asked about, or only to be read."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_desktop.errors import UserError
from danvan_desktop.gui.startup.declined import StartDeclinedError

# All is imported where it is used: the frame of the window is shown before.
if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from danvan_desktop.store.connection.lock import FolderLock
    from danvan_desktop.store.drafts import Store
    from danvan_desktop.store.early_list import EarlyList


class WayToOpen:
    """How the store of a folder is opened that was locked, or that can only be read."""

    def __init__(self, folder: Path, window: "QWidget", lock: "FolderLock | UserError") -> None:
        """Hold the ``lock``, or why there is none; ask over ``window``."""
        self._folder, self._window, self._lock = folder, window, lock

    def early_list(self) -> "EarlyList | None":
        """Read the list by itself; None: it is there when the store is open, or the opening says why not."""
        if isinstance(self._lock, UserError):
            return None
        from danvan_desktop.store.early_list import read_early_list

        return read_early_list(self._folder)

    def open(self) -> "Store":
        """Open it.

        Raises:
            StartDeclinedError, UserError: as :func:`open_or_read`.
        """
        if isinstance(self._lock, UserError):
            return _open_to_read(self._folder, self._lock)
        return open_or_read(self._lock, self._folder, self._window)


def way_to_open(folder: Path, files: Sequence[Path], window: "QWidget") -> WayToOpen | None:
    """Lock ``folder``, and give what opens its store.

    None: the program that has the folder open has taken over what was asked of this one.

    Raises:
        DataFolderInUse: it does not answer.
    """
    from danvan_desktop.store.connection.lock import DataFolderInUse, lock_folder

    try:
        return WayToOpen(folder, window, lock_folder(folder))
    except DataFolderInUse:
        from danvan_desktop.gui.startup.single_instance import hand_over

        if hand_over(folder, files):
            return None
        # It may just have been closing; else it says where it is open.
        return WayToOpen(folder, window, lock_folder(folder))
    except UserError as refusal:
        return WayToOpen(folder, window, refusal)


def open_or_read(lock: "FolderLock", folder: Path, window: "QWidget") -> "Store":
    """Open the store of ``folder``, with questions over ``window``; one that cannot be written, to be read.

    Raises:
        StartDeclinedError: the user would rather close the program.
        UserError: it cannot be read either.
    """
    from danvan_desktop.gui.rescue.attendant import WindowAttendant
    from danvan_desktop.store.connection.lock import DataFolderInUse
    from danvan_desktop.store.opening import open_store

    try:
        return open_store(folder, lock=lock, attendant=WindowAttendant(window))
    except (DataFolderInUse, StartDeclinedError):
        raise
    except UserError as refusal:
        return _open_to_read(folder, refusal)


def _open_to_read(folder: Path, refusal: UserError) -> "Store":
    from danvan_desktop.store.read_only import open_to_read

    store = open_to_read(folder, refusal.message)
    if store is None:
        raise refusal
    return store
