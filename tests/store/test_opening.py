"""Opening a folder whose database is gone or empty: a question where there were reports, else a new list."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.store.opening import Leftovers, Unattended, Work, open_store
from tests.store.stored_reports import Clock, make_old_database, make_report


class Answering(Unattended):
    """Answers the question; remembers it, and what a rescue told."""

    def __init__(self, answer: str | None) -> None:
        self.answer, self.asked, self.told = answer, list[Leftovers](), list[str]()

    def rescue(self, work: Work) -> None:
        work(self.told.append)

    def choose(self, found: Leftovers) -> Path | None:
        self.asked.append(found)
        return next((path for path in found.candidates if path.name == self.answer), None)


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    """A folder with two reports, the last save still in the WAL, as a killed program leaves it."""
    made, killed = tmp_path / "made", tmp_path / "killed"
    killed.mkdir()
    with closing(open_store(made, clock)) as store:
        for number in range(2):
            store.create(make_report(f"Báo cáo {number}"))
        for name in ("drafts.sqlite3", "drafts.sqlite3-wal"):
            (killed / name).write_bytes((made / name).read_bytes())
    return killed


def test_a_folder_that_never_held_reports_begins_empty_without_a_question(tmp_path: Path) -> None:
    attendant = Answering(None)
    with closing(open_store(tmp_path / "new", attendant=attendant)) as store:
        assert not store.drafts()
    assert attendant.asked == []


@pytest.mark.parametrize("main", ["absent", "empty"])
def test_a_wal_without_its_database_is_asked_about_and_gives_the_reports_back(
    folder: Path, main: str, clock: Clock
) -> None:
    _lose(folder, main)
    attendant = Answering("drafts.sqlite3-wal")
    with closing(open_store(folder, clock, attendant=attendant)) as store:
        assert sorted(draft.title for draft in store.drafts()) == ["Báo cáo 0", "Báo cáo 1"]
        assert store.rescue_notice
    assert len(attendant.asked) == 1
    assert attendant.told, "there was progress to show"


@pytest.mark.parametrize("main", ["absent", "empty"])
def test_beginning_anew_keeps_the_wal_under_another_name(folder: Path, main: str, clock: Clock) -> None:
    _lose(folder, main)
    wal = (folder / "drafts.sqlite3-wal").read_bytes()
    with closing(open_store(folder, clock, attendant=Answering(None))) as store:
        assert not store.drafts()
    assert [path.read_bytes() for path in folder.glob("drafts-cu-*-wal")] == [wal]


@pytest.mark.parametrize("main", ["absent", "empty"])
def test_unasked_there_is_never_an_empty_list(folder: Path, main: str) -> None:
    _lose(folder, main)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(UserError, match="dấu vết"):
        open_store(folder)
    after = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "danvan.lock"}
    assert after == before


@pytest.mark.parametrize("name", ["drafts-hong-20251124-103205.sqlite3", "drafts-v3-20251124-103205.sqlite3"])
def test_reports_are_taken_from_a_copy_that_lies_there(tmp_path: Path, name: str, clock: Clock) -> None:
    with closing(open_store(tmp_path, clock)) as store:
        store.create(make_report())
    (tmp_path / "drafts.sqlite3").rename(tmp_path / name)
    attendant = Answering(name)
    with closing(open_store(tmp_path, clock, attendant=attendant)) as store:
        assert len(store.drafts()) == 1
    assert [path.name for path in attendant.asked[0].candidates] == [name]
    assert (tmp_path / name).exists()


def _lose(folder: Path, main: str) -> None:
    if main == "absent":
        (folder / "drafts.sqlite3").unlink()
    else:
        (folder / "drafts.sqlite3").write_bytes(b"")


def test_a_bit_that_flipped_in_the_wal_costs_at_most_one_report_and_is_told(
    tmp_path: Path, clock: Clock
) -> None:
    made, killed = tmp_path / "made", tmp_path / "killed"
    killed.mkdir()
    with closing(open_store(made, clock)) as store:
        for number in range(8):
            store.create(make_report(f"Báo cáo {number}"))
        for name in ("drafts.sqlite3", "drafts.sqlite3-wal"):
            (killed / name).write_bytes((made / name).read_bytes())
    wal = killed / "drafts.sqlite3-wal"
    flipped = bytearray(wal.read_bytes())
    flipped[flipped.index("Báo cáo 1".encode()) + 2] ^= 1
    wal.write_bytes(flipped)
    with closing(open_store(killed, clock)) as store:
        titles = {draft.title for draft in store.drafts()}
        assert {f"Báo cáo {number}" for number in range(8) if number != 1} <= titles
        assert store.rescue_notice


@pytest.mark.parametrize(
    "change",
    [
        "DROP TABLE office_copy",
        "DROP TABLE remembered",
        "ALTER TABLE draft DROP COLUMN place",
        "ALTER TABLE draft RENAME TO drafts",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 1",
    ],
)
def test_a_database_whose_tables_are_not_what_they_were_is_rescued(
    tmp_path: Path, clock: Clock, change: str
) -> None:
    with closing(open_store(tmp_path, clock)) as store:
        store.create(make_report("Báo cáo"))
    with closing(sqlite3.connect(tmp_path / "drafts.sqlite3")) as connection, connection:
        connection.execute(change)
    with closing(open_store(tmp_path, clock)) as store:
        assert [draft.title for draft in store.drafts()] == ["Báo cáo"]
        assert store.rescue_notice


@pytest.mark.parametrize("encoding", [0, 2, 3, 512, 255])
def test_a_database_whose_header_lies_about_its_letters_is_rescued(
    tmp_path: Path, clock: Clock, encoding: int
) -> None:
    make_old_database(tmp_path / "drafts.sqlite3", make_report("Báo cáo"))
    content = (tmp_path / "drafts.sqlite3").read_bytes()
    (tmp_path / "drafts.sqlite3").write_bytes(content[:56] + encoding.to_bytes(4) + content[60:])
    with closing(open_store(tmp_path, clock)) as store:
        assert [draft.title for draft in store.drafts()] == ["Báo cáo"]


def test_a_database_of_fewer_bytes_than_a_page_is_asked_about(folder: Path, clock: Clock) -> None:
    (folder / "drafts.sqlite3").write_bytes(bytes(300))
    attendant = Answering("drafts.sqlite3-wal")
    with closing(open_store(folder, clock, attendant=attendant)) as store:
        assert len(store.drafts()) == 2
    assert len(attendant.asked) == 1
