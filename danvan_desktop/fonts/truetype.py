"""TrueType reader (ISO/IEC 14496-22): glyphs, widths, and what embedding needs.

reportlab reads one too, number by number: the four faces took it 16 ms where whole tables take 4, and whoever
only measures text had to load reportlab for it.
"""

import struct

from danvan_desktop.fonts.character_map import Characters

_KINDS = (b"\x00\x01\x00\x00", b"true")
_TABLES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_WINDOWS, _UNICODE = 3, 1
_POSTSCRIPT_NAME = 6
_RESTRICTED, _NO_SUBSET_OR_BITMAPS = 0x0002, 0x0300


class FontFileError(ValueError):
    """The file is no TrueType font for Unicode, is cut off, or may not be embedded."""


class TrueType:
    """A font file, read whole."""

    def __init__(self, data: bytes) -> None:
        """Take ``data`` apart.

        Raises:
            FontFileError: it is no font that can be shown and embedded.
        """
        try:
            self._tables = _directory(data)
            self._read()
        except (struct.error, IndexError, ValueError) as error:
            raise FontFileError(str(error)) from error

    def table(self, tag: str) -> bytes | None:
        """A whole table; None where the font has none of that name."""
        return self._tables.get(tag)

    def outline(self, glyph: int) -> bytes:
        """How the glyph is drawn; empty for a space."""
        loca = self._tables["loca"]
        if self._is_long:
            start, end = struct.unpack_from(">2L", loca, 4 * glyph)
        else:
            start, end = (2 * half for half in struct.unpack_from(">2H", loca, 2 * glyph))
        return self._tables["glyf"][start:end]

    def _read(self) -> None:
        head, hhea, maxp, os2 = (self._tables[tag] for tag in ("head", "hhea", "maxp", "OS/2"))
        self.units_per_em: int = struct.unpack_from(">H", head, 18)[0]
        """Font units in one em."""
        self.box: tuple[int, ...] = struct.unpack_from(">4h", head, 36)
        """Left, bottom, right and top of the largest extent of any glyph, in font units."""
        count: int = struct.unpack_from(">H", maxp, 4)[0]
        full: int = struct.unpack_from(">H", hhea, 34)[0]
        if not self.units_per_em or not 0 < full <= count:
            raise FontFileError("no widths")
        self.advances, self.bearings = _metrics(self._tables["hmtx"], full, count)
        """Of each glyph its advance width and the room on its left, in font units."""
        self._is_long = bool(head[51])
        if len(self._tables["loca"]) < (count + 1) * (4 if self._is_long else 2):
            raise FontFileError("outlines missing")
        self.glyphs = Characters(self._tables["cmap"], count)
        """The glyph of each character, by code point; 0 where there is none."""
        self.weight, _, licence = struct.unpack_from(">3H", os2, 4)
        if licence == _RESTRICTED or licence & _NO_SUBSET_OR_BITMAPS:
            raise FontFileError("may not be embedded")
        self.ascent, self.descent = struct.unpack_from(">2h", os2, 68)
        has_capitals = struct.unpack_from(">H", os2)[0] > 1
        self.cap_height: int = struct.unpack_from(">h", os2, 88)[0] if has_capitals else self.ascent
        whole, part, *_, self.is_monospaced = struct.unpack_from(">hHhhL", self._tables["post"], 4)
        self.italic_angle: float = whole + part / 65536
        self.name = _postscript_name(self._tables["name"])


def _directory(data: bytes) -> dict[str, bytes]:
    """Every table by its name; each must lie within the file."""
    if data[:4] not in _KINDS:
        raise FontFileError("no TrueType outlines")
    count: int = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for tag, _, start, length in struct.iter_unpack(">4s3L", data[12 : 12 + 16 * count]):
        if start + length > len(data):
            raise FontFileError("cut off")
        tables[tag.decode("latin-1")] = data[start : start + length]
    if any(not tables.get(tag) for tag in _TABLES):
        raise FontFileError("table missing")
    return tables


def _metrics(hmtx: bytes, full: int, count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Advances and left bearings; the glyphs after the first ``full`` are as wide as the last of these."""
    pairs = struct.unpack_from(f">{2 * full}H", hmtx)
    advances = pairs[::2]
    rest = struct.unpack_from(f">{count - full}H", hmtx, 4 * full)
    return advances + advances[-1:] * (count - full), pairs[1::2] + rest


def _postscript_name(name: bytes) -> str:
    """The name a PDF calls the font by, without what a PDF name cannot hold."""
    _, count, text = struct.unpack_from(">3H", name)
    for platform, encoding, _, kind, length, start in struct.iter_unpack(">6H", name[6 : 6 + 12 * count]):
        if (platform, encoding, kind) == (_WINDOWS, _UNICODE, _POSTSCRIPT_NAME):
            found = name[text + start : text + start + length].decode("utf-16-be")
            if found and all("!" <= letter <= "~" and letter not in "[](){}<>/%" for letter in found):
                return found
    raise FontFileError("no PostScript name")
