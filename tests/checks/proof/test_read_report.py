"""A whole report is proof-read: subject, headings, paragraphs and cells, each slip at its place."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from danvan_desktop.checks import learn, proofread
from danvan_desktop.report.model import Cell, Column, Paragraph, Report, Run, Section, Table

WRONG = "Tiếp tục chỉ đạo quán tiệt sâu rộng."


def report(**parts: Any) -> Report:
    return replace(Report("r", datetime(2025, 11, 24, tzinfo=UTC), 2025, ""), **parts)


def places(value: Report) -> list[tuple[str, str, str]]:
    return [(finding.place, finding.found, finding.suggestion) for finding in proofread(value)]


def test_each_text_is_read_at_its_place() -> None:
    runs = (Run(WRONG),)
    assert places(report(subject=WRONG)) == [("subject", "tiệt", "triệt")]
    assert places(report(opening=(Paragraph(4, runs=runs),))) == [("block:4", "tiệt", "triệt")]
    assert places(report(sections=(Section(7, title=runs),))) == [("section:7", "tiệt", "triệt")]
    table = Table(9, (Column(),), ((Cell((runs,)),),))
    assert places(report(closing=(table,))) == [("block:9", "tiệt", "triệt")]


def test_a_finding_says_what_is_meant_and_where() -> None:
    (finding,) = proofread(report(subject=WRONG))
    assert finding.level == "misspelt"
    assert finding.message == "“tiệt” có thể là “triệt”: … chỉ đạo quán triệt sâu rộng …"


def test_runs_of_one_paragraph_are_one_text() -> None:
    runs = (Run("Tiếp tục chỉ đạo quán "), Run("tiệt", bold=True), Run(" sâu rộng."))
    assert places(report(opening=(Paragraph(1, runs=runs),))) == [("block:1", "tiệt", "triệt")]


def test_the_built_in_sample_has_nothing_likely(sample: Report) -> None:
    assert [finding for finding in proofread(sample) if finding.level == "misspelt"] == []


def test_what_the_office_takes_for_right_is_no_finding() -> None:
    assert proofread(report(subject=WRONG), known=["tiệt"]) == ()
    assert proofread(report(subject=WRONG), known=["Quán Tiệt"]) == ()
    assert proofread(report(subject=WRONG), known=["tiệt khuẩn"]) != ()


def test_reports_teach_what_they_have_twice() -> None:
    issued = report(subject=WRONG, opening=(Paragraph(1, runs=(Run(WRONG),)),))
    assert ("quan1", "tiêt5") in learn([issued]).pairs
    assert learn([report(subject=WRONG)]).pairs == frozenset()
    (found,) = proofread(report(subject=WRONG), learned=learn([issued]))
    assert found.found == "tiệt"  # so clear a slip is told however often it was issued
