"""Whether what was saved stands in the file at its path: read back by a connection of its own.

A connection holds its file, not the path: after the file was deleted, moved or replaced it goes on writing
into what nobody will ever open again. No file is opened here but by SQLite: closing one by other means would
take SQLite's locks away from the whole process (POSIX).
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from danvan_desktop.frozen import frozen
from danvan_desktop.store.connection.reading import open_to_read
from danvan_desktop.store.rows import contents

_WAIT_SECONDS = 1.0


class FileVanishedError(Exception):
    """The file at the path is not the one that is written to, or does not hold what was written."""


class _NotNowError(Exception):
    """Somebody (an antivirus, a backup) holds the file for a moment."""


@frozen
class Saved:
    """What a save has written, as its row says: the draft, its revision, the checksum."""

    draft_id: int
    revision: int
    is_whole: bool


class FileWatch:
    """Watches one database file."""

    def __init__(self, path: Path, *, wal: bool) -> None:
        """Remember the file that stands at ``path`` now; ``wal``: others may read while it is open here."""
        self._path, self._wal = path, wal
        self._identity = _identity(path)
        self._next = 0

    def look(self) -> None:
        """See whether the file is there.

        Raises:
            FileVanishedError: it is gone, cut short, or another one.
        """
        if _identity(self._path) != self._identity:
            raise FileVanishedError(f"{self._path} is not the file that was opened")
        wal = self._path.with_name(f"{self._path.name}-wal")
        if self._wal and not wal.exists():
            raise FileVanishedError(f"{wal} is gone")

    def confirm(self, saved: Saved) -> None:
        """Read back what was saved.

        Raises:
            FileVanishedError: the file at the path does not hold it.
        """
        self.look()
        if not self._wal:
            return  # nobody else can read there
        query = contents.CONTENT if saved.is_whole else contents.CHANGE
        try:
            with self._reading() as connection:
                row = connection.execute(query, (saved.draft_id,)).fetchone()
        except _NotNowError:
            return
        revision = None if row is None else row[1 if saved.is_whole else 2]
        if row is None or revision != saved.revision or not contents.is_sound(row):
            raise FileVanishedError(f"revision {saved.revision} of draft {saved.draft_id} is not in the file")

    def look_inside(self) -> int | None:
        """Read the next stored report from the file; its number where its checksum is wrong.

        Raises:
            FileVanishedError: as :meth:`look`; also where the file cannot be read any more.
        """
        self.look()
        if not self._wal:
            return None
        query = contents.CONTENT.replace("draft_id = ?", "draft_id > ? ORDER BY draft_id LIMIT 1")
        try:
            with self._reading() as connection:
                row = connection.execute(query, (self._next,)).fetchone()
        except _NotNowError:
            return None
        self._next = 0 if row is None else row[0]
        return None if row is None or contents.is_sound(row) else int(row[0])

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            with open_to_read(self._path, _WAIT_SECONDS) as connection:
                yield connection
        except sqlite3.DatabaseError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise _NotNowError from error
            raise FileVanishedError(str(error)) from error


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
