"""Pages of a PDF that are damaged inside: what draws them does not unpack to its end.

PDFium draws such a page up to the damage and says nothing. Which pages a damaged stream belongs to it tells
when it is asked again with a mark in the stream's place: they are those that look otherwise then.
"""

import base64
import ctypes
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest

import pypdfium2
from pypdfium2 import raw

from danvan_desktop.reading.limits import PDF

_BEGIN, _END = b"stream", b"endstream"
_ENTRIES = 4_096
"""Bytes before a stream that are searched for the dictionary that describes it."""
_NO_TEXT = re.compile(
    rb"/Image\b|/Length[123]\b|/(?:Type1C|CIDFontType0C|OpenType|XRef|Metadata|EmbeddedFile)\b|"
    rb"/(?:LZW|RunLength|ASCIIHex|DCT|JPX|CCITTFax|JBIG2|Crypt)"
)
_END_85 = b"~>"
_LEAST_85 = 33 * (52200625 + 614125 + 7225 + 85 + 1)
_MARK = zlib.compress(b" q 0 0 9 9 re f Q ")
_PIECE = 1024 * 1024
_MOST = 128 * 1024 * 1024
"""Bytes that are unpacked of a file; what lies behind them counts as whole."""
_DEEPEST = 6
"""Form XObjects within one another."""


@dataclass(frozen=True)
class _Stream:
    """Where a packed stream lies in the file."""

    start: int
    end: int
    in_letters: bool
    """Whether it is written in ASCII85."""


@dataclass(slots=True)
class _Room:
    """For so many bytes more."""

    left: int


def damaged_pages(content: bytes, document: pypdfium2.PdfDocument) -> frozenset[int]:
    """Return the numbers of the pages of ``document``, of the bytes ``content``, that are damaged inside.

    Nothing is known of an encrypted file: its streams cannot be looked into.
    """
    if raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
        return frozenset()
    room = _Room(_MOST)
    damaged = [stream for stream in _streams(content) if not _is_whole(content, stream, room)]
    return _pages_of(damaged, content, document) if damaged else frozenset()


def _streams(content: bytes) -> Iterator[_Stream]:
    """Yield the streams packed by deflate that may hold text, its letters' meaning, or objects."""
    place = content.find(_BEGIN)
    while place >= 0:
        entries = content[max(0, content.rfind(b"obj", max(0, place - _ENTRIES), place)) : place]
        start = place + len(_BEGIN)
        if content[start : start + 1] not in {b"\r", b"\n"}:
            place = content.find(_BEGIN, start)
            continue
        start += 2 if content[start : start + 2] == b"\r\n" else 1
        end = content.find(_END, start)
        end = end if end >= 0 else len(content)  # the file was cut off
        if b"/FlateDecode" in entries and not _NO_TEXT.search(entries):
            yield _Stream(start, end, b"/ASCII85Decode" in entries)
        place = content.find(_BEGIN, end + len(_END))


def _is_whole(content: bytes, stream: _Stream, room: _Room) -> bool:
    data = content[stream.start : stream.end]
    if stream.in_letters:
        try:
            data = _of_ascii85(data)
        except struct.error:
            return False
    try:
        whole = _reaches_its_end(data, zlib.MAX_WBITS, room)
        return whole or _reaches_its_end(data[2:], -zlib.MAX_WBITS, room)
    except zlib.error:
        return False


def _of_ascii85(letters: bytes) -> bytes:
    """The bytes that ``letters`` stand for: what :func:`base64.a85decode` gives in five times the time."""
    letters = letters.translate(None, b" \t\r\n\0\f").partition(_END_85)[0].replace(b"z", b"!!!!!")
    missing = -len(letters) % 5
    groups = zip(*[iter(letters + b"u" * missing)] * 5, strict=True)
    words = [a * 52200625 + b * 614125 + c * 7225 + d * 85 + e - _LEAST_85 for a, b, c, d, e in groups]
    return struct.pack(f">{len(words)}I", *words)[: len(words) * 4 - missing]


def _reaches_its_end(data: bytes, window: int, room: _Room) -> bool:
    """Whether ``data`` unpacks to its end; with a window below 0, where its check sum was left out."""
    unpacker = zlib.decompressobj(window)
    while data and not unpacker.eof and room.left > 0:
        room.left -= len(unpacker.decompress(data, _PIECE))
        data = unpacker.unconsumed_tail
    return unpacker.eof or room.left <= 0


def _pages_of(streams: list[_Stream], content: bytes, document: pypdfium2.PdfDocument) -> frozenset[int]:
    """The pages that look otherwise once ``streams`` hold a mark; all where they hold the file together."""
    every = frozenset(range(len(document)))
    try:
        marked = pypdfium2.PdfDocument(_marked(streams, content))
    except pypdfium2.PdfiumError:
        return every
    try:
        if len(marked) != len(document):
            return every
        looks = zip_longest(_looks(document), _looks(marked))
        return frozenset(number for number, (look, other) in enumerate(looks) if look != other)
    finally:
        marked.close()


def _marked(streams: list[_Stream], content: bytes) -> bytes:
    """``content`` with a mark, of the same length, in place of each of ``streams`` that has room for it."""
    made = bytearray(content)
    for stream in streams:
        mark = base64.a85encode(_MARK) + _END_85 if stream.in_letters else _MARK
        length = stream.end - stream.start
        if len(mark) < length:
            made[stream.start : stream.end] = mark.ljust(length)
    return bytes(made)


def _looks(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, int]]:
    """The text of each page and how many things are drawn on it; "" and -1 of one that does not open."""
    for number in range(len(document)):
        try:
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                look = text.get_text_range(), _drawn(page.raw)
        except pypdfium2.PdfiumError:
            look = "", -1
        yield look


def _drawn(page: ctypes.c_void_p) -> int:
    """How many things are drawn on ``page``, within form XObjects too."""
    count: int = min(raw.FPDFPage_CountObjects(page), PDF.drawn_objects)
    return count + sum(_within(raw.FPDFPage_GetObject(page, index), _DEEPEST) for index in range(count))


def _within(item: ctypes.c_void_p, depth: int) -> int:
    if not depth or raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_FORM:
        return 0
    count: int = min(max(raw.FPDFFormObj_CountObjects(item), 0), PDF.drawn_objects)
    inner = (raw.FPDFFormObj_GetObject(item, index) for index in range(count))
    return count + sum(_within(each, depth - 1) for each in inner)
