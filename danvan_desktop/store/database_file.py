"""The database of a data folder, open: transactions in turn, on a file that is watched and made anew.

Whoever reads or writes does it here: one thread at a time, each transaction after a look whether the file at
the path is still the one that is written to.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import peewee

from danvan_desktop.errors import UserError
from danvan_desktop.store import vanished
from danvan_desktop.store.connection.database import (
    DamagedDatabaseError,
    as_user_errors,
    connect,
    is_misfit,
    restrict,
)
from danvan_desktop.store.connection.database_paths import log_of
from danvan_desktop.store.connection.lock import FolderLock
from danvan_desktop.store.connection.reading import open_to_read
from danvan_desktop.store.file_watch import FileVanishedError, FileWatch, Saved
from danvan_desktop.store.history import version_rows
from danvan_desktop.store.listing.draft_list import read_rows
from danvan_desktop.store.rescue.note import plan_rescue
from danvan_desktop.store.rows import contents, purge, remembered
from danvan_desktop.store.rows.draft_rows import utc
from danvan_desktop.store.schema.migrations import migrate
from danvan_desktop.store.takeback import contribution_rows, received_rows, sent_rows

Clock = Callable[[], datetime]

_READER_SECONDS = 1.0
"""How long a reader beside the store waits for a lock, of which WAL knows few."""
_LARGEST_LOG = 4 << 20
"""Bytes of the WAL after which it is brought into the database also while one types on."""
_SLOW_DRIVE = "slow_drive"
IN_USE = "in_use"
"""Remembered from the first rest to the closing: whoever finds it was preceded by a kill or a power cut."""
_WAL_LOST = (
    "Lần trước phần mềm bị tắt đột ngột, và tệp ghi tạm {name} nay không còn trong thư mục dữ liệu: những "
    "chữ gõ trong vài giây cuối trước khi tắt có thể chưa có. Hãy xem lại đoạn viết sau cùng."
)
_log = logging.getLogger(__name__)


class DatabaseFile:
    """The open database. Safe to call from several threads."""

    read_only_reason = ""
    """Why nothing can be changed, for the user; "" where all can."""
    others_may_read = False
    """Whether another connection reads the file while this one writes."""
    database: peewee.SqliteDatabase
    watch: FileWatch

    def __init__(self, path: Path, lock: FolderLock, now: Clock) -> None:
        """Open ``path`` under ``lock``, which :meth:`close` lets go of.

        Raises:
            DamagedDatabaseError: the file cannot be trusted.
        """
        self.path, self._lock, self.now = path, lock, now
        self.turn = threading.RLock()
        self.notices: list[str] = []
        """What the user should know about this opening, one Vietnamese line each."""
        self._news: list[str] = []
        self.made_anew: Callable[[], None] = lambda: None
        """Called when the file was made anew, to write what is open into it."""
        self._open()

    def _open(self) -> None:
        log = log_of(self.path)
        has_log = log.exists() and log.stat().st_size > 0
        self.database, wal = connect(self.path)
        self.others_may_read = wal
        self._is_at_rest = False
        try:
            migrate(self.database, self.path, self.now())
            restrict(self.path)
            self.watch = FileWatch(self.path, wal=wal)
            if not wal:
                self._say_slow_drive()
            with self.transaction() as connection:
                purge.purge(connection, self.now())
            self._look_for_columns()
            if wal and not has_log and remembered.value(self.database.connection(), IN_USE):
                self.notices.append(_WAL_LOST.format(name=log.name))
        except (peewee.DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self.database.close()
            if is_misfit(error):
                raise DamagedDatabaseError(str(error)) from error
            raise
        except BaseException:
            self.database.close()
            raise

    def _look_for_columns(self) -> None:
        """Ask every table for no row: one that is not as this release makes it fails here."""
        connection = self.database.connection()
        read_rows(connection, "0")
        for query in (
            "SELECT draft_id, folded FROM search",
            contents.CONTENT.partition(" WHERE ")[0],
            contents.CHANGE.partition(" WHERE ")[0],
            "SELECT position, content, checksum FROM office",
            "SELECT position, content, checksum FROM office_copy",
            version_rows.QUERY.partition(" WHERE ")[0],
            "SELECT id, draft_id, version, moment, path, sha256, checksum FROM exported",
            sent_rows.QUERY,
            received_rows.QUERY,
            received_rows.CONTENT,
            contribution_rows.QUERY,
        ):
            connection.execute(f"{query} LIMIT 0")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read on the connection that writes."""
        with self.turn, as_user_errors(self.path):
            yield self.database.connection()

    @contextmanager
    def reading_beside(self) -> Iterator[sqlite3.Connection]:
        """Read beside whoever writes, where the drive allows it; else in turns."""
        if self.others_may_read:
            with open_to_read(self.path, _READER_SECONDS) as connection:
                yield connection
        else:
            with self.turn:
                yield self.database.connection()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing; on disk at the end of the outermost one."""
        if self.read_only_reason:
            raise UserError(self.read_only_reason)
        with self.turn, as_user_errors(self.path):
            is_outermost = not self.database.in_transaction()
            if is_outermost:
                self._look()
            try:
                with self.database.atomic("IMMEDIATE"):
                    self._is_at_rest = False
                    yield self.database.connection()
            finally:
                self.watch.note_write()
            if is_outermost and self.watch.log_bytes > _LARGEST_LOG:
                self._checkpoint()

    def confirm(self, saved: Saved) -> None:
        """Read back from the file at the path what was ``saved``; made anew where it is not there.

        Raises:
            FileVanishedError: not even the new file holds it.
        """
        with self.turn:  # who writes meanwhile has not yet noted what the file is like
            try:
                self.watch.confirm(saved)
            except FileVanishedError as error:
                self.make_anew(error)
                with self.reading() as connection:
                    revision = contents.newest_revision(connection, saved.draft_id)
                self.watch.confirm(Saved(saved.draft_id, revision, is_whole=True))

    def look_inside(self) -> int | None:
        """See that the file is still where it was, and read the next report in it; its number if damaged."""
        with self.turn:
            try:
                return self.watch.look_inside()
            except FileVanishedError as error:
                self.make_anew(error)
                return None

    def rest(self) -> None:
        """Bring what stands in the WAL into the database itself; call it when nothing was saved for a while.

        A WAL may be deleted or left behind by who tidies up or copies after a kill: then no more is lost than
        the last seconds, and the next opening says so.
        """
        with self.turn:
            if self._is_at_rest or not self.others_may_read:
                return
            try:
                with self.transaction() as connection:
                    if not remembered.value(connection, IN_USE):
                        remembered.put(connection, IN_USE, utc(self.now()))
            except UserError as error:
                _log.warning("not noted that the file is in use: %s", error.message)
            self._is_at_rest = self._checkpoint()

    def make_anew(self, error: Exception) -> None:
        """Put a new file at the path, with all that the connection still sees or can be had elsewhere."""
        _log.error("the database is not what it was: %s", error)
        with as_user_errors(self.path):
            told = vanished.make_anew(self.path, self.database, self.now())
            self._lock = self._lock.renewed()
            self._open()
            self.made_anew()
        self.tell(told)

    def note_damaged(self, reason: str) -> None:
        """What is open is written on; the next start takes all that can be read into a new file."""
        _log.error("the database is damaged: %s", reason)
        with self.turn:
            with suppress(OSError):
                plan_rescue(self.path.parent)
            self.tell(
                f"Tệp dữ liệu {self.path} có chỗ bị hỏng. Báo cáo đang mở vẫn được lưu. "
                "Hãy đóng phần mềm rồi mở lại: phần mềm sẽ chuyển mọi báo cáo còn đọc được sang tệp mới, "
                "tệp cũ vẫn được giữ."
            )

    def tell(self, line: str) -> None:
        """Have the user know ``line``, in Vietnamese."""
        with self.turn:
            self._news.append(line)

    def take_news(self) -> tuple[str, ...]:
        """What the user should know since this was last asked."""
        with self.turn:
            news, self._news = tuple(self._news), []
        return news

    def close(self) -> None:
        """Let go of the file and of the folder. Closing twice is harmless."""
        with self.turn:
            if not self.database.is_closed():
                with suppress(UserError):  # a full disk: the next opening may say that seconds are missing
                    self._forget_use()
            self.database.close()
            self._lock.release()

    def _checkpoint(self) -> bool:
        """Bring the WAL into the database. Nothing else writes to that: whoever else does is a stranger.

        False: who reads an earlier state holds some of it back; it comes with the next checkpoint.
        """
        try:
            _, logged, done = self.database.connection().execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error as error:  # a full drive: all is saved in the WAL
            _log.warning("no checkpoint: %s", error)
            logged = done = 0
        self.watch.note_checkpoint()
        return bool(logged == done)

    def _forget_use(self) -> None:
        with self.reading() as connection:
            was_noted = bool(remembered.value(connection, IN_USE))
        if was_noted and not self.read_only_reason:
            with self.transaction() as connection:
                remembered.forget(connection, IN_USE)

    def _look(self) -> None:
        try:
            self.watch.look()
        except FileVanishedError as error:
            self.make_anew(error)

    def _say_slow_drive(self) -> None:
        """Say it once in the life of a data folder: nothing is lost, it is only slower."""
        with self.transaction() as connection:
            if remembered.value(connection, _SLOW_DRIVE):
                return
            remembered.put(connection, _SLOW_DRIVE, utc(self.now()))
        self.notices.append(
            f"Thư mục dữ liệu {self.path.parent} nằm trên ổ mạng: báo cáo vẫn được lưu an toàn, "
            "nhưng chậm hơn trên ổ của máy này."
        )
