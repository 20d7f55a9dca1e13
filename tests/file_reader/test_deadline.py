"""The deadline moves on with what gets on, and hits what hangs and what only creeps."""

import pytest

from danvan_desktop.file_reader.deadline import Deadline
from danvan_desktop.file_reader.limits import TIME, TimeLimits

LIMITS = TimeLimits(start=20, silence=10, a_step=0.1)


def test_the_start_of_the_process_has_its_own_time() -> None:
    deadline = Deadline(LIMITS, now=100)
    assert deadline.left(100) == 20
    assert deadline.left(121) == 0


def test_what_begins_and_never_makes_another_step_has_its_time() -> None:
    deadline = Deadline(LIMITS, now=100)
    deadline.take(1, now=115)
    assert deadline.left(115) == 10
    assert deadline.left(124) == 1
    assert deadline.left(126) == 0


def test_what_gets_on_has_more_time_but_never_more_than_silence_allows() -> None:
    deadline = Deadline(LIMITS, now=0)
    deadline.take(1, now=0)
    deadline.take(100, now=5)
    assert deadline.left(5) == 10
    deadline.take(150, now=14)
    assert deadline.left(14) == 10
    assert deadline.left(24) == 0


def test_the_same_step_said_again_is_none() -> None:
    deadline = Deadline(LIMITS, now=0)
    deadline.take(1, now=0)
    deadline.take(100, now=5)
    deadline.take(100, now=9)
    assert deadline.left(9) == 6


def test_what_creeps_is_ended_though_it_is_never_silent() -> None:
    deadline = Deadline(LIMITS, now=0)
    for second in range(11):
        deadline.take(second + 1, now=second)
    assert deadline.left(10) == pytest.approx(1.1)


def test_what_the_disk_takes_is_not_counted_and_shows_that_it_gets_on() -> None:
    deadline = Deadline(LIMITS, now=0)
    deadline.take(1, now=0)
    for second in range(1, 61):
        deadline.take(1, now=second, waited=second)
    assert deadline.left(60) == 10
    assert deadline.left(69) == 1


def test_a_disk_that_gives_no_more_is_not_waited_for() -> None:
    deadline = Deadline(LIMITS, now=0)
    deadline.take(1, now=0)
    deadline.take(1, now=5, waited=5)
    assert deadline.left(16) == 0


@pytest.mark.parametrize("seconds_a_page", [0.2, 0.6, 1.0, 5.0])
def test_pages_that_take_long_are_ended_within_half_a_minute_and_heavy_ones_within_15_seconds(
    seconds_a_page: float,
) -> None:
    deadline, now, pages = Deadline(TIME, now=0), 0.0, 1
    deadline.take(1, now)
    while deadline.left(now) > seconds_a_page:
        now += seconds_a_page
        pages += 1
        deadline.take(pages, now)
    assert now + deadline.left(now) <= (15 if seconds_a_page >= 0.6 else 30)


def test_five_hundred_pages_of_an_old_machine_are_read_to_the_end() -> None:
    deadline, now = Deadline(TIME, now=0), 0.0
    deadline.take(1, now)
    for page in range(2, 502):
        now += 0.1
        assert deadline.left(now) > 0
        deadline.take(page, now)
