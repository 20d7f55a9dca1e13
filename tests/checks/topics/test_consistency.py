"""The style that a report uses less is told; what decides a tie is the office's choice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.checks import check
from danvan_desktop.checks.topics.consistency import RULES, moved_tone
from danvan_desktop.report.model import Settings
from tests.builders.example_reports import example_report

TONES = next(rule for rule in RULES if rule.id == "tone-style")


@given(st.sampled_from(["òa", "óa", "ỏe", "õe", "ọa", "ủy", "ÙY", "Úy"]))
def test_a_tone_mark_moves_there_and_back(pair: str) -> None:
    moved = moved_tone(pair)
    assert moved != pair
    assert moved_tone(moved) == pair


def test_the_office_decides_where_both_stand_equally_often() -> None:
    report = example_report("Ủy ban và Uỷ ban")
    new = replace(report, settings=Settings(tone="new"))
    assert [finding.suggestion for finding in check(report, [TONES])] == ["Ủy"]
    assert [finding.suggestion for finding in check(new, [TONES])] == ["Uỷ"]
