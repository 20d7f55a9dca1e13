"""Changes of a PDF: objects, references, streams, drawing operators, fonts, cross references, page tree."""
# ruff: noqa: E501 - samples read best in lines as long as they are

import base64
import re
import zlib
from collections.abc import Callable
from random import Random

from tests.builders.pdf_file import with_offsets
from tests.fuzz.mutation.mutator import NUMBERS, Mutator

_OBJECT = re.compile(rb"(?<=\n)(\d+) 0 obj\b(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_LENGTH = re.compile(rb"^/Length \d+(?: 0 R)?")
_NUMBER = re.compile(rb"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.])")
_KEY = re.compile(rb"/[A-Z][A-Za-z0-9]+")
_OPERATOR_LINE = re.compile(rb"[^\n]+\n?")
_INTERESTING = (
    b"/ToUnicode /Encoding /Widths /FirstChar /FontDescriptor /FontFile2 /DescendantFonts /CIDToGIDMap /W /DW /Contents "
    b"/Resources /Kids /Count /Parent /MediaBox /CropBox /Rotate /Filter /Length /Subtype /Type /Pages /Font /XObject "
    b"/StructTreeRoot /MarkInfo /StructParents /K /P /S /Pg /Metadata /Root /Info /ID /Size /Differences /BaseFont"
).split()
_OPERATORS = (
    b"q", b"Q", b"BT", b"ET", b"3 Tr", b"7 Tr", b"0 Tz", b"-100 Tz", b"1 0 0 -1 0 842 cm", b"0 0 0 0 0 0 cm", b"/F1 0 Tf",
    b"/F1 -12 Tf", b"/F1 99999 Tf", b"0 0 1 1 re W n", b"-9999 0 Td", b"99 Tc", b"-9 Tw", b"1e38 0 Td", b"T*", b"0 1 -1 0 0 0 cm",
    b"1 1 1 rg", b"/Artifact BMC", b"EMC", b"/P <</MCID 0>> BDC", b"/Span <</ActualText (x)>> BDC", b"/X Do", b"BI", b"EI",
    b"<00> Tj", b"(\\", b"<", b"[", b"99999999999 0 Td", b"/F9 12 Tf", b"14 TL", b"5 Ts", b"0.00001 0 0 0.00001 0 0 cm",
)  # fmt: skip


def drop_objects(data: bytes, dice: Random) -> bytes:
    """Leave out one or two objects."""
    return _bodies(data, dice, lambda _: None, times=dice.choice((1, 1, 2)))


def swap_objects(data: bytes, dice: Random) -> bytes:
    """Let two objects stand for each other."""
    found = list(_OBJECT.finditer(data))
    if len(found) < 2:
        return data
    one, two = sorted(dice.sample(found, 2), key=lambda each: each.start())
    return _offsets(
        data[: one.start(2)] + two[2] + data[one.end(2) : two.start(2)] + one[2] + data[two.end(2) :], dice
    )


def other_references(data: bytes, dice: Random) -> bytes:
    """Refer to other objects, to oneself, or to none."""
    numbers = [*(found[1] for found in _OBJECT.finditer(data)), b"0", b"99999"]
    return _spots(data, dice, _REFERENCE, lambda _: dice.choice(numbers) + b" 0 R")


def other_numbers(data: bytes, dice: Random) -> bytes:
    """Change numbers of dictionaries: lengths, boxes, counts, widths."""
    return _in_dictionaries(data, dice, _NUMBER, lambda _: dice.choice(NUMBERS).encode())


def other_keys(data: bytes, dice: Random) -> bytes:
    """Call a key by another name, so that it is not found, or another is."""
    return _in_dictionaries(data, dice, _KEY, lambda _: dice.choice((*_INTERESTING, b"/Nothing", b"/")))


def drop_a_key(data: bytes, dice: Random) -> bytes:
    """Hide one kind of key everywhere: fonts without ToUnicode, pages without boxes …"""
    name = dice.choice(_INTERESTING)
    places = [found.start() for found in re.finditer(re.escape(name) + rb"\b", data)]
    for place in places if dice.random() < 0.5 else places[:1]:
        data = data[: place + 1] + b"X" + data[place + 2 :]
    return data


def wrong_lengths(data: bytes, dice: Random) -> bytes:
    """Lie about the lengths of streams."""
    return _spots(
        data,
        dice,
        re.compile(rb"/Length \d+(?! 0 R)"),
        lambda found: (
            b"/Length %d" % max(0, int(found[0][8:]) + dice.choice((-1, 1, -50, 50, 10**6, -(10**6))))
        ),
    )


def cut_streams(data: bytes, dice: Random) -> bytes:
    """Cut packed streams short, or spoil a byte of theirs."""

    def change(packed: bytes) -> bytes:
        if dice.random() < 0.5 or not packed:
            return packed[: dice.randint(0, len(packed))]
        place = dice.randrange(len(packed))
        return packed[:place] + bytes([dice.randrange(256)]) + packed[place + 1 :]

    return _streams(data, dice, change)


def repack_streams(data: bytes, dice: Random) -> bytes:
    """Pack streams otherwise than their dictionaries say, or with something behind."""
    changes: tuple[Callable[[bytes], bytes], ...] = (
        _unpacked,
        zlib.compress,
        lambda packed: packed + dice.randbytes(40),
        lambda packed: zlib.compress(_unpacked(packed), 0),
        lambda packed: zlib.compress(_unpacked(packed))[2:-4],
        lambda packed: base64.a85encode(packed) + b"~>",
        lambda packed: packed.hex().encode() + b">",
    )
    return _streams(data, dice, dice.choice(changes))


def shuffle_drawing(data: bytes, dice: Random) -> bytes:
    """Put lines of the drawing elsewhere, or write them several times."""

    def change(lines: list[bytes]) -> None:
        for _ in range(dice.choice((1, 3, 30))):
            line = lines[dice.randrange(len(lines))]
            lines.insert(dice.randint(0, len(lines)), line)
            if dice.random() < 0.6:
                lines.remove(line)

    return _drawings(data, dice, change)


def drop_drawing(data: bytes, dice: Random) -> bytes:
    """Leave out lines of the drawing: BT, q, Tf, marks of content …"""

    def change(lines: list[bytes]) -> None:
        for _ in range(dice.choice((1, 3, 30))):
            if len(lines) > 1:
                lines.pop(dice.randrange(len(lines)))

    return _drawings(data, dice, change)


def other_drawing(data: bytes, dice: Random) -> bytes:
    """Put other operators in: sizes of zero, letters that are not shown, clips, turned paper."""

    def change(lines: list[bytes]) -> None:
        for _ in range(dice.choice((1, 1, 4))):
            lines.insert(dice.randint(0, len(lines)), dice.choice(_OPERATORS) + b"\n")

    return _drawings(data, dice, change)


def other_numbers_in_drawing(data: bytes, dice: Random) -> bytes:
    """Change numbers of the drawing: places, sizes, spaces."""

    def change(lines: list[bytes]) -> None:
        for _ in range(dice.choice((1, 3, 20))):
            place = dice.randrange(len(lines))
            numbers = list(_NUMBER.finditer(lines[place]))
            if numbers:
                found = dice.choice(numbers)
                line = lines[place]
                lines[place] = line[: found.start()] + dice.choice(NUMBERS).encode() + line[found.end() :]

    return _drawings(data, dice, change)


def much_drawing(data: bytes, dice: Random) -> bytes:
    """Draw one page, or a part of it, many times."""
    times = dice.choice((3, 50))

    def change(lines: list[bytes]) -> None:
        place = dice.randrange(len(lines))
        part = lines[place : place + dice.choice((1, 30, 10_000))]
        lines[place:place] = part * times

    return _drawings(data, dice, change)


def other_cross_references(data: bytes, dice: Random) -> bytes:
    """Spoil what says where the objects stand."""
    start = data.rfind(b"startxref")
    table = data.rfind(b"\nxref")
    ends: tuple[bytes, ...] = (
        data[:start]
        + b"startxref\n%d\n%%%%EOF\n" % dice.choice((0, 1, len(data), 10**9, max(0, start - 40))),
        data[:start],
        data[:table] + data[start:],
        data.replace(b"trailer", b"trailre"),
        data.replace(b"/Size", b"/Prev %d /Size" % max(0, table + 1), 1),
        data.replace(b" 00000 n", b" 00001 n", dice.choice((1, 9, -1))),
        data.replace(b"\nxref\n0 ", b"\nxref\n1 "),
        re.sub(
            rb"\d{10}(?= 00000 n)",
            lambda _: b"%010d" % dice.randrange(len(data)),
            data,
            count=dice.choice((1, 5, 0)),
        ),
    )
    return dice.choice(ends)


def update_behind(data: bytes, dice: Random) -> bytes:
    """Append another version of an object, as programs that sign do."""
    found = list(_OBJECT.finditer(data))
    if not found:
        return data
    old, other = dice.choice(found), dice.choice(found)
    place, start = len(data) + 1, data.rfind(b"startxref")
    before = re.search(rb"startxref\s+(\d+)", data[start:] if start >= 0 else b"")
    root = re.search(rb"/Root \d+ 0 R", data)
    return (
        data
        + b"\n%b 0 obj%bendobj\nxref\n%b 1\n%010d 00000 n \ntrailer\n<</Size 9999 %b /Prev %b>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            old[1],
            other[2],
            old[1],
            place,
            root[0] if root else b"",
            before[1] if before else b"0",
            place + len(old[1]) + 6 + len(other[2]) + 7,
        )
    )


