"""The table of what stands beside what: syllables, pairs and triples with how well each is attested.

``packaging/proof/build_table.py`` writes it, see there for what is in it. Made to be read at once:
four numbers, the syllables as text, then arrays that the standard library takes whole. Pairs and triples are
sorted numbers, each written as the step from the one before, a step too wide as several; their levels are a
byte each.
"""

import struct
import sys
from array import array
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path

from danvan_desktop.frozen import frozen

MAGIC = b"DVPROOF1"
HEAD = struct.Struct("<4I")
"""Bytes of the syllables, their number, steps of pairs, steps of triples."""
WIDEST_STEP = 0xFFFF
TRIPLES = (1 << 27) - 39
"""Triples are numbered modulo this: one in a thousand that are absent is taken for one that is there."""
MULTIPLIER = 1_000_003


def pair_number(first: int, second: int, syllables: int) -> int:
    """Number a pair of syllables, each given by its place in the table."""
    return first * syllables + second


def triple_number(first: int, second: int, third: int) -> int:
    """Number a triple of syllables, each given by its place in the table."""
    return ((first * MULTIPLIER + second) * MULTIPLIER + third) % TRIPLES


@frozen
class CooccurrenceTable:
    """What is attested. The level of a pair or a triple is a byte, see :func:`level`; absent is 0."""

    places: Mapping[str, int]
    """The key of each syllable with its number."""
    frequency: bytes
    """Of each syllable: 8 times the binary logarithm of its occurrences, plus one."""
    pairs: Mapping[int, int]
    triples: Mapping[int, int]


def level(*, graph: bool, own: int, law: int) -> int:
    """Pack how a pair is attested: in the pair graph, how often in our own text, how often in laws."""
    return graph | min(own.bit_length(), 3) << 1 | min(law.bit_length(), 7) << 3


def read_table(path: Path) -> CooccurrenceTable:
    """Read the table: the price of one copy of each array, no loop over its items."""
    data = path.read_bytes()
    size, syllables, pairs, triples = HEAD.unpack_from(data, len(MAGIC))
    place = len(MAGIC) + HEAD.size
    keys = data[place : place + size].decode("utf-8").split("\n")
    place += size
    frequency = data[place : place + syllables]
    place += syllables
    known = []
    for steps in (pairs, triples):
        numbers = accumulate(_steps(data[place : place + 2 * steps]))
        place += 2 * steps
        known.append(dict(zip(numbers, data[place : place + steps], strict=True)))
        place += steps
    return CooccurrenceTable(dict(zip(keys, range(syllables), strict=True)), frequency, *known)


def _steps(data: bytes) -> "array[int]":
    steps = array("H", data)
    if sys.byteorder == "big":
        steps.byteswap()
    return steps


def write_table(table: CooccurrenceTable) -> bytes:
    """Write a table as :func:`read_table` reads it; the same table gives the same bytes."""
    keys = "\n".join(sorted(table.places, key=table.places.__getitem__)).encode("utf-8")
    parts = [_with_steps(table.pairs), _with_steps(table.triples)]
    head = HEAD.pack(len(keys), len(table.frequency), *(len(levels) for _, levels in parts))
    return b"".join([MAGIC, head, keys, table.frequency, *(each for part in parts for each in part)])


def _with_steps(known: Mapping[int, int]) -> tuple[bytes, bytes]:
    steps, levels, last = array("H"), bytearray(), 0
    for number in sorted(known):
        while number - last > WIDEST_STEP:
            steps.append(WIDEST_STEP)
            levels.append(0)
            last += WIDEST_STEP
        steps.append(number - last)
        levels.append(known[number])
        last = number
    if sys.byteorder == "big":
        steps.byteswap()
    return steps.tobytes(), bytes(levels)
