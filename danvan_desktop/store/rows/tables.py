"""What all tables with numbered rows share: the next number, and a row in the place of another."""

import sqlite3
from collections.abc import Sequence


def next_number(connection: sqlite3.Connection, table: str) -> int:
    """A number that no row of ``table`` has had: other rows speak of it."""
    used = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    highest = connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608 - a table of ours
    return max(used[0] if used else 0, highest or 0) + 1


def put(connection: sqlite3.Connection, table: str, values: Sequence[object]) -> None:
    """Write a row with all its columns, in the place of one with the same key."""
    places = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({places})", values)  # noqa: S608 - a table of ours
