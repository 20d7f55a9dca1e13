"""The style that a report uses less is told; what decides a tie is the office's choice."""

from dataclasses import replace

from danvan_desktop.checks import check
from danvan_desktop.checks.topics.consistency import RULES
from danvan_desktop.report.model import Settings
from tests.builders.example_reports import example_report

TONES = next(rule for rule in RULES if rule.id == "tone-style")


def test_the_office_decides_where_both_stand_equally_often() -> None:
    report = example_report("Ủy ban và Uỷ ban")
    new = replace(report, settings=Settings(tone="new"))
    assert [finding.suggestion for finding in check(report, [TONES])] == ["Ủy"]
    assert [finding.suggestion for finding in check(new, [TONES])] == ["Uỷ"]
