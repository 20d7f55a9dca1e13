"""Making of the copies: when one is due, where it goes, and what the user should know of it."""

import errno
import logging
import shutil
import sqlite3
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

from danvan_desktop.frozen import frozen
from danvan_desktop.store.backup import copies, second_place
from danvan_desktop.store.backup.second_place import AbsentError
from danvan_desktop.store.backup.share import WHOLE, Tell, portion, untold
from danvan_desktop.store.backup.soundness import IsWanted, UnsoundCopyError, mark_of
from danvan_desktop.store.backup.take_copy import LEFT_FREE, part_of, put_in_place, remove, write_copy
from danvan_desktop.store.backup.thinning import thin
from danvan_desktop.store.connection.database_paths import COPIES_FOLDER, log_of
from danvan_desktop.store.connection.reading import open_to_read
from danvan_desktop.store.database_file import DatabaseFile

_SECONDS = 5.0
_log = logging.getLogger(__name__)


@frozen
class SecondPlace:
    """Where the copies go as well."""

    place: Path
    """The stick or the network folder that was chosen."""
    name: str
    """Of this PC's folder in it, see :func:`~danvan_desktop.store.backup.second_place.folder_name`."""


@frozen
class BackupOutcome:
    """What came of a round."""

    made: Path | None = None
    """The copy beside the data; None: none was due, or it failed."""
    reports: int = 0
    """Reports in it."""
    brought: int = 0
    """Copies that went to the second place."""
    is_absent: bool = False
    """The second place cannot be reached."""
    problem: str = ""
    """What went wrong beside the data, in Vietnamese."""
    second_problem: str = ""
    """What went wrong in the second place, in Vietnamese."""


class Backup:
    """Copies one open database. For threads; one round at a time."""

    def __init__(self, file: DatabaseFile) -> None:
        """Make no copy yet."""
        self._file = file
        self._turn = threading.Lock()

    @property
    def folder(self) -> Path:
        """Where the copies beside the data lie."""
        return self._file.path.parent / COPIES_FOLDER

    def round(
        self,
        second: SecondPlace | None,
        *,
        asked: bool = False,
        is_wanted: IsWanted = lambda: True,
        tell: Tell = untold,
    ) -> BackupOutcome:
        """Make the copy of today where it is due, or one that is ``asked`` for; then see to the second place.

        ``tell`` hears how far it has come: to bring copies to the second place is a half of it.

        Raises:
            NotWantedError: ``is_wanted`` said no meanwhile; nothing is left half done.
        """
        with self._turn:
            beside = tell if second is None else portion(tell, 0, WHOLE // 2)
            made, reports, problem = self._beside(is_wanted, beside, asked=asked)
            if second is None:
                return BackupOutcome(made, reports, problem=problem)
            brought, is_absent, second_problem = self._elsewhere(
                second, is_wanted, portion(tell, WHOLE // 2, WHOLE)
            )
            return BackupOutcome(made, reports, brought, is_absent, problem, second_problem)

    def _beside(self, is_wanted: IsWanted, tell: Tell, *, asked: bool) -> tuple[Path | None, int, str]:
        try:
            if not asked and not self._is_due():
                return None, 0, ""
            self._see_room()
            made, reports = self._make(is_wanted, tell, asked=asked)
        except UnsoundCopyError as error:
            _log.error("the copy is not sound: %s", error)
            return None, 0, "Chưa sao lưu được: bản sao đọc lại không đúng. Các bản sao trước vẫn còn nguyên."
        except (OSError, sqlite3.Error) as error:
            _log.warning("no copy was made: %s", error)
            return None, 0, f"Chưa sao lưu được vào {self.folder}: {_reason(error)}"
        else:
            return made, reports, ""

    def _elsewhere(self, second: SecondPlace, is_wanted: IsWanted, tell: Tell) -> tuple[int, bool, str]:
        data_folder = self._file.path.parent
        try:
            brought = second_place.bring_up_to_date(
                data_folder, second.place, second.name, self._today(), is_wanted, tell
            )
        except AbsentError:
            return 0, True, ""
        except OSError as error:
            _log.warning("the second place was not brought up to date: %s", error)
            return 0, False, f"Chưa chép được bản sao sang {second.place}: {_reason(error)}"
        else:
            return brought, False, ""

    def _make(self, is_wanted: IsWanted, tell: Tell, *, asked: bool) -> tuple[Path, int]:
        moment = self._now()
        there = {copy.moment for copy in copies.copies_in(self.folder) if copy.day == moment.date()}
        while asked and moment.replace(microsecond=0).time() in there:
            moment += timedelta(seconds=1)  # no copy takes the place of another
        part = part_of(self.folder / copies.name_of(moment, asked=asked, lacking=False))
        state = write_copy(self._file, part, is_wanted, tell)
        target = self.folder / copies.name_of(moment, asked=asked, lacking=state.damaged > 0)
        try:
            put_in_place(part, target)
        except OSError:
            remove(part)
            raise
        thin(self.folder, self._today(), made=target)
        return target, state.reports

    def _is_due(self) -> bool:
        """Whether no copy of today is there, and the newest one does not say the same as the reports."""
        there = copies.copies_in(self.folder)
        if any(copy.day == self._today() for copy in there):
            return False
        with self._file.reading_beside() as connection:
            mark = mark_of(connection)
            is_empty = connection.execute("SELECT count(*) FROM draft").fetchone() == (0,)
        if is_empty and not there:
            return False
        return not there or _mark_in(there[0].path) != mark

    def _see_room(self) -> None:
        """Refuse where the drive is nearly full.

        Raises:
            OSError: it is.
        """
        path = self._file.path
        log = log_of(path)
        needed = path.stat().st_size + (log.stat().st_size if log.exists() else 0)
        if shutil.disk_usage(path.parent).free < needed + LEFT_FREE:
            raise OSError(errno.ENOSPC, "nearly full")

    def _now(self) -> datetime:
        return self._file.now().astimezone()

    def _today(self) -> date:
        return self._now().date()


def _mark_in(path: Path) -> str:
    """The mark of a copy; "" where it cannot be read."""
    try:
        with open_to_read(path, _SECONDS) as connection:
            return mark_of(connection)
    except sqlite3.Error:
        return ""


def _reason(error: Exception) -> str:
    text = str(error).lower()
    if (isinstance(error, OSError) and error.errno == errno.ENOSPC) or "full" in text:
        return "ổ đĩa gần đầy. Hãy dọn bớt tệp không cần."
    if isinstance(error, PermissionError) or "readonly" in text or "unable to open" in text:
        return "không ghi được. Hãy kiểm tra quyền ghi của thư mục này."
    return "ổ đĩa không đọc, ghi được. Hãy kiểm tra ổ đĩa, USB hoặc đường mạng."
