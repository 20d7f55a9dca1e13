"""Font programs in a PDF: what an embedded font says of its own name and look, where the PDF says nothing.

A print driver ("Microsoft Print to PDF") calls its fonts "CIDFont+F1" and describes them all alike. The
program it embeds still bears what the designer wrote: tables of OpenType (ISO/IEC 14496-22), the top
dictionary of CFF (Adobe Technical Note 5176) or the first lines of a Type 1 font.
"""

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

_COLLECTION = b"ttcf"
_OPENTYPE = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_MOST_TABLES = 64
_MOST_RECORDS = 500
_FAMILY, _STYLE, _FULL, _POSTSCRIPT = 1, 2, 4, 6
_MACINTOSH = 1
_MAC_BOLD, _MAC_ITALIC = 1, 2
_SELECTED_ITALIC, _SELECTED_BOLD, _SELECTED_OBLIQUE = 1, 1 << 5, 1 << 9
_BOLD_WEIGHT = 600
_LEAST_ANGLE, _MOST_ANGLE = 1, 45
_LONGEST_NAME = 256
_STANDARD_STRINGS = 391
"""Of CFF: strings of a lower number stand in its specification, not in the font."""
_STANDARD_WEIGHTS = {383: "Black", 384: "Bold", 385: "Book", 386: "Light", 387: "Medium", 388: "Regular"}
_FULL_NAME, _FAMILY_NAME, _WEIGHT, _ITALIC_ANGLE = 2, 3, 4, 0x0C02
_NIBBLES = "0123456789.EF -"
_TYPE1 = re.compile(
    rb"/(FontName|FullName|FamilyName|Weight|ItalicAngle)\s*(?:\(([^()]{0,200})\)|/?([^\s/()]{1,200}))"
)
_TYPE1_HEAD = 16_384
"""Bytes of a Type 1 font in plain text."""
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|nghiêng", re.IGNORECASE)


@dataclass(frozen=True)
class FontProgram:
    """What a font program says of itself."""

    name: str
    """Its PostScript name; "" where it has none."""
    bold: bool
    italic: bool


def read_program(data: bytes) -> FontProgram | None:
    """Return what the font program ``data`` says of itself; None where it is of no known kind or damaged."""
    try:
        if data[:4] == _COLLECTION:
            start: int = struct.unpack_from(">L", data, 12)[0]
            return _of_opentype(_tables(data, start))
        if data[:4] in _OPENTYPE:
            return _of_opentype(_tables(data, 0))
        if data[:2] in {b"%!", b"\x80\x01"}:
            return _of_type1(data[:_TYPE1_HEAD])
        return _of_cff(data) if data[:1] == b"\x01" else None
    except (struct.error, IndexError, ValueError):
        return None


# ------------------------------------------------------------------------------------------ OpenType


def _tables(data: bytes, start: int) -> dict[bytes, bytes]:
    """Every table by its tag, as much as there is of it: a subset leaves out what drawing does not need."""
    count = min(struct.unpack_from(">H", data, start + 4)[0], _MOST_TABLES)
    directory = data[start + 12 : start + 12 + 16 * count]
    return {
        tag: data[place : place + length] for tag, _, place, length in struct.iter_unpack(">4s3L", directory)
    }


def _of_opentype(tables: Mapping[bytes, bytes]) -> FontProgram | None:
    names = _names(tables.get(b"name", b""))
    inner = _of_cff(tables[b"CFF "]) if b"CFF " in tables else None
    mac, selection, weight, angle = _style_bits(tables)
    said = " ".join(names.values())
    return FontProgram(
        names.get(_POSTSCRIPT) or names.get(_FULL) or names.get(_FAMILY) or (inner.name if inner else ""),
        bold=bool(
            mac & _MAC_BOLD or selection & _SELECTED_BOLD or weight >= _BOLD_WEIGHT or _BOLD.search(said)
        )
        or (inner is not None and inner.bold),
        italic=bool(
            mac & _MAC_ITALIC
            or selection & (_SELECTED_ITALIC | _SELECTED_OBLIQUE)
            or _leans(angle)
            or _ITALIC.search(said)
        )
        or (inner is not None and inner.italic),
    )


def _style_bits(tables: Mapping[bytes, bytes]) -> tuple[int, int, int, float]:
    """Return macStyle, fsSelection, usWeightClass and italicAngle; 0 for one that is not there."""
    head, os2, post = (tables.get(tag, b"") for tag in (b"head", b"OS/2", b"post"))
    mac = struct.unpack_from(">H", head, 44)[0] if len(head) >= 46 else 0
    weight = struct.unpack_from(">H", os2, 4)[0] if len(os2) >= 6 else 0
    selection = struct.unpack_from(">H", os2, 62)[0] if len(os2) >= 64 else 0
    angle = struct.unpack_from(">l", post, 4)[0] / 65536 if len(post) >= 8 else 0.0
    return mac, selection, weight, angle


