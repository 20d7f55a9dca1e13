"""Our own PDF comes back: what the report prints is the same after export and import."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings

from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.exporters.prepared_report import PreparedReport
from danvan_desktop.importers import read
from danvan_desktop.reading.pdf import extract
from danvan_desktop.report.model import Block, Cell, Column, Paragraph, Report, Run, Table, plain
from danvan_desktop.report.numbering import renumber
from tests.builders import full_report
from tests.builders.exported_files import as_pdf
from tests.builders.printable_strategies import reports
from tests.builders.reports import block
from tests.importers.pdf.printed import NOW, imported, printed


@settings(max_examples=40)
@given(reports())
def test_whatever_is_printed_comes_back(report: Report) -> None:
    again = imported(as_pdf(report))
    assert printed(again) == printed(report)
    assert [note.text for note in again.import_notes if note.kind in {"unplaced", "structure"}] == []


def spanning(text: str, rows: int = 1, cols: int = 1) -> Cell:
    return Cell(((Run(text),),), rows=rows, cols=cols)


FLAT = (spanning("b"), spanning("d"))
TWO_HIGH = (spanning("A", rows=2), spanning("B", rows=2)), (None, None)
SQUARE = (spanning("A", rows=2, cols=2), None), (None, None)


@pytest.mark.parametrize(
    "rows",
    [
        (*SQUARE, FLAT),
        (FLAT, *SQUARE),
        (*TWO_HIGH, FLAT),
        (FLAT, *TWO_HIGH),
        (FLAT, *TWO_HIGH, *TWO_HIGH, FLAT),
        ((spanning("A", rows=3), spanning("1")), (None, spanning("B", rows=2)), (None, None), FLAT),
    ],
)
def test_a_row_without_a_line_of_its_own_comes_back(rows: tuple[tuple[Cell | None, ...], ...]) -> None:
    table = Table(902, (Column(1), Column(2)), rows, header_rows=0)
    made = full_report.report()
    section = replace(made.sections[0], blocks=(block(901, "Trên."), table, block(903, "Dưới.")))
    report = replace(made, sections=(section,), annexes=())
    assert printed(imported(as_pdf(report))) == printed(report)


def test_no_row_is_made_of_cells_that_go_on_on_the_next_page() -> None:
    third = (spanning("một"), spanning("hai"), spanning("ba"))
    rows = tuple(
        row
        for at in range(40)
        for row in (
            (spanning(f"Việc {at}", rows=3), spanning(f"Nơi {at}", rows=3), third[0]),
            (None, None, third[1]),
            (None, None, third[2]),
        )
    )
    table = Table(902, (Column(1), Column(2), Column(1)), rows, header_rows=0)
    made = full_report.report()
    section = replace(made.sections[0], blocks=(block(901, "Trên."), table, block(903, "Dưới.")))
    report = replace(made, sections=(section,), annexes=())
    assert printed(imported(as_pdf(report))) == printed(report)


def without_sections(report: Report) -> Report:
    """``report`` without a Mục, as papers are whose khoản have Arabic numbers from the top."""
    blocks: list[Block] = []
    for each in chain.from_iterable(section.blocks for section in report.sections):
        if not (blocks and isinstance(blocks[-1], Table) and isinstance(each, Table)):
            blocks.append(each)  # nothing on paper would part two tables
    return renumber(replace(report, sections=(), opening=(*report.opening, *blocks)))


@settings(max_examples=40)
@given(reports())
def test_a_report_without_a_section_comes_back_without_one(report: Report) -> None:
    bare = without_sections(report)
    again = imported(as_pdf(bare))
    assert again.sections == ()
    assert printed(again) == printed(bare)


def test_a_title_in_capitals_with_an_arabic_number_stays_a_clause() -> None:
    titles = ("Tình hình chung", "KẾT QUẢ THỰC HIỆN", "Cải cách hành chính: CCHC")
    blocks = [
        each
        for number, title in enumerate(titles)
        for each in (
            Paragraph(2 * number + 2, "heading", numbering="auto", runs=(Run(title),)),
            block(2 * number + 3, "Trong năm, đơn vị đã hoàn thành nhiệm vụ."),
        )
    ]
    report = replace(full_report.report(), sections=(), opening=(block(1, "Báo cáo như sau:"), *blocks))
    again = imported(as_pdf(renumber(report)))
    assert again.sections == ()
    assert [plain(each.runs) for each in again.opening if isinstance(each, Paragraph)][1::2] == list(titles)


def test_the_sample_report_comes_back(resources: Path) -> None:
    report = read(resources / "samples" / "bao-cao-mau.danvan", NOW)
    assert printed(imported(as_pdf(report))) == printed(report)


def test_the_real_report_comes_back(real_samples: Path) -> None:
    report = read(real_samples / "bao-cao-dan-van-2025.txt", NOW)
    assert printed(imported(as_pdf(report))) == printed(report)


@pytest.mark.parametrize(
    "report", [full_report.report(), full_report.unknown_letterhead(), full_report.report(12)]
)
def test_an_invented_report_comes_back(report: Report) -> None:
    assert printed(imported(as_pdf(report))) == printed(report)


def test_an_annex_of_an_office_with_a_long_name_comes_back() -> None:
    made = full_report.report()
    name = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh An Bình"
    opening = block(1, f"Thực hiện Công văn số 12/SNV-XDCQ, {name} báo cáo như sau:")
    report = replace(made, opening=(opening,))
    assert any(name.upper() in text for style, text in printed(report) if style == "annex_source")
    assert printed(imported(as_pdf(report))) == printed(report)


def test_a_symbol_that_takes_two_lines_comes_back(resources: Path) -> None:
    sample = read(resources / "samples" / "bao-cao-mau.danvan", NOW)
    report = replace(sample, letterhead=replace(sample.letterhead, symbol="BC-VPĐĐBQH&HĐND"))
    assert imported(as_pdf(report)).letterhead == report.letterhead


def test_it_comes_back_by_its_geometry_alone(resources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = read(resources / "samples" / "bao-cao-mau.danvan", NOW)
    data = as_pdf(report)
    monkeypatch.setattr(extract, "page_tags", lambda _page, _number: {})
    assert printed(imported(data)) == printed(report)


def test_numbers_come_back_as_the_program_counts_them(resources: Path) -> None:
    report = read(resources / "samples" / "bao-cao-mau.danvan", NOW)
    again = imported(as_pdf(report))
    assert {section.numbering for section in again.sections} == {"auto"}
    assert [section.key for section in again.sections] == [section.key for section in report.sections]


def test_the_numbers_of_lines_of_a_draft_are_left_out_and_named(resources: Path) -> None:
    report = read(resources / "samples" / "bao-cao-mau.danvan", NOW)
    draft = replace(report, marks=replace(report.marks, draft=2))
    source = PreparedReport(draft, line_numbers=True)
    again = imported(pdf_bytes(source.pages, source.fonts))
    assert printed(again) == printed(draft)
    count = sum(len(page.line_numbers) for page in source.pages.pages)
    assert f"Đã bỏ số thứ tự của {count} dòng ở lề trái." in [note.text for note in again.import_notes]
