"""Inline content of a paragraph: runs with their formatting, fields, notes, drawings, tracked changes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.docx.body.character_format import (
    CharacterFormat,
    Trace,
    character_format,
    letters_set,
)
from danvan_desktop.importers.docx.body.drawings import text_boxes
from danvan_desktop.importers.docx.body.fields import Fields
from danvan_desktop.importers.docx.body.unread import LETTERS, UnreadLetters, text_of
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.reading.docx.content import INLINE_WRAPPERS
from danvan_desktop.reading.docx.effective_properties import RunProperties
from danvan_desktop.reading.docx.elements import (
    Element,
    children,
    first_choice,
    letters_of,
    local,
    means_on,
    value,
)
from danvan_desktop.reading.docx.namespaces import RELATIONSHIP_ID, w
from danvan_desktop.reading.docx.style_hierarchy import StyleHierarchy
from danvan_desktop.report.takeback.layout_values import LetterStretch
from danvan_desktop.report.takeback.model import Revision
from danvan_desktop.report.text.symbol_fonts import is_symbol_font, sign_of

_SOFT_HYPHEN = "\u00ad"
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": _SOFT_HYPHEN}
"""The soft hyphen is the "ư" of TCVN3; elsewhere the normaliser takes it away."""
_ALMOST_BLACK = 0x30
"""Of red, green and blue."""
_PRIVATE = range(0xF000, 0xF100)


_NO_TRACE = Trace()


@frozen
class RawRun:
    """A run of text as typed, in one formatting; not yet converted from a legacy encoding."""

    text: str
    format: CharacterFormat


@dataclass(slots=True)
class ParagraphContent:
    """The text of one paragraph and what hangs on it."""

    pieces: list[RawRun] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    comment_ids: list[str] = field(default_factory=list)
    """Of comments that begin here, and of those whose sign stands here."""
    comment_starts: dict[str, int] = field(default_factory=dict)
    """At which piece the words begin that a comment is about, by its id."""
    comment_words: dict[str, str] = field(default_factory=dict)
    """Those words, as far as they stand here."""
    bookmarks: list[str] = field(default_factory=list)
    opened: dict[str, str] = field(default_factory=dict)
    """Names of the bookmarks that begin here, by the ids at which they end."""
    closed: dict[str, bool] = field(default_factory=dict)
    """Ids of the bookmarks that end here, and whether any text stands before that."""
    boxes: list[Element] = field(default_factory=list)
    """Text boxes that hang on it, as ``w:txbxContent``."""
    breaks_page: bool = False
    """Whether a page or a column ends within it."""
    is_contents: bool = False
    """Whether it is a line of a mục lục that Word made."""


class InlineReader:
    """Reads the paragraphs of one story in order; fields may go over several of them."""

    def __init__(
        self,
        story: Element,
        styles: StyleHierarchy,
        losses: Losses,
        remarks: Callable[[str, str], str],
        *,
        traced: bool = False,
        addresses: Callable[[str], str] = str,
    ) -> None:
        self._styles = styles
        self._formats: dict[RunProperties, CharacterFormat] = {}
        self._letters_set: dict[RunProperties, LetterStretch] = {}
        self._losses = losses
        self._remarks = remarks
        """Gives the text of a footnote, an endnote or a comment by its kind and id."""
        self._fields = Fields(losses, story)
        self._traced = traced
        """Whether what was taken out under track changes is wanted too, and who did what."""
        self._addresses = addresses
        """Says where a link leads, by its id."""
        self._is_in_link = False
        self._trace = _NO_TRACE
        self._style = ""
        self._table_style: str | None = None
        self._content = ParagraphContent()
        self._unread = UnreadLetters(story)
        self._read: set[Element] = set()
        """Elements with letters of this paragraph that were read or quoted."""
        self._between: dict[str, Callable[[Element], None]] = {
            "r": self._run,
            "hyperlink": self._link,
            "AlternateContent": self._choose,
            "ins": self._inserted,
            "moveTo": self._inserted,
            "del": self._deleted,
            "moveFrom": self._moved_away,
            "fldSimple": self._simple_field,
            "oMath": self._equation,
            "oMathPara": self._equation,
            "bookmarkStart": self._bookmark,
            "bookmarkEnd": self._bookmark_ends,
            "commentRangeStart": self._comment_begins,
            "commentRangeEnd": self._comment_ends,
            "subDoc": self._other_file,
        }
        self._within_run: dict[str, Callable[[Element, CharacterFormat], None]] = {
            "br": self._break,
            "sym": self._symbol,
            "fldChar": self._field_sign,
            "instrText": self._instruction,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "commentReference": self._comment,
            "delText": self._deleted_letters,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
        }

    def read(self, paragraph: Element, style: str, table_style: str | None = None) -> ParagraphContent:
        """Read ``w:p`` in that paragraph style, in a table of that style."""
        self._style, self._table_style, self._content = style, table_style, ParagraphContent()
        self._read.clear()
        self._fields.begin_paragraph()
        self._walk(paragraph)
        for identifier in list(self._content.comment_starts):
            self._note_words(identifier)  # it goes on in the next paragraph
        if missed := self._unread.of_paragraph(paragraph, self._read):
            self._losses.quote("unread", missed)
        return self._content

    def finish(self) -> None:
        """End the story: no paragraph follows."""
        self._fields.finish()

    def _walk(self, parent: Element) -> None:
        for element in children(parent):
            name = local(element)
            if name in self._between:
                self._between[name](element)
            elif name in INLINE_WRAPPERS:
                self._walk(element)

    def _link(self, element: Element) -> None:
        """Read the words of a link; where it leads has no place in a report."""
        address = self._addresses(element.get(RELATIONSHIP_ID) or "") if self._traced else ""
        if address and address not in text_of(element):
            self._losses.quote("link", f"{text_of(element)} → {address}")
        before, self._is_in_link = self._is_in_link, True
        self._walk(element)
        self._is_in_link = before

    def _choose(self, element: Element) -> None:
        """Of the alternatives only one is the text."""
        if (chosen := first_choice(element)) is not None:
            self._walk(chosen)

    def _inserted(self, element: Element) -> None:
        self._losses.count("inserted" if local(element) == "ins" else "moved")
        self._walk_tracked(element, is_erased=False)

    def _deleted(self, element: Element) -> None:
        if self._traced:
            self._walk_tracked(element, is_erased=True)
        else:
            self._quote("deleted", element)

    def _moved_away(self, element: Element) -> None:
        """What was moved stands elsewhere."""
        if self._traced:
            self._walk_tracked(element, is_erased=True)

    def _walk_tracked(self, element: Element, *, is_erased: bool) -> None:
        before = self._trace
        is_new_erasure = is_erased and not before.is_erased
        self._trace = replace(
            before,
            revision=revision_of(element),
            is_erased=is_erased or before.is_erased,
            put_in_by=before.revision if is_new_erasure else before.put_in_by,
            is_moved=local(element) in {"moveFrom", "moveTo"},
        )
        self._walk(element)
        self._trace = before

    def _simple_field(self, element: Element) -> None:
        self._fields.simple(value(element, "instr") or "", lambda: self._walk(element))

    def _equation(self, element: Element) -> None:
        self._quote("equation", element, otherwise="công thức")

    def _quote(self, what: str, element: Element, otherwise: str = "") -> None:
        """Quote all letters of ``element``, which are not imported."""
        self._read.update(element.iter(*LETTERS))
        self._losses.quote(what, text_of(element) or otherwise)

    def _bookmark(self, element: Element) -> None:
        self._content.bookmarks.append(value(element, "name") or "")
        self._content.opened[value(element, "id") or ""] = value(element, "name") or ""

    def _bookmark_ends(self, element: Element) -> None:
        self._content.closed[value(element, "id") or ""] = bool(self._content.pieces)

    def _other_file(self, _element: Element) -> None:
        self._losses.count("foreign")

    def _run(self, run: Element) -> None:
        properties = self._styles.run(run.find(w("rPr")), self._style, self._table_style)
        format_ = self._formats.get(properties)
        if format_ is None:
            format_ = self._formats[properties] = character_format(properties)
        if self._traced:
            format_ = self._with_trace(format_, properties, run.find(f"{w('rPr')}/{w('rPrChange')}"))
            is_struck = format_.trace is not None and format_.trace.is_struck
            if not (is_struck or self._is_in_link) and _is_coloured(properties):
                self._losses.quote("colour", text_of(run))
        for element in children(run):
            self._part(element, format_)

    def _with_trace(
        self, format_: CharacterFormat, properties: RunProperties, change: Element | None
    ) -> CharacterFormat:
        struck = means_on(properties.flat.get("strike")) or means_on(properties.flat.get("dstrike"))
        restyled = None if change is None else revision_of(change)
        letters = self._letters_set.get(properties)
        if letters is None:
            letters = self._letters_set[properties] = letters_set(properties)
        trace = replace(self._trace, is_struck=struck, restyled=restyled, letters=letters)
        return replace(format_, trace=trace)

    def _part(self, element: Element, format_: CharacterFormat) -> None:
        """Read one part of a run."""
        name = local(element)
        if name == "t":
            self._read.add(element)
            self._letters(letters_of(element), format_)
        elif name in _SIGNS:
            self._text(_SIGNS[name], format_)
        elif name == "AlternateContent":
            for part in children(first_choice(element)):
                self._part(part, format_)
        elif name in INLINE_WRAPPERS:
            self._walk(element)
        elif name in self._within_run:
            self._within_run[name](element, format_)

    def _break(self, element: Element, format_: CharacterFormat) -> None:
        is_page = value(element, "type") in {"page", "column"}
        self._content.breaks_page |= is_page
        self._text(" " if is_page else "\n", format_)

    def _field_sign(self, element: Element, format_: CharacterFormat) -> None:
        self._text(self._fields.step(element), format_)

    def _instruction(self, element: Element, format_: CharacterFormat) -> None:
        self._read.add(element)
        if not self._fields.is_instruction(letters_of(element)):
            self._letters(letters_of(element), format_)

    def _comment_begins(self, element: Element) -> None:
        self._content.comment_ids.append(value(element, "id") or "")
        self._content.comment_starts[value(element, "id") or ""] = len(self._content.pieces)

    def _comment_ends(self, element: Element) -> None:
        self._note_words(value(element, "id") or "")

    def _note_words(self, identifier: str) -> None:
        start = self._content.comment_starts.pop(identifier, None)
        if start is not None:
            pieces = self._content.pieces[start:]
            shown = [
                each.text for each in pieces if each.format.trace is None or not each.format.trace.is_erased
            ]
            said = "".join(shown).strip() or "".join(each.text for each in pieces)  # what went, if all did
            self._content.comment_words[identifier] = " ".join(said.split())

    def _comment(self, element: Element, _format: CharacterFormat) -> None:
        self._content.comment_ids.append(value(element, "id") or "")
        if text := self._remarks("comment", value(element, "id") or ""):
            self._content.comments.append(text)

    def _deleted_letters(self, element: Element, format_: CharacterFormat) -> None:
        self._read.add(element)
        if self._traced:
            self._letters(letters_of(element), format_)
            return
        self._losses.quote("deleted", letters_of(element))

    def _drawing(self, element: Element, _format: CharacterFormat) -> None:
        self._content.boxes += text_boxes(element, self._losses)

    def _text(self, text: str, format_: CharacterFormat) -> None:
        if not text or self._fields.hides(text):
            return
        if format_.hidden:
            self._losses.quote("hidden", text)
            return
        if text.strip():
            self._content.is_contents |= self._fields.is_contents
        self._content.pieces.append(RawRun(text, format_))

    def _letters(self, text: str, format_: CharacterFormat) -> None:
        """Read typed text; in a symbol font the characters of the private use area are its signs."""
        if is_symbol_font(format_.font):
            text = "".join(self._sign(c, format_.font) if ord(c) in _PRIVATE else c for c in text)
        self._text(text, format_)

    def _sign(self, sign: str, font: str) -> str:
        """Return a sign of a symbol font in Unicode; "•", with a note, for an unknown one."""
        known = sign_of(font, ord(sign))
        if known is None:
            self._losses.quote("symbol", font, once=True)
        return known or "•"

    def _symbol(self, element: Element, format_: CharacterFormat) -> None:
        """Read a character by its number in a font: a letter of a legacy encoding, or a symbol."""
        font = value(element, "font") or ""
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            return
        if code in _PRIVATE:
            code -= 0xF000
        if font.lower().startswith((".vn", "vni")):
            self._text(chr(code), replace(format_, capitals=False, hidden=False, font=font))
        elif is_symbol_font(font):
            self._text(self._sign(chr(code), font), format_)
        elif 0x20 <= code < 0x110000:
            self._text(chr(code), format_)

    def _note(self, element: Element, format_: CharacterFormat) -> None:
        kind = local(element).removesuffix("Reference")
        if text := self._remarks(kind, value(element, "id") or ""):
            self._losses.count("footnote")
            plain = CharacterFormat(font=format_.font)
            self._content.pieces.append(RawRun(f" [{text}]", plain))


def _is_coloured(properties: RunProperties) -> bool:
    """Tell whether letters were marked by colour; what an editor writes for black is none."""
    flat = properties.flat
    if flat.get("highlight", "none") not in {"none", "white"}:
        return True
    colour = flat.get("color", "auto")
    parts = [colour[at : at + 2] for at in range(0, len(colour), 2)]
    try:
        return any(int(part, 16) > _ALMOST_BLACK for part in parts)
    except ValueError:
        return False  # "auto"


def revision_of(element: Element) -> Revision:
    """Say who made a tracked change, and when."""
    return Revision(value(element, "author") or "", value(element, "date") or "")
