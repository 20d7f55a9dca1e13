"""The number of a report as people type it."""

import pytest

from danvan_desktop.report.document_number import number_problem, own_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (" 45 ", "45"),
        ("300/BC-VP", "300"),
        ("Số: 300 / bc - vp", "300"),
        ("số 7", "7"),
        ("12/BC-UBND", "12/BC-UBND"),
        ("12a", "12a"),
        ("", ""),
    ],
)
def test_label_and_own_symbol_are_no_part_of_it(typed: str, number: str) -> None:
    assert own_number(typed, "BC-VP") == number


def test_without_a_symbol_nothing_is_taken_away() -> None:
    assert own_number("300/", None) == "300/"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("45", ""),
        ("45/BC-VP", ""),
        ("  ", "Hãy ghi số"),
        ("45/BC-UBND", "Chỉ ghi số, ví dụ 45"),
        ("/BC", "Chỉ ghi số, ví dụ 05"),
        ("không rõ", "chữ số Ả Rập"),
    ],
)
def test_what_is_no_number_is_told_why(typed: str, told: str) -> None:
    problem = number_problem(typed, "BC-VP")
    assert problem.startswith(told) if told[:1].isupper() else told in problem
    assert bool(problem) == bool(told)
