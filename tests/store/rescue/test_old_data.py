"""An old database gives its reports, of whatever release and state, and is left as it is."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.office.office import Office
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rescue.old_data import OldData, read_old_data
from tests.store.stored_reports import MOMENT, Clock, make_old_database, make_report


def read(path: Path) -> OldData:
    found = read_old_data(path, MOMENT)
    assert found is not None
    return found


def test_its_reports_come_with_their_names_the_last_changed_first(tmp_path: Path, clock: Clock) -> None:
    with closing(open_store(tmp_path, clock)) as store:
        store.create(replace(make_report("Cũ"), modified=MOMENT - timedelta(days=3)))
        store.create(make_report("Mới"), name="Bản gửi Sở")
        store.delete(store.create(replace(make_report("Xóa"), modified=MOMENT - timedelta(days=9))).id)
        store.keep_offices((Office(agency="VĂN PHÒNG"),))
    path = tmp_path / "drafts.sqlite3"
    before = path.read_bytes()
    found = read(path)
    assert [(old.title, old.is_deleted) for old in found.reports] == [
        ("Bản gửi Sở", False),
        ("Cũ", False),
        ("Xóa", True),
    ]
    assert found.reports[0].report == make_report("Mới")
    assert [office.agency for office in found.offices] == ["VĂN PHÒNG"]
    assert (found.lost, path.read_bytes()) == ((), before)


def test_a_database_of_an_earlier_release_is_read_too(tmp_path: Path) -> None:
    make_old_database(tmp_path / "drafts-v3.sqlite3", make_report("Của bản trước"))
    assert [old.title for old in read(tmp_path / "drafts-v3.sqlite3").reports] == ["Của bản trước"]


def test_what_was_saved_into_the_wal_alone_is_read_too(tmp_path: Path, clock: Clock) -> None:
    with closing(open_store(tmp_path / "data", clock)) as store:
        store.file.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        store.create(make_report("Chỉ trong phần chưa ghi"))
        for name in ("drafts.sqlite3", "drafts.sqlite3-wal"):
            (tmp_path / name).write_bytes((tmp_path / "data" / name).read_bytes())
    assert [old.title for old in read(tmp_path / "drafts.sqlite3").reports] == ["Chỉ trong phần chưa ghi"]


@pytest.mark.parametrize("content", [b"", b"x" * 10_000, "Không phải dữ liệu.".encode() * 900])
def test_a_file_that_is_no_database_holds_no_report(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.sqlite3"
    path.write_bytes(content)
    assert read(path) == OldData((), (), ())


def test_a_file_that_cannot_be_read_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Không đọc được tệp"):
        read_old_data(tmp_path / "absent.sqlite3", MOMENT)


def test_whoever_does_not_want_it_any_more_does_not_wait(tmp_path: Path, clock: Clock) -> None:
    with closing(open_store(tmp_path, clock)) as store:
        store.create(make_report())
    asked: list[bool] = []

    def is_wanted() -> bool:
        asked.append(True)
        return len(asked) < 3

    assert read_old_data(tmp_path / "drafts.sqlite3", MOMENT, is_wanted) is None
    assert len(asked) == 3
