"""The glyphs of a page with their character formats, from PDFium's text page."""

import ctypes
import math
from collections.abc import Iterator, Sequence

from pypdfium2 import raw

from danvan_desktop.reading.pdf.bare_calls import (
    Address,
    at,
    code_of,
    fill_color,
    font_of,
    font_size,
    has_no_code,
    is_generated,
    loose_box,
    marked_content_of,
    matrix_of,
    pen,
    render_mode,
    text_object,
)
from danvan_desktop.reading.pdf.coordinates import Matrix, Point, multiplied, transformed
from danvan_desktop.reading.pdf.fonts import read_font
from danvan_desktop.reading.pdf.page import UNMAPPED, Glyph, PdfFont, TextStyle

_FILL_AND_STROKE = 2
"""A text render mode: letters drawn twice as thick, a bold that has no font of its own."""
_NOT_DRAWN = 3
_SLOPE = 0.15
"""Text that rises by less runs from left to right; letters that lean over by more are italic."""
_HYPHEN_AT_LINE_END = 2
"""The code that PDFium makes of a hyphen at the end of a line."""
_GENERATED = frozenset({0x20, 0x0A, 0x0D})
"""The codes of what PDFium adds to the letters of a file."""
_NO_LETTERS = frozenset(range(0xFFF0, 0x10000))
"""What stands in that text for a hyphen at the end of a line."""
_RIGHT_TO_LEFT, _LEFT_AGAIN, _TURNED_FORMS = 0x0590, 0x0900, 0xFB1D
"""Scripts that run from right to left, whose letters PDFium puts into another order."""
_FIRST_STEP = 7
"""Letters to the next that is asked whose it is."""
_LARGEST_SIZE = 400.0
_SIZE_STEP = 0.5
_SIZE_SLACK = 0.07
_FARTHEST = 20_000.0
_SAME_BASELINE = 0.5
"""Points."""
_OVERHANG = 0.25
"""Ems by which a broad letter may begin left of where the pen stood."""


