"""Years that go up with the report are named in templates; all others stay as they are."""

import pytest

from danvan_desktop.report.text.named_years import timeless, with_years


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Năm 2025, so với năm 2024", "Năm {year}, so với năm {last_year}"),
        ("Nhiệm vụ năm 2026", "Nhiệm vụ năm {next_year}"),
        ("Thành lập năm 1945, định hướng 2030", "Thành lập năm 1945, định hướng 2030"),
        ("15/10/2025 và 2025/NQ", "15/10/2025 và 2025/NQ"),
        ("Số 120255", "Số 120255"),
    ],
)
def test_own_year_and_its_neighbours_are_named(text: str, named: str) -> None:
    assert timeless(text, 2025) == named


def test_names_become_the_years_of_another_report() -> None:
    text = timeless("Kết quả năm 2025 so với 2024; nhiệm vụ năm 2026", 2025)
    assert with_years(text, 2030) == "Kết quả năm 2030 so với 2029; nhiệm vụ năm 2031"
