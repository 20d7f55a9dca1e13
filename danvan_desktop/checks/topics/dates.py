"""Dates: days that the calendar does not have, and zeros before days and months."""

import re

from danvan_desktop.checks.patterns import by_pattern
from danvan_desktop.checks.rule import Rule
from danvan_desktop.report.model import PartialDate
from danvan_desktop.report.text.dates import whole_date

ZEROS = "điểm b khoản 4 Mục II PL I"
"""A zero stands before days below 10 and before the months 1 and 2; it is asked of the date of issue."""
_LEAP_YEAR = 2024
_NOT_BEFORE = r"(?<![\d/.,-])"
_NOT_BEHIND = r"(?![\d/-]|[.,]\d)"
_YEAR = r"(?:19|20)\d\d"


def _is_in_calendar(day: int, month: int, year: int) -> bool:
    return whole_date(PartialDate(year, month, day)) is not None


def _impossible(hit: "re.Match[str]") -> str | None:
    """Let be what the calendar has; a day without its year may be of a leap year."""
    day, month, *year = map(int, re.findall(r"\d+", hit[0]))
    return None if _is_in_calendar(day, month, *year or [_LEAP_YEAR]) else ""


def _with_zeros(hit: "re.Match[str]") -> str | None:
    """Write day and month as the decree does; a date that cannot be is another rule's matter."""
    before, day, between, month, behind = (each for each in hit.groups() if each is not None)
    if not _is_in_calendar(int(day), int(month), int(behind[-4:])):
        return None
    return f"{before}{int(day):02}{between}{int(month):0{2 if int(month) < 3 else 1}}{behind}"


RULES = (
    Rule(
        "date-impossible",
        "error",
        "Ngày không có trong lịch",
        "Dương lịch",
        by_pattern(
            rf"{_NOT_BEFORE}\d{{1,2}}(?:/|\s+tháng\s+)\d{{1,2}}(?:/|\s+năm\s+){_YEAR}{_NOT_BEHIND}"
            rf"|(?<=ngày )\d{{1,2}}/\d{{1,2}}{_NOT_BEHIND}"
            rf"|(?<=ngày )\d{{1,2}}([.-])\d{{1,2}}\1{_YEAR}{_NOT_BEHIND}",
            "Lịch không có ngày “{found}”, hãy xem lại.",
            _impossible,
        ),
        bad=("ngày 31/11/2025", "ngày 30 tháng 02 năm 2025", "đến ngày 31/6", "ngày 31-11-2025"),
        good=("ngày 30/11/2025", "ngày 29/02/2024", "ngày 29/2", "ngày 30-11-2025", "số 35/13/2025-X"),
    ),
    Rule(
        "date-zeros",
        "warning",
        "Số 0 trước ngày, tháng",
        ZEROS,
        by_pattern(
            rf"{_NOT_BEFORE}()(\d{{1,2}})(/)(\d{{1,2}})(/{_YEAR}){_NOT_BEHIND}"
            rf"|(?<!\w)(ngày\s+)(\d{{1,2}})(\s+tháng\s+)(\d{{1,2}})(\s+năm\s+{_YEAR}){_NOT_BEHIND}",
            "Chỉ thêm số 0 trước ngày nhỏ hơn 10 và trước tháng 1, tháng 2: “{better}”.",
            _with_zeros,
        ),
        bad=("ngày 12/09/2022", "ngày 3/2/2025", "ngày 5 tháng 03 năm 2025", "(08/03/2025)"),
        good=("ngày 12/9/2022", "ngày 03/02/2025", "ngày 05 tháng 3 năm 2025", "31/06/2025", "Tháng 03/2025"),
        safe=True,
    ),
)
