"""The body of a Word file: paragraphs and tables in order, whatever they are wrapped in."""

from collections.abc import Iterator

from danvan_desktop.importers.docx.content import Item, WordCell, WordParagraph, WordTable, joined
from danvan_desktop.importers.docx.contents import without_contents
from danvan_desktop.importers.docx.decoding import Decoder
from danvan_desktop.importers.docx.inline import InlineReader, choice, text_of
from danvan_desktop.importers.docx.lists import Lists
from danvan_desktop.importers.docx.looks import Styles, draws
from danvan_desktop.importers.docx.losses import Losses, LossPlace
from danvan_desktop.importers.docx.package import Package
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker
from danvan_desktop.reading.docx.elements import Element, child_value, children, is_on, local, value, w, whole
from danvan_desktop.report.model import Run
from danvan_desktop.report.text.legacy_encodings import convert_legacy

_THROUGH = frozenset({"sdt", "sdtContent", "customXml", "smartTag"})
_NOT_A_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_WIDEST = 1_000


class BodyReader:
    """Reads the blocks of one file; ``as_typed`` keeps letters that are only shown in capitals."""

    def __init__(self, package: Package, losses: Losses, *, as_typed: bool = False) -> None:
        self._package = package
        self._losses = losses
        self._styles = Styles(package.parts.get("styles"))
        self._lists = Lists(package.parts.get("numbering"), self._styles, losses)
        _, assumed = convert_legacy(text_of(package.body))
        self._decoder = Decoder(losses, assumed, as_typed=as_typed)
        self._notes = {
            kind: _by_id(package.parts.get(f"{kind}s")) for kind in ("footnote", "endnote", "comment")
        }
        self._inline = InlineReader(self._styles, losses, self._remark)
        self._inside: set[tuple[str, str]] = set()

    def read(self) -> list[Item]:
        """Read the whole body."""
        items = without_contents(_put_together(self._blocks(self._package.body)), self._losses)
        self._decoder.finish()
        self._name_stories()
        return items

    @property
    def last_section(self) -> bool:
        """Whether the last pages lie on their side."""
        return bool(_lies(self._package.body.find(w("sectPr"))))

    def _blocks(self, parent: Element, *, boxed: bool = False) -> Iterator[Item]:
        for element in children(parent):
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, boxed=boxed)
            elif name == "tbl":
                yield self._table(element)
            elif name in {"ins", "moveTo"} or name in _THROUGH:
                yield from self._wrapped(element, boxed=boxed)
            elif name == "del":
                self._losses.quote("deleted", text_of(element))
            elif name == "AlternateContent":
                if (chosen := choice(element)) is not None:
                    yield from self._blocks(chosen, boxed=boxed)
            elif name in {"altChunk", "subDoc"}:
                self._losses.count("foreign")
            elif name in {"oMath", "oMathPara"}:
                self._losses.quote("equation", text_of(element) or "công thức")

    def _wrapped(self, element: Element, *, boxed: bool) -> Iterator[Item]:
        contents = _is_contents(element)
        for item in self._blocks(element, boxed=boxed):
            if contents and isinstance(item, WordParagraph):
                item.is_contents = True
            yield item

    def _paragraph(self, element: Element, *, boxed: bool) -> Iterator[Item]:
        properties = element.find(w("pPr"))
        look = self._styles.paragraph(properties)
        place = self._losses.here = LossPlace()
        content = self._inline.read(element, look.style)
        runs = self._decoder.runs(content.pieces)
        text = "".join(run.text for run in runs)
        place.text = " ".join(text.split())
        ends = None if properties is None else properties.find(f"{w('rPr')}/{w('del')}")
        mark: ListMarker | str = ""
        if text.strip() or ends is None:  # Word counts an empty paragraph too
            mark = self._lists.mark(look, " ".join(text.split()))
        if isinstance(mark, str) and mark and text.strip():
            runs = (Run(f"{mark} "), *runs)
        yield WordParagraph(
            runs=runs,
            style=look.style_name,
            outline=look.outline,
            align=look.align,
            indent=look.indent,
            mark=mark if isinstance(mark, ListMarker) and text.strip() else None,
            lone_number="" if text.strip() else _shown(mark),
            comments=content.comments,
            bookmarks=content.bookmarks,
            boxed=boxed,
            section=_lies(None if properties is None else properties.find(w("sectPr"))),
            is_contents=content.is_contents or look.style_name.startswith("toc "),
            goes_on=ends is not None or _is_drop_cap(properties),
        )
        for box in content.boxes:
            yield from self._blocks(box, boxed=True)

    def _table(self, element: Element) -> WordTable:
        properties = element.find(w("tblPr"))
        grid = element.find(w("tblGrid"))
        bordered = draws(None if properties is None else properties.find(w("tblBorders")))
        table = WordTable(
            widths=[
                max(whole(value(column, "w")), 0) for column in children(grid) if local(column) == "gridCol"
            ],
            bordered=bordered or self._styles.draws_borders(child_value(properties, w("tblStyle"))),
        )
        heads = True
        for row in self._rows(element):
            row_properties = row.find(w("trPr"))
            if row_properties is not None and row_properties.find(w("del")) is not None:
                self._losses.quote("deleted", text_of(row))
                continue
            head = None if row_properties is None else row_properties.find(w("tblHeader"))
            heads = heads and bool(is_on(head))
            table.header_rows += heads
            table.rows.append(self._cells(row, table))
        return table

    def _rows(self, parent: Element) -> Iterator[Element]:
        for element in children(parent):
            if local(element) == "tr":
                yield element
            elif local(element) in _THROUGH or local(element) in {"ins", "moveTo"}:
                yield from self._rows(element)

    def _cells(self, row: Element, table: WordTable) -> list[WordCell]:
        cells: list[WordCell] = []
        column = _skipped(row, "gridBefore")
        for element in self._cell_elements(row):
            properties = element.find(w("tcPr"))
            cols = min(max(whole(child_value(properties, w("gridSpan")), 1), 1), _WIDEST)
            if properties is not None and properties.find(w("cellDel")) is not None:
                self._losses.quote("deleted", text_of(element))
                continue
            if not table.bordered and properties is not None:
                table.bordered = draws(properties.find(w("tcBorders")))
            down = None if properties is None else properties.find(w("vMerge"))
            across = child_value(properties, w("hMerge"))
            items = _put_together(self._blocks(element))
            if across == "continue" and cells:  # how old files merge sideways
                cells[-1].cols += cols
                cells[-1].items += [item for item in items if not _is_blank(item)]
            else:
                continues = down is not None and (value(down) or "continue") == "continue"
                cells.append(WordCell(items, column, cols, continues))
            column += cols
        return cells

    def _cell_elements(self, parent: Element) -> Iterator[Element]:
        for element in children(parent):
            if local(element) == "tc":
                yield element
            elif local(element) in _THROUGH:
                yield from self._cell_elements(element)

    def _remark(self, kind: str, identifier: str) -> str:
        """Give the text of a footnote, an endnote or a comment, in one line."""
        note = self._notes[kind].get(identifier)
        key = (kind, identifier)
        if note is None or value(note, "type") in _NOT_A_NOTE or key in self._inside:
            return ""
        self._inside.add(key)  # a note that cites itself ends here
        reader = InlineReader(self._styles, self._losses, self._remark)
        texts = []
        for paragraph in note.iter(w("p")):
            style = self._styles.paragraph(paragraph.find(w("pPr"))).style
            texts.append(
                "".join(run.text for run in self._decoder.runs(reader.read(paragraph, style).pieces))
            )
        self._inside.discard(key)
        text = " ".join(" ".join(texts).split())
        author = value(note, "author") if kind == "comment" else ""
        return f"{author}: {text}" if author and text else text

    def _name_stories(self) -> None:
        """Name what stands in headers and footers, page numbers excepted."""
        self._losses.here, aside = LossPlace(), Losses()
        for story in self._package.stories:
            reader = InlineReader(self._styles, aside, self._remark)
            for paragraph in story.iter(w("p")):
                pieces = reader.read(paragraph, "").pieces
                text = " ".join("".join(run.text for run in self._decoder.runs(pieces)).split())
                if any(sign.isalpha() for sign in text) and text.lower() not in {"trang", "page"}:
                    self._losses.quote("header", text, once=True)
        for text in aside.quoted("wordart"):
            self._losses.quote("wordart", text, once=True)


