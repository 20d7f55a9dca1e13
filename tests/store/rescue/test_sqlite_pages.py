"""Carving: every row that SQLite gives out is found in the pages, also of a file whose tree is damaged."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.store.connection.database_paths import log_of
from danvan_desktop.store.rescue.sqlite_pages import Cell, PageFile

values = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40).map(lambda text: text * 300),
    st.binary(max_size=40).map(lambda data: data * 200),
)


def carved(path: Path) -> dict[int, tuple[Cell, ...]]:
    file = PageFile(path)
    try:
        rows = [row for row in file.rows() if len(row.values) == 3 and row.values[0] is None]
    finally:
        file.close()
    assert all(row.is_whole for row in rows)
    return {row.number: row.values[1:] for row in rows}


@given(st.lists(st.tuples(values, values), max_size=30), st.sampled_from([512, 1024, 4096, 65536]))
def test_every_row_of_any_table_is_found(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Cell, Cell]], page: int
) -> None:
    path = tmp_path_factory.mktemp("carve") / "any.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {page}")
        connection.execute("CREATE TABLE any (number INTEGER PRIMARY KEY, a, b)")
        connection.executemany("INSERT INTO any (a, b) VALUES (?, ?)", rows)
        connection.commit()
    assert carved(path) == {number: tuple(row) for number, row in enumerate(rows, start=1)}


def test_rows_that_are_only_in_the_wal_are_found_and_uncommitted_ones_are_not(tmp_path: Path) -> None:
    path = tmp_path / "open.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("CREATE TABLE any (number INTEGER PRIMARY KEY, a, b)")
        connection.execute("INSERT INTO any VALUES (1, 'một', 'hai')")
        connection.commit()
        connection.execute("PRAGMA cache_size = 5")
        connection.execute("INSERT INTO any VALUES (2, ?, 'x')", ("chưa xong " * 50_000,))
        assert carved(path) == {1: ("một", "hai")}
        path.write_bytes(b"")
        assert carved(path) == {1: ("một", "hai")}


def test_a_frame_of_the_wal_that_names_a_page_far_away_costs_no_time(tmp_path: Path) -> None:
    path = tmp_path / "open.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE any (number INTEGER PRIMARY KEY, a, b)")
        connection.execute("INSERT INTO any VALUES (1, 'một', 'hai')")
        connection.commit()
        before = PageFile(path)
        other = tmp_path / "other.sqlite3"
        other.write_bytes(path.read_bytes())
        log = log_of(path).read_bytes()
    behind = log[-before.page_bytes - 24 :]  # the last frame once more, as a page that is none
    log_of(other).write_bytes(log + (2**31).to_bytes(4, "big") + behind[4:])
    file = PageFile(other)
    assert file.page(2**31) == before.page(2)
    assert (None, "một", "hai") in [row.values for row in file.rows()]
    assert list(file.chains(frozenset())) == []
    assert file.free_pages() == frozenset()
    assert file.image() == before.image() == before.page(1) + before.page(2)
    file.close()
    before.close()


@pytest.mark.parametrize(
    "garbage", [b"", b"x", b"\x0d" * 5_000, bytes(8192), b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_what_is_no_database_has_no_rows(tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "none.sqlite3"
    path.write_bytes(garbage)
    (tmp_path / "none.sqlite3-wal").write_bytes(garbage)
    file = PageFile(path)
    assert [row for row in file.rows() if row.is_whole and any(row.values)] == []
    assert list(file.chains(frozenset())) is not None
    file.close()


@given(st.binary(min_size=1, max_size=64), st.integers(0, 3))
def test_any_bytes_in_the_place_of_a_page_raise_nothing(
    tmp_path_factory: pytest.TempPathFactory, page: bytes, number: int
) -> None:
    path = tmp_path_factory.mktemp("noise") / "noise.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE any (number INTEGER PRIMARY KEY, a, b)")
        connection.execute("INSERT INTO any VALUES (1, ?, 'x')", ("chữ " * 2_000,))
        connection.commit()
    data = bytearray(path.read_bytes())
    data[number * 4096 : (number + 1) * 4096] = (b"\x0d" + page * 4096)[:4096]
    path.write_bytes(data)
    file = PageFile(path)
    list(file.rows())
    list(file.chains(frozenset()))
    file.close()
