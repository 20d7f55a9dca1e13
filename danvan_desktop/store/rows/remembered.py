"""What the data folder itself remembers, by key: read notices, days of use, how it was closed."""

import sqlite3


def value(connection: sqlite3.Connection, key: str) -> str:
    """What is remembered under ``key``; "" where nothing is."""
    row = connection.execute("SELECT value FROM remembered WHERE key = ?", (key,)).fetchone()
    return "" if row is None else str(row[0])


def put(connection: sqlite3.Connection, key: str, text: str) -> None:
    """Remember ``text`` under ``key`` in the place of what was there."""
    connection.execute("INSERT OR REPLACE INTO remembered VALUES (?, ?)", (key, text))


def forget(connection: sqlite3.Connection, key: str) -> None:
    """Remember nothing under ``key`` any more."""
    connection.execute("DELETE FROM remembered WHERE key = ?", (key,))
