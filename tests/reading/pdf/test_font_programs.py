"""What a font program says of its own name and look, whatever the PDF calls it."""

import struct
from itertools import product

import pytest

from danvan_desktop.fonts import find_fonts
from danvan_desktop.reading.pdf.font_programs import FontProgram, read_program

LOOKS = list(product((False, True), (False, True)))


def font_file(bold: bool = False, italic: bool = False) -> bytes:
    return find_fonts().path(bold, italic).read_bytes()


def with_tables(tables: dict[bytes, bytes], kind: bytes = b"\x00\x01\x00\x00") -> bytes:
    """An OpenType file of ``tables``."""
    place, directory = 12 + 16 * len(tables), b""
    for tag, table in tables.items():
        directory += struct.pack(">4s3L", tag, 0, place, len(table))
        place += len(table)
    return kind + struct.pack(">4H", len(tables), 0, 0, 0) + directory + b"".join(tables.values())


def index(*items: bytes) -> bytes:
    """An INDEX of CFF."""
    if not items:
        return b"\x00\x00"
    ends = [1]
    for item in items:
        ends.append(ends[-1] + len(item))
    return struct.pack(">HB", len(items), 1) + bytes(ends) + b"".join(items)


def cff(name: bytes, top: bytes, *strings: bytes) -> bytes:
    return b"\x01\x00\x04\x01" + index(name) + index(top) + index(*strings) + index()


def sid(number: int, operator: int) -> bytes:
    """A string's number as the operand of ``operator``."""
    return struct.pack(">BhB", 28, number, operator)


def looks(program: FontProgram | None) -> tuple[bool, bool]:
    assert program is not None
    return program.bold, program.italic


@pytest.mark.parametrize(("bold", "italic"), LOOKS)
def test_a_whole_font_of_the_system_says_its_name_and_look(*, bold: bool, italic: bool) -> None:
    program = read_program(font_file(bold, italic))
    assert looks(program) == (bold, italic)
    assert program is not None
    assert ("Bold" in program.name, "Italic" in program.name) == (bold, italic)


HEAD, POST, OS2 = bytes(54), bytes(32), bytes(78)


@pytest.mark.parametrize(
    ("tables", "look"),
    [
        ({b"head": HEAD[:44] + b"\x00\x01" + HEAD[46:]}, (True, False)),
        ({b"head": HEAD[:44] + b"\x00\x02" + HEAD[46:]}, (False, True)),
        ({b"OS/2": OS2[:4] + struct.pack(">H", 700) + OS2[6:]}, (True, False)),
        ({b"OS/2": OS2[:62] + struct.pack(">H", 1 << 5 | 1) + OS2[64:]}, (True, True)),
        ({b"OS/2": OS2[:62] + struct.pack(">H", 1 << 9) + OS2[64:]}, (False, True)),
        ({b"post": POST[:4] + struct.pack(">l", -12 << 16) + POST[8:]}, (False, True)),
        ({b"head": HEAD, b"OS/2": OS2, b"post": POST}, (False, False)),
        ({b"glyf": b"?"}, (False, False)),
    ],
)
def test_each_table_that_a_subset_kept_tells_the_look(
    tables: dict[bytes, bytes], look: tuple[bool, bool]
) -> None:
    assert looks(read_program(with_tables(tables))) == look


def test_the_names_of_a_font_tell_the_look() -> None:
    text = "Times New Roman Bold".encode("utf-16-be")
    names = struct.pack(">3H", 0, 1, 18) + struct.pack(">6H", 3, 1, 1033, 4, len(text), 0) + text
    assert read_program(with_tables({b"name": names})) == FontProgram("Times New Roman Bold", True, False)


def test_a_compact_font_says_it_in_its_top_dictionary() -> None:
    regular = cff(b"ABCDEF", sid(388, 4))
    assert read_program(regular) == FontProgram("ABCDEF", bold=False, italic=False)
    assert looks(read_program(cff(b"ABCDEF", sid(384, 4)))) == (True, False)
    assert looks(read_program(cff(b"ABCDEF", sid(391, 2), b"Thu Bold Italic"))) == (True, True)
    assert looks(read_program(cff(b"ABCDEF", b"\x1e\xe1\x5a\x5f\x0c\x02"))) == (False, True)  # -15.5
    assert looks(read_program(cff(b"ABCDEF", b"\x7f\x0c\x02"))) == (False, True)  # -12
    assert looks(read_program(with_tables({b"CFF ": cff(b"A", sid(384, 4))}, b"OTTO"))) == (True, False)


def test_an_old_font_says_it_in_its_first_lines() -> None:
    head = b"%!PS-AdobeFont-1.0: X\n/FontName /X def\n/Weight (Bold) readonly def\n/ItalicAngle -15.5 def\n"
    assert read_program(head) == FontProgram("X", bold=True, italic=True)


@pytest.mark.parametrize("length", [0, 1, 4, 11, 12, 40, 300, 2_000, 20_000])
def test_a_font_that_is_cut_off_says_what_is_left_or_nothing(length: int) -> None:
    for data in (font_file(bold=True), cff(b"ABCDEF", sid(391, 2), b"Thu Bold")):
        program = read_program(data[:length])
        assert program is None or not program.italic


def test_what_is_no_font_says_nothing() -> None:
    assert read_program(b"\x01" * 60) is None
    assert read_program(b"no font at all") is None
