"""Character to glyph mapping: the table "cmap" (ISO/IEC 14496-22, 5.2.1), asked a character at a time.

A report uses some 150 characters of the 2,600 that each face has.
"""

import struct
from bisect import bisect_left

_WINDOWS, _UNICODE = 3, 1
_SEGMENTS = 4
"""The format of the table that a Windows font has for Unicode."""
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


class Characters(dict[int, int]):
    """Glyphs by code point, filled as they are asked for; 0 stands for a character the font lacks."""

    def __init__(self, cmap: bytes, count: int) -> None:
        """Take the table of a font of ``count`` glyphs.

        Raises:
            ValueError: the font is not for Unicode.
        """
        table = cmap[_place(cmap) :]
        form, length, _, doubled = struct.unpack_from(">4H", table)
        if form != _SEGMENTS:
            raise ValueError("characters in an unknown format")
        number = doubled // 2
        words = struct.unpack_from(f">{length // 2 - 7}H", table, 14)
        self._ends, self._starts = words[:number], words[number + 1 : 2 * number + 1]
        self._deltas, self._lists = words[2 * number + 1 : 3 * number + 1], words[3 * number + 1 :]
        self._count = count
        if len(self._lists) < number:
            raise ValueError("table of characters cut off")

    def __missing__(self, code: int) -> int:
        glyph = self._found(code)
        if code == _NO_BREAK_SPACE:  # as wide as a space, even where the font thinks otherwise
            glyph = self[_SPACE] or glyph
        self[code] = glyph
        return glyph

    def _found(self, code: int) -> int:
        """The glyph by the segment, which is a range of glyphs or a list of them."""
        segment = bisect_left(self._ends, code)
        if segment == len(self._ends) or self._starts[segment] > code:
            return 0
        glyph, delta = code, self._deltas[segment]
        if skip := self._lists[segment]:
            place = segment + skip // 2 + code - self._starts[segment]
            if place >= len(self._lists) or not self._lists[place]:
                return 0
            glyph = self._lists[place]
        glyph = (glyph + delta) & 0xFFFF
        return glyph if glyph < self._count else 0


def _place(cmap: bytes) -> int:
    """Where the table for Unicode begins."""
    tables: int = struct.unpack_from(">H", cmap, 2)[0]
    for platform, encoding, start in struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * tables]):
        if (platform, encoding) == (_WINDOWS, _UNICODE):
            return int(start)
    raise ValueError("not for Unicode")