class GlyphReader:
    """Reads the glyphs of one page."""

    def __init__(self, text: ctypes.c_void_p, frame: Matrix) -> None:
        """Read from the text page ``text``; ``frame`` leads to the coordinates of the paper."""
        self._text = text
        self._page = at(ctypes.cast(text, ctypes.c_void_p).value or 0)
        self._frame = frame
        self._count: int = raw.FPDFText_CountChars(text)
        self.codes = self._all_codes()
        """Of every character of the page, those that PDFium adds included."""
        self._styles: dict[int, tuple[int, TextStyle]] = {}
        self._known: dict[TextStyle, TextStyle] = {}
        self._fonts: dict[int | None, PdfFont] = {}
        self._advances: dict[tuple[int, int], float] = {}
        """By the style, which is kept, and the code of a letter."""
        self._matrix = raw.FS_MATRIX()
        self._colors = tuple(ctypes.c_uint() for _ in range(4))
        self._letters: dict[int, str] = {_HYPHEN_AT_LINE_END: "-", 0: ""}

    def __iter__(self) -> Iterator[Glyph]:
        """Yield them in the order of the file."""
        page, codes, letters = self._page, self.codes, self._letters
        a, b, c, d, e, f = self._frame
        box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        to_box, to_x, to_y = map(ctypes.byref, (box, x, y))
        upright = b == c == 0
        for start, end, holder in self._objects():
            style: TextStyle | None = None
            number, widest, level = 0, 0.0, True
            for index in range(start, end):
                code = codes[index]
                if code in _GENERATED and is_generated(page, index) == 1:
                    continue
                if not loose_box(page, index, to_box) or not pen(page, index, to_x, to_y):
                    continue
                if upright:
                    one, other = a * box.left + e, a * box.right + e
                    origin, base = a * x.value + e, d * y.value + f
                else:
                    one = a * box.left + c * box.bottom + e
                    other = a * box.right + c * box.top + e
                    origin = a * x.value + c * y.value + e
                    base = b * x.value + d * y.value + f
                left, right = (one, other) if one <= other else (other, one)
                if not (left >= -_FARTHEST and right <= _FARTHEST and -_FARTHEST <= base <= _FARTHEST):
                    continue  # not a number either
                if style is None:
                    number, style = self._style(index, holder)
                    widest, level = 0.0 if style.italic else style.size, style.level
                if right - left > widest and level:
                    left, right = self._beside_the_pen(index, (left, right), (origin, base), style)
                if has_no_code(page, index) == 1:
                    letter = UNMAPPED
                else:
                    letter = letters[code] if code in letters else self._letter(code)
                yield Glyph(letter, left, right, base, style, left if left == origin else origin, number)

    def _all_codes(self) -> Sequence[int]:
        """The code of every character, at once where PDFium's text of the page has one for each."""
        count = self._count
        units = (ctypes.c_ushort * (2 * count + 1))()
        if raw.FPDFText_GetText(self._text, 0, count, units) == count + 1:
            codes: list[int] = units[:count]
            if _NO_LETTERS.isdisjoint(codes):
                return codes
            return [
                code_of(self._page, index) if code in _NO_LETTERS else code
                for index, code in enumerate(codes)
            ]
        return [code_of(self._page, index) for index in range(count)]

    def _objects(self) -> Iterator[tuple[int, int, int]]:
        """Yield where the letters of each text object begin and end, and its address.

        They lie together, with what PDFium adds between them, but where text runs from right to left.
        """
        page, count = self._page, self._count
        alone = any(_may_be_turned(code) for code in set(self.codes))
        start = 0
        while start < count:
            holder = text_object(page, start)
            if not holder:  # of what PDFium has added
                start += 1
                continue
            last, end, step = start, start + 1, _FIRST_STEP
            while not alone and end < count and text_object(page, end) == holder:
                last, end, step = end, min(end + step, count), 2 * step
            while end - last > 1:
                middle = (last + end) // 2
                if text_object(page, middle) == holder:
                    last = middle
                else:
                    end = middle
            yield start, end, holder
            start = end

    def _beside_the_pen(self, index: int, edges: Point, pen: Point, style: TextStyle) -> tuple[float, float]:
        """Return the ``edges`` of a letter that is broad or italic as the pen bounds them.

        An italic "ế" leans over into the gap behind it; the outline of a damaged font reaches anywhere.
        """
        origin, base = pen
        em = style.size * style.scale / 100
        if style.italic:
            edges = edges[0], min(edges[1], origin + em * self._advance(index, style))
            if edges[1] - edges[0] <= style.size:
                return edges
        x, y = ctypes.c_double(), ctypes.c_double()
        right = origin + em
        if raw.FPDFText_GetCharOrigin(self._text, index + 1, x, y):
            following, level = transformed(self._frame, x.value, y.value)
            if following > origin and abs(level - base) < _SAME_BASELINE:
                right = following
        return max(edges[0], origin - em * _OVERHANG), min(edges[1], right)

    def _advance(self, index: int, style: TextStyle) -> float:
        """Return how far the pen goes on for a letter, in ems; endless where its font does not say it."""
        code = self.codes[index]
        key = id(style), code
        if key not in self._advances:
            width = ctypes.c_float()
            font = raw.FPDFTextObj_GetFont(raw.FPDFText_GetTextObject(self._text, index))
            known = font and raw.FPDFFont_GetGlyphWidth(font, code, 1.0, width)
            self._advances[key] = width.value if known and width.value > 0 else math.inf
        return self._advances[key]

    def _letter(self, code: int) -> str:
        letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else UNMAPPED
        self._letters[code] = letter
        return letter

    def _style(self, index: int, holder: int) -> tuple[int, TextStyle]:
        if holder not in self._styles:
            style = self._read_style(index, at(holder))
            self._styles[holder] = len(self._styles), self._known.setdefault(style, style)
        return self._styles[holder]

    def _read_style(self, index: int, holder: Address) -> TextStyle:
        local = self._matrix
        if not matrix_of(self._page, index, ctypes.byref(local)):
            local.a = local.b = local.c = local.d = 0.0
        a, b, c, d, _, _ = multiplied((local.a, local.b, local.c, local.d, 0.0, 0.0), self._frame)
        height = math.hypot(c, d)
        size = font_size(self._page, index) * height
        scale = 100 * math.hypot(a, b) / height if height else 100.0
        font = self._font(index, font_of(holder))
        mode = render_mode(holder)
        return TextStyle(
            font=font,
            size=_rounded(min(max(size, 1.0), _LARGEST_SIZE)) if math.isfinite(size) else 1.0,
            bold=font.bold or mode == _FILL_AND_STROKE,
            italic=font.italic or (abs(d) > 0 and abs(c / d) > _SLOPE),
            mcid=marked_content_of(holder),
            color=self._color(index),
            scale=round(scale) if math.isfinite(scale) else 100,
            level=a > 0 and abs(b) <= abs(a) * _SLOPE,
            visible=mode != _NOT_DRAWN,
        )

    def _font(self, index: int, address: int | None) -> PdfFont:
        if address not in self._fonts:
            holder = raw.FPDFText_GetTextObject(self._text, index)
            self._fonts[address] = read_font(raw.FPDFTextObj_GetFont(holder))
        return self._fonts[address]

    def _color(self, index: int) -> str:
        colors = self._colors
        if not fill_color(self._page, index, *map(ctypes.byref, colors)):
            return "auto"
        red, green, blue, _ = (color.value for color in colors)
        return f"{red:02X}{green:02X}{blue:02X}" if red or green or blue else "auto"


def _may_be_turned(code: int) -> bool:
    return _RIGHT_TO_LEFT <= code < _LEFT_AGAIN or code >= _TURNED_FORMS


def _rounded(size: float) -> float:
    """Return ``size`` in half points where it only misses one by rounding."""
    near = round(size / _SIZE_STEP) * _SIZE_STEP
    return near if abs(near - size) <= _SIZE_SLACK else round(size, 2)
