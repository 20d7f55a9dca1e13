"""A TrueType file as its own tables have it (ISO/IEC 14496-22): glyphs, widths, and what embedding needs.

reportlab reads one too, number by number: the four faces took it 16 ms where whole tables take 4, and whoever
only measures text had to load reportlab for it.
"""

import struct

_KINDS = (b"\x00\x01\x00\x00", b"true")
_TABLES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_WINDOWS, _UNICODE = 3, 1
_SEGMENTS = 4
"""The format of a table of characters that a Windows font has for Unicode."""
_POSTSCRIPT_NAME = 6
_RESTRICTED, _NO_SUBSET_OR_BITMAPS = 0x0002, 0x0300
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


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
        self.offsets = _offsets(self._tables["loca"], count, is_long=bool(head[51]))
        """Where the outline of each glyph begins in the table "glyf", and where the last one ends."""
        self.glyphs = _characters(self._tables["cmap"], count)
        """The glyph of each character, by code point."""
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


def _offsets(loca: bytes, count: int, *, is_long: bool) -> tuple[int, ...]:
    if is_long:
        return struct.unpack_from(f">{count + 1}L", loca)
    return tuple(2 * half for half in struct.unpack_from(f">{count + 1}H", loca))


def _characters(cmap: bytes, count: int) -> dict[int, int]:
    """The glyph of every character the font has; a no-break space is as wide as a space."""
    tables: int = struct.unpack_from(">H", cmap, 2)[0]
    for platform, encoding, start in struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * tables]):
        if (platform, encoding) == (_WINDOWS, _UNICODE):
            found = _segments(cmap[start:])
            glyphs = {code: glyph for code, glyph in found.items() if 0 < glyph < count}
            if _SPACE in glyphs:
                glyphs[_NO_BREAK_SPACE] = glyphs[_SPACE]
            return glyphs
    raise FontFileError("not for Unicode")


def _segments(table: bytes) -> dict[int, int]:
    """The runs of characters of a table of format 4, each a range of glyphs or a list of them."""
    form, length, _, doubled = struct.unpack_from(">4H", table)
    if form != _SEGMENTS:
        raise FontFileError("characters in an unknown format")
    count = doubled // 2
    words = struct.unpack_from(f">{length // 2 - 7}H", table, 14)
    ends, starts = words[:count], words[count + 1 : 2 * count + 1]
    deltas, first_list = words[2 * count + 1 : 3 * count + 1], 3 * count + 1
    glyphs: dict[int, int] = {}
    for segment, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        codes = range(start, end + 1)
        if skip := words[first_list + segment]:
            listed = words[first_list + segment + skip // 2 :][: len(codes)]
            glyphs.update(
                (code, (glyph + delta) & 0xFFFF) for code, glyph in zip(codes, listed, strict=False) if glyph
            )
        else:
            glyphs.update((code, (code + delta) & 0xFFFF) for code in codes)
    return glyphs


def _postscript_name(name: bytes) -> str:
    """The name a PDF calls the font by, without what a PDF name cannot hold."""
    _, count, text = struct.unpack_from(">3H", name)
    for platform, encoding, _, kind, length, start in struct.iter_unpack(">6H", name[6 : 6 + 12 * count]):
        if (platform, encoding, kind) == (_WINDOWS, _UNICODE, _POSTSCRIPT_NAME):
            found = name[text + start : text + start + length].decode("utf-16-be")
            if found and all("!" <= letter <= "~" and letter not in "[](){}<>/%" for letter in found):
                return found
    raise FontFileError("no PostScript name")
