"""Font subset: a TrueType file of the glyphs a document uses, to embed in a PDF (ISO 32000-1, 9.9)."""

import struct
from collections.abc import Iterator, Sequence

from danvan_desktop.fonts.truetype import TrueType

# Flags of a part of a composite glyph: how long its record is, and whether another follows.
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
_SUM_OF_FILE = 0xB1B0AFBA
_MACINTOSH, _ROMAN, _TRIMMED = 1, 0, 6
"""A symbolic font has one table of characters, and a viewer takes a byte's glyph from this one."""


def subset(font: TrueType, points: Sequence[int]) -> bytes:
    """A font file in which byte ``n`` draws the character ``points[n]``; what ``font`` lacks is glyph 0."""
    wanted = [font.glyphs[point] for point in points]
    places = _with_parts(font, wanted)
    outlines = _outlines(font, places)
    tables = {tag: table for tag in ("name", "OS/2", "cvt ", "fpgm", "prep") if (table := font.table(tag))}
    tables["post"] = b"\x00\x03\x00\x00" + _table(font, "post")[4:16] + bytes(16)
    tables["hmtx"], full = _metrics(font, places)
    tables["hhea"] = _with_short(_table(font, "hhea"), 34, full)
    tables["maxp"] = _with_short(_table(font, "maxp"), 4, len(places))
    tables["cmap"] = _characters([places[glyph] for glyph in wanted])
    tables["glyf"] = b"".join(outlines)
    tables["loca"], is_long = _offsets(outlines)
    # The sum over the file is filled in when everything else is known.
    tables["head"] = _with_short(_table(font, "head")[:8] + bytes(4) + _table(font, "head")[12:], 50, is_long)
    return _file(tables)


def _table(font: TrueType, tag: str) -> bytes:
    return font.table(tag) or b""


def _with_short(table: bytes, offset: int, value: int) -> bytes:
    return table[:offset] + struct.pack(">H", value) + table[offset + 2 :]


def _parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """Where a composite glyph names a part, and which glyph that is; nothing for a plain outline."""
    if len(outline) < 2 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    place, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">2H", outline, place)
        yield place + 2, glyph
        place += 8 if flags & _WORDS else 6
        place += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _with_parts(font: TrueType, wanted: Sequence[int]) -> dict[int, int]:
    """The new number of every glyph that is kept: 0, those wanted, and those they are put together from."""
    kept = list(dict.fromkeys([0, *wanted]))
    places = {glyph: place for place, glyph in enumerate(kept)}
    for glyph in kept:  # grows while it is gone through
        for _, part in _parts(font.outline(glyph)):
            if part not in places:
                places[part] = len(kept)
                kept.append(part)
    return places


def _outlines(font: TrueType, places: dict[int, int]) -> list[bytes]:
    """The outlines in their new order, each ending on a multiple of four bytes."""
    made = []
    for glyph in places:
        outline = bytearray(font.outline(glyph))
        for place, part in _parts(bytes(outline)):
            struct.pack_into(">H", outline, place, places[part])
        made.append(bytes(outline) + bytes(-len(outline) % 4))
    return made


def _offsets(outlines: Sequence[bytes]) -> tuple[bytes, bool]:
    """The table that says where each outline begins, and whether it is the long kind."""
    offsets = [0]
    for outline in outlines:
        offsets.append(offsets[-1] + len(outline))
    is_long = offsets[-1] // 2 > 0xFFFF
    if is_long:
        return struct.pack(f">{len(offsets)}L", *offsets), is_long
    return struct.pack(f">{len(offsets)}H", *(offset // 2 for offset in offsets)), is_long


def _metrics(font: TrueType, places: dict[int, int]) -> tuple[bytes, int]:
    """The table of widths, and how many glyphs stand in it in full: the last width serves the rest too."""
    advances = [font.advances[glyph] for glyph in places]
    bearings = [font.bearings[glyph] for glyph in places]
    full = len(advances)
    while full > 1 and advances[full - 2] == advances[-1]:
        full -= 1
    pairs = (value for pair in zip(advances[:full], bearings, strict=False) for value in pair)
    return struct.pack(f">{len(places) + full}H", *pairs, *bearings[full:]), full


def _characters(glyphs: Sequence[int]) -> bytes:
    """A table of characters whose entries are the bytes of the text."""
    record = struct.pack(">4HL", 0, 1, _MACINTOSH, _ROMAN, 12)
    return record + struct.pack(
        f">5H{len(glyphs)}H", _TRIMMED, 10 + 2 * len(glyphs), 0, 0, len(glyphs), *glyphs
    )


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def _file(tables: dict[str, bytes]) -> bytes:
    """The tables behind their directory, with the sums that a font file carries."""
    power = len(tables).bit_length() - 1
    search = 16 << power
    header = struct.pack(">L4H", 0x00010000, len(tables), search, power, 16 * len(tables) - search)
    start = len(header) + 16 * len(tables)
    directory, body, head = b"", b"", 0
    for tag, table in sorted(tables.items()):
        if tag == "head":
            head = start + len(body)
        directory += struct.pack(">4s3L", tag.encode("latin-1"), _sum(table), start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    data = bytearray(header + directory + body)
    struct.pack_into(">L", data, head + 8, (_SUM_OF_FILE - _sum(bytes(data))) & 0xFFFFFFFF)
    return bytes(data)
