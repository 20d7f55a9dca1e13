"""Abbreviations that a report uses without explaining them."""

import pytest

from danvan_desktop.inspection.wording.abbreviations import unexplained


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân (UBND) tỉnh; các UBND xã.",
        "Cải cách hành chính (sau đây viết tắt là CCHC) được đẩy mạnh, CCHC có kết quả.",
        "Cải cách hành chính (gọi tắt: CCHC).",
    ],
)
def test_an_abbreviation_explained_where_it_is_first_used_is_right(text: str) -> None:
    short, bare = unexplained([text])
    assert (len(short), bare) == (1, [])


def test_an_explanation_that_comes_later_is_too_late() -> None:
    assert unexplained(["Công tác CCHC.", "Cải cách hành chính (CCHC)."]) == (["CCHC"], ["CCHC"])


@pytest.mark.parametrize(
    "text",
    [
        "Công văn số 4378/SNV-XDCQ, Kế hoạch số 18/KH-VP.",
        "Quý IV, khóa XIII, mục VII.",
        "I. ĐẶC ĐIỂM TÌNH HÌNH CỦA UBND",
        "Việc này PHẢI làm NGAY.",
        "Mã QR, tiêu chuẩn ISO, COVID-19.",
    ],
)
def test_symbols_numerals_capitals_and_what_all_know_are_no_abbreviations(text: str) -> None:
    assert unexplained([text]) == ([], [])
