"""An old database as a source of reports: read page by page, without SQLite, and never changed.

So a damaged one, one of an earlier release and one that lies where nobody may write are all the same to it.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.rescue.salvage import salvage
from danvan_desktop.store.rescue.sqlite_pages import PageFile


@frozen
class OldReport:
    """A report in an old database."""

    report: Report
    name: str | None = None
    """The user's own name for it in the list of then."""
    is_deleted: bool = False
    is_earlier: bool = False
    """There was a later state, which is damaged."""
    number: int = 0
    """Of its draft there."""
    is_part: bool = False
    """It is what can be read of a damaged report, or of several."""

    @property
    def title(self) -> str:
        """What to call it."""
        return self.name or self.report.subject or "(chưa có trích yếu)"


@frozen
class OldData:
    """What an old database holds."""

    reports: tuple[OldReport, ...]
    """The last changed first."""
    lost: tuple[str, ...]
    """The titles of reports of which nothing can be read."""
    offices: tuple[Office, ...]


class _NotWantedError(Exception):
    """Whoever asked does not want it any more."""


class _WatchedFile(PageFile):
    """Stops reading when nobody wants it any more."""

    def __init__(self, path: Path, is_wanted: Callable[[], bool]) -> None:
        super().__init__(path)
        self._is_wanted = is_wanted

    def page(self, number: int) -> bytes:
        """Give a page.

        Raises:
            _NotWantedError: nobody wants it.
        """
        if not self._is_wanted():
            raise _NotWantedError
        return super().page(number)


def read_old_data(path: Path, now: datetime, is_wanted: Callable[[], bool] = lambda: True) -> OldData | None:
    """Read all that ``path`` holds; None: ``is_wanted`` said no meanwhile.

    Raises:
        UserError: the file cannot be read.
    """
    try:
        file = _WatchedFile(path, is_wanted)
        try:
            found = salvage(file, now)
        finally:
            file.close()
    except _NotWantedError:
        return None
    except OSError as error:
        raise UserError(f"Không đọc được tệp {path}: hãy kiểm tra tệp và ổ đĩa rồi thử lại.") from error
    whole = [
        OldReport(
            each.report, each.entry.name, each.entry.deleted is not None, each.is_earlier, each.draft_id
        )
        for each in found.whole
    ]
    parts = [OldReport(report, is_part=True) for report in found.parts]
    newest_first = sorted(whole, key=lambda each: each.report.modified, reverse=True)
    return OldData((*newest_first, *parts), found.lost, found.offices)
