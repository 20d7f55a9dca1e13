"""Rescue of a damaged database into a new file, which takes the place of the old one when it is whole.

It may be killed at any moment: the damaged file is copied aside first and a note says so; while the note is
there, the next start begins again from that copy.
"""

import contextlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from danvan_desktop.atomic_files import write_file
from danvan_desktop.errors import UserError
from danvan_desktop.store.connection.database_paths import (
    COPIES_FOLDER,
    DATABASE_NAME,
    files_of,
    remove_companions,
    remove_database,
)
from danvan_desktop.store.history import exported_files, version_rows
from danvan_desktop.store.rescue.note import NEW_NAME, NOTE_NAME, NOTICE_KEY, Progress
from danvan_desktop.store.rescue.salvage import Salvage, SalvagedReport, salvage
from danvan_desktop.store.rescue.sqlite_pages import PageFile
from danvan_desktop.store.rows import draft_rows, offices, remembered
from danvan_desktop.store.rows.draft_rows import Entry, utc
from danvan_desktop.store.schema.migrations import PART_SUFFIX
from danvan_desktop.store.takeback import contribution_rows, received_rows, sent_rows

_ASIDE = "drafts-hong-"
MakeDatabase = Callable[[Path], contextlib.AbstractContextManager[sqlite3.Connection]]
"""Makes an empty database of this release."""


def rescue(
    folder: Path,
    now: datetime,
    make_database: MakeDatabase,
    copies: Sequence[Path] = (),
    progress: Progress = lambda _: None,
    source: Path | None = None,
) -> None:
    """Put a sound database in the place of the damaged one in ``folder``, with all that can be had.

    ``copies``: databases of earlier days, newest first, for reports that the damaged one has lost.
    ``source``: take all from this file in the folder instead.

    Raises:
        UserError: the drive is full or cannot be written; nothing was changed, the next start tries again.
    """
    path, new = folder / DATABASE_NAME, folder / NEW_NAME
    try:
        progress("Đang giữ lại tệp hỏng…")
        aside = _begun(folder) or (_noted(source) if source is not None else _set_aside(path, now))
        progress("Đang tìm các báo cáo còn đọc được…")
        found = _salvaged(aside, now)
        earlier = _from_copies(copies, found, now)
        progress("Đang ghi tệp dữ liệu mới…")
        remove_database(new)
        with make_database(new) as connection, connection:
            _fill(connection, found, earlier, aside, now)
        progress("Đang đưa tệp mới vào dùng…")
        remove_companions(path)
        os.replace(new, path)  # noqa: PTH105 - the same on every system
        (folder / NOTE_NAME).unlink()
    except (OSError, sqlite3.Error) as error:
        raise UserError(
            f"Tệp dữ liệu trong {folder} bị hỏng, chưa lấy lại được báo cáo: ổ đĩa đầy hoặc không cho ghi. "
            "Hãy dọn chỗ trống trên ổ đĩa (gấp ba lần tệp dữ liệu) rồi mở lại. Chưa có gì bị thay đổi."
        ) from error


