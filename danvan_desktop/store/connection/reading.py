"""Reading beside the store's own connection, and text that cannot be decoded. No peewee here."""

import contextlib
import sqlite3
from pathlib import Path

Reader = contextlib.AbstractContextManager[sqlite3.Connection]


def decoded(data: bytes) -> str:
    """Give the text of a value. A bit that flipped may have left no UTF-8: then its checksum says so.

    As ``text_factory``; SQLite's own would refuse the whole query.
    """
    return data.decode("utf-8", "replace")


def decoded_or_bytes(data: bytes) -> str | bytes:
    """Give the text of a value, of what is none the bytes: where no checksum tells, the type does."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data


def open_untouched(path: Path) -> Reader:
    """Open a database that nobody writes and that has no log: no lock on it, no file beside it.

    Raises what :func:`sqlite3.connect` does.
    """
    return contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True))


def open_to_read(path: Path, seconds: float) -> Reader:
    """Open the database at ``path`` once more, to be read only; wait for a lock for so many ``seconds``.

    It may be used by one thread after the other. Raises what :func:`sqlite3.connect` does.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=seconds, check_same_thread=False)
    connection.text_factory = decoded
    return contextlib.closing(connection)
