"""What is doubtful about issuing a report now."""

from dataclasses import replace
from datetime import date

from danvan_desktop.gui.issuing.issue_warning import doubts
from danvan_desktop.report.model import PartialDate, Report

TODAY = date(2026, 11, 24)


def test_nothing_is_asked_of_a_report_issued_today_with_nothing_open(sample: Report) -> None:
    today = PartialDate(TODAY.year, TODAY.month, TODAY.day)
    assert doubts(sample, today, TODAY) == ()
    assert doubts(sample, replace(today, day=25), TODAY) == (
        "Ngày ban hành 25/11/2026 chưa tới: hôm nay là 24/11/2026.",
    )
