"""Database files that lie in the data folder beside the one in use: what each is, in the user's words."""

import re
from datetime import datetime
from pathlib import Path

from danvan_desktop.frozen import frozen
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER, DATABASE_NAME

_KINDS = (
    (r".+-wal", "phần chưa ghi (-wal)"),
    (r"drafts-hong-.+", "tệp hỏng giữ lại"),
    (r"drafts-v\d+-.+", "bản sao trước khi nâng cấp"),
    (r"drafts-khac-.+", "tệp khác nằm ở chỗ tệp dữ liệu"),
    (r"drafts-cu-.+", "tệp để lại khi bắt đầu danh sách mới"),
    (re.escape(DATABASE_NAME), "tệp dữ liệu"),
)
COPY = "bản sao"
"""How the kind of every copy begins; all else is what was left over."""
_WAL = "-wal"


@frozen
class DataFile:
    """A database file as it is offered."""

    path: Path
    kind: str
    modified: datetime
    size: int
    """In bytes."""


def data_file(path: Path) -> DataFile | None:
    """Say what ``path`` is; None: it cannot be reached."""
    try:
        status = path.stat()
    except OSError:
        return None
    return DataFile(path, _kind(path), datetime.fromtimestamp(status.st_mtime).astimezone(), status.st_size)


def copies_in(folder: Path) -> tuple[DataFile, ...]:
    """List what lies in the data folder ``folder`` beside the database in use, the newest first."""
    logs = [log for log in folder.glob(f"drafts-*.sqlite3{_WAL}") if not _holds_something(database_of(log))]
    paths = [*folder.glob("drafts-*.sqlite3"), *logs, *folder.glob(f"{COPIES_FOLDER}/*.sqlite3")]
    found = [each for each in map(data_file, paths) if each is not None and each.size]
    return tuple(sorted(found, key=lambda each: each.modified, reverse=True))


def database_of(path: Path) -> Path:
    """Give the database that ``path`` is, or is the WAL of; of that the WAL alone may be left."""
    return path.with_name(path.name.removesuffix(_WAL))


def _holds_something(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def size_text(size: int) -> str:
    """Write a size as Explorer does: "0 KB", "12 KB", "3,4 MB"."""
    if size < 1024 * 1024:
        return f"{-(-size // 1024)} KB"
    return f"{size / (1024 * 1024):.1f} MB".replace(".", ",")


def _kind(path: Path) -> str:
    if path.parent.name == COPIES_FOLDER:
        return "bản sao"
    return next(
        (kind for name, kind in _KINDS if re.fullmatch(name, path.name)), "tệp dữ liệu chép từ nơi khác"
    )
