"""A WAL in which bytes have changed is told from one that a power cut has left."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from danvan_desktop.store.connection.wal import has_gap, is_damaged

SAVES = 40
FRAME = 4096 + 24


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A database that is open: what was saved stands in its WAL."""
    path = tmp_path / "drafts.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (a)")
        save(connection)
        yield path


def save(connection: sqlite3.Connection) -> None:
    for number in range(SAVES):
        with connection:
            connection.execute("INSERT INTO t VALUES (?)", (f"{number} " * 300,))


def log_of(path: Path) -> bytes:
    return path.with_name(f"{path.name}-wal").read_bytes()


def test_a_wal_as_it_was_written_is_whole(path: Path) -> None:
    assert not is_damaged(path)


def test_a_database_without_a_wal_is_whole(tmp_path: Path) -> None:
    assert not is_damaged(tmp_path / "drafts.sqlite3")


def test_any_bit_that_flips_before_the_last_saves_is_found(path: Path) -> None:
    log, dice = log_of(path), Random(1)
    for _ in range(200):
        flipped = bytearray(log)
        flipped[dice.randrange(len(log) - 8 * FRAME)] ^= 1 << dice.randrange(8)
        assert has_gap(bytes(flipped))


def test_a_zeroed_page_is_found(path: Path) -> None:
    log = log_of(path)
    assert has_gap(log[:8192] + bytes(4096) + log[12288:])


@pytest.mark.parametrize("cut", [0, 1, 31, 32, 33, 5_000, 3 * FRAME + 32, -1, -FRAME])
def test_a_wal_that_breaks_off_is_what_a_power_cut_leaves(path: Path, cut: int) -> None:
    assert not has_gap(log_of(path)[:cut])


def test_a_last_save_that_was_not_ended_is_what_a_power_cut_leaves(path: Path) -> None:
    log = log_of(path)
    assert not has_gap(log[:-2000] + bytes(2000))


def test_a_last_save_of_which_a_frame_was_not_written_is_what_a_power_cut_leaves(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        before = len(log_of(path))
        with connection:
            connection.execute("INSERT INTO t VALUES (?)", ("x" * 50_000,))
        log = log_of(path)
        assert len(log) > before + 5 * FRAME
        torn = before + FRAME
        assert not has_gap(log[:torn] + bytes(FRAME) + log[torn + FRAME :])


def test_two_frames_that_changed_near_the_end_are_found_by_the_save_behind_them(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for number in range(6):
            with connection:
                connection.execute("UPDATE t SET a = ? WHERE rowid = 1", (f"{number}",))
        log = bytearray(log_of(path))
    log[-4 * FRAME + 100] ^= 1
    log[-3 * FRAME : -2 * FRAME] = bytes(FRAME)
    assert has_gap(bytes(log))


def test_frames_of_the_round_before_are_no_gap(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(RESTART)")
        with connection:
            connection.execute("INSERT INTO t VALUES (1)")
        log = log_of(path)
    assert len(log) > 5 * FRAME
    assert not has_gap(log)
