"""Error messages for files that cannot be written: what the system says, put into words that help."""

import errno
import os
from pathlib import Path

HELD_OPEN = {32, 33}
"""What Windows says of a file that another program holds open: sharing or lock violation."""
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL}
_BAD_NAME_ON_WINDOWS = {123, 161, 206}
"""Invalid name, invalid path, name or path too long."""
_LONGEST_NAME = 255
_LONGEST_PATH = 259
"""Windows takes no longer one where long paths are not switched on, and says only that it is not found."""
_LONGEST_OWN_NAME = len(".danvan-0123456789ab.tmp")
"""The temporary file that is written beside each file may have the longer name of the two."""
_GONE = {15, 21, 53, 55, 59, 64, 67, 1112, 1117, 1167, 1231, 1232}
"""What Windows says of a drive that was pulled out and of a network folder that is out of reach."""
_GONE_ELSEWHERE = {
    getattr(errno, name, None) for name in ("ENODEV", "ENXIO", "ENOTCONN", "EHOSTDOWN", "ESTALE")
} - {None}


def explain(path: Path, error: OSError) -> str:
    """Say in Vietnamese why ``path`` was not written, and what to do."""
    folder, winerror = path.absolute().parent, getattr(error, "winerror", None)
    denied = isinstance(error, PermissionError)
    messages = (
        (winerror in _GONE or error.errno in _GONE_ELSEWHERE, out_of_reach(path)),
        (
            winerror in HELD_OPEN or (denied and path.exists() and os.access(folder, os.W_OK)),
            f"Tệp {path} đang được mở trong phần mềm khác. Hãy đóng tệp đó rồi thử lại.",
        ),
        (
            denied or error.errno == errno.EROFS,
            f"Không được phép ghi vào thư mục {folder}. Hãy chọn thư mục khác.",
        ),
        (
            error.errno in _FULL,
            f"Ổ đĩa chứa {path} đã đầy. Hãy xóa bớt tệp hoặc chọn ổ đĩa khác.",
        ),
        (
            error.errno in _BAD_NAME
            or winerror in _BAD_NAME_ON_WINDOWS
            or (isinstance(error, FileNotFoundError) and len(path.name) > _LONGEST_NAME),
            f"Không đặt được tên tệp {path}. Hãy đặt tên ngắn hơn, không có ký tự đặc biệt.",
        ),
        (
            isinstance(error, FileNotFoundError) and _longest_name(path) > _LONGEST_PATH,
            f"Đường dẫn {path} quá dài. Hãy đặt tên tệp ngắn hơn, hoặc chọn thư mục có đường dẫn ngắn hơn.",
        ),
    )
    otherwise = f"Không ghi được tệp {path}. Hãy kiểm tra ổ đĩa hoặc chọn thư mục khác rồi thử lại."
    return next((text for applies, text in messages if applies), otherwise)


def out_of_reach(path: Path) -> str:
    """Say in Vietnamese that the drive of ``path`` is not there."""
    return (
        f"Không tới được ổ đĩa hoặc thư mục mạng chứa {path}. "
        "Hãy cắm lại ổ đĩa, kiểm tra mạng, hoặc chọn thư mục khác rồi thử lại."
    )


def _longest_name(path: Path) -> int:
    """Return the length of the longest path that writing ``path`` asks the system for."""
    full = path.absolute()
    return max(len(str(full)), len(str(full.parent)) + 1 + _LONGEST_OWN_NAME)
