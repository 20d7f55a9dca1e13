"""Draft and signing copy: what each bears, and where the report stands afterwards."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from danvan_desktop.layout import nd30
from danvan_desktop.report.lifecycle.filename import Paper
from danvan_desktop.report.lifecycle.outgoing_copies import after_export, copy_for, next_round
from danvan_desktop.report.lifecycle.states import issue, move, rounds, state_label
from danvan_desktop.report.model import Marks, PartialDate, Report, Settings, State

THEN = datetime(2026, 11, 24, tzinfo=UTC)
NOW = datetime(2026, 11, 25, tzinfo=UTC)
REPORT = Report("r", THEN, 2026, "Kết quả công tác Dân vận năm 2026")


def test_each_draft_that_goes_out_counts_one_up() -> None:
    report = REPORT
    for number in (1, 2, 3):
        assert next_round(report) == number
        assert copy_for(report, "draft", number).marks.draft == number
        report = after_export(report, "draft", number, NOW)
        assert state_label(report) == f"Lấy ý kiến (lần {number})"
    again = after_export(report, "draft", 3, NOW)
    assert (again, next_round(again)) == (report, 4)


@pytest.mark.parametrize("paper", ["signing", "plain"])
@pytest.mark.parametrize("state", ["drafting", "consulting", "for_signing", "issued"])
def test_no_other_paper_can_bear_the_mark(paper: Paper, state: State) -> None:
    report = replace(REPORT, state=state, marks=Marks("KHẨN", 7, "TRẢ LẠI SAU KHI HỌP"))
    assert copy_for(report, paper, 8, wide=True).marks == Marks("KHẨN", None, "TRẢ LẠI SAU KHI HỌP")
    assert copy_for(report, paper, 8, wide=True).settings is None


def test_a_wide_draft_leaves_the_report_as_it_is() -> None:
    office = Settings(size_set=13)
    wide = copy_for(replace(REPORT, settings=office), "draft", 1, wide=True).settings
    assert wide == Settings(size_set=13, line_pitch_pt=nd30.LINE_PITCH_PT[13].high)
    fourteen = copy_for(REPORT, "draft", 1, wide=True).settings
    assert fourteen == Settings(line_pitch_pt=nd30.LINE_PITCH_PT[14].high)
    assert copy_for(REPORT, "draft", 1).settings is None


def test_the_signing_copy_ends_the_rounds_and_remembers_them() -> None:
    report = after_export(move(REPORT, "consulting", NOW), "signing", 0, NOW)
    assert (report.state, report.marks.draft, rounds(report)) == ("for_signing", None, 1)
    assert after_export(report, "signing", 0, THEN) == report
    assert next_round(report) == 2


def test_what_is_issued_stays_as_it_is() -> None:
    report = issue(REPORT, "12", PartialDate(2026, 12, 15), NOW)
    for paper in ("draft", "signing", "plain"):
        assert after_export(report, paper, 1, NOW) == report
