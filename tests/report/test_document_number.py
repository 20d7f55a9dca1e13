"""The number of a report as people type it."""

import pytest

from danvan_desktop.report.document_number import number_and_symbol, number_problem, own_number


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


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("so: 4512/snv", "4512/SNV"),
        ("Số 4512/SNV-XDCQ", "4512/SNV-XDCQ"),
        (" 12 / qđ - ttg ", "12/QĐ-TTg"),
        ("7/ttr-snv", "7/TTr-SNV"),
        ("25-NQ/TW", "25-NQ/TW"),
        ("25-nq/tw", "25-NQ/TW"),
        ("12a", "12a"),
        ("64-BC/BTGDV", "64-BC/BTGDV"),
        ("1/CTr-UBND", "1/CTr-UBND"),
        ("45", "45"),
        ("", ""),
    ],
)
def test_number_and_symbol_are_written_as_on_paper(typed: str, written: str) -> None:
    assert number_and_symbol(typed) == written
