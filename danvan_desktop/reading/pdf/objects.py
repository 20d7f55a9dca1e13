"""A rough index of the objects of a PDF, made with regular expressions before PDFium parses the file.

It finds what PDFium would find in a well-formed file: objects that stand in the file itself, those packed in
object streams, and older versions of both. It is no parser: it only serves the guards against bombs.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from danvan_desktop.frozen import frozen
from danvan_desktop.reading.limits import PdfLimits

_OBJECT = re.compile(rb"obj\b")
_NUMBER = re.compile(rb"(?<![0-9])(\d{1,8})\s{1,8}\d{1,5}\s{1,8}\Z")
_LONGEST_NUMBER = 30
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_FILTERS = re.compile(rb"/Filter\s*(\[[^\]]*\]|/[^\s/<>\[\]()]+)")
_FILTER = re.compile(rb"/(\w+)")
_FIRST, _COUNT = re.compile(rb"/First\s+(\d{1,8})"), re.compile(rb"/N\s+(\d{1,8})")
_IDLE = re.compile(rb"/Subtype\s*/Image\b|/EmbeddedFile\b")
_BULKY = re.compile(rb"/Length1\b|/Type1C\b|/CIDFontType0C\b|/OpenType\b|/ICCBased\b|/N\s+\d\s")
_FLATE = re.compile(rb"/Fl(?:ateDecode)?(?![A-Za-z])")


@frozen
class RawStream:
    """A stream as it stands in the file: its dictionary and its packed bytes."""

    head: bytes
    packed: memoryview

    @property
    def is_idle(self) -> bool:
        """Whether it is a picture or an attached file: PDFium unpacks neither before it is asked to."""
        return _IDLE.search(self.head) is not None

    @property
    def is_bulky(self) -> bool:
        """Whether it is a font or a colour profile, which may be large."""
        return _BULKY.search(self.head) is not None

    @property
    def is_object_stream(self) -> bool:
        """Whether it holds other objects."""
        return b"/ObjStm" in self.head

    @property
    def is_flate(self) -> bool:
        """Whether deflate has packed it."""
        return _FLATE.search(self.head) is not None

    def unpacked(self, limit: int) -> bytes:
        """Return its first ``limit`` bytes, as far as they can be unpacked; what is damaged ends there."""
        data: bytes | memoryview = self.packed
        for name in self._filters():
            if name in {b"FlateDecode", b"Fl"}:
                data = inflated(data, limit)
            elif name in {b"ASCII85Decode", b"A85"}:
                data = _ascii85(bytes(data[:limit]))
            elif name in {b"ASCIIHexDecode", b"AHx"}:
                data = _hexadecimal(bytes(data))
            else:
                break  # LZW and run lengths pack little; pictures are not looked at
        return bytes(data[:limit])

    def _filters(self) -> list[bytes]:
        match = _FILTERS.search(self.head)
        return _FILTER.findall(match[1]) if match else []


@frozen
class ObjectIndex:
    """The objects of a file by their numbers; of one defined more than once, all versions."""

    heads: dict[int, bytes]
    """What stands before the stream, or the whole object where it has none."""
    streams: dict[int, list[RawStream]]


def inflated(packed: bytes | memoryview, limit: int) -> bytes:
    """Return the first ``limit`` bytes of what deflate packed; what is damaged ends there."""
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""


def index_of(content: bytes, limits: PdfLimits) -> ObjectIndex | None:
    """Return the objects of ``content``, the bytes of a PDF; None where ``limits`` allow fewer."""
    heads: dict[int, list[bytes]] = {}
    streams: dict[int, list[RawStream]] = {}
    packed_objects: list[RawStream] = []
    places = list(islice(_places(content), limits.objects + 1))
    if len(places) > limits.objects:
        return None
    for number, head, stream in _top_level(content, places):
        heads.setdefault(number, []).append(head)
        if stream is not None:
            streams.setdefault(number, []).append(stream)
            if stream.is_object_stream:
                packed_objects.append(stream)
    for stream in packed_objects:
        for number, head in _inside(stream, limits.drawing_bytes):
            heads.setdefault(number, []).append(head)
    return ObjectIndex({number: b" ".join(versions) for number, versions in heads.items()}, streams)


def _top_level(
    content: bytes, places: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, bytes, RawStream | None]]:
    whole = memoryview(content)
    stream_end = 0
    for (number, begin), (_, following) in pairwise([*places, (0, len(content))]):
        end = content.find(b"endobj", begin, following)
        end = following if end < 0 else end
        start = _STREAM.search(content, begin, end)
        if start is None:
            yield number, _plain_names(content[begin:end]), None
            continue
        if stream_end < start.end():
            stream_end = content.find(b"endstream", start.end())
            stream_end = len(content) if stream_end < 0 else stream_end
        head = _plain_names(content[begin : start.start()])
        yield number, head, RawStream(head, whole[start.end() : stream_end])


def _places(content: bytes) -> Iterator[tuple[int, int]]:
    """Yield the number of each object and where what follows "obj" begins."""
    for match in _OBJECT.finditer(content):
        number = _NUMBER.search(content[max(0, match.start() - _LONGEST_NUMBER) : match.start()])
        if number is not None:
            yield int(number[1]), match.end()


def _inside(stream: RawStream, limit: int) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of an object stream: pairs of number and place, then the objects themselves."""
    first, count = _FIRST.search(stream.head), _COUNT.search(stream.head)
    if first is None or count is None:
        return
    data = stream.unpacked(limit)
    begin = int(first[1])
    numbers = [int(word) for word in data[:begin].split() if word.isdigit()][: 2 * int(count[1])]
    pairs = sorted(zip(numbers[1::2], numbers[::2], strict=False))
    ends = [*(place for place, _ in pairs[1:]), len(data)]
    for (place, number), end in zip(pairs, ends, strict=True):
        yield number, _plain_names(data[begin + place : begin + end])


def _plain_names(head: bytes) -> bytes:
    """Return ``head`` with names written with "#41" for "A" in plain letters."""
    return _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), head) if b"#" in head else head


def _ascii85(data: bytes) -> bytes:
    body = data.partition(b"~>")[0].strip().removeprefix(b"<~")
    try:
        return base64.a85decode(body)
    except ValueError:
        return b""


def _hexadecimal(data: bytes) -> bytes:
    digits = re.sub(rb"\s", b"", data.partition(b">")[0])
    try:
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
    except binascii.Error:
        return b""
