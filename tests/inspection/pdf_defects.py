"""PDFs with one defect: our own report changed before it is set, on its pages, or in its bytes."""

import re
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from danvan_desktop.inspection.measure import measure
from danvan_desktop.inspection.pdf import read_pdf
from danvan_desktop.inspection.sheet import Measurement
from danvan_desktop.layout.document import Document, HorizontalRule, NamedStyle, StyledParagraph
from danvan_desktop.layout.pages import Line, Pages
from tests.builders.pdf_file import with_offsets

NAME = "BC-DanVan-2025.pdf"

InDocument = Callable[[Document], Document]
InPages = Callable[[Pages], Pages]
InFile = Callable[[bytes], bytes]


def measured(content: bytes, name: str = NAME) -> dict[int, Measurement]:
    """What each line of the sheet finds in the file."""
    return measure(read_pdf(content, name))[1]


# ------------------------------------------------------------------------------------- in the Document


def _mapped(value: Any, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - whatever a Document holds
    """``value`` with ``change`` laid over every paragraph and rule in it."""
    if isinstance(value, tuple):
        return tuple(_mapped(item, change) for item in value)
    if isinstance(value, StyledParagraph | HorizontalRule):
        return change(value)
    if is_dataclass(value) and not isinstance(value, type) and not isinstance(value, NamedStyle):
        new = {field.name: _mapped(getattr(value, field.name), change) for field in fields(value)}
        return replace(value, **new)
    return value


def each(start: str, change: Callable[[StyledParagraph], StyledParagraph]) -> InDocument:
    """Change every paragraph that begins so."""
    hits: list[str] = []

    def at(item: StyledParagraph | HorizontalRule) -> StyledParagraph | HorizontalRule:
        if isinstance(item, StyledParagraph) and item.text.startswith(start):
            hits.append(item.text)
            return change(item)
        return item

    def run(document: Document) -> Document:
        new: Document = _mapped(document, at)
        assert hits, start
        return new

    return run


def styled(start: str, **settings: Any) -> InDocument:
    """Set the paragraphs that begin so in another style; bold and italic go to the letters."""

    def change(paragraph: StyledParagraph) -> StyledParagraph:
        looks = {key: settings[key] for key in ("bold", "italic", "underline") if key in settings}
        style = replace(paragraph.style, **{k: v for k, v in settings.items() if k != "underline"})
        spans = tuple(replace(span, **looks) for span in paragraph.spans)
        return replace(paragraph, style=style, spans=spans)

    return each(start, change)


def told(start: str, old: str, new: str) -> InDocument:
    """Change the words of the paragraphs that begin so."""

    def change(paragraph: StyledParagraph) -> StyledParagraph:
        assert old in paragraph.text
        first = replace(paragraph.spans[0], text=paragraph.text.replace(old, new))
        return replace(paragraph, spans=(first,))

    return each(start, change)


def ruled(number: int, **settings: int) -> InDocument:
    """Change the rule with this number: 0 agency, 1 motto, 2 trích yếu."""
    seen: list[HorizontalRule] = []

    def at(item: StyledParagraph | HorizontalRule) -> StyledParagraph | HorizontalRule:
        if isinstance(item, HorizontalRule):
            seen.append(item)
            return replace(item, **settings) if len(seen) - 1 == number else item
        return item

    return lambda document: _mapped(document, at)


def paper(**settings: int) -> InDocument:
    """Change paper and margins of every part."""
    return lambda document: replace(
        document, parts=tuple(replace(p, setup=replace(p.setup, **settings)) for p in document.parts)
    )


def without(start: str) -> InDocument:
    """Leave out the paragraphs that begin so, in cells too."""

    def kept(value: Any) -> Any:  # noqa: ANN401 - as above
        if isinstance(value, tuple):
            gone = [i for i in value if isinstance(i, StyledParagraph) and i.text.startswith(start)]
            return tuple(kept(item) for item in value if item not in gone)
        if is_dataclass(value) and not isinstance(
            value, type | NamedStyle | StyledParagraph | HorizontalRule
        ):
            return replace(value, **{f.name: kept(getattr(value, f.name)) for f in fields(value)})
        return value

    return kept


# ------------------------------------------------------------------------------------- on the Pages


def moved(start: str, *, right: int = 0, down: int = 0) -> InPages:
    """Move the lines whose paragraph begins so."""

    def change(line: Line) -> Line:
        if not line.paragraph.text.startswith(start):
            return line
        fragments = tuple(replace(f, x=f.x + right) for f in line.fragments)
        return replace(line, fragments=fragments, top=line.top + down, baseline=line.baseline + down)

    return lambda pages: replace(
        pages,
        pages=tuple(replace(p, lines=tuple(map(change, p.lines))) for p in pages.pages),
    )


def strokes(change: Callable[[Any], Any], number: int) -> InPages:
    """Change one stroke of the first page, drop it when ``change`` gives None."""

    def run(pages: Pages) -> Pages:
        first, *others = pages.pages
        kept = [change(s) if i == number else s for i, s in enumerate(first.strokes)]
        return replace(pages, pages=(replace(first, strokes=tuple(s for s in kept if s)), *others))

    return run


def numbered(**settings: Any) -> InPages:
    """Change the page numbers."""

    def run(pages: Pages) -> Pages:
        return replace(
            pages,
            pages=tuple(
                replace(p, page_number=replace(p.page_number, **settings)) if p.page_number else p
                for p in pages.pages
            ),
        )

    return run


# ------------------------------------------------------------------------------------- in the bytes

_STREAM = re.compile(rb"<<\n/Filter \[ /FlateDecode \] /Length \d+\n>>\nstream\r?\n(.*?)endstream", re.DOTALL)


def redrawn(change: Callable[[bytes], bytes], *, page: int = 0) -> InFile:
    """Change what draws one page."""

    def run(content: bytes) -> bytes:
        drawn = [m for m in _STREAM.finditer(content) if b" Tm\n" in _unpacked(m[1])]
        match = drawn[page]
        old = _unpacked(match[1])
        new = change(old)
        assert new != old
        return with_offsets(content[: match.start()] + _stream(new) + content[match.end() :])

    return run


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompress(packed.rstrip(b"\r\n"))
    except zlib.error:
        return b""


def _stream(drawing: bytes) -> bytes:
    packed = zlib.compress(drawing)
    return b"<<\n/Filter [ /FlateDecode ] /Length %d\n>>\nstream\n%b\nendstream" % (len(packed), packed)


def in_catalog(entry: bytes) -> InFile:
    """Add ``entry`` to the catalog."""
    return lambda content: with_offsets(content.replace(b"/Type /Catalog", entry + b" /Type /Catalog", 1))
