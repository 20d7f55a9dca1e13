"""A full or read-only drive: told in a sentence, nothing lost, nothing half written, and it goes on after."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.exporters import export
from danvan_desktop.report.model import Report
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.schema.migration_steps import STEPS
from tests.torture.amounts import IS_SHORT, dice, in_torture_only, runs
from tests.torture.filled_folders import (
    OFFICES,
    broken_copies,
    clock,
    fill,
    is_sound,
    look_into,
    make_report,
    make_reports,
    newest,
    with_paragraph,
    zero_page,
)
from tests.torture.older_databases import fill_older
from tests.torture.outcomes import Outcome, outcome
from tests.torture.small_drive import SmallDrive, mounted
from tests.torture.started_program import StartedProgram
from tests.torture.typist import Orders, typed_in, typed_text


@pytest.fixture(scope="module")
def drive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallDrive]:
    with mounted(tmp_path_factory.mktemp("small")) as made:
        if isinstance(made, str):
            pytest.skip(f"no small filesystem can be mounted here: {made}")
        yield made


@pytest.fixture
def data(drive: SmallDrive) -> Iterator[Path]:
    """An empty data folder on the drive."""
    folder = drive.root / "data"
    folder.mkdir()
    yield folder
    drive.make_room()
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


def rooms(name: str, in_full: int, most: int) -> list[int]:
    """How much room to leave, in bytes: none at first, then by the dice."""
    chosen = dice(name)
    return [0, *(chosen.randrange(0, most, 512) for _ in range(runs(in_full, least=2)))]


def attempt(seen: Outcome, what: str, act: Callable[..., object], *words: object, **names: object) -> bool:
    """Do what may fail for want of room; whether it succeeded. It must fail in a sentence."""
    try:
        act(*words, **names)
    except UserError as error:
        seen.hear(error.message)
    except Exception as error:  # noqa: BLE001 - whatever else it is, it is a miss
        seen.expect(False, f"{what}: {type(error).__name__}: {error}")
    else:
        return True
    return False


def test_full_while_saving(drive: SmallDrive, data: Path) -> None:
    seen = outcome("drive full while saving")
    reports = make_reports(3)
    fill(data, reports)
    store = open_store(data, clock)
    draft = newest(store)
    stored = store.load(draft.id)
    for number, room in enumerate(rooms("save", 20, 400_000)):
        for whole in (True, False):
            seen.runs += 1
            drive.fill(leave=room)
            wanted = stored
            for index in range(12):
                wanted = with_paragraph(wanted, f"Đoạn {number}.{index} {'đầy ổ đĩa ' * 200}")
                what = f"room {room}"
                if not attempt(seen, what, store.save, draft.id, wanted, "", whole=whole):
                    seen.expect(
                        store.load(draft.id) == stored, f"room {room}: the report before is not there"
                    )
                    break
                stored = wanted
            drive.make_room()
            store.save(draft.id, wanted, "", whole=whole)
            stored = wanted
            seen.expect(store.load(draft.id) == stored, f"room {room}: not saved when there was room again")
            if len(str(stored)) > 400_000:
                stored = reports[-1]
                store.save(draft.id, stored, "")
    store.close()
    found = look_into(data)
    seen.expect({*reports[:2], stored} <= set(found.reports), "a report is gone")
    seen.expect(found.told == (), f"told at the next start: {found.told}")
    seen.expect(is_sound(data / DATABASE_NAME), "the file is not sound")
    seen.settle()


@in_torture_only
def test_full_while_typing(drive: SmallDrive, data: Path, tmp_path: Path) -> None:
    """It is told, and when there is room again all that was typed is saved."""
    seen = outcome("drive full while typing")
    fill(data, make_reports(2, paragraphs=10))
    seen.runs += 1
    orders = Orders("type later", tag="x", seconds=12)
    program = StartedProgram(data, tmp_path / "home", orders)
    seen.expect(program.wait_for(lambda heard: bool(heard.saved)), f"nothing saved: {program.complaint}")
    drive.fill()
    told = program.wait_for(lambda heard: bool(heard.messages), 10)
    seen.expect(told, "nothing is told")
    program.wait_for(lambda heard: heard.done > 0)
    drive.make_room()
    heard = program.heard
    saved = program.wait_for(lambda heard: heard.saved[-1][0] >= len(heard.due), 15)
    seen.expect(saved, f"{heard.saved[-1][0]} letters are saved of {len(heard.due)}")
    program.kill()
    for _, text in heard.messages:
        seen.hear(text)
    have = max((typed_in(report, "x") for report in look_into(data).reports), key=len)
    wanted = "".join(islice(typed_text("x"), len(heard.due)))
    seen.expect(have == wanted, f"{len(have)} letters are there of {len(wanted)}")
    seen.settle()


def test_full_at_the_start(drive: SmallDrive, data: Path) -> None:
    """It is refused in a sentence, or all is there; the window then opens the folder to be read."""
    seen = outcome("drive full at the start")
    reports = fill(data, make_reports(3))
    for room in rooms("start", 10, 40_000):
        seen.runs += 1
        drive.fill(leave=room)
        attempt(seen, f"room {room}", _expect_all, seen, data, reports, f"room {room}")
        drive.make_room()
        _expect_all(seen, data, reports, f"after room {room}")
    seen.settle()


def _expect_all(seen: Outcome, data: Path, reports: list[Report], what: str) -> None:
    found = look_into(data)
    is_there = set(reports) <= set(found.reports) and found.offices == OFFICES
    seen.expect(is_there, f"{what}: a report is gone")


def test_read_only_at_the_start(drive: SmallDrive, data: Path) -> None:
    """It is refused in a sentence; the window then opens the folder to be read."""
    seen = outcome("read-only drive at the start")
    reports = fill(data, make_reports(3))
    seen.runs += 1
    with drive.read_only():
        opened = attempt(seen, "start", look_into, data)
        seen.expect(not opened, "it opens to be written")
    _expect_all(seen, data, reports, "writable again")
    seen.settle()


def test_read_only_while_open(tmp_path: Path) -> None:
    """The drive breaks down: nothing is called saved that is not."""
    with mounted(tmp_path / "breaks") as drive:
        if isinstance(drive, str):
            pytest.skip(f"no small filesystem can be mounted here: {drive}")
        seen = outcome("drive read-only while open")
        reports = fill(drive.root / "data", make_reports(3))
        store = open_store(drive.root / "data", clock)
        draft = newest(store)
        if not drive.break_down():
            store.close()
            pytest.skip("this filesystem cannot be made to break down")
        seen.runs += 1
        changed = with_paragraph(reports[-1], "Sửa khi ổ đĩa chỉ đọc.")
        for whole in (True, False):
            saved = attempt(seen, "save", store.save, draft.id, changed, "", whole=whole)
            seen.expect(not saved, "a save on a read-only drive is called saved")
        attempt(seen, "look after", store.look_after)
        attempt(seen, "read", lambda: seen.expect(store.load(draft.id) == reports[-1], "another text"))
        store.close()
        seen.settle()


def is_migrated(data: Path) -> bool:
    with contextlib.closing(sqlite3.connect(data / DATABASE_NAME)) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone()[0] == len(STEPS))


def test_full_while_migrating(drive: SmallDrive, data: Path) -> None:
    """It refuses in a sentence and leaves no broken copies."""
    seen = outcome("drive full while migrating")
    reports = make_reports(8)
    fill_older(data, reports, 3)
    before = sorted(path.name for path in data.iterdir())
    size = (data / DATABASE_NAME).stat().st_size
    for room in rooms("migration", 20, 6 * size):
        seen.runs += 1
        drive.fill(leave=room)
        done = attempt(seen, f"room {room}", look_into, data)
        after = {path.name for path in data.iterdir()}
        drive.make_room()
        if not done:
            copies = after - {*before, "danvan.lock", f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm"}
            # Where the tables are new already, and only what follows was refused, the copy of before is kept.
            seen.expect(is_migrated(data) or not copies, f"room {room}: left behind: {copies}")
        found = look_into(data)
        seen.expect(set(reports) == set(found.reports), f"room {room}: a report is gone")
        seen.expect(found.told == (), f"room {room}: told at the next start: {found.told}")
        seen.expect(not broken_copies(data), f"room {room}: a broken copy")
        for path in data.iterdir():
            path.unlink()
        fill_older(data, reports, 3)
    seen.expect(bool(seen.told), "it was never refused")
    seen.settle()


def test_full_during_the_rescue(drive: SmallDrive, data: Path) -> None:
    """It is refused in a sentence, nothing is changed, and it begins again when there is room."""
    seen = outcome("drive full during the rescue")
    reports = make_reports(8)
    for room in rooms("rescue", 20, 1_600_000):
        fill(data, reports)
        database = data / DATABASE_NAME
        zero_page(database, 1)
        content = database.read_bytes()
        seen.runs += 1
        drive.fill(leave=room)
        if not attempt(seen, f"room {room}", look_into, data):
            kept = [path for path in data.iterdir() if path.read_bytes() == content]
            seen.expect(bool(kept), f"room {room}: the damaged file is not there any more")
        drive.make_room()
        found = look_into(data)
        whole = {report.id for report in found.reports}
        seen.expect({each.id for each in reports} <= whole, f"room {room}: a report is gone: {found.told}")
        seen.expect(found.offices == OFFICES, f"room {room}: the offices are gone")
        seen.expect(any("bị hỏng" in each for each in found.told), f"room {room}: told {found.told}")
        asides = list(data.glob("drafts-hong-*"))
        parts = [path.name for path in data.iterdir() if path.suffix == ".part" or "dang-cuu" in path.name]
        seen.expect(len(asides) == 1 and not parts, f"room {room}: left behind: {asides} {parts}")
        for path in data.iterdir():
            path.unlink()
    seen.expect(bool(seen.told), "it was never refused")
    seen.settle()


def test_full_while_exporting(drive: SmallDrive, data: Path) -> None:
    seen = outcome("drive full while exporting")
    report = make_report(1, paragraphs=20)
    targets = [data / f"bao-cao{suffix}" for suffix in (".docx", ".pdf", ".danvan")]
    if IS_SHORT:
        targets.pop(1)
    export(report, targets)
    before = {path: path.read_bytes() for path in targets}
    changed = with_paragraph(report, "Một đoạn nữa.")
    for room in rooms("export", 20, 4 * sum(map(len, before.values()))):
        seen.runs += 1
        drive.fill(leave=room)
        if attempt(seen, f"room {room}", export, changed, targets, force=True):
            export(report, targets, force=True)
        same = all(path.read_bytes() == content for path, content in before.items())
        seen.expect(same, f"room {room}: a file is neither what it was nor whole")
        left = {path.name for path in data.iterdir()} - {path.name for path in targets}
        seen.expect(not left, f"room {room}: left behind: {left}")
        drive.make_room()
        export(report, targets, force=True)
    seen.expect(bool(seen.told), "it was never refused")
    seen.settle()
