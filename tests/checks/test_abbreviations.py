"""Abbreviations are found in running text, and known as explained however reports put it."""

import pytest

from danvan_desktop.checks.manuscript import Manuscript
from tests.builders.example_reports import example_report


def explained(text: str, short: str) -> list[bool]:
    return [use.explains for use in Manuscript(example_report(text)).abbreviations.get(short, ())]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân (UBND) tỉnh",
        "Uỷ ban nhân dân tỉnh (UBND tỉnh)",
        "Ủy ban nhân dân tỉnh (sau đây gọi là UBND tỉnh)",
        "Ủy ban nhân dân tỉnh (viết tắt: “UBND”)",
        "UBND (Ủy ban nhân dân) tỉnh",
    ],
)
def test_it_is_explained(text: str) -> None:
    assert explained(text, "UBND") == [True]


@pytest.mark.parametrize("text", ["Ý kiến (UBND tỉnh chủ trì)", "UBND các xã (gọi chung là UBND cấp xã)"])
def test_brackets_alone_explain_nothing(text: str) -> None:
    assert not any(explained(text, "UBND"))


def test_one_of_an_office_of_its_own_is_known_by_its_letters() -> None:
    assert explained("Trung tâm Phục vụ hành chính công tỉnh (TTPVHCC tỉnh)", "TTPVHCC") == [True]
    assert explained("Ban Quản lý (TTPVHCC tỉnh)", "TTPVHCC") == [False]


def test_those_that_are_listed_are_seen_and_words_in_capitals_are_not() -> None:
    found = Manuscript(example_report("Các đơn vị: BQLDA, TTYT. HỘI NGHỊ TỔNG KẾT năm 2025.")).abbreviations
    assert set(found) == {"BQLDA", "TTYT"}
