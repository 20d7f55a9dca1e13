"""What a typist does about copies, again and again: make them, take all out of one, write all to a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from danvan_desktop.gui.backup import second_place
from danvan_desktop.gui.main_window import MainWindow
from danvan_desktop.store.backup.move_file import SUFFIX, write_everything
from danvan_desktop.store.backup.restore import restore
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER
from danvan_desktop.store.rescue.old_data import read_old_data

Told = Callable[..., object]
"""Called after each."""


def back_up_for_ever(window: MainWindow, target: Path, told: Told) -> None:
    """Make copies, also in the second place ``target``."""
    second_place.choose(window._preferences, target)
    backups = window.backup().backups
    backups.ended.connect(told)
    backups.ended.connect(lambda _: backups.make_now())
    backups.make_now()


def restore_for_ever(window: MainWindow, _: Path, told: Told) -> None:
    """Take all reports out of the copy that is there."""
    (copy,) = (window.folder / COPIES_FOLDER).glob("*.sqlite3")
    found = read_old_data(copy, window._store.file.now())
    if found is None:
        raise LookupError(copy)
    _for_ever(window, partial(restore, window._store, found.reports, found.offices), told)


def move_for_ever(window: MainWindow, target: Path, told: Told) -> None:
    """Write everything to a file in ``target``."""
    _for_ever(window, partial(write_everything, window._store.file, target / f"tat-ca{SUFFIX}", {}), told)


def _for_ever(window: MainWindow, work: Callable[[], object], told: Told) -> None:
    def again(_: object) -> None:
        told()
        window.backup()._start(work, again)

    window.backup()._start(work, again)


TASKS = {"backup": back_up_for_ever, "restore": restore_for_ever, "move": move_for_ever}
