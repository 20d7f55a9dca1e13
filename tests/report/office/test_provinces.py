"""The names of provinces."""

from datetime import date

import pytest

from danvan_desktop.report.office.provinces import MERGED, PROVINCES, official_name, was_official


def test_there_are_34_provinces_and_29_that_were_merged_into_them() -> None:
    assert len(PROVINCES) == 34
    assert len(MERGED) == 29
    assert set(MERGED.values()) <= PROVINCES
    assert not PROVINCES & MERGED.keys()


def test_a_province_is_known_however_its_tones_are_set() -> None:
    assert official_name("Khánh Hoà") == official_name("Khánh Hòa") == "Khánh Hòa"
    assert official_name("Hương Giang") is None


@pytest.mark.parametrize(
    ("name", "day", "then"),
    [
        ("Bắc Giang", date(2025, 6, 30), True),
        ("Bắc Giang", date(2025, 7, 1), False),
        ("Hoà Bình", date(2020, 1, 2), True),
        ("Thừa Thiên Huế", date(2024, 12, 31), True),
        ("Thừa Thiên Huế", date(2025, 1, 1), False),
        ("Bắc Ninh", date(2019, 5, 6), True),
        ("Hương Giang", date(2019, 5, 6), False),
    ],
)
def test_a_name_is_official_in_its_own_time(name: str, day: date, then: bool) -> None:
    assert was_official(name, day) is then
