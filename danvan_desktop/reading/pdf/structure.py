"""Structure tree of a tagged PDF: which marked content (MCID) belongs to which block of text."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

from pypdfium2 import raw

from danvan_desktop.reading.pdf.bare_calls import kid_at, marked_content_at
from danvan_desktop.reading.pdf.page import StructureTag

_BLOCKS = frozenset(
    {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Caption", "Title", "TD", "TH", "Note", "FENote"}
)
_CELLS = frozenset({"TD", "TH"})
_DEEPEST = 40
_MOST_ELEMENTS = 20_000
_LONGEST_NAME = 64
_MOST_ATTRIBUTES = 20
_MOST_ROWS = 10_000


def page_tags(page: ctypes.c_void_p, number: int) -> dict[int, StructureTag]:
    """The block of each marked content on ``page``; empty where the PDF is not tagged."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        walk = _Walk(number)
        for index in range(max(raw.FPDF_StructTree_CountChildren(tree), 0)):
            walk.visit(raw.FPDF_StructTree_GetChildAtIndex(tree, index), _Place(), _DEEPEST)
        return walk.tags
    finally:
        raw.FPDF_StructTree_Close(tree)


@dataclass(slots=True)
class _Place:
    """The block that encloses an element of the tree."""

    kind: str = ""
    key: tuple[int, int] = (-1, -1)
    label: bool = False
    header: bool = False
    rows: int = 1
    came: bool = False
    """Whether the block has text on a page before, and """
    goes_on: bool = False
    """on a page after."""
    item_text: bool = False
    """Whether the first paragraph of this list item is still to come."""


class _Walk:
    """Walks the structure tree of one page depth-first."""

    def __init__(self, number: int) -> None:
        self.tags: dict[int, StructureTag] = {}
        self._number = number
        self._count = 0

    def visit(self, element: "ctypes._Pointer[ctypes.Structure] | None", above: _Place, depth: int) -> None:
        """Enter ``element`` and what is in it."""
        self._count += 1
        if not element or not depth or self._count > _MOST_ELEMENTS:
            return
        kind = _kind(element)
        place = self._place(kind, above)
        place.rows = _row_span(element) if kind in _CELLS else above.rows
        kids = list(_kids(element))
        known = [index for index, (child, mcid) in enumerate(kids) if child or mcid >= 0]
        if known:  # said of all its text: the first or last piece on a page may be a blank, which is no row
            place.came = place.came or known[0] > 0
            place.goes_on = place.goes_on or known[-1] < len(kids) - 1
        tag = StructureTag(
            place.key,
            place.kind,
            label=place.label,
            header=place.header,
            rows=place.rows,
            came=place.came,
            goes_on=place.goes_on,
        )
        for child, mcid in kids:
            if child:
                self.visit(child, place, depth - 1)
            elif mcid >= 0:
                self.tags[mcid] = tag

    def _place(self, kind: str, above: _Place) -> _Place:
        header = above.header or kind == "TH"
        if kind in _BLOCKS and not (kind == "P" and above.item_text):
            return _Place(kind, (self._number, self._count), header=header, item_text=kind == "LI")
        inside = above.item_text and kind not in {"L", "Table"}
        if kind == "P":
            above.item_text = inside = False  # the first paragraph of an item is the item
        place = _Place(above.kind, above.key, label=kind == "Lbl", header=header, item_text=inside)
        if above.kind:
            place.came, place.goes_on = above.came, above.goes_on
        return place


def _kids(
    element: "ctypes._Pointer[ctypes.Structure]",
) -> Iterator[tuple["ctypes._Pointer[ctypes.Structure] | None", int]]:
    """Yield each kid as an element, or None and its MCID; -1 for one that lies on another page.

    Of the whole file's blocks, which are kids of one element, nearly all lie on another page.
    """
    address = ctypes.byref(element.contents)
    for index in range(min(max(raw.FPDF_StructElement_CountChildren(element), 0), _MOST_ELEMENTS)):
        mcid = marked_content_at(address, index)
        if mcid < 0 and kid_at(address, index):
            yield raw.FPDF_StructElement_GetChildAtIndex(element, index), mcid
        else:
            yield None, mcid


def _kind(element: "ctypes._Pointer[ctypes.Structure]") -> str:
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    length = raw.FPDF_StructElement_GetType(element, buffer, _LONGEST_NAME)
    if not 2 < length <= _LONGEST_NAME:
        return ""
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _row_span(cell: "ctypes._Pointer[ctypes.Structure]") -> int:
    number = ctypes.c_float()
    for index in range(min(max(raw.FPDF_StructElement_GetAttributeCount(cell), 0), _MOST_ATTRIBUTES)):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(cell, index)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, b"RowSpan") if attribute else None
        if (
            value
            and raw.FPDF_StructElement_Attr_GetNumberValue(value, number)
            and 1 <= number.value <= _MOST_ROWS
        ):
            return int(number.value)
    return 1
