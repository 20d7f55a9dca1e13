"""The user's reports on disk: listed, found, opened, saved, deleted and brought back."""

import json
import logging
import sqlite3
import time
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from danvan_desktop.errors import UserError
from danvan_desktop.report.codec.fragments import readable_report
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.background_check import BackgroundCheck
from danvan_desktop.store.connection.database import is_large
from danvan_desktop.store.database_file import DatabaseFile
from danvan_desktop.store.history.history import History
from danvan_desktop.store.listing.draft import COLUMNS, NO_ENTRY, Draft, Row, as_damaged, draft_of
from danvan_desktop.store.listing.draft_list import NOT_DELETED, DraftList, read_rows
from danvan_desktop.store.listing.matches import Matches
from danvan_desktop.store.listing.search import Search
from danvan_desktop.store.report_writer import ReportWriter
from danvan_desktop.store.rescue.note import NOTICE_KEY
from danvan_desktop.store.rows import contents, draft_rows, offices, purge, remembered
from danvan_desktop.store.rows.contents import DamagedReportError, StoredContent
from danvan_desktop.store.rows.draft_rows import Entry, gone, utc
from danvan_desktop.store.rows.search import folded_text
from danvan_desktop.store.takeback.correspondence import Correspondence
from danvan_desktop.store.takeback.received_rows import Decided

_log = logging.getLogger(__name__)

_FOR_OTHERS_SECONDS = 0.002
"""Between two turns of a job on the store's own connection: whoever waits gets one."""


