"""Structure tree of a tagged PDF: what each text is, for screen readers and for PDF/A level A."""

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from danvan_desktop.exporters.pdf.objects import (
    Dictionary,
    PdfFile,
    Reference,
    Value,
    array,
    dictionary,
    name,
)
from danvan_desktop.layout.document import Document, GridCell, GridTable, StyledParagraph

# ISO 32000-1, table 347: how the items of a list are told apart.
_NUMBERING = {"-": "Disc", "+": "Circle"}
_LETTERED = "LowerAlpha"


class Element(PDFObject):
    """A structure element that grows while pages are drawn; written by itself, for there are many."""

    __slots__ = ("__InternalName__", "_attributes", "_page", "_parent", "kids", "kind", "reference")

    def __init__(
        self, file: PdfFile, kind: str, parent: Reference, attributes: Dictionary | None = None
    ) -> None:
        self.kind = kind.encode("ascii")
        self.kids: list[int | Reference | Dictionary] = []
        self.reference = file.add(self)
        self._parent = parent
        self._attributes = attributes
        self._page: Reference | None = None

    def add_content(self, page: Reference, mcid: int) -> None:
        """Take in the marked content ``mcid`` of ``page``."""
        if self._page is None:
            self._page = page
        if page.number == self._page.number:
            self.kids.append(mcid)
        else:
            self.kids.append(dictionary(Type=name("MCR"), Pg=page, MCID=mcid))

    def format(self, document: PDFDocument) -> bytes:
        """The element as it stands in the file."""
        entries = [b"/Type /StructElem /S /" + self.kind, b"/P " + self._parent.format(document)]
        if self._page is not None:
            entries.append(b"/Pg " + self._page.format(document))
        if self._attributes is not None:
            entries.append(b"/A " + self._attributes.format(document))
        if self.kids:
            kids = b" ".join(b"%d" % k if isinstance(k, int) else k.format(document) for k in self.kids)
            entries.append(b"/K [%b]" % kids)
        return b"<< %b >>" % b" ".join(entries)


class _Builder:
    """Makes elements."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self.root = dictionary(Type=name("StructTreeRoot"))
        self.root_reference = file.add(self.root)

    def top(self, kind: str) -> Element:
        return Element(self._file, kind, self.root_reference)

    def inside(self, parent: Element, kind: str, owner: str = "", **attributes: Value) -> Element:
        """A new last kid of ``parent``; ``owner`` ("List", "Table") and its attributes where it has any."""
        given = dictionary(O=name(owner), **attributes) if attributes else None
        element = Element(self._file, kind, parent.reference, given)
        parent.kids.append(element.reference)
        return element


class _Lists:
    """The lists that are open, outermost first; another kind of label opens a list inside the item."""

    def __init__(self, build: _Builder, top: Element) -> None:
        self._build = build
        self._top = top
        self._open: list[tuple[str, Element, Element]] = []

    def close(self) -> None:
        self._open.clear()

    def item(self, label: str) -> tuple[Element, Element]:
        """The body and the label of a new item."""
        numbering = _NUMBERING.get(label, _LETTERED)
        while any(known == numbering for known, _, _ in self._open[:-1]):
            self._open.pop()
        if not self._open or self._open[-1][0] != numbering:
            parent = self._open[-1][2] if self._open else self._top
            holder = self._build.inside(parent, "L", "List", ListNumbering=name(numbering))
        else:
            holder = self._open.pop()[1]
        line = self._build.inside(holder, "LI")
        tag = self._build.inside(line, "Lbl")
        body = self._build.inside(line, "LBody")
        self._open.append((numbering, holder, body))
        return body, tag


class Tags:
    """The structure tree of one document, built in reading order."""

    def __init__(self, file: PdfFile, document: Document) -> None:
        self._file = file
        self._document = document
        self._build = _Builder(file)
        self._top = self._build.top("Document")
        self._lists = _Lists(self._build, self._top)
        self._paragraphs: dict[tuple[int, ...], tuple[Element, Element | None]] = {}
        self._cells: dict[tuple[int, ...], Element] = {}
        self._heading = 0
        self._pages: list[list[Element]] = []

    @property
    def root(self) -> Reference:
        """The root of the tree, for the catalog."""
        return self._build.root_reference

    def open_page(self) -> int:
        """Begin the next page; the answer is its ``StructParents``."""
        self._pages.append([])
        return len(self._pages) - 1

    def mark(self, element: Element, page: Reference) -> int:
        """The id of the next marked content on the open page, which belongs to ``element``."""
        marks = self._pages[-1]
        marks.append(element)
        element.add_content(page, len(marks) - 1)
        return len(marks) - 1

    def paragraph(self, path: tuple[int, ...], paragraph: StyledParagraph) -> tuple[Element, Element | None]:
        """The element of a paragraph's text and, of a list item, that of its label."""
        if path not in self._paragraphs:
            self._paragraphs[path] = self._new_paragraph(path, paragraph)
        return self._paragraphs[path]

    def write(self) -> None:
        """Complete the tree once every page is drawn."""
        numbers: list[Value] = []
        for key, marks in enumerate(self._pages):
            numbers += [key, array(*(element.reference for element in marks))]
        root = self._build.root
        root["K"] = self._top.reference
        root["ParentTree"] = self._file.add(dictionary(Nums=array(*numbers)))
        root["ParentTreeNextKey"] = len(self._pages)

    def _new_paragraph(
        self, path: tuple[int, ...], paragraph: StyledParagraph
    ) -> tuple[Element, Element | None]:
        part, position, *cell = path
        if cell:
            self._lists.close()
            table = self._document.parts[part].flow[position]
            # A table without borders only places text; it is no table to a reader.
            inside = isinstance(table, GridTable) and table.name == "body"
            parent = self._cell((part, position, cell[0], cell[1])) if inside else self._top
            return self._build.inside(parent, "P"), None
        if paragraph.style.outline is None and paragraph.list_label:
            return self._lists.item(paragraph.list_label)
        self._lists.close()
        return self._build.inside(self._top, self._kind(paragraph)), None

    def _kind(self, paragraph: StyledParagraph) -> str:
        """P or a heading; ISO 14289-1, 7.4.2 lets no level be left out on the way down."""
        if paragraph.style.outline is None:
            return "P"
        self._heading = min(paragraph.style.outline, self._heading) + 1
        return f"H{self._heading}"

    def _cell(self, place: tuple[int, int, int, int]) -> Element:
        if place not in self._cells:
            part, position, _, _ = place
            table = self._document.parts[part].flow[position]
            if isinstance(table, GridTable):
                self._add_table((part, position), table)
        return self._cells[place]

    def _add_table(self, path: tuple[int, int], table: GridTable) -> None:
        """Add the table with all its cells at once: an empty cell has a place in the grid too."""
        holder = self._build.inside(self._top, "Table")
        for row, cells in enumerate(table.rows):
            line = self._build.inside(holder, "TR")
            for column, cell in enumerate(cells):
                if cell is not None:
                    self._cells[*path, row, column] = self._add_cell(line, cell)

    def _add_cell(self, line: Element, cell: GridCell) -> Element:
        attributes: dict[str, Value] = {}
        if cell.header:
            attributes["Scope"] = name("Column")
        if cell.cols > 1:
            attributes["ColSpan"] = cell.cols
        if cell.rows > 1:
            attributes["RowSpan"] = cell.rows
        return self._build.inside(line, "TH" if cell.header else "TD", "Table", **attributes)
