"""From an open PDF to plain pages: the only module that asks pdfium for letters, lines and pictures."""

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pypdfium2 import raw

from danvan_desktop.frozen import frozen
from danvan_desktop.importers.pdf.annotations import remarks_on_page
from danvan_desktop.importers.pdf.fonts import Face, face
from danvan_desktop.importers.pdf.page import UNMAPPED, Glyph, Page
from danvan_desktop.importers.pdf.paths import Matrix, matrix_of, multiply, page_strokes
from danvan_desktop.importers.pdf.tags import page_tags

if TYPE_CHECKING:
    import pypdfium2

_FILL_AND_STROKE = 2
"""A text render mode: letters drawn twice as thick, a bold that has no font of its own."""
_NOT_DRAWN = 3
_LONGEST_NAME = 256
_LEVEL = math.radians(8)
_HYPHEN_AT_LINE_END = "\x02"
_LARGEST_SIZE = 400.0


def read_page(document: "pypdfium2.PdfDocument", index: int) -> Page:
    """Read page ``index``, whichever way it is turned."""
    page = document[index]
    try:
        frame = _frame(page)
        text = page.get_textpage()
        try:
            reader = _Letters(text.raw, frame)
            letters = list(reader)
        finally:
            text.close()
        width, height = _size(page)
        return Page(
            number=index,
            width=width,
            height=height,
            glyphs=tuple(letter for letter, level in letters if level),
            strokes=page_strokes(page.raw, frame),
            tags=page_tags(page.raw, index),
            images=min(sum(_image_areas(page)) / max(width * height, 1.0), 1.0),
            turned="".join(letter.text for letter, level in letters if not level),
            remarks=remarks_on_page(page.raw),
            unseen=reader.unseen,
        )
    finally:
        page.close()


def count_letters(document: "pypdfium2.PdfDocument", index: int) -> int:
    """How many letters page ``index`` holds, before each is looked at."""
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            return int(text.count_chars())
        finally:
            text.close()
    finally:
        page.close()


def _frame(page: "pypdfium2.PdfPage") -> Matrix:
    """From the page's own coordinates to points from the paper's top left corner as it is looked at."""
    left, bottom, right, top = page.get_cropbox()
    return {
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }.get(page.get_rotation(), (1.0, 0.0, 0.0, -1.0, -left, top))


def _size(page: "pypdfium2.PdfPage") -> tuple[float, float]:
    """Width and height of the paper as it is looked at."""
    left, bottom, right, top = page.get_cropbox()
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    return (height, width) if page.get_rotation() in {90, 270} else (width, height)


@frozen
class _Style:
    """What all letters of one text object share."""

    face: Face
    size: float
    mcid: int
    level: bool
    thick: bool
    unseen: bool


class _Letters:
    """The letters of one page, each with whether it runs from left to right."""

    def __init__(self, text: ctypes.c_void_p, frame: Matrix) -> None:
        self._text = text
        self._frame = frame
        self._styles: dict[int, _Style] = {}
        self._faces: dict[int, Face] = {}
        self.unseen = 0
        """Letters so far that are not drawn."""

    def __iter__(self) -> Iterator[tuple[Glyph, bool]]:
        for index in range(raw.FPDFText_CountChars(self._text)):
            if raw.FPDFText_IsGenerated(self._text, index) == 1:
                continue
            holder = raw.FPDFText_GetTextObject(self._text, index)
            if holder:
                yield from self._letter(index, self._style(index, holder))

    def _letter(self, index: int, style: _Style) -> Iterator[tuple[Glyph, bool]]:
        letter = self._character(index)
        box = raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        if (
            not letter
            or not raw.FPDFText_GetLooseCharBox(self._text, index, box)
            or not raw.FPDFText_GetCharOrigin(self._text, index, x, y)
        ):
            return
        (x0, _), (x1, _) = (_point(self._frame, *corner) for corner in _corners(box))
        _, base = _point(self._frame, x.value, y.value)
        if not all(map(math.isfinite, (x0, x1, base))) or max(map(abs, (x0, x1, base))) > 20_000:
            return
        look = style.face
        self.unseen += style.unseen
        yield (
            Glyph(
                letter,
                min(x0, x1),
                max(x0, x1),
                base,
                style.size,
                bold=look.bold or style.thick,
                italic=look.italic,
                mcid=style.mcid,
                font=look.name,
            ),
            style.level,
        )

    def _character(self, index: int) -> str:
        code = raw.FPDFText_GetUnicode(self._text, index)
        if raw.FPDFText_HasUnicodeMapError(self._text, index) == 1:
            return UNMAPPED
        letter = chr(code) if 0 < code < 0x110000 else ""
        return "-" if letter == _HYPHEN_AT_LINE_END else letter

    def _style(self, index: int, holder: "ctypes._Pointer[ctypes.Structure]") -> _Style:
        address = ctypes.addressof(holder.contents)
        if address not in self._styles:
            self._styles[address] = self._read_style(index, holder)
        return self._styles[address]

    def _read_style(self, index: int, holder: "ctypes._Pointer[ctypes.Structure]") -> _Style:
        local = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._text, index, local)
        seen = multiply((local.a, local.b, local.c, local.d, 0.0, 0.0), self._frame)
        size = float(raw.FPDFText_GetFontSize(self._text, index)) * math.hypot(seen[2], seen[3])
        level = seen[0] > 0 and abs(math.atan2(seen[1], seen[0])) <= _LEVEL
        mode = raw.FPDFTextObj_GetTextRenderMode(holder)
        return _Style(
            face=self._face(raw.FPDFTextObj_GetFont(holder)),
            size=min(max(size, 1.0), _LARGEST_SIZE) if math.isfinite(size) else 1.0,
            mcid=raw.FPDFPageObj_GetMarkedContentID(holder),
            level=level,
            thick=mode == _FILL_AND_STROKE,
            unseen=mode == _NOT_DRAWN,
        )

    def _face(self, font: "ctypes._Pointer[ctypes.Structure] | None") -> Face:
        if not font:
            return Face("", bold=False, italic=False)
        address = ctypes.addressof(font.contents)
        if address not in self._faces:
            name = ctypes.create_string_buffer(_LONGEST_NAME)
            raw.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(font, angle)
            self._faces[address] = face(
                name.value.decode("utf-8", "replace"),
                raw.FPDFFont_GetFlags(font),
                raw.FPDFFont_GetWeight(font),
                angle.value,
            )
        return self._faces[address]


def _corners(box: raw.FS_RECTF) -> tuple[tuple[float, float], tuple[float, float]]:
    return (box.left, box.bottom), (box.right, box.top)


def _point(frame: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = frame
    return a * x + c * y + e, b * x + d * y + f


def _image_areas(page: "pypdfium2.PdfPage") -> Iterator[float]:
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        a, b, c, d, _, _ = matrix_of(item.raw)
        area = abs(a * d - b * c)
        if math.isfinite(area):
            yield area
