"""What is doubtful about issuing a report now."""

from dataclasses import replace
from datetime import date

from danvan_desktop.gui.issuing.issue_warning import doubts
from danvan_desktop.report.model import Paragraph, PartialDate, Report, Run

TODAY = date(2026, 11, 24)


def test_nothing_is_asked_of_a_report_issued_today_with_nothing_open(sample: Report) -> None:
    today = PartialDate(TODAY.year, TODAY.month, TODAY.day)
    assert doubts(sample, today, TODAY) == ()
    assert doubts(sample, replace(today, day=25), TODAY) == (
        "Ngày ban hành 25/11/2026 chưa tới: hôm nay là 24/11/2026.",
    )


def test_what_is_empty_is_named_before_it_is_issued(sample: Report) -> None:
    today = PartialDate(TODAY.year, TODAY.month, TODAY.day)
    empty = tuple(
        Paragraph(900 + at, "heading", number=f"{at}.", runs=(Run(f"Đề mục {at}"),)) for at in (1, 2, 3, 4)
    )
    (first, *rest) = sample.sections
    made = replace(
        sample,
        sections=(replace(first, blocks=(*first.blocks, *empty)), *rest),
        letterhead=replace(sample.letterhead, place=None),
    )
    assert doubts(made, today, TODAY) == (
        "Ô để trống: Địa danh.",
        "4 đề mục chưa có nội dung: “1. Đề mục 1”, “2. Đề mục 2”, “3. Đề mục 3” và 1 đề mục khác.",
    )
    assert doubts(replace(made, sections=sample.sections), today, TODAY) == ("Ô để trống: Địa danh.",)
