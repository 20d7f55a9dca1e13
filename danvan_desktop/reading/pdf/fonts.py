"""Fonts of a PDF: bold and italic from the name and the font descriptor, or from the font program itself."""

import ctypes
import re

from pypdfium2 import raw

from danvan_desktop.reading.pdf.font_programs import FontProgram, read_program
from danvan_desktop.reading.pdf.page import PdfFont

# TimesNewRomanPS-BoldItalicMT, Times New Roman,Bold, ABCDEF+LiberationSerif-Bold, .VnTimeH, Arial-Black …
_BOLD = re.compile(r"bold|black|heavy|(?:semi|demi)(?=$|[^a-z])|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it(?:$|mt|[^a-z])", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 600
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_LONGEST_NAME = 256
_BARE = re.compile(r"CID|Font|Type|Unnamed|Embedded|Subset", re.IGNORECASE)
_TELLING = re.compile(r"[^\W\d_]{4}")
"""What a name has, less the words above, that somebody gave: "CIDFont+F1", "TT2" and "F7" tell nothing."""
_LARGEST_PROGRAM = 32 * 1024 * 1024
"""Bytes of a font program that is looked into: one of Chinese letters has 20 million."""


def read_font(font: "ctypes._Pointer[ctypes.Structure] | None") -> PdfFont:
    """Return the font of a text object."""
    if not font:
        return PdfFont("", bold=False, italic=False, embedded=False)
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    angle = ctypes.c_int()
    raw.FPDFFont_GetItalicAngle(font, angle)
    described = described_font(
        name.value.decode("utf-8", "replace"),
        raw.FPDFFont_GetFlags(font),
        raw.FPDFFont_GetWeight(font),
        angle.value,
        embedded=raw.FPDFFont_GetIsEmbedded(font) == 1,
    )
    if described.embedded and not is_telling(described.name):
        return with_program(described, _program(font))
    return described


def is_telling(name: str) -> bool:
    """Tell whether ``name`` is one that people gave a font, and not a number that a program gave it."""
    return _TELLING.search(_BARE.sub(" ", name)) is not None


def with_program(font: PdfFont, program: FontProgram | None) -> PdfFont:
    """Return ``font``, whose name tells nothing, as its font program ``program`` describes itself."""
    if program is None:
        return font
    name = program.name if is_telling(program.name) else font.name
    by_name = described_font(name, 0, 0, 0)
    return PdfFont(
        by_name.name,
        bold=font.bold or program.bold or by_name.bold,
        italic=font.italic or program.italic or by_name.italic,
        embedded=font.embedded,
    )


def _program(font: "ctypes._Pointer[ctypes.Structure]") -> FontProgram | None:
    length = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, length)
    if not 0 < length.value <= _LARGEST_PROGRAM:
        return None
    data = (ctypes.c_uint8 * length.value)()
    if not raw.FPDFFont_GetFontData(font, data, length.value, length):
        return None
    return read_program(bytes(data))


def described_font(name: str, flags: int, weight: int, angle: int, *, embedded: bool = True) -> PdfFont:
    """Judge a font by its ``name`` first; a subset without a telling name by its descriptor."""
    family = _SUBSET.sub("", name)
    bold = bool(_BOLD.search(family)) or bool(flags & _FORCE_BOLD_FLAG) or _BOLD_WEIGHT <= weight <= 1000
    italic = bool(_ITALIC.search(family)) or bool(flags & _ITALIC_FLAG) or -45 <= angle < 0
    return PdfFont(family, bold, italic, embedded)
