"""A copy of the open database by SQLite's online backup, in small steps: no save waits for it.

Beside the writer it reads one state of the file (a WAL keeps it while others write); on a network drive,
where nobody can read beside the writer, each step takes its turn on the writer's own connection.
"""

import contextlib
import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from danvan_desktop.store.backup.copies import PART_SUFFIX
from danvan_desktop.store.backup.share import WHOLE, Tell, portion, untold
from danvan_desktop.store.backup.soundness import (
    CopyState,
    IsWanted,
    NotWantedError,
    UnsoundCopyError,
    mark_of,
    state_of,
)
from danvan_desktop.store.connection.database import restrict
from danvan_desktop.store.connection.database_paths import files_of
from danvan_desktop.store.connection.reading import open_to_read
from danvan_desktop.store.database_file import IN_USE, DatabaseFile
from danvan_desktop.store.rows import remembered

LEFT_FREE = 200 << 20
"""Bytes that a copy leaves free on the drive of the data: the reports themselves need them."""
_CHUNK = 1 << 20
_PAGES = 128
"""Copied in one step: half a megabyte."""
_PAUSE_SECONDS = 0.002
_SECONDS = 5.0


def part_of(target: Path) -> Path:
    """Where a copy stands until it is whole and was checked."""
    return target.with_name(target.name + PART_SUFFIX)


def write_copy(file: DatabaseFile, part: Path, is_wanted: IsWanted, tell: Tell = untold) -> CopyState:
    """Write a copy to ``part``, bring it through to the drive and read all of it again.

    ``tell`` hears how far it has come; to read again is a half of it.

    Raises:
        UnsoundCopyError: it is not what was copied.
        NotWantedError: ``is_wanted`` said no meanwhile.
        OSError: it could not be read or written. In each case nothing is left of it.
    """
    try:
        make_private(part)
        mark = _copied(file, part, is_wanted, portion(tell, 0, WHOLE // 2))
        flush(part)
        return _checked(part, mark, is_wanted, portion(tell, WHOLE // 2, WHOLE))
    except BaseException as error:
        remove(part)
        if isinstance(error, sqlite3.Error):
            full = errno.ENOSPC if "full" in str(error) else errno.EIO
            raise OSError(full, str(error)) from error
        raise


def _checked(part: Path, mark: str, is_wanted: IsWanted, tell: Tell) -> CopyState:
    state = state_of(part, is_wanted, tell)
    if state.mark != mark:
        raise UnsoundCopyError(f"{part} is not what was copied")
    return state


def make_private(part: Path) -> None:
    """Make the empty file ``part`` that nobody but the user may read, in a folder that is so too."""
    part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    remove(part)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    restrict(part)


def put_in_place(part: Path, target: Path) -> None:
    """Give a whole copy its name; it is there also after a power cut.

    Raises:
        OSError: it cannot be.
    """
    part.replace(target)
    if os.name == "posix":
        with contextlib.suppress(OSError):  # some drives know no flush of a folder
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def flush(path: Path) -> None:
    """Bring what was written through to the drive.

    Raises:
        OSError: it cannot be.
    """
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def pieces_of(path: Path) -> int:
    """In how many pieces :func:`chunks` reads the file at ``path``.

    Raises:
        OSError: it is not there.
    """
    return -(-path.stat().st_size // _CHUNK)


def chunks(file: IO[bytes], is_wanted: IsWanted) -> Iterator[bytes]:
    """Read ``file`` in pieces, as long as that is wanted.

    Raises:
        NotWantedError: ``is_wanted`` said no meanwhile.
        OSError: it cannot be read.
    """
    while chunk := file.read(_CHUNK):
        if not is_wanted():
            raise NotWantedError
        yield chunk


def remove(part: Path) -> None:
    """Delete a copy that is not wanted, and what SQLite may have left beside it."""
    for each in files_of(part):
        with contextlib.suppress(OSError):
            each.unlink(missing_ok=True)


def _copied(file: DatabaseFile, part: Path, is_wanted: IsWanted, tell: Tell) -> str:
    """Copy step by step, and give the mark of what was copied."""
    with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = OFF")  # the whole file is flushed at its end
        if file.others_may_read:
            mark = _copied_beside(file, copy, is_wanted, tell)
        else:
            mark = _copied_in_turns(file, copy, is_wanted, tell)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, readable where nothing can be written
        remembered.forget(copy, IN_USE)  # it is true of the database in use only
    return mark


def _copied_beside(file: DatabaseFile, copy: sqlite3.Connection, is_wanted: IsWanted, tell: Tell) -> str:
    def step(_: int, remaining: int, pages: int) -> None:
        tell(pages - remaining, pages)
        if not is_wanted():
            raise NotWantedError
        _let_others_work()

    with open_to_read(file.path, _SECONDS) as source:
        source.execute("BEGIN")  # one state from here on: else each save would begin the copy anew
        mark = mark_of(source)
        source.backup(copy, pages=_PAGES, progress=step)
    return mark


def _copied_in_turns(file: DatabaseFile, copy: sqlite3.Connection, is_wanted: IsWanted, tell: Tell) -> str:
    def step(_: int, remaining: int, pages: int) -> None:
        tell(pages - remaining, pages)
        if not is_wanted():
            raise NotWantedError
        if remaining:
            with _others_turn(file):
                _let_others_work()

    with file.turn:
        source = file.database.connection()
        source.backup(copy, pages=_PAGES, progress=step)  # what is saved between two steps goes into it too
        return mark_of(source)


@contextlib.contextmanager
def _others_turn(file: DatabaseFile) -> Iterator[None]:
    file.turn.release()
    try:
        yield
    finally:
        file.turn.acquire()


def _let_others_work() -> None:
    time.sleep(_PAUSE_SECONDS)
