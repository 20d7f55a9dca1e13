"""How many reports are in a database file that lies somewhere, for the lists of such files."""

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from danvan_desktop.frozen import frozen
from danvan_desktop.store.backup.soundness import IsWanted
from danvan_desktop.store.connection.database_paths import log_of
from danvan_desktop.store.connection.reading import open_untouched
from danvan_desktop.store.rescue.old_data import read_old_data

_DAMAGED = "drafts-hong"
"""How the names of damaged files begin: there it counts what can be read."""


@frozen
class Inside:
    """What is in it, in "Đã xóa" too."""

    whole: int
    parts: int = 0
    """Of so many reports only a part can be read."""


def inside_of(path: Path, now: datetime, is_wanted: IsWanted) -> Inside | None:
    """Count the reports in ``path``; None: ``is_wanted`` said no meanwhile.

    A copy was checked when it was made: its list is counted. Of all else each report is read.

    Raises:
        UserError: the file cannot be read.
    """
    if path.is_file() and not path.name.startswith(_DAMAGED) and not log_of(path).exists():
        with contextlib.suppress(sqlite3.Error), open_untouched(path) as connection:
            (number,) = connection.execute("SELECT count(*) FROM draft").fetchone()
            return Inside(number)
    found = read_old_data(path, now, is_wanted)
    if found is None:
        return None
    parts = sum(each.is_part for each in found.reports)
    return Inside(len(found.reports) - parts, parts)
