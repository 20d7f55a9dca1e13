"""A Word file that comes back is read with its marks, its tracked changes, its comments, what is struck."""

from copy import deepcopy

import pytest
from docx.document import Document as WordFile
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor

from danvan_desktop.report.model import Report
from danvan_desktop.report.takeback.export_code import export_code
from danvan_desktop.report.takeback.model import ReturnedBlock, ReturnedFile, Revision
from tests.builders.exported_files import edited, paragraph
from tests.builders.full_report import report as full_report
from tests.builders.returned_files import as_returned, read_docx, sent_docx, texts

REPORT: Report = full_report()
SENT = sent_docx(REPORT)
TEXT = next(block.text for block in read_docx(SENT).blocks if block.role == "body" and len(block.text) > 40)
START = TEXT[:30]
WHO = 'w:author="Trần Thị B" w:date="2025-11-28T09:00:00Z"'


def block(file: ReturnedFile, start: str) -> ReturnedBlock:
    return next(each for each in file.blocks if each.text.startswith(start))


def test_the_file_that_went_out_says_whose_it_is_and_bears_a_mark_on_every_block() -> None:
    read = read_docx(SENT)
    assert (read.report_id, read.code) == (REPORT.id, export_code(REPORT))
    assert read.left == ()
    expected = as_returned(REPORT)
    marked = [[mark.id for mark in each.marks] for each in read.blocks if each.marks]
    assert marked == [[mark.id for mark in each.marks] for each in expected.blocks if each.marks]
    assert len(texts(read)) == len(texts(expected))


def test_tracked_letters_come_with_author_and_time_and_deleted_ones_with_their_place() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, START)._p
        run = target.findall(qn("w:r"))[0]
        run.addprevious(
            parse_xml(f'<w:ins {nsdecls("w")} w:id="90" {WHO}><w:r><w:t>Mới:</w:t><w:tab/></w:r></w:ins>')
        )
        run.addprevious(
            parse_xml(f'<w:del {nsdecls("w")} w:id="91" {WHO}><w:r><w:delText>cũ</w:delText></w:r></w:del>')
        )

    found = block(read_docx(edited(SENT, change)), "Mới: ")
    who = Revision("Trần Thị B", "2025-11-28T09:00:00Z")
    assert [(each.start, each.end, each.revision) for each in found.tracked] == [(0, 5, who)]
    assert [(each.at, each.text, each.revision) for each in found.erased] == [(5, "cũ", who)]


def test_a_paragraph_taken_out_under_track_changes_takes_its_mark_along() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, START)._p
        for run in target.findall(qn("w:r")):
            gone = parse_xml(f'<w:del {nsdecls("w")} w:id="92" {WHO}/>')
            run.addprevious(gone)
            gone.append(run)
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")
        properties = target.get_or_add_pPr()
        properties.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="93" {WHO}/></w:rPr>'))

    before = block(read_docx(SENT), START)
    read = read_docx(edited(SENT, change))
    assert [gone.marks for gone in read.gone] == [before.marks]
    assert read.gone[0].revision.author == "Trần Thị B"
    assert not any(set(before.marks) & set(each.marks) for each in read.blocks)


def test_struck_letters_are_told_and_stay_in_the_text() -> None:
    def change(file: WordFile) -> None:
        for run in paragraph(file, START).runs:
            run.font.strike = True

    found = block(read_docx(edited(SENT, change)), START)
    assert [(each.start, each.end) for each in found.struck] == [(0, len(found.text))]


def test_a_mark_that_begins_in_the_paragraph_above_is_on_both() -> None:
    """Typed before the first letter and then Enter: Word's mark begins in the new paragraph."""

    def change(file: WordFile) -> None:
        target = paragraph(file, START)._p
        (start,) = target.findall(qn("w:bookmarkStart"))
        target.addprevious(
            made := parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>Một đoạn mới gõ.</w:t></w:r></w:p>")
        )
        made.insert(0, start)

    before = block(read_docx(SENT), START)
    read = read_docx(edited(SENT, change))
    assert block(read, "Một đoạn").marks == before.marks
    assert block(read, START).marks == before.marks


def test_a_copy_of_a_paragraph_has_the_words_and_no_second_mark() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, START)._p
        copy = deepcopy(target)
        for mark in [*copy.iter(qn("w:bookmarkStart"))]:
            mark.set(qn("w:name"), f"{mark.get(qn('w:name'))}_Copy_1")
        target.addnext(copy)

    read = read_docx(edited(SENT, change))
    assert [bool(each.marks) for each in read.blocks if each.text == TEXT] == [True, False]


@pytest.mark.parametrize(
    ("typed", "label", "role"),
    [("a) Một ý mới", "a)", "point"), ("- Một ý mới", "-", "item"), ("2. Một ý mới", "2.", "clause")],
)
def test_a_number_typed_into_a_paragraph_is_kept_apart_from_its_words(
    typed: str, label: str, role: str
) -> None:
    def change(file: WordFile) -> None:
        first, *rest = paragraph(file, START).runs
        first.text = typed
        for run in rest:
            run.text = ""

    found = block(read_docx(edited(SENT, change)), "Một ý mới")
    assert (found.label, found.typed_role, found.role) == (label, role, "body")


def test_white_space_is_one_blank_and_none_at_the_ends() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, START)
        target.runs[0].text = "  " + target.runs[0].text.replace(" ", "   ") + "  "

    assert block(read_docx(edited(SENT, change)), START).text == TEXT


