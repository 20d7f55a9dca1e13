"""Word files as other offices make them: what the decree allows is never accused, however it is made."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from danvan_desktop.fonts import FontSet
from danvan_desktop.inspection.sheet import Outcome
from tests.builders.exported_files import as_docx, edited, paragraph
from tests.builders.inspected_report import LONG_REPORT
from tests.inspection.measurements import measured, numbers

Change = Callable[[WordFile], object]
BODY = "Văn phòng đã tổ chức"
W = nsdecls("w")


def reworded(start: str, text: str) -> Change:
    def change(file: WordFile) -> None:
        found = paragraph(file, start)
        found.runs[0].text = text
        for run in found.runs[1:]:
            run.text = ""

    return change


def all_of(*changes: Change) -> Change:
    return lambda file: [change(file) for change in changes]


def bold(start: str) -> Change:
    def change(file: WordFile) -> None:
        for run in paragraph(file, start).runs:
            run.font.bold = True

    return change


def running(file: WordFile) -> list[Paragraph]:
    """All paragraphs of the report below its title."""
    texts = [found.text for found in file.paragraphs]
    first, last = texts.index("Kính gửi: Sở Nội vụ") + 1, texts.index("Phụ lục")
    return [found for found in file.paragraphs[first:last] if found.text]


# ------------------------------------------------------------------------------------- letterheads


COMMUNE = all_of(reworded("UBND", "ỦY BAN NHÂN DÂN"), bold("ỦY BAN"), reworded("VĂN PHÒNG", "XÃ VĨNH AN"))


def test_a_peoples_committee_has_no_parent_agency(good: bytes) -> None:
    found = measured(edited(good, COMMUNE))
    assert found[15].outcome is Outcome.NOT_APPLICABLE, found[15]
    assert found[16].outcome is Outcome.RIGHT
    assert "“ỦY BAN NHÂN DÂN” / “XÃ VĨNH AN”" in found[16].measured


@pytest.mark.parametrize("parent", ["UBND XÃ VĨNH AN", "UBND PHƯỜNG VÕ CƯỜNG", "UBND ĐẶC KHU LÝ SƠN"])
def test_a_parent_agency_in_a_commune_bears_the_communes_name(good: bytes, parent: str) -> None:
    assert measured(edited(good, reworded("UBND", parent)))[15].outcome is Outcome.RIGHT


def test_a_ministry_needs_no_province(good: bytes) -> None:
    assert measured(edited(good, reworded("UBND", "BỘ TÀI CHÍNH")))[15].outcome is Outcome.REVIEW


def test_a_dash_in_the_motto_is_called_by_its_name(good: bytes) -> None:
    found = measured(edited(good, reworded("Độc lập", "Độc lập – Tự do – Hạnh phúc")))
    assert "gạch ngang “–”" in found[12].measured
    assert numbers(found, Outcome.WRONG) - {13} == {12}, "the rule is as long as the right motto"


def test_the_other_way_to_write_the_national_name_is_no_second_way_of_placing_tones(good: bytes) -> None:
    national = reworded("CỘNG HÒA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    found = measured(edited(good, all_of(national, reworded(BODY, "Văn phòng đã hòa giải tại các xã."))))
    assert found[55].outcome is Outcome.RIGHT, found[55]


def test_dots_for_a_number_yet_to_come_leave_it_blank(good: bytes) -> None:
    found = measured(edited(good, reworded("Số:", "Số: ................../BC-VP")))
    assert found[18].outcome is Outcome.RIGHT, found[18]
    assert numbers(found, Outcome.WRONG) == set()


# ------------------------------------------------------------------------------------- page numbers


def header(file: WordFile) -> Paragraph:
    found: Paragraph = file.sections[0].header.paragraphs[0]
    found.alignment = ALIGN.LEFT
    return found


def framed(file: WordFile) -> None:
    frame = '<w:framePr {} w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>'
    header(file)._p.get_or_add_pPr().insert(0, parse_xml(frame.format(W)))


def behind_a_tab(place: int) -> Change:
    def change(file: WordFile) -> None:
        stops = f'<w:tabs {W}><w:tab w:val="center" w:pos="{place}"/></w:tabs>'
        properties = header(file)._p.get_or_add_pPr()
        properties.insert(0, parse_xml(stops))
        properties.addnext(parse_xml(f"<w:r {W}><w:tab/></w:r>"))

    return change


def behind_a_newer_tab(file: WordFile) -> None:
    tab = f'<w:r {W}><w:ptab w:relativeTo="margin" w:alignment="center" w:leader="none"/></w:r>'
    header(file)._p.get_or_add_pPr().addnext(parse_xml(tab))


@pytest.mark.parametrize("change", [framed, behind_a_tab(4536), behind_a_newer_tab])
def test_a_page_number_is_centred_however_it_is_brought_there(good: bytes, change: Change) -> None:
    assert measured(edited(good, change))[10].outcome is Outcome.RIGHT


def test_a_page_number_behind_a_tab_aside_is_not_centred(good: bytes) -> None:
    assert "không canh giữa" in measured(edited(good, behind_a_tab(7000)))[10].measured


# ------------------------------------------------------------------------------------- room between


def rooms(before: int, after: int) -> Change:
    def change(file: WordFile) -> None:
        for found in running(file):
            found.paragraph_format.space_before = Pt(before)
            found.paragraph_format.space_after = Pt(after)

    return change


def not_added_up(file: WordFile) -> None:
    """As in most files; our own asks for the sum."""
    (mark,) = file.settings.element.iter(qn("w:doNotUseHTMLParagraphAutoSpacing"))
    mark.getparent().remove(mark)


def tight(file: WordFile) -> None:
    for found in running(file):
        found._p.get_or_add_pPr().append(OxmlElement("w:contextualSpacing"))


def test_of_room_before_and_after_word_prints_the_larger_unless_told_to_add(good: bytes) -> None:
    assert measured(edited(good, rooms(3, 3)))[37].outcome is Outcome.RIGHT
    assert measured(edited(good, all_of(rooms(6, 6), not_added_up)))[37].measured == "6 pt"
    found = measured(edited(good, all_of(rooms(3, 3), not_added_up)))
    assert "dưới 6 pt" in found[37].measured
    assert numbers(found, Outcome.WRONG) == {37}


def test_a_style_that_wants_no_room_between_its_own_has_none(fonts: FontSet) -> None:
    found = measured(edited(as_docx(LONG_REPORT, fonts), tight))
    assert "từ 0 pt; dưới 6 pt" in found[37].measured
    assert numbers(found, Outcome.WRONG) == {37}


def test_sixteen_points_are_single_spacing(good: bytes) -> None:
    def pitch(file: WordFile) -> None:
        for found in running(file):
            found.paragraph_format.line_spacing = Pt(16)

    assert measured(edited(good, pitch))[38].outcome is Outcome.RIGHT


# ------------------------------------------------------------------------------------- signing


def test_a_copy_that_says_it_was_signed_has_room_for_the_signature(good: bytes) -> None:
    def signed(file: WordFile) -> None:
        name = paragraph(file, "Nguyễn")
        mark = deepcopy(name._p)
        name._p.addprevious(mark)
        found = Paragraph(mark, name._parent)
        found.runs[0].text = "(Đã ký)"
        found.paragraph_format.space_before = Pt(0)

    found = measured(edited(good, signed))
    assert numbers(found, Outcome.WRONG, Outcome.CUSTOM) == set(), found[40]


def columns_by_tabs(file: WordFile) -> None:
    """Both tables of the report as lines whose columns a tab parts."""
    for table in (file.tables[0], file.tables[-1]):
        for row in table.rows:
            pairs = [[p for p in cell.paragraphs if p.text] for cell in row.cells]
            for index in range(max(map(len, pairs))):
                line = file.add_paragraph()
                texts = [column[index].text if index < len(column) else "" for column in pairs]
                line.add_run("\t".join(texts))
                table._tbl.addprevious(line._p)
        parent = table._tbl.getparent()
        assert parent is not None
        parent.remove(table._tbl)


def test_columns_parted_by_tabs_are_left_to_a_persons_eye(good: bytes) -> None:
    found = measured(edited(good, columns_by_tabs))
    unseen = set(range(11, 22)) | {40, 41, 42, 43, 44, 49, 50}
    assert numbers(found, Outcome.REVIEW) >= unseen, {n: found[n] for n in unseen}
    assert "xem bản PDF" in found[11].measured


# ------------------------------------------------------------------------------------- annexes


def broken_in_two(file: WordFile) -> None:
    line = paragraph(file, "(Kèm theo")
    before, after = line.text.split("của ")
    line.runs[0].text = before
    for run in line.runs[1:]:
        run.text = ""
    line.runs[0].add_break()
    line.runs[0].add_text("của " + after)


def test_the_line_of_an_annex_may_be_broken(good: bytes) -> None:
    assert measured(edited(good, broken_in_two))[47].outcome is Outcome.RIGHT


def test_an_annex_may_be_numbered_in_words(good: bytes) -> None:
    found = measured(edited(good, reworded("Phụ lục", "Phụ lục số 01")))
    assert found[46].outcome is Outcome.RIGHT, found[46]
    assert "nội dung không nhắc đến" in found[45].measured
