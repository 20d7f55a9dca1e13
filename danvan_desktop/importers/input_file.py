"""Input files: size limit, and file type by suffix and signature (magic bytes).

Every way in which a file can disappoint ends in one line of Vietnamese that says what to do.
"""

import stat
from collections.abc import Callable
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.reading.file_bytes import file_bytes
from danvan_desktop.reading.limits import FILE_BYTES, MEBIBYTE

LARGEST = 20 * MEBIBYTE
"""No report comes near: 20 MB of text is ten thousand pages."""
_LARGER = {".docx": FILE_BYTES, ".odt": FILE_BYTES, ".pdf": FILE_BYTES}
"""These may hold pictures."""

Mint = Callable[[], int]
"""Gives the next free id for a block that is read."""

SAVE_AS_TEXT = "lưu lại thành văn bản thuần (Plain Text, *.txt, mã UTF-8) rồi nhập tệp .txt đó"


@frozen
class InputFile:
    """A file that was read: where from and its bytes."""

    path: Path
    data: bytes

    @property
    def suffix(self) -> str:
        """The file's suffix in small letters, ".txt"."""
        return self.path.suffix.lower()


@frozen
class FileSignature:
    """A kind of file known by its first bytes, and its name in Vietnamese."""

    name: str
    found_in: Callable[[bytes], bool]


def _starts(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(heads)


# An Office file with a password is an OLE container with this stream; directory names are UTF-16.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

SIGNATURES = (
    FileSignature("tệp Word hoặc tệp nén (zip)", _starts(b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")),
    FileSignature("tệp PDF", lambda data: b"%PDF-" in data[:1024]),
    FileSignature("tệp Word hoặc Excel kiểu cũ", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    FileSignature("tệp RTF", _starts(b"{\\rtf")),
    FileSignature(
        "tệp nén", _starts(b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00")
    ),
    FileSignature(
        "tệp ảnh",
        _starts(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*"),
    ),
    FileSignature("phần mềm", _starts(b"\x7fELF", b"MZ\x90\x00")),
    FileSignature("cơ sở dữ liệu", _starts(b"SQLite format 3\x00")),
)


def load(path: Path) -> InputFile:
    """Read ``path`` whole.

    Raises:
        UserError: it is absent, no ordinary file, unreadable, empty, too large, or has a password.
    """
    size = _size(path)
    if size == 0:
        raise UserError(f"Tệp “{path.name}” rỗng, không có gì để nhập. Hãy chọn tệp khác.")
    if size > largest(path):
        raise _too_large(path)
    data = _bytes(path)
    if len(data) > largest(path):  # it grew meanwhile, or its size was not told truly
        raise _too_large(path)
    if not data:
        raise UserError(f"Tệp “{path.name}” rỗng, không có gì để nhập. Hãy chọn tệp khác.")
    _refuse_password(path, data)
    return InputFile(path, data)


def largest(path: Path) -> int:
    """How many bytes a file of this name may have."""
    return _LARGER.get(path.suffix.lower(), LARGEST)


def foreign_kind(data: bytes) -> str | None:
    """Say in Vietnamese what file, other than text, begins with ``data``; None where it may be text."""
    return next((kind.name for kind in SIGNATURES if kind.found_in(data)), None)


def _size(path: Path) -> int:
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise UserError(f"Không tìm thấy tệp “{path}”. Hãy kiểm tra lại tên và thư mục.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(path) from error
    if stat.S_ISDIR(status.st_mode):
        raise UserError(f"“{path}” là một thư mục. Hãy chọn một tệp trong thư mục đó.")
    if not stat.S_ISREG(status.st_mode):
        raise UserError(f"“{path}” không phải là tệp thông thường. Hãy chọn tệp khác.")
    return status.st_size


def _bytes(path: Path) -> bytes:
    try:
        return file_bytes(path, largest(path) + 1)
    except OSError as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> UserError:
    return UserError(
        f"Không mở được tệp “{path}”. "
        "Hãy kiểm tra quyền đọc tệp, hoặc chép tệp sang thư mục khác rồi thử lại."
    )


def _too_large(path: Path) -> UserError:
    return UserError(
        f"Tệp “{path.name}” lớn hơn {largest(path) // MEBIBYTE} MB nên không nhập được. "
        "Hãy chọn đúng tệp báo cáo, hoặc tách thành các tệp nhỏ hơn."
    )


def _refuse_password(path: Path, data: bytes) -> None:
    """Refuse an Office file that opens with a password only; of a PDF its reader knows."""
    if data.startswith(b"\xd0\xcf\x11\xe0") and _ENCRYPTED in data:
        raise locked(path.name)


def locked(name: str) -> UserError:
    """Return what to say of a file that opens with a password only."""
    return UserError(
        f"Tệp “{name}” được đặt mật khẩu. Hãy mở tệp bằng phần mềm đã tạo ra nó, "
        "bỏ mật khẩu, lưu lại rồi nhập lại."
    )
