"""Citations are read with all their parts, as offices write them."""

import pytest

from danvan_desktop.checks.citations.citation import Citation, citations_in
from danvan_desktop.report.find.texts import PlacedText, TextPlace
from danvan_desktop.report.model import PartialDate

NO_DATE = PartialDate()


def read(text: str) -> list[Citation]:
    return list(citations_in(PlacedText(TextPlace("opening", 1), text)))


@pytest.mark.parametrize(
    ("text", "short", "day", "issuer", "title"),
    [
        (
            "Thực hiện Công văn số 1256/SNV-XDCQ ngày 14/11/2025 của Sở Nội vụ về việc báo cáo, Văn phòng",
            "Công văn số 1256/SNV-XDCQ",
            PartialDate(2025, 11, 14),
            "Sở Nội vụ",
            "về việc báo cáo",
        ),
        (
            "Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi tiết.",
            "Nghị định số 59/2023/NĐ-CP",
            PartialDate(2023, 8, 14),
            "Chính phủ",
            "quy định chi tiết",
        ),
        (
            "Kế hoạch số 12/KH-SVHTTDL của Sở Văn hóa, Thể thao và Du lịch về lễ hội; tiếp tục",
            "Kế hoạch số 12/KH-SVHTTDL",
            NO_DATE,
            "Sở Văn hóa, Thể thao và Du lịch",
            "về lễ hội",
        ),
        (
            "Kế hoạch số 112/KH-UBND của Ủy ban nhân dân tỉnh về phong trào “Dân vận khéo”, Ủy ban xã",
            "Kế hoạch số 112/KH-UBND",
            NO_DATE,
            "Ủy ban nhân dân tỉnh",
            "về phong trào “Dân vận khéo”",
        ),
        ("Nghị quyết 25-NQ/TW", "Nghị quyết số 25-NQ/TW", NO_DATE, "", ""),
        ("chỉ thị số 33/CT- TTg", "Chỉ thị số 33/CT-TTg", NO_DATE, "", ""),
        (
            "Nghị quyết số 05-NQ/ĐU, ngày 15/11/2024 của Ban Chấp hành Đảng bộ xã, Đảng ủy",
            "Nghị quyết số 05-NQ/ĐU",
            PartialDate(2024, 11, 15),
            "Ban Chấp hành Đảng bộ xã",
            "",
        ),
    ],
)
def test_a_citation_is_read_with_its_parts(
    text: str, short: str, day: PartialDate, issuer: str, title: str
) -> None:
    (found,) = read(text)
    assert (found.short, found.issued_on, found.issuer, found.title) == (short, day, issuer, title)


def test_two_in_a_row_are_two() -> None:
    text = "Quyết định số 23-QĐ/TW ngày 30/7/2021 của Bộ Chính trị và Chỉ thị số 33/CT-TTg ngày 26/11/2021"
    assert [(each.short, each.issuer) for each in read(text)] == [
        ("Quyết định số 23-QĐ/TW", "Bộ Chính trị"),
        ("Chỉ thị số 33/CT-TTg", ""),
    ]


def test_one_in_the_title_of_another_says_so() -> None:
    text = "Kết luận số 01-KL/TW ngày 18/5/2021 về tiếp tục thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị."
    assert [(each.symbol, each.in_title) for each in read(text)] == [("01-KL/TW", False), ("05-CT/TW", True)]


@pytest.mark.parametrize("text", ["", "Kế hoạch năm 2025", "12 chỉ thị, 05 kế hoạch", "Luật số 72/2025/QH15"])
def test_other_words_cite_nothing(text: str) -> None:
    assert read(text) == []