def test_a_table_comes_with_its_cells() -> None:
    read, expected = read_docx(SENT), as_returned(REPORT)
    found = [each for each in read.blocks if each.kind == "table"]
    assert [len(each.rows) for each in found] == [
        len(each.rows) for each in expected.blocks if each.kind == "table"
    ]


def test_a_row_of_which_all_letters_were_taken_out_is_one_that_went() -> None:
    """By way of .doc nothing else tells of a row that was taken out under track changes."""

    def change(file: WordFile) -> None:
        table = next(each for each in file.tables if len(each.rows) > 3)
        for run in list(table.rows[2]._tr.iter(qn("w:r"))):
            gone = parse_xml(f'<w:del {nsdecls("w")} w:id="94" {WHO}/>')
            run.addprevious(gone)
            gone.append(run)
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")

    before = next(each for each in read_docx(SENT).blocks if len(each.rows) > 3)
    found = next(each for each in read_docx(edited(SENT, change)).blocks if len(each.rows) > 3)
    assert found.rows == (*before.rows[:2], *before.rows[3:])
    assert [(each.row, each.revision.author) for each in found.tracked_cells] == [(-1, "Trần Thị B")]


def test_the_address_of_a_link_is_named_as_what_cannot_be_taken_with_its_words() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, START)
        address = file.part.relate_to("https://example.org/bao-cao", RT.HYPERLINK, is_external=True)
        link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{address}"/>')
        run = target.runs[0]._r
        run.addprevious(link)
        link.append(run)

    read = read_docx(edited(SENT, change))
    assert block(read, START).text == TEXT
    assert [each.kind for each in read.left] == ["link"]
    assert "→ https://example.org/bao-cao" in read.left[0].text
    assert read.left[0].place.startswith(START)


def test_words_marked_by_colour_are_named_and_black_ones_are_not() -> None:
    def change(file: WordFile) -> None:
        runs = paragraph(file, START).runs
        runs[0].font.color.rgb = RGBColor(0, 0, 0x0A)
        added = paragraph(file, START).add_run("chỗ cần hỏi lại")
        added.font.highlight_color = WD_COLOR_INDEX.YELLOW

    (left,) = read_docx(edited(SENT, change)).left
    assert left.kind == "colour"
    assert "“chỗ cần hỏi lại”" in left.text


def test_a_comment_on_a_paragraph_that_was_taken_out_stays_with_what_went() -> None:
    def change(file: WordFile) -> None:
        target = paragraph(file, START)
        file.add_comment(target.runs, text="Bỏ vì trùng", author="Trần Thị B", initials="B")
        for run in target._p.findall(qn("w:r")):
            gone = parse_xml(f'<w:del {nsdecls("w")} w:id="95" {WHO}/>')
            run.addprevious(gone)
            gone.append(run)
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")

    read = read_docx(edited(SENT, change))
    assert [each.text for block in read.blocks for each in block.comments] == []
    (gone,) = read.gone
    assert [(each.author, each.text) for each in gone.comments] == [("Trần Thị B", "Bỏ vì trùng")]
    assert gone.comments[0].words.startswith(START)


def test_a_comment_knows_the_words_that_it_is_about() -> None:
    def change(file: WordFile) -> None:
        added = paragraph(file, START).add_run("412 lượt")
        file.add_comment([added], text="Kiểm tra lại", author="Trần Thị B", initials="B")

    (comment,) = block(read_docx(edited(SENT, change)), START).comments
    assert (comment.text, comment.words) == ("Kiểm tra lại", "412 lượt")


def test_an_empty_paragraph_put_in_under_track_changes_is_named_with_its_author() -> None:
    def change(file: WordFile) -> None:
        made = parse_xml(f"<w:p {nsdecls('w')}><w:pPr><w:rPr><w:ins w:id='96' {WHO}/></w:rPr></w:pPr></w:p>")
        paragraph(file, START)._p.addnext(made)

    (left,) = read_docx(edited(SENT, change)).left
    assert (left.kind, left.place) == ("tracked", TEXT)
    assert "Dòng trống thêm vào" in left.text
    assert "Trần Thị B" in left.text


def test_a_mark_without_an_end_reaches_no_further_than_its_paragraph() -> None:
    """LibreOffice leaves the first piece of a paragraph that was split with a mark that ends nowhere."""

    def change(file: WordFile) -> None:
        target = paragraph(file, START)._p
        (end,) = target.findall(qn("w:bookmarkEnd"))
        target.remove(end)

    marked = [mark for each in read_docx(SENT).blocks for mark in each.marks]
    assert [mark for each in read_docx(edited(SENT, change)).blocks for mark in each.marks] == marked


def test_a_paragraph_that_one_put_in_and_another_took_out_names_both() -> None:
    others = [f'w:author="{name}" w:date="2025-11-28T10:00:00Z"' for name in ("Lê Văn C", "Đỗ Thị D")]

    def change(file: WordFile) -> None:
        words = "<w:r><w:delText>Thừa.</w:delText></w:r>"
        gone = f'<w:ins w:id="94" {WHO}><w:del w:id="95" {others[0]}>{words}</w:del></w:ins>'
        end = f'<w:pPr><w:rPr><w:del w:id="96" {others[1]}/></w:rPr></w:pPr>'
        paragraph(file, START)._p.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{end}{gone}</w:p>"))

    (gone,) = read_docx(edited(SENT, change)).gone
    assert [each.author for each in (gone.revision, *gone.also)] == ["Lê Văn C", "Đỗ Thị D", "Trần Thị B"]
