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

MAGIC = b"DVPROOF2"
HEAD = struct.Struct("<4I")
"""Bytes of the syllables, their number, steps of pairs, steps of triples."""
WIDEST_STEP = 0xFFFF
TRIPLES = (1 << 27) - 39
"""Triples are numbered modulo this: one in a thousand that are absent is taken for one that is there."""
MULTIPLIER = 1_000_003
GRAPH, OWN, LAW = 1, 0b1110, 0b1110000
"""The bits of a level: in the pair graph, how often in our own text, how often in laws."""


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
    """Of each syllable: how often it occurs, as :func:`quarters`."""
    own: bytes
    """Of each syllable: how often it occurs in our own text, plus one, as :func:`quarters`."""
    before: bytes
    """Of each syllable: how many stand before it, plus one, as :func:`quarters`."""
    after: bytes
    """Of each syllable: how many stand after it, plus one, as :func:`quarters`."""
    pairs: Mapping[int, int]
    triples: Mapping[int, int]


def quarters(number: int) -> int:
    """Give about four times the binary logarithm of a number from 1 on, in whole numbers that fit a byte."""
    return min((number**4).bit_length() - 1, 255)


def level(*, graph: bool, own: int, law: int) -> int:
    """Pack how a pair is attested: in the pair graph, how often in our own text, how often in laws."""
    return graph | min(own.bit_length(), 7) << 1 | min(law.bit_length(), 7) << 4


def read_table(path: Path) -> CooccurrenceTable:
    """Read the table: the price of one copy of each array, no loop over its items."""
    data = path.read_bytes()
    size, syllables, pairs, triples = HEAD.unpack_from(data, len(MAGIC))
    place = len(MAGIC) + HEAD.size
    keys = data[place : place + size].decode("utf-8").split("\n")
    place += size
    frequency, own, before, after = (
        data[place + syllables * number : place + syllables * (number + 1)] for number in range(4)
    )
    place += 4 * syllables
    known: list[dict[int, int]] = []
    for steps in (pairs, triples):
        numbers = accumulate(_steps(data[place : place + 2 * steps]))
        place += 2 * steps
        known.append(dict(zip(numbers, data[place : place + steps], strict=True)))
        place += steps
    places = dict(zip(keys, range(syllables), strict=True))
    return CooccurrenceTable(places, frequency, own, before, after, *known)


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
    often = (table.frequency, table.own, table.before, table.after)
    return b"".join([MAGIC, head, keys, *often, *(each for part in parts for each in part)])


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
