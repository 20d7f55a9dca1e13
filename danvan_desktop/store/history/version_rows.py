"""The database rows of versions, each with a checksum. No peewee here."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Literal, get_args

from danvan_desktop.frozen import frozen
from danvan_desktop.store.rows import tables
from danvan_desktop.store.rows.contents import checksum

Reason = Literal[
    "opened",
    "closed",
    "work",
    "large_change",
    "insertion",
    "restore",
    "next_year",
    "exported",
    "issued",
    "amended",
    "named",
]
"""Why a version was taken."""
KEPT_FOR_EVER: frozenset[Reason] = frozenset({"exported", "issued", "amended", "named"})
BASE = "base"
"""In the place of a reason: thinned out, and kept only while others are written as changes of it."""

QUERY = (
    "SELECT id, draft_id, taken, day, reason, name, base, digest, damaged, checksum, content FROM version "
    "WHERE id = ?"
)
UNDAMAGED = QUERY.replace(" WHERE ", " WHERE damaged = 0 AND ")
"""Of the versions that are not known to be damaged."""
_LISTED = "SELECT id, draft_id, taken, day, reason, name, base, digest, damaged FROM version"
COLUMNS = 11
"""Of a row, by which one is recognised in a damaged file."""


@frozen
class VersionRow:
    """What the list of versions shows of one."""

    number: int
    draft_id: int
    taken: str
    day: int
    """Of use, as the purge counts them: ages by the clock alone would follow a wrong one."""
    reason: str
    name: str | None
    base: int | None
    """The whole version that this one is written as changes of; None: it is whole itself."""
    digest: str
    is_damaged: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether no age takes it away."""
        return self.name is not None or self.reason in KEPT_FOR_EVER

    @property
    def is_listed(self) -> bool:
        """Whether it is one of the history, and not left for others only."""
        return self.reason in get_args(Reason)

    @property
    def moment(self) -> datetime:
        """When it was taken.

        Raises:
            ValueError: the row is damaged.
        """
        return datetime.fromisoformat(self.taken)


@frozen
class StoredVersion:
    """A row with its content."""

    row: VersionRow
    content: bytes
    checksum: str

    @property
    def is_sound(self) -> bool:
        """Whether it is what was written."""
        return self.checksum == seal(self.row, self.content)


def seal(row: VersionRow, content: bytes) -> str:
    """Give the checksum of a row."""
    parts = (row.number, row.draft_id, row.taken, row.day, row.reason, row.name, row.base, row.digest)
    return checksum(*parts, blake2b(content, digest_size=16).hexdigest())


def is_sound(values: Sequence[object]) -> bool:
    """Whether a row of :data:`QUERY` is what was written."""
    return stored(values).is_sound


def write(connection: sqlite3.Connection, row: VersionRow, content: bytes) -> None:
    """Put a version into its table, in the place of one with the same number."""
    values = (
        *(row.number, row.draft_id, row.taken, row.day, row.reason, row.name, row.base, row.digest),
        *(int(row.is_damaged), seal(row, content), content),
    )
    tables.put(connection, "version", values)


def next_number(connection: sqlite3.Connection) -> int:
    """A number that no version has had."""
    return tables.next_number(connection, "version")


def of_draft(connection: sqlite3.Connection, draft_id: int) -> list[VersionRow]:
    """All versions of a draft, the oldest first, those that are left for others too."""
    found = connection.execute(f"{_LISTED} WHERE draft_id = ? ORDER BY id", (draft_id,)).fetchall()
    return [_row(values) for values in found]


def newest(connection: sqlite3.Connection, draft_id: int) -> VersionRow | None:
    """The version taken last; None: there is none."""
    query = f"{_LISTED} WHERE draft_id = ? ORDER BY id DESC LIMIT 1"
    found = connection.execute(query, (draft_id,)).fetchone()
    return None if found is None else _row(found)


def read(connection: sqlite3.Connection, number: int) -> StoredVersion | None:
    """Give a version with its content; None: there is none with this number."""
    found = connection.execute(QUERY, (number,)).fetchone()
    return None if found is None else stored(found)


def stored(values: Sequence[object]) -> StoredVersion:
    """Give a row of :data:`QUERY`."""
    content = values[10]
    return StoredVersion(_row(values[:9]), content if isinstance(content, bytes) else b"", str(values[9]))


def delete(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Delete these versions."""
    connection.executemany("DELETE FROM version WHERE id = ?", [(number,) for number in numbers])


def mark_damaged(connection: sqlite3.Connection, number: int) -> int:
    """Note that a version, and with it those written as its changes, cannot be read; how many were sound."""
    query = "UPDATE version SET damaged = 1 WHERE damaged = 0 AND (id = ?1 OR base = ?1)"
    return connection.execute(query, (number,)).rowcount


def carved(number: int, values: Sequence[object]) -> StoredVersion | None:
    """Take a row found in a damaged file for a version, where it is one and sound."""
    if len(values) != COLUMNS or not isinstance(values[10], bytes) or not isinstance(values[1], int):
        return None
    found = stored((number, *values[1:8], 0, *values[9:]))
    return found if found.is_sound else None


def _row(values: Sequence[object]) -> VersionRow:
    number, draft_id, taken, day, reason, name, base, digest, damaged = values
    return VersionRow(
        _whole(number),
        _whole(draft_id),
        str(taken),
        _whole(day),
        str(reason),
        None if name is None else str(name),
        None if base is None else _whole(base),
        str(digest),
        damaged != 0,
    )


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
