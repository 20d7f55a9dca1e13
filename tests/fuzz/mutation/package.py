"""A package (zip) as a dictionary that may be changed, written the same each time."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
)
"""What Python raises on a package, or on a part of one, that cannot be read."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package; none of one that cannot be read any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {
                entry.filename: archive.read(entry) for entry in archive.infolist() if entry.file_size < 10**8
            }
    except BROKEN:
        return {}


def written(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of ``files``; without the time, which would make other bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, content)
    return buffer.getvalue()


def in_package(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Change the parts of a package; what is none stays as it is."""
    files = parts_of(data)
    if not files:
        return data
    change(files)
    return written(files)
