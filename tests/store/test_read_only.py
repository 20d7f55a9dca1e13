"""A folder that cannot be written: its reports are read to the last save, and nothing in it is touched."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Report
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.read_only import open_to_read
from danvan_desktop.store.rows.contents import DamagedReportError
from danvan_desktop.store.schema.migration_steps import STEPS
from tests.store.stored_reports import MOMENT, Clock, make_old_database, make_report
from tests.store.stored_reports import found as looked_for

REASON = "Ổ đĩa đã đầy: hãy xóa bớt tệp rồi mở lại."


@pytest.fixture
def left(tmp_path: Path, clock: Clock) -> Iterator[Path]:
    """A folder with two reports, the second one saved into the WAL only, as a killed program leaves it."""
    store = open_store(tmp_path / "data", clock)
    store.create(make_report("Một"))
    store.file.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    draft = store.create(make_report("Hai"))
    store.save(draft.id, make_report("Hai, đã sửa"), "closing", whole=False)
    yield tmp_path / "data"
    store.close()


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith("-shm")}


def read(folder: Path) -> Store:
    store = open_to_read(folder, REASON, lambda: MOMENT)
    assert store is not None
    return store


def titles(store: Store) -> set[str]:
    return {draft.title for draft in store.drafts()}


def test_all_that_was_saved_is_seen_and_no_file_is_touched(left: Path) -> None:
    before = bytes_in(left)
    store = read(left)
    assert titles(store) == {"Một", "Hai, đã sửa"}
    assert {store.load(draft.id).subject for draft in store.drafts()} == titles(store)
    assert [draft.title for draft in looked_for(store, "hai")] == ["Hai, đã sửa"]
    assert store.offices() == ()
    store.mark_opened(store.drafts()[0].id)
    store.look_after()
    store.begin_check()
    assert store.news() == ()
    store.close()
    assert bytes_in(left) == before


def test_what_would_change_it_is_refused_with_the_reason(left: Path) -> None:
    store = read(left)
    draft = store.drafts()[0]
    attempts = (
        lambda: store.create(make_report()),
        lambda: store.duplicate(draft.id),
        lambda: store.rename(draft.id, "khác"),
        lambda: store.delete(draft.id),
        lambda: store.keep_offices(()),
    )
    for attempt in attempts:
        with pytest.raises(UserError) as caught:
            attempt()
        assert caught.value.message == REASON
    assert store.read_only_reason == REASON
    store.close()


def edited(report: Report) -> Report:
    return replace(report, subject="Sửa tiếp", modified=report.modified + timedelta(seconds=1))


def test_a_report_that_was_not_changed_counts_as_saved_another_does_not(left: Path) -> None:
    store = read(left)
    draft = store.drafts()[0]
    report = store.load(draft.id)
    store.save(draft.id, report, "general")
    with pytest.raises(UserError, match="đã đầy"):
        store.save(draft.id, edited(report), "general")
    assert store.load(draft.id) == report
    store.close()


@pytest.mark.parametrize("damage", ["checksum = 'x'", "report = replace(report, 'Hai', CAST(x'c4' AS TEXT))"])
def test_a_damaged_report_is_told_as_such(left: Path, damage: str) -> None:
    store = read(left)
    draft = store.drafts()[0]
    store.file.database.execute_sql(f"UPDATE content SET {damage} WHERE draft_id = ?", (draft.id,))  # noqa: S608 - ours
    with pytest.raises(DamagedReportError):
        store.load(draft.id)
    assert store.readable(draft.id) is not None
    store.close()


def test_of_a_damaged_file_all_is_shown_that_can_be_had(tmp_path: Path, clock: Clock) -> None:
    store = open_store(tmp_path, clock)
    for number in range(9):
        store.create(make_report(str(number), "chữ " * 500))
    store.close()
    path = tmp_path / "drafts.sqlite3"
    content = bytearray(path.read_bytes())
    content[:4096] = bytes(4096)
    path.write_bytes(content)
    store = read(tmp_path)
    assert titles(store) == {str(number) for number in range(9)}
    store.close()
    assert path.read_bytes() == bytes(content)


def test_a_file_of_an_earlier_release_is_read_without_a_migration(tmp_path: Path) -> None:
    make_old_database(tmp_path / "drafts.sqlite3", make_report("Cũ"))
    store = read(tmp_path)
    assert titles(store) == {"Cũ"}
    assert store.load(store.drafts()[0].id) == make_report("Cũ")
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["drafts.sqlite3"]


def test_a_newer_release_is_refused_as_ever(tmp_path: Path, clock: Clock) -> None:
    store = open_store(tmp_path, clock)
    store.file.database.pragma("user_version", len(STEPS) + 1)
    store.close()
    with pytest.raises(UserError, match="bản mới hơn"):
        open_to_read(tmp_path, REASON)
    gc.collect()  # a connection that was left open would warn here, where Python warns of it at all


def test_where_there_is_nothing_to_read_there_is_no_store(tmp_path: Path) -> None:
    assert open_to_read(tmp_path, REASON) is None
    assert open_to_read(tmp_path / "absent", REASON) is None
    (tmp_path / "drafts.sqlite3").touch()
    assert open_to_read(tmp_path, REASON) is None