def loop_the_pages(data: bytes, dice: Random) -> bytes:
    """Let the tree of pages, of tags or of forms come back to itself, or name a page many times."""
    kind = dice.choice((rb"/Kids\s*\[([^\]]*)\]", rb"/K\s*\[([^\]]*)\]", rb"/Contents\s+(\d+ 0 R)"))
    numbers = [found[1] for found in _OBJECT.finditer(data)]
    if not numbers:
        return data

    def change(found: re.Match[bytes]) -> bytes:
        other = b"%b 0 R" % dice.choice(numbers)
        inside = dice.choice((found[1] * dice.choice((2, 40)), other, found[1] + b" " + other, b""))
        return found[0].split(b"[")[0].split(b" ")[0] + b" [" + inside + b"]"

    return _spots(data, dice, re.compile(kind), change)


def other_letters(data: bytes, dice: Random) -> bytes:
    """Map the codes of letters otherwise: to nothing, to odd letters, to many, or not at all."""

    def change(packed: bytes) -> bytes:
        text = _unpacked(packed)
        if b"beginbfchar" not in text and b"beginbfrange" not in text:
            return packed
        changes: tuple[Callable[[], bytes], ...] = (
            lambda: re.sub(
                rb"(<[0-9A-Fa-f]{4}>)\n",
                lambda f: dice.choice((f[0], b"<FFFF>\n", b"<>\n", b"<0000>\n")),
                text,
            ),
            lambda: re.sub(rb"<[0-9A-Fa-f]{4}>\n", b"<D800>\n", text),
            lambda: text.replace(b"bfchar", b"bfrange"),
            lambda: text[: dice.randint(0, len(text))],
            lambda: re.sub(rb"begincodespacerange.*?endcodespacerange", b"", text, flags=re.DOTALL),
            lambda: re.sub(rb"beginbfrange\n<....>", b"beginbfrange\n<0000>", text),
        )
        return zlib.compress(dice.choice(changes)())

    return _streams(data, dice, change, share=1)


