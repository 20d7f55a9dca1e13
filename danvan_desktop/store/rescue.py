"""Recovery of reports from a damaged database: whole reports only, out of a copy."""

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.danvan_file import from_json

Row = dict[str, Any]

_LONGEST = 1 << 30
_MOST = 100_000


def rescued(damaged: Path, companions: tuple[str, ...]) -> tuple[Row, ...]:
    """Return the rows of ``draft`` that are whole; ``damaged`` itself is left byte for byte as it is."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / damaged.name
        for companion in companions:
            part = damaged.with_name(damaged.name + companion)
            if part.exists():
                shutil.copyfile(part, copy.with_name(copy.name + companion))
        _lengthen(copy)
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            connection.row_factory = sqlite3.Row
            return tuple(row for row in _readable(connection) if _is_whole(row))


def _lengthen(copy: Path) -> None:
    """Give a file that was cut its length again: SQLite reads nothing of a file shorter than it says."""
    with copy.open("r+b") as file:
        head = file.read(32)
        page, pages = int.from_bytes(head[16:18]), int.from_bytes(head[28:32])
        wanted = (65536 if page == 1 else page) * pages
        if file.seek(0, os.SEEK_END) < wanted <= _LONGEST:
            file.truncate(wanted)


def _readable(connection: sqlite3.Connection) -> Iterator[Row]:
    """Ask for every report by its number: damage to one says nothing of the next."""
    for number in range(1, min(_highest(connection), _MOST) + 1):
        with contextlib.suppress(sqlite3.DatabaseError):
            yield from map(dict, connection.execute("SELECT * FROM draft WHERE id = ?", (number,)))


def _highest(connection: sqlite3.Connection) -> int:
    for question in ("SELECT seq FROM sqlite_sequence WHERE name = 'draft'", "SELECT max(id) FROM draft"):
        with contextlib.suppress(sqlite3.DatabaseError):
            for row in connection.execute(question):
                if isinstance(row[0], int):
                    return row[0]
    return 0


def _is_whole(row: Row) -> bool:
    try:
        from_json(row["content"])
    except (KeyError, TypeError, AttributeError, UserError):
        return False
    return all(
        isinstance(row.get(name), str) for name in ("subject", "state", "created", "modified", "folded")
    )
