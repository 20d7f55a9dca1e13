"""The content of stored reports: whole copies, the changes since, and their checksums.

A report is written whole when it is opened and changed for the first time, and when it is closed; in between
autosave writes only what changed since (``change``), a few kilobytes of a report of megabytes. Each row says
by its checksum whether it is what was written. No peewee here: the start reads a report before it is loaded.
"""

import contextlib
import json
import sqlite3
from _blake2 import blake2b  # hashlib has the same, and would load four others before the first text
from collections.abc import Mapping

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.codec.changes import with_changes
from danvan_desktop.report.codec.danvan_file import from_json
from danvan_desktop.report.model import Report

PAGE_BYTES = 4096
"""Of SQLite's pages unless a file says otherwise."""
CONTENT = "SELECT draft_id, revision, entry, report, checksum FROM content WHERE draft_id = ?"
CHANGE = "SELECT draft_id, base, revision, place, changes, checksum FROM change WHERE draft_id = ?"
"""The rows of one draft, each with its checksum last."""
_LEAST_LOCAL = 2100
"""A row of which so many bytes lie in its leaf page shares that page with no other row of its table."""
_MARGIN = 24
"""What the header of a row may take more or less than was reckoned with."""


class DamagedReportError(UserError):
    """What is stored of a report is not what was written."""


@frozen
class StoredContent:
    """A report as it is stored, with what else is known of it by its row alone."""

    report: Report
    place: str
    """Where the cursor stood."""
    revision: int
    """Counts the saves of this draft."""
    base: int
    """The revision of the whole copy; that of ``report`` itself where nothing was changed since."""


