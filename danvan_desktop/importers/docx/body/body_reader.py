"""Reader of the body of a Word file: paragraphs and tables in order, whatever they are wrapped in."""

from collections.abc import Iterator, Sequence

from danvan_desktop.importers.docx.body.character_format import TracedRun, is_shaded, without_erased
from danvan_desktop.importers.docx.body.decode_runs import Decoder
from danvan_desktop.importers.docx.body.gone_parts import gone_part
from danvan_desktop.importers.docx.body.inline import InlineReader, ParagraphContent, revision_of
from danvan_desktop.importers.docx.body.items import (
    GonePart,
    Item,
    ParagraphEdits,
    WordCell,
    WordParagraph,
    WordTable,
    joined_paragraphs,
)
from danvan_desktop.importers.docx.body.list_numbers import ListNumbers
from danvan_desktop.importers.docx.body.paragraph_shape import ALIGNMENTS, shape_of
from danvan_desktop.importers.docx.body.table_of_contents import without_contents
from danvan_desktop.importers.docx.body.unread import LETTERS, UnreadLetters, text_of
from danvan_desktop.importers.docx.import_losses import Losses, LossPlace
from danvan_desktop.importers.recognition.lines.list_markers import ListMarker
from danvan_desktop.reading.docx.content import BLOCK_WRAPPERS, INSERTIONS
from danvan_desktop.reading.docx.effective_properties import ParagraphProperties
from danvan_desktop.reading.docx.elements import (
    Element,
    child_value,
    children,
    first_choice,
    local,
    value,
)
from danvan_desktop.reading.docx.namespaces import w
from danvan_desktop.reading.docx.package import WordPackage
from danvan_desktop.reading.docx.page_setup import page_setup
from danvan_desktop.reading.docx.properties import flatten
from danvan_desktop.reading.docx.style_hierarchy import draws_borders, hierarchy_of
from danvan_desktop.reading.docx.tables import TableGridRow, column_widths, rows
from danvan_desktop.reading.progress import BLOCKS_A_PAGE, stepped
from danvan_desktop.report.diff.words import joined
from danvan_desktop.report.model import Run
from danvan_desktop.report.takeback.model import Revision
from danvan_desktop.report.text.legacy_encodings import convert_legacy
from danvan_desktop.report.text.normalise import one_line

