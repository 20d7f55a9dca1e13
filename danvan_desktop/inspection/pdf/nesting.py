"""Drawings within drawings: a form that draws another ten times, nine deep, is a thousand million drawings.

pdfium follows them all before it gives a page back, so they are counted before it is asked.
"""

import re
from functools import cache

from danvan_desktop.inspection.pdf.streams import TEXT_LIMIT, unpacked

DRAWING_LIMIT = 200_000
"""Drawings that one drawing may come to."""

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,8}) \d{1,5} obj\b")
_REFERENCE = re.compile(rb"(\d{1,8}) \d{1,5} R\b")
_HEAD = 4000
_HOPS = 3
"""A form names its resources, these a dictionary, this the next form."""


def draws_beyond_measure(content: bytes) -> bool:
    """Tell whether a form of the file comes to more drawings than a page can hold."""
    heads, uses = _forms(content)

    @cache
    def inner(number: int) -> frozenset[int]:
        """Return the forms that form ``number`` can draw."""
        found, edge = set[int](), {number}
        for _ in range(_HOPS):
            edge = {int(ref) for at in edge for ref in _REFERENCE.findall(heads.get(at, b""))}
            found |= edge & uses.keys()
            edge -= uses.keys()
        return frozenset(found)

    def size(number: int, above: frozenset[int]) -> int:
        """Return how many drawings form ``number`` comes to; a ring ends where it closes."""
        if number not in sizes:
            below = inner(number) - above - {number}
            sizes[number] = 1 + uses[number] * max((size(n, above | {number}) for n in below), default=0)
        return sizes[number]

    sizes: dict[int, int] = {}
    return any(uses[number] > 1 and size(number, frozenset()) > DRAWING_LIMIT for number in sorted(uses))


def _forms(content: bytes) -> tuple[dict[int, bytes], dict[int, int]]:
    """Return the heads of all objects, and how often each form draws something."""
    heads: dict[int, bytes] = {}
    uses: dict[int, int] = {}
    for match in _OBJECT.finditer(content):
        near = content[match.end() : match.end() + _HEAD]
        head, found, _ = near.partition(b"stream")
        head = head.partition(b"endobj")[0]
        heads[int(match[1])] = head
        if found and b"/Form" in head:
            start = match.end() + len(head) + len(b"stream")
            packed = content[start : content.find(b"endstream", start)].lstrip(b"\r\n")
            drawing = unpacked(packed, TEXT_LIMIT) if b"/Fl" in head else packed
            uses[int(match[1])] = len(re.findall(rb"\bDo\b", drawing))
    return heads, uses
