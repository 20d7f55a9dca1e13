"""Words typed without marks are found where several stand in a row; other languages and names are let be."""

import pytest

from danvan_desktop.checks.proof.proofreader import proofreader


def told(text: str) -> list[tuple[str, str, str]]:
    return [(slip.found, slip.suggestion, slip.confidence) for slip in proofreader().read([text])]


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("Kết quả thuc hien công tác dân vận năm 2025", "thuc hien", "thực hiện"),
        ("Tiếp tục chỉ đạo quan tiet, triển khai nghị quyết.", "quan tiet", "quán triệt"),
        ("Tiếp tục chỉ đạo quan triet, triển khai nghị quyết.", "quan triet", "quán triệt"),
        ("Công tác cai cach hanh chinh được quan tâm.", "cai cach hanh chinh", "cải cách hành chính"),
        ("Tỷ lệ giai quyet  ho so đúng hạn", "giai quyet  ho so", "giải quyết  hồ sơ"),
        ("Phần mềm quan ly van ban (eOffice)", "quan ly van ban", "quản lý văn bản"),
        (
            "KET QUA THUC HIEN CONG TAC DAN VAN NAM 2025",
            "KET QUA THUC HIEN CONG TAC DAN VAN NAM",
            "KẾT QUẢ THỰC HIỆN CÔNG TÁC DÂN VẬN NĂM",
        ),
        (
            "De nghi Uy ban nhan dan tinh xem xet.",
            "De nghi Uy ban nhan dan tinh xem xet",
            "Đề nghị Ủy ban nhân dân tỉnh xem xét",
        ),
    ],
)
def test_a_run_is_one_slip_with_all_its_words(text: str, written: str, meant: str) -> None:
    assert told(text) == [(written, meant, "likely")]


@pytest.mark.parametrize(
    "text",
    [
        "Made in Vietnam; the plan is to be on time; open data can be a tool; no pain no gain; in a row.",
        "Hội thảo AI for Good, Digital Transformation, Smart Village; call center, mail merge, fan page.",
        "Xem https://tinh.gov.vn/tin-tuc/ban hanh van ban; gửi thư ban hanh@tinh.gov.vn; tệp ke hoach.xlsx.",
        "Đồng chí Kpa Sui, ông Ly A Sua, bà Ha Thi Giang, thôn Mo Pu, bản Pa Cheo, xã Mu Cang Chai.",
        "cho con em theo cha sang thanh tra, tham gia giao ban, thu chi, tham quan, khoa thi, con tem",
        "mã hồ sơ HS-thuc-hien-2025, mẫu TK01 ban hanh01",
    ],
)
def test_what_has_no_marks_by_right_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_word_beside_a_run_is_judged_as_if_the_run_were_set_right() -> None:
    assert [found for found, _, _ in told("Van phong da tham mưu ban hanh ke hoach cong tac.")] == [
        "Van phong da",
        "hanh ke hoach cong tac",
    ]


def test_words_of_the_office_are_no_run() -> None:
    from danvan_desktop.checks.proof.office_words import known_words

    slips = proofreader(known_words(["thuc hien"])).read(["Kết quả thuc hien công tác"])
    assert slips == ()
