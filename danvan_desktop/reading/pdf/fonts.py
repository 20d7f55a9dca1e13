"""Fonts of a PDF: bold and italic from the name and the font descriptor, embedded or not."""

import ctypes
import re

from pypdfium2 import raw

from danvan_desktop.reading.pdf.page import PdfFont

# TimesNewRomanPS-BoldItalicMT, Times New Roman,Bold, ABCDEF+LiberationSerif-Bold, .VnTimeH, Arial-Black …
_BOLD = re.compile(r"bold|black|heavy|(?:semi|demi)(?=$|[^a-z])|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it(?:$|mt|[^a-z])", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 600
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_LONGEST_NAME = 256


def read_font(font: "ctypes._Pointer[ctypes.Structure] | None") -> PdfFont:
    """Return the font of a text object."""
    if not font:
        return PdfFont("", bold=False, italic=False, embedded=False)
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    angle = ctypes.c_int()
    raw.FPDFFont_GetItalicAngle(font, angle)
    return described_font(
        name.value.decode("utf-8", "replace"),
        raw.FPDFFont_GetFlags(font),
        raw.FPDFFont_GetWeight(font),
        angle.value,
        embedded=raw.FPDFFont_GetIsEmbedded(font) == 1,
    )


def described_font(name: str, flags: int, weight: int, angle: int, *, embedded: bool = True) -> PdfFont:
    """Judge a font by its ``name`` first; a subset without a telling name by its descriptor."""
    family = _SUBSET.sub("", name)
    bold = bool(_BOLD.search(family)) or bool(flags & _FORCE_BOLD_FLAG) or _BOLD_WEIGHT <= weight <= 1000
    italic = bool(_ITALIC.search(family)) or bool(flags & _ITALIC_FLAG) or -45 <= angle < 0
    return PdfFont(family, bold, italic, embedded)
