"""SIGKILL during a backup, a restore from one and the move to another PC: reports and copies stay whole."""

import shutil
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.report.model import Report
from danvan_desktop.store.backup.backup import Backup
from danvan_desktop.store.backup.soundness import UnsoundCopyError, state_of
from danvan_desktop.store.connection.lock import LOCK_NAME
from danvan_desktop.store.opening import open_store
from tests.torture.amounts import IS_SHORT, chosen, dice, runs
from tests.torture.filled_folders import OFFICES, clock, fill, look_into, make_reports
from tests.torture.outcomes import Outcome, outcome
from tests.torture.test_kills_at_work import expect_tidy, is_done, killed_at_work
from tests.torture.typist import Orders

TASKS = ("backup", "restore", "move")
MOST_SECONDS = 2.5
"""In which several rounds of each are done."""


def bare(reports: list[Report]) -> list[str]:
    """What the reports say, without whose they are."""
    return [repr(replace(report, id="")) for report in reports]


@pytest.mark.parametrize("task", chosen(TASKS, "backup"))
def test_a_kill_during(task: str, tmp_path: Path) -> None:
    chance = dice("kill", task)
    seen = outcome(f"SIGKILL during {task}, again and again")
    made, home = tmp_path / "made", tmp_path / "home"
    kept = fill(made, make_reports(6 if IS_SHORT else 30))
    for number in range(runs(40)):
        seen.runs += 1
        folder, target = tmp_path / "data", tmp_path / "second"
        shutil.copytree(made, folder)
        (folder / LOCK_NAME).unlink(missing_ok=True)
        target.mkdir()
        if task == "restore":
            with closing(open_store(folder, clock)) as store:
                assert Backup(store.file).round(None).made is not None
        after = chance.uniform(0.0, MOST_SECONDS)
        what = f"kill {number} during {task}, {after:.3f} s after the first was done"
        orders = Orders(task, tag=f"{chr(97 + number % 26)}x", target=str(target))
        killed_at_work(seen, what, after, is_done, folder=folder, home=home, orders=orders)
        expect_reports(seen, what, task, folder, kept)
        expect_copies(seen, what, folder, target)
        if task == "move":
            expect_tidy(seen, folder, home, target)
        shutil.rmtree(folder)
        shutil.rmtree(target)
    seen.settle()


def expect_reports(seen: Outcome, what: str, task: str, folder: Path, kept: list[Report]) -> None:
    """See that the next start has every report, and beside them none but whole ones out of the copy."""
    found = look_into(folder)
    for message in found.told:
        seen.hear(message)
    untouched = kept[:-1]  # the last one is typed into
    missing = [report.subject for report in untouched if report not in found.reports]
    seen.expect(not missing, f"{what}: missing at the next start: {missing}")
    seen.expect(found.offices == OFFICES, f"{what}: other offices")
    seen.expect(not found.parts, f"{what}: {len(found.parts)} reports are damaged")
    known = set(bare(kept))
    strange = [text for text in bare(list(found.reports)) if text not in known]
    seen.expect(len(strange) <= (0 if task == "restore" else 1), f"{what}: {len(strange)} strange reports")
    seen.expect(task == "restore" or len(found.reports) == len(kept), f"{what}: {len(found.reports)} reports")


def expect_copies(seen: Outcome, what: str, folder: Path, target: Path) -> None:
    """See that each copy is whole wherever it lies, and that nothing half written is left after a start."""
    for path in [*folder.glob("sao-luu/*"), *target.rglob("*.sqlite3")]:
        try:
            state = state_of(path)
        except UnsoundCopyError as error:
            seen.expect(False, f"{what}: {path.name} is no sound copy: {error}")
        else:
            seen.expect(state.damaged == 0 and state.reports > 0, f"{what}: {path.name} holds {state}")
    for path in target.glob("*.danvan-toan-bo"):
        with zipfile.ZipFile(path) as package:
            seen.expect(package.testzip() is None, f"{what}: {path.name} is damaged")
