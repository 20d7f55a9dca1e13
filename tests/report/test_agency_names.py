"""Which offices stand alone at the head of a paper, and how their names stand in a sentence."""

import pytest

from danvan_desktop.report.agency_names import (
    are_one_name,
    has_no_parent,
    name_in_sentence,
    name_with_place,
    spoken_name,
)


@pytest.mark.parametrize(
    ("agency", "alone"),
    [
        ("ỦY BAN NHÂN DÂN XÃ HƯƠNG GIANG", True),
        ("Uỷ ban nhân dân tỉnh Hương Giang", True),
        ("UBND  PHƯỜNG 1", True),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH", True),
        ("ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH", True),
        ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", False),
        ("SỞ NỘI VỤ", False),
        ("", False),
        (None, False),
    ],
)
def test_a_peoples_committee_or_council_has_none_above_it(agency: str | None, alone: bool) -> None:
    assert has_no_parent(agency) is alone


@pytest.mark.parametrize(
    ("capitals", "spoken"),
    [
        ("SỞ TÀI CHÍNH", "Sở Tài chính"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("SỞ Y TẾ TỈNH PHÚ THỌ", "Sở Y tế tỉnh Phú Thọ"),
        ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("VĂN PHÒNG UBND TỈNH AN GIANG", "Văn phòng UBND tỉnh An Giang"),
        ("UỶ BAN NHÂN DÂN XÃ SÔNG HẠ", "Uỷ ban nhân dân xã Sông Hạ"),
        ("BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Trung tâm Phục vụ hành chính công"),
        ("UBND THÀNH PHỐ HỒ CHÍ MINH", "UBND Thành phố Hồ Chí Minh"),
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence(capitals: str, spoken: str) -> None:
    assert spoken_name(capitals) == spoken


def test_an_office_alone_is_told_by_whose_it_is() -> None:
    assert name_in_sentence("VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI") == (
        "Văn phòng Ủy ban nhân dân tỉnh Lào Cai"
    )
    assert name_in_sentence("SỞ Y TẾ", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI") == "Sở Y tế"
    assert name_in_sentence(None, None) == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Văn phòng UBND tỉnh", "Văn phòng Uỷ ban nhân dân tỉnh", True),
        ("Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh", True),
        ("Sở Y tế", "Sở Nội vụ", False),
        ("Sở Y", "Sở Y tế", True),
        ("", "Sở Y tế", False),
    ],
)
def test_two_spellings_may_be_one_name(one: str, other: str, same: bool) -> None:
    assert are_one_name(one, other) is same
    assert are_one_name(other, one) is same


@pytest.mark.parametrize(
    ("agency", "parent", "named"),
    [
        ("ỦY BAN NHÂN DÂN", "TỈNH LÂM GIANG", "Ủy ban nhân dân tỉnh Lâm Giang"),
        ("UBND", "XÃ TÂY KHÊ", "UBND xã Tây Khê"),
        ("HỘI ĐỒNG NHÂN DÂN", "THÀNH PHỐ AN BÌNH", "Hội đồng nhân dân thành phố An Bình"),
        ("ỦY BAN NHÂN DÂN XÃ TÂY KHÊ", "TỈNH LÂM GIANG", "Ủy ban nhân dân xã Tây Khê"),
        ("ỦY BAN NHÂN DÂN", None, "Ủy ban nhân dân"),
        ("VĂN PHÒNG", "TỈNH LÂM GIANG", "Văn phòng"),
        ("SỞ Y TẾ", "UBND TỈNH LÂM GIANG", "Sở Y tế"),
    ],
)
def test_a_body_under_its_place_is_named_with_it(agency: str, parent: str | None, named: str) -> None:
    assert name_with_place(agency, parent) == named
