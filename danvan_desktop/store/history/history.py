"""The history of the reports of a store: takes versions, lists them and gives them back."""

import logging
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import cast

from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report
from danvan_desktop.store.history import exported_files, packing, version_rows
from danvan_desktop.store.history.exported_files import ExportedFile, sha256_of
from danvan_desktop.store.history.thinning import to_let_go
from danvan_desktop.store.history.version_rows import BASE, KEPT_FOR_EVER, Reason, StoredVersion, VersionRow
from danvan_desktop.store.rows import purge
from danvan_desktop.store.rows.draft_rows import utc

_log = logging.getLogger(__name__)

Connected = Callable[[], AbstractContextManager[sqlite3.Connection]]


@frozen
class Version:
    """A state of a report that is kept."""

    number: int
    taken: datetime
    reason: Reason
    name: str | None
    digest: str
    """The same in versions that hold the same, see :func:`~danvan_desktop.store.history.packing.digest`."""
    is_damaged: bool


@frozen
class _Whole:
    """The whole version that the next ones are written as changes of."""

    draft_id: int
    number: int
    report: Report
    size: int


class History:
    """Versions of the reports of one store. Safe to call from several threads."""

    def __init__(self, transaction: Connected, reading: Connected, now: Callable[[], datetime]) -> None:
        """``transaction`` writes to the store's file, ``reading`` reads it."""
        self._transaction, self._reading, self._now = transaction, reading, now
        self._one_at_a_time = threading.Lock()
        self._whole: _Whole | None = None

    def take(self, draft_id: int, report: Report, reason: Reason, name: str | None = None) -> int:
        """Keep ``report`` as a version of its draft; its number, an older one's where nothing changed since.

        On disk when it returns. What costs time is done before the store is held up.

        Raises:
            UserError: it is not kept.
        """
        with self._one_at_a_time:
            digest = packing.digest(report)
            with self._reading() as connection:
                newest = version_rows.newest(connection, draft_id)
            if newest is not None and newest.digest == digest and newest.is_listed and not newest.is_damaged:
                return self._say_more(newest, reason, name)
            return self._write(draft_id, report, digest, reason, name)

    def versions(self, draft_id: int) -> tuple[Version, ...]:
        """List the versions of a draft, the newest first."""
        with self._reading() as connection:
            rows = version_rows.of_draft(connection, draft_id)
        found = (_version(row) for row in reversed(rows) if row.is_listed)
        return tuple(version for version in found if version is not None)

    def report(self, number: int) -> Report:
        """Give the report as it was in a version.

        Raises:
            UserError: it is damaged, gone, or a newer release wrote it.
        """
        with self._reading() as connection:
            found, base = _with_base(connection, number)
        if found is None:
            raise UserError("Bản này không còn trong lịch sử: hãy đóng rồi mở lại “Lịch sử sửa đổi”.")
        is_sound = found.is_sound and (found.row.base is None or (base is not None and base.is_sound))
        if not is_sound:
            with suppress(UserError):  # a disk that takes no writing
                self.note_damaged(number if not found.is_sound else found.row.base or number)
            raise UserError(
                "Bản này trong lịch sử bị hỏng nên không mở được. Hãy chọn một bản khác; "
                "báo cáo và các bản khác vẫn còn nguyên."
            )
        return packing.unpack(found.content, None if base is None else base.content)

    def rename(self, number: int, name: str | None) -> None:
        """Give a version a name of its own, by which it stays for ever; None or blank: none.

        Raises:
            UserError: it cannot be written, or is gone.
        """
        words = " ".join((name or "").split()) or None
        with self._transaction() as connection:
            found = version_rows.read(connection, number)
            if found is None or not found.is_sound:
                raise UserError(
                    "Không đặt tên được: bản này không còn trong lịch sử hoặc đã hỏng. Hãy chọn một bản khác."
                )
            version_rows.write(connection, replace(found.row, name=words), found.content)

    def note_exported(self, draft_id: int, version: int, files: Sequence[Path]) -> None:
        """Remember that ``files`` were just written of a version, and their sums.

        Raises:
            UserError: it cannot be remembered.
        """
        sums = []
        for path in files:
            try:
                sums.append((str(path), sha256_of(path)))
            except OSError:
                _log.exception("an exported file cannot be read")
        with self._transaction() as connection:
            exported_files.write(connection, draft_id, version, utc(self._now()), sums)

    def exported(self, draft_id: int) -> tuple[ExportedFile, ...]:
        """List the files exported of a draft, the newest first."""
        with self._reading() as connection:
            return tuple(exported_files.of_draft(connection, draft_id))

    def note_damaged(self, number: int) -> tuple[int, int]:
        """Note that a version cannot be read; its draft, and how many are lost with it that were sound.

        Raises:
            UserError: it cannot be noted.
        """
        with self._transaction() as connection:
            (draft_id,) = connection.execute(
                "SELECT draft_id FROM version WHERE id = ?", (number,)
            ).fetchone() or (0,)
            return draft_id, version_rows.mark_damaged(connection, number)

    # ------------------------------------------------------------------------------------- writing

    def _say_more(self, newest: VersionRow, reason: Reason, name: str | None) -> int:
        """Nothing changed since ``newest``: no other version is needed, but it may be one to be kept now."""
        said = newest
        if reason in KEPT_FOR_EVER and (newest.reason not in KEPT_FOR_EVER or newest.reason == "named"):
            said = replace(said, reason=reason)
        if name:
            said = replace(said, name=name)
        if said != newest:
            with self._transaction() as connection:
                found = version_rows.read(connection, newest.number)
                if found is None or not found.is_sound:
                    raise UserError("Bản vừa lưu trong lịch sử bị hỏng: hãy sửa một chữ rồi thử lại.")
                version_rows.write(connection, said, found.content)
        return newest.number

    def _write(self, draft_id: int, report: Report, digest: str, reason: Reason, name: str | None) -> int:
        whole = self._whole
        if whole is None or whole.draft_id != draft_id:
            whole = self._last_whole(draft_id)
        content = None if whole is None else packing.pack_changes(whole.report, report, whole.size)
        if content is None:
            whole, content = None, packing.pack(report)
        with self._transaction() as connection:
            if whole is not None and not _stands(connection, whole):  # the file was made anew meanwhile
                whole, content = None, packing.pack(report)
            number = version_rows.next_number(connection)
            now, day = self._now(), purge.day_of_use(connection)
            base = None if whole is None else whole.number
            row = VersionRow(number, draft_id, utc(now), day, reason, name or None, base, digest)
            version_rows.write(connection, row, content)
            _thin(connection, draft_id, now, day)
        self._whole = _Whole(draft_id, number, report, len(content)) if whole is None else whole
        return number

    def _last_whole(self, draft_id: int) -> _Whole | None:
        """Read the newest whole version of a draft."""
        with self._reading() as connection:
            rows = version_rows.of_draft(connection, draft_id)
            row = next((row for row in reversed(rows) if row.base is None), None)
            found = None if row is None else version_rows.read(connection, row.number)
        if found is None or found.row.is_damaged or not found.is_sound:
            return None
        try:
            report = packing.unpack(found.content, None)
        except UserError:  # a newer release wrote it
            return None
        return _Whole(draft_id, found.row.number, report, len(found.content))


