"""The second place of the copies: a USB stick or a network folder, which may be absent for days.

There each PC has a folder of its own, so that two of them never write over each other. What was copied beside
the data while the place was absent is brought there when it is back, and the files that go with the reports.
"""

import hashlib
import os
import re
from datetime import date
from pathlib import Path

from danvan_desktop.store.backup import copies
from danvan_desktop.store.backup.copies import PART_SUFFIX
from danvan_desktop.store.backup.share import Tell, told_by_asking, untold
from danvan_desktop.store.backup.soundness import IsWanted
from danvan_desktop.store.backup.take_copy import (
    chunks,
    make_private,
    part_of,
    pieces_of,
    put_in_place,
    remove,
)
from danvan_desktop.store.backup.thinning import thin
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER

PREFIX = "danvan-sao-luu-"
"""Of the folder of a PC in the place that was chosen."""


class AbsentError(Exception):
    """The place cannot be reached now: the stick is not there, or the network."""


class BadCopyError(OSError):
    """What can be read back is not what was written: the drive is worn out, or lies."""


def folder_name(pc: str, number: str) -> str:
    """Give the name of the folder of ``pc``; ``number`` tells it from others of that name."""
    plain = re.sub(r"[^A-Za-z0-9-]+", "-", pc).strip("-")[:40]
    return f"{PREFIX}{plain or 'may'}-{number}"


def pc_of(folder: Path) -> str:
    """Name the PC whose copies are in ``folder``; "" where it is no such folder."""
    return folder.name.removeprefix(PREFIX).rpartition("-")[0] if folder.name.startswith(PREFIX) else ""


def is_on_drive_of(place: Path, data_folder: Path) -> bool:
    """Whether ``place`` is on the same drive as the data: then both may be lost at once."""
    try:
        return place.stat().st_dev == data_folder.stat().st_dev
    except OSError:
        return False


def folders_in(place: Path) -> list[Path]:
    """List the folders of all PCs in ``place``.

    Raises:
        AbsentError: it cannot be reached.
    """
    try:
        return sorted(each for each in place.iterdir() if pc_of(each) and each.is_dir())
    except OSError as error:
        raise AbsentError(str(error)) from error


def bring_up_to_date(
    data_folder: Path, place: Path, name: str, today: date, is_wanted: IsWanted, tell: Tell = untold
) -> int:
    """Copy to the folder ``name`` in ``place`` what is missing there, the newest first; how many copies.

    What is older than what is kept is deleted there, as beside the data. ``tell`` hears how far it has come.

    Raises:
        AbsentError: the place cannot be reached, or went meanwhile.
        NotWantedError: ``is_wanted`` said no meanwhile.
        OSError: the place is full, or takes no writing.
    """
    if not place.is_dir():
        raise AbsentError(str(place))
    folder = place / name
    try:
        return _brought(data_folder, folder, today, is_wanted, tell)
    except OSError as error:
        if not place.is_dir():
            raise AbsentError(str(place)) from error
        raise


def _brought(data_folder: Path, folder: Path, today: date, is_wanted: IsWanted, tell: Tell) -> int:
    if folder.is_dir():
        for left in folder.rglob(f"*{PART_SUFFIX}"):
            remove(left)
    own = copies.copies_in(data_folder / COPIES_FOLDER)
    wanted = copies.kept(own, today)
    missing = [copy.path for copy in own if copy.path in wanted and not _is_there(copy.path, folder)]
    targets = {path: folder / path.name for path in missing}
    for file in copies.with_reports(data_folder):
        if not _is_there(file, folder / file.parent.name):
            targets[file] = folder / file.parent.name / file.name
    pieces = sum(pieces_of(path) for path in targets)
    asked = told_by_asking(is_wanted, tell, 2 * pieces)  # each is written and read back
    for path, target in targets.items():
        copy_file(path, target, asked)
    thin(folder, today)
    return len(missing)


def copy_file(source: Path, target: Path, is_wanted: IsWanted) -> None:
    """Copy a file under another name first, read it back, and only then give it its name.

    Raises:
        NotWantedError: ``is_wanted`` said no meanwhile.
        BadCopyError: what is read back is not what was written.
        OSError: it cannot be copied. In each case nothing is left of it.
    """
    part = part_of(target)
    try:
        make_private(part)
        written = hashlib.sha256()
        with source.open("rb") as read, part.open("wb") as file:
            for chunk in chunks(read, is_wanted):
                written.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        _confirm(part, written.digest(), is_wanted)
        status = source.stat()
        os.utime(part, ns=(status.st_atime_ns, status.st_mtime_ns))
        put_in_place(part, target)
    except BaseException:
        remove(part)
        raise


def _confirm(part: Path, written: bytes, is_wanted: IsWanted) -> None:
    found = hashlib.sha256()
    with part.open("rb") as file:
        for chunk in chunks(file, is_wanted):
            found.update(chunk)
    if found.digest() != written:
        raise BadCopyError(f"{part} does not hold what was written")


def _is_there(file: Path, folder: Path) -> bool:
    there = folder / file.name
    return there.is_file() and there.stat().st_size == file.stat().st_size