def checksum(*parts: object) -> str:
    """Give the checksum of a row with these values: 128 bits of BLAKE2b in hexadecimal digits."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(str(part).encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def padding(entry: str, report: str, page: int = PAGE_BYTES) -> bytes:
    """Zero bytes that make a row of ``content`` the only one in its leaf page.

    So a lost page of the file costs one report, whichever it is. How much of a row lies in the leaf page and
    how much in overflow pages follows from its length (SQLite's file format, 1.6).
    """
    length = len(entry.encode()) + len(report.encode("utf-8", "surrogatepass")) + 56
    for number in range(0, page, page // 16):
        near = (length + number + off for off in (-_MARGIN, 0, _MARGIN))
        if all(_local_bytes(each, page) >= _LEAST_LOCAL * page // PAGE_BYTES for each in near):
            return bytes(number)
    raise AssertionError("no length of padding fits")  # pragma: no cover - one of sixteen always does


def _local_bytes(payload: int, page: int) -> int:
    if payload <= page - 35:
        return payload
    least = (page - 12) * 32 // 255 - 23
    local = least + (payload - least) % (page - 4)
    return local if local <= page - 35 else least


def entry_text(entry: Mapping[str, str | None]) -> str:
    """Write what the list knows of a report and its text does not: name, created, deleted, place."""
    return json.dumps(dict(entry), ensure_ascii=False)


def write_whole(
    connection: sqlite3.Connection, draft_id: int, revision: int, entry: str, report: str
) -> None:
    """Put a whole copy in the place of what is stored of this draft."""
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    sealed = checksum(draft_id, revision, entry, report)
    row = (draft_id, revision, entry, report, sealed, padding(entry, report, page))
    connection.execute("INSERT OR REPLACE INTO content VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute("DELETE FROM change WHERE draft_id = ?", (draft_id,))


def write_changes(
    connection: sqlite3.Connection, draft_id: int, base: int, revision: int, place: str, changes: str
) -> None:
    """Put what changed since the whole copy of revision ``base`` in the place of the changes before."""
    sealed = checksum(draft_id, base, revision, place, changes)
    row = (draft_id, base, revision, place, changes, sealed)
    connection.execute("INSERT OR REPLACE INTO change VALUES (?, ?, ?, ?, ?, ?)", row)


def write_entry(connection: sqlite3.Connection, draft_id: int, entry: str) -> None:
    """Change what the list knows of this draft; a row that is damaged stays so."""
    row = connection.execute(CONTENT, (draft_id,)).fetchone()
    if row is not None and is_sound(row):
        _, revision, _, report, _ = row
        changed = connection.execute(CHANGE, (draft_id,)).fetchone()
        write_whole(connection, draft_id, revision, entry, report)
        if changed is not None:
            connection.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)", changed)


def entry(connection: sqlite3.Connection, draft_id: int) -> dict[str, str | None]:
    """Give what the row of the content says that only the list knows; empty where it is gone."""
    row = connection.execute(CONTENT, (draft_id,)).fetchone()
    return json.loads(row[2]) if row is not None and is_sound(row) else {}


def base(connection: sqlite3.Connection, draft_id: int) -> int | None:
    """The revision of the whole copy."""
    row = connection.execute("SELECT revision FROM content WHERE draft_id = ?", (draft_id,)).fetchone()
    return None if row is None else int(row[0])


def newest_revision(connection: sqlite3.Connection, draft_id: int) -> int:
    """The revision of the newest save; 0 where there is none."""
    query = (
        "SELECT max(revision) FROM (SELECT revision FROM content WHERE draft_id = ?1 "
        "UNION ALL SELECT revision FROM change WHERE draft_id = ?1)"
    )
    return connection.execute(query, (draft_id,)).fetchone()[0] or 0


def texts(connection: sqlite3.Connection, draft_id: int) -> list[str]:
    """All texts that are stored of this draft, sound or not, as far as SQLite gives them out."""
    found = []
    for query in (
        "SELECT changes FROM change WHERE draft_id = ?",
        "SELECT report FROM content WHERE draft_id = ?",
    ):
        with contextlib.suppress(sqlite3.DatabaseError):
            found += [str(row[0]) for row in connection.execute(query, (draft_id,))]
    return found


def delete(connection: sqlite3.Connection, draft_id: int) -> None:
    """Delete what is stored of this draft, its history and its correspondence too."""
    query = "DELETE FROM received_file WHERE id IN (SELECT id FROM received WHERE draft_id = ?)"
    connection.execute(query, (draft_id,))
    for table in ("content", "change", "search", "version", "exported", "sent", "received", "contribution"):
        connection.execute(f"DELETE FROM {table} WHERE draft_id = ?", (draft_id,))  # noqa: S608 - our names


def read(connection: sqlite3.Connection, draft_id: int) -> StoredContent | None:
    """Give what is stored of this draft; None where nothing is.

    Raises:
        DamagedReportError: a checksum is wrong, or the newest save is not there.
        UserError: a newer release wrote it.
    """
    whole = connection.execute(CONTENT, (draft_id,)).fetchone()
    if whole is None:
        return None
    stored = content_of(whole, connection.execute(CHANGE, (draft_id,)).fetchone())
    listed = connection.execute("SELECT newest FROM draft WHERE id = ?", (draft_id,)).fetchone()
    if listed is not None and stored.revision < marked_revision(draft_id, listed[0]):
        raise _damaged()  # of what changed since the whole copy nothing is left
    return stored


def newest_mark(draft_id: int, revision: int) -> str:
    """Write for the list which save was the newest."""
    return f"{revision} {checksum(draft_id, revision)}"


def marked_revision(draft_id: int, mark: object) -> int:
    """Read what :func:`newest_mark` wrote; 0 where that is damaged or was never written."""
    revision, _, _ = str(mark).partition(" ")
    return (
        int(revision)
        if revision.isdecimal() and len(revision) < 19 and mark == newest_mark(draft_id, int(revision))
        else 0
    )


def content_of(whole: tuple[object, ...], changed: tuple[object, ...] | None) -> StoredContent:
    """Put together a row of ``content``, without its padding, and the row of ``change`` that may go with it.

    Raises:
        DamagedReportError, UserError: as :func:`read`.
    """
    check(whole)
    _, revision, entry, text, _ = whole
    if changed is not None:
        check(changed)
    if changed is None or changed[1] != revision:  # those of an earlier copy are settled in this one
        place = json.loads(str(entry)).get("place") or ""
        return StoredContent(from_json(str(text)), place, int(str(revision)), int(str(revision)))
    _, base, newest, place, changes, _ = changed
    report = with_changes(str(text), str(changes))
    return StoredContent(report, str(place), int(str(newest)), int(str(base)))


def check(row: tuple[object, ...]) -> None:
    """Refuse a row whose last value is not the checksum of those before it.

    Raises:
        DamagedReportError: it is not.
    """
    if not is_sound(row):
        raise _damaged()


def _damaged() -> DamagedReportError:
    return DamagedReportError(
        "Báo cáo này bị hỏng trong tệp dữ liệu: nội dung đọc ra không đúng như lúc lưu. "
        "Hãy mở phần đọc được của báo cáo, hoặc lấy lại từ bản sao (menu Tệp, mục Sao lưu và khôi phục…), "
        "tệp đã xuất."
    )


def is_sound(row: tuple[object, ...]) -> bool:
    """Whether the last value is the checksum of those before it."""
    return checksum(*row[:-1]) == row[-1]
