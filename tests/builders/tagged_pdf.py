"""Tagged PDFs written piece by piece, as Word exports them: each is marked content of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from tests.builders.pdf_file import pdf_of, stream


@dataclass(frozen=True)
class Piece:
    """Words at their place on a page, in Windows-1252; 14 points unless said."""

    page: int
    x: float
    y: float
    text: str
    size: float = 14
    bold: bool = False


@dataclass
class Element:
    """A structure element with its kids."""

    kind: str
    kids: "Sequence[Element | Piece]"
    number: int = field(default=0, init=False)


@dataclass(frozen=True)
class _Mark:
    """A piece with its number among the marked content of its page, and its element."""

    piece: Piece
    mcid: int
    element: Element


_FONT = b"<< /Type /Font /Subtype /TrueType /BaseFont /%b /Encoding /WinAnsiEncoding >>"
FIRST = 10
"""The number of the first page object."""


def tagged_pdf(*elements: Element, pages: int = 2) -> bytes:
    """A PDF of ``elements``; a piece on another page than the first of its element says its page."""
    root = Element("Document", elements)
    counts = [count() for _ in range(pages)]
    marks = [_Mark(piece, next(counts[piece.page]), element) for element, piece in _pieces(root)]
    known = {id(mark.piece): mark for mark in marks}
    every = list(_elements(root))
    for number, element in enumerate(every, start=FIRST + 2 * pages):
        element.number = number
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 3 0 R /MarkInfo << /Marked true >> >>",
        2: b"<< /Type /Pages /Count %d /Kids [%b] >>"
        % (pages, b" ".join(b"%d 0 R" % (FIRST + 2 * page) for page in range(pages))),
        3: b"<< /Type /StructTreeRoot /K %d 0 R /ParentTree 4 0 R /ParentTreeNextKey %d >>"
        % (root.number, pages),
        4: b"<< /Nums [%b] >>" % b" ".join(_parents(marks, page) for page in range(pages)),
        5: _FONT % b"TimesNewRomanPSMT",
        6: _FONT % b"TimesNewRomanPS-BoldMT",
    }
    for page in range(pages):
        objects[FIRST + 2 * page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /StructParents %d /Contents %d 0 R"
            b" /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>" % (page, FIRST + 2 * page + 1)
        )
        drawn = (mark for mark in marks if mark.piece.page == page)
        objects[FIRST + 2 * page + 1] = stream(b"\n".join(map(_drawn, drawn)), b"")
    for element in every:
        objects[element.number] = _element(element, root, known)
    return pdf_of(*[objects.get(number, b"null") for number in range(1, max(objects) + 1)])


def _pieces(element: Element) -> Iterator[tuple[Element, Piece]]:
    for kid in element.kids:
        if isinstance(kid, Piece):
            yield element, kid
        else:
            yield from _pieces(kid)


def _elements(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _elements(kid)


def _parents(marks: Sequence[_Mark], page: int) -> bytes:
    owners = b" ".join(b"%d 0 R" % mark.element.number for mark in marks if mark.piece.page == page)
    return b"%d [%b]" % (page, owners)


def _drawn(mark: _Mark) -> bytes:
    piece = mark.piece
    text = piece.text.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"/P << /MCID %d >> BDC BT /%b %g Tf 1 0 0 1 %g %g Tm (%b) Tj ET EMC" % (
        mark.mcid,
        b"B" if piece.bold else b"R",
        piece.size,
        piece.x,
        842 - piece.y,
        text,
    )


def _element(element: Element, root: Element, known: dict[int, _Mark]) -> bytes:
    own = next((kid.page for kid in element.kids if isinstance(kid, Piece)), None)
    kids = b" ".join(_kid(kid, own, known) for kid in element.kids)
    parent = (
        3
        if element is root
        else next(each.number for each in _elements(root) if any(kid is element for kid in each.kids))
    )
    page = b"/Pg %d 0 R" % (FIRST + 2 * own) if own is not None else b""
    return b"<< /Type /StructElem /S /%b /P %d 0 R %b /K [%b] >>" % (
        element.kind.encode(),
        parent,
        page,
        kids,
    )


def _kid(kid: Element | Piece, own: int | None, known: dict[int, _Mark]) -> bytes:
    if isinstance(kid, Element):
        return b"%d 0 R" % kid.number
    mcid = known[id(kid)].mcid
    if kid.page == own:
        return b"%d" % mcid
    return b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (FIRST + 2 * kid.page, mcid)
