"""The names of fonts in printed files: of Word's export, Microsoft Print to PDF, old Vietnamese fonts."""

import re
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from danvan_desktop.fonts import find_fonts

_STYLES = ((False, False), (True, False), (False, True), (True, True))
_POSTSCRIPT = ("PSMT", "PS-BoldMT", "PS-ItalicMT", "PS-BoldItalicMT")
_SYMBOLIC = 4


def font_of(kind: str, *, bold: bool, italic: bool) -> str:
    """What a font is called on the canvas."""
    return f"Paper-{kind}-{_STYLES.index((bold, italic))}"


@cache
def register_fonts(kind: str) -> None:
    """Make the four fonts known to reportlab under the names that ``kind`` gives them in the file."""
    fonts = find_fonts()
    for index, (bold, italic) in enumerate(_STYLES):
        font = TTFont(font_of(kind, bold=bold, italic=italic), str(fonts.path(bold, italic)))
        font.face.name = _face_name(kind, index)
        if kind == "cid":
            font.face.flags, font.face.italicAngle, font.face.stemV = _SYMBOLIC, 0, 80
        pdfmetrics.registerFont(font)


def _face_name(kind: str, index: int) -> bytes:
    if kind == "cid":
        return b"00%d" % (index + 1)
    if kind == "old":
        return (b".VnTimeH", b".VnTimeH-Bold", b".VnTime-Italic", b".VnTimeH-BoldItalic")[index]
    if kind == "word":
        return (
            b"Times New Roman",
            b"Times New Roman,Bold",
            b"Times New Roman,Italic",
            b"TimesNewRoman,BoldItalic",
        )[index]
    return b"TimesNewRoman" + _POSTSCRIPT[index].encode()


def renamed(content: bytes, kind: str) -> bytes:
    """The file with "AAAAAA+001" as Microsoft Print to PDF names it, "CIDFont+F1"; no byte moves."""
    if kind != "cid":
        return content
    names: dict[bytes, bytes] = {}
    return re.sub(
        rb"[A-Z]{6}\+00\d", lambda m: names.setdefault(m[0], b"CIDFont+F%d" % (len(names) + 1)), content
    )
