"""The deadline of a report (*hạn gửi*) in words, and how many days are left."""

from dataclasses import replace
from datetime import date

from danvan_desktop.report.model import Request
from danvan_desktop.report.text.dates import short_date, whole_date, without_day


def days_left(request: Request | None, today: date) -> int | None:
    """Count the days from ``today`` to the deadline, below 0 when it has passed; None where it is open."""
    due = None if request is None else whole_date(request.due)
    return None if due is None else (due - today).days


def deadline_text(request: Request | None, today: date) -> str:
    """Write "Hạn gửi 15/12 (còn 6 ngày)", "(hôm nay)" or "(quá hạn 2 ngày)"; "" where there is none."""
    if request is None or (request.due.month is None and request.due.year is None):
        return ""
    due = request.due
    shown = replace(due, year=None) if due.year == today.year and due.day is not None else due
    name = f"Hạn gửi {without_day(due)}{short_date(shown)}"
    left = days_left(request, today)
    if left is None:
        return name
    if left == 0:
        return f"{name} (hôm nay)"
    return f"{name} (còn {left} ngày)" if left > 0 else f"{name} (quá hạn {-left} ngày)"
