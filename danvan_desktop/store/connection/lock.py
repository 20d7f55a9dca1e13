"""File lock: one program per data folder; the operating system releases it when the program dies."""

import errno
import os
import sys
from pathlib import Path

from danvan_desktop.errors import UserError

LOCK_NAME = "danvan.lock"
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}
if sys.platform == "win32":
    _TAKEN.add(0)  # what wine's _locking says for "taken"


class DataFolderInUse(UserError):  # noqa: N818 - a message to the user, not an error of the program
    """Another running program has this data folder open."""


def lock_folder(folder: Path) -> "FolderLock":
    """Lock ``folder``, which is made when absent.

    Raises:
        DataFolderInUse, UserError: as :class:`FolderLock`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_writable(folder) from error
    return FolderLock(folder)


class FolderLock:
    """Holds ``folder`` until :meth:`release`, or until the process ends in whatever way.

    The file stays behind and means nothing: only the lock on it counts, so that nothing has to be
    cleaned up after a crash.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            DataFolderInUse: another program (or another store of this one) holds it.
            UserError: the folder cannot be written.
        """
        self._folder = folder
        path = folder / LOCK_NAME
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise _not_writable(folder) from error
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            if error.errno in _TAKEN:
                raise DataFolderInUse(
                    f"Phần mềm đang mở sẵn với thư mục dữ liệu {folder}. "
                    "Hãy dùng cửa sổ đang mở, hoặc đóng cửa sổ ấy rồi mở lại."
                ) from error
            raise UserError(
                f"Ổ đĩa của thư mục dữ liệu {folder} không cho khóa tệp: hãy chọn một thư mục trên máy này."
            ) from error

    def renewed(self) -> "FolderLock":
        """Give a lock on the folder that stands at the path now; this one where its file is still there.

        Raises:
            DataFolderInUse, UserError: as at the beginning.
        """
        try:
            if os.path.samestat(os.fstat(self._descriptor), (self._folder / LOCK_NAME).stat()):
                return self
        except OSError:
            self._folder.mkdir(parents=True, exist_ok=True)
        self.release()
        return FolderLock(self._folder)

    def release(self) -> None:
        """Let another program in. Closing the file ends the lock."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _not_writable(folder: Path) -> UserError:
    return UserError(f"Không ghi được vào thư mục dữ liệu {folder}: hãy kiểm tra quyền ghi của thư mục này.")


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
