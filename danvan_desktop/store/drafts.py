"""The user's reports on disk: listed, found, opened, saved, deleted and brought back."""

import json
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import peewee

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.lifecycle.review import TabCount
from danvan_desktop.report.model import PartialDate, Report
from danvan_desktop.report.office.office import Office
from danvan_desktop.store import draft_list_columns, offices
from danvan_desktop.store.database import (
    COMPANIONS,
    DamagedDatabaseError,
    as_user_errors,
    connect,
    set_aside,
)
from danvan_desktop.store.lock import FolderLock, lock_folder
from danvan_desktop.store.migrations import migrate
from danvan_desktop.store.network_drive import DATABASE_NAME
from danvan_desktop.store.rescue import rescued
from danvan_desktop.store.search import as_typed_first, folded_text, has_all

KEPT_DAYS = 90
"""How long a deleted report can be brought back."""

Clock = Callable[[], datetime]

_OF_THE_LIST = ("id", "name", "subject", "year", "state", "created", "modified", "opened", "deleted", "place")
_LISTED = (*_OF_THE_LIST, *draft_list_columns.COLUMNS)
_NOT_KNOWN = PartialDate()
_drafts = peewee.Table("draft")
_remembered = peewee.Table("remembered")


@frozen
class Draft:
    """A stored report as the list shows it; its content is fetched by :meth:`Store.load`."""

    id: int
    name: str | None
    """The user's own name for it in the list; None: the subject serves."""
    subject: str
    year: int
    state: str
    """A ``State`` of the report, or a word that only a later release knows."""
    created: datetime
    modified: datetime
    opened: datetime | None
    deleted: datetime | None
    place: str
    """Where the cursor stood, in the editor's own words; "" at the beginning."""
    due: PartialDate = _NOT_KNOWN
    """Hạn gửi, as far as it is known."""
    round: int | None = None
    """Lấy ý kiến lần thứ mấy."""
    counts: TabCount | None = None
    """What is open in it; None: not counted yet, see :meth:`Store.count_open`."""
    agency: str | None = None
    """Whose report it is; "" where it does not say, None: not looked up yet, as with ``counts``."""

    @property
    def title(self) -> str:
        """What to call it."""
        return self.name or self.subject or "(chưa có trích yếu)"


def _local_now() -> datetime:
    return datetime.now().astimezone()


def open_store(folder: Path, now: Clock = _local_now, lock: FolderLock | None = None) -> "Store":
    """Open the reports kept in ``folder``, which is made when absent and locked until ``close``.

    ``lock``: that on ``folder``, where it is held already; the store lets go of it.

    Raises:
        DataFolderInUse: another program has it open.
        UserError: it cannot be written, or a newer release wrote it.
    """
    path = folder / DATABASE_NAME
    lock = lock_folder(folder) if lock is None else lock
    try:
        with as_user_errors(path):
            return Store(path, lock, now)
    except BaseException:
        lock.release()
        raise


