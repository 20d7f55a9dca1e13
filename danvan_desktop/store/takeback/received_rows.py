"""The database rows of files that came back, and of what was decided about them, each with a checksum.

The file itself stands in a table of its own: a decision must not write it anew.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import blake2b

from danvan_desktop.frozen import frozen
from danvan_desktop.store.rows import draft_rows, tables
from danvan_desktop.store.rows.contents import checksum, is_sound
from danvan_desktop.store.takeback import contribution_rows

QUERY = "SELECT id, draft_id, sent, moment, name, sha256, undecided, decisions, checksum FROM received"
CONTENT = "SELECT id, content, checksum FROM received_file"
_COLUMNS = 9
_CONTENT_COLUMNS = 3
_OPEN = ""
"""No change has this key: under it those that are open are kept with the decisions."""


@frozen
class ReceivedRow:
    """A file that came back."""

    number: int
    draft_id: int
    sent: int | None
    """The number of the file that it was compared with; None: nothing that went out was found."""
    moment: str
    name: str
    """The file's name when it was taken."""
    sha256: str
    undecided: int | None = None
    """How many of its changes are open; None: nobody has looked at them yet."""
    decisions: str = "{}"
    """JSON: what was decided, by the key of each change."""


@frozen
class Decided:
    """What was decided about the changes of a file that came back: saved together with the report."""

    number: int
    undecided: int
    decisions: Mapping[str, str]
    """The decision on each change, by its key."""
    open_keys: tuple[str, ...] = ()
    """The keys of the changes that are open, of those decided together one: others may have them too."""


def write(connection: sqlite3.Connection, row: ReceivedRow) -> None:
    """Put a row into its table, in the place of one with the same number; the list of drafts follows."""
    values = _values(row)
    tables.put(connection, "received", (*values, checksum(*values)))
    count_undecided(connection, row.draft_id)
    contribution_rows.count_waiting(connection, row.draft_id)


def write_content(connection: sqlite3.Connection, number: int, content: bytes) -> None:
    """Keep the file of a row."""
    values = (number, content, _seal(number, content))
    tables.put(connection, "received_file", values)


def decide(connection: sqlite3.Connection, decided: Decided) -> None:
    """Put these decisions in the place of those before; a row that is gone stays so."""
    row = read(connection, decided.number)
    if row is not None:
        said = json.dumps({**decided.decisions, _OPEN: decided.open_keys}, ensure_ascii=False)
        write(
            connection,
            ReceivedRow(
                *(row.number, row.draft_id, row.sent, row.moment, row.name, row.sha256),
                decided.undecided,
                said,
            ),
        )


def delete(connection: sqlite3.Connection, number: int) -> None:
    """Delete a row and its file."""
    row = read(connection, number)
    connection.execute("DELETE FROM received WHERE id = ?", (number,))
    connection.execute("DELETE FROM received_file WHERE id = ?", (number,))
    if row is not None:
        count_undecided(connection, row.draft_id)
        contribution_rows.count_waiting(connection, row.draft_id)


def count_undecided(connection: sqlite3.Connection, draft_id: int) -> None:
    """Let the list of drafts say how many changes are open; the same one in several files counts once."""
    rows = of_draft(connection, draft_id)
    known: set[tuple[int | None, str]] = set()
    count = 0
    for row in rows:
        keys = open_keys_of(row)
        count += max(0, (row.undecided or 0) - len(keys))
        known |= {(row.sent, key) for key in keys}
    draft_rows.update_if_there(connection, draft_id, undecided=count + len(known))


def next_number(connection: sqlite3.Connection) -> int:
    """A number that no such file has had."""
    return tables.next_number(connection, "received")


def of_draft(connection: sqlite3.Connection, draft_id: int) -> list[ReceivedRow]:
    """What came back for a draft, the newest first; damaged rows are passed over."""
    found = connection.execute(f"{QUERY} WHERE draft_id = ? ORDER BY id DESC", (draft_id,)).fetchall()
    return [_row(values) for values in filter(is_sound, found)]


def read(connection: sqlite3.Connection, number: int) -> ReceivedRow | None:
    """Give a row; None: there is none with this number, or it is damaged."""
    found = connection.execute(f"{QUERY} WHERE id = ?", (number,)).fetchone()
    return None if found is None or not is_sound(found) else _row(found)


def content(connection: sqlite3.Connection, number: int) -> bytes | None:
    """Give the file of a row; None: it is gone or damaged."""
    found = connection.execute(f"{CONTENT} WHERE id = ?", (number,)).fetchone()
    return None if found is None else _sound_content(found)


def decisions_of(row: ReceivedRow) -> dict[str, str]:
    """What was decided, by the key of each change."""
    return {key: str(value) for key, value in _said(row).items() if key != _OPEN}


def open_keys_of(row: ReceivedRow) -> tuple[str, ...]:
    """The keys of the changes that are open, as far as they are known."""
    found = _said(row).get(_OPEN)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _said(row: ReceivedRow) -> dict[str, object]:
    said = json.loads(row.decisions)
    return said if isinstance(said, dict) else {}


def moment_of(row: ReceivedRow) -> datetime:
    """When it came back."""
    return datetime.fromisoformat(row.moment).astimezone()


def carved(number: int, values: Sequence[object]) -> ReceivedRow | None:
    """Take a row found in a damaged file for one of these, where it is one and sound."""
    if len(values) != _COLUMNS or not is_sound(row := (number, *values[1:])):
        return None
    return _row(row)


def carved_content(number: int, values: Sequence[object]) -> bytes | None:
    """Take a row found in a damaged file for the file of one of these, where it is one and sound."""
    if len(values) != _CONTENT_COLUMNS or not isinstance(values[1], bytes):
        return None
    return _sound_content((number, *values[1:]))


def _sound_content(values: Sequence[object]) -> bytes | None:
    number, found, sealed = values
    if not isinstance(found, bytes) or sealed != _seal(number, found):
        return None
    return found


def _seal(number: object, found: bytes) -> str:
    return checksum(number, blake2b(found, digest_size=16).hexdigest())


def _values(row: ReceivedRow) -> tuple[object, ...]:
    return (
        *(row.number, row.draft_id, row.sent, row.moment, row.name, row.sha256),
        *(row.undecided, row.decisions),
    )


def _row(values: Sequence[object]) -> ReceivedRow:
    """Make one of a row that is sound."""
    number, draft_id, sent, moment, name, sha256, undecided, decisions = values[:8]
    return ReceivedRow(
        int(str(number)),
        int(str(draft_id)),
        sent if isinstance(sent, int) else None,
        str(moment),
        str(name),
        str(sha256),
        undecided if isinstance(undecided, int) else None,
        str(decisions),
    )