_NOTES = ("footnote", "endnote", "comment")
_NOT_A_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class BodyReader:
    """Reads the blocks of one file.

    ``as_typed`` keeps letters that are only shown in capitals, ``traced`` what editing left.
    """

    def __init__(
        self, package: WordPackage, losses: Losses, *, as_typed: bool = False, traced: bool = False
    ) -> None:
        self._traced = traced
        self._package = package
        self._losses = losses
        self._styles = hierarchy_of(package)
        self._numbers = ListNumbers(self._styles.numbering, losses)
        _, assumed = convert_legacy(text_of(package.body))
        self._decoder = Decoder(losses, assumed, as_typed=as_typed)
        self._notes = {kind: _by_id(package.part(f"{kind}s")) for kind in _NOTES}
        self._inline = self._reader(package.body)
        self._inside: set[tuple[str, str]] = set()
        self._cited: set[tuple[str, str]] = set()
        """Kinds and ids of the notes that were read."""
        self._read: set[Element] = set()
        """Paragraphs of all parts that were read or quoted, and letters outside of paragraphs."""

    def read(self) -> list[Item]:
        """Read the whole body."""
        items = without_contents(_put_together(self._blocks(self._package.body)), self._losses)
        self._inline.finish()
        self._decoder.finish()
        self._note_stories()
        self._note_unread()
        return items

    @property
    def last_is_landscape(self) -> bool:
        """Whether the last pages are landscape."""
        return bool(_is_landscape(self._package.body.find(w("sectPr"))))

    def _blocks(
        self, parent: Element, *, boxed: bool = False, table_style: str | None = None
    ) -> Iterator[Item]:
        for element in stepped(children(parent), BLOCKS_A_PAGE):
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, boxed=boxed, table_style=table_style)
            elif name == "tbl":
                yield self._table(element)
            elif name in INSERTIONS or name in BLOCK_WRAPPERS:
                yield from self._wrapped(element, boxed=boxed, table_style=table_style)
            elif name == "del":
                self._quote("deleted", element)
            elif name == "AlternateContent":
                if (chosen := first_choice(element)) is not None:
                    yield from self._blocks(chosen, boxed=boxed, table_style=table_style)
            elif name in {"altChunk", "subDoc"}:
                self._losses.count("foreign")
            elif name in {"oMath", "oMathPara"}:
                self._quote("equation", element, otherwise="công thức")

    def _reader(self, story: Element, losses: Losses | None = None) -> InlineReader:
        return InlineReader(
            story,
            self._styles,
            losses or self._losses,
            self._remark,
            traced=self._traced,
            addresses=self._package.address,
        )

    def _quote(self, what: str, element: Element, otherwise: str = "") -> None:
        """Quote all letters of ``element``, which are not imported."""
        self._read.update(element.iter(w("p"), *LETTERS))
        self._losses.quote(what, text_of(element) or otherwise)

    def _wrapped(self, element: Element, *, boxed: bool, table_style: str | None) -> Iterator[Item]:
        contents = _is_contents(element)
        for item in self._blocks(element, boxed=boxed, table_style=table_style):
            if contents and isinstance(item, WordParagraph):
                item.is_contents = True
            yield item

    def _paragraph(self, element: Element, *, boxed: bool, table_style: str | None) -> Iterator[Item]:
        self._read.add(element)
        properties = element.find(w("pPr"))
        effective = self._styles.paragraph(properties, table_style)
        place = self._losses.here = LossPlace()
        content = self._inline.read(element, effective.style_id, table_style)
        traces = self._decoder.traced_runs(content.pieces)
        runs = joined(run for run, _ in without_erased(traces))
        text = "".join(run.text for run in runs)
        place.text = " ".join(text.split())
        ends = None if properties is None else properties.find(f"{w('rPr')}/{w('del')}")
        mark: ListMarker | str = ""
        if text.strip() or ends is None:  # Word counts an empty paragraph too
            mark = self._numbers.marker(effective.membership, " ".join(text.split()))
        if isinstance(mark, str) and mark and text.strip():
            runs = (Run(f"{mark} "), *runs)
        yield WordParagraph(
            runs=runs,
            style=effective.style_name,
            outline=effective.outline,
            align=ALIGNMENTS[effective.alignment],
            indent=0 if effective.membership else effective.left + effective.first_line,
            mark=mark if isinstance(mark, ListMarker) and text.strip() else None,
            lone_number="" if text.strip() else _shown(mark),
            comments=content.comments,
            bookmarks=content.bookmarks,
            boxed=boxed,
            section=_is_landscape(None if properties is None else properties.find(w("sectPr"))),
            is_contents=content.is_contents or effective.style_name.startswith("toc "),
            goes_on=(ends is not None and not (self._traced and _is_gone(traces)))
            or _is_drop_cap(properties),
            edits=_edits(properties, content, traces, effective) if self._traced else None,
        )
        for box in content.boxes:
            yield from self._blocks(box, boxed=True)

    def _table(self, element: Element) -> WordTable:
        properties = element.find(w("tblPr"))
        style = child_value(properties, w("tblStyle")) or ""
        bordered = draws_borders(None if properties is None else properties.find(w("tblBorders")))
        table = WordTable(
            widths=column_widths(element),
            bordered=bordered or self._styles.table_draws_borders(style),
        )
        heads = True
        for row in stepped(rows(element), BLOCKS_A_PAGE):
            if row.is_deleted:
                self._quote("deleted", row.element)
                table.gone_rows.append(
                    self._gone(row.element, _revisions(row.element.find(w("trPr")), "del"))
                )
                continue
            for revision in _revisions(row.element.find(w("trPr")), "ins"):
                table.new_rows[len(table.rows)] = revision
            heads = heads and row.is_header
            table.header_rows += heads
            table.rows.append(self._cells(row, table, style))
        return table

    def _cells(self, row: TableGridRow, table: WordTable, style: str) -> list[WordCell]:
        cells: list[WordCell] = []
        for cell in row.cells():
            if cell.is_deleted:
                self._quote("deleted", cell.elements[0])
                who = _revisions(cell.properties, "cellDel")
                table.gone_cells.append((cell.column, self._gone(cell.elements[0], who)))
                continue
            for revision in _revisions(cell.properties, "cellIns"):
                table.new_cells[len(table.rows), cell.column] = revision
            items: list[Item] = []
            for place, element in enumerate(cell.elements):
                properties = element.find(w("tcPr"))
                if not table.bordered and properties is not None:
                    table.bordered = draws_borders(properties.find(w("tcBorders")))
                found = _put_together(self._blocks(element, table_style=style))
                items += [item for item in found if not place or not _is_blank(item)]
            shaded = is_shaded(flatten(cell.properties))
            cells.append(WordCell(items, cell.column, cell.span, cell.continues, shaded))
        return cells

    def _gone(self, element: Element, who: Sequence[Revision]) -> GonePart:
        """Say what is known of a row or a cell that was taken out."""
        if not self._traced:
            return GonePart(tuple(who))
        part = gone_part(element, who)
        for comment in part.comments:
            self._remark("comment", comment)
        return part

    def _remark(self, kind: str, identifier: str) -> str:
        """Return the text of a footnote, an endnote or a comment, in one line."""
        note = self._notes[kind].get(identifier)
        key = (kind, identifier)
        if note is None or value(note, "type") in _NOT_A_NOTE or key in self._inside:
            return ""
        self._cited.add(key)
        self._inside.add(key)  # a note that cites itself ends here
        reader = self._reader(note)
        texts = [self._text_aside(paragraph, reader) for paragraph in note.iter(w("p"))]
        reader.finish()
        self._inside.discard(key)
        text = " ".join(" ".join(texts).split())
        author = one_line(value(note, "author") or "") if kind == "comment" else ""
        return f"{author}: {text}" if author and text else text

    def _text_aside(self, paragraph: Element, reader: InlineReader) -> str:
        """Return the text of a paragraph outside of the body; comments on it have no block to hang on."""
        self._read.add(paragraph)
        style = self._styles.paragraph(paragraph.find(w("pPr"))).style_id
        content = reader.read(paragraph, style)
        for comment in content.comments:
            self._losses.quote("orphan", comment)
        traces = self._decoder.traced_runs(content.pieces)
        return "".join(run.text for run, _ in without_erased(traces))

    def _note_stories(self) -> None:
        """Note the text of headers and footers, page numbers excepted: it is not imported."""
        self._losses.here = LossPlace()
        for story in dict.fromkeys(self._package.stories.values()):
            aside = Losses()
            reader = self._reader(story, aside)
            for paragraph in filter(_is_shown, story.iter(w("p"))):
                text = " ".join(self._text_aside(paragraph, reader).split())
                # Figures beside an automatic page number are none.
                says = str.isalnum if aside.counted("page_field") else str.isalpha
                if any(map(says, text)) and text.lower() not in {"trang", "page"}:
                    self._losses.quote("header", text, once=True)
            reader.finish()
            self._losses.take_quotes(aside)

    def _note_unread(self) -> None:
        """Note what no reader took: text in parts that should hold none, notes that are not found.

        Where all that is cited was found, the notes that are left are remains, which no program shows.
        """
        self._losses.here = LossPlace()
        parts = (self._package.document, *self._package.other_parts())
        if not any(map(self._cites_in_vain, (parts[0], *self._package.stories.values()))):
            for part in parts:
                for note in part.iter(*map(w, _NOTES)):
                    self._read.update(note.iter(w("p"), *LETTERS))
        for part in parts:
            for text in UnreadLetters(part).texts(self._read):
                self._losses.quote("unread", text)

    def _cites_in_vain(self, part: Element) -> bool:
        """Tell whether ``part`` cites a note that was not read: none is there, or it was deleted."""
        references = part.iter(*(w(f"{kind}Reference") for kind in _NOTES))
        cited = ((local(each).removesuffix("Reference"), value(each, "id") or "") for each in references)
        return any(each not in self._cited for each in cited)


