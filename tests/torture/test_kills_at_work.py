"""SIGKILL at any instant of a start, migration, rescue, import or export: the next start has all."""

import shutil
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.exporters import export
from danvan_desktop.paths import LOG_NAME
from danvan_desktop.report.model import Report
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.connection.lock import LOCK_NAME
from tests.torture.amounts import IS_SHORT, chosen, dice, in_torture_only, runs
from tests.torture.filled_folders import (
    OFFICES,
    broken_copies,
    fill,
    look_into,
    make_report,
    make_reports,
    zero_page,
)
from tests.torture.older_databases import VERSIONS, fill_older
from tests.torture.outcomes import Outcome, outcome
from tests.torture.started_program import Heard, StartedProgram, left_running
from tests.torture.typist import Orders

LOOK = Orders("look")
SHOWN_SECONDS = 60.0


def is_shown(heard: Heard) -> bool:
    """The list, or a report: the start is over."""
    return heard.listed is not None or heard.last_lines is not None


def is_done(heard: Heard) -> bool:
    """A first round of what is done again and again is over."""
    return heard.done > 0


def is_kept(heard: Heard) -> bool:
    """A first version or decision is on the disk."""
    return heard.kept > 0


def seconds_of(folder: Path, home: Path, *files: Path) -> float:
    """How long it takes from the lock on ``folder`` to the list, or to the report that is brought in."""
    program = StartedProgram(folder, home, LOOK, *files)
    begin = _begun(folder)
    shown = program.wait_for(is_shown if not files else lambda heard: heard.last_lines is not None)
    seconds = time.monotonic() - begin
    program.kill()
    assert shown, program.complaint
    return seconds


def killed(folder: Path, home: Path, after: float, *files: Path) -> StartedProgram:
    """Start the program on ``folder``, kill it so many seconds after it has taken the lock."""
    program = StartedProgram(folder, home, LOOK, *files)
    begin = _begun(folder)
    time.sleep(max(0.0, begin + after - time.monotonic()))
    program.kill()
    return program


def killed_at_work(
    seen: Outcome,
    what: str,
    after: float,
    begun: Callable[[Heard], bool],
    *,
    folder: Path,
    home: Path,
    orders: Orders,
) -> StartedProgram:
    """Kill the program so many seconds after its work has ``begun``, and see that it leaves no trace."""
    program = StartedProgram(folder, home, orders)
    has_begun = program.wait_for(begun)
    time.sleep(after)
    program.kill()
    seen.expect(has_begun, f"{what}: nothing was done: {program.complaint}")
    expect_no_trace(seen, what, program, folder)
    return program


def _begun(folder: Path) -> float:
    """Wait until the lock is made; when that was."""
    lock = folder / LOCK_NAME
    end = time.monotonic() + SHOWN_SECONDS
    while not lock.exists() and time.monotonic() < end:
        time.sleep(0.001)
    return time.monotonic()


def expect_no_trace(seen: Outcome, what: str, program: StartedProgram, folder: Path) -> None:
    log = folder / LOG_NAME
    text = log.read_text("utf-8") if log.exists() else ""
    seen.expect("Traceback" not in program.complaint, f"{what}: {program.complaint}")
    seen.expect("Traceback" not in text and "CRITICAL" not in text, f"{what}: the log has {text[-600:]}")
    end = time.monotonic() + 5
    while left_running(program.mark) and time.monotonic() < end:
        time.sleep(0.05)
    seen.expect(not left_running(program.mark), f"{what}: a process is left running")


def expect_all(seen: Outcome, what: str, folder: Path, reports: Iterable[Report]) -> None:
    """See that the next start has every report and office."""
    try:
        found = look_into(folder)
    except UserError as error:
        seen.expect(False, f"{what}: the next start says {error.message}")
        return
    for message in found.told:
        seen.hear(message)
    missing = [report.subject for report in reports if report not in found.reports]
    seen.expect(not missing, f"{what}: missing at the next start: {missing}")
    seen.expect(found.offices == OFFICES, f"{what}: other offices")
    strange = [
        path.name for path in folder.iterdir() if path.suffix in {".part", ".tmp"} or "dang-cuu" in path.name
    ]
    seen.expect(not strange, f"{what}: left behind: {strange}")
    broken = broken_copies(folder)
    seen.expect(not broken, f"{what}: a broken copy: {broken}")


Make = Callable[[Path], list[Report]]


def started(folder: Path) -> list[Report]:
    return fill(folder, make_reports(5, paragraphs=10))


def to_be_rescued(folder: Path) -> list[Report]:
    reports = fill(folder, make_reports(8 if IS_SHORT else 40))
    zero_page(folder / DATABASE_NAME, 1)
    return reports


def to_be_migrated(version: int) -> Make:
    def make(folder: Path) -> list[Report]:
        reports = make_reports(40)
        fill_older(folder, reports, version)
        return reports

    return make


WORK: dict[str, Make] = {
    "the start": started,
    "the rescue": to_be_rescued,
    **{f"the migration from schema {version}": to_be_migrated(version) for version in VERSIONS[1:]},
}
IN_FULL = {"the start": 20, "the rescue": 20}


