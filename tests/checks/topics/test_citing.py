"""What is lacking in a citation is proposed where earlier reports of the office know it."""

from dataclasses import replace

from danvan_desktop.checks import check, standing_citations
from danvan_desktop.checks.topics.citing import RULES
from tests.builders.example_reports import example_report

INCOMPLETE = [rule for rule in RULES if rule.id == "citation-incomplete"]
FULL = "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về đổi mới công tác dân vận"


def test_earlier_reports_complete_a_citation() -> None:
    last_year = replace(example_report(f"Thực hiện {FULL}, cơ quan đã triển khai."), year=2024)
    known = standing_citations([last_year])
    (finding,) = check(example_report("Thực hiện chỉ thị 33/CT-TTg, đã triển khai."), INCOMPLETE, known=known)
    assert (finding.found, finding.suggestion, finding.safe) == ("chỉ thị 33/CT-TTg", FULL, False)
    assert FULL in finding.message


def test_without_them_a_person_has_to_know() -> None:
    (finding,) = check(example_report("Thực hiện Chỉ thị số 33/CT-TTg, đã triển khai."), INCOMPLETE)
    assert finding.suggestion == ""
    assert finding.message.endswith("hãy ghi đủ.")
