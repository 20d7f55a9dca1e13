"""Where the database is empty or gone, but its folder says that there were reports, no empty list comes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from danvan_desktop.errors import UserError
from danvan_desktop.report.model import Report
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.opening import Leftovers, Unattended, open_store
from tests.torture.filled_folders import (
    OFFICES,
    clock,
    fill,
    look_into,
    make_reports,
    newest,
    with_paragraph,
    zero_page,
)
from tests.torture.older_databases import fill_older
from tests.torture.outcomes import outcome

DATABASE, WAL = DATABASE_NAME, f"{DATABASE_NAME}-wal"


class Chooser(Unattended):
    """Takes the first that is offered, or nothing."""

    def __init__(self, *, takes: bool) -> None:
        self.takes = takes
        self.asked: list[Leftovers] = []

    def choose(self, found: Leftovers) -> Path | None:
        self.asked.append(found)
        return found.candidates[0] if self.takes else None


def killed_folder(folder: Path) -> list[Report]:
    """A folder whose reports lie in the -wal for the most part, as after a kill."""
    reports = fill(folder, make_reports(3, paragraphs=8))
    store = open_store(folder, clock)
    draft = newest(store)
    changed = with_paragraph(store.load(draft.id), "Chỉ có trong -wal.")
    store.save(draft.id, changed, "")
    for name in (DATABASE, WAL):
        shutil.copy(folder / name, folder / f"{name}.kept")
    store.close()
    for name in (DATABASE, WAL):
        (folder / f"{name}.kept").replace(folder / name)
    return [*reports[:-1], changed]


def all_in_wal(folder: Path) -> list[Report]:
    """A folder of a first day that ended in a kill: the database has a header, the -wal has all."""
    store = open_store(folder, clock)
    reports = make_reports(2, paragraphs=8)
    for report in reports:
        store.create(report)
    store.keep_offices(OFFICES)
    kept = {name: (folder / name).read_bytes() for name in (DATABASE, WAL)}
    store.close()
    for name, content in kept.items():
        (folder / name).write_bytes(content)
    return reports


def after_a_rescue(folder: Path) -> list[Report]:
    """A folder with a "-hong-" copy, whose database was deleted then."""
    reports = fill(folder, make_reports(3, paragraphs=8))
    database = folder / DATABASE
    zero_page(database, 1)
    look_into(folder)
    database.unlink()
    return reports


def after_a_migration(folder: Path) -> list[Report]:
    """A folder with the copy made before a migration, whose database was deleted then."""
    reports = make_reports(3, paragraphs=8)
    fill_older(folder, reports, 3)
    look_into(folder)
    (folder / DATABASE).unlink()
    return reports


def empty(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


def gone(folder: Path) -> None:
    (folder / DATABASE).unlink(missing_ok=True)


CASES: dict[str, tuple[Callable[[Path], list[Report]], Callable[[Path], None]]] = {
    "length zero beside its -wal": (all_in_wal, empty),
    "absent beside its -wal": (all_in_wal, gone),
    "absent beside a -hong- copy": (after_a_rescue, gone),
    "length zero beside a -hong- copy": (after_a_rescue, empty),
    "absent beside a copy made before a migration": (after_a_migration, gone),
    "length zero beside a copy made before a migration": (after_a_migration, empty),
}


@pytest.mark.parametrize("case", CASES)
def test_a_question_comes_and_the_reports_come_back(case: str, place: Path) -> None:
    make, damage = CASES[case]
    seen = outcome(f"database of {case}".replace("of absent", "absent"))
    reports = make(place / "data")
    damage(place / "data")
    before = {path.name: path.read_bytes() for path in sorted((place / "data").iterdir())}

    seen.runs += 1
    with pytest.raises(UserError) as refused:
        look_into(place / "data")
    seen.hear(refused.value.message)
    after = {path.name: path.read_bytes() for path in sorted((place / "data").iterdir())}
    seen.expect(after == before, "nobody was there to be asked, and something was changed")

    for takes in (True, False):
        seen.runs += 1
        folder = place / f"{takes}"
        shutil.copytree(place / "data", folder)
        chooser = Chooser(takes=takes)
        found = look_into(folder, chooser)
        seen.expect(len(chooser.asked) == 1, f"asked {len(chooser.asked)} times")
        if takes:
            for message in found.told:
                seen.hear(message)
            missing = [each.subject for each in reports if each not in found.reports]
            seen.expect(not missing, f"not brought back: {missing}")
            seen.expect(found.offices == OFFICES, "the offices are not brought back")
        else:
            kept = {path.read_bytes() for path in folder.iterdir()}
            lost = [name for name, content in before.items() if content and content not in kept]
            seen.expect({*lost} <= {"danvan.lock"}, f"an empty list was wanted, and these went: {lost}")
            again = Chooser(takes=True)
            look_into(folder, again)
            seen.expect(not again.asked, "an empty list was wanted, and the question comes again")
    seen.settle()


def test_a_database_of_length_zero_in_a_used_folder_is_asked_about(place: Path) -> None:
    seen = outcome("database of length zero, nothing beside it")
    fill(place, make_reports(1))
    (place / "window.json").write_text("{}", encoding="utf-8")
    empty(place)
    seen.runs += 1
    with pytest.raises(UserError) as refused:
        look_into(place)
    seen.hear(refused.value.message)
    seen.lost = "all, told before anything is changed"
    seen.settle()


def test_an_absent_database_in_a_folder_that_was_never_used_is_no_question(place: Path) -> None:
    assert look_into(place / "new").reports == ()


def test_a_wal_after_a_kill_is_taken_over_as_ever(place: Path) -> None:
    seen = outcome("killed with reports in the -wal")
    reports = killed_folder(place)
    seen.runs += 1
    found = look_into(place)
    seen.expect(set(reports) <= set(found.reports), "a report is gone")
    seen.expect(found.told == (), f"told: {found.told}")
    seen.settle()
