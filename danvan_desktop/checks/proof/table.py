"""The table of what stands beside what: syllables, pairs and triples with how well each is attested.

``packaging/proof/build_table.py`` writes it, see there for what is in it. Made to be small and to be read
at once: planes of bytes, each packed by zlib, that the standard library takes whole. Pairs and triples are
sorted numbers, each written as the step from the one before, its low and its high byte in a plane of their
own; a step too wide is several. Their levels are a byte each. In memory they stay sorted numbers.
"""

import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from danvan_desktop.frozen import frozen

MAGIC = b"DVPROOF4"
LENGTH = struct.Struct("<I")
"""Stands before each packed plane."""
WIDEST_STEP = 0xFFFF
KINDS_OF_COMPANY = 6
"""So many numbers tell in what company a syllable stands."""
TRIPLES = (1 << 29) - 3
"""Triples are numbered modulo this: of those that are absent, not one in a thousand is taken for one that is
there."""
MULTIPLIER = 1_000_003
GRAPH, OWN, LAW = 1, 0b1110, 0b1110000
"""The bits of a level: in the pair graph, how often in our own text, how often in laws."""
_BEYOND = 0xFFFFFFFF
"""Larger than the number of any pair or triple."""


def pair_number(first: int, second: int, syllables: int) -> int:
    """Number a pair of syllables, each given by its place in the table."""
    return first * syllables + second


def triple_number(first: int, second: int, third: int) -> int:
    """Number a triple of syllables, each given by its place in the table."""
    return ((first * MULTIPLIER + second) * MULTIPLIER + third) % TRIPLES


@frozen
class Levels:
    """The levels of numbered pairs or triples: ``numbers`` ascend, the last is larger than any other."""

    numbers: Sequence[int]
    levels: bytes

    def get(self, number: int) -> int:
        """Give the level of a number; 0: it is absent."""
        place = bisect_left(self.numbers, number)
        return self.levels[place] if self.numbers[place] == number else 0

    def items(self) -> Iterator[tuple[int, int]]:
        """Give each number that is there with its level."""
        return ((number, level) for number, level in zip(self.numbers, self.levels, strict=True) if level)


def levels_of(known: Mapping[int, int]) -> Levels:
    """Sort numbers with their levels."""
    numbers = sorted(known)
    return Levels(array("I", [*numbers, _BEYOND]), bytes([*map(known.__getitem__, numbers), 0]))


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
    pairs: Levels
    triples: Levels
    as_first: Sequence[float]
    as_second: Sequence[float]
    """:data:`KINDS_OF_COMPANY` numbers of each syllable, for those behind and those before it: see
    ``packaging/proof/company.py``."""

    def affinity(self, first: int, second: int) -> float:
        """Give how much oftener than by chance such a pair is attested; below 0: never."""
        first, second = first * KINDS_OF_COMPANY, second * KINDS_OF_COMPANY
        behind = self.as_first[first : first + KINDS_OF_COMPANY]
        before = self.as_second[second : second + KINDS_OF_COMPANY]
        return sum(map(float.__mul__, behind, before))


def quarters(number: int) -> int:
    """Give about four times the binary logarithm of a number from 1 on, in whole numbers that fit a byte."""
    return min((number**4).bit_length() - 1, 255)


def level(*, graph: bool, own: int, law: int) -> int:
    """Pack how a pair is attested: in the pair graph, how often in our own text, how often in laws."""
    return graph | min(own.bit_length(), 7) << 1 | min(law.bit_length(), 7) << 4


def read_table(path: Path) -> CooccurrenceTable:
    """Read the table: the price of unpacking each plane, no loop over its items."""
    keys, frequency, own, before, after, *planes = unpacked(path.read_bytes())
    places = {key: place for place, key in enumerate(keys.decode("utf-8").split("\n"))}
    known = _levels(*planes[:3]), _levels(*planes[3:6])
    return CooccurrenceTable(places, frequency, own, before, after, *known, *map(_numbers, planes[6:]))


def _numbers(plane: bytes) -> tuple[float, ...]:
    return struct.unpack(f"<{len(plane) // 2}e", plane)


def unpacked(data: bytes) -> list[bytes]:
    """Unpack the planes of a table: what is in them does not depend on which zlib packed them."""
    if not data.startswith(MAGIC):
        raise ValueError("this is not a table of the proof-reader")
    planes, place = [], len(MAGIC)
    while place < len(data):
        (size,) = LENGTH.unpack_from(data, place)
        place += LENGTH.size
        planes.append(zlib.decompress(data[place : place + size]))
        place += size
    return planes


def _levels(low: bytes, high: bytes, levels: bytes) -> Levels:
    both = bytearray(2 * len(low))
    both[0::2], both[1::2] = low, high
    steps = array("H", both)
    if sys.byteorder == "big":
        steps.byteswap()
    numbers = array("I", accumulate(steps))
    numbers.append(_BEYOND)
    return Levels(numbers, levels + b"\0")


def write_table(table: CooccurrenceTable) -> bytes:
    """Write a table as :func:`read_table` reads it; the same table gives the same planes."""
    keys = "\n".join(sorted(table.places, key=table.places.__getitem__)).encode("utf-8")
    planes = [keys, table.frequency, table.own, table.before, table.after]
    planes += [plane for known in (table.pairs, table.triples) for plane in _planes(known)]
    planes += [struct.pack(f"<{len(each)}e", *each) for each in (table.as_first, table.as_second)]
    return MAGIC + b"".join(map(_packed, planes))


def _packed(plane: bytes) -> bytes:
    packing = zlib.compressobj(9, memLevel=9, strategy=zlib.Z_RLE)  # nothing repeats but single bytes
    data = packing.compress(plane) + packing.flush()
    return LENGTH.pack(len(data)) + data


def _planes(known: Levels) -> tuple[bytes, bytes, bytes]:
    steps, levels, last = array("H"), bytearray(), 0
    for number, found in known.items():
        fill = (number - last - 1) // WIDEST_STEP if number > last else 0
        steps.extend([WIDEST_STEP] * fill)
        levels.extend(bytes(fill))
        steps.append(number - last - fill * WIDEST_STEP)
        levels.append(found)
        last = number
    if sys.byteorder == "big":
        steps.byteswap()
    both = steps.tobytes()
    return both[0::2], both[1::2], bytes(levels)
