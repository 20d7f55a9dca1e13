"""The database rows of files that went out, each with a checksum: the report as it was, and the very bytes.

What is listed stands before the contents, so that listing reads no overflow pages.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b

from danvan_desktop.frozen import frozen
from danvan_desktop.store.rows import tables
from danvan_desktop.store.rows.contents import checksum

LISTED = "SELECT id, draft_id, code, report_id, round, moment, program, checksum FROM sent"
QUERY = LISTED.replace(" FROM ", ", report, docx FROM ")
_COLUMNS = 10


@frozen
class SentRow:
    """What is known of a file that went out without reading it."""

    number: int
    draft_id: int
    code: str
    """That of the export, which the file bears too; "" of a state that never went out."""
    report_id: str
    round: int | None
    """Lấy ý kiến lần thứ mấy."""
    moment: str
    program: str
    """The release that wrote it."""


@frozen
class StoredSentFile:
    """A row with its contents."""

    row: SentRow
    report: bytes
    """As :func:`~danvan_desktop.store.history.packing.pack` writes it."""
    docx: bytes
    checksum: str

    @property
    def is_sound(self) -> bool:
        """Whether it is what was written."""
        return self.checksum == seal(self.row, self.report, self.docx)


def seal(row: SentRow, report: bytes, docx: bytes) -> str:
    """Give the checksum of a row."""
    return checksum(*_values(row), *(blake2b(each, digest_size=16).hexdigest() for each in (report, docx)))


def write(connection: sqlite3.Connection, row: SentRow, report: bytes, docx: bytes) -> None:
    """Put a file into its table, in the place of one with the same number."""
    values = (*_values(row), seal(row, report, docx), report, docx)
    tables.put(connection, "sent", values)


def next_number(connection: sqlite3.Connection) -> int:
    """A number that no such file has had: what came back speaks of it."""
    return tables.next_number(connection, "sent")


def of_draft(connection: sqlite3.Connection, draft_id: int) -> list[SentRow]:
    """The files of a draft that went out, the newest first."""
    found = connection.execute(f"{LISTED} WHERE draft_id = ? ORDER BY id DESC", (draft_id,)).fetchall()
    return [_row(values) for values in found]


def of_code(connection: sqlite3.Connection, code: str) -> list[SentRow]:
    """The files with this code, the newest first."""
    found = connection.execute(f"{LISTED} WHERE code = ? ORDER BY id DESC", (code,)).fetchall()
    return [_row(values) for values in found]


def read(connection: sqlite3.Connection, number: int) -> StoredSentFile | None:
    """Give a file with its contents; None: there is none with this number."""
    found = connection.execute(f"{QUERY} WHERE id = ?", (number,)).fetchone()
    return None if found is None else _stored(found)


def carved(number: int, values: Sequence[object]) -> StoredSentFile | None:
    """Take a row found in a damaged file for one of these, where it is one and sound."""
    if len(values) != _COLUMNS or not isinstance(values[2], str) or not isinstance(values[8], bytes):
        return None
    found = _stored((number, *values[1:]))
    return found if found.is_sound else None


def moment_of(row: SentRow) -> datetime | None:
    """When it went out; None where the row is damaged."""
    try:
        return datetime.fromisoformat(row.moment).astimezone()
    except (ValueError, OverflowError):
        return None


def _values(row: SentRow) -> tuple[object, ...]:
    return (row.number, row.draft_id, row.code, row.report_id, row.round, row.moment, row.program)


def _row(values: Sequence[object]) -> SentRow:
    number, draft_id, code, report_id, round_, moment, program = values[:7]
    return SentRow(
        number if isinstance(number, int) else 0,
        draft_id if isinstance(draft_id, int) else 0,
        str(code),
        str(report_id),
        round_ if isinstance(round_, int) else None,
        str(moment),
        str(program),
    )


def _stored(values: Sequence[object]) -> StoredSentFile:
    report, docx = (each if isinstance(each, bytes) else b"" for each in values[8:])
    return StoredSentFile(_row(values), report, docx, str(values[7]))
