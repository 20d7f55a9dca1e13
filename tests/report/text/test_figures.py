"""Figures as offices write them, read and written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.text.figures import Figure, format_figure, growth, increase, parse_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1.234,5", Figure(Decimal("1234.5"))),
        ("52.914", Figure(Decimal(52914))),
        ("1.234.567", Figure(Decimal(1234567))),
        ("1234", Figure(Decimal(1234))),
        ("1 234 567,5", Figure(Decimal("1234567.5"))),
        ("1\u00a0234", Figure(Decimal(1234))),
        ("09", Figure(Decimal(9), padded=True)),
        ("0", Figure(Decimal(0))),
        ("+03", Figure(Decimal(3), padded=True)),
        ("-26", Figure(Decimal(-26))),
        ("− 26", Figure(Decimal(-26))),
        (" 85,9% ", Figure(Decimal("85.9"), percent=True)),
    ],
)
def test_a_figure_is_read(text: str, figure: Figure) -> None:
    assert parse_figure(text) == figure


@pytest.mark.parametrize(
    "text",
    ["", "1.5", "1,234.5", "12.34", "1.2345", "05/06", "1 5", "1 234.567", "2 tấn", "-", "%", "1,", "một"],
)
def test_what_is_no_vietnamese_figure_is_not_guessed(text: str) -> None:
    assert parse_figure(text) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1234.5", "1.234,5"),
        ("0", "0"),
        ("999", "999"),
        ("-52914", "-52.914"),
        ("2.50", "2,5"),
        ("100", "100"),
    ],
)
def test_a_figure_is_written(value: str, text: str) -> None:
    assert format_figure(Decimal(value)) == text


def test_rounding_is_half_up_and_never_leaves_minus_zero() -> None:
    assert format_figure(Decimal("33.35"), signed=True, places=1) == "+33,4"
    assert format_figure(Decimal("-0.04"), signed=True, places=1) == "0"


@pytest.mark.parametrize(
    ("now", "before", "more", "percent"),
    [
        ("12", "09", "+03", "+33,3"),
        ("386", "412", "-26", "-6,3"),
        ("52.914", "48.620", "+4.294", "+8,8"),
        ("5", "5", "0", "0"),
        ("05", "05", "0", "0"),
        ("06", "0", "+06", ""),
        ("87%", "78%", "+9 điểm %", ""),
        ("1,5", "1", "+0,5", "+50"),
        ("24", "12", "+12", "+100"),
        ("3", "-2", "+5", ""),
    ],
)
def test_increase_and_growth(now: str, before: str, more: str, percent: str) -> None:
    this, last = parse_figure(now), parse_figure(before)
    assert this is not None
    assert last is not None
    assert (increase(this, last), growth(this, last)) == (more, percent)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_what_is_written_is_read_again(value: Decimal) -> None:
    figure = parse_figure(format_figure(value))
    assert figure is not None
    assert figure.value == value
