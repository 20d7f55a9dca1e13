"""The names of provinces."""

from danvan_desktop.report.office.provinces import MERGED, PROVINCES, official_name


def test_there_are_34_provinces_and_29_that_were_merged_into_them() -> None:
    assert len(PROVINCES) == 34
    assert len(MERGED) == 29
    assert set(MERGED.values()) <= PROVINCES
    assert not PROVINCES & MERGED.keys()


def test_a_province_is_known_however_its_tones_are_set() -> None:
    assert official_name("Khánh Hoà") == official_name("Khánh Hòa") == "Khánh Hòa"
    assert official_name("Hương Giang") is None