def _lies(section: Element | None) -> bool | None:
    """Tell whether the pages of ``section`` lie on their side; None where there is none."""
    if section is None:
        return None
    size = section.find(w("pgSz"))
    return value(size, "orient") == "landscape" or whole(value(size, "w")) > whole(value(size, "h"))


def _shown(mark: ListMarker | str) -> str:
    """The number that Word shows for ``mark``; a bullet is none."""
    if isinstance(mark, ListMarker):
        return "" if mark.kind in {"dash", "plus"} else mark.typed
    return mark


def _by_id(root: Element | None) -> dict[str, Element]:
    return {value(note, "id") or "": note for note in children(root)}


def _skipped(row: Element, name: str) -> int:
    return min(max(whole(child_value(row.find(w("trPr")), w(name))), 0), _WIDEST)


def _is_drop_cap(properties: Element | None) -> bool:
    """Tell whether a paragraph is the large first letter of the next one, which Word parts from it."""
    frame = None if properties is None else properties.find(w("framePr"))
    return value(frame, "dropCap") in {"drop", "margin"}


def _is_contents(wrapper: Element) -> bool:
    """Tell whether ``wrapper`` is the control that holds a mục lục that Word made."""
    gallery = wrapper.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return value(gallery) == "Table of Contents"


def _is_blank(item: Item) -> bool:
    return isinstance(item, WordParagraph) and item.is_blank


def _put_together(items: Iterator[Item]) -> list[Item]:
    """Join paragraphs whose end was deleted with the next one."""
    result: list[Item] = []
    for item in items:
        last = result[-1] if result else None
        if isinstance(last, WordParagraph) and last.goes_on and isinstance(item, WordParagraph):
            result[-1] = joined(last, item)
        else:
            result.append(item)
    return result
