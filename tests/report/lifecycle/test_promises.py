"""Last year's tasks and the paragraphs that answer them: matched by words and numbers, confirmed, listed."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.lifecycle.promises import (
    candidates,
    kept_promises,
    promises,
    results_annex,
    targets_of,
    unanswered,
    with_answer,
)
from danvan_desktop.report.model import (
    Annex,
    Attachments,
    Origin,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TaskAnswer,
    plain,
)
from tests.builders.strategies import reports

NOW = datetime(2026, 11, 24, tzinfo=UTC)
TASKS = (
    Paragraph(
        10,
        "clause",
        number="1.",
        numbering="auto",
        runs=(Run("Tổ chức 12 hội nghị tuyên truyền về dân vận chính quyền."),),
    ),
    Paragraph(11, "heading", number="2.", numbering="auto", runs=(Run("Cải cách hành chính"),)),
    Paragraph(12, "item", runs=(Run("Phấn đấu hoàn thành các chỉ tiêu:"),)),
    Paragraph(13, "item", level=2, runs=(Run("Hồ sơ nộp trực tuyến đạt từ 82% trở lên;"),)),
    Paragraph(14, "item", runs=(Run("Xử lý dứt điểm 05 kiến nghị quá hạn trong quý I/2026."),)),
)
HELD = Paragraph(
    21,
    "clause",
    number="1.",
    numbering="auto",
    runs=(
        Run("Văn phòng đã tổ chức 14 hội nghị tuyên truyền về dân vận chính quyền với 900 lượt người dự."),
    ),
)
ONLINE = Paragraph(22, "body", runs=(Run("Hồ sơ nộp trực tuyến đạt 85%, vượt chỉ tiêu 82% đã đề ra."),))
OTHER = Paragraph(23, "body", runs=(Run("Đoàn Thanh niên ủng hộ đồng bào vùng lũ 40 triệu đồng."),))


def answering(*blocks: Paragraph, answers: tuple[TaskAnswer, ...] = ()) -> Report:
    """Give a report of 2026 in whose second section ``blocks`` stand."""
    return Report(
        "r",
        NOW,
        2026,
        "Kết quả",
        next_id=90,
        sections=(Section(20, "implementation", number="II.", title=(Run("KẾT QUẢ"),), blocks=blocks),),
        attachments=Attachments(last_tasks=(Section(9, "tasks", blocks=TASKS),), answers=answers),
    )


def states(report: Report) -> dict[int, tuple[str, int, bool]]:
    return {
        kept.promise.task: (kept.state, kept.answer.block if kept.answer else 0, kept.is_confirmed)
        for kept in kept_promises(report)
    }


def test_headings_and_lines_that_lead_to_others_are_no_tasks_of_their_own() -> None:
    assert [(each.task, each.under) for each in promises(answering())] == [
        (10, ""),
        (13, "Phấn đấu hoàn thành các chỉ tiêu"),
        (14, "Phấn đấu hoàn thành các chỉ tiêu"),
    ]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Tổ chức ít nhất 12 hội nghị, trong đó có 04 hội nghị ở xã vùng xa", ("12 hội nghị", "04 hội nghị")),
        ("Đạt từ 99,5% trở lên", ("99,5%",)),
        ("Xử lý dứt điểm 05 kiến nghị quá hạn trong quý I/2026.", ("05 kiến nghị",)),
        ("Thực hiện Nghị quyết số 25-NQ/TW, Chỉ thị số 33/CT-TTg trong năm 2026", ()),
        ("Triển khai Kế hoạch 2021-2030 trước ngày 15/3/2026, khoản 4 Điều 32", ()),
        ("Hỗ trợ 1.250 hộ", ("1.250 hộ",)),
        ("Mở 12 lớp tập huấn, lập 01 tổ công nghệ số", ("12 lớp", "01 tổ")),
        ("Tham mưu 03 tổ chức, 20 đoàn viên, 02 đoàn kiểm tra", ("03 tổ chức", "20 đoàn viên", "02 đoàn")),
    ],
)
def test_targets_are_figures_with_their_units_and_no_years_or_numbers_of_documents(
    text: str, targets: tuple[str, ...]
) -> None:
    assert targets_of(text) == targets


def test_a_task_is_matched_to_the_paragraph_that_speaks_of_it() -> None:
    assert states(answering(OTHER, HELD, ONLINE)) == {
        10: ("answered", 21, False),
        13: ("answered", 22, False),
        14: ("open", 0, False),
    }
    first = kept_promises(answering(OTHER, HELD, ONLINE))[0]
    assert first.answer is not None
    assert first.answer.place == "II.1"


def test_words_of_aiming_count_for_nothing() -> None:
    aim = Paragraph(15, runs=(Run("Tiếp tục phấn đấu 100% hồ sơ giải quyết đúng hạn."),))
    result = Paragraph(29, runs=(Run("Đã giải quyết 44.950/45.320 hồ sơ đúng hạn, đạt 99,2%."),))
    report = answering(OTHER, result, ONLINE)
    tasks = (Section(9, "tasks", blocks=(*TASKS, aim)),)

    report = replace(report, attachments=Attachments(last_tasks=tasks))
    assert states(report)[15] == ("answered", result.id, False)


def test_what_was_copied_from_last_year_and_not_looked_at_answers_nothing() -> None:
    old = replace(HELD, origin=Origin(2025))

    assert states(answering(old))[10] == ("open", 0, False)
    assert states(answering(replace(old, origin=Origin(2025, touched=True))))[10] == ("answered", 21, False)


def test_what_the_user_has_confirmed_stands_above_words_and_numbers() -> None:
    said = (TaskAnswer(10, 23), TaskAnswer(13, 0, "moved"), TaskAnswer(14, 0, "open"))

    assert states(answering(OTHER, HELD, ONLINE, answers=said)) == {
        10: ("answered", 23, True),
        13: ("moved", 0, True),
        14: ("open", 0, True),
    }
    assert [each.promise.task for each in unanswered(answering(HELD, answers=said[1:]))] == [14]


def test_an_answer_whose_paragraph_was_deleted_is_asked_for_again() -> None:
    assert states(answering(HELD, answers=(TaskAnswer(10, 77),)))[10] == ("answered", 21, False)


def test_one_task_has_one_answer() -> None:
    kept = with_answer(with_answer(Attachments(), TaskAnswer(10, 21)), TaskAnswer(10, 0, "moved"))

    assert kept.answers == (TaskAnswer(10, 0, "moved"),)


def test_every_paragraph_can_be_pointed_to_the_likeliest_first() -> None:
    report = answering(OTHER, ONLINE, HELD)
    task = promises(report)[0]

    assert next(iter(candidates(report, task))).block == 21
    assert {each.block for each in candidates(report, task)} == {21, 22, 23}


def test_the_annex_names_each_task_with_target_result_and_place() -> None:
    report = answering(HELD, ONLINE, answers=(TaskAnswer(14, 0, "moved"),))
    annex = results_annex(report, count(90).__next__)

    assert plain(annex.title) == "KẾT QUẢ THỰC HIỆN NHIỆM VỤ ĐÃ ĐỀ RA NĂM 2026"
    assert texts_of(annex)[0] == ["STT", "Nhiệm vụ đã đề ra", "Chỉ tiêu", "Kết quả thực hiện", "Nêu tại"]
    assert texts_of(annex)[2] == ["2", plain(TASKS[3].runs), "82%", plain(ONLINE.runs), "Mục II.1"]
    assert texts_of(annex)[3][2:] == ["05 kiến nghị", "Chuyển sang năm sau", ""]
    assert (annex.id, annex.blocks[0].id) == (90, 91)


def test_a_report_with_the_annex_and_with_answers_is_read_back_as_it_was() -> None:
    report = answering(HELD, answers=(TaskAnswer(10, 21), TaskAnswer(13, 0, "moved")))
    report = replace(report, annexes=(results_annex(report, count(90).__next__),), next_id=92)

    assert from_json(to_json(report)) == report


def test_next_years_report_begins_without_answers() -> None:
    report = answering(HELD, answers=(TaskAnswer(10, 21),))
    section = Section(30, "tasks", blocks=(replace(TASKS[0], id=31),))

    following = next_year(replace(report, sections=(*report.sections, section)), 2027, NOW, "n")

    assert following.attachments.answers == ()
    assert [each.task for each in promises(following)] == [31]


@given(reports(), st.data())
def test_whatever_stands_there_each_task_has_one_state_and_an_answer_of_this_report(
    report: Report, data: st.DataObject
) -> None:
    tasks = promises(report)
    said = TaskAnswer(
        data.draw(st.sampled_from([each.task for each in tasks] or [1])),
        0,
        data.draw(st.sampled_from(("open", "moved"))),
    )
    report = replace(report, attachments=with_answer(report.attachments, said))
    kept = kept_promises(report)
    ids = {block.id for section in report.sections for block in section.blocks}

    assert [each.promise for each in kept] == list(tasks)
    assert all((each.state == "answered") == (each.answer is not None) for each in kept)
    assert {each.answer.block for each in kept if each.answer} <= ids
    assert all(0 <= each.answer.likeness <= 1 for each in kept if each.answer)
    assert all(each.state == said.state for each in kept if each.promise.task == said.task)


def texts_of(annex: Annex) -> list[list[str]]:
    table = annex.blocks[0]
    assert isinstance(table, Table)
    return [["".join(map(plain, cell.paragraphs)) if cell else "" for cell in row] for row in table.rows]
