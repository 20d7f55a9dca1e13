"""The register: each document once, what its first mention lacks, and what earlier reports say of it."""

from danvan_desktop.checks.citations.register import (
    citations,
    complete,
    full_citation,
    with_full_citation,
)
from danvan_desktop.report.model import Paragraph, plain
from tests.builders.example_reports import example_report

FULL = "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về tiếp tục đổi mới công tác dân vận"


def test_a_document_is_registered_once_with_what_is_lacking() -> None:
    report = example_report(
        "Thực hiện Chỉ thị 33/CT-TTg của Thủ tướng Chính phủ, cơ quan đã triển khai.\n"
        "Cơ quan ban hành Kế hoạch số 18/KH-VP ngày 20/01/2025 về công tác dân vận.\n"
        "Chỉ thị số 33/CT-TTg được quán triệt."
    )
    directive, plan = citations(report)
    assert directive.lacks == ("số", "ngày ban hành", "trích yếu")
    assert [each.has_so for each in directive.mentions] == [False, True]
    assert (plan.first.short, plan.lacks) == ("Kế hoạch số 18/KH-VP", ())


def test_headings_and_tables_need_not_cite_in_full() -> None:
    text = "# KẾT QUẢ\n## Thực hiện Chỉ thị số 33/CT-TTg\n| Kế hoạch số 18/KH-VP | đạt"
    assert citations(example_report(text)) == ()


def test_what_is_lacking_is_taken_from_earlier_reports() -> None:
    now = example_report("Thực hiện chỉ thị 33/CT-TTg, cơ quan đã triển khai.")
    last_year, before = example_report(f"{FULL}, đã tổ chức."), example_report("Chỉ thị số 33/CT-TTg.")
    (entry,) = citations(now)
    assert complete(entry, [before, last_year]) == FULL
    assert complete(entry, [before]) == "Chỉ thị số 33/CT-TTg"
    assert complete(entry, []) == "Chỉ thị số 33/CT-TTg"


def test_a_full_citation_takes_the_place_of_the_first() -> None:
    now = example_report("Thực hiện chỉ thị 33/CT-TTg, cơ quan đã triển khai.")
    (entry,) = citations(now)
    (block,) = with_full_citation(now, entry, complete(entry, [example_report(f"{FULL}.")])).opening
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == f"Thực hiện {FULL}, cơ quan đã triển khai."


def test_what_is_whole_or_unknown_is_not_completed() -> None:
    (whole,) = citations(example_report(f"{FULL}."))
    assert complete(whole, [example_report(f"{FULL}.")]) == ""
    assert full_citation(whole.first) == FULL
    (bare,) = citations(example_report("Chỉ thị số 33/CT-TTg"))
    assert complete(bare, [example_report("Chỉ thị số 34/CT-TTg ngày 01/02/2022")]) == ""


def test_two_dates_of_one_document_are_both_kept() -> None:
    text = "Kế hoạch số 18/KH-VP ngày 20/01/2025.\nKế hoạch số 18/KH-VP ngày 21/01/2025."
    (entry,) = citations(example_report(text))
    assert sorted(day.day or 0 for day in entry.days) == [20, 21]
