"""Lines for parts that the plain report does not have: in the Word file and in the PDF alike."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt

from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection.sheet import Measurement, Outcome
from danvan_desktop.report.model import (
    Filing,
    Letterhead,
    Marks,
    Paragraph,
    Part,
    PartialDate,
    Report,
    Run,
    Signature,
)
from tests.builders.exported_files import as_docx, as_pdf, edited, paragraph
from tests.builders.inspected_report import LONG, REPORT, WITHOUT_EXTRAS
from tests.builders.reports import block
from tests.inspection.journeys.test_docx_defects import Change, font, form, on, remove, text
from tests.inspection.measurements import measured, numbers
from tests.inspection.pdf_defects import measured as measured_pdf
from tests.inspection.pdf_defects import moved, redrawn, styled, told

Measure = Callable[[Report, FontSet], dict[int, Measurement]]
ALIKE = pytest.mark.parametrize(
    "measure",
    [lambda r, f: measured(as_docx(r, f)), lambda r, f: measured_pdf(as_pdf(r, f))],
    ids=["docx", "pdf"],
)
FULL = "Thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương về công tác dân vận. "


def saying(text: str) -> Report:
    """The report with other words in its first mục."""
    first, *others = REPORT.sections
    block = first.blocks[0]
    assert isinstance(block, Paragraph)
    block = replace(block, runs=(Run(text + LONG),))
    return replace(REPORT, sections=(replace(first, blocks=(block,)), *others))


def placed(place: str | None, parent: str = "UBND tỉnh Hương Giang") -> Report:
    head = replace(REPORT.letterhead, place=place, parent_agency=parent)
    return replace(REPORT, letterhead=head)


@ALIKE
@pytest.mark.parametrize(
    ("text", "outcome", "said"),
    [
        (FULL, Outcome.RIGHT, "1 văn bản, 1 lần"),
        (FULL + "Nghị quyết số 25-NQ/TW được quán triệt. ", Outcome.RIGHT, "1 văn bản, 2 lần"),
        ("Theo Chỉ thị số 33/CT-TTg, Văn phòng đã làm. ", Outcome.WRONG, "lần đầu thiếu ngày"),
        (FULL + FULL, Outcome.WRONG, "lần sau chỉ ghi"),
        (FULL * 4, Outcome.WRONG, "25-NQ/TW: lần sau chỉ ghi tên loại, số và ký hiệu (3 lần)"),
        (FULL.replace("25-NQ", "25- NQ"), Outcome.WRONG, "khoảng trắng"),
        (FULL.replace("về công tác dân vận", ""), Outcome.REVIEW, "trích yếu"),
        (FULL.replace("Nghị quyết số 25-NQ/TW", "Văn bản số 5/SNV-TC"), Outcome.REVIEW, "chưa ghi tên loại"),
    ],
)
def test_citations(measure: Measure, fonts: FontSet, text: str, outcome: Outcome, said: str) -> None:
    found = measure(saying(text), fonts)
    assert found[29].outcome is outcome, found[29]
    assert said in found[29].measured
    assert numbers(found, Outcome.WRONG) - {7, 29} == set()


@ALIKE
def test_a_date_in_the_opening_sentence_is_none_of_the_letterheads(measure: Measure, fonts: FontSet) -> None:
    opening = (
        "Thực hiện Công văn số 4378/SNV-XDCQ ngày 20 tháng 11 năm 2025 của Sở Nội vụ về công tác dân vận, "
    )
    report = replace(WITHOUT_EXTRAS, opening=(block(1, opening + "Văn phòng báo cáo kết quả như sau:"),))
    found = measure(report, fonts)
    assert numbers(found, Outcome.WRONG) - {7, 45} == set()


@ALIKE
@pytest.mark.parametrize(
    ("place", "parent", "outcome"),
    [
        ("Bắc Ninh", "UBND tỉnh Bắc Ninh", Outcome.RIGHT),
        ("Khánh Hoà", "UBND tỉnh Khánh Hoà", Outcome.RIGHT),
        ("Hương Giang", "UBND tỉnh Hương Giang", Outcome.RIGHT),
        ("Phường Vĩnh An", "UBND tỉnh Hương Giang", Outcome.REVIEW),
        ("Hà Nam", "UBND tỉnh Hà Nam", Outcome.REVIEW),
        ("Hồ Chí Minh", "UBND Thành phố Hồ Chí Minh", Outcome.WRONG),
        ("TP. Huế", "UBND thành phố Huế", Outcome.WRONG),
        (None, "UBND tỉnh Bắc Ninh", Outcome.REVIEW),
    ],
)
def test_places(measure: Measure, fonts: FontSet, place: str | None, parent: str, outcome: Outcome) -> None:
    assert measure(placed(place, parent), fonts)[19].outcome is outcome


@ALIKE
@pytest.mark.parametrize(
    ("subject", "fault"),
    [
        ("Kết quả công tác dân vận. Phương hướng năm 2026", "nhiều hơn một câu"),
        ("Kết quả công tác dân vận năm 2025.", "kết thúc bằng"),
        ("V/v kết quả công tác dân vận năm 2025", "chỉ dùng ở công văn"),
        ("Kết quả công tác dân vận năm 2025", ""),
    ],
)
def test_subjects(measure: Measure, fonts: FontSet, subject: str, fault: str) -> None:
    found = measure(replace(REPORT, subject=subject), fonts)
    assert numbers(found, Outcome.WRONG) - {7} == ({23} if fault else set())
    assert fault in found[23].measured


@ALIKE
def test_parts(measure: Measure, fonts: FontSet) -> None:
    first, *others = REPORT.sections
    parted = replace(first, part=Part("Phần I", (Run("Kết quả thực hiện"),)))
    found = measure(replace(REPORT, sections=(parted, *others)), fonts)
    assert found[30].outcome is Outcome.RIGHT
    assert numbers(found, Outcome.WRONG) - {7} == set()


PARTED = replace(
    REPORT,
    sections=(replace(REPORT.sections[0], part=Part("Phần I", (Run("PHÂN TÍCH"),))), *REPORT.sections[1:]),
)
PART_DEFECTS_IN_WORD: list[tuple[int, Change]] = [
    (30, on("Phần I", font(bold=False))),
    (30, on("Phần I", form(alignment=ALIGN.LEFT))),
    (30, on("Phần I", text("Phần I", "PHẦN I"))),
    (30, on("Phần I", text("Phần I", "Phần 1"))),
    (30, on("Phần I", text("Phần I", "Phần I. TÌNH HÌNH"))),
    (30, on("PHÂN TÍCH", text("PHÂN TÍCH", "Phân tích"))),
    (30, on("PHÂN TÍCH", font(bold=False))),
    (30, on("PHÂN TÍCH", form(alignment=ALIGN.LEFT))),
    (32, on("PHÂN TÍCH", remove)),
]
PART_DEFECTS_IN_PRINT = [
    {"document": styled("Phần I", bold=False)},
    {"document": told("Phần I", "Phần I", "Phần 1")},
    {"document": styled("Phần I", size=32)},
    {"document": told("PHÂN TÍCH", "PHÂN TÍCH", "Phân tích")},
    {"document": styled("PHÂN TÍCH", bold=False)},
    {"pages": moved("Phần I", right=450)},
]


@pytest.mark.parametrize(("line", "change"), PART_DEFECTS_IN_WORD)
def test_a_part_set_wrongly_in_word(fonts: FontSet, line: int, change: Change) -> None:
    found = measured(edited(as_docx(PARTED, fonts), change))
    assert numbers(found, Outcome.WRONG) == {line}, found[line]


@pytest.mark.parametrize("change", PART_DEFECTS_IN_PRINT)
def test_a_part_set_wrongly_in_print(fonts: FontSet, change: dict[str, Any]) -> None:
    found = measured_pdf(as_pdf(PARTED, fonts, **change))
    assert numbers(found, Outcome.WRONG) - {7} == {30}, found[30]


def test_a_report_in_parts_needs_no_sections(fonts: FontSet) -> None:
    content = as_docx(PARTED, fonts)
    for number in ("I. ", "II. ", "III. "):
        content = edited(content, on(number, remove))
    assert measured(content)[31].outcome is Outcome.NOT_APPLICABLE


@ALIKE
def test_several_addressees_below_the_colon(measure: Measure, fonts: FontSet) -> None:
    found = measure(replace(REPORT, addressees=("Sở Nội vụ", "Ban Dân vận xã Vĩnh An")), fonts)
    assert found[25].outcome is Outcome.RIGHT, found[25]
    assert numbers(found, Outcome.WRONG) - {7} == set()


@ALIKE
def test_long_addressees_and_a_long_filing_line_go_on_in_the_next_line(
    measure: Measure, fonts: FontSet
) -> None:
    long = "Ban Tuyên giáo và Dân vận Thành ủy Thành phố Hương Giang Thượng (qua Văn phòng Thành ủy tổng hợp)"
    filing = Filing("Phòng Hành chính - Tổ chức", 5, "NVA")
    found = measure(replace(REPORT, addressees=("Sở Nội vụ", long), filing=filing), fonts)
    assert numbers(found, Outcome.WRONG) - {7} == set(), found[43]


def test_a_dash_aside_of_the_colon(fonts: FontSet) -> None:
    report = replace(REPORT, addressees=("Sở Nội vụ", "Ban Dân vận xã Vĩnh An"))
    found = measured_pdf(as_pdf(report, fonts, pages=moved("- Ban Dân vận", right=300)))
    assert "dấu hai chấm" in found[25].measured
    assert numbers(found, Outcome.WRONG) - {7} == {25}


def test_the_urgency_stamp_is_measured(fonts: FontSet) -> None:
    urgent = replace(REPORT, marks=Marks(urgency="Hỏa tốc"), medium="electronic")
    found = measured_pdf(as_pdf(urgent, fonts))
    assert found[27].measured == "“HỎA TỐC”, cỡ 14, khung 30 x 8 mm"
    assert numbers(found, Outcome.WRONG) - {7} == set()
    bad = measured_pdf(as_pdf(urgent, fonts, document=told("HỎA TỐC", "HỎA TỐC", "KHẨN")))
    assert numbers(bad, Outcome.WRONG) - {7} == {27}, "the box of another stamp"


def test_the_urgency_stamp_of_a_word_file_is_measured_by_its_borders(fonts: FontSet) -> None:
    urgent = as_docx(replace(REPORT, marks=Marks(urgency="Hỏa tốc"), medium="electronic"), fonts)
    found = measured(urgent)
    assert found[27].measured == "“HỎA TỐC”, cỡ 14, khung 30 x 8 mm"
    assert numbers(found, Outcome.WRONG) == set()

    def other_words(file: WordFile) -> None:
        stamp = paragraph(file, "Hỏa tốc")
        stamp.runs[0].text = "Khẩn"

    def higher(file: WordFile) -> None:
        paragraph(file, "Hỏa tốc").paragraph_format.line_spacing = Pt(30)

    def unframed(file: WordFile) -> None:
        style = paragraph(file, "Hỏa tốc").style
        assert style is not None
        for borders in style.element.xpath(".//w:pBdr"):
            borders.getparent().remove(borders)

    for change in (other_words, higher):
        bad = measured(edited(urgent, change))
        assert numbers(bad, Outcome.WRONG) == {27}, bad[27]
    bare = measured(edited(urgent, unframed))
    assert bare[27].outcome is Outcome.REVIEW  # its box may be a table's or drawn: nobody can tell from here


@ALIKE
def test_the_line_of_an_annex_agrees_with_the_head(measure: Measure, fonts: FontSet) -> None:
    dated = replace(REPORT.letterhead, number="45", issued_on=PartialDate(2025, 11, 24))
    on_paper = replace(REPORT, letterhead=dated, medium="paper")
    found = measure(on_paper, fonts)
    assert found[47].outcome is Outcome.RIGHT, found[47]
    assert numbers(found, Outcome.WRONG) - {7} == set()


@ALIKE
@pytest.mark.parametrize(
    "name",
    ["Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"],
)
def test_an_annex_names_the_office_in_full(measure: Measure, fonts: FontSet, name: str) -> None:
    opening = (block(1, f"Thực hiện Kế hoạch của tỉnh, {name} báo cáo kết quả như sau:"),)
    found = measure(replace(REPORT, opening=opening), fonts)
    assert found[47].outcome is Outcome.RIGHT, found[47]
    assert numbers(found, Outcome.WRONG) - {7} == set()


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("45/", "46/", "số khác"),
        ("/BC-VP", "/BC-SNV", "ký hiệu BC-SNV khác"),
        ("ngày 24", "ngày 25", "ngày, tháng, năm khác"),
        ("số 45", "số", "chỗ điền chỗ để trống"),
        ("Kèm theo Báo cáo", "Kèm theo văn bản", "không đúng dạng"),
    ],
)
def test_an_annex_that_says_otherwise_than_the_head(fonts: FontSet, old: str, new: str, fault: str) -> None:
    dated = replace(REPORT.letterhead, number="45", issued_on=PartialDate(2025, 11, 24))
    on_paper = replace(REPORT, letterhead=dated, medium="paper")
    found = measured_pdf(as_pdf(on_paper, fonts, document=told("(Kèm theo", old, new)))
    assert fault in found[47].measured
    assert numbers(found, Outcome.WRONG) - {7} == {47}


@pytest.mark.parametrize(
    "change",
    [
        text("45/", "46/"),
        text("/BC-VP", "/BC-SNV"),
        text("ngày 24", "ngày 25"),
        text("Kèm theo Báo cáo", "Kèm theo văn bản"),
        font(italic=False),
        font(size=Pt(12)),
        form(alignment=ALIGN.LEFT),
        remove,
    ],
)
def test_the_line_of_an_annex_set_wrongly_in_word(fonts: FontSet, change: Callable[..., object]) -> None:
    dated = replace(REPORT.letterhead, number="45", issued_on=PartialDate(2025, 11, 24))
    on_paper = as_docx(replace(REPORT, letterhead=dated, medium="paper"), fonts)
    found = measured(edited(on_paper, on("(Kèm theo", change)))
    assert numbers(found, Outcome.WRONG) == {47}, found[47]


def test_a_dash_aside_of_the_colon_in_word(fonts: FontSet) -> None:
    report = as_docx(replace(REPORT, addressees=("Sở Nội vụ", "Ban Dân vận xã Vĩnh An")), fonts)
    found = measured(edited(report, on("- Ban Dân vận", form(left_indent=Pt(20)))))
    assert numbers(found, Outcome.WRONG) == {25}, found[25]


@ALIKE
def test_a_post_in_another_body_leaves_the_room_above_it(measure: Measure, fonts: FontSet) -> None:
    signature = replace(REPORT.signature, other_position="Bí thư Chi bộ")
    found = measure(replace(REPORT, signature=signature), fonts)
    assert found[49].outcome is Outcome.RIGHT, found[49]
    assert numbers(found, Outcome.WRONG) - {7} == set()


@ALIKE
def test_what_is_not_filled_in_yet_is_no_fault(measure: Measure, fonts: FontSet) -> None:
    head = Letterhead(None, None, None, None, None, PartialDate(2025))
    found = measure(replace(REPORT, letterhead=head, signature=Signature()), fonts)
    assert numbers(found, Outcome.WRONG) - {7} == set()
    assert {16, 18, 19, 40, 41, 47} <= numbers(found, Outcome.REVIEW)


@ALIKE
def test_the_longest_name_of_a_place_leaves_room_for_the_day(measure: Measure, fonts: FontSet) -> None:
    found = measure(placed("Thành phố Hồ Chí Minh", "UBND Thành phố Hồ Chí Minh"), fonts)
    assert found[54].outcome is Outcome.RIGHT, found[54]
    assert numbers(found, Outcome.WRONG) - {7} == set()


def test_a_dashed_rule_is_not_solid(fonts: FontSet) -> None:
    def dashed(drawing: bytes) -> bytes:
        second = re.findall(rb"[\d. ]+ w [\d. ]+ m [\d. ]+ l S", drawing)[1]
        return drawing.replace(second, b"[3 3] 0 d " + second + b" [] 0 d")

    found = measured_pdf(as_pdf(REPORT, fonts, file=redrawn(dashed)))
    assert numbers(found, Outcome.WRONG) - {7} == {13}
    assert "không phải nét liền" in found[13].measured
