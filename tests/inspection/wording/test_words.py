"""Abbreviations, leftovers, tones and the names of provinces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.inspection.wording.abbreviations import unexplained
from danvan_desktop.inspection.wording.leftovers import leftover
from danvan_desktop.inspection.wording.provinces import MERGED, PROVINCES, official
from danvan_desktop.inspection.wording.tones import NEW_TONE, OLD_TONE, Tone, retoned


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


@pytest.mark.parametrize(
    "text",
    [
        "Có … mô hình.",
        "Đạt ...... phần trăm",
        "Ngày […]",
        "Có xxx người",
        "??? mô hình",
        "Họ tên: ____",
        "DỰ THẢO lần 2",
    ],
)
def test_what_a_draft_leaves_behind_is_found(text: str) -> None:
    assert leftover(text)


@pytest.mark.parametrize(
    "text", ["Phòng, chống thiên tai… được chú trọng.", "Khóa XXX", "3/4; 01/02/2025", "_______"]
)
def test_what_an_author_means_is_no_leftover(text: str) -> None:
    assert leftover(text) is None


def test_there_are_34_provinces_and_29_that_were_merged_into_them() -> None:
    assert len(PROVINCES) == 34
    assert len(MERGED) == 29
    assert set(MERGED.values()) <= PROVINCES
    assert not PROVINCES & MERGED.keys()


def test_a_province_is_known_however_its_tones_are_set() -> None:
    assert official("Khánh Hoà") == official("Khánh Hòa") == "Khánh Hòa"
    assert official("Hương Giang") is None


def test_both_ways_of_setting_tones_are_told_apart() -> None:
    assert len(OLD_TONE.findall("hòa, ủy, thúy")) == 3
    assert len(NEW_TONE.findall("hoà, uỷ, thuý")) == 3
    both_alike = "quý, quỹ, toàn, hoàn, khoản, thuyết"
    assert OLD_TONE.findall(both_alike) == NEW_TONE.findall(both_alike) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa giải, ủy ban, khỏe", "hoà giải, uỷ ban, khoẻ"),
        ("ỦY BAN, HÒA BÌNH", "UỶ BAN, HOÀ BÌNH"),
        ("Thúy, lũy kế, hóa", "Thuý, luỹ kế, hoá"),
        ("quý, quỹ, khoán, toàn, thuyết, quà", "quý, quỹ, khoán, toàn, thuyết, quà"),  # the same either way
    ],
)
def test_tones_move_to_the_other_vowel_and_back(old: str, new: str) -> None:
    assert (retoned(old, "new"), retoned(new, "old")) == (new, old)
    assert (retoned(old, "old"), retoned(new, "new")) == (old, new)


@given(st.text(alphabet="aàáoòóeèuùúyỳýqhb OÒÓAÀÁYÝUÚ.", max_size=40), st.sampled_from(["old", "new"]))
def test_one_way_of_tones_stays_as_it_is(text: str, tone: Tone) -> None:
    once = retoned(text, tone)
    assert retoned(once, tone) == once
    assert len(once) == len(text)
