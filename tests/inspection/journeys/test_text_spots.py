"""A line says where in the text it fails, by the words that stand there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection.sheet import Measurement, Outcome, TextSpot
from danvan_desktop.report.model import Paragraph, Report, Run
from tests.builders.exported_files import as_docx, as_pdf
from tests.builders.inspected_report import REPORT
from tests.inspection.measurements import measured
from tests.inspection.pdf_defects import measured as measured_pdf

Measure = Callable[[Report, FontSet], dict[int, Measurement]]


def in_word(report: Report, fonts: FontSet) -> dict[int, Measurement]:
    return measured(as_docx(report, fonts))


def in_pdf(report: Report, fonts: FontSet) -> dict[int, Measurement]:
    return measured_pdf(as_pdf(report, fonts))


both = pytest.mark.parametrize("measure", [in_word, in_pdf])


def opened_with(text: str, *, italic: bool = False) -> Report:
    """The report with a paragraph of its own at the start."""
    first, *others = REPORT.opening
    assert isinstance(first, Paragraph)
    return replace(REPORT, opening=(replace(first, runs=(Run(text, italic=italic),)), *others))


@both
@pytest.mark.parametrize(
    ("line", "text", "spot"),
    [
        (29, "Thực hiện Công văn số 12/SNV-XDCQ, Văn phòng báo cáo như sau:", "Công văn số 12/SNV-XDCQ"),
        (55, "Uỷ quyền, hòa giải, ủy nhiệm và thủy lợi được báo cáo như sau:", "Uỷ"),
        (53, "Văn phòng báo cáo kết quả của … đơn vị như sau:", ""),
    ],
)
def test_a_line_that_fails_on_words_names_them(
    fonts: FontSet, measure: Measure, line: int, text: str, spot: str
) -> None:
    found = measure(opened_with(text), fonts)[line]
    assert found.outcome in {Outcome.WRONG, Outcome.REVIEW, Outcome.CUSTOM}
    assert TextSpot(text, spot) in found.spots


@both
def test_a_line_that_fails_on_a_look_names_the_paragraph(fonts: FontSet, measure: Measure) -> None:
    text = "Văn phòng báo cáo kết quả thực hiện như sau:"
    found = measure(opened_with(text, italic=True), fonts)[35]
    assert found.outcome is Outcome.WRONG
    assert found.spots == (TextSpot(text),)


@both
def test_a_number_out_of_turn_is_named_with_its_paragraph(fonts: FontSet, measure: Measure) -> None:
    section = REPORT.sections[1]
    blocks = tuple(
        replace(block, number="4.") if isinstance(block, Paragraph) and block.number == "2." else block
        for block in section.blocks
    )
    sections = (REPORT.sections[0], replace(section, blocks=blocks), *REPORT.sections[2:])
    found = measure(replace(REPORT, sections=sections), fonts)[33]
    assert found.outcome is Outcome.WRONG
    assert found.spots[0].text.startswith("4. ")


@both
def test_a_line_that_is_right_names_no_place(fonts: FontSet, measure: Measure) -> None:
    found = measure(REPORT, fonts)
    assert all(not each.spots for each in found.values() if each.outcome is Outcome.RIGHT)


@both
def test_a_word_in_italics_is_the_authors_own(fonts: FontSet, measure: Measure) -> None:
    section = REPORT.sections[2]
    clause = section.blocks[0]
    assert isinstance(clause, Paragraph)
    words = (
        Run("Thực hiện cuộc vận động "),
        Run("Dân vận khéo", italic=True),
        Run(" ở mọi cơ quan, đơn vị."),
    )
    blocks = (replace(clause, runs=words), *section.blocks[1:])
    report = replace(REPORT, sections=(*REPORT.sections[:2], replace(section, blocks=blocks)))
    found = measure(report, fonts)
    assert [found[number].outcome for number in (33, 34, 35)] == [Outcome.RIGHT] * 3
