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
    for stream in (stream for streams in index.streams.values() for stream in streams):
        if stream.is_idle or not stream.is_flate:
            continue
        if encrypted:  # its bytes are no deflate yet
            if not stream.is_bulky and len(stream.packed) * _BEST_RATIO > limits.encrypted_bytes:
                return True
            continue
        limit = limits.font_bytes if stream.is_bulky else limits.drawing_bytes
        if len(stream.packed) * _BEST_RATIO > limit or _is_packed_twice(stream):
            size = len(stream.unpacked(limit + 1))
            total += size
            if size > limit or total > limits.unpacked_bytes:
                return True
    return False


def _is_packed_twice(stream: RawStream) -> bool:
    return stream.head.count(b"/Fl") > 1


def draws_beyond_measure(index: ObjectIndex, limits: PdfLimits) -> bool:
    """Tell whether a page, with each form that it draws put in its place, is larger than any page."""
    drawings = _Drawings(index, limits)
    forms = {number: drawings.of_form(number) for number in index.streams if b"/Form" in index.heads[number]}
    pages = [drawn for number, head in index.heads.items() for drawn in drawings.of_page(number, head)]
    if drawings.unpacked > limits.unpacked_bytes:
        return True
    sizes = {number: size for number, (size, _) in forms.items()}
    for _ in range(_DEEPEST):
        grown = {number: _size(drawn, sizes) for number, drawn in forms.items()}
        if grown == sizes:
            break
        sizes = grown
        if max(sizes.values()) > limits.drawing_bytes:
            return True
    return any(_size(drawn, sizes) > limits.drawing_bytes for drawn in pages)


def _size(drawn: _Drawn, sizes: dict[int, int]) -> int:
    own, forms = drawn
    return own + sum(count * sizes.get(form, 0) for form, count in forms.items())


class _Drawings:
    """Measures content streams and looks up what their names stand for; each object once."""

    def __init__(self, index: ObjectIndex, limits: PdfLimits) -> None:
        self._index = index
        self._limits = limits
        self._measured: dict[int, tuple[int, Counter[bytes]]] = {}
        self._named: dict[int, list[tuple[bytes, int]]] = {}
        self._all: dict[bytes, set[int]] | None = None
        self.unpacked = 0
        """Bytes so far."""

    def of_form(self, number: int) -> _Drawn:
        """Return what form ``number`` draws."""
        size, names = self._measure(number)
        return size, self._forms(number, names)

    def of_page(self, number: int, head: bytes) -> Iterator[_Drawn]:
        """Yield what a page draws in all its content streams; one may be named again and again."""
        for match in _CONTENTS.finditer(head):
            size, names = 0, Counter[bytes]()
            for stream, count in Counter(self._streams(match[1])).items():
                own, drawn = self._measure(stream)
                size += own * count
                for name, times in drawn.items():
                    names[name] += times * count
            yield size, self._forms(number, names)

    def _streams(self, contents: bytes) -> Iterator[int]:
        for reference in map(int, _REFERENCE.findall(contents)):
            if reference in self._index.streams:
                yield reference
            else:  # an array of its own
                yield from map(int, _REFERENCE.findall(self._index.heads.get(reference, b"")))

    def _measure(self, number: int) -> tuple[int, Counter[bytes]]:
        """The bytes of content stream ``number``, and how often it draws what is called so."""
        if number not in self._measured:
            size, names = 0, Counter[bytes]()
            for stream in self._index.streams.get(number, ()):
                if self.unpacked > self._limits.unpacked_bytes:
                    break
                drawing = stream.unpacked(self._limits.drawing_bytes + 1)
                size += len(drawing)
                names.update(_DRAWS.findall(drawing))
            self.unpacked += size
            self._measured[number] = size, names
        return self._measured[number]

    def _forms(self, number: int, names: Counter[bytes]) -> Counter[int]:
        forms = Counter[int]()
        known = self._resources(number) if names else {}
        for name, count in names.items():
            for form in known.get(name, ()):
                forms[form] += count
        return forms

    def _resources(self, number: int) -> dict[bytes, set[int]]:
        """Return the objects by the names that the resources of object ``number`` give them.

        A form without resources uses those of whatever draws it, so every name of the file counts for it.
        """
        if number in self._index.streams and b"/Resources" not in self._index.heads[number]:
            if self._all is None:
                self._all = self._collected(self._index.heads, hops=1)
            return self._all
        return self._collected({number}, hops=_HOPS)

    def _collected(self, start: Iterable[int], *, hops: int) -> dict[bytes, set[int]]:
        found: dict[bytes, set[int]] = {}
        seen: set[int] = set()
        edge = set(start)
        for _ in range(hops):
            seen |= edge
            ahead: set[int] = set()
            for name, reference in (pair for at in edge for pair in self._pairs(at)):
                found.setdefault(name, set()).add(reference)
                if name in _LEADS_ON:
                    ahead.add(reference)
            edge = ahead - seen
        return found

    def _pairs(self, number: int) -> list[tuple[bytes, int]]:
        """The names in object ``number`` that stand for others."""
        if number not in self._named:
            head = self._index.heads.get(number, b"")
            self._named[number] = [(name, int(reference)) for name, reference in _NAMED.findall(head)]
        return self._named[number]
