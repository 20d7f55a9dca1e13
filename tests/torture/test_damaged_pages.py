"""A zeroed page costs at most one report, and three flipped bits change no text unseen."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.report.model import Report
from danvan_desktop.store.connection import database
from danvan_desktop.store.connection.database_paths import DATABASE_NAME
from danvan_desktop.store.opening import open_store
from danvan_desktop.store.rows.contents import PAGE_BYTES
from tests.store.stored_reports import found as looked_for
from tests.torture.amounts import IS_SHORT, dice, runs
from tests.torture.filled_folders import (
    OFFICES,
    Found,
    clock,
    fill,
    look_into,
    make_reports,
    paragraphs,
    zero_page,
)
from tests.torture.outcomes import Outcome, outcome

REPORTS = 8
_IN_A_PAGE = 3 * PAGE_BYTES // 200
"""A page and the two paragraphs that reach into it hold no more paragraphs of at least 200 bytes."""


@pytest.fixture(scope="module")
def sound(memory: Path) -> tuple[Path, list[Report]]:
    """A folder with eight reports and two offices, and what is in it."""
    folder = memory / "sound"
    return folder, fill(folder, make_reports(REPORTS))


def copies(sound: Path, target: Path) -> Iterator[tuple[int, Path]]:
    """Folders to be damaged, one after the other, with their number."""
    number = 0
    while True:
        folder = target / str(number)
        shutil.copytree(sound, folder)
        yield number, folder
        shutil.rmtree(folder)
        number += 1


def test_each_page_zeroed_in_turn_costs_at_most_one_report(
    sound: tuple[Path, list[Report]], place: Path
) -> None:
    folder, reports = sound
    pages = (folder / DATABASE_NAME).stat().st_size // PAGE_BYTES
    chosen = dice("pages").sample(range(pages), 12) if IS_SHORT else range(pages)
    seen = outcome(f"one page of {pages} zeroed, {REPORTS} reports")
    costs = unseen = 0
    for page, (_, damaged) in zip(chosen, copies(folder, place), strict=False):
        zero_page(damaged / DATABASE_NAME, page)
        seen.runs += 1
        found = look_into(damaged)
        lost = check(seen, f"page {page}", reports, found)
        seen.expect(len(lost) <= 1, f"page {page}: {len(lost)} reports are not whole")
        unseen += not_found(found, damaged)
        costs += len(lost)
    seen.lost = (
        f"{costs} reports not whole in {seen.runs} files, all their other paragraphs offered; "
        f"{unseen} reports not found by a phrase"
    )
    seen.settle()


def test_a_zeroed_page_of_a_large_file_is_found_behind_the_window(
    sound: tuple[Path, list[Report]], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large file the opening checks the list alone; the start after that makes the file whole."""
    monkeypatch.setattr(database, "LARGE_BYTES", 0)
    folder, reports = sound
    pages = (folder / DATABASE_NAME).stat().st_size // PAGE_BYTES
    chosen = dice("large").sample(range(pages), 6) if IS_SHORT else range(pages)
    seen = outcome(f"one page of {pages} zeroed in a large file")
    costs = 0
    for page, (_, damaged) in zip(chosen, copies(folder, place), strict=False):
        zero_page(damaged / DATABASE_NAME, page)
        seen.runs += 1
        try:
            told = checked_behind_the_window(damaged)
            found = look_into(damaged)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a miss
            seen.expect(False, f"page {page}: {type(error).__name__}: {error}")
            continue
        lost = check(seen, f"page {page}", reports, replace(found, told=(*told, *found.told)))
        seen.expect(len(lost) <= 1, f"page {page}: {len(lost)} reports are not whole")
        costs += len(lost)
    seen.lost = f"{costs} reports not whole in {seen.runs} files, all their other paragraphs offered"
    seen.settle()


def checked_behind_the_window(folder: Path) -> tuple[str, ...]:
    """Start, list and check as the window does; what is told."""
    with closing(open_store(folder, clock)) as store:
        store.drafts()
        store.begin_check()
        if store._check is not None:
            store._check.wait()
        return store.news()


def test_three_flipped_bits_are_found_or_change_nothing(
    sound: tuple[Path, list[Report]], place: Path
) -> None:
    folder, reports = sound
    size = (folder / DATABASE_NAME).stat().st_size
    seen = outcome("three bits flipped")
    bits = dice("bits")
    found_damaged = 0
    for number, damaged in copies(folder, place):
        if number == runs(60, least=12):
            break
        content = bytearray((damaged / DATABASE_NAME).read_bytes())
        flipped = [(bits.randrange(size), bits.randrange(8)) for _ in range(3)]
        for at, bit in flipped:
            content[at] ^= 1 << bit
        (damaged / DATABASE_NAME).write_bytes(content)
        seen.runs += 1
        found = look_into(damaged)
        lost = check(seen, f"bits {flipped}", reports, found)
        not_found(found, damaged)
        seen.expect(len(lost) <= 3, f"bits {flipped}: {len(lost)} reports are not whole")
        found_damaged += bool(found.told)
    seen.lost = f"{found_damaged} of {seen.runs} files told to be damaged, in the others nothing was changed"
    seen.settle()


def check(seen: Outcome, what: str, reports: list[Report], found: Found) -> list[Report]:
    """See that nothing is another text, that what is lost is told and its rest is offered; what is lost."""
    for message in found.told:
        seen.hear(message)
    by_id = {report.id: report for report in found.reports}
    lost = [report for report in reports if report.id not in by_id]
    told = " ".join(found.told)
    changed = [
        each.subject for each in reports if by_id.get(each.id, each) != each and each.subject not in told
    ]
    seen.expect(not changed, f"{what}: silently another text: {changed}")
    seen.expect(found.offices == OFFICES, f"{what}: offices lost, told: {found.told}")
    if lost:
        seen.expect(bool(found.told), f"{what}: nothing is told of {[report.subject for report in lost]}")
    for report in lost:
        gone = [text for text in paragraphs(report) if text not in found.texts]
        seen.expect(len(gone) <= _IN_A_PAGE, f"{what}: {len(gone)} paragraphs of a report are not offered")
    titles = {report.subject for report in found.reports} - set(found.titles)
    seen.expect(not titles, f"{what}: the list shows other titles than {titles}: {found.titles}")
    return lost


def not_found(found: Found, folder: Path) -> int:
    """How many reports are not found by what only they say."""
    with closing(open_store(folder, clock)) as store:
        return sum(
            report.subject
            not in [each.title for each in looked_for(store, f'"{paragraphs(report)[-2].partition(":")[0]}"')]
            for report in found.reports
        )
