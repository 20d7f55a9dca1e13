"""The database tables of offices ("Cơ quan và người ký"): each row twice, with a checksum."""

import json
import sqlite3
from collections.abc import Sequence

from danvan_desktop.report.codec.decode import Misfit, canonical, decode
from danvan_desktop.report.codec.encode import encode
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.rows.contents import checksum, is_sound

_TABLES = ("office", "office_copy")


def read(connection: sqlite3.Connection) -> tuple[Office, ...]:
    """Give the offices in their order; one that this release cannot read is passed over, not lost."""
    return tuple(filter(None, map(_office, _contents(connection))))


def write_rows(connection: sqlite3.Connection, kept: Sequence[Office]) -> None:
    """Put ``kept`` in the place of all that could be read."""
    strange = [content for content in _contents(connection) if _office(content) is None]
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names, here and below
        for position, content in enumerate([*(canonical(encode(office)) for office in kept), *strange]):
            row = (position, content, checksum(position, content))
            connection.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", row)  # noqa: S608


def _contents(connection: sqlite3.Connection) -> list[str]:
    """What is stored at each position, from the row that is sound; from the first where none is."""
    found: dict[int, str] = {}
    for table in reversed(_TABLES):
        found.update(
            {row[0]: row[1] for row in _rows(connection, table) if row[0] not in found or is_sound(row)}
        )
    return [found[position] for position in sorted(found)]


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[int, str, str]]:
    query = f"SELECT position, content, checksum FROM {table} ORDER BY position"  # noqa: S608
    return connection.execute(query).fetchall()


def _office(content: str) -> Office | None:
    try:
        return decode(Office, json.loads(content))
    except (Misfit, ValueError):
        return None
