"""Figures in texts as numbers, and what rounding may cost."""

from decimal import Decimal

import pytest

from danvan_desktop.checks.figures import step, value_of


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.386", "1386", "1"),
        ("98,5", "98.5", "0.1"),
        ("05", "5", "1"),
        ("0,25", "0.25", "0.01"),
        ("x", "0", "1"),
    ],
)
def test_a_figure_has_a_value_and_a_last_place(text: str, value: str, unit: str) -> None:
    assert (value_of(text), step(text)) == (Decimal(value), Decimal(unit))
