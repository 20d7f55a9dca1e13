"""The note of a rescue that was begun or is to begin; all that an opening needs to know of rescues."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from danvan_desktop.atomic_files import write_file
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER

NOTE_NAME = "cuu-du-lieu.json"
"""Says that a rescue has begun, and from which copy."""
NEW_NAME = "drafts-dang-cuu.sqlite3"
NOTICE_KEY = "rescue"
"""Under which the result is remembered in the new database."""

Progress = Callable[[str], None]
"""Told in Vietnamese what is being done."""


def is_under_way(folder: Path) -> bool:
    """Whether a rescue was begun in ``folder`` and not ended."""
    return (folder / NOTE_NAME).exists()


def plan_rescue(folder: Path) -> None:
    """Have the next start begin with a rescue: the file in use was found to be damaged.

    Raises:
        OSError: it cannot be noted.
    """
    write_file(folder / NOTE_NAME, b"{}")


def clear_leftovers(folder: Path) -> None:
    """Delete what a rescue, a migration or a backup that was killed has half written."""
    from danvan_desktop.store.schema.migrations import (
        PART_SUFFIX,  # the list is read before what comes with it
    )

    leftovers = [*folder.glob(f"drafts-*{PART_SUFFIX}*"), *folder.glob(f"{NEW_NAME}*")]
    leftovers += folder.glob(f"{COPIES_FOLDER}/*{PART_SUFFIX}*")
    for each in leftovers:
        with contextlib.suppress(OSError):
            each.unlink()
