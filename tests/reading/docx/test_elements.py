"""Values of attributes, as programs write them."""

import pytest

from danvan_desktop.reading.docx.elements import EMU, HALF_POINTS, TWIPS, means_on, measure, whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("240", 240), ("240.0", 240), ("-5", -5)],
        *[(None, 7), ("", 7), ("x", 7), ("nan", 7), ("1e400", 7), ("99999999999999999999", 7)],
    ],
)
def test_a_whole_number_is_read_and_what_is_none_is_not(text: str | None, number: int) -> None:
    assert whole(text, 7) == number


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("240", TWIPS, 240),
        ("12pt", TWIPS, 240),
        ("28.35pt", TWIPS, 567),
        ("-1pt", TWIPS, -20),
        ("2.54cm", TWIPS, 1440),
        ("25.4mm", TWIPS, 1440),
        ("1in", TWIPS, 1440),
        ("6pc", TWIPS, 1440),
        ("6pi", TWIPS, 1440),
        ("14pt", HALF_POINTS, 28),
        ("1pt", EMU, 12_700),
        ("12 pt", TWIPS, 7),
        ("12em", TWIPS, 7),
        (None, TWIPS, 7),
    ],
)
def test_a_measure_may_have_a_unit(text: str | None, unit: int, number: int) -> None:
    assert measure(text, 7, unit) == number


def test_an_on_off_value_is_on_unless_it_says_off() -> None:
    assert [means_on(text) for text in ("1", "true", "on", "0", "false", "off", None)] == [
        *[True] * 3,
        *[False] * 4,
    ]
