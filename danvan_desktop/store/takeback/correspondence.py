"""The correspondence of the reports of a store: Word files that went out, and those that came back."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from danvan_desktop import __version__
from danvan_desktop.errors import UserError
from danvan_desktop.frozen import frozen
from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.contribution import PartRequest
from danvan_desktop.report.takeback.export_code import export_code
from danvan_desktop.store.history import packing
from danvan_desktop.store.rows.draft_rows import utc
from danvan_desktop.store.takeback import contribution_rows, received_rows, sent_rows
from danvan_desktop.store.takeback.contribution_rows import ContributionRow
from danvan_desktop.store.takeback.received_rows import Decided, ReceivedRow
from danvan_desktop.store.takeback.sent_rows import SentRow
from danvan_desktop.store.takeback.thinning import thin

Connected = Callable[[], AbstractContextManager[sqlite3.Connection]]


@frozen
class SentFile:
    """A Word file as it went out."""

    row: SentRow
    report: Report
    docx: bytes


class Correspondence:
    """What went out and came back of one store. Safe to call from several threads."""

    def __init__(self, transaction: Connected, reading: Connected, now: Callable[[], datetime]) -> None:
        """``transaction`` writes to the store's file, ``reading`` reads it."""
        self._transaction, self._reading, self._now = transaction, reading, now

    # ---------------------------------------------------------------------------------- what went out

    def keep_sent(self, draft_id: int, report: Report, docx: bytes, *, went_out: bool = True) -> int:
        """Keep ``docx``, just exported of ``report``; its number. The same state is kept once.

        Not ``went_out``: nobody has it, it stands for one that is not kept; it has no code.

        Raises:
            UserError: it is not kept.
        """
        code, packed = export_code(report) if went_out else "", packing.pack(report)
        with self._transaction() as connection:
            number = self._write_sent(connection, draft_id, report, (code, packed, docx))
            thin(connection, draft_id)
        return number

    def _write_sent(
        self,
        connection: sqlite3.Connection,
        draft_id: int,
        report: Report,
        file: tuple[str, bytes, bytes],
    ) -> int:
        """Write a file that went out: its code, the packed report, and the bytes."""
        code, packed, docx = file
        same = [row for row in sent_rows.of_code(connection, code) if code and row.draft_id == draft_id]
        number = same[0].number if same else sent_rows.next_number(connection)
        moment = utc(self._now())
        row = SentRow(number, draft_id, code, report.id, report.marks.draft, moment, __version__)
        sent_rows.write(connection, row, packed, docx)
        return number

    def sent(self, draft_id: int) -> tuple[SentRow, ...]:
        """List what went out of a draft, the newest first."""
        with self._reading() as connection:
            return tuple(sent_rows.of_draft(connection, draft_id))

    def of_code(self, code: str) -> tuple[SentRow, ...]:
        """List what went out under this code, of whatever draft, the newest first."""
        with self._reading() as connection:
            return tuple(sent_rows.of_code(connection, code)) if code else ()

    def sent_file(self, number: int) -> SentFile | None:
        """Give a file that went out, with its report; None: it is not kept any more, or is damaged.

        Raises:
            UserError: a newer release wrote it.
        """
        with self._reading() as connection:
            found = sent_rows.read(connection, number)
        if found is None or not found.is_sound:
            return None
        return SentFile(found.row, packing.unpack(found.report, None), found.docx)

    # ---------------------------------------------------------------------------------- parts sent out

    def keep_contribution(
        self, draft_id: int, part: Report, docx: bytes, request: PartRequest, portions: Mapping[str, object]
    ) -> int:
        """Keep a part that a department was asked to write, with ``docx``, its file; its number.

        ``portions``: what it holds, as :func:`contribution_rows.portions_of` gives it. The same part asked
        for again takes the place of the one before.

        Raises:
            UserError: it is not kept.
        """
        file = (export_code(part), packing.pack(part), docx)
        with self._transaction() as connection:
            sent = self._write_sent(connection, draft_id, part, file)
            before = contribution_rows.of_sent(connection, sent)
            row = ContributionRow(
                contribution_rows.next_number(connection) if before is None else before.number,
                draft_id,
                sent,
                utc(self._now()),
                request.department,
                "" if request.due is None else request.due.isoformat(),
                request.instruction,
                json.dumps(portions, ensure_ascii=False),
            )
            contribution_rows.write(connection, row)
            thin(connection, draft_id)
        return row.number

    def contributions(self, draft_id: int) -> tuple[tuple[ContributionRow, ReceivedRow | None], ...]:
        """List the parts that departments were asked to write, each with what came back of it last."""
        with self._reading() as connection:
            received = {row.sent: row for row in reversed(received_rows.of_draft(connection, draft_id))}
            rows = contribution_rows.of_draft(connection, draft_id)
        return tuple((row, received.get(row.sent)) for row in rows)

    def contribution_of(self, sent: int | None) -> ContributionRow | None:
        """Give the part that went out as that file; None: it was no part."""
        if sent is None:
            return None
        with self._reading() as connection:
            return contribution_rows.of_sent(connection, sent)

    def settle_contribution(self, number: int, *, settled: bool) -> None:
        """Note that nothing is awaited any more, or that it is again.

        Raises:
            UserError: it cannot be written.
        """
        with self._transaction() as connection:
            row = contribution_rows.read(connection, number)
            if row is not None:
                moment = utc(self._now()) if settled else ""
                contribution_rows.write(connection, replace(row, settled=moment))

    # ---------------------------------------------------------------------------------- what came back

    def keep_received(self, draft_id: int, name: str, content: bytes, sent: int | None) -> int:
        """Keep a file that came back, untouched; its number. The same file is kept once, with its decisions.

        Raises:
            UserError: it is not kept.
        """
        digest = hashlib.sha256(content).hexdigest()
        with self._transaction() as connection:
            rows = received_rows.of_draft(connection, draft_id)
            same = next((row for row in rows if row.sha256 == digest and row.sent == sent), None)
            if same is not None and received_rows.content(connection, same.number) is not None:
                return same.number
            number = received_rows.next_number(connection)
            received_rows.write_content(connection, number, content)
            row = ReceivedRow(number, draft_id, sent, utc(self._now()), name, digest)
            received_rows.write(connection, row)
            thin(connection, draft_id)
        return number

    def received(self, draft_id: int) -> tuple[ReceivedRow, ...]:
        """List what came back for a draft, the newest first."""
        with self._reading() as connection:
            return tuple(received_rows.of_draft(connection, draft_id))

    def received_content(self, number: int) -> bytes:
        """Give a file that came back, byte for byte.

        Raises:
            UserError: it is not kept any more, or is damaged.
        """
        with self._reading() as connection:
            found = received_rows.content(connection, number)
        if found is None:
            raise UserError(
                "Tệp Word nhận lại không còn đọc được trong dữ liệu của phần mềm: "
                "hãy chọn lại tệp ấy bằng menu Tệp, mục Nhận lại bản Word đã sửa…"
            )
        return found

    def decide(self, decided: Decided) -> None:
        """Keep decisions by themselves; those that change the report are saved with it (``Store.save``).

        Raises:
            UserError: they are not kept.
        """
        with self._transaction() as connection:
            received_rows.decide(connection, decided)

    def forget(self, number: int) -> None:
        """Keep a file that came back no longer, nor what was decided about it.

        Raises:
            UserError: it cannot be written.
        """
        with self._transaction() as connection:
            received_rows.delete(connection, number)
