"""Detects PDF bombs before PDFium parses the file: decompression bombs and nested form XObjects.

A decompression bomb is a stream of a few kilobytes that unpacks to gigabytes. A form XObject that draws
another ten times, nine deep, comes to a thousand million drawings, all of which PDFium makes before it gives
a page back. Both are measured here in bytes of content stream: PDFium needs up to 200 bytes of memory for
each. Regular expressions cannot see through everything (encryption, LZW): what they miss is for a process
with limits of memory and time.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from danvan_desktop.reading.limits import PdfLimits
from danvan_desktop.reading.pdf.objects import ObjectIndex, RawStream, index_of

_DRAWS = re.compile(rb"/([^\s/<>\[\](){}%]+)(?:\s|%[^\r\n]*[\r\n])+Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+(\d{1,8})\s+\d{1,5}\s+R\b")
_CONTENTS = re.compile(rb"/Contents\s*(\[[^\]]*\]|\d{1,8}\s+\d{1,5}\s+R\b)")
_REFERENCE = re.compile(rb"(\d{1,8})\s+\d{1,5}\s+R\b")
_LEADS_ON = frozenset({b"Resources", b"XObject", b"Parent"})
_DEEPEST = 40
"""Forms within forms that PDFium follows."""
_HOPS = 32
"""From a page up its tree to the node whose resources it inherits, then to the form."""
_BEST_RATIO = 1032
"""How many times deflate packs at best."""

_Drawn = tuple[int, Counter[int]]
"""Bytes of content stream, and how often which form is drawn in it."""


def is_bomb(content: bytes, limits: PdfLimits) -> bool:
    """Tell whether ``content``, the bytes of a PDF, comes to more than a report can need."""
    index = index_of(content, limits)
    if index is None:
        return True
    encrypted = b"/Encrypt" in content
    return unpacks_beyond_measure(index, limits, encrypted=encrypted) or draws_beyond_measure(index, limits)


def unpacks_beyond_measure(index: ObjectIndex, limits: PdfLimits, *, encrypted: bool) -> bool:
    """Tell whether a packed stream is larger, once unpacked, than any page, or all of them together are."""
    total = 0
    for stream in _all(index):
        if stream.is_idle or not stream.is_flate:
            continue
        if encrypted:  # its bytes are no deflate yet
            if not stream.is_bulky and len(stream.packed) * _BEST_RATIO > limits.encrypted_bytes:
                return True
            continue
        limit = limits.font_bytes if stream.is_bulky else limits.drawing_bytes
        if len(stream.packed) * _BEST_RATIO > limit or _is_packed_twice(stream):
            size = len(stream.unpacked(limit + 1))
            if size > limit:
                return True
            total += 0 if stream.is_bulky else size
        if total > limits.all_drawing_bytes:
            return True
    return False


def _is_packed_twice(stream: RawStream) -> bool:
    return stream.head.count(b"/Fl") > 1


def draws_beyond_measure(index: ObjectIndex, limits: PdfLimits) -> bool:
    """Tell whether a page, with each form that it draws put in its place, is larger than any page."""
    limit = limits.drawing_bytes
    forms = {
        number: _drawn_by(index, number, streams, limit)
        for number, streams in index.streams.items()
        if b"/Form" in index.heads[number]
    }
    pages = [drawn for number, head in index.heads.items() for drawn in _page(index, number, head, limit)]
    sizes = {number: size for number, (size, _) in forms.items()}
    for _ in range(_DEEPEST if any(draws for _, draws in forms.values()) else 0):
        grown = {number: _size(drawn, sizes) for number, drawn in forms.items()}
        if grown == sizes:
            break
        sizes = grown
        if max(sizes.values()) > limit:
            return True
    return any(_size(drawn, sizes) > limit for drawn in pages)


def _all(index: ObjectIndex) -> Iterator[RawStream]:
    for streams in index.streams.values():
        yield from streams


def _size(drawn: _Drawn, sizes: dict[int, int]) -> int:
    own, forms = drawn
    return own + sum(count * sizes.get(form, 0) for form, count in forms.items())


def _page(index: ObjectIndex, number: int, head: bytes, limit: int) -> Iterator[_Drawn]:
    """Yield what a page draws in all its content streams; one may be named again and again."""
    for match in _CONTENTS.finditer(head):
        references = [int(ref) for ref in _REFERENCE.findall(match[1])]
        streams: list[RawStream] = []
        for reference in references:
            listed = [reference]
            if reference not in index.streams:  # an array of its own
                listed = [int(ref) for ref in _REFERENCE.findall(index.heads.get(reference, b""))]
            streams += (stream for at in listed for stream in index.streams.get(at, ()))
        yield _drawn_by(index, number, streams, limit)


def _drawn_by(index: ObjectIndex, number: int, streams: Iterable[RawStream], limit: int) -> _Drawn:
    """Return what ``streams`` draw with the resources of object ``number``."""
    size, names = 0, Counter[bytes]()
    for stream in streams:
        drawing = stream.unpacked(limit + 1)
        size += len(drawing)
        names.update(_DRAWS.findall(drawing))
        if size > limit:
            break
    forms = Counter[int]()
    if names:
        known = _resources(index, number)
        for name, count in names.items():
            for form in known.get(name, ()):
                forms[form] += count
    return size, forms


def _resources(index: ObjectIndex, number: int) -> dict[bytes, set[int]]:
    """Return the objects by the names that the resources of object ``number`` give them.

    A form without resources uses those of whatever draws it, so every name of the file counts for it.
    """
    found: dict[bytes, set[int]] = {}
    head = index.heads.get(number, b"")
    if number in index.streams and b"/Resources" not in head:
        edge, hops = set(index.heads), 1
    else:
        edge, hops = {number}, _HOPS
    seen: set[int] = set()
    for _ in range(hops):
        seen |= edge
        ahead: set[int] = set()
        for at in edge:
            for name, reference in _NAMED.findall(index.heads.get(at, b"")):
                found.setdefault(name, set()).add(int(reference))
                if name in _LEADS_ON:
                    ahead.add(int(reference))
        edge = ahead - seen
    return found
