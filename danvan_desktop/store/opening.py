"""Opening of a data folder: the store, after a rescue or a question where the file is damaged or gone."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.store.connection.database import DamagedDatabaseError, as_user_errors
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER, DATABASE_NAME, log_of
from danvan_desktop.store.connection.lock import FolderLock, lock_folder
from danvan_desktop.store.database_file import Clock, DatabaseFile
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.rescue.note import Progress, clear_leftovers, is_under_way

Work = Callable[[Progress], None]


SMALLEST = 512
"""Bytes of the smallest page: SQLite takes a shorter file for a new one and writes over it."""


@frozen
class Leftovers:
    """The database is absent or empty, but its folder says that there were reports."""

    path: Path
    """Where it should be."""
    candidates: tuple[Path, ...]
    """Files that reports may be taken from, the best first."""


class Attendant(Protocol):
    """Who is there while the store is opened: a window, or nobody."""

    def rescue(self, work: Work) -> None:
        """Have ``work`` done, with its progress shown."""

    def choose(self, found: Leftovers) -> Path | None:
        """Ask what to take the reports from; None: begin with an empty list.

        Raises:
            UserError: neither; nothing is changed.
        """


class Unattended:
    """Nobody is there: a rescue runs at once, a question is an error."""

    def rescue(self, work: Work) -> None:
        """Do it."""
        work(lambda _: None)

    def choose(self, found: Leftovers) -> Path | None:
        """Refuse: an empty list must not come unasked."""
        raise UserError(
            f"Không thấy tệp dữ liệu {found.path}, nhưng trong thư mục còn dấu vết của các báo cáo "
            f"({found.candidates[0].name}). Hãy mở cửa sổ của phần mềm để chọn cách lấy lại; "
            "chưa có gì bị thay đổi."
        )


def local_now() -> datetime:
    """What the clock of this machine says."""
    return datetime.now().astimezone()


def open_store(
    folder: Path,
    now: Clock = local_now,
    lock: FolderLock | None = None,
    attendant: Attendant | None = None,
) -> Store:
    """Open the reports kept in ``folder``, which is made when absent and locked until ``close``.

    ``lock``: that on ``folder``, where it is held already; the store lets go of it.

    Raises:
        DataFolderInUse: another program has it open.
        UserError: it cannot be written, or a newer release wrote it.
    """
    path = folder / DATABASE_NAME
    attendant = attendant or Unattended()
    lock = lock_folder(folder) if lock is None else lock
    try:
        with as_user_errors(path):
            return _opened(path, lock, now, attendant)
    except BaseException:
        lock.release()
        raise


def _opened(path: Path, lock: FolderLock, now: Clock, attendant: Attendant) -> Store:
    folder = path.parent
    if is_under_way(folder):
        attendant.rescue(lambda progress: _rescue(folder, now(), progress))
    else:
        clear_leftovers(folder)
        found = leftovers_of(path)
        if found is not None:
            _take_from(attendant.choose(found), path, now, attendant)
    try:
        return Store(DatabaseFile(path, lock, now))
    except DamagedDatabaseError:
        attendant.rescue(lambda progress: _rescue(folder, now(), progress))
    return Store(DatabaseFile(path, lock, now))


def _rescue(folder: Path, now: datetime, progress: Progress, source: Path | None = None) -> None:
    from danvan_desktop.store.rescue import data_folder  # few starts need it

    data_folder.rescue_folder(folder, now, progress, source=source)


def leftovers_of(path: Path) -> Leftovers | None:
    """What says that there were reports where no database is; None: there is one, or there never was."""
    if path.exists() and path.stat().st_size >= SMALLEST:
        return None
    wal = log_of(path)
    folder = path.parent
    aside = sorted(folder.glob("drafts-*.sqlite3"), key=lambda each: each.stat().st_mtime, reverse=True)
    found = [
        *([wal] if wal.exists() and wal.stat().st_size else []),
        *aside,
        *folder.glob(f"{COPIES_FOLDER}/*.sqlite3"),
    ]
    if not found and path.exists() and (folder / "window.json").exists():
        found = [path]  # it was used, and is empty
    return Leftovers(path, tuple(found)) if found else None


def _take_from(source: Path | None, path: Path, now: Clock, attendant: Attendant) -> None:
    wal = log_of(path)
    if source is None:
        stamp = f"{now():%Y%m%d-%H%M%S}"
        kept = path.with_name(f"{path.stem}-cu-{stamp}{path.suffix}")
        for old, new in ((path, kept), (wal, log_of(kept))):  # SQLite would delete a WAL without its file
            if old.exists():
                old.rename(new)
        return
    chosen = None if source in {path, wal} else source
    attendant.rescue(lambda progress: _rescue(path.parent, now(), progress, chosen))
