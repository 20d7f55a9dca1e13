"""Whether a copy of the database is what was written: its structure, and each report by its checksum."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from danvan_desktop.frozen import frozen
from danvan_desktop.store.backup.share import Tell, told_by_asking, untold
from danvan_desktop.store.connection.reading import open_to_read
from danvan_desktop.store.history import version_rows
from danvan_desktop.store.rows import contents
from danvan_desktop.store.rows.contents import checksum
from danvan_desktop.store.rows.in_pieces import next_rows

IsWanted = Callable[[], bool]
Row = tuple[Any, ...]

_AT_ONCE = 10
"""Reports read at once: a few milliseconds of a slow PC."""
_PAUSE_SECONDS = 0.001
_SECONDS = 5.0
_COUNTED_OTHERWISE = ("draft", "content", "change", "search", "remembered", "sqlite_sequence")


class UnsoundCopyError(Exception):
    """What was written is no sound database, or holds less than what was copied."""


class NotWantedError(Exception):
    """Whoever asked does not want it any more: the program is being closed."""


@frozen
class CopyState:
    """What a sound copy holds."""

    reports: int
    """Those in "Đã xóa" too."""
    damaged: int
    """Reports that were damaged when they were copied, and versions that were not known to be."""
    mark: str
    """The same for two databases with the same reports in the same state, see :func:`mark_of`."""


def state_of(path: Path, is_wanted: IsWanted = lambda: True, tell: Tell = untold) -> CopyState:
    """Read all of the copy at ``path``; ``tell`` hears how much of it was read.

    Raises:
        UnsoundCopyError: it is none.
        NotWantedError: ``is_wanted`` said no meanwhile.
    """
    try:
        with open_to_read(path, _SECONDS) as connection:
            connection.set_progress_handler(lambda: int(not is_wanted()), 10_000)
            found = connection.execute("PRAGMA quick_check(1)").fetchone()
            if found != ("ok",):
                raise UnsoundCopyError(f"{path}: {found}")
            asked = told_by_asking(is_wanted, tell, _pieces(connection))
            damaged = {
                draft_id
                for query in (contents.CONTENT, contents.CHANGE)
                for draft_id in _damaged(connection, query, "draft_id", contents.is_sound, asked)
            }
            versions = _damaged(connection, version_rows.UNDAMAGED, "id", version_rows.is_sound, asked)
            (reports,) = connection.execute("SELECT count(*) FROM draft").fetchone()
            return CopyState(reports, len(damaged) + len(versions), mark_of(connection))
    except sqlite3.Error as error:
        if not is_wanted():
            raise NotWantedError from error
        raise UnsoundCopyError(f"{path}: {error}") from error


def mark_of(connection: sqlite3.Connection) -> str:
    """Give a checksum of what the list says of the reports, and of all else that is stored.

    When a report was opened last is not among it. The reports need not be read: each row of the list names
    the newest save.
    """
    drafts = connection.execute("SELECT id, name, deleted, newest FROM draft ORDER BY id").fetchall()
    offices = connection.execute("SELECT content FROM office ORDER BY position").fetchall()
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    counts = [
        (name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone())  # noqa: S608 - of our schema
        for (name,) in tables
        if name not in _COUNTED_OTHERWISE
    ]
    if "received" in {name for (name,) in tables}:  # a decision may change no report
        counts += connection.execute("SELECT id, checksum FROM received ORDER BY id").fetchall()
    return checksum(drafts, offices, counts)


def _pieces(connection: sqlite3.Connection) -> int:
    """In how many pieces the contents are read."""
    queries = (
        next_rows(contents.CONTENT, "draft_id", -1),
        next_rows(contents.CHANGE, "draft_id", -1),
        next_rows(version_rows.UNDAMAGED, "id", -1),
    )
    counts = [
        connection.execute(f"SELECT count(*) FROM ({query})", (0,)).fetchone()[0]  # noqa: S608 - our own
        for query in queries
    ]
    return sum(-(-count // _AT_ONCE) for count in counts)


def _damaged(
    connection: sqlite3.Connection,
    query: str,
    key: str,
    is_sound: Callable[[Row], bool],
    is_wanted: IsWanted,
) -> list[int]:
    """The keys of the rows whose checksum is wrong."""
    query = next_rows(query, key, _AT_ONCE)
    found: list[int] = []
    last = 0
    while rows := connection.execute(query, (last,)).fetchall():
        if not is_wanted():
            raise NotWantedError
        found += [row[0] for row in rows if not is_sound(row)]
        last = rows[-1][0]
        time.sleep(_PAUSE_SECONDS)  # whoever types has the processor
    return found
