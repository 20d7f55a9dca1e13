"""The compliance sheet on paper: every word of it, on as many A4 pages as that takes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from danvan_desktop.exporters.pdf import pdf_bytes
from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection import ComplianceSheet, Outcome, inspect
from danvan_desktop.inspection.lines import SECTIONS
from danvan_desktop.inspection.printable import sheet_document
from danvan_desktop.inspection.sheet_text import DATED, SIGNERS, TITLE
from danvan_desktop.layout.document import GridTable
from danvan_desktop.layout.nd30 import PAPER_HEIGHT, PAPER_WIDTH
from danvan_desktop.layout.pages import Pages
from danvan_desktop.layout.typeset.pagination import typeset
from tests.builders.reports import NOW


@pytest.fixture
def sheet(good: bytes, tmp_path: Path) -> ComplianceSheet:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(good)
    return inspect(path, NOW)


def bad(sheet: ComplianceSheet) -> ComplianceSheet:
    """Every line against the decree, with much to say."""
    words = "không đúng quy định về cỡ chữ, kiểu chữ, vị trí trình bày và khoảng cách; " * 4
    return replace(
        sheet, lines=tuple(replace(line, outcome=Outcome.WRONG, measured=words) for line in sheet.lines)
    )


def set_on_paper(sheet: ComplianceSheet, fonts: FontSet) -> Pages:
    return typeset(sheet_document(sheet), fonts)


def words(pages: Pages) -> str:
    return "\n".join(line.paragraph.text for page in pages.pages for line in page.lines)


@pytest.mark.parametrize(("make", "count"), [(lambda sheet: sheet, 3), (bad, 5)], ids=["right", "all wrong"])
def test_it_takes_as_many_a4_pages_as_its_words(
    sheet: ComplianceSheet, fonts: FontSet, make: Callable[[ComplianceSheet], ComplianceSheet], count: int
) -> None:
    pages = set_on_paper(make(sheet), fonts).pages
    assert len(pages) <= count
    assert {(page.width, page.height) for page in pages} == {(PAPER_WIDTH, PAPER_HEIGHT)}


@pytest.mark.parametrize("make", [lambda sheet: sheet, bad], ids=["right", "all wrong"])
def test_no_word_of_a_rule_or_a_measurement_is_cut(
    sheet: ComplianceSheet, fonts: FontSet, make: Callable[[ComplianceSheet], ComplianceSheet]
) -> None:
    made = make(sheet)
    told = words(set_on_paper(made, fonts)).splitlines()
    for line in made.lines:
        assert line.requirement.rule in told
        assert line.measured.strip() in [text.strip() for text in told]


def test_a_title_of_a_section_stands_with_its_first_line(sheet: ComplianceSheet) -> None:
    (part,) = sheet_document(sheet).parts
    body = next(item for item in part.flow if isinstance(item, GridTable) and item.name == "body")
    titles = [row for row, cells in enumerate(body.rows) if cells[0] and cells[0].cols == len(body.columns)]
    assert len(titles) == len(SECTIONS)
    assert all(body.held()[row] for row in titles)


def test_every_line_its_outcome_and_its_clause_are_on_it(sheet: ComplianceSheet, fonts: FontSet) -> None:
    told = words(set_on_paper(sheet, fonts))
    for line in sheet.lines:
        assert f"\n{line.number}\n" in told
        assert line.requirement.short_citation in told
    assert {"Đúng", "Không áp dụng", "Thông lệ"} <= set(told.splitlines())


def test_it_names_the_file_and_has_places_for_both_names(sheet: ComplianceSheet, fonts: FontSet) -> None:
    pages = set_on_paper(sheet, fonts)
    told = words(pages)
    assert told.startswith(TITLE)
    assert "bao-cao.docx" in told
    assert all(name in told for name in SIGNERS)
    assert told.splitlines().count(DATED) == len(SIGNERS)
    last = pages.pages[-1]
    assert last.height - last.lines[-1].baseline > 600, "room to sign"


def test_letters_are_no_smaller_than_ten_points(sheet: ComplianceSheet, fonts: FontSet) -> None:
    pages = set_on_paper(bad(sheet), fonts)
    assert min(f.size for page in pages.pages for line in page.lines for f in line.fragments) >= 20


def test_what_is_wrong_stands_out_and_keeps_more_of_its_words(sheet: ComplianceSheet, fonts: FontSet) -> None:
    first, *others = sheet.lines
    long = "khổ giấy 210 x 279 mm ở các trang 1, 2, 3, 4, 5 và 6 của tệp"
    one = replace(sheet, lines=(replace(first, outcome=Outcome.WRONG, measured=long), *others))
    pages = set_on_paper(one, fonts)
    assert long in words(pages)
    bold = [line for page in pages.pages for line in page.lines if line.paragraph.text == "Không đúng"]
    assert bold
    assert all(fragment.bold for line in bold for fragment in line.fragments)


def test_the_ordinary_pdf_writer_writes_it(sheet: ComplianceSheet, fonts: FontSet) -> None:
    assert pdf_bytes(set_on_paper(sheet, fonts), fonts).startswith(b"%PDF-")


def test_the_places_for_names_never_stand_alone_on_a_page(sheet: ComplianceSheet, fonts: FontSet) -> None:
    document = sheet_document(sheet)
    (part,) = document.parts
    rows = []
    for bottom in range(part.setup.bottom, part.setup.height // 2, 60):  # pages of any height
        lower = replace(part, setup=replace(part.setup, bottom=bottom))
        body, closing = typeset(replace(document, parts=(lower,)), fonts).pages[-1].tables
        assert closing.table.name == "closing"
        rows.append(body.last_row - body.first_row + 1)
    assert min(rows) == 2
