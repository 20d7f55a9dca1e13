"""What a draft leaves behind."""

import pytest

from danvan_desktop.inspection.wording.leftovers import EARLY_END_MARK, leftover


@pytest.mark.parametrize(
    "text",
    [
        "Có … mô hình.",
        "Đạt ...... phần trăm",
        "Ngày […]",
        "Có xxx người",
        "??? mô hình",
        "Họ tên: ____",
        "Ngày [ ]",
        "Ngày 12 /  /2026",
        "TODO: số hộ",
        "Lorem ipsum",
        "(Dự thảo)",
        "DỰ THẢO lần 2",
        "Trong năm, … mô hình được xây dựng.",
        "Tổng số hộ dân là …",
        "Thực hiện Kế hoạch số …/KH-UBND ngày …/…/2026.",
        "Trong năm, toàn xã có …, tăng 2 % so với năm trước.",
        "…",
        "Ông (bà) …, chức vụ: …",
    ],
)
def test_what_a_draft_leaves_behind_is_found(text: str) -> None:
    assert leftover(text)


@pytest.mark.parametrize(
    "text",
    [
        "Phòng, chống thiên tai… được chú trọng.",
        "Phòng, chống thiên tai, dịch bệnh, … được chú trọng.",
        "Tuyên truyền trên loa, bảng tin, trang thông tin, ... và mạng xã hội.",
        "Các hình thức như hội nghị, tọa đàm …",
        "Các nhóm việc (vệ sinh môi trường, trồng cây xanh, …).",
        "Thực hiện tốt công tác chăm lo người có công, hộ nghèo, trẻ em ...; vận động ủng hộ quỹ.",
        "Lời dạy: “… dễ trăm lần không dân cũng chịu (…) khó vạn lần dân liệu cũng xong”.",
        "Khóa XXX",
        "3/4; 01/02/2025",
        "_______",
    ],
)
def test_what_an_author_means_is_no_leftover(text: str) -> None:
    assert leftover(text) is None


@pytest.mark.parametrize("text", ["Hết./. Còn nữa.", "Kèm theo./.", "Nội dung ../. tiếp"])
def test_an_end_mark_before_the_end_is_one(text: str) -> None:
    assert EARLY_END_MARK.search(text)


@pytest.mark.parametrize("text", ["Số ..../.... ngày", "tỷ lệ …/…", "đạt ......./....... hộ", "dấu “./.”"])
def test_dots_around_a_slash_are_a_blank_and_no_end_mark(text: str) -> None:
    assert not EARLY_END_MARK.search(text)
