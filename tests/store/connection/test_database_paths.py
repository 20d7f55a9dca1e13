"""The files of a database, and what of them is deleted."""

from pathlib import Path

import pytest

from danvan_desktop.store.connection.database_paths import (
    files_of,
    log_of,
    remove_companions,
    remove_database,
)

NAMES = ("drafts.sqlite3", "drafts.sqlite3-wal", "drafts.sqlite3-shm", "drafts.sqlite3-journal")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    for name in (*NAMES, "drafts.sqlite3-khac", "khac.sqlite3-wal"):
        (tmp_path / name).touch()
    return tmp_path / NAMES[0]


def test_the_files_of_a_database_are_named_as_sqlite_names_them(database: Path) -> None:
    assert [each.name for each in files_of(database)] == list(NAMES)
    assert log_of(database) == files_of(database)[1]


def test_with_a_database_goes_what_sqlite_left_beside_it_and_nothing_else(database: Path) -> None:
    remove_database(database)
    assert {each.name for each in database.parent.iterdir()} == {"drafts.sqlite3-khac", "khac.sqlite3-wal"}
    remove_database(database)  # nothing is there


def test_the_database_stays_where_only_what_is_beside_it_goes(database: Path) -> None:
    remove_companions(database)
    assert [each for each in files_of(database) if each.exists()] == [database]
