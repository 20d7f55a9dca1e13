"""Opening a PDF with care: what it holds is checked before it is read, and every failure has its words."""

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from danvan_desktop.errors import UserError
from danvan_desktop.importers.input_file import InputFile, locked

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 500
MOST_LETTERS = 1_400_000
"""On all pages together: 500 full pages hold as many, in 360 MB of memory."""

_LARGEST_STREAM = 96 * 1024 * 1024
"""Bytes of one stream unpacked: far above a page's text, far below the memory there is."""
_SUSPECT = 64 * 1024
"""Packed bytes below which a stream cannot grow beyond all measure (deflate packs 1,032 to 1 at best)."""
_STREAM = re.compile(rb"<<((?:[^<>]|<(?!<)|>(?!>)|<<[^<>]*>>)*)>>\s*stream\r?\n")
_FLATE = re.compile(rb"/Fl(?:ateDecode)?(?![A-Za-z])")
_STEP = 1024 * 1024
_LOCKED = frozenset({4, 5})
"""FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY; a file that only may not be changed opens without a password."""
_MOST_PACKED = 1032
"""How many times deflate packs at best."""


def open_pdf(source: InputFile) -> "pypdfium2.PdfDocument":
    """Open ``source``.

    Raises:
        UserError: it is no PDF, damaged, has a password, no page or too many, or unpacks beyond measure.
    """
    name = source.path.name
    if b"%PDF-" not in source.data[:1024]:
        raise UserError(
            f"Tệp “{name}” có đuôi .pdf nhưng nội dung không phải là tệp PDF. "
            "Hãy xin lại tệp gốc hoặc chọn tệp khác."
        )
    if _unpacks_too_large(source.data):
        raise UserError(
            f"Tệp “{name}” bung ra quá lớn nên không nhập được. Hãy mở tệp bằng trình đọc PDF, "
            "in lại thành tệp PDF mới (Print to PDF) rồi nhập tệp mới."
        )
    document = _opened(source)
    pages = len(document)
    if pages == 0:
        document.close()
        raise damaged(name)
    if pages > MOST_PAGES:
        document.close()
        raise UserError(
            f"Tệp “{name}” có {pages} trang, nhiều hơn {MOST_PAGES} trang nên không nhập được. "
            "Hãy tách lấy riêng báo cáo thành một tệp rồi nhập tệp đó."
        )
    return document


def damaged(name: str) -> UserError:
    """What to say of a PDF that cannot be read."""
    return UserError(
        f"Tệp “{name}” bị hỏng hoặc tải về chưa trọn nên không đọc được. "
        "Hãy chép hoặc tải lại tệp gốc rồi thử lại."
    )


def too_much_text(name: str) -> UserError:
    """What to say of a PDF with more letters than any report."""
    return UserError(
        f"Tệp “{name}” có quá nhiều chữ nên không nhập được. "
        "Hãy tách lấy riêng báo cáo thành một tệp rồi nhập tệp đó."
    )


def _opened(source: InputFile) -> "pypdfium2.PdfDocument":
    import pypdfium2

    name = source.path.name
    try:
        return pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in _LOCKED:
            raise locked(name) from error
        raise damaged(name) from error


def _unpacks_too_large(data: bytes) -> bool:
    encrypted = b"/Encrypt" in data
    return any(_grows(entries, packed, encrypted=encrypted) for entries, packed in _streams(data))


def _streams(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """The packed streams of the file that a page may need: their dictionaries and what follows."""
    view = memoryview(data)
    for match in _STREAM.finditer(data):
        entries = match[1]
        if _FLATE.search(entries):
            end = data.find(b"endstream", match.end())
            yield entries, view[match.end() : len(data) if end < 0 else end]


def _grows(entries: bytes, packed: memoryview, *, encrypted: bool) -> bool:
    """Whether this stream is larger, unpacked, than any page: packed twice, a few bytes may be."""
    if len(_FLATE.findall(entries)) > 1:
        return True
    if len(packed) < _SUSPECT or b"/Image" in entries:
        return False
    if encrypted:  # cannot be measured here; a font says itself how long it is
        return b"/Length1" not in entries and len(packed) * _MOST_PACKED > _LARGEST_STREAM
    unpacker = zlib.decompressobj()
    size = 0
    rest: bytes | memoryview = packed
    try:
        while rest and not unpacker.eof and size <= _LARGEST_STREAM:
            size += len(unpacker.decompress(rest, _STEP))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return False  # damaged: for the reader of the file to say
    return size > _LARGEST_STREAM
