"""Atomic file writes: one file or several are replaced as a whole, or what was there before stays."""

import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.file_errors import HELD_OPEN, explain, out_of_reach
from danvan_desktop.file_names import name_problem
from danvan_desktop.frozen import frozen
from danvan_desktop.unfinished_files import noted, temporary_name

_HELD_BRIEFLY = {5, *HELD_OPEN}
"""What Windows says while an antivirus or OneDrive looks into a file that was just written: "denied" too."""
_PATIENCE, _SHORT_PATIENCE = 1.0, 0.1
"""Seconds for which such a file is waited for; the short one where the GUI thread may be waiting."""
_PAUSE = 0.05


def check_targets(paths: Sequence[Path], *, force: bool) -> None:
    """Refuse what cannot be written before any work is done.

    Raises:
        UserError: a target is there already (unless ``force``), is a folder, is read-only, is named twice,
            or lies in a folder that does not exist.
    """
    seen: set[str] = set()
    for path in paths:
        # Before the path is resolved: Windows opens what it takes for a device.
        if sys.platform == "win32" and (problem := name_problem(path.name)):
            raise UserError(problem)
        with _reported(path):
            key = os.path.normcase(os.path.realpath(path))
            if key in seen:
                raise UserError(f"Tệp {path} được ghi hai lần trong cùng một lệnh. Hãy đặt tên khác nhau.")
            seen.add(key)
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
        _patiently(lambda: path.rename(path), _PATIENCE)
        return
    folder = path.absolute().parent
    if not Path(folder.anchor).is_dir():
        raise UserError(out_of_reach(path))
    if not folder.is_dir() and not folder.parent.is_dir():
        raise UserError(f"Chưa có thư mục {folder}. Hãy tạo thư mục này hoặc chọn thư mục khác.")
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} không phải là thư mục. Hãy chọn thư mục khác.")


def is_held_open(path: Path) -> bool:
    """Tell whether another program holds the file ``path`` open, so that it cannot be replaced.

    Word is known by its owner file too ("~$" in the place of up to two letters), also where the system would
    let the file be replaced under it: on a network drive, and everywhere but on Windows.
    """
    name = path.name
    owners = [path.with_name(f"~${name[cut:]}") for cut in range(3)]
    owners.append(path.with_name(f".~lock.{name}#"))  # LibreOffice's
    if any(owner.exists() for owner in owners):
        return True
    try:
        _patiently(lambda: path.rename(path), _PATIENCE)
    except PermissionError:
        return os.access(path.absolute().parent, os.W_OK)
    except OSError:
        return False
    return False


@frozen
class _Waiting:
    """A file to be written, with the names of what stands beside it meanwhile."""

    target: Path
    new: Path
    """What is to take its place."""
    before: Path
    """What was there before."""


def write_all(files: Mapping[Path, bytes], *, force: bool, data_folder: Path | None = None) -> None:
    """Write every file of ``files`` for the user, or none of them; the folder that holds one may be new.

    ``data_folder``: what is left beside the files if the program is killed is noted there, see
    :func:`~danvan_desktop.unfinished_files.clear`.

    Raises:
        UserError: one could not be written; all is as it was before.
    """
    check_targets(list(files), force=force)
    targets = {path: Path(os.path.realpath(path)) for path in files}
    waiting = {
        path: _Waiting(each, temporary_name(each), temporary_name(each)) for path, each in targets.items()
    }
    beside = [name for each in waiting.values() for name in (each.new, each.before)]
    made: list[Path] = []
    with noted(beside, data_folder):
        try:
            for path, data in files.items():
                with _reported(path):
                    made += _make_folder(targets[path].parent)
                    _write_new(waiting[path].new, data)
            _put_in_place(list(waiting.values()))
        except BaseException:
            _remove(each.new for each in waiting.values())
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
    temporary = temporary_name(target)
    _write_new(temporary, data, durable=durable)
    try:
        _patiently(lambda: temporary.replace(target), _PATIENCE if durable else _SHORT_PATIENCE)
    except BaseException:
        _remove([temporary], patience=_SHORT_PATIENCE)
        raise


def _make_folder(folder: Path) -> list[Path]:
    if folder.is_dir():
        return []
    folder.mkdir()
    return [folder]


def _write_new(temporary: Path, data: bytes, *, durable: bool = True) -> None:
    try:
        with temporary.open("xb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        _remove([temporary])
        raise


def _put_in_place(waiting: Sequence[_Waiting]) -> None:
    """Give every file its name; when one fails, take back those that already had theirs."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for each in waiting:
            with _reported(each.target):
                done.append((each.target, _replace(each)))
    except BaseException as error:
        stuck = [target for target, before in reversed(done) if not _taken_back(target, before)]
        if stuck and isinstance(error, UserError):
            names = ", ".join(path.name for path in stuck)
            raise UserError(
                f"{error.message} Chưa trả lại được như cũ: {names}; hãy xem lại các tệp này."
            ) from error
        raise
    _remove(before for _, before in done if before is not None)


def _replace(waiting: _Waiting) -> Path | None:
    """Put the new file in its place; what was there is kept under the name returned."""
    before = _keep(waiting.target, waiting.before)
    try:
        _patiently(lambda: waiting.new.replace(waiting.target), _PATIENCE)
    except BaseException:
        _remove([] if before is None else [before])
        raise
    return before


def _taken_back(target: Path, before: Path | None) -> bool:
    """Make ``target`` what it was, ``before``; False: it cannot be done, the drive may be gone."""
    try:
        if before is None:
            _patiently(target.unlink, _PATIENCE)
        else:
            _patiently(lambda: before.replace(target), _PATIENCE)
    except OSError:
        return False
    return True


def _patiently(act: Callable[[], object], seconds: float) -> None:
    """Do ``act``, again and again for ``seconds`` while Windows says that another program holds the file."""
    end = time.monotonic() + seconds
    while True:
        try:
            act()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD_BRIEFLY or time.monotonic() >= end:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _keep(target: Path, kept: Path) -> Path | None:
    """Give what is at ``target`` the second name ``kept`` (where the drive knows none: a copy), if it is."""
    if not target.exists():
        return None
    try:
        os.link(target, kept)
    except OSError:
        shutil.copy2(target, kept)
    return kept


def _remove(paths: Iterable[Path], patience: float = _PATIENCE) -> None:
    """Remove our own leftovers; one that cannot be removed harms nothing and hides no other error."""
    for path in paths:
        with suppress(OSError):
            _patiently(partial(path.unlink, missing_ok=True), patience)


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    """Turn an error of the system about ``path`` into a message for the user."""
    try:
        yield
    except OSError as error:
        raise UserError(explain(path, error)) from error
