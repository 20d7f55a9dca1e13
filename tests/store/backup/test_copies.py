"""The newest copies of days, weeks and months are kept; one with damaged reports drives out none without."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.store.backup.copies import (
    DAYS,
    MONTHS,
    WEEKS,
    BackupCopy,
    Kind,
    copies_in,
    copy_at,
    kept,
    name_of,
)

TODAY = date(2026, 11, 28)


def copy_of(day: date, *, asked: bool = False, lacking: bool = False) -> BackupCopy:
    moment = datetime(day.year, day.month, day.day, 10, 32, 5)  # noqa: DTZ001 - local time, as in names
    found = copy_at(Path(name_of(moment, asked=asked, lacking=lacking)))
    assert found is not None
    return found


def newest_first(copies: list[BackupCopy]) -> list[BackupCopy]:
    return sorted(copies, key=lambda copy: copy.order, reverse=True)


def used_daily(days: int) -> list[BackupCopy]:
    """What is there after so many days of use, each of which has made a copy and thinned the others."""
    there: list[BackupCopy] = []
    for number in reversed(range(days)):
        day = TODAY - timedelta(days=number)
        there = newest_first([*there, copy_of(day)])
        wanted = kept(there, day)
        there = [copy for copy in there if copy.path in wanted]
    return there


def days_kept(copies: list[BackupCopy], kind: Kind) -> list[date]:
    return [copy.day for copy in copies if kept(copies, TODAY)[copy.path] == kind]


def test_after_two_years_there_are_seven_days_some_weeks_and_twelve_months() -> None:
    there = used_daily(730)
    assert days_kept(there, "day") == [TODAY - timedelta(days=number) for number in range(DAYS)]
    weeks = days_kept(there, "week")
    assert all(day.isoweekday() == 7 or day.month != (day + timedelta(days=1)).month for day in weeks)
    assert 3 <= len(weeks) <= WEEKS
    months = [(copy.day.year, copy.day.month) for copy in there]
    assert len(set(months)) == MONTHS
    assert there[-1].day == date(2025, 12, 31)


def test_who_comes_back_after_a_year_finds_what_was_there() -> None:
    there = [copy_of(TODAY - timedelta(days=400 + number)) for number in range(DAYS)]
    assert set(kept(there, TODAY)) == {copy.path for copy in there}


def test_copies_asked_for_are_counted_by_themselves() -> None:
    days = [copy_of(TODAY - timedelta(days=number)) for number in range(DAYS)]
    asked = [copy_of(TODAY - timedelta(days=number), asked=True) for number in range(9)]
    wanted = kept(newest_first([*days, *asked]), TODAY)
    assert [wanted.get(copy.path) for copy in asked] == ["asked"] * 5 + [None] * 4
    assert all(copy.path in wanted for copy in days)


def test_a_copy_of_a_day_to_come_stays_and_takes_nobodys_place() -> None:
    strange = copy_of(date(2099, 1, 1))
    there = [strange, *used_daily(60)]
    assert set(kept(there, TODAY)) == {copy.path for copy in there}


@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2027, 1, 1)), st.booleans()), unique=True))
def test_copies_with_damaged_reports_drive_out_no_other(made: list[tuple[date, bool]]) -> None:
    copies = newest_first([copy_of(day, lacking=lacking) for day, lacking in made])
    sound = [copy for copy in copies if not copy.is_lacking]
    wanted = kept(copies, TODAY)
    assert {path for path in wanted if "thieu" not in path.name} == set(kept(sound, TODAY))
    if copies:
        assert copies[0].path in wanted, "the newest is always kept"


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("lacking", [False, True])
def test_a_name_says_what_the_copy_is(*, asked: bool, lacking: bool) -> None:
    found = copy_of(TODAY, asked=asked, lacking=lacking)
    assert (found.day, found.moment is not None, found.is_lacking) == (TODAY, asked, lacking)


@pytest.mark.parametrize(
    "name",
    [
        "drafts-20261399.sqlite3",
        "drafts-20261128-256199.sqlite3",
        "drafts-v3-1.sqlite3",
        "x.sqlite3",
        "drafts-20261128.sqlite3.part",
    ],
)
def test_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert copies_in(tmp_path) == []


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert copies_in(tmp_path / "sao-luu") == []
