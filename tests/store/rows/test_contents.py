"""Contents: a row is alone in its leaf page, whatever its length; a checksum tells every change."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.codec.danvan_file import to_json
from danvan_desktop.store.rescue.sqlite_pages import PageFile
from danvan_desktop.store.rows import contents
from danvan_desktop.store.rows.draft_rows import Entry
from danvan_desktop.store.schema.migration_steps import STEPS
from tests.store.stored_reports import MOMENT, make_report

ENTRY = Entry(MOMENT.isoformat()).text()


def database(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    for statement in STEPS[3][:2]:
        connection.execute(statement)
    connection.execute("CREATE TABLE draft (id INTEGER PRIMARY KEY, newest TEXT)")
    return connection


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(database(tmp_path / "rows.sqlite3")) as opened:
        yield opened


@given(st.lists(st.integers(1, 30_000), min_size=2, max_size=12))
def test_two_reports_of_any_length_never_share_a_leaf_page(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int]
) -> None:
    path = tmp_path_factory.mktemp("rows") / "rows.sqlite3"
    with closing(database(path)) as connection:
        for number, length in enumerate(lengths, start=1):
            contents.write_whole(connection, number, 1, ENTRY, "ậ" * length)
        connection.commit()
    file = PageFile(path)
    leaves = Counter(row.pages[0] for row in file.rows() if len(row.values) == 6)
    file.close()
    assert set(leaves.values()) == {1}
    assert sum(leaves.values()) == len(lengths)


def test_changes_are_read_with_the_copy_they_were_made_from_and_with_no_other(
    connection: sqlite3.Connection,
) -> None:
    contents.write_whole(connection, 1, 1, ENTRY, to_json(make_report()))
    contents.write_changes(connection, 1, 1, 2, "section:1", '[[["year"],2031]]')
    stored = contents.read(connection, 1)
    assert stored is not None
    assert (stored.report.year, stored.place, stored.revision, stored.base) == (2031, "section:1", 2, 1)
    contents.write_changes(connection, 1, 7, 8, "section:1", "[]")
    stored = contents.read(connection, 1)
    assert stored is not None
    assert (stored.report.year, stored.revision) == (2025, 1)


COLUMNS = [("content", "revision"), ("content", "entry"), ("content", "report"), ("content", "checksum")]
COLUMNS += [("change", name) for name in ("base", "revision", "place", "changes", "checksum")]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_every_changed_value_of_a_row_is_found(
    connection: sqlite3.Connection, table: str, column: str
) -> None:
    contents.write_whole(connection, 1, 1, ENTRY, to_json(make_report()))
    contents.write_changes(connection, 1, 1, 2, "section:1", '[[["year"],2031]]')
    assert contents.read(connection, 1) is not None
    (value,) = connection.execute(f"SELECT {column} FROM {table}").fetchone()  # noqa: S608 - our own names
    other = value + 1 if isinstance(value, int) else f"{value} "
    connection.execute(f"UPDATE {table} SET {column} = ?", (other,))  # noqa: S608
    with pytest.raises(contents.DamagedReportError, match="không đúng như lúc lưu"):
        contents.read(connection, 1)


def test_a_draft_of_which_nothing_is_stored_is_none(connection: sqlite3.Connection) -> None:
    assert contents.read(connection, 7) is None
    assert contents.newest_revision(connection, 7) == 0
