"""What a kill leaves is whole after a rest, also without its WAL; and who comes after it is told."""

import os
import threading
from contextlib import closing
from pathlib import Path

import pytest

from danvan_desktop.store.drafts import Store
from danvan_desktop.store.file_watch import Saved
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows import contents
from tests.store.stored_reports import Clock, make_report

WORDS = "tệp ghi tạm drafts.sqlite3-wal nay không còn"


def killed(store: Store, folder: Path, *names: str) -> Path:
    """What lies in a folder when the program is killed now, of which the files with ``names`` are left."""
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes((store.folder / name).read_bytes())
    return folder


@pytest.fixture
def used(store: Store) -> Store:
    """A store at rest in which something was saved."""
    draft = store.create(make_report("Báo cáo"))
    store.save(draft.id, make_report("Báo cáo", "Chữ cuối cùng."), "")
    store.look_after()
    return store


def test_after_a_rest_the_database_alone_holds_every_word_and_the_loss_of_its_wal_is_told(
    used: Store, tmp_path: Path, clock: Clock
) -> None:
    left = killed(used, tmp_path / "left", "drafts.sqlite3")
    with closing(open_store(left, clock)) as store:
        assert store.load(store.drafts()[0].id) == make_report("Báo cáo", "Chữ cuối cùng.")
        assert [WORDS in notice for notice in store.notices] == [True]
    with closing(open_store(left, clock)) as store:
        assert store.notices == ()


def test_an_emptied_wal_is_told_too(used: Store, tmp_path: Path, clock: Clock) -> None:
    left = killed(used, tmp_path / "left", "drafts.sqlite3")
    (left / "drafts.sqlite3-wal").touch()
    with closing(open_store(left, clock)) as store:
        assert [WORDS in notice for notice in store.notices] == [True]


def test_a_kill_that_leaves_all_files_is_no_news(used: Store, tmp_path: Path, clock: Clock) -> None:
    left = killed(used, tmp_path / "left", "drafts.sqlite3", "drafts.sqlite3-wal")
    with closing(open_store(left, clock)) as store:
        assert store.notices == ()


def test_a_store_that_was_closed_leaves_no_wal_and_says_nothing(used: Store, clock: Clock) -> None:
    used.close()
    assert not (used.folder / "drafts.sqlite3-wal").exists()
    with closing(open_store(used.folder, clock)) as store:
        assert store.notices == ()


def test_a_rest_in_which_nothing_was_written_writes_nothing(used: Store) -> None:
    files = [used.folder / "drafts.sqlite3", used.folder / "drafts.sqlite3-wal"]
    before = [path.stat().st_mtime_ns for path in files]
    used.look_after()
    assert [path.stat().st_mtime_ns for path in files] == before


def test_a_checkpoint_that_a_full_disk_refuses_is_no_failure(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = store.create(make_report("Báo cáo"))
    limit = store.file.database.execute_sql("PRAGMA page_count").fetchone()[0]
    store.file.database.execute_sql(f"PRAGMA max_page_count = {limit}")
    monkeypatch.setattr("danvan_desktop.store.rows.remembered.put", _needs_pages)
    store.look_after()
    store.file.database.execute_sql("PRAGMA max_page_count = 1000000")
    assert store.load(draft.id) == make_report("Báo cáo")


def _needs_pages(connection: object, key: str, _text: str) -> None:
    connection.execute("INSERT OR REPLACE INTO remembered VALUES (?, ?)", (key, "x" * 100_000))  # type: ignore[attr-defined]


@pytest.mark.skipif(os.name != "posix", reason="Windows dates a write when it finds the time")
def test_a_file_overwritten_in_the_midst_of_a_transaction_is_noticed_at_the_next(
    used: Store, clock: Clock
) -> None:
    path = used.folder / "drafts.sqlite3"
    older = path.read_bytes()
    other = used.create(make_report("Báo cáo mới"))
    used.look_after()
    with used.file.transaction():
        path.write_bytes(older)
    used.mark_opened(other.id)
    assert any("bị cắt hoặc ghi đè" in line or "thay bằng tệp khác" in line for line in used.news())
    assert {draft.title for draft in used.drafts()} == {"Báo cáo", "Báo cáo mới"}


def test_the_wal_is_brought_in_while_one_types_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("danvan_desktop.store.database_file._LARGEST_LOG", 200_000)
    draft = store.create(make_report("Báo cáo"))
    log = store.folder / "drafts.sqlite3-wal"
    for number in range(60):
        store.save(draft.id, make_report("Báo cáo", f"{number} " * 2000), "")
    assert log.stat().st_size < 400_000
    assert store.news() == ()


def test_what_another_thread_is_just_writing_is_no_strangers(used: Store) -> None:
    """A new report is read back while another thread writes: it waits until that has noted its write."""
    draft = used.drafts()[0]
    saved = Saved(
        draft.id, contents.newest_revision(used.file.database.connection(), draft.id), is_whole=True
    )
    log = used.folder / "drafts.sqlite3-wal"
    reading_back = threading.Thread(target=used.file.confirm, args=(saved,))
    with used.file.turn:
        os.utime(log, ns=(0, 0))  # as a write does that is not noted yet
        reading_back.start()
        reading_back.join(0.2)
        assert reading_back.is_alive()
        used.file.watch.note_write()
    reading_back.join()
    assert used.news() == ()
