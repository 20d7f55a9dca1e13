"""What a disk holds after a power cut: a recording replayed up to a moment, unflushed writes dropped or torn.

Of the writes to a file since its last flush any may have reached the disk and any not, in any order, and of a
page of 4 KiB one half only. Names and lengths are changed in order, as journaling file systems do it (ext4,
NTFS): up to some moment after the last flush of whichever file.
"""

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.torture.recorded_writes import (
    Acknowledge,
    Create,
    Flush,
    Link,
    Operation,
    Recording,
    Rename,
    Truncate,
    Unlink,
    Write,
)

_HALF = 2048
"""Half of a page of SQLite."""
Keep = Callable[[], bool]


def acknowledged(recording: Recording, end: int) -> int:
    """The last step that was acknowledged before operation ``end``; 0: none."""
    steps = (each.step for each in recording.operations[:end] if isinstance(each, Acknowledge))
    return max(steps, default=0)


def image(recording: Recording, end: int, chance: Random) -> dict[str, bytes]:
    """The files that a power cut before operation ``end`` leaves."""
    done = recording.operations[:end]
    last_flush = max((at for at, each in enumerate(done) if isinstance(each, Flush)), default=0)
    journaled = chance.randint(last_flush, len(done))
    share = chance.choice((0.0, 0.3, 0.7, 1.0))
    tears = chance.random() < 0.5
    names = {name: number for number, name in enumerate(recording.before)}
    for each in done[:journaled]:
        _rename(names, each)
    flushed: dict[int, int] = {}
    for at, each in enumerate(done):
        if isinstance(each, Flush):
            flushed[each.file] = at
    files = {number: bytearray(data) for number, data in enumerate(recording.before.values())}
    for at, each in enumerate(done):
        if isinstance(each, Truncate) and at < max(journaled, flushed.get(each.file, -1)):
            content = files.setdefault(each.file, bytearray())
            del content[each.length :]
            content.extend(bytes(each.length - len(content)))
        elif isinstance(each, Write):
            if at < flushed.get(each.file, -1):
                _apply(files, each)
            elif chance.random() < share:
                for torn in _torn(each, chance) if tears else (each,):
                    _apply(files, torn)
    return {name: bytes(files.get(number, b"")) for name, number in names.items()}


def write_image(files: dict[str, bytes], folder: Path) -> None:
    """Put the files into ``folder``, which is made."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _rename(names: dict[str, int], each: Operation) -> None:
    if isinstance(each, Create):
        names[each.path] = each.file
    elif isinstance(each, Rename):
        names[each.new] = names.pop(each.old)
    elif isinstance(each, Link):
        names[each.new] = names[each.old]
    elif isinstance(each, Unlink):
        names.pop(each.path, None)


def _apply(files: dict[int, bytearray], write: Write) -> None:
    content = files.setdefault(write.file, bytearray())
    content.extend(bytes(max(0, write.offset - len(content))))
    content[write.offset : write.offset + len(write.data)] = write.data


def _torn(write: Write, chance: Random) -> list[Write]:
    """The halves of pages of ``write`` that reached the disk."""
    parts = []
    start = write.offset
    end = start + len(write.data)
    while start < end:
        stop = min(end, (start // _HALF + 1) * _HALF)
        if chance.random() < 0.7:
            data = write.data[start - write.offset : stop - write.offset]
            parts.append(Write(write.file, start, data))
        start = stop
    return parts
