"""The user's reports on disk: listed, found, opened, saved, deleted and brought back."""

import json
import logging
import sqlite3
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import peewee

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.codec.changes import changes
from danvan_desktop.report.codec.fragments import readable_report
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store import vanished
from danvan_desktop.store.background_check import BackgroundCheck
from danvan_desktop.store.connection.database import (
    DamagedDatabaseError,
    as_user_errors,
    connect,
    is_large,
    is_misfit,
    restrict,
)
from danvan_desktop.store.connection.lock import FolderLock
from danvan_desktop.store.connection.reading import open_to_read
from danvan_desktop.store.file_watch import FileVanishedError, FileWatch, Saved
from danvan_desktop.store.listing.draft import COLUMNS, Draft, Row, as_damaged, draft_of
from danvan_desktop.store.listing.draft_list import DraftList, read_rows
from danvan_desktop.store.listing.search import Matches, Search
from danvan_desktop.store.rescue.rescue import NOTICE_KEY, plan_rescue
from danvan_desktop.store.rescue.salvage import SalvagedReport
from danvan_desktop.store.rows import contents, draft_rows, offices, purge
from danvan_desktop.store.rows.contents import DamagedReportError, StoredContent
from danvan_desktop.store.rows.draft_rows import Entry, utc
from danvan_desktop.store.rows.search import folded_text
from danvan_desktop.store.schema.migrations import migrate

Clock = Callable[[], datetime]

_drafts = peewee.Table("draft")
_remembered = peewee.Table("remembered")
_search = peewee.Table("search")
_NO_ENTRY = (ValueError, TypeError, AttributeError, OverflowError)
"""What reading a damaged row of the list raises."""
_log = logging.getLogger(__name__)

_READER_SECONDS = 1.0
"""How long a reader beside the store waits for a lock, of which WAL knows few."""
_FOR_OTHERS_SECONDS = 0.002
"""Between two turns of a job on the store's own connection: whoever waits gets one."""
MOST_CHANGES = 64 * 1024
"""Characters of changes after which a whole copy is written again."""


@frozen
class _Base:
    """The last whole copy that this program has written of the open report."""

    draft_id: int
    report: Report
    revision: int


