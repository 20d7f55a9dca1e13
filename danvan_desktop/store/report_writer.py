"""Writes reports into the database: whole, or only what changed since the last whole copy of the open one.

Autosave comes every half second, and a report may have three hundred pages: what is open is written whole
once, and then only its changes, a few kilobytes, until they grow.
"""

from collections.abc import Sequence
from dataclasses import replace

from danvan_desktop.frozen import frozen
from danvan_desktop.report.codec.changes import changes
from danvan_desktop.report.model import Report
from danvan_desktop.store.database_file import DatabaseFile
from danvan_desktop.store.file_watch import Saved
from danvan_desktop.store.rescue.salvage import SalvagedReport
from danvan_desktop.store.rows import contents, draft_rows
from danvan_desktop.store.rows.draft_rows import Entry, utc
from danvan_desktop.store.takeback import received_rows
from danvan_desktop.store.takeback.received_rows import Decided

MOST_CHANGES = 64 * 1024
"""Characters of changes after which a whole copy is written again."""


@frozen
class _Base:
    """The last whole copy that this program has written of the open report."""

    draft_id: int
    report: Report
    revision: int


class ReportWriter:
    """Writes through one database file, and into the new one when that is made anew."""

    def __init__(self, file: DatabaseFile) -> None:
        self._file = file
        self._base: _Base | None = None
        self._latest: SalvagedReport | None = None
        file.made_anew = self._write_latest

    def writes(self, draft_id: int) -> bool:
        """Whether changes of this draft are written by autosave now."""
        return self._base is not None and self._base.draft_id == draft_id

    def opened(self, draft_id: int, report: Report, entry: Entry, revision: int) -> None:
        """Hear what was read to be edited: it is written into a file that is made anew."""
        self._latest = SalvagedReport(draft_id, report, entry, revision)

    def create(self, report: Report, name: str | None) -> int:
        """Write a new draft, and read back that the file holds it; its number."""
        entry = Entry(utc(self._file.now()), name)
        with self._file.transaction() as connection:
            draft_id = draft_rows.free_number(connection)
            draft_rows.write_whole(connection, draft_id, 1, entry, report)
            self.opened(draft_id, report, entry, 1)
        self._file.confirm(Saved(draft_id, 1, is_whole=True))
        return draft_id

    def save(
        self, draft_id: int, report: Report, place: str, *, whole: bool, decided: Sequence[Decided] = ()
    ) -> None:
        """Put ``report`` in the place of what was kept, and read back that the file holds it."""
        with self._file.turn:
            self._file.confirm(self._write_with(decided, draft_id, report, place, whole=whole))

    def _write_with(
        self, decided: Sequence[Decided], draft_id: int, report: Report, place: str, *, whole: bool
    ) -> Saved:
        """Write both or neither: a change must not be without its decision, nor the other way round."""
        if not decided:
            return self._write(draft_id, report, place, whole=whole)
        with self._file.transaction() as connection:
            for each in decided:
                received_rows.decide(connection, each)
            return self._write(draft_id, report, place, whole=whole)

    def _write(self, draft_id: int, report: Report, place: str, *, whole: bool) -> Saved:
        base = self._base
        said = None
        if not whole and base is not None and base.draft_id == draft_id:
            said = changes(base.report, report)
        with self._file.transaction() as connection:
            revision = contents.newest_revision(connection, draft_id) + 1
            entry = replace(draft_rows.read_entry(connection, draft_id), place=place)
            self.opened(draft_id, report, entry, revision)
            if (
                base is None
                or said is None
                or len(said) > MOST_CHANGES
                or base.revision != contents.base(connection, draft_id)
            ):
                draft_rows.write_whole(connection, draft_id, revision, entry, report)
                self._base = _Base(draft_id, report, revision)
                return Saved(draft_id, revision, is_whole=True)
            contents.write_changes(connection, draft_id, base.revision, revision, place, said)
            draft_rows.update(
                connection,
                draft_id,
                place=place,
                subject=report.subject,
                year=report.year,
                state=report.state,
                modified=utc(report.modified),
                newest=contents.newest_mark(draft_id, revision),
                unchecked=None,
            )
            return Saved(draft_id, revision, is_whole=False)

    def _write_latest(self) -> None:
        """Put the report that was opened or saved last into the new file, where it is not."""
        self._base = None
        latest = self._latest
        if latest is None:
            return
        with self._file.transaction() as connection:
            known = contents.newest_revision(connection, latest.draft_id)
            revision = max(known, latest.revision) + 1
            draft_rows.write_whole(connection, latest.draft_id, revision, latest.entry, latest.report)
