"""Names of the database file, of what SQLite keeps beside it, and of the folder of its copies."""

from pathlib import Path

DATABASE_NAME = "drafts.sqlite3"
COPIES_FOLDER = "sao-luu"
"""The folder of copies in the data folder."""
_LOG = "-wal"
_COMPANIONS = (_LOG, "-shm", "-journal")


def log_of(database: Path) -> Path:
    """Give the path of the write-ahead log (WAL) of ``database``."""
    return database.with_name(database.name + _LOG)


def files_of(database: Path) -> tuple[Path, ...]:
    """Give the path of ``database`` and of all that SQLite may keep beside it, whether it is there or not."""
    return database, *(database.with_name(database.name + companion) for companion in _COMPANIONS)


def remove_companions(database: Path) -> None:
    """Delete what SQLite has left beside ``database``: it belongs to that file and to none that comes there.

    Raises:
        OSError: it cannot be deleted.
    """
    for each in files_of(database)[1:]:
        each.unlink(missing_ok=True)


def remove_database(database: Path) -> None:
    """Delete ``database`` and what SQLite has left beside it.

    Raises:
        OSError: it cannot be deleted.
    """
    database.unlink(missing_ok=True)
    remove_companions(database)
