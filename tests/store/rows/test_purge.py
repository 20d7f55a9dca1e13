"""A deleted report is purged by counted days of use, and by no count that was not written."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows.purge import KEPT_DAYS
from tests.store.stored_reports import Clock, make_report


def deleted_report(folder: Path, clock: Clock) -> None:
    with closing(open_store(folder, clock)) as store:
        store.delete(store.create(make_report()).id)


def days_of_use(folder: Path, clock: Clock, days: int) -> int:
    """Open the store once on each of so many days; how many deleted reports are left then."""
    left = 0
    for _ in range(days):
        clock.time += timedelta(days=1)
        with closing(open_store(folder, clock)) as store:
            left = len(store.drafts(deleted=True))
    return left


def test_after_ninety_days_of_use_it_is_gone(tmp_path: Path, clock: Clock) -> None:
    deleted_report(tmp_path, clock)
    assert days_of_use(tmp_path, clock, KEPT_DAYS - 1) == 1
    assert days_of_use(tmp_path, clock, 2) == 0


@pytest.mark.parametrize("value", ["4611686018427387904", "900 2025-11-24", "x", ""])
def test_a_count_that_was_not_written_purges_nothing(tmp_path: Path, clock: Clock, value: str) -> None:
    deleted_report(tmp_path, clock)
    with closing(sqlite3.connect(tmp_path / "drafts.sqlite3")) as connection, connection:
        done = connection.execute("UPDATE remembered SET value = ? WHERE key = 'days_of_use'", (value,))
        assert done.rowcount == 1
    clock.time += timedelta(days=400)
    assert days_of_use(tmp_path, clock, 2) == 1
