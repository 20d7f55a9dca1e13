"""The write-ahead log (WAL) of a database that was not closed: whether what stands in it is what was written.

SQLite reads the log up to the first frame whose checksum is wrong and says nothing of the rest. After a power
cut that is in the transaction that was being written. Where a later transaction is sound, bytes have changed
since: all later saves would be lost without a word.

Format: https://www.sqlite.org/fileformat2.html, 4.1 to 4.2.
"""

import struct
from pathlib import Path

from danvan_desktop.store.connection.database_paths import log_of

_HEADER, _FRAME = 32, 24
_LITTLE = 0x377F0682
"""The first number of the log where checksums are taken of little-endian numbers; else one more."""
_ENDIANS = {_LITTLE: "<", _LITTLE + 1: ">"}
_MASK = 0xFFFFFFFF

Sum = tuple[int, int]


def is_damaged(database: Path) -> bool:
    """Whether the WAL of ``database`` holds a sound transaction behind one that is not.

    Raises:
        OSError: it cannot be read.
    """
    path = log_of(database)
    return path.exists() and has_gap(path.read_bytes())


def has_gap(log: bytes) -> bool:
    """Whether a frame that is not sound stands in a transaction before the last one."""
    if len(log) <= _HEADER + _FRAME:
        return False
    endian = _ENDIANS.get(int.from_bytes(log[:4]))
    page = int.from_bytes(log[8:12])
    if endian is None or not 512 <= page <= 65536:
        return True  # there are frames, and none of them will be read
    reached = _sum(log[:24], (0, 0), endian)
    if reached != _stored(log, 24):
        return True
    salt = log[16:24]
    broken = ended = False
    for start in range(_HEADER, len(log) - _FRAME - page + 1, _FRAME + page):
        if log[start + 8 : start + 16] != salt:
            # A frame of a round before this one ends the log, unless another of this round follows.
            broken = True
            reached = _stored(log, start + 16)
            continue
        content = log[start : start + 8] + log[start + _FRAME : start + _FRAME + page]
        summed = _sum(content, reached, endian)
        reached = _stored(log, start + 16)
        if summed == reached and ended:
            return True
        broken = broken or summed != reached
        if broken and any(log[start + 4 : start + 8]):  # the last frame of a transaction
            ended = True
    return False


def _stored(log: bytes, place: int) -> Sum:
    first, second = struct.unpack_from(">II", log, place)
    return first, second


def _sum(data: bytes, start: Sum, endian: str) -> Sum:
    """Go on with a checksum over ``data``, eight bytes at a time."""
    first, second = start
    numbers = struct.unpack(f"{endian}{len(data) // 4}I", data)
    for even, odd in zip(numbers[::2], numbers[1::2], strict=True):
        first = (first + even + second) & _MASK
        second = (second + odd + first) & _MASK
    return first, second
