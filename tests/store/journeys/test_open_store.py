"""A data folder is opened by one program at a time, survives crashes and damage, and errors are plain."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.store.connection import database
from danvan_desktop.store.connection.lock import DataFolderInUse
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.schema import migrations as steps
from danvan_desktop.store.schema.migration_steps import STEPS
from tests.repository import ROOT
from tests.store.stored_reports import Clock, found, make_report

SAVE_FOR_EVER = """
import sys
from dataclasses import replace
from pathlib import Path
from danvan_desktop.store.opening import open_store
from tests.store.stored_reports import make_report
store = open_store(Path(sys.argv[1]))
draft = store.create(make_report())
number = 0
while True:
    number += 1
    store.save(draft.id, make_report(str(number), "chữ " * 2000), "")
    print(number, flush=True)
"""


def saving_program(folder: Path) -> subprocess.Popen[str]:
    root = ROOT
    command = [sys.executable, "-c", SAVE_FOR_EVER, str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)


def test_what_was_saved_outlives_a_killed_program(tmp_path: Path) -> None:
    for _ in range(3):
        program = saving_program(tmp_path)
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(10)]
        program.kill()
        rest, _ = program.communicate()
        acknowledged = int("".join([*lines, rest]).split()[-1])
        store = open_store(tmp_path)  # and its lock is gone with it
        assert int(store.load(store.drafts()[0].id).subject) >= acknowledged
        store.close()


def test_a_second_program_is_refused_politely(tmp_path: Path) -> None:
    program = saving_program(tmp_path)
    assert program.stdout is not None
    program.stdout.readline()
    try:
        with pytest.raises(DataFolderInUse, match="đang mở sẵn"):
            open_store(tmp_path)
    finally:
        program.kill()
        program.communicate()


def test_a_second_store_is_refused_until_the_first_is_closed(tmp_path: Path, store: Store) -> None:
    with pytest.raises(DataFolderInUse):
        open_store(tmp_path / "data")
    store.close()
    open_store(tmp_path / "data").close()


def test_writes_reach_the_disk_before_they_are_acknowledged(store: Store) -> None:
    assert store.file.database.pragma("journal_mode") == "wal"
    assert store.file.database.pragma("synchronous") == 2
    assert store.notices == ()


def test_a_network_drive_is_said_once_and_kept_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr(database, "on_network_drive", lambda _: True)
    store = open_store(tmp_path, clock)
    assert (store.file.database.pragma("journal_mode"), store.file.database.pragma("synchronous")) == (
        "delete",
        2,
    )
    assert "ổ mạng" in store.notices[0]
    store.create(make_report())
    store.close()
    again = open_store(tmp_path, clock)
    assert (again.notices, len(again.drafts())) == ((), 1)
    again.close()


def test_a_folder_moved_to_a_network_drive_after_a_crash_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = saving_program(tmp_path)
    assert program.stdout is not None
    program.stdout.readline()
    program.kill()
    program.communicate()
    assert (tmp_path / "drafts.sqlite3-wal").stat().st_size > 0
    monkeypatch.setattr(database, "on_network_drive", lambda _: True)
    store = open_store(tmp_path)
    assert len(store.drafts()) == 1
    store.close()


DAMAGES = {"other bytes": (0, None, 0), "a torn page": (8192, 16384, 20), "a cut end": (190_000, None, 8)}
"""From where to where the file is overwritten or cut, and how many of 30 reports must come back."""


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_kept_aside_and_what_is_whole_comes_back(
    tmp_path: Path, clock: Clock, damage: str
) -> None:
    start, end, least = DAMAGES[damage]
    store = open_store(tmp_path, clock)
    reports = {number: make_report(str(number), "chữ " * 500) for number in range(30)}
    for report in reports.values():
        store.create(report)
    store.close()
    path = tmp_path / "drafts.sqlite3"
    content = bytearray(path.read_bytes())
    content[start:end] = bytes(end - start) if end else b"khong phai du lieu" * (500 if start == 0 else 0)
    path.write_bytes(content)
    store = open_store(tmp_path, clock)
    notice = store.rescue_notice
    (aside,) = tmp_path.glob("drafts-hong-*.sqlite3")
    assert aside.name in notice
    assert aside.read_bytes() == bytes(content)
    back = [store.load(draft.id) for draft in store.drafts()]
    whole = [report for report in back if report.subject.isdecimal()]
    assert len(whole) >= least
    assert f"lấy lại được {len(whole)} báo cáo nguyên vẹn" in notice
    assert all(report == reports[int(report.subject)] for report in whole)
    assert store.rescue_notice == notice, "until the user has read it"
    store.forget_rescue_notice()
    store.create(make_report("Vẫn làm việc được"))
    store.close()
    assert open_and_close(tmp_path) == len(back) + 1


def open_and_close(folder: Path) -> int:
    store = open_store(folder)
    try:
        assert (store.notices, store.rescue_notice) == ((), "")
        return len(store.drafts())
    finally:
        store.close()


def test_two_damages_on_one_day_keep_two_files(tmp_path: Path, clock: Clock) -> None:
    for _ in range(2):
        (tmp_path / "drafts.sqlite3").write_bytes(b"x" * 5000)
        open_store(tmp_path, clock).close()
    assert len(list(tmp_path.glob("drafts-hong-*.sqlite3"))) == 2


def test_a_database_of_a_newer_release_is_refused_and_left_alone(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.file.database.pragma("user_version", len(STEPS) + 1)
    store.close()
    before = (tmp_path / "drafts.sqlite3").read_bytes()
    with pytest.raises(UserError, match="bản mới hơn"):
        open_store(tmp_path)
    assert (tmp_path / "drafts.sqlite3").read_bytes() == before
    (tmp_path / "drafts.sqlite3").unlink()
    open_store(tmp_path).close()  # the lock was let go


def test_the_file_is_copied_before_a_migration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    store = open_store(tmp_path, clock)
    store.create(make_report())
    store.close()
    monkeypatch.setattr(steps, "STEPS", (*STEPS, ("ALTER TABLE draft ADD COLUMN extra TEXT",)))
    store = open_store(tmp_path, clock)
    assert store.file.database.pragma("user_version") == len(STEPS) + 1
    store.close()
    (copy,) = tmp_path.glob(f"drafts-v{len(STEPS)}-*.sqlite3")
    connection = sqlite3.connect(copy)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(draft)")]
    count = connection.execute("SELECT count(*) FROM draft").fetchone()
    connection.close()
    assert ("extra" not in columns, count) == (True, (1,))


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    open_store(tmp_path, clock).close()
    broken = ("ALTER TABLE draft ADD COLUMN extra TEXT", "ALTER TABLE no_such_table ADD COLUMN extra TEXT")
    with monkeypatch.context() as patch:
        patch.setattr(steps, "STEPS", (*STEPS, broken))
        with pytest.raises(Exception, match="no_such_table"):
            open_store(tmp_path, clock)
    store = open_store(tmp_path, clock)
    assert store.file.database.pragma("user_version") == len(STEPS)
    assert "extra" not in [column.name for column in store.file.database.get_columns("draft")]
    store.close()


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UserError, match="kiểm tra quyền ghi"):
        open_store(tmp_path / "file" / "data")


def test_a_full_disk_is_said_plainly_and_loses_nothing(store: Store) -> None:
    report = make_report(text="giữ lại")
    draft = store.create(report)
    store.file.database.pragma("max_page_count", 20)
    with pytest.raises(UserError, match="đã đầy"):
        store.save(draft.id, make_report(text="chữ " * 100_000), "")
    assert store.load(draft.id) == report


def test_a_disk_that_takes_no_writing_is_said_plainly_and_can_be_read(store: Store) -> None:
    report = make_report()
    draft = store.create(report)
    store.file.database.pragma("query_only", 1)
    with pytest.raises(UserError, match="quyền ghi"):
        store.save(draft.id, report, "")
    assert store.load(draft.id) == report


def test_our_own_defects_are_not_dressed_up_as_the_users(store: Store) -> None:
    store.file.database.execute_sql("DROP TABLE draft")
    with pytest.raises(Exception, match="no such table") as caught:
        store.drafts()
    assert not isinstance(caught.value, UserError)


def test_opening_a_thousand_reports_is_quick(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    draft = store.create(make_report(text="chữ " * 5000))
    for table, columns in {
        "draft": "id, subject, year, state, created, modified",
        "content": "draft_id, revision, entry, report, checksum, padding",
        "search": "draft_id, folded",
    }.items():
        number, _, others = columns.partition(", ")
        first = f"{number} = {draft.id}"
        rows = f"({columns}) SELECT i, {others} FROM {table}, n WHERE {first}"  # noqa: S608 - our own names
        numbers = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= 1000)"
        store.file.database.execute_sql(f"{numbers} INSERT INTO {table} {rows}")
    store.close()
    begin = time.perf_counter()
    store = open_store(tmp_path)
    opened = time.perf_counter()
    assert len(found(store, "chu")) == 1001
    listed = time.perf_counter()
    store.close()
    print(f"open {opened - begin:.3f} s, search {listed - opened:.3f} s")
    assert listed - begin < 3  # 0.3 s on an idle machine: a bound against a blunder, not a benchmark
