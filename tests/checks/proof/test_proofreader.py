"""The proof-reader finds real words in the wrong place, says what is meant, and leaves names alone."""

import time

import pytest

from danvan_desktop.checks.proof.judging import LIKELY
from danvan_desktop.checks.proof.office_words import known_words
from danvan_desktop.checks.proof.proofreader import proofreader


def found(text: str, *, all_of_them: bool = True) -> list[tuple[str, str]]:
    slips = proofreader().read([text])
    return [(slip.found, slip.suggestion) for slip in slips if all_of_them or slip.confidence == "likely"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Tiếp tục chỉ đạo quán tiệt, triển khai thực hiện có hiệu quả.", "tiệt", "triệt"),
        ("Tham mư tổ chức tốt các buổi tiếp dân định kỳ.", "mư", "mưu"),
        ("Lãnh đạo cơ quan luôn quan tâm công tác dan vận.", "dan", "dân"),
        ("Thực hiện nghiêm kỹ luật, kỷ cương hành chính.", "kỹ", "kỷ"),
        ("Kính phí thực hiện từ ngân sách nhà nước.", "Kính", "Kinh"),
        ("Đẩy mạnh chuyển đối số trong cơ quan.", "đối", "đổi"),
    ],
)
def test_a_slip_is_found_and_set_right(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in found(text, all_of_them=False)


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp tục chỉ đạo quán triệt, triển khai thực hiện có hiệu quả các nghị quyết của Đảng.",
        "Đồng chí Nguyễn Văn Bảo, ông Trần Đình Tiệp và bà Lò Thị Pảng dự hội nghị.",
        "Lớp học mở ở ngõ Hàng Thiếc; cụ bảo vui lắm. Đường từ chợ Gỏi đến sông Bứa đã được sửa.",
        "UBND tỉnh ban hành Kế hoạch số 45/KH-UBND ngày 20/01/2025.",
        "Lớp có 40 người, gồm 22 nữ, 18 nam; trong đó 15 nam là đoàn viên.",
        "Ngày càng nhiều người dân nộp hồ sơ trực tuyến, xa xa, luôn luôn, dần dần.",
    ],
)
def test_a_right_sentence_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_place_is_told_with_three_words_on_either_side_set_right() -> None:
    (slip,) = proofreader().read(["Năm nay tiếp tục chỉ đạo quán tiệt sâu rộng các nghị quyết mới."])
    assert slip.context == "chỉ đạo quán triệt sâu rộng các"
    assert (slip.text, slip.found, slip.score >= LIKELY) == (0, "tiệt", True)


def test_a_slip_beside_a_slip_is_found_too() -> None:
    assert found("Ủng hộ đồng bảo bĩ lũ lụt, thiên tai.", all_of_them=False) == [("bảo", "bào"), ("bĩ", "bị")]


def test_an_unknown_word_beside_a_slip_is_no_likelier_wrong_for_that() -> None:
    slips = proofreader().read(["Tiếp tục chỉ đạo quán tiệt ngoẹo, triển khai thực hiện."])
    told = [(slip.found, slip.suggestion, slip.confidence) for slip in slips]
    assert told == [("tiệt", "triệt", "likely"), ("ngoẹo", "", "review")]


def test_the_same_slip_is_told_once() -> None:
    text = "Tiếp tục quán tiệt nghị quyết."
    slips = proofreader().read([text, "Không có gì.", f"Nhất là {text.lower()}"])
    assert [(slip.text, slip.found) for slip in slips] == [(0, "tiệt")] or slips == ()


def test_a_doubled_syllable_is_told_without_a_suggestion() -> None:
    assert ("bộ", "") in found("Khen thưởng cán bộ bộ trung tâm phục vụ.")


def test_a_word_may_begin_with_the_syllable_that_the_one_before_it_ends_with() -> None:
    assert found("Tập huấn cho cán bộ bộ phận một cửa và chi bộ bộ phận.") == []


def test_words_of_the_office_are_known() -> None:
    text = "Tiếp tục chỉ đạo quán tiệt sâu rộng."
    assert proofreader(known_words(["Tiệt"])).read([text]) == ()


def test_capitals_are_kept() -> None:
    assert ("Kính", "Kinh") in found("Kính phí thực hiện từ ngân sách.")


@pytest.mark.parametrize("text", ["", " ", "…", "A", "12/5", "QĐ", "a)", "x²", "🙂 ok"])
def test_odd_texts_are_read_without_a_find(text: str) -> None:
    assert found(text) == []


def test_five_pages_are_read_at_once() -> None:
    proofreader()
    page = "Cơ quan đã tổ chức quán triệt nghị quyết, xây dựng kế hoạch, phân công nhiệm vụ cụ thể. " * 25
    begun = time.process_time()
    proofreader().read([page] * 5)
    assert (
        time.process_time() - begun < 1
    )  # `make bench` holds the bar; this one, that it is no matter of seconds
