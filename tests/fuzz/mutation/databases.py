"""Changes of a database of drafts: bits, pages, header, length, WAL, and single values of rows."""

import sqlite3
import struct
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from tests.fuzz.mutation import raw_bytes
from tests.fuzz.mutation.mutator import Mutator
from tests.fuzz.mutation.package import in_package

_PAGE = 4_096
_FIELDS = (
    *((place, 4) for place in (0, 24, 28, 32, 36, 40, 44, 52, 56, 60, 64, 68, 92, 96)),
    *((place, 1) for place in (18, 19, 20)),
    (16, 2),
)
"""Fields of the first page's header: where, and of how many bytes."""
_VALUES = (
    None,
    -1,
    2**62,
    0.5,
    "",
    "x",
    "2025-13-45",
    "\ud7ff",
    b"\xff\x00",
    "9999-12-31T23:59:59+00:00",
    "{}",
)


def flip_bits(data: bytes, dice: Random) -> bytes:
    """Flip one bit or a few."""
    return _in_a_file(data, dice, lambda content: raw_bytes.flip_bits(content, dice))


def zero_pages(data: bytes, dice: Random) -> bytes:
    """Zero a page or several, as bad sectors read."""
    return _pages(data, dice, lambda pages, place: pages.__setitem__(place, bytes(len(pages[place]))))


def noise_on_pages(data: bytes, dice: Random) -> bytes:
    """Fill pages, or parts of them, with what was never theirs."""

    def change(pages: list[bytes], place: int) -> None:
        start = dice.choice((0, dice.randrange(len(pages[place]) or 1)))
        noise = dice.randbytes(dice.choice((1, 16, len(pages[place]))))
        pages[place] = (pages[place][:start] + noise + pages[place][start + len(noise) :])[
            : len(pages[place])
        ]

    return _pages(data, dice, change)


def swap_pages(data: bytes, dice: Random) -> bytes:
    """Let pages stand in each other's place, or an old copy in that of a new one."""

    def change(pages: list[bytes], place: int) -> None:
        other = dice.randrange(len(pages))
        if dice.random() < 0.5:
            pages[place], pages[other] = pages[other], pages[place]
        else:
            pages[place] = pages[other]

    return _pages(data, dice, change)


def cut_database(data: bytes, dice: Random) -> bytes:
    """Cut the database at a page or anywhere, down to nothing.

    Not its WAL: of what SQLite was told to have written and is not there nobody can know.
    """

    def change(content: bytes) -> bytes:
        pages = dice.randint(0, len(content) // _PAGE) * _PAGE
        return content[: dice.choice((pages, dice.randint(0, len(content))))]

    def each(files: dict[str, bytes]) -> None:
        name = min(files)
        if not name.endswith("-wal"):
            files[name] = change(files[name])

    return in_package(data, each)


def lengthen_file(data: bytes, dice: Random) -> bytes:
    """Put zeros, noise or a copy of pages behind a file."""
    behind = dice.choice((bytes(_PAGE * 3), dice.randbytes(700), b""))
    return _in_a_file(data, dice, lambda content: content + (behind or content[: _PAGE * 2]))


def lie_in_header(data: bytes, dice: Random) -> bytes:
    """Change a field of the first hundred bytes: page size, counts, free list, version, encoding."""

    def change(content: bytes) -> bytes:
        place, size = dice.choice(_FIELDS)
        value = dice.choice((0, 1, 2, 3, 4, 7, 255, 512, 4096, 65535, 2**31 - 1, 2**32 - 1))
        return content[:place] + struct.pack(">I", value)[-size:] + content[place + size :]

    return _in_a_file(data, dice, change)


def lose_a_file(data: bytes, dice: Random) -> bytes:
    """Lose the database beside its WAL, take one for the other, or find it empty."""

    def change(files: dict[str, bytes]) -> None:
        name, last = min(files), max(files)
        if name.endswith("-wal"):  # the database is lost already
            return
        if name != last and dice.random() < 0.3:
            files[name], files[last] = files[last], files[name]
        elif name != last and dice.random() < 0.5:
            del files[name]
        else:
            files[name] = b""

    return in_package(data, change)


def odd_value(data: bytes, dice: Random) -> bytes:
    """Put another value into one row, as another program could."""

    def statements(connection: sqlite3.Connection) -> None:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        named = sorted(name for name in tables if not name.startswith("sqlite_"))
        if not named:
            return
        table = dice.choice(named)
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        rows = [row[0] for row in connection.execute(f"SELECT rowid FROM {table}")]  # noqa: S608 - names of ours
        if rows:
            change = f"UPDATE {table} SET {dice.choice(columns)} = ? WHERE rowid = ?"  # noqa: S608 - names of ours
            connection.execute(change, (dice.choice(_VALUES), dice.choice(rows)))

    return _by_sqlite(data, statements)


def odd_schema(data: bytes, dice: Random) -> bytes:
    """Take away, rename or add a table, an index or a version, as another release could."""
    statement = dice.choice(
        (
            "DROP TABLE office",
            "DROP TABLE remembered",
            "ALTER TABLE draft RENAME TO drafts",
            "ALTER TABLE draft DROP COLUMN place",
            "DROP INDEX draft_modified",
            "PRAGMA user_version = 0",
            "PRAGMA user_version = 2",
            "PRAGMA user_version = 99",
            "PRAGMA journal_mode = DELETE",
            "DELETE FROM sqlite_sequence",
        )
    )
    return _by_sqlite(data, lambda connection: connection.execute(statement))


BY_SQLITE = {odd_value, odd_schema}
"""They need a sound file: SQLite itself drops what it cannot read of a WAL."""
MUTATORS: tuple[Mutator, ...] = (
    flip_bits,
    flip_bits,
    zero_pages,
    zero_pages,
    noise_on_pages,
    swap_pages,
    cut_database,
    lengthen_file,
    lie_in_header,
    lose_a_file,
    odd_value,
    odd_value,
    odd_schema,
)


def _in_a_file(data: bytes, dice: Random, change: Callable[[bytes], bytes]) -> bytes:
    def each(files: dict[str, bytes]) -> None:
        name = dice.choice(sorted(files))
        files[name] = change(files[name])

    return in_package(data, each)


def _pages(data: bytes, dice: Random, change: Callable[[list[bytes], int], None]) -> bytes:
    def each(content: bytes) -> bytes:
        pages = [content[at : at + _PAGE] for at in range(0, len(content), _PAGE)]
        for _ in range(dice.choice((1, 1, 1, 3, 8))):
            if pages:
                change(pages, dice.randrange(len(pages)))
        return b"".join(pages)

    return _in_a_file(data, dice, each)


def _by_sqlite(data: bytes, change: Callable[[sqlite3.Connection], object]) -> bytes:
    """Change the database as a program does that knows SQLite; a damaged one stays as it is."""

    def each(files: dict[str, bytes]) -> None:
        with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
            for name, content in files.items():
                (Path(place) / name).write_bytes(content)
            main = Path(place) / min(files)
            with suppress(sqlite3.Error), closing(sqlite3.connect(main)) as connection:
                with connection:
                    change(connection)
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            for name in list(files):
                path = Path(place) / name
                files[name] = path.read_bytes() if path.exists() else b""
                if not files[name]:  # SQLite has taken it over
                    del files[name]

    return in_package(data, each)