class Store:
    """The reports of one data folder. Safe to call from several threads; each call is one transaction."""

    def __init__(self, path: Path, lock: FolderLock, now: Clock) -> None:
        """Open ``path`` under ``lock``; use :func:`open_store`."""
        self._path, self._lock, self._now = path, lock, now
        self._turn = threading.RLock()
        self._notices: list[str] = []
        aside: Path | None = None
        try:
            self._database, wal = connect(path)
        except DamagedDatabaseError:
            aside = set_aside(path, now())
            self._database, wal = connect(path)
        try:
            migrate(self._database, path, now())
            if aside is not None:
                self._take_back(aside)
            if not wal:
                self._say_slow_drive()
            self._purge()
        except BaseException:
            self._database.close()
            raise

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know about this opening, one Vietnamese line each."""
        return tuple(self._notices)

    def drafts(self, search: str = "", *, deleted: bool = False) -> tuple[Draft, ...]:
        """List the reports, last edited first; ``search`` needs no tone marks and finds parts of words.

        Where its words stand together as typed comes first; in quotation marks they must.
        """
        columns = [getattr(_drafts.c, name) for name in _LISTED]
        listed = (_drafts.c.deleted.is_null(not deleted), *has_all(_drafts.c.folded, search))
        query = _drafts.select(*columns).where(*listed)
        first = as_typed_first(_drafts.c.folded, search)
        newest = _drafts.c.deleted if deleted else _drafts.c.modified
        with self._reading() as database:
            rows = list(query.order_by(*first, newest.desc(), _drafts.c.id.desc()).bind(database).dicts())
        return tuple(_draft(row) for row in rows)

    def draft(self, draft_id: int) -> Draft:
        """Give its entry in the list."""
        with self._reading() as database:
            return self._listed(database, draft_id)

    def create(self, report: Report, *, name: str | None = None) -> Draft:
        """Keep a new report."""
        values = self._content(report, name) | {"name": name, "created": _utc(self._now())}
        with self._transaction() as database:
            draft_id = int(_drafts.insert(_cells(_drafts, values)).execute(database))
            return self._listed(database, draft_id)

    def load(self, draft_id: int) -> Report:
        """Fetch the whole report.

        Raises:
            UserError: its content was written by a newer release, or is damaged.
        """
        with self._reading() as database:
            text = self._field(database, draft_id, "content")
        return from_json(text)

    def of_report(self, report_id: str) -> tuple[Draft, ...]:
        """List what is kept of the report with this identity, deleted or not, last edited first."""
        about = peewee.fn.INSTR(_drafts.c.content, json.dumps(report_id, ensure_ascii=False)) > 0
        columns = [getattr(_drafts.c, name) for name in (*_LISTED, "content")]
        query = _drafts.select(*columns).where(about).order_by(_drafts.c.modified.desc())
        with self._reading() as database:
            rows = list(query.bind(database).dicts())
        return tuple(_draft(row) for row in rows if _identity(row["content"]) == report_id)

    def mark_opened(self, draft_id: int) -> None:
        """Remember that it was opened just now. Not part of ``load``: a full disk must not keep it shut."""
        self._update(draft_id, opened=_utc(self._now()))

    def save(self, draft_id: int, report: Report, place: str) -> None:
        """Put ``report`` in the place of what was kept. On disk, through every cache, when it returns."""
        with self._transaction() as database:
            values = self._content(report, self._listed(database, draft_id).name) | {"place": place}
            _drafts.update(_cells(_drafts, values)).where(_drafts.c.id == draft_id).execute(database)

    def rename(self, draft_id: int, name: str | None) -> None:
        """Give it a name of its own in the list; None or blank: the subject again."""
        name = " ".join((name or "").split()) or None
        with self._transaction() as database:
            report = from_json(self._field(database, draft_id, "content"))
            values = {"name": name, "folded": folded_text(report, name)}
            _drafts.update(_cells(_drafts, values)).where(_drafts.c.id == draft_id).execute(database)

    def duplicate(self, draft_id: int) -> Draft:
        """Keep a copy beside it: another report, so with an identity of its own."""
        with self._reading() as database:
            title = self._listed(database, draft_id).title
            report = from_json(self._field(database, draft_id, "content"))
        return self.create(_copy(report, self._now()), name=f"{title} (bản sao)")

    def count_open(self) -> None:
        """Count what is open in the reports an earlier release saved; for a thread, it reads them whole."""
        with self._reading() as database:
            older = _drafts.c.unchecked.is_null() | _drafts.c.agency.is_null()
            query = _drafts.select(_drafts.c.id).where(older)
            rows = [row[0] for row in query.bind(database).tuples()]
        for draft_id in rows:
            try:
                values = draft_list_columns.column_values(self.load(draft_id))
            except UserError:  # newer, damaged or gone since: opening it will say so
                values = {"unchecked": 0, "unedited": 0, "missing": 0, "agency": ""}
            with self._transaction() as database:
                _drafts.update(_cells(_drafts, values)).where(_drafts.c.id == draft_id).execute(database)

    def offices(self) -> tuple[Office, ...]:
        """Give the offices of "Cơ quan và người ký"; the first is the one of new reports."""
        with self._reading() as database:
            return offices.read(database)

    def keep_offices(self, kept: Sequence[Office]) -> None:
        """Keep these offices and no other."""
        with self._transaction() as database:
            offices.write(database, kept)

    def delete(self, draft_id: int) -> None:
        """Move it to "Đã xóa"."""
        self._update(draft_id, deleted=_utc(self._now()))

    def restore(self, draft_id: int) -> None:
        """Bring it back from "Đã xóa"."""
        self._update(draft_id, deleted=None)

    def close(self) -> None:
        """Let go of the file and of the folder. Closing twice is harmless."""
        with self._turn:
            self._database.close()
            self._lock.release()

    @contextmanager
    def _reading(self) -> Iterator[peewee.SqliteDatabase]:
        with self._turn, as_user_errors(self._path):
            yield self._database

    @contextmanager
    def _transaction(self) -> Iterator[peewee.SqliteDatabase]:
        with self._turn, as_user_errors(self._path), self._database.atomic("IMMEDIATE"):
            yield self._database

    def _update(self, draft_id: int, **values: str | None) -> None:
        with self._transaction() as database:
            if not _drafts.update(_cells(_drafts, values)).where(_drafts.c.id == draft_id).execute(database):
                raise _gone()

    def _listed(self, database: peewee.SqliteDatabase, draft_id: int) -> Draft:
        columns = [getattr(_drafts.c, name) for name in _LISTED]
        rows = list(_drafts.select(*columns).where(_drafts.c.id == draft_id).bind(database).dicts())
        if not rows:
            raise _gone()
        return _draft(rows[0])

    @staticmethod
    def _field(database: peewee.SqliteDatabase, draft_id: int, name: str) -> str:
        query = _drafts.select(getattr(_drafts.c, name)).where(_drafts.c.id == draft_id)
        rows = list(query.bind(database).tuples())
        if not rows:
            raise _gone()
        return str(rows[0][0])

    @staticmethod
    def _content(report: Report, name: str | None) -> dict[str, Any]:
        return {
            "subject": report.subject,
            "year": report.year,
            "state": report.state,
            "modified": _utc(report.modified),
            "folded": folded_text(report, name),
            "content": to_json(report),
            **draft_list_columns.column_values(report),
        }

    def _purge(self) -> None:
        oldest = _utc(self._now() - timedelta(days=KEPT_DAYS))
        with self._transaction() as database:
            _drafts.delete().where(_drafts.c.deleted < oldest).execute(database)

    def _take_back(self, aside: Path) -> None:
        """Put what is whole of a damaged database into the new one, and say so."""
        names = {*_LISTED, "folded", "content"}
        rows = rescued(aside, COMPANIONS)
        with self._transaction() as database:
            for row in rows:
                kept = {name: value for name, value in row.items() if name in names}
                _drafts.insert(_cells(_drafts, kept)).execute(database)
        self._notices.append(
            f"Tệp dữ liệu bị hỏng. Đã lấy lại được {len(rows)} báo cáo. "
            f"Tệp hỏng được giữ lại với tên {aside.name} trong {aside.parent}; "
            "nếu thiếu báo cáo nào, hãy đưa tệp ấy cho người hỗ trợ."
        )

    def _say_slow_drive(self) -> None:
        """Say it once in the life of a data folder: nothing is lost, it is only slower."""
        with self._transaction() as database:
            noted = _remembered.select(_remembered.c.key).where(_remembered.c.key == "slow_drive")
            if list(noted.bind(database).tuples()):
                return
            row = {"key": "slow_drive", "value": _utc(self._now())}
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


def _identity(content: str) -> str | None:
    try:
        return from_json(content).id
    except UserError:  # newer or damaged: whose it is cannot be told
        return None


def _cells(table: peewee.Table, values: dict[str, Any]) -> dict[peewee.Column, Any]:
    return {getattr(table.c, name): value for name, value in values.items()}


def _utc(moment: datetime) -> str:
    """One form for all, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _local(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone() if text else None


def _draft(row: dict[str, Any]) -> Draft:
    times = {key: _local(row[key]) for key in ("created", "modified", "opened", "deleted")}
    kept = {key: row[key] for key in (*_OF_THE_LIST, "round", "agency")}
    due, counts = draft_list_columns.read_due(row["due"]), draft_list_columns.read_counts(row)
    return Draft(**(kept | times), due=due, counts=counts)


def _gone() -> UserError:
    return UserError("Báo cáo này không còn trong danh sách: hãy mở lại danh sách và chọn báo cáo khác.")
