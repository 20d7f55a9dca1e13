"""The database rows of parts that were sent to departments to write, each with a checksum.

Whether a department has answered follows from what came back: a received file that was compared with the
file of its part.
"""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

from danvan_desktop.frozen import frozen
from danvan_desktop.store.rows import draft_rows, tables
from danvan_desktop.store.rows.contents import checksum, is_sound

QUERY = (
    "SELECT id, draft_id, sent, moment, department, due, instruction, portions, settled, checksum "
    "FROM contribution"
)
_COLUMNS = 10
_ANSWERED = "SELECT DISTINCT sent FROM received WHERE draft_id = ?"


@frozen
class ContributionRow:
    """A part that was sent to a department."""

    number: int
    draft_id: int
    sent: int
    """The number of the file that went out."""
    moment: str
    """When it went out."""
    department: str
    due: str
    """Until when it is to come back: "2025-12-05", "" for no day."""
    instruction: str
    portions: str
    """JSON: ``ids``, all that the part holds, and ``name``, what it is called."""
    settled: str = ""
    """When the user noted that nothing is awaited any more; "" while something is."""

    @property
    def due_on(self) -> date | None:
        """The day until which it is to come back."""
        try:
            return date.fromisoformat(self.due)
        except ValueError:
            return None

    @property
    def sent_on(self) -> datetime | None:
        """When it went out; None where the row does not say."""
        try:
            return datetime.fromisoformat(self.moment).astimezone()
        except (ValueError, OverflowError):
            return None

    @property
    def ids(self) -> frozenset[int]:
        """The ids of all that the part holds."""
        found = _said(self.portions).get("ids", ())
        return (
            frozenset(each for each in found if isinstance(each, int))
            if isinstance(found, list)
            else frozenset()
        )

    @property
    def name(self) -> str:
        """What the part is called."""
        return str(_said(self.portions).get("name", ""))


def portions_of(ids: frozenset[int], name: str) -> dict[str, object]:
    """Give what a part holds, and what it is called, as its row keeps it."""
    return {"ids": sorted(ids), "name": name}


def write(connection: sqlite3.Connection, row: ContributionRow) -> None:
    """Put a row into its table, in the place of one with the same number; the list of drafts follows."""
    values = _values(row)
    tables.put(connection, "contribution", (*values, checksum(*values)))
    count_waiting(connection, row.draft_id)


def count_waiting(connection: sqlite3.Connection, draft_id: int) -> None:
    """Let the list of drafts say how many parts are awaited, and the first day on which one is due."""
    waiting = awaited(connection, draft_id)
    draft_rows.update_if_there(
        connection,
        draft_id,
        waiting=len(waiting),
        waiting_due=min((row.due for row in waiting if row.due_on is not None), default=""),
    )


def awaited(connection: sqlite3.Connection, draft_id: int) -> list[ContributionRow]:
    """Give the parts that nobody has sent back, and that are still waited for."""
    answered = {sent for (sent,) in connection.execute(_ANSWERED, (draft_id,))}
    rows = of_draft(connection, draft_id)
    return [row for row in rows if not row.settled and row.sent not in answered]


def next_number(connection: sqlite3.Connection) -> int:
    """A number that no such row has had."""
    return tables.next_number(connection, "contribution")


def of_draft(connection: sqlite3.Connection, draft_id: int) -> list[ContributionRow]:
    """What was sent to departments of a draft, the oldest first; damaged rows are passed over."""
    found = connection.execute(f"{QUERY} WHERE draft_id = ? ORDER BY id", (draft_id,)).fetchall()
    return [_row(values) for values in filter(is_sound, found)]


def read(connection: sqlite3.Connection, number: int) -> ContributionRow | None:
    """Give a row; None: there is none with this number, or it is damaged."""
    found = connection.execute(f"{QUERY} WHERE id = ?", (number,)).fetchone()
    return None if found is None or not is_sound(found) else _row(found)


def of_sent(connection: sqlite3.Connection, sent: int) -> ContributionRow | None:
    """Give the part that went out as that file; None: it was no part."""
    found = connection.execute(f"{QUERY} WHERE sent = ?", (sent,)).fetchone()
    return None if found is None or not is_sound(found) else _row(found)


def carved(number: int, values: Sequence[object]) -> ContributionRow | None:
    """Take a row found in a damaged file for one of these, where it is one and sound."""
    if (
        len(values) != _COLUMNS
        or not isinstance(values[1], int)
        or not is_sound(row := (number, *values[1:]))
    ):
        return None
    return _row(row)


def _said(text: str) -> dict[str, object]:
    found = json.loads(text)
    return found if isinstance(found, dict) else {}


def _values(row: ContributionRow) -> tuple[object, ...]:
    return (
        *(row.number, row.draft_id, row.sent, row.moment, row.department),
        *(row.due, row.instruction, row.portions, row.settled),
    )


def _row(values: Sequence[object]) -> ContributionRow:
    """Make one of a row that is sound."""
    number, draft_id, sent, *texts = values[: _COLUMNS - 1]
    return ContributionRow(int(str(number)), int(str(draft_id)), int(str(sent)), *map(str, texts))
