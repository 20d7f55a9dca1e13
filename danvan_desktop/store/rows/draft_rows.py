"""Rows of a draft in the tables of the list, the contents and the search, from one report."""

import sqlite3
from datetime import UTC, datetime
from typing import Any

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.codec.danvan_file import to_one_line
from danvan_desktop.report.model import Report
from danvan_desktop.store.rows import contents
from danvan_desktop.store.rows.draft_list_values import column_values
from danvan_desktop.store.rows.search import folded_text


@frozen
class Entry:
    """What the list knows of a draft and its report does not say. Moments are in the form of :func:`utc`."""

    created: str
    name: str | None = None
    deleted: str | None = None
    place: str = ""

    def text(self) -> str:
        """Write it for the row of the content."""
        return contents.entry_text(
            {"name": self.name, "created": self.created, "deleted": self.deleted, "place": self.place}
        )


def utc(moment: datetime) -> str:
    """One form for all, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def list_values(report: Report, entry: Entry) -> dict[str, Any]:
    """Give the columns of the list that follow from ``report`` and ``entry``."""
    return {
        "name": entry.name,
        "created": entry.created,
        "deleted": entry.deleted,
        "place": entry.place,
        "subject": report.subject,
        "year": report.year,
        "state": report.state,
        "modified": utc(report.modified),
        "damaged": 0,
        **column_values(report),
    }


def write_whole(
    connection: sqlite3.Connection, draft_id: int, revision: int, entry: Entry, report: Report
) -> None:
    """Put ``report`` in the place of what is stored of the draft, in all tables."""
    contents.write_whole(connection, draft_id, revision, entry.text(), to_one_line(report))
    folded = folded_text(report, entry.name)
    connection.execute("INSERT OR REPLACE INTO search VALUES (?, ?)", (draft_id, folded))
    values = list_values(report, entry) | {"newest": contents.newest_mark(draft_id, revision)}
    columns = ", ".join(values)
    updates = ", ".join(f"{name} = excluded.{name}" for name in values)
    places = ", ".join("?" * (len(values) + 1))
    connection.execute(
        f"INSERT INTO draft (id, {columns}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}",  # noqa: S608
        (draft_id, *values.values()),
    )


def read_entry(connection: sqlite3.Connection, draft_id: int) -> Entry:
    """Give what the list knows of a draft.

    Raises:
        UserError: it is gone.
    """
    query = "SELECT created, name, deleted, place FROM draft WHERE id = ?"
    row = connection.execute(query, (draft_id,)).fetchone()
    if row is None:
        raise gone()
    return Entry(*row)


def update_if_there(connection: sqlite3.Connection, draft_id: int, **values: str | int | None) -> bool:
    """Change columns of the list; whether the draft is there."""
    columns = ", ".join(f"{name} = ?" for name in values)
    done = connection.execute(
        f"UPDATE draft SET {columns} WHERE id = ?",  # noqa: S608 - our own names
        (*values.values(), draft_id),
    )
    return done.rowcount > 0


def update(connection: sqlite3.Connection, draft_id: int, **values: str | int | None) -> None:
    """Change columns of the list.

    Raises:
        UserError: the draft is gone.
    """
    if not update_if_there(connection, draft_id, **values):
        raise gone()


def free_number(connection: sqlite3.Connection) -> int:
    """Give a number that no draft has had: signed files and the window may still speak of a deleted one."""
    used = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'draft'").fetchone()
    highest = connection.execute("SELECT max(draft_id) FROM content").fetchone()[0]
    return max(used[0] if used else 0, highest or 0) + 1


def gone() -> UserError:
    """Say that there is no such draft any more."""
    return UserError("Báo cáo này không còn trong danh sách: hãy mở lại danh sách và chọn báo cáo khác.")
