"""Converts text in legacy font encodings (TCVN3, VNI) to Unicode; the font's name tells the encoding."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.reading.pdf.page import Glyph
from danvan_desktop.report.text.legacy_encodings import (
    Code,
    code_of_font,
    from_code,
    is_better_as,
    shows_capitals,
)
from danvan_desktop.report.text.syllables import is_syllable

_CODES: tuple[Code, ...] = ("TCVN3", "VNI")
_SIGNS = ".,;:!?()[]“”\"'"


def to_unicode(pages: Sequence[ImportedPage]) -> tuple[list[ImportedPage], tuple[Code, ...]]:
    """Give ``pages`` in Unicode, and the codes that some of their text was in."""
    codes = tuple(code for code in _CODES if _is_used(code, pages))
    if not codes:
        return list(pages), ()
    return [replace(page, glyphs=tuple(_corrected(_unicode(page.glyphs, codes)))) for page in pages], codes


def _is_used(code: Code, pages: Sequence[ImportedPage]) -> bool:
    """Whether text in fonts of ``code`` is in it; a file may map the letters to Unicode itself."""
    fonts = {font.name for page in pages for font in page.fonts}
    coded = {name for name in fonts if code_of_font(name) == code}
    letters = [g.text for page in pages for g in page.glyphs if g.style.font.name in coded] if coded else []
    return bool(letters) and is_better_as("".join(letters), code)


def _unicode(glyphs: Sequence[Glyph], codes: Sequence[Code]) -> Iterator[Glyph]:
    index = 0
    while index < len(glyphs):
        glyph = glyphs[index]
        code = code_of_font(glyph.style.font.name)
        index += 1
        if code is None or code not in codes:
            yield glyph
            continue
        following = glyphs[index] if index < len(glyphs) else None
        if code == "VNI" and following is not None and _is_letter(glyph, following):
            index += 1
            yield replace(glyph, text=from_code(glyph.text + following.text, code), x1=following.x1)
        else:
            text = from_code(glyph.text, code)
            yield replace(glyph, text=text.upper() if shows_capitals(glyph.style.font.name) else text)


def _is_letter(base: Glyph, sign: Glyph) -> bool:
    """Whether ``sign`` is the second half of the letter that ``base`` begins."""
    return sign.style.font == base.style.font and len(from_code(base.text + sign.text, "VNI")) == 1


def _corrected(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """``glyphs`` with "ư" where pdfium took its code in TCVN3, that of a soft hyphen, for a hyphen."""
    for is_space, group in groupby(glyphs, key=lambda glyph: glyph.is_space):
        word = list(group)
        if not is_space and any(glyph.text == "-" for glyph in word):
            letters = "".join(glyph.text for glyph in word).strip(_SIGNS).replace("-", "ư")
            if is_syllable(letters) and all(code_of_font(glyph.style.font.name) == "TCVN3" for glyph in word):
                word = [replace(glyph, text="ư") if glyph.text == "-" else glyph for glyph in word]
        yield from word