@pytest.mark.parametrize("work", chosen(WORK, "the rescue"))
def test_a_kill_during(work: str, tmp_path: Path) -> None:
    make, home = WORK[work], tmp_path / "home"
    reports = make(tmp_path / "made")
    seen = outcome(f"SIGKILL during {work}")
    chance = dice("kill", work)
    shutil.copytree(tmp_path / "made", tmp_path / "once")
    needed = seconds_of(tmp_path / "once", home)
    for number in range(runs(IN_FULL.get(work, 10))):
        folder = tmp_path / "data"
        shutil.copytree(tmp_path / "made", folder)
        (folder / LOCK_NAME).unlink(missing_ok=True)
        what = ""
        for again in range(1 if IS_SHORT else chance.choice((1, 1, 2, 3))):
            seen.runs += 1
            after = chance.uniform(0.0, needed)
            what = f"kill {number}.{again} {after:.3f} s after the lock of {needed:.3f}"
            program = killed(folder, home, after)
            expect_no_trace(seen, what, program, folder)
            (folder / LOCK_NAME).unlink(missing_ok=True)
        expect_all(seen, what, folder, reports)
        if work == "the rescue":
            again_found = look_into(folder)
            seen.expect("bị hỏng" in " ".join(again_found.told), f"{what}: the notice does not stand")
            copies = list(folder.glob("drafts-hong-*.sqlite3"))
            seen.expect(1 <= len(copies) <= 4, f"{what}: {len(copies)} damaged copies")
        shutil.rmtree(folder)
    seen.settle()


@in_torture_only
def test_a_kill_during_an_import(tmp_path: Path) -> None:
    seen = outcome("SIGKILL during an import")
    chance = dice("kill", "import")
    home, brought = tmp_path / "home", tmp_path / "brought"
    brought.mkdir()
    files = [brought / f"bao-cao{suffix}" for suffix in (".docx", ".pdf", ".txt")]
    export(make_report(77, paragraphs=120), files)
    reports = started(tmp_path / "made")
    seconds = {}
    for file in files:
        shutil.copytree(tmp_path / "made", tmp_path / "once")
        seconds[file] = seconds_of(tmp_path / "once", home, file)
        shutil.rmtree(tmp_path / "once")
    for number in range(runs(24)):
        file = files[number % len(files)]
        needed = seconds[file]
        folder = tmp_path / "data"
        shutil.copytree(tmp_path / "made", folder)
        (folder / LOCK_NAME).unlink(missing_ok=True)
        seen.runs += 1
        after = chance.uniform(0.2 * needed, 1.1 * needed)
        what = f"kill {number} of {file.name}, {after:.3f} s after the lock of {needed:.3f}"
        program = killed(folder, home, after, file)
        expect_no_trace(seen, what, program, folder)
        expect_all(seen, what, folder, reports)
        more = [each for each in look_into(folder).reports if each not in reports]
        seen.expect(len(more) <= 1, f"{what}: {len(more)} reports came of one file")
        seen.expect(brought.joinpath(file.name).exists(), f"{what}: the file is gone")
        shutil.rmtree(folder)
    fill(tmp_path / "last", [])
    expect_tidy(seen, tmp_path / "last", home, brought)
    seen.settle()


@in_torture_only
def test_a_kill_during_an_export(tmp_path: Path) -> None:
    seen = outcome("SIGKILL during an export")
    chance = dice("kill", "export")
    folder, home, target = tmp_path / "data", tmp_path / "home", tmp_path / "target"
    target.mkdir()
    fill(folder, [make_report(78, paragraphs=150)])
    mixed = 0
    for number in range(runs(24)):
        seen.runs += 1
        after = chance.uniform(0.0, 3.0)
        what = f"kill {number}, {after:.3f} s after the first began"
        orders = Orders("export", target=str(target))
        killed_at_work(seen, what, after, is_done, folder=folder, home=home, orders=orders)
        written = list(target.glob("bao-cao-*"))
        for path in written:
            seen.expect(_is_whole(path), f"{what}: {path.name} is half written")
        mixed += len(written) % 2
    expect_tidy(seen, folder, home, target)
    seen.lost = f"nothing (after {mixed} kills one new file was there of two)"
    seen.settle()


def _is_whole(path: Path) -> bool:
    content = path.read_bytes()
    if path.suffix == ".pdf":
        return content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")
    with zipfile.ZipFile(path) as parts:
        return parts.testzip() is None


def expect_tidy(seen: Outcome, folder: Path, home: Path, target: Path) -> None:
    """See that nothing temporary is left after the next start and its end."""
    program = StartedProgram(folder, home, LOOK)
    seen.expect(program.wait_for(is_shown, SHOWN_SECONDS), f"no start: {program.complaint}")
    end = time.monotonic() + 5
    while _left_in(target) and time.monotonic() < end:
        time.sleep(0.05)
    program.ask_to_end()
    left = [*_left_in(target), *(path.relative_to(home).as_posix() for path in (home / "tmp").iterdir())]
    seen.expect(not left, f"left behind after the next start: {left}")


def _left_in(target: Path) -> list[str]:
    return [path.name for path in target.iterdir() if path.name.startswith((".", "~"))]
