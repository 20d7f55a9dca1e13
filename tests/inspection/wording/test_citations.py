"""What a mention of a document says of it."""

import pytest

from danvan_desktop.inspection.wording.citations import mentions, without_gaps

FULL = "Thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương về tăng cường công tác."


def test_a_full_first_mention_lacks_nothing() -> None:
    (found,) = mentions([FULL])
    assert (found.name, found.is_first, found.lacks) == ("Nghị quyết số 25-NQ/TW", True, [])


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Theo Kết luận số 01-KL/TW của Bộ Chính trị về tiếp tục thực hiện.", ["ngày, tháng, năm"]),
        ("Theo Kết luận số 01-KL/TW ngày 18/5/2021 về tiếp tục thực hiện.", ["cơ quan ban hành"]),
        ("Theo Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị.", ["trích yếu"]),
        ("Theo Chỉ thị số 33/CT-TTg.", ["ngày, tháng, năm", "cơ quan ban hành", "trích yếu"]),
    ],
)
def test_what_a_mention_lacks_is_named(text: str, lacks: list[str]) -> None:
    (found,) = mentions([text])
    assert found.lacks == lacks


def test_the_issuer_may_stand_before_the_document() -> None:
    (found,) = mentions(["Văn phòng đã ban hành Kế hoạch số 18/KH-VP ngày 20/01/2025 về công tác dân vận."])
    assert found.lacks == []


def test_a_second_mention_is_known_across_paragraphs_and_blanks() -> None:
    first, second = mentions([FULL, "Quán triệt Nghị quyết số 25 - NQ/TW."])
    assert (first.is_first, second.is_first) == (True, False)
    assert second.has_gaps
    assert not first.has_gaps


def test_what_belongs_to_the_next_document_is_not_counted_for_this_one() -> None:
    text = "Theo Chỉ thị số 33/CT-TTg và Quyết định số 23-QĐ/TW ngày 30/7/2021 của Bộ Chính trị về Quy chế."
    first, second = mentions([text])
    assert "trích yếu" in first.lacks
    assert second.lacks == []


def test_numbers_that_are_no_documents_are_left_alone() -> None:
    assert [*mentions(["Có 25 mô hình, số 3/2025 và tổ số 5 của xã."])] == []


def test_a_document_called_just_that_is_told() -> None:
    (found,) = mentions(["Thực hiện Văn bản số 12/SNV-XD ngày 01/02/2025 của Sở Nội vụ về báo cáo."])
    assert found.is_generic


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Kế hoạch số 12 /KH - UBND ngày 01/02/2025", "Kế hoạch số 12/KH-UBND ngày 01/02/2025"),
        ("Công văn số 4378/SNV-XDCQ", "Công văn số 4378/SNV-XDCQ"),
        ("có 12 / 15 xã - phường", "có 12 / 15 xã - phường"),
    ],
)
def test_blanks_in_a_symbol_go_and_all_others_stay(text: str, better: str) -> None:
    assert without_gaps(text) == better
