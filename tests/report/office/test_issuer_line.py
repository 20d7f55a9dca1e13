"""Who decides stands above the căn cứ of a decision, in capitals."""

import pytest

from danvan_desktop.report.office.issuer_line import is_issuer_line


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÂM GIANG", True),
        ("UỶ BAN NHÂN DÂN XÃ HÒA MỤC", True),
        ("GIÁM ĐỐC SỞ NỘI VỤ", True),
        ("HIỆU TRƯỞNG TRƯỜNG THPT HÒA MỤC", True),
        ("Chủ tịch Ủy ban nhân dân tỉnh", False),
        ("QUYẾT ĐỊNH:", False),
        ("TÌNH HÌNH CHUNG", False),
        ("BAN", False),
        ("", False),
    ],
)
def test_it_is_known_by_its_words_and_capitals(text: str, is_one: bool) -> None:
    assert is_issuer_line(text) is is_one
