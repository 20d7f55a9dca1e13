"""Purge of deleted reports: for good only after 90 days, and 90 different days on which the program was used.

The clock of an old PC jumps; a report deleted under a wrong date must not be gone when the date is put right.
"""

import sqlite3
from datetime import datetime, timedelta

from danvan_desktop.store.rows import contents, remembered
from danvan_desktop.store.rows.draft_rows import utc

KEPT_DAYS = 90
"""How long a deleted report can be brought back."""
_KEY = "days_of_use"


def purge(connection: sqlite3.Connection, now: datetime) -> None:
    """Count today as a day of use, and delete for good what was deleted long enough ago."""
    days = _count(connection, now)
    connection.execute(
        "UPDATE draft SET deleted_day = ? WHERE deleted IS NOT NULL AND deleted_day IS NULL", (days,)
    )
    gone = connection.execute(
        "SELECT id FROM draft WHERE deleted < ? AND deleted_day <= ?",
        (utc(now - timedelta(days=KEPT_DAYS)), days - KEPT_DAYS),
    ).fetchall()
    for (draft_id,) in gone:
        contents.delete(connection, draft_id)
        connection.execute("DELETE FROM draft WHERE id = ?", (draft_id,))


def note_deleted(connection: sqlite3.Connection, draft_id: int) -> None:
    """Remember on which day of use the draft was deleted; none where it was brought back."""
    connection.execute(
        "UPDATE draft SET deleted_day = CASE WHEN deleted IS NULL THEN NULL ELSE ? END WHERE id = ?",
        (_days(connection)[0], draft_id),
    )


def day_of_use(connection: sqlite3.Connection) -> int:
    """Count the days on which the program was used, today included."""
    return _days(connection)[0]


def _count(connection: sqlite3.Connection, now: datetime) -> int:
    count, latest = _days(connection)
    today = now.date().isoformat()
    if today == latest:
        return count
    remembered.put(connection, _KEY, _sealed(count + 1, today))
    return count + 1


def _days(connection: sqlite3.Connection) -> tuple[int, str]:
    """How many days of use there were, and the latest; none where that is not what was written.

    Counted anew, deleted reports are kept longer; a count that a flipped bit made larger would purge them.
    """
    noted = remembered.value(connection, _KEY)
    count, _, rest = noted.partition(" ")
    latest = rest.partition(" ")[0]
    known = count.isascii() and count.isdecimal() and noted == _sealed(int(count), latest)
    return (int(count), latest) if known else (0, "")


def _sealed(count: int, latest: str) -> str:
    return f"{count} {latest} {contents.checksum(count, latest)}"
