"""The register: each document once, what its first mention lacks, and what earlier reports say of it."""

from dataclasses import replace

from danvan_desktop.checks import RULES, check, fix
from danvan_desktop.checks.citations.citation import Citation
from danvan_desktop.checks.citations.register import (
    citations,
    complete,
    full_citation,
    standing_citations,
)
from danvan_desktop.report.model import Paragraph, plain
from tests.builders.example_reports import example_report

FULL = "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về tiếp tục đổi mới công tác dân vận"
INCOMPLETE = next(rule for rule in RULES if rule.id == "citation-incomplete")


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


def earlier(text: str, year: int = 2024) -> tuple[Citation, ...]:
    return standing_citations([replace(example_report(text), year=year)])


def test_what_is_lacking_is_taken_from_earlier_reports() -> None:
    (document,) = citations(example_report("Thực hiện chỉ thị 33/CT-TTg, cơ quan đã triển khai."))
    assert complete(document, [*earlier("Chỉ thị số 33/CT-TTg."), *earlier(f"{FULL}, đã tổ chức.")]) == FULL
    assert complete(document, earlier("Chỉ thị số 33/CT-TTg.")) == "Chỉ thị số 33/CT-TTg"
    assert complete(document, []) == "Chỉ thị số 33/CT-TTg"


def test_a_document_of_an_earlier_year_is_not_taken_for_another_of_its_number() -> None:
    plan = "Kế hoạch số 18/KH-VP ngày 20/01/2024 của Văn phòng về công tác dân vận."
    (document,) = citations(example_report("Theo Kế hoạch số 18/KH-VP, cơ quan đã triển khai."))
    assert complete(document, earlier(plan)) == ""
    assert complete(document, earlier(plan, 2025)) == plan.removesuffix(".")
    (dated,) = citations(example_report("Theo Kế hoạch số 18/KH-VP ngày 21/01/2025, cơ quan đã triển khai."))
    assert complete(dated, earlier(plan, 2025)) == ""


def test_a_full_citation_takes_the_place_of_the_first() -> None:
    now = example_report("Thực hiện chỉ thị 33/CT-TTg, cơ quan đã triển khai.")
    findings = check(now, [INCOMPLETE], known=earlier(f"{FULL}."))
    (block,) = fix(now, findings).opening
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == f"Thực hiện {FULL}, cơ quan đã triển khai."


def test_an_annex_names_its_own_document_without_a_title() -> None:
    text = "(Kèm theo Báo cáo số 76/BC-SKHCN ngày 25 tháng 11 năm 2025 của Sở Khoa học và Công nghệ)"
    (document,) = citations(example_report(text))
    assert document.lacks == ()


def test_nothing_is_proposed_that_says_no_more() -> None:
    (document,) = citations(example_report("Công văn số 12/SNV-XD ngày 25 tháng 11 năm 2025 của Sở Nội vụ."))
    assert document.lacks == ("trích yếu",)
    assert complete(document, ()) == ""


def test_what_is_whole_or_unknown_is_not_completed() -> None:
    (whole,) = citations(example_report(f"{FULL}."))
    assert complete(whole, earlier(f"{FULL}.")) == ""
    assert full_citation(whole.first) == FULL
    (bare,) = citations(example_report("Chỉ thị số 33/CT-TTg"))
    assert complete(bare, earlier("Chỉ thị số 34/CT-TTg ngày 01/02/2022")) == ""


def test_two_dates_of_one_document_are_both_kept() -> None:
    text = "Kế hoạch số 18/KH-VP ngày 20/01/2025.\nKế hoạch số 18/KH-VP ngày 21/01/2025."
    (entry,) = citations(example_report(text))
    assert sorted(day.day or 0 for day in entry.days) == [20, 21]
