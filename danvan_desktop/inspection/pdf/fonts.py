"""What the fonts of a PDF are called, how they look and whether the file holds them."""

import ctypes
import re

from pypdfium2 import raw

from danvan_desktop.frozen import frozen

_SUBSET = re.compile(r"[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it(?![a-z])", re.IGNORECASE)
_STYLE = re.compile(r"[-,]?(PS)?[-,]?(Bold|Italic|Oblique|Regular|Roman)*(MT)?$", re.IGNORECASE)
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAME_LENGTH = 256
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 700


@frozen
class Font:
    """A font of the file."""

    name: str
    """As a person knows it: "Times New Roman"."""
    bold: bool
    italic: bool
    embedded: bool


def read_font(handle: object) -> Font:
    """Return what is known of the font behind a text object."""
    if not handle:
        return Font("", bold=False, italic=False, embedded=False)
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    raw.FPDFFont_GetBaseFontName(handle, buffer, _NAME_LENGTH)
    full = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"), count=1)
    angle = ctypes.c_int()
    raw.FPDFFont_GetItalicAngle(handle, angle)
    flags, weight = raw.FPDFFont_GetFlags(handle), raw.FPDFFont_GetWeight(handle)
    return Font(
        family(full),
        bold=bool(_BOLD.search(full) or flags & _FORCE_BOLD_FLAG or _BOLD_WEIGHT <= weight <= 1000),
        italic=bool(_ITALIC.search(full) or flags & _ITALIC_FLAG or angle.value < 0),
        embedded=raw.FPDFFont_GetIsEmbedded(handle) == 1,
    )


def family(name: str) -> str:
    """Return the family of a PostScript name: "TimesNewRomanPS-BoldMT" is Times New Roman."""
    bare = _STYLE.sub("", name)
    return _WORD.sub(" ", bare) if bare else name
