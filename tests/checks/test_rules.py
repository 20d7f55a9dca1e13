"""Every rule on content keeps what its examples say, and leaves our own sample alone."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from danvan_desktop.checks import LEVEL_LABELS, RULES, Finding, Rule, apply, check
from danvan_desktop.report.find.texts import texts
from danvan_desktop.report.model import Report
from tests.builders.example_reports import example_report

REPORT = Report("r", datetime(2025, 11, 24, tzinfo=UTC), 2025, "Kết  quả")
SPACES = next(rule for rule in RULES if rule.id == "spaces-doubled")

BAD = [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in RULES for text in rule.bad]
GOOD = [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in RULES for text in rule.good]


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_what_is_bad_is_found_and_its_fix_passes(rule: Rule, text: str) -> None:
    report = example_report(text)
    found = check(report, [rule])
    assert found
    standing = {placed.place: placed.text for placed in texts(report)}
    for finding in found:
        assert finding.at is None or standing[finding.at][finding.start : finding.end] == finding.found != ""
    if rule.safe:
        assert all(finding.safe for finding in found)
        assert check(apply(report, found), [rule]) == ()
    else:
        assert not any(finding.safe for finding in found)
        assert apply(report, found) == report


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_message_is_a_sentence_that_shows_what_is_right(rule: Rule, text: str) -> None:
    for finding in check(example_report(text), [rule]):
        assert re.match(r"[“A-ZĐỞ\d]", finding.message)
        assert re.search(r"[^.…][.”]$|\.\.\.”\.$", finding.message)
        assert "{" not in finding.message
        assert len(finding.message) < 260


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_what_is_good_is_left_alone(rule: Rule, text: str) -> None:
    assert check(example_report(text), [rule]) == ()


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_all_fixes_made_twice_change_nothing_more(rule: Rule, text: str) -> None:
    report = example_report(text)
    for _ in range(3):  # a fix may lie over another, which is then made in the next round
        report = apply(report, check(report))
    assert apply(report, check(report)) == report


def test_our_own_sample_has_nothing_wrong(sample: Report) -> None:
    assert [str(finding) for finding in check(sample)] == []


def test_each_rule_says_what_it_is() -> None:
    assert len({rule.id for rule in RULES}) == len({rule.title for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.level in {"error", "warning", "info"}
        assert rule.title
        assert rule.source
        assert rule.bad
        assert rule.good
        assert rule.level != "error" or rule.source != "Thông lệ", rule.id


def test_a_rule_that_is_switched_off_finds_nothing() -> None:
    assert [finding.rule for finding in check(REPORT)] == ["spaces-doubled"]
    assert check(REPORT, off={"spaces-doubled"}) == ()


def test_a_finding_stands_at_its_words() -> None:
    (finding,) = check(REPORT, (SPACES,))
    assert finding == Finding(
        "warning",
        "spaces-doubled",
        "subject",
        "“Kết  quả” có nhiều dấu cách liền nhau, hãy chỉ để một dấu cách.",
        "Kết  quả",
        "Kết quả",
        "Thông lệ",
        safe=True,
        at=finding.at,
        start=0,
        end=8,
    )
    assert finding.at is not None
    assert finding.at.field == "subject"
    assert check(replace(REPORT, subject="Kết quả"), (SPACES,)) == ()


def test_a_finding_is_one_line_of_vietnamese() -> None:
    assert str(Finding("error", "subject", "subject", "Chưa có trích yếu.")) == (
        "Không đúng quy định: subject: subject: Chưa có trích yếu."
    )
    assert "toàn văn bản" in str(Finding("info", "x", "", "y"))
    assert set(LEVEL_LABELS) == {"error", "misspelt", "warning", "info", "doubtful"}
