"""Of a large file the opening checks the list; what is damaged in the rest is found while it is used."""

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.store.connection import database
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.store.stored_reports import Clock, make_report

PAGE = 4096


@pytest.fixture(autouse=True)
def every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "LARGE_BYTES", 0)


@pytest.fixture
def filled(tmp_path: Path, clock: Clock) -> Path:
    with closing(open_store(tmp_path, clock)) as store:
        for number in range(25):
            store.create(make_report(f"Báo cáo {number}", "nguyên văn " * 500))
    return tmp_path


def _check(store: Store) -> tuple[str, ...]:
    store.begin_check()
    assert store._check is not None
    store._check.wait()
    return store.news()


def _flip(folder: Path, at: bytes) -> None:
    path = folder / "drafts.sqlite3"
    data = bytearray(path.read_bytes())
    data[data.index(at)] ^= 1
    path.write_bytes(data)


def _zero_root(folder: Path, table: str) -> None:
    """Zero the page where the tree of ``table`` begins."""
    path = folder / "drafts.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def test_a_sound_file_gives_no_news(filled: Path) -> None:
    with closing(open_store(filled)) as store:
        assert _check(store) == ()
        assert not (filled / "cuu-du-lieu.json").exists()


def test_a_damaged_report_is_told_once_in_its_life(filled: Path) -> None:
    _flip(filled, '"subject": "Báo cáo 17"'.encode())
    with closing(open_store(filled)) as store:
        (told,) = _check(store)
        assert "“Báo cáo 17” bị hỏng" in told
        assert [draft.title for draft in store.drafts() if draft.is_damaged] == ["Báo cáo 17"]
    with closing(open_store(filled)) as store:
        assert _check(store) == ()
        assert [draft.title for draft in store.drafts() if draft.is_damaged] == ["Báo cáo 17"]


def test_damaged_changes_are_found_too(filled: Path) -> None:
    with closing(open_store(filled)) as store:
        report = make_report("Báo cáo 3", "nguyên văn " * 500)
        store.save(4, report, "")
        store.save(4, replace(report, subject="Trích yếu vừa gõ"), "", whole=False)
    path = filled / "drafts.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE change SET changes = replace(changes, 'vừa', 'bừa')")
    with closing(open_store(filled)) as store:
        assert "“Trích yếu vừa gõ” bị hỏng" in _check(store)[0]


@pytest.mark.parametrize("table", ["content", "search"])
def test_a_damaged_tree_has_the_next_start_begin_with_a_rescue(
    filled: Path, clock: Clock, table: str
) -> None:
    _zero_root(filled, table)
    with closing(open_store(filled, clock)) as store:
        assert len(store.drafts()) == 25
        assert "đóng phần mềm rồi mở lại" in _check(store)[0]
    with closing(open_store(filled, clock)) as store:
        assert "25 báo cáo nguyên vẹn" in store.rescue_notice
        assert len([store.load(draft.id) for draft in store.drafts()]) == 25
    with closing(open_store(filled, clock)) as store:
        assert _check(store) == ()


@pytest.mark.parametrize("table", ["draft", "office", "remembered"])
def test_what_the_list_needs_is_checked_at_the_opening(filled: Path, clock: Clock, table: str) -> None:
    _zero_root(filled, table)
    with closing(open_store(filled, clock)) as store:
        assert "25 báo cáo nguyên vẹn" in store.rescue_notice


def test_of_an_earlier_release_the_whole_is_checked_before_the_migration(filled: Path, clock: Clock) -> None:
    _zero_root(filled, "search")
    path = filled / "drafts.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 3")
    with closing(open_store(filled, clock)) as store:
        assert "25 báo cáo nguyên vẹn" in store.rescue_notice


def test_on_a_network_drive_it_takes_turns_with_the_store(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _flip(filled, '"subject": "Báo cáo 17"'.encode())
    monkeypatch.setattr(database, "on_network_drive", lambda _: True)
    with closing(open_store(filled)) as store:
        store.begin_check()
        store.rename(1, "Tên mới")
        assert "“Báo cáo 17” bị hỏng" in _check(store)[0]


def test_closing_ends_it(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("danvan_desktop.store.background_check._AT_ONCE", 1)
    monkeypatch.setattr("danvan_desktop.store.background_check._PAUSE_SECONDS", 10)
    store = open_store(filled)
    store.begin_check()
    begin = time.monotonic()
    store.close()
    assert time.monotonic() - begin < 5
    assert store._check is not None
    assert not store._check._thread.is_alive()
