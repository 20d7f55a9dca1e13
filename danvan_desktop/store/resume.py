"""Session restore: the report that was open at exit is read by itself, before the store is loaded."""

import sqlite3
from contextlib import closing
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Report
from danvan_desktop.store.connection import wal
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.connection.lock import FolderLock
from danvan_desktop.store.connection.network_drive import on_network_drive
from danvan_desktop.store.connection.reading import decoded
from danvan_desktop.store.rows import contents
from danvan_desktop.store.schema.migration_steps import STEPS


class OpenAtExit:
    """A report with its number in the store and the cursor's place; the folder is locked already."""

    def __init__(self, draft_id: int, report: Report, place: str, lock: FolderLock) -> None:
        """Keep them; ``lock`` is for :func:`~danvan_desktop.store.opening.open_store`."""
        self.draft_id, self.report, self.place, self.lock = draft_id, report, place, lock


def load_open_at_exit(folder: Path, draft_id: int) -> OpenAtExit | None:
    """Lock ``folder`` and read that report.

    None: something is not as it should be, or another program has the folder; nothing is locked then, and
    opening the store in the usual way mends it or says what it is.
    """
    path = folder / DATABASE_NAME
    if not path.exists() or on_network_drive(path):
        return None
    try:
        lock = FolderLock(folder)
    except UserError:
        return None
    found = _read(path, draft_id)
    if found is None:
        lock.release()
        return None
    report, place = found
    return OpenAtExit(draft_id, report, place, lock)


def _read(path: Path, draft_id: int) -> tuple[Report, str] | None:
    """Give the report and the place; None where it is gone or the tables are not this release's."""
    try:
        if wal.is_damaged(path):  # closing it would throw away what the store can still rescue
            return None
        with closing(sqlite3.connect(path)) as connection:
            connection.text_factory = decoded
            if connection.execute("PRAGMA user_version").fetchone() != (len(STEPS),):
                return None
            listed = connection.execute("SELECT deleted FROM draft WHERE id = ?", (draft_id,)).fetchone()
            stored = contents.read(connection, draft_id) if listed == (None,) else None
        return None if stored is None else (stored.report, stored.place)
    except (sqlite3.Error, OSError, UserError, ValueError):
        return None
