"""Carving of an SQLite file: the rows of its leaf pages are read without its tree, which may be damaged.

Format: https://www.sqlite.org/fileformat2.html (1.3 header, 1.6 b-tree pages, 2.1 records, 4 the WAL). Of the
WAL the frames up to its last commit are laid over the pages of the file, as SQLite does. Nothing is written.
"""

import itertools
import mmap
import os
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from danvan_desktop.frozen import frozen
from danvan_desktop.store.connection.database_paths import log_of
from danvan_desktop.store.rows.contents import PAGE_BYTES

Cell = int | float | str | bytes | None

_LEAF = 0x0D
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_MOST_COLUMNS = 64
_HIGHEST = 2**63 - 1
"""Number of a row; ours are none of the negative ones, which stand for larger numbers."""
_FIXED = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
"""Bytes of the values of each serial type below 12."""


@frozen
class CarvedRow:
    """A row as it stands in a leaf page; ``values`` has None for the column that is the row's number."""

    number: int
    values: tuple[Cell, ...]
    is_whole: bool
    """Every overflow page of it is there; else what follows the gap is missing from its last values."""
    pages: tuple[int, ...]
    """The leaf page and the overflow pages, from 1 on."""


class PageFile:
    """The pages of a database file with its WAL laid over them."""

    def __init__(self, path: Path) -> None:
        """Read ``path`` and its WAL whole; the WAL alone may be left.

        Raises:
            OSError: the file cannot be read.
        """
        wal = log_of(path)
        data = _mapped(path) if path.exists() or not wal.exists() else b""
        log = wal.read_bytes() if wal.exists() else b""
        self.page_bytes = _page_bytes(data, log)
        self._data = data
        self._over = _committed(log, self.page_bytes)
        self._in_file = -(-len(data) // self.page_bytes)
        self._behind = sorted(number for number in self._over if number > self._in_file)
        """Pages that are only in the WAL. A damaged frame may call its page by any number up to 2**32."""

    def close(self) -> None:
        """Let go of the file."""
        if isinstance(self._data, mmap.mmap):
            self._data.close()

    def page(self, number: int) -> bytes:
        """Give a page, counted from 1; b"" where there is none."""
        if number in self._over:
            return self._over[number]
        start = (number - 1) * self.page_bytes
        return self._data[start : start + self.page_bytes] if number > 0 else b""

    def image(self) -> bytes:
        """Give the pages as one file, up to the first that is missing."""
        last = self._in_file
        for number in self._behind:
            if number > last + 1:
                break
            last = number
        return b"".join(map(self.page, range(1, last + 1)))

    def rows(self) -> Iterator[CarvedRow]:
        """Give every row of every table that can be read, in the order of the pages."""
        for number in self._numbers():
            yield from self._rows_of(number)

    def free_pages(self) -> frozenset[int]:
        """The pages that the file says are in no use: what stands in them was deleted."""
        found: set[int] = set()
        trunk = int.from_bytes(self.page(1)[32:36])
        while trunk > 1 and trunk not in found and (page := self.page(trunk)):
            entries = min(int.from_bytes(page[4:8]), self.page_bytes // 4 - 2)
            found.add(trunk)
            found.update(int.from_bytes(page[8 + 4 * each : 12 + 4 * each]) for each in range(entries))
            trunk = int.from_bytes(page[:4])
        return frozenset(found)

    def chains(self, claimed: frozenset[int]) -> Iterator[bytes]:
        """Give what lies in overflow pages outside of ``claimed``, each chain as one."""
        free = [n for n in self._numbers() if n > 1 and n not in claimed and self._may_overflow(n)]
        next_of = {number: int.from_bytes(self.page(number)[:4]) for number in free}
        followed = set(next_of.values())
        seen: set[int] = set()
        for first in sorted(free, key=lambda each: (each in followed, each)):
            parts, number = [], first
            while number in next_of and number not in seen:
                seen.add(number)
                parts.append(self.page(number)[4:])
                number = next_of[number]
            if parts:
                yield b"".join(parts)

    def _numbers(self) -> Iterator[int]:
        """The numbers of the pages that are there."""
        return itertools.chain(range(1, self._in_file + 1), self._behind)

    def _may_overflow(self, number: int) -> bool:
        page = self.page(number)
        return len(page) == self.page_bytes and page[0] == 0 and any(page[4:64])

    def _rows_of(self, number: int) -> Iterator[CarvedRow]:
        page = self.page(number)
        head = 100 if number == 1 else 0
        if len(page) < self.page_bytes or page[head] != _LEAF:
            return
        cells = int.from_bytes(page[head + 3 : head + 5])
        for index in range(min(cells, self.page_bytes // 4)):
            place = head + 8 + 2 * index
            try:
                row = self._row(number, page, int.from_bytes(page[place : place + 2]))
            except (IndexError, ValueError, struct.error):
                continue
            if row is not None:
                yield row

    def _row(self, number: int, page: bytes, place: int) -> CarvedRow | None:
        length, place = _varint(page, place)
        row, place = _varint(page, place)
        if not 0 < length <= self.page_bytes * (self._in_file + len(self._behind)) or row > _HIGHEST:
            return None
        local = self._local(length)
        payload, pages, is_whole = page[place : place + local], [number], True
        if local < length:
            rest = int.from_bytes(page[place + local : place + local + 4])
            more, chain, is_whole = self._overflow(rest, length - local)
            payload, pages = payload + more, [*pages, *chain]
        values = _record(payload)
        return None if values is None else CarvedRow(row, values, is_whole, tuple(pages))

    def _local(self, length: int) -> int:
        usable = self.page_bytes
        if length <= usable - 35:
            return length
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        return local if local <= usable - 35 else least

    def _overflow(self, number: int, length: int) -> tuple[bytes, list[int], bool]:
        parts: list[bytes] = []
        chain: list[int] = []
        seen: set[int] = set()
        while length > 0:
            page = self.page(number)
            if number in seen or len(page) < self.page_bytes or not any(page):
                return b"".join(parts), chain, False
            seen.add(number)
            chain.append(number)
            parts.append(page[4 : 4 + length])
            length -= len(parts[-1])
            number = int.from_bytes(page[:4])
        return b"".join(parts), chain, True


def _mapped(path: Path) -> bytes | mmap.mmap:
    """The bytes of a file that may be larger than the memory."""
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return b""
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _page_bytes(data: bytes | mmap.mmap, log: bytes) -> int:
    """The size of a page as the file says, or its WAL, or as this program makes them."""
    sizes = [int.from_bytes(data[16:18])] if data[:15] == b"SQLite format 3" else []
    if len(log) >= 32 and int.from_bytes(log[:4]) in _WAL_MAGIC:
        sizes.append(int.from_bytes(log[8:12]))
    for size in sizes:
        real = 65536 if size == 1 else size
        if 512 <= real <= 65536 and real & (real - 1) == 0:
            return real
    return PAGE_BYTES


def _committed(log: bytes, page_bytes: int) -> Mapping[int, bytes]:
    """The pages of the WAL as of its last commit."""
    if len(log) < 32 or int.from_bytes(log[:4]) not in _WAL_MAGIC:
        return {}
    salt = log[16:24]
    pages: dict[int, bytes] = {}
    open_ones: dict[int, bytes] = {}
    for start in range(32, len(log) - page_bytes - 23, page_bytes + 24):
        head = log[start : start + 24]
        if head[8:16] != salt:
            break  # of a round before this one
        open_ones[int.from_bytes(head[:4])] = log[start + 24 : start + 24 + page_bytes]
        if any(head[4:8]):
            pages.update(open_ones)
            open_ones = {}
    return pages


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for index in range(9):
        byte = data[place + index]
        if index == 8:
            return (value << 8) | byte, place + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, place + index + 1
    raise AssertionError  # pragma: no cover - the ninth byte is the last


def _record(payload: bytes) -> tuple[Cell, ...] | None:
    """The values of a record; the last ones are cut short where ``payload`` is."""
    length, place = _varint(payload, 0)
    types = []
    while place < length:
        kind, place = _varint(payload, place)
        types.append(kind)
    if place != length or not types or len(types) > _MOST_COLUMNS or any(kind in {10, 11} for kind in types):
        return None
    values: list[Cell] = []
    for kind in types:
        size = _FIXED[kind] if kind < 12 else (kind - 12) // 2
        values.append(_value(kind, payload[place : place + size]))
        place += size
    return tuple(values)


def _value(kind: int, data: bytes) -> Cell:
    if kind == 0:
        return None
    if kind in {8, 9}:
        return kind - 8
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    if kind < 7:
        return int.from_bytes(data, signed=True)
    return data if kind % 2 == 0 else data.decode("utf-8", "replace")
