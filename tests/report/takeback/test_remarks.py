"""A comment as a remark of a block: who asks for what, when, about which words; once however it was kept."""

from danvan_desktop.report.takeback.model import ReturnedComment
from danvan_desktop.report.takeback.remarks import has_remark, remark_text, with_remark

COMMENT = ReturnedComment("Trần Thị B", "2025-11-28T09:00:00Z", "Kiểm tra lại", words="412")


def test_a_remark_says_which_words_it_is_about_unless_they_are_the_whole_paragraph() -> None:
    assert remark_text(COMMENT) == "Trần Thị B (28/11), về “412”: Kiểm tra lại"
    long = ReturnedComment("Trần Thị B", "2025-11-28T09:00:00Z", "Viết gọn", words="chữ " * 40)
    assert remark_text(long) == "Trần Thị B (28/11): Viết gọn"


def test_remarks_of_one_block_are_parted_and_none_is_added_twice() -> None:
    one, other = remark_text(COMMENT), "Lê Văn C (29/11): Đã hỏi"
    both = with_remark(with_remark(None, one), other)
    assert both == f"{one}; {other}"
    assert with_remark(both, one) == both
    assert has_remark(f"{one}\n{other}", other)
    assert not has_remark(one, other)
