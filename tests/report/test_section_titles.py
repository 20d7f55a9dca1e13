"""Headings of real outlines find their section."""

import pytest

from danvan_desktop.report.section_titles import section_key


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("ĐẶC ĐIỂM TÌNH HÌNH", "situation"),
        ("Đặc điểm, tình hình", "situation"),
        ("MỘT SỐ ĐẶC ĐIỂM TÌNH HÌNH CHUNG", "situation"),
        ("KHÁI QUÁT TÌNH HÌNH", "situation"),
        ("THUẬN LỢI, KHÓ KHĂN", "situation"),
        ("CÔNG TÁC TRIỂN KHAI THỰC HIỆN", "implementation"),
        ("TÌNH HÌNH TRIỂN KHAI THỰC HIỆN", "implementation"),
        ("CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", "implementation"),
        ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ TRỌNG TÂM NĂM 2025", "implementation"),
        ("NHỮNG KẾT QUẢ ĐẠT ĐƯỢC", "implementation"),
        ("CÔNG TÁC DÂN VẬN CỦA HỆ THỐNG CHÍNH TRỊ", "implementation"),
        ("HOẠT ĐỘNG CỦA KHỐI DÂN VẬN", "implementation"),
        ("ĐÁNH GIÁ CHUNG", "assessment"),
        ("ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN", "assessment"),
        ("TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", "assessment"),
        ("KHÓ KHĂN, VƯỚNG MẮC", "assessment"),
        ("BÀI HỌC KINH NGHIỆM", "assessment"),
        ("NHIỆM VỤ TRỌNG TÂM NĂM 2026", "tasks"),
        ("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026", "tasks"),
        ("Phương hướng nhiệm vụ", "tasks"),
        ("NHIỆM VỤ VÀ GIẢI PHÁP", "tasks"),
        ("CHƯƠNG TRÌNH CÔNG TÁC NĂM 2026", "tasks"),
        ("KIẾN NGHỊ", "other"),
        ("KIẾN NGHỊ, ĐỀ XUẤT", "other"),
        ("ĐỀ XUẤT NHIỆM VỤ", "other"),
        ("LỜI CẢM ƠN", "other"),
        ("", "other"),
    ],
)
def test_a_heading_finds_its_section(title: str, key: str) -> None:
    assert section_key(title) == key


def test_neither_tone_style_nor_case_nor_unicode_form_matters() -> None:
    assert section_key("Đánh gia\u0301 chung") == section_key("đánh giá chung") == "assessment"


def test_words_match_whole_syllables_only() -> None:
    assert section_key("TỒN TẠIX") == "other"
