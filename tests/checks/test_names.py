"""Names keep their capitals, whatever the tone style; the kind in small letters is no name."""

import pytest

from danvan_desktop.checks.names import names


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ủy ban Nhân dân tỉnh", "Ủy ban nhân dân"),
        ("Uỷ Ban nhân dân tỉnh", "Uỷ ban nhân dân"),
        ("gửi Sở giáo dục và đào tạo", "Sở Giáo dục và Đào tạo"),
        ("Sở Văn hoá, thể thao và Du lịch", "Sở Văn hoá, Thể thao và Du lịch"),
        ("thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("ra trung tâm phục vụ Hành chính công", "Trung tâm Phục vụ hành chính công"),
    ],
)
def test_a_name_with_other_capitals_is_found(text: str, right: str) -> None:
    (wrong,) = names().wrong_in(text)
    assert (text[wrong.start : wrong.end].lower(), wrong.right) == (right.lower(), right)
    assert list(names().wrong_in(text[: wrong.start] + wrong.right + text[wrong.end :])) == []


@pytest.mark.parametrize(
    "text",
    ["ủy ban nhân dân các cấp", "ỦY BAN NHÂN DÂN", "chủ tịch Ủy ban nhân dân xã", "bộ đội", ""],
)
def test_other_texts_hold_none(text: str) -> None:
    assert list(names().wrong_in(text)) == []
