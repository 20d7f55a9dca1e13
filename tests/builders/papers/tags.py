"""The tags of a printed PDF, as Word writes them: paragraphs over a page end, tables, artifacts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

_ROOM = re.compile(rb"/Rotate 0 /Trans <<\n\n>>")
"""What reportlab writes of every page and nobody needs: the page's place in the tree goes there."""


@dataclass
class _Element:
    kind: str
    parent: "_Element | None"
    kids: list["_Element | tuple[int, int]"] = field(default_factory=list)
    """Elements, or page and number of marked content."""
    name: str = ""


class Tags:
    """Marks what is drawn; ``way``: a paragraph over two pages is one element ("whole"), two ("broken")."""

    def __init__(self, canvas: Canvas, way: str) -> None:
        self.canvas, self.way = canvas, way
        self.root = _Element("Document", None)
        self.current = self.root
        self.page = 0
        self.marked = defaultdict[int, list[_Element]](list)
        self.is_open = False

    @contextmanager
    def element(self, kind: str, *, marks: bool = False) -> Iterator[None]:
        """What is drawn within belongs to an element of that kind; ``marks``: it holds the content itself."""
        if not self.way:
            yield
            return
        outer = self.current
        self._enter(kind, outer)
        if marks:
            self._open()
        yield
        if marks:
            self._close()
        self.current = outer

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn within is no text: header, footer."""
        if self.way:
            self._write("/Artifact BMC")
        yield
        if self.way:
            self._write("EMC")

    @contextmanager
    def page_end(self) -> Iterator[None]:
        """The page ends here: what is open is closed, and goes on behind it."""
        went_on = self.is_open
        if went_on:
            self._close()
        yield
        self.page += 1
        if went_on:
            if self.way == "broken":
                self._enter(self.current.kind, self.current.parent or self.root)
            self._open()

    def _enter(self, kind: str, parent: _Element) -> None:
        self.current = _Element(kind, parent)
        parent.kids.append(self.current)

    def _open(self) -> None:
        number = len(self.marked[self.page])
        self.marked[self.page].append(self.current)
        self.current.kids.append((self.page, number))
        self._write(f"/{self.current.kind} <</MCID {number}>> BDC")
        self.is_open = True

    def _close(self) -> None:
        self._write("EMC")
        self.is_open = False

    def _write(self, code: str) -> None:
        self.canvas._code.append(code)  # type: ignore[attr-defined]

    def finish(self) -> None:
        """Write the tree into the file."""
        if not self.way:
            return
        everything = list(_all(self.root))
        for number, each in enumerate(everything):
            each.name = f"element{number}"
        for each in everything:
            self._add(self._dictionary(each), each.name)
        pages = [
            entry
            for page, elements in sorted(self.marked.items())
            for entry in (page, PDFArray([PDFObjectReference(each.name) for each in elements]))
        ]
        parents = PDFDictionary({"Nums": PDFArray(pages)})
        root = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFObjectReference(self.root.name),
            "ParentTree": self._add(parents, "parents"),
            "ParentTreeNextKey": self.page,
        }
        catalog = self.canvas._doc.Catalog  # type: ignore[attr-defined]
        catalog.StructTreeRoot = self._add(PDFDictionary(root), "tree")
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _add(self, value: PDFObject, name: str) -> PDFObjectReference:
        reference: PDFObjectReference = self.canvas._doc.Reference(value, name)  # type: ignore[attr-defined]
        return reference

    def _dictionary(self, each: _Element) -> PDFDictionary:
        parent = each.parent.name if each.parent else "tree"
        kids = [
            PDFObjectReference(kid.name) if isinstance(kid, _Element) else _marked_content(*kid)
            for kid in each.kids
        ]
        entries = {
            "Type": PDFName("StructElem"),
            "S": PDFName(each.kind),
            "P": PDFObjectReference(parent),
            "K": PDFArray(kids),
        }
        return PDFDictionary(entries)


def _all(element: _Element) -> Iterator[_Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, _Element):
            yield from _all(kid)


def _marked_content(page: int, number: int) -> PDFDictionary:
    page_name = PDFObjectReference(f"Page{page + 1}")
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page_name, "MCID": number})


def with_places(content: bytes, way: str) -> bytes:
    """The file with each page's place in the tree; no byte moves."""
    if not way:
        return content
    pages = iter(range(1000))
    return _ROOM.sub(lambda m: (b"/StructParents %d" % next(pages)).ljust(len(m[0])), content)
