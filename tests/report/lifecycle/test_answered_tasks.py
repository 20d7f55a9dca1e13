"""Last year's tasks are told as answered only where their very words were written this year."""

from dataclasses import replace
from datetime import UTC, datetime

from danvan_desktop.report.lifecycle.answered_tasks import answered_tasks
from danvan_desktop.report.lifecycle.next_year import next_year
from danvan_desktop.report.model import Origin, Paragraph, Report, Run
from tests.builders import samples

TASK = "Tổ chức ít nhất 12 hội nghị tại các xã vùng xa."


def this_year(*written: Paragraph) -> Report:
    """Begin next year's report from one with one task, and write into the section that reports on it."""
    old = samples.report()
    tasks = [replace(section, blocks=(Paragraph(90, runs=(Run(TASK),)),)) for section in old.sections[3:]]
    new = next_year(
        replace(old, sections=(*old.sections[:3], *tasks)),
        old.year + 1,
        datetime(2027, 1, 1, tzinfo=UTC),
        "n",
    )
    at = next(index for index, section in enumerate(new.sections) if section.key == "implementation")
    section = replace(new.sections[at], number="II.", blocks=written)
    return replace(new, sections=(*new.sections[:at], section, *new.sections[at + 1 :]))


def test_words_that_were_written_this_year_are_told_with_their_place() -> None:
    heading = Paragraph(1, role="heading", number="2.", runs=(Run("Tuyên truyền"),))
    body = Paragraph(2, runs=(Run("Đã tổ chức ít nhất 12 hội nghị tại các xã vùng xa, với 300 lượt người."),))
    assert answered_tasks(this_year(heading, body)) == {0: "II.2"}


def test_other_words_tell_nothing() -> None:
    body = Paragraph(2, runs=(Run("Đã tổ chức 12 hội nghị ở vùng xa."),))
    assert answered_tasks(this_year(body)) == {}


def test_the_task_itself_carried_over_is_no_answer() -> None:
    assert answered_tasks(this_year()) == {}


def test_text_of_last_year_that_nobody_touched_is_no_answer() -> None:
    body = Paragraph(2, runs=(Run(TASK),), origin=Origin(2026))
    assert answered_tasks(this_year(body)) == {}
    touched = replace(body, origin=Origin(2026, touched=True))
    assert answered_tasks(this_year(touched)) == {0: "II"}
