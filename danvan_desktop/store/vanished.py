"""A database file that vanished while it was open is made anew at its path.

What the open connection still sees is copied: a deleted or moved file lives on as long as it is open. Where
that is damaged too (cut or overwritten), what can be had of file, WAL and copies is rescued.
"""

import contextlib
import logging
import sqlite3
from datetime import datetime
from pathlib import Path

import peewee

from danvan_desktop.errors import UserError
from danvan_desktop.store.connection.database_paths import remove_companions, remove_database

_log = logging.getLogger(__name__)


def make_anew(path: Path, database: peewee.SqliteDatabase, now: datetime) -> str:
    """Put a sound file at ``path``; what to say of it. ``database`` is closed then.

    Raises:
        UserError, OSError: no file can be written there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.stem}-moi{path.suffix}")
    remove_database(new)
    is_sound = _copied(database, new)
    if is_sound:
        _keep_strange(path, now)
        _close(database)
        remove_companions(path)
        new.replace(path)
        return (
            f"Tệp dữ liệu {path} đã bị xóa, chuyển đi hoặc thay bằng tệp khác trong lúc phần mềm đang mở. "
            "Phần mềm đã ghi lại đầy đủ mọi báo cáo vào đúng chỗ cũ; không mất chữ nào. "
            "Xin đừng chuyển hay xóa thư mục dữ liệu khi phần mềm đang mở."
        )
    source = None
    if is_sound is not None:  # what the connection still had of it is more than what the file has
        source = new.rename(path.with_name(f"{path.stem}-hong-{now:%Y%m%d-%H%M%S}-doc{path.suffix}"))
    from danvan_desktop.store.rescue import data_folder  # no start waits for it

    data_folder.rescue_folder(path.parent, now, source=source)
    _close(database)
    return (
        f"Tệp dữ liệu {path} đã bị cắt hoặc ghi đè trong lúc phần mềm đang mở. "
        "Báo cáo đang mở được lưu lại đầy đủ; các báo cáo khác được lấy lại tới mức còn đọc được: "
        "hãy xem danh sách."
    )


def _copied(database: peewee.SqliteDatabase, new: Path) -> bool | None:
    """Copy what the connection sees; whether the copy is sound, None where there is none."""
    try:
        with contextlib.closing(sqlite3.connect(new)) as copy:
            database.connection().backup(copy)
            return _is_sound(copy)
    except (sqlite3.DatabaseError, peewee.DatabaseError) as error:
        _log.warning("the open file cannot be copied: %s", error)
        if "full" in str(error) or "readonly" in str(error) or "unable to open" in str(error):
            raise
        remove_database(new)
        return None


def _is_sound(copy: sqlite3.Connection) -> bool:
    try:
        copy.execute("PRAGMA journal_mode = DELETE")
        return bool(copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _keep_strange(path: Path, now: datetime) -> None:
    """Another file at our path is somebody's: it is renamed, not overwritten."""
    if path.exists():
        with contextlib.suppress(OSError):
            path.rename(path.with_name(f"{path.stem}-khac-{now:%Y%m%d-%H%M%S}{path.suffix}"))


def _close(database: peewee.SqliteDatabase) -> None:
    with contextlib.suppress(peewee.DatabaseError, sqlite3.DatabaseError, UserError):
        database.close()
