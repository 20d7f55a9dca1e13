"""Sentences as reports have them: right ones raise no alarm, of wrong ones each slip is named."""

from pathlib import Path

import pytest

from danvan_desktop.checks import check
from tests.builders.example_reports import example_report

HERE = Path(__file__).parent
RIGHT = (HERE / "right.txt").read_text("utf-8").splitlines()
WRONG = [line.split(" | ") for line in (HERE / "wrong.txt").read_text("utf-8").splitlines()]


def test_right_sentences_raise_no_alarm() -> None:
    assert len(RIGHT) > 25
    assert [str(finding) for finding in check(example_report("\n".join(RIGHT)))] == []


@pytest.mark.parametrize(("rules", "sentence"), WRONG)
def test_each_slip_of_a_wrong_sentence_is_named(rules: str, sentence: str) -> None:
    found = {finding.rule for finding in check(example_report(sentence))}
    assert set(rules.split(", ")) <= found
