"""SIGKILL while versions are taken and restored: each that was called kept is there, the report is whole."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Report
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.connection.lock import LOCK_NAME
from danvan_desktop.store.drafts import Store
from danvan_desktop.store.opening import open_store
from tests.torture.amounts import chosen, dice, runs
from tests.torture.at_versions import round_text
from tests.torture.filled_folders import fill, make_report, newest, paragraphs
from tests.torture.outcomes import Outcome, outcome
from tests.torture.test_kills_at_work import is_kept, killed_at_work
from tests.torture.typist import Orders

FAULTS = {
    "keep versions": "SIGKILL while versions are taken",
    "restore versions": "SIGKILL while versions are restored",
}


@pytest.mark.parametrize("task", chosen(FAULTS, "restore versions"))
def test_a_kill_loses_no_version_that_was_called_kept(task: str, tmp_path: Path) -> None:
    chance = dice("versions", task)
    seen = outcome(FAULTS[task])
    home, made = tmp_path / "home", tmp_path / "made"
    fill(made, [make_report(90, paragraphs=150)])
    first = _first(made)
    versions = 0
    for number in range(runs(20)):
        seen.runs += 1
        folder = tmp_path / "data"
        shutil.copytree(made, folder)
        (folder / LOCK_NAME).unlink(missing_ok=True)
        after = chance.uniform(0.0, 1.5)
        what = f"kill {number}, {after:.3f} s after the first version"
        program = killed_at_work(seen, what, after, is_kept, folder=folder, home=home, orders=Orders(task))
        (folder / LOCK_NAME).unlink(missing_ok=True)
        with closing(open_store(folder)) as store:
            versions += _expect_versions(seen, what, store, program.heard.kept)
            _expect_report(seen, what, store, first)
            for line in store.news():
                seen.hear(line)
        seen.expect(_is_sound(folder / DATABASE_NAME), f"{what}: the file is damaged")
        shutil.rmtree(folder)
    seen.lost = f"nothing ({versions} versions in {seen.runs} files)"
    seen.settle()


def _first(folder: Path) -> Report:
    with closing(open_store(folder)) as store:
        return store.load(newest(store).id)


def _expect_versions(seen: Outcome, what: str, store: Store, kept: int) -> int:
    """See that each round that was called kept is a version with just its text."""
    found = {version.name: version for version in store.history.versions(newest(store).id)}
    for number in range(1, kept + 1):
        version = found.get(f"Bản {number}")
        if not seen.expect(version is not None, f"{what}: version {number} of {kept} is not there"):
            continue
        assert version is not None
        try:
            text = paragraphs(store.history.report(version.number))[0]
        except UserError as error:
            text = error.message
        seen.expect(text == round_text(number), f"{what}: {text}")
    return len(found)


def _expect_report(seen: Outcome, what: str, store: Store, first: Report) -> None:
    """See that the report is the first state, or that with the text of one round."""
    report = store.load(newest(store).id)
    section = report.sections[0]
    if section.blocks and "Vòng thứ" in paragraphs(report)[0]:
        section = replace(section, blocks=section.blocks[1:])
    seen.expect(section == first.sections[0], f"{what}: the report is neither of its states")


def _is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
