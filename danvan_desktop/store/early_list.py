"""The list of reports read by itself, to be shown while the store is loaded and opened.

Nothing is judged or mended here, and nothing is written: the opening of the store does all it does without
this, and its list takes the place of this one.
"""

import sqlite3
from pathlib import Path

from danvan_desktop.frozen import frozen
from danvan_desktop.store.connection.database_paths import DATABASE_NAME, files_of
from danvan_desktop.store.connection.network_drive import on_network_drive
from danvan_desktop.store.connection.reading import open_untouched
from danvan_desktop.store.listing.draft import NO_ENTRY, Draft, Row, as_damaged, draft_of
from danvan_desktop.store.listing.draft_list import NOT_DELETED, DraftList, read_rows
from danvan_desktop.store.rescue.note import is_under_way
from danvan_desktop.store.schema.migration_steps import STEPS


@frozen
class EarlyList:
    """What the list shows, and what the rail says of "Đã xóa"."""

    drafts: DraftList
    deleted: int
    """How many reports were deleted."""


def read_early_list(folder: Path) -> EarlyList | None:
    """Read the list of ``folder``, which this program has locked.

    None: something is not as a program that was closed leaves it; opening the store mends it or says what it
    is.
    """
    database, *companions = files_of(folder / DATABASE_NAME)
    if on_network_drive(database) or is_under_way(folder):
        return None
    if not database.exists() or any(each.exists() for each in companions):
        return None
    try:
        with open_untouched(database) as connection:
            if connection.execute("PRAGMA user_version").fetchone() != (len(STEPS),):
                return None
            rows = read_rows(connection, NOT_DELETED)
            (deleted,) = connection.execute("SELECT count(*) FROM draft WHERE deleted IS NOT NULL").fetchone()
    except (sqlite3.Error, OSError, ValueError):
        return None
    return EarlyList(DraftList(rows, _entry_of), deleted)


def _entry_of(row: Row) -> Draft:
    try:
        return draft_of(row)
    except NO_ENTRY:
        return as_damaged(row)  # the store makes it anew from the report where it can
