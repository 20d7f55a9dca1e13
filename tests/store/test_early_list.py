"""The list as it is read by itself: what the store lists, or nothing where anything is odd."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from danvan_desktop.store import early_list
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.early_list import read_early_list
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rescue.note import plan_rescue
from tests.store.stored_reports import make_report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder as a program that was closed leaves it: two reports, and one in "Đã xóa"."""
    with closing(open_store(tmp_path)) as store:
        for number in range(3):
            store.create(make_report(f"Báo cáo {number}"))
        store.delete(2)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_it_is_what_the_store_lists(folder: Path) -> None:
    early = read_early_list(folder)
    assert early is not None
    with closing(open_store(folder)) as store:
        assert list(early.drafts) == list(store.drafts())
        assert (len(early.drafts), early.deleted) == (2, store.count_deleted())


def test_reading_leaves_the_folder_as_it_is(folder: Path) -> None:
    before = contents(folder)
    assert read_early_list(folder) is not None
    assert contents(folder) == before


def test_a_row_that_cannot_be_read_is_shown_as_damaged_and_left_to_the_store(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection, connection:
        connection.execute("UPDATE draft SET modified = 'gestern' WHERE id = 1")
    early = read_early_list(folder)
    assert early is not None
    assert [each.is_damaged for each in early.drafts if each.id == 1] == [True]
    with closing(open_store(folder)) as store:
        assert not store.draft(1).is_damaged


def remove(folder: Path) -> None:
    (folder / DATABASE_NAME).unlink()


def empty(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"")


def overwrite(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"no database" * 1000)


def cut(folder: Path) -> None:
    path = folder / DATABASE_NAME
    path.write_bytes(path.read_bytes()[:4096])


def leave_a_log(folder: Path) -> None:
    (folder / f"{DATABASE_NAME}-wal").write_bytes(b"")


def leave_a_journal(folder: Path) -> None:
    (folder / f"{DATABASE_NAME}-journal").write_bytes(b"x")


def note_a_newer_release(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 1000")
        connection.commit()


@pytest.mark.parametrize(
    "spoil",
    [remove, empty, overwrite, cut, leave_a_log, leave_a_journal, plan_rescue, note_a_newer_release],
    ids=lambda spoil: spoil.__name__,
)
def test_what_is_not_as_a_closed_program_leaves_it_is_left_to_the_opening(
    folder: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(folder)
    before = contents(folder)
    assert read_early_list(folder) is None
    assert contents(folder) == before


def test_on_a_network_drive_nothing_is_read_beforehand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(early_list, "on_network_drive", lambda _: True)
    assert read_early_list(folder) is None


def test_a_folder_that_is_not_there_has_no_list(tmp_path: Path) -> None:
    assert read_early_list(tmp_path / "absent") is None
    assert not (tmp_path / "absent").exists()
