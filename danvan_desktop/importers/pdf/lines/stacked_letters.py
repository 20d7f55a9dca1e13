"""Letters drawn on one another, because the widths that the file states of them are damaged.

PDFium takes a letter that is drawn twice at one place for a bold one, so that of "22" one is lost.
"""

from collections.abc import Iterable
from itertools import pairwise

from danvan_desktop.reading.pdf.page import Glyph

_SAME_PLACE = 0.01
"""Ems."""


def has_stacked_letters(glyphs: Iterable[Glyph]) -> bool:
    """Whether two letters that belong side by side stand on one another.

    Signs do not count: old fonts draw the marks of Vietnamese letters so. Neither do the letters of a
    ligature, which share one outline.
    """
    return any(
        before.origin == glyph.origin
        and before.text_object == glyph.text_object
        and abs(before.y - glyph.y) < _SAME_PLACE * glyph.size
        and _is_plain(before)
        and (_is_plain(glyph) or glyph.is_space)
        and (before.x1 != glyph.x1 or before.text.isdecimal() or glyph.text.isdecimal())
        for before, glyph in pairwise(glyphs)
    )


def _is_plain(glyph: Glyph) -> bool:
    return glyph.text.isascii() and glyph.text.isalnum()
