"""The registry of rules on content: what each rule has to say of itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from danvan_desktop.checks import RULES, Finding, Rule, check
from danvan_desktop.report.model import Paragraph, Report
from danvan_desktop.report.walk import every_block

REPORT = Report("r", datetime(2025, 11, 24, tzinfo=UTC), 2025, "", opening=(Paragraph(1), Paragraph(2)))


def _empty_paragraphs(report: Report) -> Iterator[tuple[str, str]]:
    for _, block in every_block(report):
        if isinstance(block, Paragraph) and not block.runs:
            yield f"block:{block.id}", "Đoạn văn còn trống."


def _no_subject(report: Report) -> Iterator[tuple[str, str]]:
    if not report.subject:
        yield "subject", "Chưa có trích yếu."


EMPTY = Rule("empty", "warning", "Đoạn văn trống", "Thông lệ", _empty_paragraphs)
SUBJECT = Rule("subject", "error", "Trích yếu", "điểm a khoản 5 Mục II PL I", _no_subject)


def test_findings_come_rule_by_rule_and_in_reading_order() -> None:
    assert check(REPORT, (SUBJECT, EMPTY)) == (
        Finding("error", "subject", "subject", "Chưa có trích yếu."),
        Finding("warning", "empty", "block:1", "Đoạn văn còn trống."),
        Finding("warning", "empty", "block:2", "Đoạn văn còn trống."),
    )


def test_a_report_with_nothing_wrong_has_no_findings() -> None:
    assert check(replace(REPORT, subject="Kết quả"), (SUBJECT,)) == ()


def test_a_finding_is_one_line_of_vietnamese() -> None:
    assert str(Finding("error", "subject", "subject", "Chưa có trích yếu.")) == (
        "Không đúng quy định: subject: subject: Chưa có trích yếu."
    )
    assert "toàn văn bản" in str(Finding("info", "x", "", "y"))


def test_the_rules_have_ids_of_their_own_and_are_all_asked() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert check(REPORT) == check(REPORT, RULES)