def _revisions(properties: Element | None, name: str) -> list[Revision]:
    """Who put in or took out the row or the end of a paragraph that has these properties."""
    return [revision_of(element) for element in children(properties) if local(element) == name]


def _is_gone(traces: Sequence[TracedRun]) -> bool:
    """Tell whether all letters of a paragraph were taken out."""
    gone = [trace is not None and trace.is_erased for run, trace in traces if run.text.strip()]
    return bool(gone) and all(gone)


def _edits(
    properties: Element | None,
    content: ParagraphContent,
    traces: list[TracedRun],
    effective: ParagraphProperties,
) -> ParagraphEdits:
    end = None if properties is None else properties.find(w("rPr"))
    put_in = [*_revisions(end, "ins"), *_revisions(end, "moveTo")]
    taken_out = [*_revisions(end, "del"), *_revisions(end, "moveFrom")]
    return ParagraphEdits(
        traces,
        content.comment_ids,
        content.comment_words,
        content.opened,
        content.closed,
        put_in[0] if put_in else None,
        taken_out[0] if taken_out else None,
        next(iter(_revisions(properties, "pPrChange")), None),
        shape_of(effective, breaks_page=content.breaks_page),
    )


def _is_landscape(section: Element | None) -> bool | None:
    """Tell whether the pages of ``section`` are landscape; None where there is none."""
    return None if section is None else page_setup(section).is_landscape


def _shown(mark: ListMarker | str) -> str:
    """Return the number that Word shows for a list marker; a bullet is none."""
    if isinstance(mark, ListMarker):
        return "" if mark.kind in {"dash", "plus"} else mark.typed
    return mark


def _by_id(root: Element | None) -> dict[str, Element]:
    return {value(note, "id") or "": note for note in children(root)}


def _is_shown(paragraph: Element) -> bool:
    """Tell whether ``paragraph`` stands in no branch that is a copy for older programs."""
    below = paragraph
    for ancestor in paragraph.iterancestors():
        if local(ancestor) == "AlternateContent" and first_choice(ancestor) not in {None, below}:
            return False
        below = ancestor
    return True


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
            result[-1] = joined_paragraphs(last, item)
        else:
            result.append(item)
    return result
