"""A task of last year that has no result is one finding each, and passing one over keeps the others."""

from dataclasses import replace

import pytest

from danvan_desktop.checks import Finding, as_json_object, check
from danvan_desktop.checks.listing import lines
from danvan_desktop.checks.standing import not_passed_over, passed_over, still_there
from danvan_desktop.checks.topics.promised import RULES
from danvan_desktop.report.lifecycle.promises import promises, with_answer
from danvan_desktop.report.model import AnswerState, Report, TaskAnswer
from tests.builders.example_reports import example_report

FIRST, SECOND = "Tổ chức 12 hội nghị đối thoại với người dân.", "Sửa chữa nhà văn hóa của ba thôn vùng cao."
REPORT = example_report(
    f"Năm trước: {FIRST}\nNăm trước: {SECOND}\n# KẾT QUẢ THỰC HIỆN\nĐã ban hành kế hoạch."
)


def unanswered(report: Report) -> tuple[Finding, ...]:
    return check(report, RULES)


def test_each_task_is_told_with_its_words_where_the_results_stand() -> None:
    first, second = unanswered(REPORT)
    assert [first.found, second.found] == [FIRST, SECOND]
    assert as_json_object(first) == {
        "rule": "task-unanswered",
        "level": "warning",
        "place": f"section:{REPORT.sections[0].id}",
        "found": FIRST,
        "suggestion": "",
        "message": "Năm trước đề ra “Tổ chức 12 hội nghị đối thoại với người dân”, báo cáo chưa nêu kết quả; "
        "hãy nêu kết quả hoặc chuyển sang năm sau.",
        "source": "Thông lệ",
        "safe": False,
    }


def test_a_task_is_listed_once_in_a_line() -> None:
    line, _ = lines(REPORT, unanswered(REPORT))
    assert line.startswith("Cần xem lại: I. KẾT QUẢ THỰC HIỆN: Năm trước đề ra")
    assert line.count("Tổ chức 12 hội nghị") == 1


@pytest.mark.parametrize("state", ["answered", "moved"])
def test_what_the_user_has_said_of_a_task_settles_it(state: AnswerState) -> None:
    task, block = promises(REPORT)[0].task, REPORT.sections[0].blocks[0].id
    said = TaskAnswer(task, block if state == "answered" else 0, state)
    report = replace(REPORT, attachments=with_answer(REPORT.attachments, said))
    assert [finding.found for finding in unanswered(report)] == [SECOND]


def test_one_task_passed_over_leaves_the_others() -> None:
    first, second = unanswered(REPORT)
    passed = passed_over(first)
    assert not_passed_over((first, second), [passed]) == (second,)
    assert still_there(REPORT, (first, second)) == (first, second)


def test_a_report_without_a_part_for_results_is_told_as_a_whole() -> None:
    (finding,) = unanswered(example_report(f"Năm trước: {FIRST}"))
    assert finding.place == ""
