"""Sizes, spacings and margins that a reader set are named at their place; what an editor rounds is not."""

from collections.abc import Callable

import pytest
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from danvan_desktop.report.takeback.compare import compare
from danvan_desktop.report.takeback.left_layout import KIND
from danvan_desktop.report.takeback.model import NotTaken
from tests.builders.edited_word_file import drop
from tests.builders.exported_files import edited, paragraph
from tests.builders.returned_files import read_docx, sent_docx
from tests.takeback.cases import base

REPORT = base()
SENT = sent_docx(REPORT)
READ = read_docx(SENT)
START = "Toàn tỉnh tiếp nhận"
Shape = Callable[[WordParagraph], None]


def left(edit: Callable[[WordFile], object]) -> list[NotTaken]:
    comparison = compare(REPORT, REPORT, READ, read_docx(edited(SENT, edit), READ))
    assert comparison.changes == ()
    return list(comparison.left)


def sized(found: WordParagraph, points: float) -> None:
    for run in found.runs:
        run.font.size = Pt(points)


def spaced(**changes: object) -> Shape:
    def change(found: WordParagraph) -> None:
        for name, value in changes.items():
            setattr(found.paragraph_format, name, value)

    return change


def with_property(name: str, **values: str) -> Shape:
    def change(found: WordParagraph) -> None:
        made = OxmlElement(f"w:{name}")
        for key, value in values.items():
            made.set(qn(f"w:{key}"), value)
        found._p.get_or_add_pPr().append(made)

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda found: sized(found, 16), "cỡ chữ 14 → 16"),
        (spaced(space_before=Pt(18)), "giãn cách trên 6 pt → 18 pt"),
        (spaced(space_after=Pt(12)), "giãn cách dưới 0 pt → 12 pt"),
        (spaced(line_spacing=1.5), "giãn dòng 17 pt → 1,5 dòng"),
        (spaced(line_spacing=Pt(20)), "giãn dòng 17 pt → 20 pt"),
        (spaced(first_line_indent=Mm(0)), "thụt dòng đầu 10 mm → 0 mm"),
        (spaced(left_indent=Mm(15)), "thụt lề trái của đoạn 0 mm → 15 mm"),
        (spaced(alignment=WD_ALIGN_PARAGRAPH.CENTER), "canh đều hai bên → canh giữa"),
        (spaced(right_indent=Mm(20)), "thụt lề phải của đoạn 0 mm → 20 mm"),
        (spaced(page_break_before=True), "sang trang mới"),
        (with_property("shd", fill="FFFF00"), "tô nền đoạn"),
    ],
)
def test_what_is_set_otherwise_is_named_at_its_paragraph(change: Shape, said: str) -> None:
    (found,) = left(lambda file: change(paragraph(file, START)))
    assert (found.kind, found.block) == (KIND, 31)
    assert found.place.startswith(START)
    assert f": {said} (không theo dõi)." in found.text


def test_words_of_another_size_are_quoted() -> None:
    def edit(file: WordFile) -> None:
        run = paragraph(file, START).runs[0]
        before, words, after = run.text.partition("52.914 hồ sơ")
        run.text = before
        for text in (words, after):
            made = paragraph(file, START).add_run(text)
            made.font.size = Pt(18) if text == words else run.font.size

    (found,) = left(edit)
    assert "cỡ chữ 14 → 18 “52.914 hồ sơ”" in found.text


def test_another_font_and_wider_letters_are_named_in_text_tables_and_around_them() -> None:
    def edit(file: WordFile) -> None:
        table = next(each for each in file.tables if "Tên mô hình" in each.cell(0, 1).text)
        for found in (paragraph(file, START), table.cell(2, 1).paragraphs[0], paragraph(file, "VĂN PHÒNG")):
            for run in found.runs:
                run.font.name = "Arial"
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), "40")
        paragraph(file, "Trụ sở tiếp công dân").runs[0]._r.get_or_add_rPr().append(spacing)

    fonts, spaced_out = sorted(left(edit), key=lambda each: "phông" not in each.text)
    assert (
        "3 chỗ có cách trình bày khác thể thức, không nhận được: phông chữ Times New Roman → Arial"
        in fonts.text
    )
    assert "giãn cách giữa các chữ 0 pt → 2 pt" in spaced_out.text
    assert spaced_out.place.startswith("Trụ sở tiếp công dân")


