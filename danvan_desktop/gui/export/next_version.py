"""Next version of files that are open in Word: "BC.docx" cannot be replaced, "BC_v2.docx" is written."""

import re
from itertools import count
from pathlib import Path

from danvan_desktop.atomic_files import is_held_open
from danvan_desktop.frozen import frozen
from danvan_desktop.report.lifecycle.filename import LONGEST


@frozen
class Targets:
    """The files to write, as far as the disk allows."""

    files: tuple[Path, ...]
    existing: tuple[str, ...] = ()
    """Names of those that are there already and would be replaced."""
    notice: str = ""
    """Why these are others than were asked for; "" where they are not."""


def available_targets(files: tuple[Path, ...]) -> Targets:
    """Look at the disk; give the next free version of all ``files`` where one of them is open elsewhere."""
    existing = tuple(path for path in files if path.exists())
    held = [path.name for path in existing if path.is_file() and is_held_open(path)]
    if not held:
        return Targets(files, tuple(path.name for path in existing))
    free = _next_free(files)
    names = " và ".join(held)
    notice = f"{names} đang mở trong phần mềm khác (ví dụ Word), nên tệp mới có tên {free[0].stem}."
    return Targets(free, (), notice)


def _next_free(files: tuple[Path, ...]) -> tuple[Path, ...]:
    """Number the files from 2 on, all with the same number, until none is there."""
    stem = files[0].stem
    known = re.fullmatch(r"(.+)_v(\d{1,4})", stem)
    base, first = (known.group(1), int(known.group(2)) + 1) if known else (stem, 2)
    longest = max(len(path.suffix) for path in files)
    for number in count(first):
        tag = f"_v{number}"
        name = base[: LONGEST - longest - len(tag)] + tag
        free = tuple(path.with_name(name + path.suffix) for path in files)
        if not any(path.exists() for path in free):
            return free
    raise AssertionError("numbers do not end")
