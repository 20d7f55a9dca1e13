"""All rules together, on texts with many slips: findings stand at their words, and fixes come to an end."""

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_desktop.checks import RULES, apply, check
from danvan_desktop.importers import read
from danvan_desktop.report.find.texts import texts
from danvan_desktop.report.model import Report
from danvan_desktop.report.walk import every_id
from tests.builders.example_reports import example_report
from tests.builders.strategies import reports

EXAMPLES = [text for rule in RULES for text in (*rule.bad, *rule.good)]
MOST_ROUNDS = 6


def fixed(report: Report) -> Report:
    """Make all safe fixes until none is left."""
    for _ in range(MOST_ROUNDS):
        report = apply(report, check(report))
    assert [str(finding) for finding in check(report) if finding.safe] == []
    return report


def hold_their_words(report: Report) -> None:
    standing = {placed.place: placed.text for placed in texts(report)}
    for finding in check(report):
        if finding.at is not None:
            assert standing[finding.at][finding.start : finding.end] == finding.found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(EXAMPLES), min_size=2, max_size=5), st.sampled_from([" ", ", ", "\n", ""]))
def test_any_mixture_of_slips_comes_to_an_end(parts: list[str], between: str) -> None:
    report = example_report(between.join(parts))
    hold_their_words(report)
    after = fixed(report)
    assert apply(after, check(after)) == after
    assert list(every_id(after)) == list(every_id(report))


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("aăâđĐỦủỷy UBND.,;:()“”-/0123456789%\u0301số ngày tháng"), max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    report = example_report(text)
    hold_their_words(report)
    fixed(report)


@settings(max_examples=60, deadline=None)
@given(reports())
def test_any_report_can_be_checked(report: Report) -> None:
    hold_their_words(report)
    after = apply(report, check(report))
    assert list(every_id(after)) == list(every_id(report))


def test_the_real_report_gets_what_it_needs(real_samples: Path) -> None:
    report = read(real_samples / "bao-cao-dan-van-2025.txt", datetime(2026, 1, 5, tzinfo=UTC))
    found = {finding.rule for finding in check(report)}
    assert found >= {
        *("dots", "symbol-spaces", "range-spaces", "capitals-of-names", "document-kind-small", "state-small"),
        *("people-small", "deputy-small", "citation-so", "citation-paper", "citation-detailing"),
        *(
            "citation-incomplete",
            "term-online-service",
            "spelling-list",
            "words-hyphen",
            "abbreviation-common",
        ),
    }
    after = fixed(report)
    left = {finding.rule for finding in check(after)}
    assert not left & {rule.id for rule in RULES if rule.safe}
    assert list(every_id(after)) == list(every_id(report))
