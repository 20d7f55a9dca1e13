"""A PDF page for import: horizontal text, strokes, structure tags, share of pictures, comments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from danvan_desktop.reading.pdf.page import (
    Annotation,
    Glyph,
    PdfFont,
    PdfPage,
    PdfStroke,
    StructureTag,
    seen_of,
    styles_of,
)
from danvan_desktop.report.text.normalise import one_line

_COMMENTS = frozenset({"Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret"})
_NEARLY_ALL = 0.8


@dataclass(frozen=True)
class ImportedPage:
    """One page; points from the paper's top left corner, y downwards."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    """Those that run from left to right."""
    strokes: tuple[PdfStroke, ...] = ()
    tags: Mapping[int, StructureTag] = field(default_factory=dict)
    images: float = 0.0
    """The share of the paper that pictures cover, at most 1."""
    turned: str = ""
    """Text that does not run from left to right."""
    remarks: tuple[str, ...] = ()
    """The words of comments, stamps and fields on it; "" for a stamp without words."""
    signatures: tuple[str, ...] = ()
    """What signatures show on it besides what belongs to the text: who signed, and when."""
    unseen: int = 0
    """How many letters are not drawn: a program has read them out of a picture."""
    damaged: bool = False
    """Whether it is damaged inside: text of it may be lost or wrong."""

    @cached_property
    def seen(self) -> tuple[Glyph, ...]:
        """Its letters without spaces."""
        return tuple(seen_of(self.glyphs))

    @cached_property
    def fonts(self) -> frozenset[PdfFont]:
        """The fonts of its letters."""
        return frozenset(style.font for style in styles_of(self.glyphs))

    @property
    def has_text(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.seen)

    @cached_property
    def is_tagged(self) -> bool:
        """Whether nearly all its text belongs to a block of the structure tree."""
        known = sum(glyph.style.mcid in self.tags for glyph in self.seen)
        return bool(self.seen) and known >= _NEARLY_ALL * len(self.seen)


def imported_page(page: PdfPage, *, damaged: bool = False) -> ImportedPage:
    """Take over what import needs of ``page``; a glyph without a character is left out."""
    letters = [glyph for glyph in page.glyphs if glyph.text]
    plain = all(style.level and style.visible for style in styles_of(letters))
    return ImportedPage(
        number=page.number,
        width=page.width,
        height=page.height,
        glyphs=tuple(letters if plain else (glyph for glyph in letters if glyph.style.level)),
        strokes=page.strokes,
        tags=page.tags,
        images=page.image_share,
        turned="" if plain else "".join(glyph.text for glyph in letters if not glyph.style.level),
        remarks=tuple(_remarks(page.annotations)),
        signatures=tuple(
            text for each in page.annotations if each.kind == "Signature" and (text := one_line(each.text))
        ),
        unseen=0 if plain else sum(not glyph.style.visible for glyph in letters),
        damaged=damaged,
    )


def _remarks(annotations: tuple[Annotation, ...]) -> list[str]:
    """The words of ``annotations``; a stamp is seen without any, a coloured line then says nothing."""
    texts = [(each.kind, one_line(each.text)) for each in annotations]
    return [
        text for kind, text in texts if kind == "Stamp" or (text and (kind in _COMMENTS or kind == "Widget"))
    ]
