"""Runs of words without marks are found, nearly all, in text that the table was not made of."""

import pytest

from danvan_desktop.checks.proof.proofreader import proofreader
from tests.proof.measure import paragraphs
from tests.proof.unmarked_runs import measure_runs, without_marks


def test_marks_are_taken_off() -> None:
    assert without_marks("Đồng bào được cải cách, ưỡn ẹo") == "Dong bao duoc cai cach, uon eo"


@pytest.mark.parametrize(("length", "most_missed"), [(2, 0.1), (4, 0.05)])
def test_nearly_all_are_found(length: int, most_missed: float) -> None:
    made, found, right = measure_runs(proofreader(), paragraphs("development.txt"), length)
    assert made > 200
    assert made - found <= most_missed * made
    assert right >= 0.6 * found