class Store:
    """The reports of one data folder. Safe to call from several threads; each call is one transaction."""

    def __init__(self, file: DatabaseFile) -> None:
        """Keep them in ``file``; use :func:`~danvan_desktop.store.opening.open_store`."""
        self.file = file
        """The open database."""
        self._writer = ReportWriter(file)
        self._check: BackgroundCheck | None = None
        self.history = History(file.transaction, file.reading, file.now)
        """Versions of the reports."""
        self.correspondence = Correspondence(file.transaction, file.reading, file.now)
        """Word files that went out, and those that came back."""

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be changed, for the user; "" where all can (read_only.py)."""
        return self.file.read_only_reason

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.file.path.parent

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know about this opening, one Vietnamese line each."""
        return tuple(self.file.notices)

    @property
    def rescue_notice(self) -> str:
        """What a rescue has brought back and what not; "" where there was none or the user has read it."""
        with self.file.reading() as connection:
            return remembered.value(connection, NOTICE_KEY)

    def forget_rescue_notice(self) -> None:
        """The user has read it."""
        with self.file.transaction() as connection:
            remembered.forget(connection, NOTICE_KEY)

    def drafts(self, *, deleted: bool = False) -> DraftList:
        """List the reports, last edited first, or, last deleted first, those in "Đã xóa"."""
        condition = "deleted IS NOT NULL ORDER BY deleted DESC, id DESC" if deleted else NOT_DELETED
        with self.file.reading() as connection:
            return DraftList(read_rows(connection, condition), self._draft)

    def count_deleted(self) -> int:
        """Count the reports in "Đã xóa"."""
        with self.file.reading() as connection:
            found: int = connection.execute(
                "SELECT count(*) FROM draft WHERE deleted IS NOT NULL"
            ).fetchone()[0]
            return found

    def look_for(self, search: Search, seconds: float) -> Matches:
        """Go on with ``search``, by a piece or for so many seconds; what was found meanwhile.

        For a thread of its own: neither the window nor a save waits for it.
        """
        until, found = time.monotonic() + seconds, Matches()
        if self.file.others_may_read:
            with suppress(sqlite3.Error), self.file.reading_beside() as connection:
                while not search.is_over:
                    found += search.go_on(connection)
                    if time.monotonic() >= until:
                        break
                return found
        while not search.is_over:
            with self.file.reading() as connection:
                found += search.go_on(connection)
            if time.monotonic() >= until:
                break
            time.sleep(_FOR_OTHERS_SECONDS)
        return found

    def draft(self, draft_id: int) -> Draft:
        """Give its entry in the list."""
        with self.file.reading() as connection:
            return self._listed(connection, draft_id)

    def create(self, report: Report, *, name: str | None = None) -> Draft:
        """Keep a new report."""
        return self.draft(self._writer.create(report, name))

    def load(self, draft_id: int) -> Report:
        """Fetch the whole report.

        Raises:
            DamagedReportError: what is stored is not what was written, see :meth:`readable`.
            UserError: its content was written by a newer release.
        """
        with self.file.reading() as connection:
            try:
                stored = self._stored(connection, draft_id)
            except DamagedReportError:
                with suppress(UserError):  # a disk that takes no writing
                    self._set(draft_id, damaged=1)
                raise
            entry = replace(draft_rows.read_entry(connection, draft_id), place=stored.place)
            self._writer.opened(draft_id, stored.report, entry, stored.revision)
            self._mend_entry(connection, draft_id, stored.report)
            return stored.report

    def readable(self, draft_id: int) -> Report | None:
        """Make a report of its own of what can still be read of a damaged one; None: nothing."""
        with self.file.reading() as connection:
            draft = self._listed(connection, draft_id)
            texts = contents.texts(connection, draft_id)
        subject = f"{draft.title} (phần đọc được)"
        found = readable_report(texts, subject, draft.year or self.file.now().year, self.file.now())
        return None if found is None else replace(found, id=str(uuid.uuid4()), subject=subject)

    def of_report(self, report_id: str) -> tuple[Draft, ...]:
        """List what is kept of the report with this identity, deleted or not, last edited first."""
        named = json.dumps(report_id, ensure_ascii=False)
        query = (
            "SELECT draft.id FROM draft JOIN content ON draft_id = draft.id WHERE instr(report, ?) "
            "ORDER BY draft.modified DESC"
        )
        with self.file.reading() as connection:
            rows = connection.execute(query, (named,)).fetchall()
            return tuple(
                self._listed(connection, number) for (number,) in rows if self._identity(number) == report_id
            )

    def issued_by(self, agency: str, most: int) -> tuple[Draft, ...]:
        """List what the office called ``agency`` in the list has issued, the newest first; ``most`` of it."""
        condition = "state = 'issued' AND agency = ? AND " + NOT_DELETED + " LIMIT ?"
        with self.file.reading() as connection:
            return tuple(map(self._draft, read_rows(connection, condition, agency, most)))

    def mark_opened(self, draft_id: int) -> None:
        """Remember that it was opened just now. Not part of ``load``: a full disk must not keep it shut."""
        self._set(draft_id, opened=utc(self.file.now()))

    def save(
        self,
        draft_id: int,
        report: Report,
        place: str,
        *,
        whole: bool = True,
        decided: Sequence[Decided] = (),
    ) -> None:
        """Put ``report`` in the place of what was kept, and read back that the file holds it.

        On disk, through every cache, when it returns. ``whole=False``: write only what changed since the last
        whole copy, where that is little; the columns of the list that must be counted are left for later.
        ``decided``: what led to this report, kept in the same transaction, so both or neither.
        """
        self._writer.save(draft_id, report, place, whole=whole, decided=decided)

    def look_after(self) -> None:
        """See that the file is still where it was and can be read; call it every few seconds of rest.

        What is found is among :meth:`news` then: a vanished file was made anew from what is open.
        """
        damaged = self.file.look_inside()
        if damaged is not None:
            self._note_damaged(damaged)
        self.file.rest()

    def begin_check(self) -> None:
        """Check all that the opening has not, in a thread of its own; what is found is among :meth:`news`."""
        if self._check is None:
            structure = self.file.others_may_read and is_large(self.file.path)
            self._check = BackgroundCheck(
                self.file.reading_beside,
                self._note_damaged,
                self._note_damaged_version,
                self.file.note_damaged,
                structure=structure,
            )
            self._check.begin()

    def news(self) -> tuple[str, ...]:
        """What the user should know since this was last asked, one Vietnamese line each."""
        return self.file.take_news()

    def rename(self, draft_id: int, name: str | None) -> None:
        """Give it a name of its own in the list; None or blank: the subject again."""
        self._refile(draft_id, name=" ".join((name or "").split()) or None)

    def duplicate(self, draft_id: int) -> Draft:
        """Keep a copy beside it: another report, so with an identity of its own."""
        with self.file.reading() as connection:
            title = self._listed(connection, draft_id).title
            report = self._stored(connection, draft_id).report
        return self.create(_copy(report, self.file.now()), name=f"{title} (bản sao)")

    def note_checked(self, draft_id: int, suspected: int, unanswered: int) -> None:
        """Let the list say what the check of its content found; a report that is gone needs no word."""
        with self.file.transaction() as connection:
            values = {"suspected": suspected, "unanswered": unanswered}
            draft_rows.update_if_there(connection, draft_id, **values)

    def settle(self) -> None:
        """Count what is open in each report that was not counted, and write whole what autosave has not.

        For a thread: it reads these reports, of which there are many only after an update of the program.
        """
        with self.file.reading() as connection:
            query = "SELECT id FROM draft WHERE unchecked IS NULL OR agency IS NULL OR settled IS NULL"
            rows = [row[0] for row in connection.execute(query)]
        for draft_id in rows:
            time.sleep(_FOR_OTHERS_SECONDS)
            with self.file.transaction() as connection:
                if self._writer.writes(draft_id):
                    continue  # it is open: closing it will count
                try:
                    stored = self._stored(connection, draft_id)
                except UserError:  # newer, damaged or gone since: opening it will say so
                    self._set(draft_id, unchecked=0, unedited=0, missing=0, settled=0, agency="")
                    continue
                entry = replace(draft_rows.read_entry(connection, draft_id), place=stored.place)
                draft_rows.write_whole(connection, draft_id, stored.revision + 1, entry, stored.report)

    def offices(self) -> tuple[Office, ...]:
        """Give the offices of "Cơ quan và người ký"; the first is the one of new reports."""
        with self.file.reading() as connection:
            return offices.read(connection)

    def keep_offices(self, kept: Sequence[Office]) -> None:
        """Keep these offices and no other."""
        with self.file.transaction() as connection:
            offices.write_rows(connection, kept)

    def delete(self, *draft_ids: int) -> None:
        """Move them to "Đã xóa", all or none."""
        with self.file.transaction():
            for draft_id in draft_ids:
                self._refile(draft_id, deleted=utc(self.file.now()))

    def restore(self, *draft_ids: int) -> None:
        """Bring them back from "Đã xóa", all or none."""
        with self.file.transaction():
            for draft_id in draft_ids:
                self._refile(draft_id, deleted=None)

    def close(self) -> None:
        """Let go of the file and of the folder. Closing twice is harmless."""
        if self._check is not None:
            self._check.end()
        self.file.close()

    # ------------------------------------------------------------------------------------- writing

    def _refile(self, draft_id: int, **values: str | None) -> None:
        """Change what only the list knows of a draft, in all places where it stands."""
        with self.file.transaction() as connection:
            entry = replace(draft_rows.read_entry(connection, draft_id), **values)  # type: ignore[arg-type]  # its fields
            self._set(draft_id, **values)
            if "deleted" in values:
                purge.note_deleted(connection, draft_id)
            contents.write_entry(connection, draft_id, entry.text())
            if "name" in values:
                with suppress(UserError):  # a damaged report is found by its old name
                    folded = folded_text(self._stored(connection, draft_id).report, entry.name)
                    connection.execute("UPDATE search SET folded = ? WHERE draft_id = ?", (folded, draft_id))

    def _set(self, draft_id: int, **values: str | int | None) -> None:
        with self.file.transaction() as connection:
            draft_rows.update(connection, draft_id, **values)

    def _mend_entry(self, connection: sqlite3.Connection, draft_id: int, report: Report) -> None:
        """Let the list say what ``report`` says: a flipped bit may have changed a letter of its row."""
        said: dict[str, str | int | None] = {
            "subject": report.subject,
            "year": report.year,
            "state": report.state,
        }
        row = dict(zip(COLUMNS, self._row(connection, draft_id), strict=True))
        if any(row[column] != value for column, value in said.items()):
            with suppress(UserError):  # a disk that takes no writing: the report opens all the same
                self._set(draft_id, **said)

    def _note_damaged(self, draft_id: int) -> None:
        with suppress(UserError):
            draft = self.draft(draft_id)
            if draft.is_damaged:  # it was told when it was found
                return
            self._set(draft_id, damaged=1)
            self.file.tell(
                f"Báo cáo “{draft.title}” bị hỏng trong tệp dữ liệu. Trong danh sách nó được ghi là “hỏng”; "
                "mở nó để lấy phần còn đọc được."
            )

    def _note_damaged_version(self, number: int) -> None:
        with suppress(UserError):
            draft_id, count = self.history.note_damaged(number)
            if count:
                title = self.draft(draft_id).title
                self.file.tell(
                    f"Trong “Lịch sử sửa đổi” của báo cáo “{title}” có {count} bản bị hỏng "
                    "trong tệp dữ liệu và không mở lại được. Báo cáo và các bản khác vẫn còn nguyên."
                )

    # ------------------------------------------------------------------------------------- reading

    def _stored(self, connection: sqlite3.Connection, draft_id: int) -> StoredContent:
        stored = contents.read(connection, draft_id)
        if stored is None:
            raise gone()
        return stored

    def _identity(self, draft_id: int) -> str | None:
        try:
            return self.load(draft_id).id
        except UserError:  # newer or damaged: whose it is cannot be told
            return None

    def _listed(self, connection: sqlite3.Connection, draft_id: int) -> Draft:
        return self._draft(self._row(connection, draft_id))

    @staticmethod
    def _row(connection: sqlite3.Connection, draft_id: int) -> Row:
        rows = read_rows(connection, "id = ?", draft_id)
        if not rows:
            raise gone()
        return rows[0]

    def _draft(self, row: Row) -> Draft:
        """Give the entry of a row; one that is damaged is made anew from the report, or shown as damaged."""
        try:
            return draft_of(row)
        except NO_ENTRY:
            draft_id = int(row[0])
        _log.error("the row of draft %s is damaged", draft_id)
        try:
            with self.file.transaction() as connection:
                stored = self._stored(connection, draft_id)
                entry = Entry(**contents.entry(connection, draft_id))  # type: ignore[arg-type]  # its fields
                known = dict(zip(COLUMNS, row, strict=True))
                values = draft_rows.list_values(stored.report, entry)
                if any(value != known.get(column, value) for column, value in values.items()):
                    draft_rows.write_whole(connection, draft_id, stored.revision + 1, entry, stored.report)
                self._set(draft_id, opened=None)
                return draft_of(read_rows(connection, "id = ?", draft_id)[0])
        except (UserError, *NO_ENTRY):
            return as_damaged(row)


def _copy(report: Report, now: datetime) -> Report:
    """Make a report of its own of ``report``; a copy of an issued one can be edited and has no number."""
    copy = replace(report, id=str(uuid.uuid4()), modified=now)
    if report.state != "issued":
        return copy
    head = replace(report.letterhead, number=None, issued_on=PartialDate(report.letterhead.issued_on.year))
    attachments = replace(report.attachments, signed_file=None)
    return replace(copy, state="drafting", letterhead=head, attachments=attachments)
