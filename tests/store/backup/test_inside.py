"""What a database file holds is counted without leaving a trace beside it."""

from contextlib import closing
from pathlib import Path

from danvan_desktop.store.backup.inside import Inside, inside_of
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.store.stored_reports import MOMENT, make_report


def test_a_database_is_counted_and_nothing_is_made_beside_it(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        store.create(make_report("Một"))
        store.delete(store.create(make_report("Hai")).id)
    before = {path.name for path in tmp_path.iterdir()}
    assert inside_of(tmp_path / "drafts.sqlite3", MOMENT, lambda: True) == Inside(2)
    assert {path.name for path in tmp_path.iterdir()} == before


def test_of_a_damaged_file_it_counts_what_can_be_read(store: Store, tmp_path: Path) -> None:
    store.create(make_report("Một"))
    store.create(make_report("Hai", "x" * 90))
    store.file.database.execute_sql("UPDATE content SET checksum = '' WHERE draft_id = 2")
    store.file.watch.note_write()
    store.look_after()
    store.close()
    damaged = tmp_path / "drafts-hong-1.sqlite3"
    damaged.write_bytes(store.file.path.read_bytes())
    assert inside_of(damaged, MOMENT, lambda: True) == Inside(1, 1)


def test_it_is_given_up_when_nobody_wants_it(tmp_path: Path) -> None:
    path = tmp_path / "drafts-hong-1.sqlite3"
    path.write_bytes(bytes(10_000))
    assert inside_of(path, MOMENT, lambda: False) is None