def _names(table: bytes) -> dict[int, str]:
    """The names of the table ``name`` that tell something here, by their number."""
    found: dict[int, str] = {}
    if len(table) < 6:
        return found
    count, text = struct.unpack_from(">2H", table, 2)
    records = table[6 : 6 + 12 * min(count, _MOST_RECORDS)]
    for platform, _, _, number, length, start in struct.iter_unpack(
        ">6H", records[: len(records) // 12 * 12]
    ):
        if number not in {_FAMILY, _STYLE, _FULL, _POSTSCRIPT}:
            continue
        letters = table[text + start : text + start + min(length, 2 * _LONGEST_NAME)]
        name = letters.decode("mac-roman" if platform == _MACINTOSH else "utf-16-be", "replace").strip("\0 ")
        if name and (number not in found or platform != _MACINTOSH):
            found[number] = name
    return found


def _leans(angle: float) -> bool:
    return _LEAST_ANGLE <= abs(angle) <= _MOST_ANGLE


# ----------------------------------------------------------------------------------------------- CFF


def _of_cff(data: bytes) -> FontProgram | None:
    names, place = _index(data, data[2])
    tops, place = _index(data, place)
    strings, _ = _index(data, place)
    if not names or not tops:
        return None
    top = dict(_entries(tops[0]))

    def string(key: int) -> str:
        number = int(top.get(key, -1))
        if number < _STANDARD_STRINGS:
            return _STANDARD_WEIGHTS.get(number, "")
        place = number - _STANDARD_STRINGS
        return strings[place].decode("latin-1") if place < len(strings) else ""

    name = names[0][:_LONGEST_NAME].decode("latin-1")
    said = " ".join([name, string(_FULL_NAME), string(_FAMILY_NAME), string(_WEIGHT)])
    return FontProgram(
        name,
        bold=bool(_BOLD.search(said)),
        italic=bool(_ITALIC.search(said)) or _leans(top.get(_ITALIC_ANGLE, 0.0)),
    )


def _index(data: bytes, place: int) -> tuple[list[bytes], int]:
    """The items of the INDEX at ``place``, and where it ends."""
    count: int = struct.unpack_from(">H", data, place)[0]
    if not count:
        return [], place + 2
    size = data[place + 2]
    if not 1 <= size <= 4:
        raise ValueError(size)
    table = data[place + 3 : place + 3 + size * (count + 1)]
    offsets = [int.from_bytes(table[i : i + size], "big") for i in range(0, len(table), size)]
    base = place + 2 + size * (count + 1)
    return [data[base + start : base + end] for start, end in pairwise(offsets)], base + offsets[-1]


def _entries(top: bytes) -> Iterator[tuple[int, float]]:
    """The operators of a DICT, each with the last of its operands."""
    place, operand = 0, 0.0
    while place < len(top):
        first = top[place]
        place += 1
        if first <= 21:
            operator = first
            if first == 12:
                operator = 0x0C00 | top[place]
                place += 1
            yield operator, operand
            operand = 0.0
        elif first == 30:
            operand, place = _real(top, place)
        elif first in {28, 29}:
            size = 2 if first == 28 else 4
            operand = int.from_bytes(top[place : place + size], "big", signed=True)
            place += size
        elif first <= 246:
            operand = first - 139
        else:
            away = (first - 247) * 256 + top[place] + 108
            operand = away if first <= 250 else -(away - 1024)
            place += 1


def _real(top: bytes, place: int) -> tuple[float, int]:
    """The number in nibbles at ``place``, and where it ends."""
    letters = ""
    while place < len(top):
        for nibble in divmod(top[place], 16):
            if nibble == 15:
                return float(letters), place + 1
            letters += (
                "E-" if nibble == 12 else "E" if nibble == 11 else "" if nibble == 13 else _NIBBLES[nibble]
            )
        place += 1
    raise ValueError(letters)


# -------------------------------------------------------------------------------------------- Type 1


def _of_type1(head: bytes) -> FontProgram | None:
    found = {match[1]: (match[2] or match[3]).decode("latin-1") for match in _TYPE1.finditer(head)}
    name = found.get(b"FontName", "")
    said = " ".join([name, found.get(b"FullName", ""), found.get(b"Weight", "")])
    angle = found.get(b"ItalicAngle", "0")
    return FontProgram(
        name,
        bold=bool(_BOLD.search(said)),
        italic=bool(_ITALIC.search(said)) or _leans(float(angle)),
    )
