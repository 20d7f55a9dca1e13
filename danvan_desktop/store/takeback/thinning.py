"""How much is kept of what went out and came back: of one draft no more than a year of its history takes.

Beyond that the oldest go: files that came back and are decided, and files that went out which nothing that
came back needs any more.
"""

import sqlite3

from danvan_desktop.store.takeback import received_rows

MOST_BYTES = 10 * 1000 * 1000
"""Of one draft."""
ALWAYS = 8
"""So many of the newest of each kind stay however large they are."""

_SENT = "SELECT id, length(report) + length(docx) FROM sent WHERE draft_id = ? ORDER BY id DESC"
_ASKED = "SELECT sent FROM contribution WHERE draft_id = ?"
"""A department may write its part late, and again."""
_RECEIVED = (
    "SELECT received.id, length(content), sent, undecided FROM received JOIN received_file "
    "ON received_file.id = received.id WHERE draft_id = ? ORDER BY received.id DESC"
)


def thin(connection: sqlite3.Connection, draft_id: int) -> None:
    """Let go what is too much of a draft."""
    received = connection.execute(_RECEIVED, (draft_id,)).fetchall()
    sent = connection.execute(_SENT, (draft_id,)).fetchall()
    size = sum(row[1] for row in (*received, *sent))
    needed = {number for (number,) in connection.execute(_ASKED, (draft_id,))}
    for place, (number, length, base, undecided) in reversed(list(enumerate(received))):
        if size > MOST_BYTES and place >= ALWAYS and undecided == 0:
            received_rows.delete(connection, number)
            size -= length
        else:
            needed.add(base)
    for place, (number, length) in reversed(list(enumerate(sent))):
        if size > MOST_BYTES and place >= ALWAYS and number not in needed:
            connection.execute("DELETE FROM sent WHERE id = ?", (number,))
            size -= length
