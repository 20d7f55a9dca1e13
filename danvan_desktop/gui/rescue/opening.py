"""Opening of the data folder for the window: locked, rescued, asked about, or only to be read."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from danvan_desktop.errors import UserError
from danvan_desktop.gui.startup.declined import StartDeclinedError

# All is imported where it is used: the frame of the window is shown before.
if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from danvan_desktop.store.connection.lock import FolderLock
    from danvan_desktop.store.drafts import Store


def way_to_open(folder: Path, files: Sequence[Path], window: "QWidget") -> "Callable[[], Store] | None":
    """Lock ``folder``, and give what opens its store.

    None: the program that has the folder open has taken over what was asked of this one.

    Raises:
        DataFolderInUse: it does not answer.
    """
    from danvan_desktop.store.connection.lock import DataFolderInUse, lock_folder

    try:
        return partial(open_or_read, lock_folder(folder), folder, window)
    except DataFolderInUse:
        from danvan_desktop.gui.startup.single_instance import hand_over

        if hand_over(folder, files):
            return None
        # It may just have been closing; else it says where it is open.
        return partial(open_or_read, lock_folder(folder), folder, window)
    except UserError as refusal:
        return partial(_open_to_read, folder, refusal)


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
