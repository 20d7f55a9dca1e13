"""Exported files: of which version each is, where it was written, and whether it is still as it was."""

import hashlib
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.store.rows.contents import checksum as checksum_of
from danvan_desktop.store.rows.contents import is_sound

FileState = Literal["as exported", "changed", "absent"]
_COLUMNS = 7


@frozen
class ExportedFile:
    """A file as it was right after it was written."""

    version: int
    moment: datetime
    path: Path
    sha256: str

    def state(self) -> FileState:
        """Look whether the file is still there and still the same; reads it whole."""
        try:
            return "as exported" if sha256_of(self.path) == self.sha256 else "changed"
        except OSError:
            return "absent"


def sha256_of(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(
    connection: sqlite3.Connection, draft_id: int, version: int, moment: str, files: Sequence[tuple[str, str]]
) -> None:
    """Keep paths and sums of the files exported of ``version``."""
    for path, sha256 in files:
        highest = connection.execute("SELECT max(id) FROM exported").fetchone()[0]
        values = ((highest or 0) + 1, draft_id, version, moment, path, sha256)
        connection.execute(
            "INSERT INTO exported VALUES (?, ?, ?, ?, ?, ?, ?)", (*values, checksum_of(*values))
        )


def of_draft(connection: sqlite3.Connection, draft_id: int) -> list[ExportedFile]:
    """The files exported of a draft, the newest first; damaged rows are passed over."""
    query = (
        "SELECT id, draft_id, version, moment, path, sha256, checksum FROM exported "
        "WHERE draft_id = ? ORDER BY id DESC"
    )
    rows = connection.execute(query, (draft_id,)).fetchall()
    return [
        ExportedFile(version, datetime.fromisoformat(moment), Path(path), sha256)
        for _, _, version, moment, path, sha256, _ in filter(is_sound, rows)
    ]


def carved(number: int, values: Sequence[object]) -> tuple[object, ...] | None:
    """Take a row found in a damaged file for one of these, where it is one and sound."""
    if len(values) != _COLUMNS or not isinstance(values[4], str):
        return None
    row = (number, *values[1:])
    return row if is_sound(row) else None


def put_back(connection: sqlite3.Connection, row: tuple[object, ...]) -> None:
    """Write a row that :func:`carved` gave."""
    connection.execute("INSERT OR REPLACE INTO exported VALUES (?, ?, ?, ?, ?, ?, ?)", row)
