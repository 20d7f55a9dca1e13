"""The tables, step by step. A step is never edited once released: a change is a further step.

``PRAGMA user_version`` counts the steps a file has been through.
"""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

import peewee

from danvan_desktop.errors import UserError

# One entry a step: the statements that lead from version n to n + 1.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE draft (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT,
            subject TEXT NOT NULL,
            year INTEGER NOT NULL,
            state TEXT NOT NULL,
            created TEXT NOT NULL,
            modified TEXT NOT NULL,
            opened TEXT,
            deleted TEXT,
            place TEXT NOT NULL DEFAULT '',
            folded TEXT NOT NULL,
            content TEXT NOT NULL
        )""",
        "CREATE INDEX draft_modified ON draft (deleted, modified)",
        # What the store says once and not again, and the like.
        "CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ),
    (
        # What the list shows; NULL where a report was saved before and is still to be counted.
        "ALTER TABLE draft ADD COLUMN due TEXT",
        "ALTER TABLE draft ADD COLUMN round INTEGER",
        "ALTER TABLE draft ADD COLUMN unedited INTEGER",
        "ALTER TABLE draft ADD COLUMN unchecked INTEGER",
        "ALTER TABLE draft ADD COLUMN missing INTEGER",
        # Cơ quan và người ký: one row an office, in the order of the list.
        "CREATE TABLE office (position INTEGER PRIMARY KEY, content TEXT NOT NULL)",
    ),
)


def migrate(database: peewee.SqliteDatabase, path: Path, now: datetime) -> Path | None:
    """Bring the tables up to date; the copy made before, when there was something to copy.

    Raises:
        UserError: a newer release of the program wrote this file.
    """
    version = database.pragma("user_version")
    if version > len(STEPS):
        raise UserError(
            f"Dữ liệu trong {path} do một bản mới hơn của chương trình ghi: "
            "hãy cài bản mới nhất rồi mở lại. Dữ liệu vẫn còn nguyên."
        )
    copy = None
    if 0 < version < len(STEPS):
        copy = _copy(database, path.with_name(f"{path.stem}-v{version}-{now:%Y%m%d-%H%M%S}{path.suffix}"))
    for number, statements in enumerate(STEPS[version:], start=version + 1):
        with database.atomic("IMMEDIATE"):
            for statement in statements:
                database.execute(peewee.SQL(statement))
            database.pragma("user_version", number)
    return copy


def _copy(database: peewee.SqliteDatabase, target: Path) -> Path:
    with contextlib.closing(sqlite3.connect(target)) as copy:
        database.connection().backup(copy)
    return target
