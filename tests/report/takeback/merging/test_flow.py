"""A report in a row and back: nothing is lost; a Mục behind the closing words keeps its place in the text."""

from hypothesis import given

from danvan_desktop.report.model import Paragraph, Report, Run, Section
from danvan_desktop.report.takeback.merging.flow import FlowEntry, in_row, with_row
from tests.builders.reports import NOW
from tests.builders.strategies import reports

FIRST = Section(1, "situation", "I.", title=(Run("TÌNH HÌNH"),), blocks=(Paragraph(2, runs=(Run("Một."),)),))
CLOSING = Paragraph(3, runs=(Run("Trên đây là báo cáo."),))
REPORT = Report("r", NOW, 2025, "Trích yếu", 6, sections=(FIRST,), closing=(CLOSING,))
LATER = Section(4, "other", "II.", title=(Run("ĐỀ XUẤT"),))


@given(reports())
def test_a_report_put_in_a_row_is_the_same_again(report: Report) -> None:
    assert with_row(report, in_row(report)) == report


def test_closing_words_before_a_new_heading_stand_where_they_stood() -> None:
    row = [*in_row(REPORT), FlowEntry(("new", 4), LATER), FlowEntry(("new", 5), Paragraph(5))]
    made = with_row(REPORT, row)
    assert [[block.id for block in section.blocks] for section in made.sections] == [[2, 3], [5]]
    assert made.closing == ()


def test_closing_words_behind_all_headings_are_the_closing() -> None:
    row = in_row(REPORT)
    row.insert(2, FlowEntry(("new", 4), LATER))
    made = with_row(REPORT, row)
    assert [section.id for section in made.sections] == [1, 4]
    assert made.closing == (CLOSING,)
