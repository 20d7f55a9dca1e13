"""A Mục or a Phụ lục that came is one change with all that stands under it, taken whole, each word once."""

from dataclasses import replace

import pytest

from danvan_desktop.report.model import Annex, Paragraph, Report, Run, Section, plain
from danvan_desktop.report.numbering import renumber
from danvan_desktop.report.takeback.compare import compare, merged
from danvan_desktop.report.takeback.finding.plan import TakeBackPlan
from danvan_desktop.report.takeback.model import ReturnedBlock, ReturnedFile, Revision
from danvan_desktop.report.takeback.wording import change_name, place_text
from danvan_desktop.report.walk import every_id
from tests.builders.reports import block, report
from tests.builders.returned_files import as_returned, texts

BASE: Report = renumber(
    report(
        (),
        (
            Section(
                1,
                "situation",
                "I.",
                title=(Run("ĐẶC ĐIỂM TÌNH HÌNH"),),
                blocks=(block(2, "Cơ quan có 12 phòng, ban chuyên môn với 168 công chức."),),
            ),
        ),
        closing=(block(3, "Trên đây là báo cáo của Văn phòng"),),
        annexes=(
            Annex(4, title=(Run("DANH MỤC MÔ HÌNH"),), blocks=(block(5, "Ghi chú: tính đến tháng 11."),)),
        ),
        next_id=20,
    )
)
SENT = as_returned(BASE)
TITLE, FIRST, SECOND = "ĐỀ XUẤT, KIẾN NGHỊ", "Đề nghị Sở Nội vụ mở lớp bồi dưỡng.", "Đề nghị bố trí kinh phí."
SECTION = Section(30, "other", "II.", title=(Run(TITLE),), blocks=(block(31, FIRST), block(32, SECOND)))
ANNEX = Annex(30, title=(Run("BIỂU TỔNG HỢP KIẾN NGHỊ"),), blocks=(block(31, FIRST), block(32, SECOND)))


def back(theirs: Report) -> ReturnedFile:
    return as_returned(theirs, frozenset(identifier for _, identifier in every_id(BASE)))


def compared(file: ReturnedFile, ours: Report = BASE) -> TakeBackPlan:
    return compare(BASE, ours, SENT, file)


def said(made: Report) -> list[str]:
    return [plain(each.runs) for each in made.sections[-1].blocks if isinstance(each, Paragraph)]


def test_a_new_muc_with_its_paragraphs_is_one_change_and_taken_whole() -> None:
    file = back(replace(BASE, sections=(*BASE.sections, SECTION)))
    comparison = compared(file)
    (change,) = comparison.changes
    assert (change.kind, change.after, change.before) == ("section+", 2, 3)
    assert plain(change.new).split("\n") == [TITLE, FIRST, SECOND]
    assert (change_name(change), place_text(change, BASE)) == ("Mục mới", "Sau Mục I")
    made = merged(BASE, BASE, comparison, frozenset({1}))
    assert (plain(made.sections[-1].title), made.sections[-1].number, said(made)) == (
        TITLE,
        "II.",
        [FIRST, SECOND],
    )
    assert texts(as_returned(made)) == texts(file)
    assert compared(file, made).changes[0].is_done


@pytest.mark.parametrize("kept", [0, 1])
def test_what_of_a_new_muc_stands_here_already_comes_no_second_time(kept: int) -> None:
    file = back(replace(BASE, sections=(*BASE.sections, SECTION)))
    ours = renumber(
        replace(BASE, sections=(*BASE.sections, replace(SECTION, blocks=(SECTION.blocks[kept],))), next_id=40)
    )
    comparison = compared(file, ours)
    assert not comparison.changes[0].is_done
    made = merged(BASE, ours, comparison, frozenset({1}))
    assert [plain(each.title) for each in made.sections].count(TITLE) == 1
    assert sorted(said(made)) == sorted([FIRST, SECOND])


def test_a_new_annex_with_its_paragraphs_is_one_change_under_its_own_name() -> None:
    file = back(replace(BASE, annexes=(*BASE.annexes, ANNEX)))
    comparison = compared(file)
    (change,) = comparison.changes
    assert (change.kind, change_name(change)) == ("annex+", "Phụ lục mới")
    assert place_text(change, BASE).startswith("Sau Phụ lục")
    made = merged(BASE, BASE, comparison, frozenset({1}))
    assert [len(each.blocks) for each in made.annexes] == [1, 2]
    assert texts(as_returned(made)) == texts(file)


def test_an_annex_that_went_is_named_so() -> None:
    (change,) = compared(back(replace(BASE, annexes=()))).changes
    assert (change.kind, change_name(change), change.blocks) == ("annex-", "Bỏ phụ lục", (4,))
    assert change.takes_away


def test_a_paragraph_that_another_put_under_a_new_heading_stays_a_change_of_its_own() -> None:
    file = back(replace(BASE, sections=(*BASE.sections, SECTION)))
    who = {TITLE: "Trần Thị B", FIRST: "Trần Thị B", SECOND: "Lê Văn C"}

    def by(read: ReturnedBlock) -> ReturnedBlock:
        author = who.get(read.text)
        return replace(read, is_new=Revision(author, "2025-11-28T09:00:00Z")) if author else read

    comparison = compared(replace(file, blocks=tuple(map(by, file.blocks))))
    assert [(each.kind, each.author) for each in comparison.changes] == [
        ("section+", "Trần Thị B"),
        ("insert", "Trần Thị B"),
        ("insert", "Lê Văn C"),
    ]
    made = merged(BASE, BASE, comparison, frozenset({1, 2, 3}))
    assert said(made) == [FIRST, SECOND]


def test_the_line_that_print_makes_of_a_new_annex_is_no_lost_word_but_an_edit_of_it_is() -> None:
    source = ReturnedBlock("frame", "annex_source", runs=(Run("(Kèm theo Báo cáo số /BC-VP)"),))
    sent = replace(SENT, blocks=(*SENT.blocks, source))
    again = replace(sent, blocks=(*sent.blocks, source))
    assert compare(BASE, BASE, sent, again).left == ()
    edited = replace(sent, blocks=(*SENT.blocks, replace(source, runs=(Run("(Kèm theo Tờ trình)"),))))
    assert [each.text for each in compare(BASE, BASE, sent, edited).left] == [
        "Dòng “(Kèm theo Tờ trình)”: phần mềm in sẵn theo mẫu, không nhận chỗ sửa."
    ]
