"""Database migrations: older tables are brought up to date, step by step, after a backup."""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

import peewee

from danvan_desktop.errors import UserError
from danvan_desktop.store.schema.migration_functions import FUNCTIONS
from danvan_desktop.store.schema.migration_steps import STEPS

PART_SUFFIX = ".part"
"""Of a copy that is still being written; the next start deletes one that is left over."""


def migrate(database: peewee.SqliteDatabase, path: Path, now: datetime) -> Path | None:
    """Bring the tables up to date; the copy made before, when there was something to copy.

    Raises:
        UserError: a newer release of the program wrote this file.
    """
    version = database.pragma("user_version")
    if version > len(STEPS):
        raise UserError(
            f"Dữ liệu trong {path} do một phiên bản mới hơn của phần mềm ghi: "
            "hãy cài phiên bản mới nhất rồi mở lại. Dữ liệu vẫn còn nguyên."
        )
    copy = None
    if 0 < version < len(STEPS):
        copy = _copy(database, path.with_name(f"{path.stem}-v{version}-{now:%Y%m%d-%H%M%S}{path.suffix}"))
    try:
        _take_steps(database, version)
    except BaseException:
        if copy is not None:
            copy.unlink(missing_ok=True)  # nothing was changed, so it says nothing that the file does not
        raise
    return copy


def _take_steps(database: peewee.SqliteDatabase, version: int) -> None:
    for name, function in FUNCTIONS.items():
        database.connection().create_function(name, -1, function, deterministic=True)
    for number, statements in enumerate(STEPS[version:], start=version + 1):
        with database.atomic("IMMEDIATE"):
            for statement in statements:
                database.execute(peewee.SQL(statement))
            database.pragma("user_version", number)


def _copy(database: peewee.SqliteDatabase, target: Path) -> Path:
    part = target.with_name(target.name + PART_SUFFIX)
    try:
        with contextlib.closing(sqlite3.connect(part)) as copy:
            database.connection().backup(copy)
    except BaseException:
        part.unlink(missing_ok=True)  # half a copy, on a full drive
        raise
    return part.replace(target)
