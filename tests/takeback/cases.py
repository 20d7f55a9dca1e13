"""Edits of the sample report's Word file, each with what a person would name (expectations.py)."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from danvan_desktop.importers import read
from danvan_desktop.report.model import Report, Run
from tests.builders.edited_word_file import (
    AUTHOR,
    DATE,
    below,
    drop,
    in_cell,
    moved,
    replaced,
    run_of,
    say,
    taken_out,
    tracked,
    with_paragraph,
    without,
)
from tests.builders.exported_files import paragraph
from tests.repository import ROOT

Case = Callable[[WordFile], Sequence[dict[str, Any]]]
CASES: dict[str, Case] = {}
SAMPLE = ROOT / "resources" / "samples" / "bao-cao-mau.danvan"
WHO = {"tracked": True, "author": AUTHOR}


@cache
def base() -> Report:
    """The sample, with căn cứ and a Kính gửi beside what it has."""
    report = read(SAMPLE, datetime(2025, 11, 28, tzinfo=UTC))
    laws = (
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022",
        "Căn cứ Chương trình công tác năm 2025 của Văn phòng",
    )
    return replace(
        report,
        addressees=("Ban Dân vận Tỉnh ủy", "Sở Nội vụ"),
        legal_bases=tuple((Run(law),) for law in laws),
    )


def _case(make: Case) -> Case:
    CASES[make.__name__.removeprefix("_")] = make
    return make


def _table(file: WordFile, words: str) -> WordTable:
    return next(each for each in file.tables if words in each.rows[0].cells[1].text)


def _results(file: WordFile) -> WordTable:
    return _table(file, "Nội dung")


def _models(file: WordFile) -> WordTable:
    return _table(file, "Tên mô hình")


def _move_to_the_end(table: WordTable, column: int) -> None:
    """Move a column before which no cell lies over several."""
    for row in table._tbl.tr_lst:
        row.tc_lst[-1].addnext(row.tc_lst[column])


def _mark(file: WordFile, start: str) -> None:
    """Put a comment on the paragraph."""
    file.add_comment(paragraph(file, start).runs, "Nêu rõ số liệu.", author=AUTHOR, initials="TTB")


# ---------------------------------------------------------------- tables


@_case
def _a_cell_has_another_figure(file: WordFile) -> Sequence[dict[str, Any]]:
    in_cell(2, 4, "13")(file)
    return [{"op": "cell", "id": 34, "row": 2, "col": 4}]


@_case
def _two_cells_of_a_row(file: WordFile) -> Sequence[dict[str, Any]]:
    in_cell(3, 3, "415")(file)
    in_cell(3, 5, "-29")(file)
    return [{"op": "cell", "id": 34, "row": 3, "col": column} for column in (3, 5)]


@_case
def _a_cell_is_emptied(file: WordFile) -> Sequence[dict[str, Any]]:
    in_cell(4, 5, "")(file)
    return [{"op": "cell", "id": 34, "row": 4, "col": 5}]


@_case
def _a_row_is_put_in(file: WordFile) -> Sequence[dict[str, Any]]:
    row = _models(file).rows[3]._tr
    made = copy.deepcopy(row)
    row.addnext(made)
    for cell, text in zip(made.tc_lst, ("4", "“Chợ văn minh”", "Phòng Kinh tế", "310", "Mới"), strict=True):
        say(WordParagraph(cell.p_lst[0], file), text)
    return [{"op": "row+", "id": 65}]


@_case
def _a_row_is_put_in_at_the_end(file: WordFile) -> Sequence[dict[str, Any]]:
    row = _results(file).rows[8]._tr
    made = copy.deepcopy(row)
    row.addnext(made)
    for cell, text in zip(made.tc_lst, ("7", "Mô hình mới", "mô hình", "04", "06", "+02"), strict=True):
        say(WordParagraph(cell.p_lst[0], file), text)
    return [{"op": "row+", "id": 34}]


@_case
def _a_row_goes(file: WordFile) -> Sequence[dict[str, Any]]:
    row = _models(file).rows[5]._tr
    drop(row)
    return [{"op": "row-", "id": 65, "row": 5}]


@_case
def _two_rows_go_and_a_cell_changes(file: WordFile) -> Sequence[dict[str, Any]]:
    for number in (6, 5):
        row = _results(file).rows[number]._tr
        drop(row)
    in_cell(2, 3, "10")(file)
    return [
        *({"op": "row-", "id": 34, "row": row} for row in (5, 6)),
        {"op": "cell", "id": 34, "row": 2, "col": 3},
    ]


@_case
def _a_column_goes(file: WordFile) -> Sequence[dict[str, Any]]:
    table = _models(file)
    for row in table._tbl.tr_lst[:-1]:
        row.remove(row.tc_lst[4])
    last = table._tbl.tr_lst[-1]
    last.remove(last.tc_lst[-1])
    grid = table._tbl.tblGrid
    grid.remove(grid.gridCol_lst[4])
    return [{"op": "col-", "id": 65, "col": 4}]


@_case
def _a_column_is_put_in(file: WordFile) -> Sequence[dict[str, Any]]:
    table = _models(file)
    for number, row in enumerate(table._tbl.tr_lst):
        made = copy.deepcopy(row.tc_lst[-1])
        say(WordParagraph(made.p_lst[0], file), f"Ghi chú {number}")
        row.tc_lst[-1].addnext(made)
    grid = table._tbl.tblGrid
    grid.append(copy.deepcopy(grid.gridCol_lst[-1]))
    return [{"op": "col+", "id": 65}]


@_case
def _a_column_is_moved(file: WordFile) -> Sequence[dict[str, Any]]:
    _move_to_the_end(_results(file), 2)
    return [{"op": "col-", "id": 34, "col": 2}, {"op": "col+", "id": 34}]


@_case
def _a_column_is_moved_and_a_cell_of_it_edited(file: WordFile) -> Sequence[dict[str, Any]]:
    in_cell(2, 2, "hội thảo")(file)
    _move_to_the_end(_results(file), 2)
    return [{"op": "col-", "id": 34, "col": 2}, {"op": "col+", "id": 34}]


@_case
def _a_column_goes_and_another_comes_elsewhere(file: WordFile) -> Sequence[dict[str, Any]]:
    table = _results(file)
    for number, row in enumerate(table._tbl.tr_lst):
        made = copy.deepcopy(row.tc_lst[1])
        say(WordParagraph(made.p_lst[0], file), f"Phòng phụ trách {number}")
        row.tc_lst[1].addnext(made)
        row.remove(row.tc_lst[-1])
    return [{"op": "col-", "id": 34, "col": 5}, {"op": "col+", "id": 34}]


@_case
def _a_column_goes_and_a_row_and_a_cell_of_another_change(file: WordFile) -> Sequence[dict[str, Any]]:
    in_cell(3, 3, "415")(file)
    table = _results(file)
    drop(table.rows[5]._tr)
    for row in table._tbl.tr_lst:
        row.remove(row.tc_lst[1])
    return [
        {"op": "col-", "id": 34, "col": 1},
        {"op": "row-", "id": 34, "row": 5},
        {"op": "cell", "id": 34, "row": 3, "col": 3},
    ]


@_case
def _figures_of_this_year_stand_where_those_of_last_year_were(file: WordFile) -> Sequence[dict[str, Any]]:
    table = _results(file)
    expected = []
    for number, row in enumerate(table._tbl.tr_lst[1:], start=1):
        said = ["".join(map(str, cell.itertext())) for cell in row.tc_lst]
        say(WordParagraph(row.tc_lst[3].p_lst[0], file), said[4])
        if said[3] != said[4]:
            expected.append({"op": "cell", "id": 34, "row": number, "col": 3})
    return expected


@_case
def _a_table_goes(file: WordFile) -> Sequence[dict[str, Any]]:
    table = _results(file)._tbl
    file.element.body.remove(paragraph(file, "Kết quả một số mặt công tác năm")._p)
    file.element.body.remove(table)
    return [{"op": "table-", "id": 34}]


@_case
def _a_caption_is_said_otherwise(file: WordFile) -> Sequence[dict[str, Any]]:
    replaced("Kết quả một số mặt công tác năm", "Kết quả một số mặt", "Tổng hợp các mặt")(file)
    return [{"op": "edit", "id": 34}]


@_case
def _a_cell_is_tracked(file: WordFile) -> Sequence[dict[str, Any]]:
    tracked("21.450", "21.450", "22.017")(file)
    return [{"op": "cell", "id": 65, "row": 1, "col": 3, **WHO}]


@_case
def _a_row_is_tracked_out(file: WordFile) -> Sequence[dict[str, Any]]:
    row = _models(file).rows[6]._tr
    row.get_or_add_trPr().append(_revision("del"))
    for run in list(row.iter(qn("w:r"))):
        _struck_out(run)
    return [{"op": "row-", "id": 65, "row": 6, **WHO}]


@_case
def _a_word_of_a_cell_is_made_bold(file: WordFile) -> Sequence[dict[str, Any]]:
    for run in _results(file).cell(5, 1).paragraphs[0].runs:
        run.font.bold = True
    return [{"op": "look", "id": 34}]


@_case
def _a_row_is_moved(file: WordFile) -> Sequence[dict[str, Any]]:
    rows = _models(file).rows
    rows[5]._tr.addnext(rows[2]._tr)
    return [{"op": "row-", "id": 65, "row": 2}, {"op": "row+", "id": 65}]


# ---------------------------------------------------------------- around the text


@_case
def _another_agency(file: WordFile) -> Sequence[dict[str, Any]]:
    say(paragraph(file, "UBND TỈNH HƯƠNG GIANG"), "ỦY BAN NHÂN DÂN TỈNH HƯƠNG GIANG")
    return [{"op": "field", "name": "letterhead.parent_agency"}]


@_case
def _a_number_is_typed(file: WordFile) -> Sequence[dict[str, Any]]:
    say(paragraph(file, "Số:"), "Số: 215/BC-VP")
    return [{"op": "field", "name": "letterhead.number"}]


@_case
def _a_day_is_typed(file: WordFile) -> Sequence[dict[str, Any]]:
    say(paragraph(file, "Hương Giang, ngày"), "Hương Giang, ngày 02 tháng 12 năm 2025")
    return [{"op": "field", "name": "letterhead.issued_on"}]


@_case
def _another_subject(file: WordFile) -> Sequence[dict[str, Any]]:
    say(
        paragraph(file, "Kết quả thực hiện công tác dân vận"), "Kết quả công tác dân vận chính quyền năm 2025"
    )
    return [{"op": "field", "name": "subject"}]


@_case
def _a_recipient_more(file: WordFile) -> Sequence[dict[str, Any]]:
    before = paragraph(file, "- UBND tỉnh")
    made = copy.deepcopy(before._p)
    before._p.addnext(made)
    say(WordParagraph(made, file), "- Ban Dân vận Tỉnh ủy;")
    return [{"op": "field", "name": "recipients"}]


@_case
def _a_recipient_goes(file: WordFile) -> Sequence[dict[str, Any]]:
    found = paragraph(file, "- UBND tỉnh")._p
    drop(found)
    return [{"op": "field", "name": "recipients"}]


@_case
def _the_file_copy_goes_elsewhere(file: WordFile) -> Sequence[dict[str, Any]]:
    say(paragraph(file, "- Lưu:"), "- Lưu: VT, VP3.")
    return [{"op": "field", "name": "filing.unit"}]


@_case
def _another_signs(file: WordFile) -> Sequence[dict[str, Any]]:
    say(paragraph(file, "Nguyễn Văn A"), "Trần Văn B")
    return [{"op": "field", "name": "signature.signer"}]


@_case
def _the_head_signs_himself(file: WordFile) -> Sequence[dict[str, Any]]:
    found = paragraph(file, "KT. CHÁNH VĂN PHÒNG")
    say(found, "CHÁNH VĂN PHÒNG")
    following = paragraph(file, "PHÓ CHÁNH VĂN PHÒNG")._p
    drop(following)
    return [{"op": "field", "name": "signature.lines"}]


@_case
def _an_addressee_is_another(file: WordFile) -> Sequence[dict[str, Any]]:
    replaced("- Sở Nội vụ.", "Sở Nội vụ", "Sở Dân tộc và Tôn giáo")(file)
    return [{"op": "field", "name": "addressees"}]


@_case
def _the_signing_block_is_typed_anew_without_styles(file: WordFile) -> Sequence[dict[str, Any]]:
    for start, text in (
        ("KT. CHÁNH", "TM. BAN LÃNH ĐẠO"),
        ("PHÓ CHÁNH", "CHÁNH VĂN PHÒNG"),
        ("Nguyễn Văn A", "TS. Trần Văn B"),
    ):
        found = paragraph(file, start)
        say(found, text)
        found.style = file.styles["Normal"]
    return [{"op": "field", "name": f"signature.{name}"} for name in ("lines", "signer")]


@_case
def _a_name_is_typed_as_one_of_the_titles(file: WordFile) -> Sequence[dict[str, Any]]:
    below(file, "PHÓ CHÁNH", "Trần Văn B")
    gone = paragraph(file, "Nguyễn Văn A")._p
    drop(gone)
    return [{"op": "field", "name": "signature.signer"}]


@_case
def _a_second_signer_below_the_first(file: WordFile) -> Sequence[dict[str, Any]]:
    below(file, "Nguyễn Văn A", "TRƯỞNG PHÒNG NỘI VỤ")
    below(file, "TRƯỞNG PHÒNG", "Lê Thị C")
    return [{"op": "unknown"}]


@_case
def _a_second_signer_beside_the_first_who_is_another(file: WordFile) -> Sequence[dict[str, Any]]:
    cell: Any = paragraph(file, "Nguyễn Văn A")._p.getparent()
    made = copy.deepcopy(cell)
    cell.addnext(made)
    for element in made.iter(qn("w:p")):
        say(WordParagraph(element, file), "LÊ THỊ C" if "CHÁNH" in "".join(element.itertext()) else "Lê C")
    say(paragraph(file, "Nguyễn Văn A"), "Trần Văn B")
    return [{"op": "field", "name": "signature.signer"}, {"op": "unknown"}]


@_case
def _recipients_in_another_order(file: WordFile) -> Sequence[dict[str, Any]]:
    first = paragraph(file, "- UBND tỉnh")._p
    following: Any = first.getnext()
    following.addnext(first)
    return [{"op": "field", "name": "recipients"}]


@_case
def _recipients_are_typed_anew_without_styles(file: WordFile) -> Sequence[dict[str, Any]]:
    say(paragraph(file, "- UBND tỉnh"), "- Thường trực HĐND tỉnh (để giám sát);")
    below(file, "- Thường trực HĐND", "Các sở, ban, ngành").style = file.styles["Normal"]
    return [{"op": "field", "name": "recipients"}]


@_case
def _the_label_of_recipients_is_another(file: WordFile) -> Sequence[dict[str, Any]]:
    replaced("Nơi nhận:", "Nơi nhận:", "Nơi gửi:")(file)
    return [{"op": "unknown"}]


@_case
def _one_addressee_behind_the_label(file: WordFile) -> Sequence[dict[str, Any]]:
    say(paragraph(file, "Kính gửi:"), "Kính gửi: Ban Dân vận Tỉnh ủy")
    for start in ("- Ban Dân vận", "- Sở Nội vụ."):
        element = paragraph(file, start)._p
        drop(element)
    return [{"op": "field", "name": "addressees"}]


@_case
def _addressees_of_another_letter_pasted_into_the_text(file: WordFile) -> Sequence[dict[str, Any]]:
    label = paragraph(file, "Kính gửi:")
    made = copy.deepcopy(label._p)
    host = paragraph(file, "Văn phòng tổ chức 12 hội nghị")._p
    host.addnext(made)
    say(WordParagraph(made, file), "Kính gửi: Sở Y tế và các bệnh viện công lập")
    return [{"op": "insert", "text": "Kính gửi: Sở Y tế và các bệnh viện công lập"}]


@_case
def _the_closing_of_another_report_pasted_behind(file: WordFile) -> Sequence[dict[str, Any]]:
    closing = next(each._tbl for each in file.tables if "Nơi nhận" in each.cell(0, 0).text)
    made: Any = copy.deepcopy(closing)
    for element in made.iter(qn("w:p")):
        if "".join(element.itertext()).startswith("Nguyễn"):
            say(WordParagraph(element, file), "Phạm Văn D")
    host = paragraph(file, "2. Đổi mới nội dung")._p
    host.addnext(made)
    return [{"op": "unknown"}]


@_case
def _a_subject_is_tracked(file: WordFile) -> Sequence[dict[str, Any]]:
    tracked("Kết quả thực hiện công tác dân vận", "thực hiện", "triển khai")(file)
    return [{"op": "field", "name": "subject", **WHO}]


@_case
def _a_law_is_another(file: WordFile) -> Sequence[dict[str, Any]]:
    replaced("Căn cứ Chương trình", "Chương trình công tác năm 2025", "Kế hoạch số 18/KH-VP")(file)
    return [{"op": "edit"}]


@_case
def _a_law_more(file: WordFile) -> Sequence[dict[str, Any]]:
    with_paragraph("Căn cứ Luật", "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023;")(file)
    return [{"op": "insert", "text": "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023"}]


# ---------------------------------------------------------------- comments


@_case
def _a_comment_on_words(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "Văn phòng tổ chức 12 hội nghị")
    return [{"op": "comment", "id": 18, "text": "Nêu rõ số liệu."}]


@_case
def _a_comment_on_a_heading(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "III. ĐÁNH GIÁ CHUNG")
    return [{"op": "comment", "text": "Nêu rõ số liệu."}]


@_case
def _a_comment_on_a_cell(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "Đơn tiếp nhận")
    return [{"op": "comment", "id": 34, "text": "Nêu rõ số liệu."}]


@_case
def _a_comment_on_the_letterhead(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "UBND TỈNH HƯƠNG GIANG")
    return [{"op": "comment", "id": 1, "text": "Nêu rõ số liệu."}]


@_case
def _a_comment_on_the_signature(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "Nguyễn Văn A")
    return [{"op": "comment", "id": 63, "text": "Nêu rõ số liệu."}]


@_case
def _a_comment_on_a_law(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "Căn cứ Luật")
    return [{"op": "comment", "text": "Nêu rõ số liệu."}]


@_case
def _a_comment_on_a_caption(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "Kết quả một số mặt công tác năm")
    return [{"op": "comment", "id": 34, "text": "Nêu rõ số liệu."}]


# ---------------------------------------------------------------- tracked


@_case
def _words_are_tracked(file: WordFile) -> Sequence[dict[str, Any]]:
    tracked("Đảng bộ Văn phòng", "142 đảng viên", "145 đảng viên")(file)
    return [{"op": "edit", "id": 9, **WHO}]


@_case
def _words_are_tracked_out(file: WordFile) -> Sequence[dict[str, Any]]:
    tracked("Văn phòng UBND tỉnh là", " tổng hợp", "")(file)
    return [{"op": "edit", "id": 4, **WHO}]


@_case
def _a_paragraph_is_tracked_in(file: WordFile) -> Sequence[dict[str, Any]]:
    text = "Bốn tổ dân phố được biểu dương."
    with_paragraph("Văn phòng tổ chức 12 hội nghị", text)(file)
    made = paragraph(file, text)._p
    (run,) = made.findall(qn("w:r"))
    revision = _revision("ins")
    run.addprevious(revision)
    revision.append(run)
    made.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:ins {_who(71)}/></w:rPr>"))
    return [{"op": "insert", "after": 18, "text": text, **WHO}]


@_case
def _a_paragraph_is_tracked_out(file: WordFile) -> Sequence[dict[str, Any]]:
    found = paragraph(file, "Việc tham gia góp ý")._p
    for run in list(found.iter(qn("w:r"))):
        _struck_out(run)
    found.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del {_who(72)}/></w:rPr>"))
    return [{"op": "delete", "id": 19, **WHO}]


@_case
def _tracked_and_untracked_in_one_paragraph(file: WordFile) -> Sequence[dict[str, Any]]:
    tracked("Đảng bộ Văn phòng", "142 đảng viên", "145 đảng viên")(file)
    replaced("Đảng bộ Văn phòng", "84,5%", "86,3%")(file)
    return [{"op": "edit", "id": 9, **WHO}, {"op": "edit", "id": 9}]


@_case
def _struck_and_red(file: WordFile) -> Sequence[dict[str, Any]]:
    for run in paragraph(file, "- Một số mô hình mới dừng").runs:
        run.font.strike = True
    return [{"op": "strike", "id": 41}]


@_case
def _made_bold(file: WordFile) -> Sequence[dict[str, Any]]:
    for run in paragraph(file, "Toàn tỉnh tiếp nhận").runs:
        run.font.bold = True
    return [{"op": "look", "id": 31}]


@_case
def _a_word_of_a_heading_is_made_italic(file: WordFile) -> Sequence[dict[str, Any]]:
    run_of(paragraph(file, "III. ĐÁNH GIÁ CHUNG"), "CHUNG").font.italic = True
    return [{"op": "look", "id": 35}]


@_case
def _a_word_of_a_caption_is_underlined(file: WordFile) -> Sequence[dict[str, Any]]:
    run_of(paragraph(file, "Kết quả một số mặt công tác năm"), "một số").font.underline = True
    return [{"op": "look", "id": 34}]


def _restyled(file: WordFile, start: str, **looks: bool) -> None:
    """Give the paragraph other looks under track changes."""
    for run in paragraph(file, start).runs:
        for name, wanted in looks.items():
            setattr(run.font, name, wanted)
        run._r.get_or_add_rPr().append(_revision("rPrChange"))


@_case
def _a_law_is_made_bold(file: WordFile) -> Sequence[dict[str, Any]]:
    _restyled(file, "Căn cứ Luật", bold=True)
    return [{"op": "look", **WHO}]


@_case
def _a_caption_is_made_italic(file: WordFile) -> Sequence[dict[str, Any]]:
    _restyled(file, "Kết quả một số mặt công tác năm", italic=True)
    return [{"op": "look", "id": 34, **WHO}]


@_case
def _a_heading_of_a_muc_is_made_italic(file: WordFile) -> Sequence[dict[str, Any]]:
    _restyled(file, "III. ĐÁNH GIÁ CHUNG", italic=True)
    return [{"op": "look", "id": 35, **WHO}]


@_case
def _a_law_loses_the_italic_of_its_kind(file: WordFile) -> Sequence[dict[str, Any]]:
    for run in paragraph(file, "Căn cứ Luật").runs:
        run.font.italic = False
    return [{"op": "unknown", "text": "bỏ nghiêng “Căn cứ Luật Thực hiện dân chủ"}]


@_case
def _lines_around_the_text_are_made_bold_and_italic(file: WordFile) -> Sequence[dict[str, Any]]:
    _restyled(file, "UBND TỈNH HƯƠNG GIANG", bold=True)
    _restyled(file, "- UBND tỉnh", italic=True)
    _restyled(file, "Nguyễn Văn A", bold=False)
    return [
        {"op": "unknown", "text": f"in đậm “UBND TỈNH HƯƠNG GIANG” ({AUTHOR}, 28/11/2025 10:32)"},
        {"op": "unknown", "text": f"in nghiêng “- UBND tỉnh;” ({AUTHOR}, 28/11/2025 10:32)"},
        {"op": "unknown", "text": f"bỏ đậm “Nguyễn Văn A” ({AUTHOR}, 28/11/2025 10:32)"},
    ]


@_case
def _another_size_is_tracked(file: WordFile) -> Sequence[dict[str, Any]]:
    for run in paragraph(file, "Toàn tỉnh tiếp nhận").runs:
        run.font.size = Pt(15)
        run._r.get_or_add_rPr().append(_revision("rPrChange"))
    return [{"op": "unknown", "text": f"{AUTHOR}, 28/11/2025 10:32"}]


@_case
def _larger_letters(file: WordFile) -> Sequence[dict[str, Any]]:
    for run in paragraph(file, "Toàn tỉnh tiếp nhận").runs:
        run.font.size = Pt(16)
    return [{"op": "unknown"}]


@_case
def _all_in_smaller_letters_and_a_figure(file: WordFile) -> Sequence[dict[str, Any]]:
    for found in file.paragraphs:
        for run in found.runs:
            run.font.size = Pt(13)
    replaced("Toàn tỉnh tiếp nhận", "52.914", "53.001")(file)
    return [{"op": "unknown"}, {"op": "edit", "id": 31}]


@_case
def _wider_spacing_and_narrower_margins(file: WordFile) -> Sequence[dict[str, Any]]:
    paragraph(file, "Toàn tỉnh tiếp nhận").paragraph_format.space_before = Pt(12)
    for section in file.sections:
        section.left_margin = Mm(25)
    return [{"op": "unknown"}]


# ---------------------------------------------------------------- several people


OTHER = "Lê Văn C"


def _by_other(file: WordFile, start: str, kind: str) -> None:
    """Let another have made the tracked changes of this kind in a paragraph."""
    for each in paragraph(file, start)._p.iter(qn(f"w:{kind}")):
        each.set(qn("w:author"), OTHER)


@_case
def _one_takes_out_what_another_replaces(file: WordFile) -> Sequence[dict[str, Any]]:
    tracked("Đảng bộ Văn phòng", "142 đảng viên", "145 đảng viên")(file)
    _by_other(file, "Đảng bộ Văn phòng", "del")
    return [{"op": "edit", "id": 9, **WHO, "also": OTHER}]


@_case
def _two_replace_words_of_one_paragraph(file: WordFile) -> Sequence[dict[str, Any]]:
    tracked("Đảng bộ Văn phòng", "142", "145")(file)
    for kind in ("ins", "del"):
        _by_other(file, "Đảng bộ Văn phòng", kind)
    tracked("Đảng bộ Văn phòng", "84,5%", "86,3%")(file)
    return [{"op": "edit", "id": 9, **WHO}, {"op": "edit", "id": 9, "tracked": True, "author": OTHER}]


@_case
def _two_edit_one_cell(file: WordFile) -> Sequence[dict[str, Any]]:
    tracked("21.450", "21.450", "22.017")(file)
    for each in _models(file)._tbl.iter(qn("w:del")):
        each.set(qn("w:author"), OTHER)
    return [{"op": "cell", "id": 65, "row": 1, "col": 3, **WHO, "also": OTHER}]


@_case
def _a_table_is_tracked_out(file: WordFile) -> Sequence[dict[str, Any]]:
    caption = paragraph(file, "Kết quả một số mặt công tác năm")._p
    for row in _results(file)._tbl.tr_lst:
        row.get_or_add_trPr().append(_revision("del"))
    for run in [*caption.iter(qn("w:r")), *_results(file)._tbl.iter(qn("w:r"))]:
        _struck_out(run)
    caption.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del {_who(73)}/></w:rPr>"))
    return [{"op": "table-", "id": 34, **WHO}]


@_case
def _a_comment_on_a_row_that_is_tracked_out(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "Đơn tiếp nhận")
    row = _results(file).rows[4]._tr
    row.get_or_add_trPr().append(_revision("del"))
    return [
        {"op": "row-", "id": 34, "row": 4, **WHO},
        {"op": "comment", "id": 34, "text": "Nêu rõ số liệu."},
    ]


@_case
def _a_comment_on_a_paragraph_that_is_tracked_out(file: WordFile) -> Sequence[dict[str, Any]]:
    _mark(file, "Việc tham gia góp ý")
    return [*_a_paragraph_is_tracked_out(file), {"op": "comment", "id": 19, "text": "Nêu rõ số liệu."}]


@_case
def _a_table_is_parted(file: WordFile) -> Sequence[dict[str, Any]]:
    table = _results(file)._tbl
    second = copy.deepcopy(table)
    for mark in [*second.iter(qn("w:bookmarkStart")), *second.iter(qn("w:bookmarkEnd"))]:
        drop(mark)
    for row in second.tr_lst[2:5]:
        drop(row)
    for row in table.tr_lst[5:]:
        drop(row)
    table.addnext(second)
    table.addnext(parse_xml(f"<w:p {nsdecls('w')}/>"))
    return [{"op": "split", "id": 34}]


# ---------------------------------------------------------------- rewritten


@_case
def _a_paragraph_is_typed_anew_in_the_style_of_the_next(file: WordFile) -> Sequence[dict[str, Any]]:
    found = paragraph(file, "Công tác dân vận của Văn phòng năm 2025")
    for mark in [*found._p.iter(qn("w:bookmarkStart")), *found._p.iter(qn("w:bookmarkEnd"))]:
        drop(mark)
    found.style = paragraph(file, "2. Tồn tại, hạn chế").style
    say(found, "Lãnh đạo quan tâm, các đơn vị vào cuộc nghiêm túc; nhiều việc khó được nhân dân đồng tình.")
    return [{"op": "edit", "id": 37}]


@_case
def _a_heading_and_the_paragraph_under_it_are_typed_anew(file: WordFile) -> Sequence[dict[str, Any]]:
    _a_paragraph_is_typed_anew_in_the_style_of_the_next(file)
    replaced("1. Ưu điểm", "Ưu điểm", "Kết quả đạt được")(file)
    return [{"op": "edit", "id": 36}, {"op": "edit", "id": 37}]


# ---------------------------------------------------------------- levels


@_case
def _a_heading_is_promoted_and_the_next_renumbered(file: WordFile) -> Sequence[dict[str, Any]]:
    paragraph(file, "3.3. Lồng ghép").style = paragraph(file, "4. Cải cách").style
    replaced("3.3. Lồng ghép", "3.3.", "4.")(file)
    replaced("4. Cải cách", "4.", "5.")(file)
    return [{"op": "kind", "id": 28}]


@_case
def _a_heading_is_demoted(file: WordFile) -> Sequence[dict[str, Any]]:
    paragraph(file, "4. Cải cách").style = paragraph(file, "3.3. Lồng ghép").style
    replaced("4. Cải cách", "4.", "3.4.")(file)
    return [{"op": "kind", "id": 30}]


# ---------------------------------------------------------------- a Mục, a Phụ lục


@_case
def _a_muc_is_typed_at_the_end(file: WordFile) -> Sequence[dict[str, Any]]:
    before = paragraph(file, "Trên đây là báo cáo")
    for like, text in (
        ("IV. NHIỆM VỤ", "V. ĐỀ XUẤT, KIẾN NGHỊ"),
        ("Văn phòng tổ chức 12", "1. Đề nghị Sở Nội vụ mở lớp bồi dưỡng."),
        ("Văn phòng tổ chức 12", "2. Đề nghị UBND tỉnh bố trí kinh phí."),
    ):
        made = before.insert_paragraph_before(text, paragraph(file, like).style)
        assert made.text == text
    return [{"op": "section+", "title": "ĐỀ XUẤT, KIẾN NGHỊ"}]


@_case
def _an_annex_is_copied_to_the_end(file: WordFile) -> Sequence[dict[str, Any]]:
    *_, last = file.element.body
    label = paragraph(file, "Phụ lục")._p
    for element in (label, *list(label.itersiblings())[:2]):
        made: Any = copy.deepcopy(element)
        for mark in [*made.iter(qn("w:bookmarkStart")), *made.iter(qn("w:bookmarkEnd"))]:
            drop(mark)
        last.addprevious(made)
        if "DANH MỤC" in "".join(made.itertext()):
            say(WordParagraph(made, file), "BIỂU TỔNG HỢP KIẾN NGHỊ")
    text = "Đến ngày 30/11/2025 còn 05 kiến nghị chưa trả lời."
    last.addprevious(copy.deepcopy(paragraph(file, "Việc tham gia góp ý")._p))
    added = WordParagraph(last.getprevious(), file)
    for mark in [*added._p.iter(qn("w:bookmarkStart")), *added._p.iter(qn("w:bookmarkEnd"))]:
        drop(mark)
    say(added, text)
    return [{"op": "annex+", "title": "BIỂU TỔNG HỢP KIẾN NGHỊ"}]


# ---------------------------------------------------------------- together


@_case
def _a_day_of_the_chief(file: WordFile) -> Sequence[dict[str, Any]]:
    replaced("Toàn tỉnh tiếp nhận", "52.914", "53.001")(file)
    without("Thực hiện Luật Thực hiện dân chủ")(file)
    moved("- Một số mô hình mới dừng", after="- Người đứng đầu")(file)
    in_cell(2, 4, "13")(file)
    _mark(file, "Văn phòng tổ chức 12 hội nghị")
    say(paragraph(file, "Nguyễn Văn A"), "Trần Văn B")
    return [
        {"op": "edit", "id": 31},
        {"op": "delete", "id": 20},
        {"op": "move", "id": 41},
        {"op": "cell", "id": 34, "row": 2, "col": 4},
        {"op": "comment", "id": 18, "text": "Nêu rõ số liệu."},
        {"op": "field", "name": "signature.signer"},
    ]


@_case
def _a_text_box(file: WordFile) -> Sequence[dict[str, Any]]:
    host = paragraph(file, "Văn phòng tổ chức 12 hội nghị")
    box = (
        '<w:r xmlns:v="urn:schemas-microsoft-com:vml" '
        f'{nsdecls("w")}><w:pict><v:shape style="width:80pt;height:40pt"><v:textbox><w:txbxContent><w:p><w:r>'
        "<w:t>Xem lại con số này</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    host._p.append(parse_xml(box))
    return [{"op": "unknown"}, {"op": "insert", "text": "Xem lại con số này"}]


@_case
def _nothing(file: WordFile) -> Sequence[dict[str, Any]]:
    file.core_properties.last_modified_by = "Người khác"
    return [{"op": "none"}]


def _who(number: int) -> str:
    return f'w:id="{number}" w:author="{AUTHOR}" w:date="{DATE}"'


def _revision(kind: str) -> etree._Element:
    made: etree._Element = parse_xml(f"<w:{kind} {nsdecls('w')} {_who(70)}/>")
    return made


def _struck_out(run: etree._Element) -> None:
    taken_out(run, _revision("del"))
