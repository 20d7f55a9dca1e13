"""A store that can only be read: for a data folder on a full drive, or one that nobody may write.

SQLite needs files beside the database to read it as it is being written (-wal, -shm). Here its pages, those
of the WAL laid over them, are put together in memory and opened there: nothing in the folder is touched, and
what a program before this one has saved is seen to the last save.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import peewee

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Report
from danvan_desktop.store.connection.database import as_user_errors, is_damage
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.connection.lock import FolderLock
from danvan_desktop.store.connection.reading import decoded
from danvan_desktop.store.database_file import Clock, DatabaseFile
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import local_now
from danvan_desktop.store.rescue.salvage import salvage
from danvan_desktop.store.rescue.sqlite_pages import PageFile
from danvan_desktop.store.rows import draft_rows, offices
from danvan_desktop.store.rows.draft_rows import Entry, utc
from danvan_desktop.store.schema.migration_steps import STEPS
from danvan_desktop.store.schema.migrations import migrate
from danvan_desktop.store.takeback.received_rows import Decided

_VERSIONS = slice(18, 20)
"""Where the header of the file says how it is written and read: 2 with a WAL, 1 without."""


def open_to_read(folder: Path, reason: str, now: Clock = local_now) -> Store | None:
    """Open the reports in ``folder`` to be read and copied out; None: there are none, or none can be read.

    ``reason``: why they cannot be changed, for the user.

    Raises:
        UserError: a newer release wrote them.
    """
    path = folder / DATABASE_NAME
    try:
        if path.stat().st_size:
            return _ReadOnlyStore(_PagesInMemory(path, reason, now))
    except (OSError, MemoryError):
        # Nothing is hidden: whoever asks falls back on the error for which the folder could not be opened
        # to be changed, which says more than this one would.
        return None
    return None


class _NoLock(FolderLock):
    """Holds nothing: where the lock's file cannot be made, nobody writes."""

    def __init__(self) -> None:
        pass

    def renewed(self) -> FolderLock:
        """Give itself."""
        return self

    def release(self) -> None:
        """Do nothing."""


class _PagesInMemory(DatabaseFile):
    """What is in the file, or can be had of it, in memory."""

    def __init__(self, path: Path, reason: str, now: Clock) -> None:
        self.read_only_reason = reason
        super().__init__(path, _NoLock(), now)

    def _open(self) -> None:
        with as_user_errors(self.path):
            self.database = peewee.SqliteDatabase(":memory:", thread_safe=False, check_same_thread=False)
            file = PageFile(self.path)
            try:
                if not _taken_whole(self.database, file, self.path, self.now()):
                    _salvaged(self.database, file, self.path, self.now())
            except BaseException:
                self.database.close()
                raise
            finally:
                file.close()
            self.database.connection().text_factory = decoded


class _ReadOnlyStore(Store):
    def save(
        self,
        draft_id: int,
        report: Report,
        place: str,  # noqa: ARG002 - it cannot be remembered
        *,
        whole: bool = True,  # noqa: ARG002 - nothing is written
        decided: Sequence[Decided] = (),  # noqa: ARG002 - the same
    ) -> None:
        """Refuse, unless nothing was changed but the place of the cursor.

        Raises:
            UserError: something was.
        """
        if report.modified != self.load(draft_id).modified:
            raise UserError(self.read_only_reason)

    def mark_opened(self, draft_id: int) -> None:
        """It cannot be remembered, and is no failure."""

    def look_after(self) -> None:
        """Nothing is written that could vanish."""

    def begin_check(self) -> None:
        """What is damaged is told of a report when it is opened."""


def _taken_whole(database: peewee.SqliteDatabase, file: PageFile, path: Path, now: datetime) -> bool:
    """Open the pages of ``file`` as they are; False: they are damaged, or of an earlier release.

    Raises:
        UserError: of a newer one.
    """
    pages = bytearray(file.image())
    pages[_VERSIONS] = b"\x01\x01"
    database.connect()
    try:
        database.connection().deserialize(bytes(pages))
        if database.pragma("quick_check", 1) == "ok" and database.pragma("user_version") >= len(STEPS):
            migrate(database, path, now)  # which has nothing to do, or refuses
            return True
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        if not is_damage(error):
            raise
    database.close()
    return False


def _salvaged(database: peewee.SqliteDatabase, file: PageFile, path: Path, now: datetime) -> None:
    """Fill an empty database with all that can be had."""
    database.connect()
    migrate(database, path, now)
    found = salvage(file, now)
    with database.atomic():
        connection = database.connection()
        for each in found.whole:
            draft_rows.write_whole(connection, each.draft_id, each.revision, each.entry, each.report)
        highest = max((each.draft_id for each in found.whole), default=0)
        for number, report in enumerate(found.parts, start=highest + 1):
            draft_rows.write_whole(connection, number, 1, Entry(utc(now)), report)
        offices.write_rows(connection, found.offices)
