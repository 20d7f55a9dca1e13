"""A text of one endless word, of spaces or of one phrase over and over is checked in no time to speak of."""

import time

import pytest

from danvan_desktop.checks import check
from tests.builders.example_reports import example_report

LETTERS = 12_000
SECONDS = 6.0
"""Of all rules together; gone through from each of its letters, a single rule took as long."""


@pytest.mark.parametrize(
    "piece", ["a", "A", "1", "a ", "1 ", ".", "a,", "(", "“", "1/1", "a-", "1 người, trong đó ", "UBND "]
)
def test_a_rule_does_not_go_through_a_text_from_each_of_its_letters(piece: str) -> None:
    report = example_report(piece * (LETTERS // len(piece)))
    begun = time.process_time()
    check(report)
    assert time.process_time() - begun < SECONDS
