"""A copy a day where something changed; what fails or is not sound leaves the copies before it alone."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from danvan_desktop.report.office.office import Office
from danvan_desktop.store.backup import backup as backup_module
from danvan_desktop.store.backup import take_copy
from danvan_desktop.store.backup.backup import Backup, SecondPlace
from danvan_desktop.store.backup.soundness import NotWantedError
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.rescue.old_data import read_old_data
from tests.store.stored_reports import MOMENT, Clock, make_report


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def subjects(path: Path) -> set[str]:
    found = read_old_data(path, MOMENT)
    assert found is not None
    return {each.report.subject for each in found.reports}


@pytest.fixture
def backup(store: Store) -> Backup:
    return Backup(store.file)


def test_the_first_copy_comes_with_the_first_report(store: Store, backup: Backup) -> None:
    assert backup.round(None).made is None
    assert not backup.folder.exists()
    store.create(make_report("Một"))
    outcome = backup.round(None)
    assert (outcome.reports, outcome.problem) == (1, "")
    assert names(backup.folder) == ["drafts-20251124.sqlite3"]
    assert subjects(backup.folder / "drafts-20251124.sqlite3") == {"Một"}


def test_one_copy_a_day_and_none_where_nothing_changed(store: Store, backup: Backup, clock: Clock) -> None:
    draft = store.create(make_report("Một"))
    assert backup.round(None).made is not None
    store.create(make_report("Hai"))
    assert backup.round(None).made is None, "the copy of today is there"
    clock.forward(days=1)
    assert backup.round(None).made is not None
    clock.forward(days=1)
    store.load(draft.id)
    store.mark_opened(draft.id)
    assert backup.round(None).made is None, "to look at a report changes nothing"
    store.rename(draft.id, "Tên khác")
    assert backup.round(None).made is not None
    clock.forward(days=1)
    store.keep_offices((Office(agency="VĂN PHÒNG"),))
    assert backup.round(None).made is not None
    clock.forward(days=1)
    store.save(draft.id, make_report("Một", "thêm"), "", whole=False)
    assert backup.round(None).made is not None


def test_who_asks_gets_a_copy_beside_that_of_the_day(store: Store, backup: Backup, clock: Clock) -> None:
    store.create(make_report("Một"))
    backup.round(None)
    clock.forward(minutes=5)
    made = backup.round(None, asked=True).made
    assert made is not None
    assert len(names(backup.folder)) == 2
    assert made.name in names(backup.folder)


def test_who_asks_twice_in_a_second_gets_two(store: Store, backup: Backup) -> None:
    store.create(make_report("Một"))
    for _ in range(2):
        backup.round(None, asked=True)
    assert len(names(backup.folder)) == 2


def test_a_copy_is_one_file_that_nobody_else_may_read(store: Store, backup: Backup) -> None:
    store.create(make_report("Một"))
    made = backup.round(None).made
    assert made is not None
    assert names(backup.folder) == [made.name]
    assert made.read_bytes()[18:20] == b"\x01\x01", "no WAL is needed to read it"
    if os.name == "posix":
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
        assert stat.S_IMODE(backup.folder.stat().st_mode) == 0o700


def test_a_copy_put_in_the_place_of_the_database_opens_without_a_complaint(
    store: Store, backup: Backup, tmp_path: Path, clock: Clock
) -> None:
    from danvan_desktop.store.opening import open_store

    draft = store.create(make_report("Một"))
    store.look_after()  # as in use: the database notes it
    made = backup.round(None).made
    assert made is not None
    other = tmp_path / "other" / "drafts.sqlite3"
    other.parent.mkdir()
    shutil.copyfile(made, other)
    again = open_store(other.parent, clock)
    assert (again.notices, again.load(draft.id)) == ((), store.load(draft.id))
    again.close()


def test_what_is_saved_meanwhile_neither_spoils_nor_restarts_the_copy(
    store: Store, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = [store.create(make_report(f"Số {number}", "x" * 50_000)) for number in range(20)]
    steps: list[int] = []

    def save() -> None:
        steps.append(len(steps))
        store.save(drafts[0].id, make_report("Số 0", f"lần {len(steps)}"), "", whole=len(steps) % 2 == 0)

    monkeypatch.setattr(take_copy, "_PAGES", 8)
    monkeypatch.setattr(take_copy, "_let_others_work", save)
    made = backup.round(None).made
    assert made is not None
    assert 10 < len(steps) < 200
    assert subjects(made) == {f"Số {number}" for number in range(20)}
    assert store.load(drafts[0].id) == make_report("Số 0", f"lần {len(steps)}")


def test_where_nobody_reads_beside_the_writer_the_copy_takes_turns(
    store: Store, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.file.others_may_read = False  # as on a network drive
    drafts = [store.create(make_report(f"Số {number}", "x" * 50_000)) for number in range(5)]
    saved: list[int] = []

    def save() -> None:
        saved.append(len(saved))
        store.save(drafts[0].id, make_report("Số 0", f"lần {len(saved)}"), "")

    monkeypatch.setattr(take_copy, "_PAGES", 16)
    monkeypatch.setattr(take_copy, "_let_others_work", save)
    outcome = backup.round(None)
    assert (outcome.problem, outcome.reports) == ("", 5)
    assert saved


def test_a_rest_brings_the_wal_in_once_nobody_reads_the_earlier_state(store: Store) -> None:
    store.create(make_report("Một"))
    with store.file.reading_beside() as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM draft").fetchone()
        store.create(make_report("Hai"))
        store.look_after()
    store.look_after()
    alone = sqlite3.connect(f"{store.file.path.absolute().as_uri()}?immutable=1", uri=True)
    assert alone.execute("SELECT count(*) FROM draft").fetchone() == (2,)
    alone.close()


def damage_report(store: Store) -> None:
    store.file.database.execute_sql("UPDATE content SET report = report || ' ' WHERE draft_id = 1")
    store.file.watch.note_write()


def test_a_copy_with_a_damaged_report_drives_out_none_without(
    store: Store, backup: Backup, clock: Clock
) -> None:
    draft = store.create(make_report("Một"))
    store.create(make_report("Hai"))
    sound = backup.round(None).made
    damage_report(store)
    for number in range(12):
        clock.forward(days=1)
        store.rename(draft.id + 1, f"Hai {number}")
        assert backup.round(None).made is not None
    there = names(backup.folder)
    assert sound is not None
    assert sound.name in there
    assert there == [sound.name, *(f"drafts-202512{day:02}-thieu.sqlite3" for day in (4, 5, 6))]
    assert "Một" in subjects(sound)


def test_a_version_that_is_damaged_unknown_makes_a_copy_lacking(store: Store, backup: Backup) -> None:
    draft = store.create(make_report("Một"))
    number = store.history.take(draft.id, make_report("Một"), "work")
    store.file.database.execute_sql("UPDATE version SET checksum = ''")
    store.file.watch.note_write()
    made = backup.round(None, asked=True).made
    assert made is not None
    assert made.stem.endswith("-thieu")
    store.history.note_damaged(number)
    made = backup.round(None, asked=True).made
    assert made is not None
    assert not made.stem.endswith("-thieu")


FAILURES: dict[str, Callable[[pytest.MonkeyPatch], object]] = {
    "flush": lambda patch: patch.setattr(take_copy, "flush", _fail(OSError(5, "I/O"))),
    "rename": lambda patch: patch.setattr(backup_module, "put_in_place", _fail(PermissionError(13, "no"))),
    "full": lambda patch: patch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1 << 20)),
    "other": lambda patch: patch.setattr(take_copy, "_copied", _copied_wrongly),
}


def _fail(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def _copied_wrongly(*words: object) -> str:
    return take_copy.__dict__["_copied_before"](*words) + "x"  # type: ignore[no-any-return]


@pytest.mark.parametrize("failure", FAILURES)
def test_a_copy_that_fails_leaves_those_before_it(
    store: Store, backup: Backup, clock: Clock, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    store.create(make_report("Một"))
    backup.round(None)
    before = {path: path.read_bytes() for path in backup.folder.iterdir()}
    store.create(make_report("Hai"))
    clock.forward(days=1)
    monkeypatch.setattr(take_copy, "_copied_before", take_copy._copied, raising=False)
    with monkeypatch.context() as broken:
        FAILURES[failure](broken)
        outcome = backup.round(None)
    assert outcome.made is None
    assert outcome.problem.startswith("Chưa sao lưu được")
    assert {path: path.read_bytes() for path in backup.folder.iterdir()} == before
    assert backup.round(None).made is not None, "it is tried again"


def test_a_round_that_is_called_off_leaves_nothing(store: Store, backup: Backup) -> None:
    store.create(make_report("Một", "x" * 2_000_000))
    answers = iter([True, False])
    with pytest.raises(NotWantedError):
        backup.round(None, is_wanted=lambda: next(answers, False))
    assert names(backup.folder) == []


# --------------------------------------------------------------------------------- the second place


@pytest.fixture
def second(tmp_path: Path) -> SecondPlace:
    return SecondPlace(tmp_path / "usb", "danvan-sao-luu-PC-1")


def test_an_absent_second_place_is_told_and_caught_up_when_it_is_back(
    store: Store, backup: Backup, clock: Clock, second: SecondPlace
) -> None:
    for number in range(3):
        store.create(make_report(f"Số {number}"))
        outcome = backup.round(second)
        assert (outcome.made is not None, outcome.is_absent, outcome.second_problem) == (True, True, "")
        clock.forward(days=1)
    assert not second.place.exists()
    second.place.mkdir()
    assert backup.round(second).brought == 3
    assert names(second.place / second.name) == names(backup.folder)
    assert subjects(second.place / second.name / "drafts-20251126.sqlite3") == {"Số 0", "Số 1", "Số 2"}
    assert backup.round(second).brought == 0


def test_the_second_place_is_thinned_like_the_first_and_keeps_what_others_put_there(
    store: Store, backup: Backup, clock: Clock, second: SecondPlace
) -> None:
    second.place.mkdir()
    other = second.place / "Ảnh chụp.jpg"
    other.write_bytes(b"x")
    draft = store.create(make_report("Một"))
    for number in range(20):
        store.rename(draft.id, f"Tên {number}")
        backup.round(second)
        clock.forward(days=1)
    assert names(second.place / second.name) == names(backup.folder)
    assert other.exists()


def test_signed_files_go_there_too(store: Store, backup: Backup, second: SecondPlace, tmp_path: Path) -> None:
    from danvan_desktop.store import signed_files

    signed = tmp_path / "ky.pdf"
    signed.write_bytes(b"%PDF signed")
    report = make_report("Một")
    name = signed_files.keep(store.folder, report, signed)
    store.create(replace(report, attachments=replace(report.attachments, signed_file=name)))
    second.place.mkdir()
    backup.round(second)
    assert (second.place / second.name / "ban-hanh" / name).read_bytes() == b"%PDF signed"


def test_a_second_place_that_takes_no_writing_is_told_and_the_first_has_its_copy(
    store: Store, backup: Backup, second: SecondPlace
) -> None:
    store.create(make_report("Một"))
    second.place.mkdir()
    (second.place / second.name).write_text("not a folder")
    outcome = backup.round(second)
    assert outcome.made is not None
    assert outcome.second_problem.startswith(f"Chưa chép được bản sao sang {second.place}")
