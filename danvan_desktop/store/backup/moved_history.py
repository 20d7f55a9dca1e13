"""The history of reports that come from another PC: versions, sums of exported files, correspondence."""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from danvan_desktop.store.connection.reading import open_to_read
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.history import exported_files, version_rows
from danvan_desktop.store.rows import purge
from danvan_desktop.store.rows.draft_rows import utc
from danvan_desktop.store.takeback import contribution_rows, received_rows, sent_rows

_SECONDS = 5.0


def take_history(store: Store, database: Path, places: Iterable[tuple[int, int]]) -> None:
    """Take the history of each report of ``database`` that ``places`` names, with the draft that has it here.

    A report that has a history here keeps that. A database of a release that kept none gives none.

    Raises:
        UserError: it cannot be written; each report has its history whole, or not at all.
    """
    with suppress(sqlite3.OperationalError), open_to_read(database, _SECONDS) as source:
        source.execute("SELECT count(*) FROM version").fetchone()
        for there, here in places:
            with store.file.transaction() as connection:
                if version_rows.newest(connection, here) is None:
                    _take(source, there, connection, here)


def _take(source: sqlite3.Connection, there: int, connection: sqlite3.Connection, here: int) -> None:
    """Copy what is sound; days of use are counted anew on each PC, so ages are moved with them."""
    days = purge.day_of_use(connection) - purge.day_of_use(source)
    numbers: dict[int, int] = {}
    for row in version_rows.of_draft(source, there):
        found = version_rows.read(source, row.number)
        base = None if row.base is None else numbers.get(row.base)
        if found is None or not found.is_sound or (row.base is not None and base is None):
            continue
        numbers[row.number] = version_rows.next_number(connection)
        moved = replace(row, number=numbers[row.number], draft_id=here, base=base, day=row.day + days)
        version_rows.write(connection, moved, found.content)
    for file in reversed(exported_files.of_draft(source, there)):
        if file.version in numbers:
            sums = [(str(file.path), file.sha256)]
            exported_files.write(connection, here, numbers[file.version], utc(file.moment), sums)
    if _has(source, "received_file"):
        _take_correspondence(source, there, connection, here)


def _take_correspondence(
    source: sqlite3.Connection, there: int, connection: sqlite3.Connection, here: int
) -> None:
    """Copy what is sound of the files that went out and came back."""
    numbers: dict[int | None, int] = {}
    for sent in reversed(sent_rows.of_draft(source, there)):
        found = sent_rows.read(source, sent.number)
        if found is not None and found.is_sound:
            numbers[sent.number] = sent_rows.next_number(connection)
            moved_sent = replace(sent, number=numbers[sent.number], draft_id=here)
            sent_rows.write(connection, moved_sent, found.report, found.docx)
    for row in reversed(received_rows.of_draft(source, there)):
        content = received_rows.content(source, row.number)
        if content is not None:
            number = received_rows.next_number(connection)
            received_rows.write_content(connection, number, content)
            moved = replace(row, number=number, draft_id=here, sent=numbers.get(row.sent))
            received_rows.write(connection, moved)
    for asked in contribution_rows.of_draft(source, there) if _has(source, "contribution") else ():
        if asked.sent in numbers:
            number = contribution_rows.next_number(connection)
            moved_asked = replace(asked, number=number, draft_id=here, sent=numbers[asked.sent])
            contribution_rows.write(connection, moved_asked)


def _has(source: sqlite3.Connection, table: str) -> bool:
    return source.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None
