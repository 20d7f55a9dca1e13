"""A deadline in words, and the days that are left."""

from datetime import date

import pytest

from danvan_desktop.report.model import PartialDate, Request
from danvan_desktop.report.text.deadline import days_left, deadline_text

REQUEST = Request(due=PartialDate(2025, 12, 15))


@pytest.mark.parametrize(
    ("today", "left", "text"),
    [
        (date(2025, 12, 9), 6, "Hạn gửi 15/12 (còn 6 ngày)"),
        (date(2025, 12, 15), 0, "Hạn gửi 15/12 (hôm nay)"),
        (date(2025, 12, 17), -2, "Hạn gửi 15/12 (quá hạn 2 ngày)"),
        (date(2026, 1, 1), -17, "Hạn gửi 15/12/2025 (quá hạn 17 ngày)"),
    ],
)
def test_the_deadline_says_how_many_days_are_left(today: date, left: int, text: str) -> None:
    assert days_left(REQUEST, today) == left
    assert deadline_text(REQUEST, today) == text


@pytest.mark.parametrize(
    ("request_", "text"),
    [
        (None, ""),
        (Request(), ""),
        (Request(due=PartialDate(2025, 12)), "Hạn gửi tháng 12/2025"),
        (Request(due=PartialDate(2025)), "Hạn gửi năm 2025"),
        (Request(due=PartialDate(2025, 11, 31)), "Hạn gửi 31/11"),
    ],
)
def test_a_deadline_that_is_not_whole_has_no_days(request_: Request | None, text: str) -> None:
    assert days_left(request_, date(2025, 12, 1)) is None
    assert deadline_text(request_, date(2025, 12, 1)) == text
