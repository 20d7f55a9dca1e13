"""Rescue in a data folder as it is: into an empty database of this release, with the copies lying there."""

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from danvan_desktop.store.connection.database import connect
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER
from danvan_desktop.store.rescue.note import Progress
from danvan_desktop.store.rescue.rescue import rescue
from danvan_desktop.store.schema.migrations import migrate


def rescue_folder(
    folder: Path, now: datetime, progress: Progress = lambda _: None, source: Path | None = None
) -> None:
    """Put a sound database in the place of the damaged one, or of ``source``.

    Raises:
        UserError: as :func:`~danvan_desktop.store.rescue.rescue.rescue`.
    """
    rescue(folder, now, lambda new: _made(new, now), copies_in(folder), progress, source)


def copies_in(folder: Path) -> list[Path]:
    """The copies that the program has made of the database, newest first: before a migration, of a day."""
    found = [*folder.glob("drafts-v*.sqlite3"), *folder.glob(f"{COPIES_FOLDER}/*.sqlite3")]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


@contextlib.contextmanager
def _made(path: Path, now: datetime) -> Iterator[sqlite3.Connection]:
    database, _ = connect(path)
    try:
        database.pragma("journal_mode", "delete")  # one file, whole when it is closed
        migrate(database, path, now)
        yield database.connection()
    finally:
        database.close()
