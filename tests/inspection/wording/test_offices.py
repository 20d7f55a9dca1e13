"""Which office a name, a signature, a closing sentence or a recipient speaks of."""

import pytest

from danvan_desktop.inspection.wording.offices import closing_office, is_headed_by, leaders_office, may_be


@pytest.mark.parametrize(
    ("name", "lines", "headed"),
    [
        ("VĂN PHÒNG", ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"], True),
        ("SỞ Y TẾ", ["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"], False),
        ("SỞ Y TẾ", ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"], True),
        ("ỦY BAN NHÂN DÂN XÃ VĨNH AN", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], True),
        ("UBND XÃ VĨNH AN", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], True),
        ("UBND XÃ VĨNH AN", ["GIÁM ĐỐC"], False),
        ("TRƯỜNG MẦM NON HOA BAN", ["HIỆU TRƯỞNG"], True),
        ("QUỸ BẢO TRỢ TRẺ EM", ["GIÁM ĐỐC"], None),
    ],
)
def test_an_office_is_headed_by_its_own_head(name: str, lines: list[str], headed: bool | None) -> None:
    assert is_headed_by(name, lines) is headed


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Trên đây là báo cáo kết quả công tác dân vận năm 2025 của Sở Y tế./.", "Sở Y tế"),
        ("Trên đây là báo cáo của Văn phòng, kính gửi Sở Nội vụ tổng hợp./.", "Văn phòng"),
        ("Trên đây là báo cáo kết quả thực hiện Chỉ thị số 12/CT-UBND của Ủy ban nhân dân tỉnh./.", None),
        ("Trên đây là báo cáo kết quả phối hợp./.", None),
    ],
)
def test_a_closing_sentence_says_whose_report_it_is(text: str, office: str | None) -> None:
    assert closing_office(text) == office


@pytest.mark.parametrize(
    ("name", "issuer", "answer"),
    [
        ("Văn phòng Ủy ban nhân dân tỉnh", "VĂN PHÒNG", True),
        ("Văn phòng", "VĂN PHÒNG UBND TỈNH", True),
        ("Sở Y tế", "SỞ NỘI VỤ", False),
        ("Sở Nội vụ tỉnh", "SỞ NỘI VỤ", True),
        ("UBND xã Vĩnh An", "ỦY BAN NHÂN DÂN XÃ VĨNH AN", True),
        ("Văn phòng", "SỞ NỘI VỤ", False),
        ("Ban Quản lý", "SỞ NỘI VỤ", True),
    ],
)
def test_a_name_may_be_that_of_the_issuer(name: str, issuer: str, answer: bool) -> None:
    assert may_be(name, [issuer]) is answer


@pytest.mark.parametrize(
    ("recipient", "office"),
    [
        ("- Lãnh đạo Sở;", "Sở"),
        ("- Giám đốc, các Phó Giám đốc Sở;", "Sở"),
        ("- Ban Lãnh đạo Văn phòng;", "Văn phòng"),
        ("- Sở Nội vụ;", None),
        ("- Lãnh đạo;", None),
    ],
)
def test_the_leaders_of_a_recipient_are_of_an_office(recipient: str, office: str | None) -> None:
    assert leaders_office(recipient) == office