def test_what_stands_in_many_places_is_named_once() -> None:
    def edit(file: WordFile) -> None:
        for found in file.paragraphs:
            if found.text and found.style is not None and found.style.name == "Body Text":
                sized(found, 13)

    (found,) = left(edit)
    assert "cỡ chữ 14 → 13" in found.text
    assert int(found.text.split()[0]) > 5


def test_of_one_paragraph_all_is_named_in_one() -> None:
    def edit(file: WordFile) -> None:
        sized(paragraph(file, START), 12)
        spaced(space_before=Pt(0))(paragraph(file, START))

    (found,) = left(edit)
    assert "giãn cách trên 6 pt → 0 pt" in found.text
    assert "cỡ chữ 14 → 12" in found.text


def test_other_margins_are_named_once_for_all_sections() -> None:
    def edit(file: WordFile) -> None:
        for section in file.sections:
            section.left_margin, section.right_margin = Mm(25), Mm(15)

    (found,) = left(edit)
    assert (found.place, found.block) == ("Lề trang giấy", 0)
    assert "trái 30 mm → 25 mm; phải 20 mm → 15 mm" in found.text


def test_a_smaller_table_and_a_larger_line_of_the_letterhead_are_named() -> None:
    def edit(file: WordFile) -> None:
        table = next(each for each in file.tables if "Tên mô hình" in each.cell(0, 1).text)
        for found in {cell._tc: cell for row in table.rows for cell in row.cells}.values():
            for each in found.paragraphs:
                sized(each, 10)
        sized(paragraph(file, "VĂN PHÒNG"), 15)

    head, table = sorted(left(edit), key=lambda each: each.block)
    assert (head.block, head.place, table.block) == (0, "VĂN PHÒNG", 65)
    assert "→ 15" in head.text
    assert "→ 10" in table.text


@pytest.mark.parametrize(
    "change",
    [
        spaced(space_before=Pt(6.4)),
        spaced(first_line_indent=Mm(10.5)),
        spaced(line_spacing=Pt(17.2)),
        lambda found: found.runs[0].add_text(""),
    ],
)
def test_what_an_editor_rounds_is_nothing(change: Shape) -> None:
    assert left(lambda file: change(paragraph(file, START))) == []


def test_other_paper_and_columns_of_the_text_are_named() -> None:
    def edit(file: WordFile) -> None:
        section = file.sections[0]
        section.page_width, section.page_height = section.page_height, section.page_width
        columns = OxmlElement("w:cols")
        columns.set(qn("w:num"), "2")
        section._sectPr.append(columns)

    (found,) = left(edit)
    assert found.place == "Trang giấy"
    assert "khổ giấy 210 mm × 297 mm → 297 mm × 210 mm; chia cột 1 → 2" in found.text


def test_a_shaded_cell_that_is_aligned_otherwise_is_named_at_its_table() -> None:
    def edit(file: WordFile) -> None:
        table = next(each for each in file.tables if "Tên mô hình" in each.cell(0, 1).text)
        cell = table.cell(2, 1)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        ground = OxmlElement("w:shd")
        ground.set(qn("w:fill"), "FFFF00")
        cell._tc.get_or_add_tcPr().append(ground)

    (found,) = left(edit)
    assert found.block == 65
    assert "→ canh phải “" in found.text
    assert "tô nền ô “" in found.text


def test_margins_that_an_editor_rounds_are_nothing() -> None:
    def edit(file: WordFile) -> None:
        file.sections[0].left_margin = Mm(30.4)

    assert left(edit) == []


def test_a_paragraph_that_became_another_kind_has_the_layout_of_that() -> None:
    def edit(file: WordFile) -> None:
        paragraph(file, START).style = paragraph(file, "1. Ưu điểm").style

    comparison = compare(REPORT, REPORT, READ, read_docx(edited(SENT, edit), READ))
    assert [each.kind for each in comparison.changes] == ["kind"]
    assert not [each for each in comparison.left if each.kind == KIND]


def test_of_a_file_that_has_lost_its_styles_nothing_is_said() -> None:
    def edit(file: WordFile) -> None:
        for style in list(file.element.body.iter(qn("w:pStyle"))):
            drop(style)

    assert not [each for each in left(edit) if each.kind == KIND]