def _begun(folder: Path) -> Path | None:
    """The copy that a rescue before this one has made."""
    try:
        noted = json.loads((folder / NOTE_NAME).read_text("utf-8"))
        aside = folder / noted["aside"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return aside if aside.exists() else None


def _set_aside(path: Path, now: datetime) -> Path:
    """Copy the damaged file and its companions under a name of their own, and note it."""
    stem = f"{_ASIDE}{now:%Y%m%d-%H%M%S}"
    number, aside = 1, path.with_name(stem + path.suffix)
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    # The file itself last: it says that all are there.
    for part, kept in zip(reversed(files_of(path)), reversed(files_of(aside)), strict=True):
        if part.exists():
            _copy(part, kept)
    aside.touch()  # where only the WAL was left
    write_file(path.with_name(NOTE_NAME), json.dumps({"aside": aside.name}).encode())
    return aside


def _noted(source: Path) -> Path:
    """Note that the rescue takes all from ``source``, which stays as it is."""
    folder = source.parent.parent if source.parent.name == COPIES_FOLDER else source.parent
    write_file(folder / NOTE_NAME, json.dumps({"aside": str(source.relative_to(folder))}).encode())
    return source


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(target.name + PART_SUFFIX)
    try:
        with source.open("rb") as read, part.open("wb") as written:
            shutil.copyfileobj(read, written, 1 << 20)
            written.flush()
            os.fsync(written.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    part.replace(target)


def _salvaged(path: Path, now: datetime) -> Salvage:
    file = PageFile(path)
    try:
        return salvage(file, now)
    finally:
        file.close()


def _from_copies(copies: Sequence[Path], found: Salvage, now: datetime) -> tuple[SalvagedReport, ...]:
    """Reports that the damaged file does not give whole, of the newest copies down to one that lacks none."""
    have = {each.draft_id for each in found.whole}
    earlier: dict[int, SalvagedReport] = {}
    for copy in copies:
        try:
            older = _salvaged(copy, now)
        except OSError:
            continue
        for each in older.whole:
            if each.draft_id not in have:
                earlier.setdefault(each.draft_id, each)
        if older.whole and not older.lost and not older.parts:
            break
    return tuple(earlier.values())


def _fill(
    connection: sqlite3.Connection,
    found: Salvage,
    earlier: Sequence[SalvagedReport],
    aside: Path,
    now: datetime,
) -> None:
    for each in (*found.whole, *earlier):
        draft_rows.write_whole(connection, each.draft_id, each.revision + 1, each.entry, each.report)
    highest = max((each.draft_id for each in (*found.whole, *earlier)), default=0)
    for number, report in enumerate(found.parts, start=highest + 1):
        draft_rows.write_whole(connection, number, 1, Entry(utc(now)), report)
    offices.write_rows(connection, found.offices)
    _put_back_history(connection, found)
    notice = "\n".join(_told(found, earlier, aside))
    remembered.put(connection, NOTICE_KEY, notice)


def _put_back_history(connection: sqlite3.Connection, found: Salvage) -> None:
    """Write versions, exported files and correspondence of the reports that came back."""
    drafts = {number for (number,) in connection.execute("SELECT id FROM draft")}
    for version in found.versions:
        if version.row.draft_id in drafts:
            version_rows.write(connection, version.row, version.content)
    for row in found.exported:
        if row[1] in drafts:
            exported_files.put_back(connection, row)
    _put_back_correspondence(connection, found, drafts)


def _put_back_correspondence(connection: sqlite3.Connection, found: Salvage, drafts: set[int]) -> None:
    for sent in found.sent:
        if sent.row.draft_id in drafts:
            sent_rows.write(connection, sent.row, sent.report, sent.docx)
    for received, content in found.received:
        if received.draft_id in drafts:
            received_rows.write_content(connection, received.number, content)
            received_rows.write(connection, received)
    for asked in found.contributions:
        if asked.draft_id in drafts:
            contribution_rows.write(connection, asked)


def _told(found: Salvage, earlier: Sequence[SalvagedReport], aside: Path) -> Iterator[str]:
    """What came back and what did not, for the user."""
    was_damaged = aside.name.startswith(_ASIDE)
    why = "Tệp dữ liệu bị hỏng. Đã lấy lại được" if was_damaged else f"Đã lấy lại từ {aside.name}:"
    yield f"{why} {len(found.whole)} báo cáo nguyên vẹn và {len(found.offices)} cơ quan."
    older = [each.report.subject for each in found.whole if each.is_earlier]
    if older:
        yield f"Chỉ lấy lại được bản lưu trước đó, hãy xem lại phần sửa cuối cùng: {_listed(older)}."
    if earlier:
        titles = [each.report.subject for each in earlier]
        yield f"Lấy từ bản sao gần nhất, những sửa đổi sau đó không còn: {_listed(titles)}."
    if found.parts:
        titles = [report.subject for report in found.parts]
        yield f"Chỉ đọc được một phần, phần ấy là báo cáo riêng trong danh sách: {_listed(titles)}."
    lost = [
        title
        for title in found.lost
        if title not in {each.entry.name or each.report.subject for each in earlier}
    ]
    if lost:
        yield f"Không lấy lại được: {_listed(lost)}."
    if found.lost_versions:
        yield (
            f"Trong lịch sử sửa đổi có {found.lost_versions} bản không còn đọc được; "
            "các báo cáo và các bản khác không bị ảnh hưởng."
        )
    kept = (
        f"Tệp hỏng được giữ lại với tên {aside.name}" if was_damaged else f"Tệp {aside.name} vẫn nằm nguyên"
    )
    yield (
        f"{kept} trong {aside.parent}; nếu thiếu báo cáo nào, hãy xem lại tệp ấy ở menu Tệp, "
        "mục Sao lưu và khôi phục…, hoặc đưa tệp cho người hỗ trợ."
    )


def _listed(titles: Sequence[str]) -> str:
    return "; ".join(f"“{title or '(chưa có trích yếu)'}”" for title in titles)