MUTATORS: tuple[Mutator, ...] = (
    drop_objects,
    swap_objects,
    other_references,
    other_numbers,
    other_keys,
    drop_a_key,
    wrong_lengths,
    cut_streams,
    repack_streams,
    shuffle_drawing,
    drop_drawing,
    other_drawing,
    other_drawing,
    other_numbers_in_drawing,
    much_drawing,
    other_cross_references,
    update_behind,
    loop_the_pages,
    other_letters,
)


def _offsets(data: bytes, dice: Random) -> bytes:
    """Put the cross references right, more often than not: else the reader has to search for the objects."""
    if dice.random() < 0.25 or b"\nxref\n" not in data or not _OBJECT.search(data):
        return data
    try:
        return with_offsets(data)
    except (KeyError, ValueError):  # an object is not there any more
        return data


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, 4_000_000)
    except zlib.error:
        return packed


def _bodies(data: bytes, dice: Random, change: Callable[[bytes], bytes | None], times: int) -> bytes:
    """Change the bodies of some objects; None: it is left out."""
    found = list(_OBJECT.finditer(data))
    for each in sorted(dice.sample(found, min(times, len(found))), key=lambda it: -it.start()):
        body = change(each[2])
        made = b"" if body is None else each[1] + b" 0 obj" + body + b"endobj"
        data = data[: each.start()] + made + data[each.end() :]
    return _offsets(data, dice)


