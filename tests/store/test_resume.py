"""The report of the last session is read before the store opens, and never from a doubtful file."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.connection.lock import DataFolderInUse
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.resume import load_open_at_exit
from tests.repository import ROOT
from tests.store.stored_reports import make_report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one report in it, number 1, nobody in it."""
    with closing(open_store(tmp_path)) as store:
        draft = store.create(make_report(text="Tình hình chung"))
        store.save(draft.id, make_report(text="Tình hình chung"), "section:1/2+4")
    return tmp_path


def test_report_and_place_are_read_and_the_folder_is_locked(folder: Path) -> None:
    left = load_open_at_exit(folder, 1)
    assert left is not None
    assert (left.draft_id, left.report, left.place) == (
        1,
        make_report(text="Tình hình chung"),
        "section:1/2+4",
    )
    with pytest.raises(DataFolderInUse):
        open_store(folder)


def test_the_store_takes_the_lock_over_and_lets_go_of_it(folder: Path) -> None:
    left = load_open_at_exit(folder, 1)
    assert left is not None
    store = open_store(folder, lock=left.lock)
    assert store.draft(1).place == "section:1/2+4"
    with pytest.raises(DataFolderInUse):
        open_store(folder)
    store.close()
    open_store(folder).close()


def test_what_the_process_had_written_when_it_was_killed_is_read(folder: Path) -> None:
    code = (
        "import os, pathlib, sys\n"
        "from danvan_desktop.store.opening import open_store\n"
        "from tests.store.stored_reports import make_report\n"
        "store = open_store(pathlib.Path(sys.argv[1]))\n"
        "store.save(1, make_report(text='Câu cuối cùng'), 'closing')\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=False, cwd=ROOT)
    left = load_open_at_exit(folder, 1)
    assert left is not None
    assert left.report == make_report(text="Câu cuối cùng")
    left.lock.release()


def _damage(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"no database at all, but long enough to look like one" * 90)


def _change(statement: str, folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "PRAGMA user_version = 99",
        "UPDATE draft SET deleted = '2026-01-01'",
        "UPDATE content SET report = 'x'",
        "DELETE FROM draft",
    ],
)
def test_a_doubtful_file_is_left_to_the_store_and_not_locked(folder: Path, statement: str) -> None:
    if statement:
        _change(statement, folder)
    else:
        _damage(folder)
    before = (folder / DATABASE_NAME).read_bytes()
    assert load_open_at_exit(folder, 1) is None
    assert (folder / DATABASE_NAME).read_bytes() == before
    if "99" not in statement:
        open_store(folder).close()


def test_a_folder_in_use_and_an_empty_folder_give_nothing(folder: Path, tmp_path: Path) -> None:
    with closing(open_store(folder)):
        assert load_open_at_exit(folder, 1) is None
    assert load_open_at_exit(tmp_path / "none", 1) is None
    assert not (tmp_path / "none").exists()


def test_peewee_is_not_loaded_for_it(folder: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "from danvan_desktop.store.resume import load_open_at_exit\n"
        "assert load_open_at_exit(pathlib.Path(sys.argv[1]), 1) is not None\n"
        "assert 'peewee' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        check=False,
        cwd=ROOT,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
