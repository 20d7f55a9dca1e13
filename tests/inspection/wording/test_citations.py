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


# ------------------------------------------------------------------------- as offices write them

AMENDED = "Nghị định số 12/2020/NĐ-CP"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Nghị định số 34/2025/NĐ-CP ngày 05/3/2025 của Chính phủ sửa đổi "
            f"{AMENDED} ngày 01/2/2020 của Chính phủ."
        ),
        (
            "Nghị định số 34/2025/NĐ-CP ngày 05/3/2025 của Chính phủ sửa đổi, bổ sung một số điều của "
            f"{AMENDED} và Nghị định số 56/2021/NĐ-CP."
        ),
        f"Kế hoạch số 34/KH-UBND ngày 05/3/2025 của UBND tỉnh triển khai thực hiện {AMENDED}.",
        f"Nghị quyết số 34/NQ-CP ngày 05/3/2025 của Chính phủ về xử lý vướng mắc theo {AMENDED}.",
    ],
)
def test_what_the_title_of_a_document_names_is_no_citation_of_its_own(text: str) -> None:
    (found,) = mentions([text])
    assert found.lacks == []


@pytest.mark.parametrize(
    "text",
    [
        f"Góp ý dự thảo Nghị định sửa đổi, bổ sung một số điều của {AMENDED}.",
        f"Tuyên truyền Luật sửa đổi, bổ sung một số điều theo nội dung {AMENDED} và các văn bản.",
        f"Tổ chức hội nghị “Quán triệt {AMENDED}” tại xã.",
    ],
)
def test_a_title_without_a_number_has_its_own_words_too(text: str) -> None:
    assert [*mentions([text])] == []


@pytest.mark.parametrize(
    "text",
    [
        f"Theo Kế hoạch số 5/KH-VP ngày 05/3/2025 của Văn phòng về tuyên truyền, xã đã thông báo {AMENDED}.",
        f"Kế hoạch số 5/KH-VP ngày 05/3/2025 của Văn phòng về tuyên truyền để thực hiện {AMENDED}.",
        f"Kế hoạch số 5/KH-VP ngày 05/3/2025 của Văn phòng về tuyên truyền; thực hiện {AMENDED}.",
    ],
)
def test_what_stands_beside_a_title_is_cited_for_itself(text: str) -> None:
    *_, found = mentions([text])
    assert found.symbol == "12/2020/NĐ-CP"
    assert found.has_date is False


def test_what_a_title_named_before_is_not_asked_for_its_day_later() -> None:
    title = f"Nghị định số 34/2025/NĐ-CP ngày 05/3/2025 của Chính phủ sửa đổi {AMENDED} của Chính phủ."
    _, later = mentions([title, f"Theo {AMENDED}, xã đã công khai."])
    assert not later.is_first


@pytest.mark.parametrize(
    "symbol",
    [
        "1234/NQ-UBTVQH15",
        "12/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN",
        "01/BC-HHDN-K5",
        "76/2025/UBTVQH15",
        "105/KH-BCĐ389",
        "25-NQ/TW",
        "4378/BNV-CTTN&BĐG",
        "12/QĐ-TTg",
    ],
)
def test_a_symbol_is_read_to_its_end(symbol: str) -> None:
    (found,) = mentions([f"Thực hiện Nghị quyết số {symbol} ngày 05/3/2025 của Hội về tuyên truyền."])
    assert (found.symbol, found.lacks, found.has_gaps) == (symbol, [], False)


def test_a_dash_after_a_symbol_is_no_part_of_it() -> None:
    (found,) = mentions(["Kế hoạch số 12/KH-UBND - Về tuyên truyền ngày 05/3/2025 của UBND tỉnh."])
    assert (found.symbol, found.has_gaps) == ("12/KH-UBND", False)


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 05/3/2025, Sở Nội vụ ban hành Kế hoạch số 12/KH-SNV về tuyên truyền.",
        "Trong ngày 05 tháng 3 năm 2025, xã đã có Kế hoạch số 12/KH-UBND về tuyên truyền.",
        "Thực hiện Kế hoạch số 12/KH-UBND của UBND TP. Huế về tuyên truyền, ngày 05/3/2025.",
        "Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh ngày 05.3.2025 kiểm tra công vụ.",
        "Ban hành Quy chế phối hợp (Quyết định số 12/QĐ-UBND ngày 05/3/2025).",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày\n05 tháng 3\nnăm 2025 của tỉnh về tuyên truyền.",
    ],
)
def test_day_issuer_and_title_are_found_wherever_they_stand(text: str) -> None:
    (found,) = mentions([text])
    assert found.lacks == []


def test_the_day_of_another_document_is_not_its_own() -> None:
    text = "Ngày 05/3/2025, Sở có Công văn số 1/SNV về báo cáo; xã có Kế hoạch số 12/KH-UBND về tuyên truyền."
    _, found = mentions([text])
    assert found.lacks == ["ngày, tháng, năm"]


def test_the_same_number_of_another_day_is_another_document() -> None:
    one = "Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh về tuyên truyền."
    first, again, other = mentions([one, one, one.replace("2024", "2025")])
    assert [first.is_first, again.is_first, other.is_first] == [True, False, True]
