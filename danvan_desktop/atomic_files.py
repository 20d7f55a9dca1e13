"""Atomic file writes: one file or several are replaced as a whole, or what was there before stays."""

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from danvan_desktop.errors import UserError

_HELD_OPEN = {32, 33}
"""What Windows says of a file that another program holds open: sharing or lock violation."""
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL}


def check_targets(paths: Sequence[Path], *, force: bool) -> None:
    """Refuse what cannot be written before any work is done.

    Raises:
        UserError: a target is there already (unless ``force``), is a folder, is read-only, is named twice,
            or lies in a folder that does not exist.
    """
    seen: set[str] = set()
    for path in paths:
        key = os.path.normcase(os.path.realpath(path))
        if key in seen:
            raise UserError(f"Tệp {path} được ghi hai lần trong cùng một lệnh. Hãy đặt tên khác nhau.")
        seen.add(key)
        with _reported(path):
            _check_target(path, force=force)


def _check_target(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise UserError(f"{path} là một thư mục. Hãy đặt tên tệp khác.")
    if path.exists():
        if not force:
            raise UserError(
                f"Tệp {path} đã có. Hãy chọn tên khác, hoặc đồng ý ghi đè (trên dòng lệnh: thêm --force)."
            )
        if not path.stat().st_mode & stat.S_IWRITE:
            raise UserError(f"Tệp {path} chỉ cho phép đọc. Hãy bỏ thuộc tính chỉ đọc hoặc chọn tên khác.")
        # Changes nothing, but Windows refuses it for a file that Word holds open.
        path.rename(path)
        return
    folder = path.absolute().parent
    if not folder.is_dir() and not folder.parent.is_dir():
        raise UserError(f"Chưa có thư mục {folder}. Hãy tạo thư mục này hoặc chọn thư mục khác.")
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} không phải là thư mục. Hãy chọn thư mục khác.")


def write_all(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write every file of ``files`` for the user, or none of them; the folder that holds one may be new.

    Raises:
        UserError: one could not be written; all is as it was before.
    """
    check_targets(list(files), force=force)
    made: list[Path] = []
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _reported(path):
                target = Path(os.path.realpath(path))
                made += _make_folder(target.parent)
                waiting[target] = _write_aside(target, data)
        _put_in_place(waiting)
    except BaseException:
        _remove(waiting.values())
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def write_file(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write one of the program's own files atomically: it has all of ``data``, or what it had before.

    ``durable``: it is flushed to the disk before returning, so that a power cut cannot undo it. Without, the
    GUI thread may write it: a flush to a hard disk takes tens of milliseconds.

    Raises:
        OSError: it could not be written.
    """
    target = Path(os.path.realpath(path))
    temporary = _write_aside(target, data, durable=durable)
    try:
        temporary.replace(target)
    except BaseException:
        _remove([temporary])
        raise


def _make_folder(folder: Path) -> list[Path]:
    if folder.is_dir():
        return []
    folder.mkdir()
    return [folder]


def _aside(target: Path) -> Path:
    """A name for a temporary file beside ``target``: on the same drive, so that it can take its place."""
    return target.with_name(f".danvan-{os.urandom(6).hex()}.tmp")


def _write_aside(target: Path, data: bytes, *, durable: bool = True) -> Path:
    temporary = _aside(target)
    try:
        with temporary.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        _remove([temporary])
        raise
    return temporary


def _put_in_place(waiting: Mapping[Path, Path]) -> None:
    """Give every file its name; when one fails, take back those that already had theirs."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for target, temporary in waiting.items():
            with _reported(target):
                done.append((target, _replace(target, temporary)))
    except BaseException:
        for target, before in reversed(done):
            if before is None:
                target.unlink()
            else:
                before.replace(target)
        raise
    _remove(before for _, before in done if before is not None)


def _replace(target: Path, temporary: Path) -> Path | None:
    """Put ``temporary`` in the place of ``target``; what was there is kept under the name returned."""
    before = _keep(target)
    try:
        temporary.replace(target)
    except BaseException:
        _remove([] if before is None else [before])
        raise
    return before


def _keep(target: Path) -> Path | None:
    """A second name (where the drive knows none: a copy) for what is at ``target``, None for nothing."""
    if not target.exists():
        return None
    kept = _aside(target)
    try:
        os.link(target, kept)
    except OSError:
        shutil.copy2(target, kept)
    return kept


def _remove(paths: Iterable[Path]) -> None:
    """Remove our own leftovers; one that cannot be removed harms nothing and hides no other error."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    """Turn an error of the system about ``path`` into a message for the user."""
    try:
        yield
    except OSError as error:
        raise UserError(_explain(path, error)) from error


def _explain(path: Path, error: OSError) -> str:
    folder = path.absolute().parent
    if getattr(error, "winerror", None) in _HELD_OPEN or (
        isinstance(error, PermissionError) and path.exists() and os.access(folder, os.W_OK)
    ):
        return f"Tệp {path} đang được mở trong chương trình khác. Hãy đóng tệp đó rồi thử lại."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Không được phép ghi vào thư mục {folder}. Hãy chọn thư mục khác."
    if error.errno in _FULL:
        return f"Ổ đĩa chứa {path} đã đầy. Hãy xóa bớt tệp hoặc chọn ổ đĩa khác."
    if error.errno in _BAD_NAME:
        return f"Không đặt được tên tệp {path}. Hãy đặt tên ngắn hơn, không có ký tự đặc biệt."
    return f"Không ghi được tệp {path}. Hãy kiểm tra ổ đĩa hoặc chọn thư mục khác rồi thử lại."
