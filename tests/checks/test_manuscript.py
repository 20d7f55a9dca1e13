"""What rules are given: the day a paper is judged by, its running texts, its citations."""

from dataclasses import replace
from datetime import date

import pytest

from danvan_desktop.checks.manuscript import Manuscript
from danvan_desktop.report.model import Letterhead, PartialDate
from tests.builders.example_reports import example_report


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        (PartialDate(2025, 11, 24), date(2025, 11, 24)),
        (PartialDate(2026, 1, None), date(2026, 1, 28)),
        (PartialDate(2024), date(2024, 12, 28)),
        (PartialDate(), date(2025, 12, 28)),
        (PartialDate(2025, 2, 31), date(2025, 2, 28)),
    ],
)
def test_a_paper_without_its_day_is_judged_by_the_end_of_what_is_known(
    issued: PartialDate, day: date
) -> None:
    report = replace(example_report(""), letterhead=Letterhead(issued_on=issued))
    assert Manuscript(report).day == day


def test_running_texts_are_sentences_headings_and_cells_and_no_names() -> None:
    text = (
        "Cơ quan: VĂN PHÒNG\nNơi nhận: Sở Nội vụ\nKý: CHÁNH VĂN PHÒNG\nCăn cứ: Luật\nMở đầu\n# MỤC\n"
        "## Đề mục\n| ô\nPhụ lục: DANH MỤC\nTrong phụ lục"
    )
    report = example_report(text)
    assert [placed.text for placed in Manuscript(report).texts] == [
        report.subject, "Luật", "Mở đầu", "MỤC", "Đề mục", "ô", "DANH MỤC", "Trong phụ lục",
    ]  # fmt: skip


def test_citations_are_found_by_their_text() -> None:
    manuscript = Manuscript(example_report("Chỉ thị số 33/CT-TTg\nKhông có gì"))
    assert [len(found) for found in manuscript.citations.values()] == [0, 1, 0]
    assert [document.first.symbol for document in manuscript.cited_documents] == ["33/CT-TTg"]