def _with_base(
    connection: sqlite3.Connection, number: int
) -> tuple[StoredVersion | None, StoredVersion | None]:
    found = version_rows.read(connection, number)
    base = None if found is None or found.row.base is None else version_rows.read(connection, found.row.base)
    return found, base


def _stands(connection: sqlite3.Connection, whole: _Whole) -> bool:
    query = "SELECT draft_id FROM version WHERE id = ? AND base IS NULL AND damaged = 0"
    return bool(connection.execute(query, (whole.number,)).fetchone() == (whole.draft_id,))


def _thin(connection: sqlite3.Connection, draft_id: int, now: datetime, day: int) -> None:
    """Let go what has grown old; a whole version that others need stays for them, out of the list."""
    rows = version_rows.of_draft(connection, draft_id)
    gone = {row.number for row in to_let_go([row for row in rows if row.is_listed], now, day)}
    needed = {row.base for row in rows if row.number not in gone and row.base is not None}
    bases = {row.number for row in rows if row.reason == BASE}
    version_rows.delete(connection, sorted((gone | bases) - needed))
    for row in rows:
        if row.number in gone & needed:
            found = version_rows.read(connection, row.number)
            if found is not None and found.is_sound:
                version_rows.write(connection, replace(row, reason=BASE), found.content)


def _version(row: VersionRow) -> Version | None:
    try:
        reason = cast("Reason", row.reason)
        return Version(row.number, row.moment, reason, row.name, row.digest, row.is_damaged)
    except ValueError:
        _log.error("the row of version %s is damaged", row.number)
        return None
