"""Whatever is in the data folder, a start shows the reports or says what to do."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from danvan_desktop.paths import LOG_NAME
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from tests.torture.amounts import chosen, in_torture_only
from tests.torture.filled_folders import fill, make_reports, zero_page
from tests.torture.older_databases import fill_older
from tests.torture.outcomes import Outcome, outcome
from tests.torture.small_drive import mounted
from tests.torture.started_program import StartedProgram
from tests.torture.typist import Orders

REPORTS = make_reports(3, paragraphs=8)
SHOWN_SECONDS = 20.0


def _sql(statement: str) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection, connection:
            connection.execute(statement)

    return act


def _empty(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"")
    (folder / "window.json").write_text("{}", encoding="utf-8")


def _garbage(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"khong phai du lieu" * 5000)


def _a_folder(folder: Path) -> None:
    (folder / DATABASE_NAME).unlink()
    (folder / DATABASE_NAME).mkdir()


def _dangling_link(folder: Path) -> None:
    (folder / DATABASE_NAME).unlink()
    (folder / DATABASE_NAME).symlink_to(folder / "nowhere" / "drafts.sqlite3")


def _older(folder: Path) -> None:
    (folder / DATABASE_NAME).unlink()
    fill_older(folder, REPORTS, 1)


def _moved_aside(folder: Path) -> None:
    (folder / DATABASE_NAME).rename(folder / "drafts-hong-20250101-000000.sqlite3")


def _damaged_preferences(folder: Path) -> None:
    (folder / "window.json").write_bytes(b"{\xff\x00")


CASES: dict[str, Callable[[Path], None]] = {
    "nothing wrong": lambda _: None,
    "database of length zero": _empty,
    "database of other bytes": _garbage,
    "first page zeroed": lambda folder: zero_page(folder / DATABASE_NAME, 0),
    "page of the list zeroed": lambda folder: zero_page(folder / DATABASE_NAME, 1),
    "a folder in the place of the database": _a_folder,
    "a link to nowhere in the place of the database": _dangling_link,
    "database of the first release": _older,
    "database of a later release": _sql("PRAGMA user_version = 999"),
    "only a -hong- copy": _moved_aside,
    "a table missing": _sql("DROP TABLE draft"),
    "modified damaged": _sql("UPDATE draft SET modified = 'x' WHERE id = 2"),
    "subject damaged": _sql("UPDATE draft SET subject = x'ff00' WHERE id = 2"),
    "year damaged": _sql("UPDATE draft SET year = 'một' WHERE id = 2"),
    "opened damaged": _sql("UPDATE draft SET opened = 'x' WHERE id = 2"),
    "remembered damaged": _sql("UPDATE remembered SET value = x'ff00'"),
    "office damaged": _sql("UPDATE office SET content = x'ff00'"),
    "window.json damaged": _damaged_preferences,
}
RESCUED = ("database of other bytes", "first page zeroed", "page of the list zeroed")
LOSES = ("database of length zero", "database of other bytes")


@pytest.mark.parametrize("case", chosen(CASES, "year damaged"))
def test_a_start_shows_the_reports_or_says_what_to_do(case: str, tmp_path: Path) -> None:
    fill(tmp_path / "data", REPORTS)
    CASES[case](tmp_path / "data")
    seen = outcome(f"start: {case}")
    check_start(seen, tmp_path / "data", tmp_path / "home", may_be_empty=case in LOSES)
    if case in RESCUED:
        seen.expect(bool(seen.told), "the file was rescued, and nothing is told")
    seen.settle()


@in_torture_only
@pytest.mark.parametrize("what", ["full", "read-only"])
def test_a_start_on_a_drive_that_takes_nothing(what: str, tmp_path: Path) -> None:
    with mounted(tmp_path / "small") as drive:
        if isinstance(drive, str):
            pytest.skip(f"no small filesystem can be mounted here: {drive}")
        seen = outcome(f"start: drive {what}")
        data = drive.root / "data"
        fill(data, REPORTS)
        if what == "full":
            drive.fill()
            check_start(seen, data, tmp_path / "home", may_be_empty=False)
        else:
            with drive.read_only():
                check_start(seen, data, tmp_path / "home", may_be_empty=False)
        seen.expect(seen.lost.startswith(f"{len(REPORTS)} of"), "the reports cannot be read and copied out")
        seen.settle()


def check_start(seen: Outcome, data: Path, home: Path, *, may_be_empty: bool) -> None:
    """Start, and see what is shown."""
    seen.runs += 1
    program = StartedProgram(data, home, Orders("look"))
    shown = program.wait_for(lambda heard: heard.listed is not None or bool(heard.messages), SHOWN_SECONDS)
    program.wait_for(lambda heard: heard.listed is not None, 1.0)
    program.kill()
    heard = program.heard
    for _, text in heard.messages:
        seen.hear(text)
    listed = heard.listed or 0
    seen.expect(shown, f"nothing is shown: {program.complaint}")
    seen.expect("Traceback" not in program.complaint, program.complaint)
    seen.expect(listed > 0 or bool(heard.messages), "an empty list, and nothing is told")
    seen.expect(
        listed >= len(REPORTS) or bool(heard.messages) or may_be_empty, f"{listed} reports, nothing told"
    )
    log = data / LOG_NAME
    text = log.read_text("utf-8") if log.exists() else ""
    seen.expect(bool(heard.messages) or "Traceback" not in text, f"only the log tells: {text[-700:]}")
    seen.lost = f"{listed} of {len(REPORTS)} reports listed" if heard.listed is not None else "not started"
