"""Whether what was saved stands in the file at its path: read back by a connection of its own.

A connection holds its file, not the path: after the file was deleted, moved or replaced it goes on writing
into what nobody will ever open again. No file is opened here but by SQLite: closing one by other means would
take SQLite's locks away from the whole process (POSIX).
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from danvan_desktop.frozen import frozen
from danvan_desktop.store.connection.database_paths import log_of
from danvan_desktop.store.connection.reading import open_to_read
from danvan_desktop.store.rows import contents
from danvan_desktop.store.rows.in_pieces import next_rows

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
        self._log = log_of(path)
        self._identity = _identity(path)
        self._next = 0
        self._known: dict[Path, _Stamp | None] = {}
        self._note(self._path)
        self.note_write()

    def note_write(self) -> None:
        """Remember what is written to as it is now; call it after each transaction of our own.

        With a WAL that is the WAL alone: whoever changed the database meanwhile is noticed at the next look.
        """
        self._note(self._log if self._wal else self._path)

    def note_checkpoint(self) -> None:
        """Remember both files as they are now, after the WAL was brought into the database."""
        self._note(self._path)
        self._note(self._log)

    def _note(self, path: Path) -> None:
        self._known[path] = _stamp(path)

    @property
    def log_bytes(self) -> int:
        """How long the WAL is."""
        known = self._known.get(self._log)
        return 0 if known is None else known[0]

    def look(self) -> None:
        """See whether the file is there, and nobody else has written to it.

        A -wal that somebody has cut grows on with the next write, and would be read to the cut only: look
        before each write.

        Raises:
            FileVanishedError: it is gone, cut short, overwritten, or another one.
        """
        if _identity(self._path) != self._identity:
            raise FileVanishedError(f"{self._path} is not the file that was opened")
        if self._wal and not self._log.exists():
            raise FileVanishedError(f"{self._log} is gone")
        for path, known in self._known.items():
            if known is not None and _stamp(path) != known:
                raise FileVanishedError(f"somebody else has written to {path}")

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
        query = next_rows(contents.CONTENT, "draft_id", 1)
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


_Stamp = tuple[int, int]


def _stamp(path: Path) -> _Stamp | None:
    """Length and time of the last write; not the time on Windows, which sets it when it finds the time."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns if os.name == "posix" else 0


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
