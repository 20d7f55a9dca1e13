"""The letters of a page, each with its place and look."""

import ctypes
import math
from collections.abc import Iterator

from pypdfium2 import raw

from danvan_desktop.frozen import frozen
from danvan_desktop.inspection.pdf.fonts import Font, read_font

Matrix = tuple[float, float, float, float, float, float]

_TWIPS = 20.0
_HYPHEN_AT_END = "\x02"
"""What pdfium makes of a hyphen at the end of a line."""
_INVISIBLE = 3
_FILL_AND_STROKE = 2
_SIZE_STEP = 0.5
_SIZE_SLACK = 0.07
"""Programs that round to a printer's dots write 14.04 for 14."""
_SKEW = 0.15
UNREADABLE = "\ufffd"


@frozen
class Look:
    """What all letters of one text object share."""

    font: Font
    size: float
    """Points."""
    bold: bool
    italic: bool
    color: str
    """RRGGBB, or "auto" for black."""
    scale: int
    """Width of letters in per cent."""
    level: bool
    """Whether it runs from left to right."""
    visible: bool


@frozen
class Glyph:
    """A letter on the page; twips from the paper's top left corner."""

    text: str
    left: float
    right: float
    baseline: float
    look: Look
    piece: int
    """Which text object it belongs to."""

    @property
    def is_space(self) -> bool:
        """Whether nothing of it is seen."""
        return not self.text.strip()


def frame_of(box: tuple[float, float, float, float], rotation: int) -> Matrix:
    """Return how the page's own coordinates become twips from the paper's top left corner."""
    left, bottom, right, top = (side * _TWIPS for side in box)
    k = _TWIPS
    return {
        90: (0.0, k, k, 0.0, -bottom, -left),
        180: (-k, 0.0, 0.0, k, right, -bottom),
        270: (0.0, -k, -k, 0.0, top, right),
    }.get(rotation, (k, 0.0, 0.0, -k, -left, top))


def placed(frame: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return the point in the coordinates of ``frame``."""
    a, b, c, d, e, f = frame
    return a * x + c * y + e, b * x + d * y + f


def combined(first: Matrix, second: Matrix) -> Matrix:
    """Return ``first``, then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def matrix_of(handle: object) -> Matrix:
    """Return the matrix of a page object."""
    m = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, m):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


class Letters:
    """Reads the letters of one page after another; remembers fonts."""

    def __init__(self) -> None:
        self.fonts: dict[int, Font] = {}

    def read(self, text: object, frame: Matrix) -> Iterator[Glyph]:
        """Yield the letters of a text page."""
        looks: dict[int, tuple[int, Look]] = {}
        box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        for index in range(raw.FPDFText_CountChars(text)):
            if raw.FPDFText_IsGenerated(text, index) == 1:
                continue
            holder = raw.FPDFText_GetTextObject(text, index)
            if not holder:
                continue
            address = ctypes.addressof(holder.contents)
            if address not in looks:
                looks[address] = (len(looks), self._look(text, index, holder, frame))
            piece, look = looks[address]
            raw.FPDFText_GetLooseCharBox(text, index, box)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            left, baseline = placed(frame, x.value, y.value)
            right, _ = placed(frame, box.right, y.value)
            if math.isfinite(left + right + baseline):
                yield Glyph(_letter(text, index), left, max(left, right), baseline, look, piece)

    def _look(self, text: object, index: int, holder: object, frame: Matrix) -> Look:
        m = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, index, m)
        a, b, c, d, _, _ = combined((m.a, m.b, m.c, m.d, 0.0, 0.0), frame)
        height = math.hypot(c, d) / _TWIPS
        font = self._font(raw.FPDFTextObj_GetFont(holder))
        mode = raw.FPDFTextObj_GetTextRenderMode(holder)
        return Look(
            font=font,
            size=_whole(raw.FPDFText_GetFontSize(text, index) * height),
            bold=font.bold or mode == _FILL_AND_STROKE,
            italic=font.italic or (abs(d) > 0 and abs(c / d) > _SKEW),
            color=_color(text, index),
            scale=round(100 * math.hypot(a, b) / _TWIPS / height) if height else 100,
            level=a > 0 and abs(b) <= abs(a) * _SKEW,
            visible=mode != _INVISIBLE,
        )

    def _font(self, handle: object) -> Font:
        if not handle:
            return read_font(handle)
        address = ctypes.addressof(handle.contents)  # type: ignore[attr-defined]  # a pointer
        if address not in self.fonts:
            self.fonts[address] = read_font(handle)
        return self.fonts[address]


def _letter(text: object, index: int) -> str:
    if raw.FPDFText_HasUnicodeMapError(text, index) == 1:
        return UNREADABLE
    code = raw.FPDFText_GetUnicode(text, index)
    letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else UNREADABLE
    return "-" if letter == _HYPHEN_AT_END else letter


def _color(text: object, index: int) -> str:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha):
        return "auto"
    name = f"{red.value:02X}{green.value:02X}{blue.value:02X}"
    return "auto" if name == "000000" else name


def _whole(size: float) -> float:
    """Return ``size`` in half points where it only misses one by rounding."""
    near = round(size / _SIZE_STEP) * _SIZE_STEP
    return near if abs(near - size) <= _SIZE_SLACK else round(size, 2)
