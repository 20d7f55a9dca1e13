"""Thinning: what is young stays whole, what is old by the hour, the day, the week; kept ones for ever."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.store.history.thinning import DAILY_DAYS, to_let_go
from danvan_desktop.store.history.version_rows import VersionRow
from tests.store.stored_reports import MOMENT

TODAY = 1000


def row(number: int, age: timedelta, reason: str = "work", name: str | None = None) -> VersionRow:
    taken = MOMENT - age
    day = TODAY - (MOMENT.date() - taken.date()).days
    return VersionRow(number, 1, taken.isoformat(), day, reason, name, None, "")


def left(*rows: VersionRow, now: datetime = MOMENT, day: int = TODAY) -> list[int]:
    gone = {each.number for each in to_let_go(rows, now, day)}
    return [each.number for each in rows if each.number not in gone]


def aged(*ages: timedelta) -> list[VersionRow]:
    return [row(number, age) for number, age in enumerate(sorted(ages, reverse=True))]


def test_all_of_the_last_day_stay() -> None:
    rows = aged(*(timedelta(minutes=10 * number) for number in range(60)))
    assert len(left(*rows)) == 60


def test_the_last_of_each_hour_stays_for_a_week() -> None:
    start = timedelta(days=3, hours=2, minutes=32)  # at eight o'clock
    rows = aged(*(start - timedelta(minutes=10 * number) for number in range(12)), timedelta(0))
    assert left(*rows) == [5, 11, 12]


def test_the_last_of_each_day_stays_for_two_months() -> None:
    rows = aged(
        *(timedelta(days=days, hours=hour) for days in range(10, 40) for hour in (0, 1)), timedelta(0)
    )
    assert len(left(*rows)) == 31


def test_each_of_thirty_days_and_more_can_be_had() -> None:
    rows = aged(*(timedelta(days=days) for days in range(DAILY_DAYS)))
    assert len(left(*rows)) == DAILY_DAYS >= 30


def test_the_last_of_each_week_stays_after_that() -> None:
    rows = aged(*(timedelta(days=days) for days in range(70, 140)), timedelta(0))
    assert 11 <= len(left(*rows)) <= 12


def test_named_ones_and_those_that_left_the_house_stay_for_ever() -> None:
    old = timedelta(days=300)
    rows = [
        row(1, old, name="Bản gửi chị Hà"),
        row(2, old, "exported"),
        row(3, old, "issued"),
        row(4, old, "opened"),
        row(5, old, "closed"),
        row(6, timedelta(0)),
    ]
    assert left(*rows) == [1, 2, 3, 5, 6]


def test_the_newest_stays_whatever_the_clock_says() -> None:
    assert left(row(1, timedelta(days=900)), row(2, timedelta(days=900))) == [2]


def test_a_clock_that_went_ahead_lets_nothing_go() -> None:
    rows = aged(*(timedelta(minutes=10 * number) for number in range(30)))
    assert len(left(*rows, now=MOMENT + timedelta(days=4000), day=TODAY)) == 30


def test_where_the_days_are_counted_anew_the_clock_alone_counts() -> None:
    rows = [row(1, timedelta(days=300)), row(2, timedelta(days=300)), row(3, timedelta(0))]
    assert left(*rows, day=1) == [2, 3]


def test_a_row_whose_time_cannot_be_read_stays() -> None:
    odd = VersionRow(1, 1, "hôm qua", 1, "work", None, None, "")
    assert left(odd, row(2, timedelta(0))) == [1, 2]


@given(st.lists(st.integers(0, 400 * 24 * 6), max_size=60))
def test_nothing_that_stayed_today_was_gone_before(ages: list[int]) -> None:
    """What is let go does not come back, and the newest of every stretch is never let go before its time."""
    rows = aged(*(timedelta(minutes=10 * age) for age in ages))
    once = left(*rows)
    kept = [each for each in rows if each.number in once]
    assert left(*kept) == once
