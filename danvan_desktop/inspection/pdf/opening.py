"""Opens a PDF safely: what it holds is somebody else's and may be damaged or meant to do harm."""

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from danvan_desktop.errors import UserError

if TYPE_CHECKING:
    import pypdfium2

PAGE_LIMIT = 300
"""Pages that are measured: a report has 5, a very long one 100."""
TEXT_LIMIT = 8 * 1024 * 1024
"""Bytes of one stream of drawing once unpacked: a full page of text needs 50 KB."""
FONT_LIMIT = 64 * 1024 * 1024
"""Bytes of one font or picture, and of all streams of drawing together."""

_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""
_STREAM = re.compile(rb"stream\r?\n")
_HEAD = 1500
"""Bytes before "stream" in which its dictionary is looked for."""
_BULKY = re.compile(rb"/Length1\b|/Image\b|/Type1C|/CIDFontType0C|/OpenType|/ICCBased|/N\s+\d\s")
_SCRIPT = re.compile(rb"/JavaScript\b|/JS\b")


def open_document(content: bytes, name: str) -> "pypdfium2.PdfDocument":
    """Open the PDF whose bytes are ``content``; ``name`` is what messages call it.

    Raises:
        UserError: it is no PDF that can be read and measured.
    """
    import pypdfium2

    if not content:
        raise UserError(f"Tệp “{name}” trống. Hãy chọn tệp PDF có nội dung.")
    if b"%PDF-" not in content[:1024]:
        raise UserError(f"Tệp “{name}” không phải tệp PDF. Hãy chọn đúng tệp PDF của báo cáo.")
    if _unpacks_beyond_measure(content):
        raise UserError(
            f"Tệp “{name}” có phần nén bung ra quá lớn nên không kiểm tra. Hãy xuất lại tệp PDF từ báo cáo."
        )
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UserError(_refusal(name, getattr(error, "err_code", None))) from error
    if len(document) == 0:
        document.close()
        raise UserError(damaged(name))
    if len(document) > PAGE_LIMIT:
        pages = len(document)
        document.close()
        raise UserError(
            f"Tệp “{name}” có {pages} trang, chỉ kiểm tra tệp đến {PAGE_LIMIT} trang. "
            "Hãy tách riêng báo cáo thành một tệp rồi kiểm tra."
        )
    return document


def damaged(name: str) -> str:
    """Return what is said of a PDF that cannot be read."""
    return (
        f"Tệp PDF “{name}” đã hỏng hoặc thiếu một phần, không đọc được. "
        "Hãy xuất lại tệp từ báo cáo hoặc xin lại tệp từ nơi gửi."
    )


def _refusal(name: str, code: int | None) -> str:
    if code == _PASSWORD:
        return f"Tệp PDF “{name}” có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi kiểm tra lại."
    return damaged(name)


def has_script(content: bytes) -> bool:
    """Tell whether JavaScript is anywhere in the file, packed objects included."""
    return bool(_SCRIPT.search(content)) or any(
        b"/ObjStm" in head and _SCRIPT.search(unpacked(packed, TEXT_LIMIT))
        for head, packed in _streams(content)
    )


def _unpacks_beyond_measure(content: bytes) -> bool:
    total = 0
    for head, packed in _streams(content):
        if b"/Fl" not in head:
            continue
        limit = FONT_LIMIT if _BULKY.search(head) else TEXT_LIMIT
        rounds = head.count(b"/Fl")
        size = len(unpacked(packed, limit + 1))
        if size > limit or (rounds > 1 and len(unpacked(unpacked(packed, limit), limit + 1)) > limit):
            return True
        total += size if limit == TEXT_LIMIT else 0
        if total > FONT_LIMIT:
            return True
    return False


def _streams(content: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Yield the dictionary, more or less, and the packed bytes of each stream."""
    whole = memoryview(content)
    for match in _STREAM.finditer(content):
        if content[max(0, match.start() - 3) : match.start()] == b"end":
            continue
        before = content[max(0, match.start() - _HEAD) : match.start()]
        end = content.find(b"endstream", match.end())
        yield before[before.rfind(b" obj") + 1 :], whole[match.end() : end if end >= 0 else len(content)]


def unpacked(packed: bytes | memoryview, limit: int) -> bytes:
    """Return the first ``limit`` bytes of what deflate packed; what is damaged ends there."""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""