def _spots(
    data: bytes, dice: Random, pattern: re.Pattern[bytes], change: Callable[[re.Match[bytes]], bytes]
) -> bytes:
    """Change one to five of the places where ``pattern`` is found."""
    found = list(pattern.finditer(data))
    for each in sorted(
        dice.sample(found, min(len(found), dice.choice((1, 1, 2, 5)))), key=lambda it: -it.start()
    ):
        data = data[: each.start()] + change(each) + data[each.end() :]
    return _offsets(data, dice)


def _in_dictionaries(
    data: bytes, dice: Random, pattern: re.Pattern[bytes], change: Callable[[re.Match[bytes]], bytes]
) -> bytes:
    """Change places of what stands outside streams."""

    def body_changed(body: bytes) -> bytes:
        head, stream, rest = body.partition(b"stream")
        places = list(pattern.finditer(head))
        if not places:
            return body
        found = dice.choice(places)
        return head[: found.start()] + change(found) + head[found.end() :] + stream + rest

    return _bodies(data, dice, body_changed, times=dice.choice((1, 2, 8)))


def _streams(data: bytes, dice: Random, change: Callable[[bytes], bytes], share: float = 0) -> bytes:
    """Change some streams as they are packed."""
    found = list(_STREAM.finditer(data))
    number = max(1, int(len(found) * (share or dice.choice((0, 0, 0.2)))))
    for each in sorted(dice.sample(found, min(len(found), number)), key=lambda it: -it.start()):
        made = change(each[1])
        data = data[: each.start(1)] + made + data[each.end(1) :]
        head = data.rfind(b"/Length ", max(0, each.start() - 200), each.start())
        if head >= 0 and dice.random() < 0.8:
            rest = re.sub(_LENGTH, b"/Length %d" % len(made), data[head:])
            data = data[:head] + rest
    return _offsets(data, dice)


def _drawings(data: bytes, dice: Random, change: Callable[[list[bytes]], None]) -> bytes:
    """Change the lines of a content stream."""
    drawings = [each for each in _STREAM.finditer(data) if b" Tf" in _unpacked(each[1])]
    if not drawings:
        return data
    chosen = dice.choice(drawings)
    lines = _OPERATOR_LINE.findall(_unpacked(chosen[1]))
    if not lines:
        return data
    change(lines)
    made = zlib.compress(b"".join(lines))
    head = data[: chosen.start(1)]
    length = head.rfind(b"/Length ", max(0, len(head) - 200))
    if length >= 0:
        head = head[:length] + re.sub(_LENGTH, b"/Length %d" % len(made), head[length:])
    return _offsets(head + made + data[chosen.end(1) :], dice)
