"""Changes of the bytes of any file, without knowing what they mean."""

from random import Random

from tests.fuzz.mutation.mutator import Mutator

_LONGEST = 4_096


def flip_bits(data: bytes, dice: Random) -> bytes:
    """Flip up to a dozen bits."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        if changed:
            changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def set_bytes(data: bytes, dice: Random) -> bytes:
    """Write a few bytes that mean something to parsers."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.choice(b"\0\xff\x7f\x80<>/()[]{}&%\\\"'\r\n ")
    return bytes(changed)


def drop_span(data: bytes, dice: Random) -> bytes:
    """Leave out a span."""
    start, length = _span(data, dice)
    return data[:start] + data[start + length :]


def repeat_span(data: bytes, dice: Random) -> bytes:
    """Write a span up to twenty times."""
    start, length = _span(data, dice)
    return data[:start] + data[start : start + length] * dice.randint(2, 20) + data[start + length :]


def move_span(data: bytes, dice: Random) -> bytes:
    """Put a span elsewhere."""
    start, length = _span(data, dice)
    rest = data[:start] + data[start + length :]
    place = dice.randint(0, len(rest))
    return rest[:place] + data[start : start + length] + rest[place:]


def zero_span(data: bytes, dice: Random) -> bytes:
    """Zero a span, as a bad sector reads."""
    start, length = _span(data, dice)
    return data[:start] + bytes(min(length, len(data) - start)) + data[start + length :]


def cut_short(data: bytes, dice: Random) -> bytes:
    """Cut the end off, as a broken download."""
    return data[: dice.randint(1, max(1, len(data)))]


def insert_noise(data: bytes, dice: Random) -> bytes:
    """Insert random bytes."""
    place = dice.randint(0, len(data))
    return data[:place] + dice.randbytes(dice.randint(1, 200)) + data[place:]


MUTATORS: tuple[Mutator, ...] = (
    flip_bits,
    set_bytes,
    drop_span,
    repeat_span,
    move_span,
    zero_span,
    cut_short,
    insert_noise,
)


def _span(data: bytes, dice: Random) -> tuple[int, int]:
    length = min(int(2 ** dice.uniform(0, 12)), _LONGEST, max(1, len(data)))
    return dice.randint(0, max(0, len(data) - length)), length
