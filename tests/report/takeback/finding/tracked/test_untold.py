"""What was tracked and is no change of the list is named with its author, at its place."""

from dataclasses import replace

from danvan_desktop.report.model import Column, Report, Run
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.model import (
    GoneBlock,
    NotTaken,
    ReturnedBlock,
    Revision,
    TrackedCell,
    TrackedErasure,
    TrackedStretch,
)
from tests.builders.reports import block, report, table
from tests.builders.returned_files import as_returned

A = Revision("Trần Thị B", "2025-11-28T09:00:00Z")
B = Revision("Lê Văn C", "2025-11-28T10:30:00Z")
TEXT = "Văn phòng đã tổ chức 12 hội nghị."
BASE: Report = report(
    (
        block(1, TEXT),
        table(2, (Column(1.0), Column(1.0)), [["Nội dung", "Kết quả"], ["Hội nghị", "12"]], "Kết quả"),
    )
)
SENT = as_returned(BASE)


def left(changed: ReturnedBlock) -> list[NotTaken]:
    blocks = [changed if each.marks and each.marks == changed.marks else each for each in SENT.blocks]
    comparison = compare(BASE, BASE, SENT, replace(SENT, blocks=tuple(blocks)))
    assert comparison.changes == ()
    return list(comparison.left)


def paragraph() -> ReturnedBlock:
    return next(each for each in SENT.blocks if each.text == TEXT)


def grid() -> ReturnedBlock:
    return next(each for each in SENT.blocks if each.kind == "table")


def test_what_one_put_in_and_another_took_out_again_is_named_with_both() -> None:
    (found,) = left(replace(paragraph(), erased=(TrackedErasure(9, "tạm ", B, put_in_by=A),)))
    assert (found.kind, found.block) == ("tracked", 1)
    assert "thêm rồi lại bỏ “tạm” (Trần Thị B, 28/11/2025 09:00; Lê Văn C, 28/11/2025 10:30)" in found.text


def test_another_distance_of_a_paragraph_is_named() -> None:
    (found,) = left(replace(paragraph(), reshaped=A))
    assert "đổi cách trình bày đoạn “Văn phòng" in found.text
    assert "Trần Thị B" in found.text


def test_the_same_words_typed_anew_are_named() -> None:
    typed = replace(paragraph(), tracked=(TrackedStretch(21, 23, A),), erased=(TrackedErasure(21, "12", A),))
    (found,) = left(typed)
    assert "thêm “12”; bỏ “12” (Trần Thị B" in found.text


def test_another_size_in_a_cell_is_named_at_its_table() -> None:
    cell = TrackedCell(1, 0, A, restyled=(TrackedStretch(0, 8, A),))
    (found,) = left(replace(grid(), tracked_cells=(cell,)))
    assert found.block == 2
    assert "đổi ô “Hội nghị” mà chữ vẫn như trước (Trần Thị B" in found.text


def test_a_cell_that_was_taken_out_and_left_the_same_grid_is_named_at_its_table() -> None:
    (found,) = left(replace(grid(), tracked_cells=(TrackedCell(-1, 1, A),)))
    assert found.block == 2
    assert "bỏ một ô hoặc một hàng (Trần Thị B, 28/11/2025 09:00)" in found.text


def test_what_is_told_as_a_change_is_not_named_again() -> None:
    new = TEXT.replace("12", "15")
    edited = replace(
        paragraph(),
        runs=(Run(new),),
        tracked=(TrackedStretch(21, 23, A),),
        erased=(TrackedErasure(21, "12", B),),
    )
    blocks = [edited if each.text == TEXT else each for each in SENT.blocks]
    comparison = compare(BASE, BASE, SENT, replace(SENT, blocks=tuple(blocks)))
    (change,) = comparison.changes
    assert (change.author, change.also) == (A.author, (B,))
    assert comparison.left == ()


def test_a_paragraph_that_was_new_and_went_again_is_named() -> None:
    gone = GoneBlock((), "Một đoạn thêm rồi bỏ.", A, also=(B,))
    (found,) = compare(BASE, BASE, SENT, replace(SENT, gone=(gone,))).left
    assert "bỏ “Một đoạn thêm rồi bỏ.” (Trần Thị B, 28/11/2025 09:00; Lê Văn C" in found.text


LABEL = ReturnedBlock("annex", "annex_label", runs=(Run("Phụ lục I"),))


def labelled(text: str, **traces: tuple[TrackedStretch, ...]) -> list[NotTaken]:
    """What is named where the first line of an annex says ``text``."""
    base = replace(SENT, blocks=(*SENT.blocks, LABEL))
    label = replace(LABEL, runs=(Run(text),), **traces)  # type: ignore[arg-type]  # fields of a block
    return list(compare(BASE, BASE, base, replace(SENT, blocks=(*SENT.blocks, label))).left)


def test_another_first_line_of_an_annex_is_named_and_another_number_is_not() -> None:
    (found,) = labelled("Phụ biểu I")
    assert found.text == "Dòng “Phụ biểu I”: phần mềm in sẵn theo mẫu, không nhận chỗ sửa."
    assert labelled("Phụ lục II") == []
    assert labelled("PHỤ LỤC I") == []


def test_who_tracked_the_first_line_of_an_annex_is_named() -> None:
    _, found = labelled("Phụ biểu I", tracked=(TrackedStretch(0, 8, A),))
    assert "thêm “Phụ biểu” (Trần Thị B, 28/11/2025 09:00)" in found.text
