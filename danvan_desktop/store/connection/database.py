"""SQLite connection: journal mode (WAL), damaged files, and errors as messages for the user."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import peewee

from danvan_desktop.errors import UserError
from danvan_desktop.store.connection import wal
from danvan_desktop.store.connection.network_drive import on_network_drive
from danvan_desktop.store.connection.reading import decoded
from danvan_desktop.store.schema.migration_steps import STEPS

LARGE_BYTES = 8 << 20
"""Of a larger file the opening checks only the list: reading all takes longer than the rest of a start."""
_OF_THE_LIST = ("draft", "office", "office_copy", "remembered")


_MISFIT = (
    "no such ",
    "already exists",
    "duplicate column",
    "could not decode",
    "user-defined function",
    "unsupported file format",
    "text encoding",
    "schema",
)
"""What SQLite says of a file whose version, tables or texts are not what they were."""


class DamagedDatabaseError(Exception):
    """The file is there, but it is no sound SQLite database."""


def connect(path: Path) -> tuple[peewee.SqliteDatabase, bool]:
    """Open or create the database; also whether the faster and safer WAL mode works on its drive.

    One connection serves all threads: the store lets only one in at a time.

    Raises:
        DamagedDatabaseError: the file cannot be trusted.
    """
    if wal.is_damaged(path):
        raise DamagedDatabaseError("the WAL")
    if not on_network_drive(path):
        database = _open(path, "wal")
        if database is not None:
            return database, True
    database = _open(path, "delete")
    if database is None:
        raise UserError(f"Ổ đĩa của {path} không dùng được để giữ báo cáo: hãy chọn thư mục trên máy này.")
    return database, False


def _open(path: Path, journal_mode: str) -> peewee.SqliteDatabase | None:
    """Return a checked connection in ``journal_mode``, None when the drive does not allow that mode."""
    database = peewee.SqliteDatabase(str(path), thread_safe=False, check_same_thread=False, timeout=5)
    try:
        database.connect()
        database.connection().text_factory = decoded
        if journal_mode == "delete":
            # Without it a file left in WAL mode needs shared memory just to be read.
            database.pragma("locking_mode", "EXCLUSIVE")
        reached = database.pragma("journal_mode", journal_mode)
        database.pragma("synchronous", "FULL")
        database.pragma("wal_autocheckpoint", 0)  # database_file.py does it, and so knows a stranger's write
        sound = _is_sound(database, path)
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        database.close()
        if is_damage(error):
            raise DamagedDatabaseError(str(error)) from error
        if journal_mode == "wal" and isinstance(error, peewee.OperationalError | sqlite3.OperationalError):
            return None  # shared memory or locks of this drive do not work: DELETE may
        if is_misfit(error):
            raise DamagedDatabaseError(str(error)) from error
        raise
    except UnicodeDecodeError as error:  # SQLite names what is damaged, and not even the name is whole
        database.close()
        raise DamagedDatabaseError(str(error)) from error
    if not sound:
        database.close()
        raise DamagedDatabaseError("quick_check")
    if reached != journal_mode:
        database.close()
        return None
    return database


def is_large(path: Path) -> bool:
    """Whether more than the list is left to be checked after the opening (background_check.py)."""
    return path.exists() and path.stat().st_size > LARGE_BYTES


def _is_sound(database: peewee.SqliteDatabase, path: Path) -> bool:
    """Check the file: the whole of a small one, and of one that a migration is going to read as a whole."""
    if is_large(path) and database.pragma("user_version") == len(STEPS):
        return all(database.pragma("quick_check", table) == "ok" for table in _OF_THE_LIST)
    return bool(database.pragma("quick_check", 1) == "ok")


def restrict(path: Path) -> None:
    """Let nobody but the user read the reports, where the system knows that (folder 0700, file 0600)."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            path.parent.chmod(0o700)
            path.chmod(0o600)  # its companions get the same from SQLite


@contextlib.contextmanager
def as_user_errors(path: Path) -> Iterator[None]:
    """Turn errors of the disk or of another program into a UserError; our own defects pass."""
    try:
        yield
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        message = _explanation(str(_reason(error)).lower(), path)
        if message is None:
            raise
        raise UserError(message) from error
    except OSError as error:
        raise UserError(
            f"Không ghi được vào thư mục dữ liệu {path.parent}: hãy kiểm tra quyền ghi và ổ đĩa."
        ) from error


def _reason(error: BaseException) -> BaseException:
    """On a full disk SQLite rolls back by itself; peewee's own attempt then fails and hides the reason."""
    while "cannot rollback" in str(error) and error.__context__ is not None:
        error = error.__context__
    return error


def is_damage(error: BaseException) -> bool:
    """Whether SQLite says that the file is damaged."""
    text = str(error)
    return "malformed" in text or "not a database" in text


def is_misfit(error: BaseException) -> bool:
    """Whether SQLite says that the file is damaged, or is not the database that this program makes."""
    text = str(_reason(error)).lower()
    return is_damage(error) or isinstance(error, UnicodeDecodeError) or any(sign in text for sign in _MISFIT)


def _explanation(text: str, path: Path) -> str | None:
    if "malformed" in text or "not a database" in text:
        return f"Tệp dữ liệu {path} bị hỏng: hãy đóng rồi mở lại phần mềm; tệp cũ sẽ được giữ lại."
    if "full" in text:
        return f"Ổ đĩa chứa {path.parent} đã đầy: hãy xóa bớt tệp không cần rồi lưu lại."
    if "readonly" in text or "unable to open" in text:
        return f"Không ghi được vào thư mục dữ liệu {path.parent}: hãy kiểm tra quyền ghi của thư mục này."
    if "locked" in text or "busy" in text:
        return f"Tệp dữ liệu {path} đang bị phần mềm khác giữ: hãy chờ ít phút rồi lưu lại."
    if "i/o error" in text:
        return f"Ổ đĩa chứa {path.parent} không đọc, ghi được: hãy kiểm tra ổ đĩa hoặc đường mạng."
    return None