class Store:
    """The reports of one data folder. Safe to call from several threads; each call is one transaction."""

    _others_may_read = False
    """Whether another connection reads the file while this one writes."""
    read_only_reason = ""
    """Why nothing can be changed, for the user; "" where all can (read_only.py)."""

    def __init__(self, path: Path, lock: FolderLock, now: Clock) -> None:
        """Open ``path`` under ``lock``; use :func:`~danvan_desktop.store.opening.open_store`.

        Raises:
            DamagedDatabaseError: the file cannot be trusted.
        """
        self._path, self._lock, self._now = path, lock, now
        self._turn = threading.RLock()
        self._notices: list[str] = []
        self._news: list[str] = []
        self._base: _Base | None = None
        self._latest: SalvagedReport | None = None
        self._check: BackgroundCheck | None = None
        self._open()

    def _open(self) -> None:
        self._database, wal = connect(self._path)
        self._others_may_read = wal
        try:
            migrate(self._database, self._path, self._now())
            restrict(self._path)
            self._watch = FileWatch(self._path, wal=wal)
            if not wal:
                self._say_slow_drive()
            with self._transaction() as database:
                purge.purge(database.connection(), self._now())
            self._look_for_columns()
        except (peewee.DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._database.close()
            if is_misfit(error):
                raise DamagedDatabaseError(str(error)) from error
            raise
        except BaseException:
            self._database.close()
            raise

    def _look_for_columns(self) -> None:
        """Ask every table for no row: one that is not as this release makes it fails here."""
        connection = self._database.connection()
        read_rows(connection, "0")
        for query in (
            "SELECT draft_id, folded FROM search",
            contents.CONTENT.partition(" WHERE ")[0],
            contents.CHANGE.partition(" WHERE ")[0],
            "SELECT position, content, checksum FROM office",
            "SELECT position, content, checksum FROM office_copy",
        ):
            connection.execute(f"{query} LIMIT 0")

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._path.parent

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know about this opening, one Vietnamese line each."""
        return tuple(self._notices)

    @property
    def rescue_notice(self) -> str:
        """What a rescue has brought back and what not; "" where there was none or the user has read it."""
        with self._reading() as database:
            return _recall(database, NOTICE_KEY)

    def forget_rescue_notice(self) -> None:
        """The user has read it."""
        with self._transaction() as database:
            _remembered.delete().where(_remembered.c.key == NOTICE_KEY).execute(database)

    def drafts(self, *, deleted: bool = False) -> DraftList:
        """List the reports, last edited first, or, last deleted first, those in "Đã xóa"."""
        condition = "deleted IS NOT NULL ORDER BY deleted" if deleted else "deleted IS NULL ORDER BY modified"
        with self._reading() as database:
            return DraftList(read_rows(database.connection(), f"{condition} DESC, id DESC"), self._draft)

    def look_for(self, search: Search, seconds: float) -> Matches:
        """Go on with ``search``, by a piece or for so many seconds; what was found meanwhile.

        For a thread of its own: neither the window nor a save waits for it.
        """
        until, found = time.monotonic() + seconds, Matches()
        if self._others_may_read:
            with suppress(sqlite3.Error), open_to_read(self._path, _READER_SECONDS) as connection:
                while not search.is_over:
                    found += search.go_on(connection)
                    if time.monotonic() >= until:
                        break
                return found
        while not search.is_over:
            with self._reading() as database:
                found += search.go_on(database.connection())
            if time.monotonic() >= until:
                break
            time.sleep(_FOR_OTHERS_SECONDS)
        return found

    def draft(self, draft_id: int) -> Draft:
        """Give its entry in the list."""
        with self._reading() as database:
            return self._listed(database, draft_id)

    def create(self, report: Report, *, name: str | None = None) -> Draft:
        """Keep a new report."""
        entry = Entry(utc(self._now()), name)
        with self._transaction() as database:
            draft_id = self._free_number(database)
            draft_rows.write_whole(database.connection(), draft_id, 1, entry, report)
            self._latest = SalvagedReport(draft_id, report, entry, 1)
        self._confirm(Saved(draft_id, 1, is_whole=True))
        return self.draft(draft_id)

    def load(self, draft_id: int) -> Report:
        """Fetch the whole report.

        Raises:
            DamagedReportError: what is stored is not what was written, see :meth:`readable`.
            UserError: its content was written by a newer release.
        """
        with self._reading() as database:
            try:
                stored = self._stored(database, draft_id)
            except DamagedReportError:
                with suppress(UserError):  # a disk that takes no writing
                    self._set(draft_id, damaged=1)
                raise
            self._mend_entry(database, draft_id, stored.report)
            entry = replace(self._entry(database, draft_id), place=stored.place)
            self._latest = SalvagedReport(draft_id, stored.report, entry, stored.revision)
            return stored.report

    def readable(self, draft_id: int) -> Report | None:
        """Make a report of its own of what can still be read of a damaged one; None: nothing."""
        with self._reading() as database:
            draft = self._listed(database, draft_id)
            texts = contents.texts(database.connection(), draft_id)
        subject = f"{draft.title} (phần đọc được)"
        found = readable_report(texts, subject, draft.year or self._now().year, self._now())
        return None if found is None else replace(found, id=str(uuid.uuid4()), subject=subject)

    def of_report(self, report_id: str) -> tuple[Draft, ...]:
        """List what is kept of the report with this identity, deleted or not, last edited first."""
        named = json.dumps(report_id, ensure_ascii=False)
        query = (
            "SELECT draft.id FROM draft JOIN content ON draft_id = draft.id WHERE instr(report, ?) "
            "ORDER BY draft.modified DESC"
        )
        with self._reading() as database:
            rows = database.connection().execute(query, (named,)).fetchall()
            return tuple(
                self._listed(database, number) for (number,) in rows if self._identity(number) == report_id
            )

    def mark_opened(self, draft_id: int) -> None:
        """Remember that it was opened just now. Not part of ``load``: a full disk must not keep it shut."""
        self._set(draft_id, opened=utc(self._now()))

    def save(self, draft_id: int, report: Report, place: str, *, whole: bool = True) -> None:
        """Put ``report`` in the place of what was kept, and read back that the file holds it.

        On disk, through every cache, when it returns. ``whole=False``: write only what changed since the last
        whole copy, where that is little; the columns of the list that must be counted are left for later.
        """
        with self._turn:
            saved = self._write(draft_id, report, place, whole=whole)
            self._confirm(saved)

    def look_after(self) -> None:
        """See that the file is still where it was and can be read; call it every few seconds.

        What is found is among :meth:`news` then: a vanished file was made anew from what is open.
        """
        with self._turn:
            try:
                damaged = self._watch.look_inside()
            except FileVanishedError as error:
                self._make_anew(error)
                return
            if damaged is not None:
                self._note_damaged(damaged)

    def begin_check(self) -> None:
        """Check all that the opening has not, in a thread of its own; what is found is among :meth:`news`."""
        if self._check is None:
            structure = self._others_may_read and is_large(self._path)
            self._check = BackgroundCheck(
                self._reader, self._note_damaged, self._note_damaged_file, structure=structure
            )
            self._check.begin()

    def news(self) -> tuple[str, ...]:
        """What the user should know since this was last asked, one Vietnamese line each."""
        with self._turn:
            news, self._news = tuple(self._news), []
        return news

    def rename(self, draft_id: int, name: str | None) -> None:
        """Give it a name of its own in the list; None or blank: the subject again."""
        self._refile(draft_id, name=" ".join((name or "").split()) or None)

    def duplicate(self, draft_id: int) -> Draft:
        """Keep a copy beside it: another report, so with an identity of its own."""
        with self._reading() as database:
            title = self._listed(database, draft_id).title
            report = self._stored(database, draft_id).report
        return self.create(_copy(report, self._now()), name=f"{title} (bản sao)")

    def settle(self) -> None:
        """Count what is open in each report that was not counted, and write whole what autosave has not.

        For a thread: it reads these reports, of which there are many only after an update of the program.
        """
        with self._reading() as database:
            uncounted = _drafts.c.unchecked.is_null() | _drafts.c.agency.is_null()
            query = _drafts.select(_drafts.c.id).where(uncounted)
            rows = [row[0] for row in query.bind(database).tuples()]
        for draft_id in rows:
            time.sleep(_FOR_OTHERS_SECONDS)
            with self._transaction() as database:
                if self._base is not None and self._base.draft_id == draft_id:
                    continue  # it is open: closing it will count
                try:
                    stored = self._stored(database, draft_id)
                except UserError:  # newer, damaged or gone since: opening it will say so
                    self._set(draft_id, unchecked=0, unedited=0, missing=0, agency="")
                    continue
                entry = replace(self._entry(database, draft_id), place=stored.place)
                draft_rows.write_whole(
                    database.connection(), draft_id, stored.revision + 1, entry, stored.report
                )

    def offices(self) -> tuple[Office, ...]:
        """Give the offices of "Cơ quan và người ký"; the first is the one of new reports."""
        with self._reading() as database:
            return offices.read(database.connection())

    def keep_offices(self, kept: Sequence[Office]) -> None:
        """Keep these offices and no other."""
        with self._transaction() as database:
            offices.write_rows(database.connection(), kept)

    def delete(self, draft_id: int) -> None:
        """Move it to "Đã xóa"."""
        self._refile(draft_id, deleted=utc(self._now()))

    def restore(self, draft_id: int) -> None:
        """Bring it back from "Đã xóa"."""
        self._refile(draft_id, deleted=None)

    def close(self) -> None:
        """Let go of the file and of the folder. Closing twice is harmless."""
        if self._check is not None:
            self._check.end()
        with self._turn:
            self._database.close()
            self._lock.release()

    @contextmanager
    def _reading(self) -> Iterator[peewee.SqliteDatabase]:
        with self._turn, as_user_errors(self._path):
            yield self._database

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """Read beside whoever writes, where the drive allows it; else in turns."""
        if self._others_may_read:
            with open_to_read(self._path, _READER_SECONDS) as connection:
                yield connection
        else:
            with self._turn:
                yield self._database.connection()

    @contextmanager
    def _transaction(self) -> Iterator[peewee.SqliteDatabase]:
        if self.read_only_reason:
            raise UserError(self.read_only_reason)
        with self._turn, as_user_errors(self._path):
            if not self._database.in_transaction():
                self._look()
            try:
                with self._database.atomic("IMMEDIATE"):
                    yield self._database
            finally:
                self._watch.note()

    def _look(self) -> None:
        try:
            self._watch.look()
        except FileVanishedError as error:
            self._make_anew(error)

    # ------------------------------------------------------------------------------------- writing

    def _write(self, draft_id: int, report: Report, place: str, *, whole: bool) -> Saved:
        base = self._base
        said = None
        if not whole and base is not None and base.draft_id == draft_id:
            said = changes(base.report, report)
        with self._transaction() as database:
            connection = database.connection()
            revision = contents.newest_revision(connection, draft_id) + 1
            entry = replace(self._entry(database, draft_id), place=place)
            self._latest = SalvagedReport(draft_id, report, entry, revision)
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
            self._set(
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

    def _confirm(self, saved: Saved) -> None:
        try:
            self._watch.confirm(saved)
        except FileVanishedError as error:
            self._make_anew(error)
            with self._reading() as database:
                revision = contents.newest_revision(database.connection(), saved.draft_id)
            self._watch.confirm(Saved(saved.draft_id, revision, is_whole=True))

    def _make_anew(self, error: Exception) -> None:
        """Put a new file at the path, with all that the connection still sees or can be had elsewhere."""
        _log.error("the database is not what it was: %s", error)
        self._base = None
        with as_user_errors(self._path):
            told = vanished.make_anew(self._path, self._database, self._now())
            self._lock = self._lock.renewed()
            self._open()
            self._write_latest()
        self._news.append(told)

    def _write_latest(self) -> None:
        """Put the report that was opened or saved last into the new file, where it is not."""
        latest = self._latest
        if latest is None:
            return
        with self._transaction() as database:
            connection = database.connection()
            known = contents.newest_revision(connection, latest.draft_id)
            revision = max(known, latest.revision) + 1
            draft_rows.write_whole(connection, latest.draft_id, revision, latest.entry, latest.report)

    def _refile(self, draft_id: int, **values: str | None) -> None:
        """Change what only the list knows of a draft, in all places where it stands."""
        with self._transaction() as database:
            entry = replace(self._entry(database, draft_id), **values)  # type: ignore[arg-type]  # its fields
            connection = database.connection()
            self._set(draft_id, **values)
            if "deleted" in values:
                purge.note_deleted(connection, draft_id)
            contents.write_entry(connection, draft_id, entry.text())
            if "name" in values:
                with suppress(UserError):  # a damaged report is found by its old name
                    folded = folded_text(self._stored(database, draft_id).report, entry.name)
                    _search.update({_search.c.folded: folded}).where(_search.c.draft_id == draft_id).execute(
                        database
                    )

    def _set(self, draft_id: int, **values: Any) -> None:
        with self._transaction() as database:
            if not _drafts.update(_cells(_drafts, values)).where(_drafts.c.id == draft_id).execute(database):
                raise _gone()

    def _mend_entry(self, database: peewee.SqliteDatabase, draft_id: int, report: Report) -> None:
        """Let the list say what ``report`` says: a flipped bit may have changed a letter of its row."""
        said = {"subject": report.subject, "year": report.year, "state": report.state}
        row = dict(zip(COLUMNS, self._row(database, draft_id), strict=True))
        if any(row[column] != value for column, value in said.items()):
            with suppress(UserError):  # a disk that takes no writing: the report opens all the same
                self._set(draft_id, **said)

    def _note_damaged(self, draft_id: int) -> None:
        with suppress(UserError):
            draft = self.draft(draft_id)
            if draft.is_damaged:  # it was told when it was found
                return
            self._set(draft_id, damaged=1)
            self._news.append(
                f"Báo cáo “{draft.title}” bị hỏng trong tệp dữ liệu. Trong danh sách nó được ghi là “hỏng”; "
                "mở nó để lấy phần còn đọc được."
            )

    def _note_damaged_file(self, reason: str) -> None:
        """What is open is written on; the next start takes all that can be read into a new file."""
        _log.error("the database is damaged: %s", reason)
        with self._turn:
            with suppress(OSError):
                plan_rescue(self._path.parent)
            self._news.append(
                f"Tệp dữ liệu {self._path} có chỗ bị hỏng. Báo cáo đang mở vẫn được lưu. "
                "Xin đóng phần mềm rồi mở lại: phần mềm sẽ chuyển mọi báo cáo còn đọc được sang tệp mới, "
                "tệp cũ vẫn được giữ."
            )

    # ------------------------------------------------------------------------------------- reading

    def _stored(self, database: peewee.SqliteDatabase, draft_id: int) -> StoredContent:
        stored = contents.read(database.connection(), draft_id)
        if stored is None:
            raise _gone()
        return stored

    def _identity(self, draft_id: int) -> str | None:
        try:
            return self.load(draft_id).id
        except UserError:  # newer or damaged: whose it is cannot be told
            return None

    @staticmethod
    def _entry(database: peewee.SqliteDatabase, draft_id: int) -> Entry:
        columns = [getattr(_drafts.c, name) for name in ("created", "name", "deleted", "place")]
        rows = list(_drafts.select(*columns).where(_drafts.c.id == draft_id).bind(database).tuples())
        if not rows:
            raise _gone()
        return Entry(*rows[0])

    @staticmethod
    def _free_number(database: peewee.SqliteDatabase) -> int:
        """A number that no draft has had: signed files and the window may still speak of a deleted one."""
        connection = database.connection()
        used = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'draft'").fetchone()
        highest = connection.execute("SELECT max(draft_id) FROM content").fetchone()[0]
        return max(used[0] if used else 0, highest or 0) + 1

    def _listed(self, database: peewee.SqliteDatabase, draft_id: int) -> Draft:
        return self._draft(self._row(database, draft_id))

    @staticmethod
    def _row(database: peewee.SqliteDatabase, draft_id: int) -> Row:
        rows = read_rows(database.connection(), "id = ?", draft_id)
        if not rows:
            raise _gone()
        return rows[0]

    def _draft(self, row: Row) -> Draft:
        """Give the entry of a row; one that is damaged is made anew from the report, or shown as damaged."""
        try:
            return draft_of(row)
        except _NO_ENTRY:
            draft_id = int(row[0])
        _log.error("the row of draft %s is damaged", draft_id)
        try:
            with self._transaction() as database:
                connection = database.connection()
                stored = self._stored(database, draft_id)
                entry = Entry(**contents.entry(connection, draft_id))  # type: ignore[arg-type]  # its fields
                known = dict(zip(COLUMNS, row, strict=True))
                values = draft_rows.list_values(stored.report, entry)
                if any(value != known.get(column, value) for column, value in values.items()):
                    draft_rows.write_whole(connection, draft_id, stored.revision + 1, entry, stored.report)
                self._set(draft_id, opened=None)
                return draft_of(read_rows(connection, "id = ?", draft_id)[0])
        except (UserError, *_NO_ENTRY):
            return as_damaged(row)

    def _say_slow_drive(self) -> None:
        """Say it once in the life of a data folder: nothing is lost, it is only slower."""
        with self._transaction() as database:
            if _recall(database, "slow_drive"):
                return
            row = {"key": "slow_drive", "value": utc(self._now())}
            _remembered.insert(_cells(_remembered, row)).execute(database)
        self._notices.append(
            f"Thư mục dữ liệu {self._path.parent} nằm trên ổ mạng: báo cáo vẫn được lưu an toàn, "
            "nhưng chậm hơn trên ổ của máy này."
        )


def _copy(report: Report, now: datetime) -> Report:
    """Make a report of its own of ``report``; a copy of an issued one can be edited and has no number."""
    copy = replace(report, id=str(uuid.uuid4()), modified=now)
    if report.state != "issued":
        return copy
    head = replace(report.letterhead, number=None, issued_on=PartialDate(report.letterhead.issued_on.year))
    attachments = replace(report.attachments, signed_file=None)
    return replace(copy, state="drafting", letterhead=head, attachments=attachments)


def _cells(table: peewee.Table, values: dict[str, Any]) -> dict[peewee.Column, Any]:
    return {getattr(table.c, name): value for name, value in values.items()}


def _recall(database: peewee.SqliteDatabase, key: str) -> str:
    noted = _remembered.select(_remembered.c.value).where(_remembered.c.key == key)
    return next((str(row[0]) for row in noted.bind(database).tuples()), "")


def _gone() -> UserError:
    return UserError("Báo cáo này không còn trong danh sách: hãy mở lại danh sách và chọn báo cáo khác.")
