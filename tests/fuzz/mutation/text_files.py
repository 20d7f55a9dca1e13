"""Changes of plain text: encodings, control characters, line ends, long and repeated lines."""

import codecs
import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.mutation.mutator import ODD_TEXT, Mutator

_MARKS = (
    b"",
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
)
_CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "cp1258", "cp1252", "latin-1", "utf-7")
_CONTROLS = "\0\1\7\b\x0b\x0c\x1a\x1b\x1c\x1f\x7f\x85\u2028\u2029"


def another_mark(data: bytes, dice: Random) -> bytes:
    """Begin with another byte order mark, or none."""
    bare = next((data[len(mark) :] for mark in reversed(_MARKS) if mark and data.startswith(mark)), data)
    return dice.choice(_MARKS) + bare


def another_coding(data: bytes, dice: Random) -> bytes:
    """Write the text in another encoding, with or without its mark."""
    text, _ = _decoded(data)
    mark = dice.choice(_MARKS) if dice.random() < 0.5 else b""
    return mark + text.encode(dice.choice(_CODINGS), errors=dice.choice(("replace", "ignore")))


def in_two_codings(data: bytes, dice: Random) -> bytes:
    """Write one half of the text in another encoding, as two files joined."""
    text, coding = _decoded(data)
    place = dice.randint(0, len(text))
    other = dice.choice(_CODINGS)
    return text[:place].encode(coding, "replace") + text[place:].encode(other, "replace")


def put_controls(data: bytes, dice: Random) -> bytes:
    """Put control characters between letters."""
    return _edited(data, lambda text: _sown(text, dice, _CONTROLS, dice.choice((1, 3, 40))))


def put_odd_text(data: bytes, dice: Random) -> bytes:
    """Put what means something to the recogniser, or to Unicode, between letters."""
    return _edited(data, lambda text: _sown(text, dice, ODD_TEXT, dice.choice((1, 3, 20))))


def other_line_ends(data: bytes, dice: Random) -> bytes:
    """End lines otherwise, or never."""
    end = dice.choice(("\r", "\r\n", "\n\n", "\n\r", "\x0b", "\x0c", "\u2028", "", " ", "\n \n"))
    return _edited(data, lambda text: text.replace("\r\n", "\n").replace("\n", end))


def repeat_a_line(data: bytes, dice: Random) -> bytes:
    """Write one line many times, in lines of its own or in one."""

    def change(lines: list[str]) -> list[str]:
        place = dice.randrange(len(lines))
        times = dice.choice((2, 30, 1_000))
        joined = dice.random() < 0.5
        lines[place : place + 1] = [lines[place] * times] if joined else [lines[place]] * times
        return lines

    return _by_line(data, change)


def shuffle_lines(data: bytes, dice: Random) -> bytes:
    """Put lines elsewhere."""

    def change(lines: list[str]) -> list[str]:
        for _ in range(dice.randint(1, 6)):
            lines.insert(dice.randint(0, len(lines)), lines.pop(dice.randrange(len(lines))))
        return lines

    return _by_line(data, change)


def join_lines(data: bytes, dice: Random) -> bytes:
    """Join each line, or one in some, to the next with a tab, a gap or nothing."""
    between = dice.choice(("\t", "      ", "", " "))
    share = dice.choice((0.1, 0.5, 1))

    def change(lines: list[str]) -> list[str]:
        return "".join(line + (between if dice.random() < share else "\n") for line in lines).split("\n")

    return _by_line(data, change)


def split_lines(data: bytes, dice: Random) -> bytes:
    """Break lines after some letters, also within words of many lines (no canary is looked for across)."""
    width = dice.choice((12, 40, 80))
    return _by_line(data, lambda lines: [part for line in lines for part in _broken(line, width)])


def long_word(data: bytes, dice: Random) -> bytes:
    """Put a word of very many letters in."""
    word = dice.choice(("á", "W", "1", ".", "-", "a\u0301", "漢")) * dice.choice((300, 5_000, 60_000))
    return _edited(data, lambda text: _sown(text, dice, [word], 1))


def indent(data: bytes, dice: Random) -> bytes:
    """Begin lines with blanks, tabs, marks of lists or of quotations."""
    start = dice.choice(("    ", "\t", "> ", "\u3000", "* ", "1. ", "a) ", "• ", "I. ", "Điều 1. "))
    share = dice.choice((0.1, 0.5, 1))
    return _by_line(data, lambda lines: [start + line if dice.random() < share else line for line in lines])


def change_case(data: bytes, dice: Random) -> bytes:
    """Capitals throughout, or letters taken apart from their marks."""
    change = dice.choice((str.upper, str.title, str.swapcase, _apart))
    return _edited(data, change)


MUTATORS: tuple[Mutator, ...] = (
    another_mark,
    another_coding,
    in_two_codings,
    put_controls,
    put_odd_text,
    other_line_ends,
    repeat_a_line,
    shuffle_lines,
    join_lines,
    split_lines,
    long_word,
    indent,
    change_case,
)


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _broken(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, max(1, len(line)), width)]


def _sown(text: str, dice: Random, grain: Sequence[str], times: int) -> str:
    for _ in range(times):
        place = dice.randint(0, len(text))
        text = text[:place] + dice.choice(grain) + text[place:]
    return text


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), "utf-16"
    if data[1:2] == b"\0":
        return data.decode("utf-16-le", errors="replace"), "utf-16-le"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _edited(data: bytes, change: Callable[[str], str]) -> bytes:
    text, coding = _decoded(data)
    return change(text).encode(coding, errors="replace")


def _by_line(data: bytes, change: Callable[[list[str]], list[str]]) -> bytes:
    return _edited(data, lambda text: "\n".join(change(text.split("\n"))))
