"""What was taken out under track changes is known with who did it and the comments on it."""

from dataclasses import replace

from danvan_desktop.report.model import Column, Paragraph, Report, Run, Table
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.model import (
    GoneBlock,
    ReturnComparison,
    ReturnedBlock,
    ReturnedComment,
    ReturnedFile,
    Revision,
)
from danvan_desktop.report.walk import every_block
from tests.builders.reports import block, report, table
from tests.builders.returned_files import as_returned

A = Revision("Trần Thị B", "2025-11-28T09:00:00Z")
B = Revision("Lê Văn C", "2025-11-28T10:30:00Z")
ROWS = [["Nội dung", "Kết quả"], ["Hội nghị", "12"]]
BASE: Report = report(
    (
        block(1, "Đoạn thứ nhất nói về tổ chức."),
        block(2, "Đoạn thứ hai nói về tuyên truyền."),
        table(3, (Column(1.0), Column(1.0)), ROWS, "Kết quả năm"),
        block(4, "Đoạn cuối nói về nhiệm vụ."),
    )
)
SENT = as_returned(BASE)
COMMENT = ReturnedComment("Lê Văn C", "2025-11-28T10:30:00Z", "Vì sao bỏ?", words="tuyên truyền")


def without(wanted: int, comment: ReturnedComment = COMMENT) -> ReturnedFile:
    """The file after somebody took out a block on which a comment hangs, and its caption."""
    (gone,) = (each for each in SENT.blocks if wanted in {mark.id for mark in each.marks})
    is_table = gone.kind == "table"
    at = SENT.blocks.index(gone)
    kept = [each for each in SENT.blocks if each is not gone and not (is_table and each.role == "caption")]
    text = "Nội dung Kết quả Hội nghị 12" if is_table else gone.text
    told = GoneBlock(gone.marks, text, A, also=(B,), comments=(comment,), is_table=is_table, at=at)
    return replace(SENT, blocks=tuple(kept), gone=(told,))


def notes(made: Report) -> dict[int, str]:
    blocks = (each for _, each in every_block(made) if isinstance(each, Paragraph | Table))
    return {each.id: each.note for each in blocks if each.note}


def compared(file: ReturnedFile) -> ReturnComparison:
    return compare(BASE, BASE, SENT, file)


def test_a_paragraph_and_a_table_that_went_have_all_their_authors() -> None:
    for wanted, kind in ((2, "delete"), (3, "table-")):
        gone, _ = compared(without(wanted)).changes
        assert (gone.kind, gone.blocks, gone.author, gone.also) == (kind, (wanted,), A.author, (B,))


def test_a_comment_on_what_went_is_told_at_it_and_stays_there_where_it_is_kept() -> None:
    for wanted in (2, 3):
        comparison = compared(without(wanted))
        (remark,) = (each for each in comparison.changes if each.kind == "comment")
        assert (remark.blocks, remark.author, remark.about) == ((wanted,), "Lê Văn C", "tuyên truyền")
        made = merged(BASE, BASE, comparison, frozenset({remark.n}))
        assert notes(made) == {wanted: "Lê Văn C (28/11), về “tuyên truyền”: Vì sao bỏ?"}


def test_a_comment_on_what_goes_stands_beside_it_in_whatever_order_both_are_taken() -> None:
    for wanted in (2, 3):
        comparison = compared(without(wanted))
        both = merged(BASE, BASE, comparison, frozenset({1, 2}))
        assert list(notes(both).values()) == ["Lê Văn C (28/11), về “tuyên truyền”: Vì sao bỏ?"]
        assert wanted not in {each.id for _, each in every_block(both)}
        for first, second in ((1, 2), (2, 1)):
            one = merged(BASE, BASE, comparison, frozenset({first}), taken=frozenset())
            made = merged(BASE, one, comparison, frozenset({second}), taken=frozenset({first}))
            assert made == both


def test_a_comment_on_a_paragraph_that_never_went_out_is_told_at_what_stands_behind() -> None:
    gone = GoneBlock((), "Đoạn thêm rồi bỏ.", A, comments=(COMMENT,), at=1)
    (remark,) = compared(replace(SENT, gone=(gone,))).changes
    assert (remark.kind, remark.blocks) == ("comment", (2,))


def test_a_comment_on_a_line_of_the_closing_that_went_goes_to_the_last_block() -> None:
    signer = ReturnedBlock("frame", "signer", runs=(Run("Nguyễn Văn A"),))
    sent = replace(SENT, blocks=(*SENT.blocks, signer))
    gone = GoneBlock((), "Nguyễn Văn A", A, comments=(COMMENT,), at=len(SENT.blocks))
    (remark,) = compare(BASE, BASE, sent, replace(SENT, gone=(gone,))).changes
    assert (remark.kind, remark.blocks) == ("comment", (4,))


def test_the_caption_that_a_table_left_is_named_at_the_table() -> None:
    file = without(3)
    caption = next(each for each in SENT.blocks if each.role == "caption")
    blocks = [*file.blocks[:2], caption, *file.blocks[2:]]
    comparison = compared(replace(file, blocks=tuple(blocks)))
    assert [(each.kind, each.block) for each in comparison.left] == [("caption", 3)]
    assert comparison.left[0].text == (
        f"Tên bảng “{caption.text}” không còn bảng ở dưới, không nhận riêng được."
    )


def test_a_paragraph_that_went_is_known_by_its_words_with_the_dash_before_them() -> None:
    """LibreOffice keeps no mark on what was taken out."""
    base = report((block(1, "Đoạn đầu."), block(2, "một ý", "item"), block(3, "ý khác", "item")))
    sent = as_returned(base)
    kept = tuple(each for each in sent.blocks if each.text != "một ý")
    told = GoneBlock((), "- một ý", A, comments=(COMMENT,), at=1)
    gone, comment = compare(base, base, sent, replace(sent, blocks=kept, gone=(told,))).changes
    assert (gone.kind, gone.blocks, gone.author) == ("delete", (2,), A.author)
    assert (comment.kind, comment.blocks) == ("comment", (2,))
