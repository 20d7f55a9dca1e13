"""Detects JavaScript anywhere in the bytes of a PDF: PDFium reports that of the document alone."""

import re
import zlib
from collections.abc import Iterator

_SCRIPT = re.compile(rb"/JavaScript\b|/JS\b")
_PACKED_OBJECTS = re.compile(rb"/ObjStm\b")
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")


def has_script(content: bytes) -> bool:
    """Tell whether JavaScript is anywhere in the file, objects packed by deflate included."""
    return any(_SCRIPT.search(_plain_names(part)) for part in (content, *_object_streams(content)))


def _object_streams(content: bytes) -> Iterator[bytes]:
    """Yield what the object streams hold; what is damaged ends there."""
    for found in _PACKED_OBJECTS.finditer(content):
        start = _STREAM.search(content, found.end())
        if start is not None:
            try:
                yield zlib.decompressobj().decompress(memoryview(content)[start.end() :])
            except zlib.error:
                continue


def _plain_names(part: bytes) -> bytes:
    """Return ``part`` with names written with "#41" for "A" in plain letters."""
    return _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), part) if b"#" in part else part
