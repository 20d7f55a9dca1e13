"""The copies of the database in a folder: their names, and which of them are kept as time goes on."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Literal

from danvan_desktop.frozen import frozen
from danvan_desktop.store import signed_files

PART_SUFFIX = ".part"
"""Of a copy that is still being written."""
DAYS, WEEKS, MONTHS, ASKED, LACKING = 7, 5, 12, 5, 3
"""So many are kept: of days of use, weeks and months; asked for; and with damaged reports in them."""

KEPT_FOLDERS = (signed_files.FOLDER, "annex-forms", "outlines")
"""In the data folder: files that go with the reports, the signed ones, the user's own forms and outlines."""

Kind = Literal["day", "week", "month", "asked", "lacking"]

_NAME = re.compile(r"drafts-(\d{8})(?:-(\d{6}))?(-thieu)?\.sqlite3")


@frozen
class BackupCopy:
    """A copy of the database."""

    path: Path
    day: date
    moment: time | None = None
    """When on that day the user asked for it; None: it was made unasked."""
    is_lacking: bool = False
    """A report was damaged already when it was made."""

    @property
    def order(self) -> tuple[date, time]:
        """By which copies are put in the order of time."""
        return self.day, self.moment or time.min


def copy_at(path: Path) -> BackupCopy | None:
    """Read the name of a copy; None: it is none that this program has made."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        day = datetime.strptime(match[1], "%Y%m%d").date()  # noqa: DTZ007 - a day, not a moment
        moment = None if match[2] is None else datetime.strptime(match[2], "%H%M%S").time()  # noqa: DTZ007
    except ValueError:
        return None
    return BackupCopy(path, day, moment, match[3] is not None)


def copies_in(folder: Path) -> list[BackupCopy]:
    """Give the copies in ``folder``, the newest first.

    Raises:
        OSError: it cannot be read.
    """
    found = filter(None, map(copy_at, folder.iterdir() if folder.is_dir() else ()))
    return sorted(found, key=lambda copy: copy.order, reverse=True)


def with_reports(data_folder: Path) -> list[Path]:
    """Give the files in ``data_folder`` that go with the reports.

    Raises:
        OSError: a folder cannot be read.
    """
    folders = [data_folder / name for name in KEPT_FOLDERS]
    return [
        path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir()) if path.is_file()
    ]


def name_of(moment: datetime, *, asked: bool, lacking: bool) -> str:
    """Give the name of a copy that is made at ``moment``, in the time of this machine."""
    when = f"{moment:%Y%m%d-%H%M%S}" if asked else f"{moment:%Y%m%d}"
    return f"drafts-{when}{'-thieu' if lacking else ''}.sqlite3"


def kept(copies: Sequence[BackupCopy], today: date) -> Mapping[Path, Kind]:
    """Say which of ``copies``, newest first, are kept and as what.

    By their rank, not by their age: who comes back after a year finds all that was there. A copy of a day to
    come stays: one of two clocks is wrong. One with damaged reports never takes the place of one without.
    """
    sound = [copy for copy in copies if not copy.is_lacking]
    unasked = [copy for copy in sound if copy.moment is None]
    to_come = [copy for copy in unasked if copy.day > today]
    past = [copy for copy in unasked if copy.day <= today]
    groups: tuple[tuple[Kind, Iterable[BackupCopy]], ...] = (
        ("lacking", [copy for copy in copies if copy.is_lacking][:LACKING]),
        ("asked", [copy for copy in sound if copy.moment is not None][:ASKED]),
        ("month", _newest_of_each(past, lambda copy: (copy.day.year, copy.day.month), MONTHS)),
        ("week", _newest_of_each(past, lambda copy: copy.day.isocalendar()[:2], WEEKS)),
        ("day", [*past[:DAYS], *to_come]),
    )
    return {copy.path: kind for kind, group in groups for copy in group}


def _newest_of_each(
    copies: Iterable[BackupCopy], bucket: Callable[[BackupCopy], Hashable], count: int
) -> list[BackupCopy]:
    newest: dict[Hashable, BackupCopy] = {}
    for copy in copies:
        newest.setdefault(bucket(copy), copy)
    return list(newest.values())[:count]
