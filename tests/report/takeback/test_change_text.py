"""A change in one line: in a clerk's words, with some of the words around it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from danvan_desktop.report.model import Cell, Run, plain
from danvan_desktop.report.takeback.change_text import change_text, kind_text
from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.model import ReturnedBlock, ReturnedComment, ReturnedFile
from danvan_desktop.report.takeback.wording import place_text, when_text
from tests.report.takeback.test_compare import BASE, SENT, Blocks, back, place, says


def lines(file: ReturnedFile) -> list[str]:
    plan = compare(BASE, BASE, SENT, file)
    return [f"{place_text(each, BASE)}: {change_text(each, plan)}" for each in plan.changes]


def sentence(text: str) -> Callable[[Blocks], None]:
    return says("Tổ chức 12", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổ chức 12 hội nghị với 1.402 lượt người dân tham dự trong năm.",
            "Mục II: “1.386” → “1.402” ở “Tổ chức 12 hội nghị với 1.386 lượt người dân tham dự trong…”",
        ),
        (
            "Tổ chức 12 hội nghị với 1.386 lượt người dân tham dự.",
            "Mục II: bỏ “ trong năm” ở “…1.386 lượt người dân tham dự[trong năm].”",
        ),
        (
            "Tổ chức thành công 12 hội nghị với 1.386 lượt người dân tham dự trong năm.",
            "Mục II: thêm “thành công ” vào “Tổ chức […]12 hội nghị với 1.386 lượt…”",
        ),
    ],
)
def test_words_that_go_and_come_are_told_apart_and_found(text: str, expected: str) -> None:
    assert lines(back(sentence(text))) == [expected]


def test_a_cell_is_named_by_its_row_and_column() -> None:
    def change(blocks: Blocks) -> None:
        at = next(number for number, each in enumerate(blocks) if each.kind == "table")
        rows = [list(row) for row in blocks[at].rows]
        rows[1][2] = Cell(((Run("14"),),))
        blocks[at] = replace(blocks[at], rows=tuple(map(tuple, rows)))

    (line,) = lines(back(change))
    assert line.startswith("Mục II: “12” → “14” ở hàng “Hội nghị”, cột ")


def test_what_moved_is_said_with_what_stands_before_it_now() -> None:
    def change(blocks: Blocks) -> None:
        blocks.insert(place(blocks, "Cơ quan có 12"), blocks.pop(place(blocks, "Tiếp 386")))

    assert lines(back(change)) == [
        "Mục II: “Tiếp 386 lượt công dân, giải quyết xong 41 đơn đúng hạn.” sang sau “ĐẶC ĐIỂM TÌNH HÌNH”"
    ]


def test_what_moved_to_the_beginning_is_said_with_what_stands_behind_it() -> None:
    def change(blocks: Blocks) -> None:
        blocks.insert(0, blocks.pop(place(blocks, "Tiếp 386")))

    (line,) = lines(back(change))
    assert line.endswith(
        " lên trước “Thực hiện Công văn số 12/SNV ngày 14/11/2025, Văn phòng báo cáo như sau:”"
    )


def test_a_paragraph_that_moved_behind_a_table_is_said_with_its_caption() -> None:
    def change(blocks: Blocks) -> None:
        moved = blocks.pop(place(blocks, "Cơ quan có 12"))
        blocks.insert(next(n for n, each in enumerate(blocks) if each.kind == "table") + 1, moved)

    (line,) = lines(back(change))
    assert line.endswith(" sang sau bảng “Kết quả năm 2025”")


def test_a_split_shows_where() -> None:
    def change(blocks: Blocks) -> None:
        at = place(blocks, "Tiếp 386")
        first = blocks[at]
        blocks[at] = replace(first, runs=(Run("Tiếp 386 lượt công dân,"),))
        blocks.insert(
            at + 1, ReturnedBlock("paragraph", "body", runs=(Run("giải quyết xong 41 đơn đúng hạn."),))
        )

    assert lines(back(change)) == [
        "Mục II: tách tại “Tiếp 386 lượt công dân, | giải quyết xong 41 đơn đúng…”"
    ]


def test_a_list_of_the_frame_names_what_came_and_went() -> None:
    frame = replace(SENT.frame, recipients=("Sở Nội vụ", "Ban Dân vận"))
    sent = replace(SENT, frame=replace(SENT.frame, recipients=("Sở Nội vụ", "UBND tỉnh")))
    plan = compare(BASE, BASE, sent, replace(SENT, frame=frame))
    (change,) = plan.changes
    assert place_text(change, BASE) == "Nơi nhận"
    assert change_text(change, plan) == "bỏ “UBND tỉnh”, thêm “Ban Dân vận”"


def test_a_comment_says_which_words_it_is_about() -> None:
    comment = ReturnedComment("Trần Thị B", "2025-11-28T09:00:00Z", "Kiểm tra lại", words="1.386 lượt")
    file = back(
        says(
            "Tổ chức 12", plain(SENT.blocks[place(list(SENT.blocks), "Tổ chức 12")].runs), comments=(comment,)
        )
    )
    assert lines(file) == ["Mục II: “Kiểm tra lại” về “1.386 lượt”"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("- item", "gạch đầu dòng (-)"),
        ("body", "đoạn văn"),
        ("a) point", "điểm a)"),
        ("4. heading", "đề mục 4."),
    ],
)
def test_kinds_have_names_of_the_field(words: str, said: str) -> None:
    assert kind_text(words) == said


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-11-26T09:15:00Z", "26/11/2025 09:15"),
        ("2025-11-26", "26/11/2025"),
        ("hôm qua", "hôm qua"),
        ("", ""),
    ],
)
def test_word_writes_the_local_time_with_a_z(date: str, said: str) -> None:
    assert when_text(date) == said
