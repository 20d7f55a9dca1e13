"""Thinning of a folder of copies: what is not kept any longer is deleted."""

from datetime import date
from pathlib import Path

from danvan_desktop.store.backup.copies import copies_in, kept
from danvan_desktop.store.backup.take_copy import remove


def thin(folder: Path, today: date, made: Path | None = None) -> None:
    """Delete the copies in ``folder`` that are not kept any longer, once there are newer ones; not ``made``.

    Raises:
        OSError: it cannot be read.
    """
    there = copies_in(folder)
    wanted = {*kept(there, today), made}
    for copy in there:
        if copy.path not in wanted:
            remove(copy.path)
