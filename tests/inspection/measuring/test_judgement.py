"""What a measurement repeats of a text: whole where it is short, else cut at its end with "…"."""

import pytest

from danvan_desktop.inspection.measuring.judgement import QUOTED_LENGTH, judge, quoted
from danvan_desktop.inspection.sheet import Outcome, TextSpot


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nơi nhận:", "“Nơi nhận:”"),
        ("hai \n dòng", "“hai dòng”"),
        ("a" * QUOTED_LENGTH, "“" + "a" * QUOTED_LENGTH + "”"),
        ("a" * (QUOTED_LENGTH + 1), "“" + "a" * (QUOTED_LENGTH - 1) + "…”"),
        ("a" * (QUOTED_LENGTH - 2) + " bc", "“" + "a" * (QUOTED_LENGTH - 2) + "…”"),
    ],
)
def test_a_quotation_is_never_longer_than_its_room(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_the_same_fault_and_the_same_spot_are_told_once() -> None:
    found = judge("cỡ 13", ["không đậm", "không đậm"], [TextSpot("a"), TextSpot("a")])
    assert (found.outcome, found.measured) == (Outcome.WRONG, "cỡ 13; không đậm")
    assert found.spots == (TextSpot("a"),)
