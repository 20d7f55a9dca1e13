"""What a draft leaves behind."""

import pytest

from danvan_desktop.inspection.wording.leftovers import leftover


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
