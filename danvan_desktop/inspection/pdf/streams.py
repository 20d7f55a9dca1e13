"""The packed streams of a PDF, looked at before pdfium unpacks them."""

import re
import zlib
from collections.abc import Iterator

TEXT_LIMIT = 8 * 1024 * 1024
"""Bytes of one stream of drawing once unpacked: a full page of text needs 50 KB."""
FONT_LIMIT = 64 * 1024 * 1024
"""Bytes of one font or picture, and of all streams of drawing together."""

_STREAM = re.compile(rb"stream\r?\n")
_HEAD = 1500
"""Bytes before "stream" in which its dictionary is looked for."""
_BULKY = re.compile(rb"/Length1\b|/Image\b|/Type1C|/CIDFontType0C|/OpenType|/ICCBased|/N\s+\d\s")
_SCRIPT = re.compile(rb"/JavaScript\b|/JS\b")


def has_script(content: bytes) -> bool:
    """Tell whether JavaScript is anywhere in the file, packed objects included."""
    return bool(_SCRIPT.search(content)) or any(
        b"/ObjStm" in head and _SCRIPT.search(unpacked(packed, TEXT_LIMIT))
        for head, packed in _streams(content)
    )


def unpacks_beyond_measure(content: bytes) -> bool:
    """Tell whether a packed stream of the file comes to more than a report can need."""
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
