"""The Word file: styles, tables, sections, bookmarks and the element order of the schema."""

import io
import runpy
import time
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from danvan_desktop.exporters.docx import docx_bytes
from danvan_desktop.exporters.prepared_report import PreparedReport
from danvan_desktop.layout.document import (
    Document,
    Flow,
    GridCell,
    GridTable,
    HorizontalRule,
    Span,
    StyledParagraph,
)
from danvan_desktop.report.model import Marks
from danvan_desktop.report.takeback.marks import mark_name
from tests.builders.documents import (
    BODY,
    CELL,
    CENTRED,
    CLOSING,
    GRID,
    HEADING,
    RICH,
    SECTION,
    WHOLE,
    document,
    say,
)
from tests.builders.exported_files import parts
from tests.builders.full_report import everything
from tests.exporters.word_element_order import W, order_faults


def opened(made: Document) -> WordFile:
    return docx.Document(io.BytesIO(docx_bytes(made)))


def text_of(flow: Flow) -> list[str]:
    if isinstance(flow, StyledParagraph):
        return [flow.text]
    if isinstance(flow, GridTable):
        cells = (cell for row in flow.rows for cell in row if cell)
        return [text for cell in cells for item in cell.content for text in text_of(item) if text]
    return []


def read_back(file: WordFile) -> list[str]:
    found: list[str] = []
    for item in file.iter_inner_content():
        if isinstance(item, WordTable):
            # By element: python-docx's cells repeat a merged cell's text at every place it covers.
            found.extend(WordParagraph(p, item).text for p in item._tbl.xpath(".//w:p"))
        else:
            found.append(item.text)
    return [text for text in found if text]


def test_all_text_is_in_the_file_in_order() -> None:
    expected = [t for part in WHOLE.parts for flow in part.flow for t in text_of(flow)]
    assert read_back(opened(WHOLE)) == expected


PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]),
    max_size=40,
)


@given(st.lists(st.lists(st.tuples(PRINTABLE, st.booleans(), st.booleans()), max_size=4), max_size=5))
def test_any_text_comes_back_letter_for_letter(paragraphs: list[list[tuple[str, bool, bool]]]) -> None:
    flow = [
        StyledParagraph(BODY, tuple(Span(t, bold=b, italic=i) for t, b, i in spans)) for spans in paragraphs
    ]
    # python-docx reads Word's no-break hyphen as a hyphen.
    expected = [p.text.replace("\u2011", "-") for p in flow if p.text]
    assert read_back(opened(document(*flow))) == expected


def test_spaces_at_the_ends_and_no_break_spaces_survive() -> None:
    file = opened(document(say("  Số:\u00a0\u00a0\u00a0/BC-VP  ")))
    assert file.paragraphs[0].text == "  Số:\u00a0\u00a0\u00a0/BC-VP  "


def test_a_no_break_hyphen_is_words_own() -> None:
    (run,) = opened(document(say("25\u2011NQ/TW"))).paragraphs[0].runs
    assert [etree.QName(child).localname for child in run._r] == ["t", "noBreakHyphen", "t"]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    file = opened(document(say("Kết\x0b quả\x00 \ud800năm\ufffe")))
    assert file.paragraphs[0].text == "Kết quả năm"


def test_elements_stand_in_the_order_of_the_schema() -> None:
    for name, content in parts(docx_bytes(WHOLE)).items():
        if name.startswith("word/") and name.endswith(".xml"):
            assert list(order_faults(etree.fromstring(content))) == [], name


def test_the_order_holds_for_every_part_the_decree_knows() -> None:
    for name, content in parts(docx_bytes(PreparedReport(everything()).document)).items():
        if name.startswith("word/") and name.endswith(".xml"):
            assert list(order_faults(etree.fromstring(content))) == [], name


def test_an_urgency_stamp_is_a_red_box_of_its_own_style() -> None:
    file = opened(PreparedReport(everything()).document)
    style = file.styles["Dấu chỉ mức độ khẩn"].element
    sides = style.xpath("w:pPr/w:pBdr/*")
    assert [side.tag.rpartition("}")[2] for side in sides] == ["top", "left", "bottom", "right"]
    assert {(side.get(qn("w:val")), side.get(qn("w:color"))) for side in sides} == {("single", "FF0000")}
    assert style.xpath("w:rPr/w:color/@w:val") == ["FF0000"]
    red = [other.name for other in file.styles if other.element.xpath("w:rPr/w:color[@w:val='FF0000']")]
    assert red == ["Dấu chỉ mức độ khẩn"]


def test_a_wide_annex_lies_on_landscape_paper() -> None:
    *upright, wide = opened(PreparedReport(everything()).document).sections
    assert wide.page_width is not None
    assert wide.page_height is not None
    assert wide.page_width > wide.page_height
    assert all((s.page_width or 0) < (s.page_height or 0) for s in upright)


def test_the_order_checker_notices_a_wrong_order() -> None:
    wrong = f'<w:p xmlns:w="{W}"><w:pPr><w:jc w:val="both"/><w:spacing w:before="1"/></w:pPr></w:p>'
    assert list(order_faults(etree.fromstring(wrong))) == ["pPr holds ['jc', 'spacing']"]


def test_the_same_document_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = docx_bytes(WHOLE)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((2033, 5, 18, 3, 33, 20, 2, 138, 0)))
    assert docx_bytes(WHOLE) == first


def test_nothing_of_the_librarys_own_template_is_left() -> None:
    content = parts(docx_bytes(WHOLE))
    assert not any("theme" in name or "stylesWithEffects" in name for name in content)
    everything = b"".join(content.values())
    for trace in (b"python-docx", b"Calibri", b"Cambria", b"Theme", b"w:kern", b"w:rsid", b"2013"):
        assert trace not in everything


def test_the_blank_file_is_what_its_script_makes(resources: Path) -> None:
    script = runpy.run_path(str(resources.parent / "packaging" / "make_blank_docx.py"))
    assert (resources / "blank.docx").read_bytes() == script["blank_docx"]()


def test_word_lays_it_out_as_word_2010_does() -> None:
    settings = etree.fromstring(parts(docx_bytes(WHOLE))["word/settings.xml"])
    modes = settings.xpath("//w:compatSetting[@w:name='compatibilityMode']/@w:val", namespaces={"w": W})
    assert modes == ["14"]


def test_headings_are_words_own_so_that_the_navigation_pane_shows_them() -> None:
    file = opened(document(say("I. MỤC", SECTION), say("1. Khoản", HEADING), say("Lời văn.")))
    assert [p.style.name for p in file.paragraphs if p.style] == ["Heading 1", "Heading 2", "Body Text"]
    levels = [s.element.xpath("string(w:pPr/w:outlineLvl/@w:val)") for s in file.styles][-5:]
    assert "0" in levels
    assert "1" in levels


def test_a_style_carries_the_whole_look() -> None:
    style = opened(document(say("Lời văn.")))
    look = style.paragraphs[0].style
    assert look is not None
    form = look.paragraph_format
    assert form.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert form.first_line_indent == Twips(567)
    assert (form.space_before, form.space_after) == (Pt(6), Pt(0))
    assert (form.line_spacing, form.line_spacing_rule) == (Pt(17), WD_LINE_SPACING.EXACTLY)
    assert look.font.size == Pt(14)
    assert look.base_style is not None
    assert look.base_style.name == "Normal"
    assert look.base_style.font.name == "Times New Roman"


def test_two_looks_under_one_name_are_a_defect() -> None:
    with pytest.raises(ValueError, match="body"):
        docx_bytes(document(say("Một"), say("Hai", replace(BODY, size=26))))


def test_runs_say_only_where_they_differ_from_their_style() -> None:
    file = opened(document(RICH, StyledParagraph(SECTION, (Span("I. MỤC ", bold=True), Span("thường")))))
    rich, heading = file.paragraphs
    assert [(r.bold, r.italic, r.underline) for r in rich.runs[:4]] == [
        (None, None, None),
        (True, None, None),
        (None, True, None),
        (None, None, True),
    ]
    assert [r.text for r in rich.runs if r.font.superscript] == ["2"]
    assert [bool(r.font.subscript) for r in rich.runs] == [False] * 7 + [True]
    assert [r.bold for r in heading.runs] == [None, False]


def test_bookmarks_tie_paragraphs_and_tables_to_their_blocks() -> None:
    body = opened(WHOLE).element.body
    starts = body.xpath(".//w:bookmarkStart")
    ends = body.xpath(".//w:bookmarkEnd/@w:id")
    names = [start.get(qn("w:name")) for start in starts]
    of_report = WHOLE.metadata.report_id
    assert names == [mark_name(of_report, identifier) for identifier in (1, 2, 3, 4, 9, 5, 6, 7)]
    numbers = [start.get(qn("w:id")) for start in starts]
    assert len(set(numbers)) == len(numbers)
    assert sorted(ends) == sorted(numbers)


def test_a_bookmark_used_twice_is_written_once() -> None:
    body = opened(document(say("Một", bookmark="_dv_1"), say("Hai", bookmark="_dv_1"))).element.body
    assert len(body.xpath(".//w:bookmarkStart")) == 1


def test_the_file_says_whose_it_is_and_when_it_was_changed() -> None:
    content = docx_bytes(WHOLE)
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.title == "Báo cáo thử"
    assert properties.author == "Văn phòng"
    assert properties.language == "vi-VN"
    assert properties.modified is not None
    assert properties.modified.isoformat() == "2025-11-24T03:32:05+00:00"
    assert properties.created == properties.modified
    custom = etree.fromstring(parts(content)["docProps/custom.xml"])
    assert custom[0].get("name") == "danvan_report_id"
    assert custom[0][0].text == "r-1"


def test_a_very_long_subject_still_makes_a_file() -> None:
    long = replace(WHOLE, metadata=replace(WHOLE.metadata, title="Kết quả " * 80))
    assert len(opened(long).core_properties.title) == 255


def test_what_xml_cannot_hold_does_not_stop_the_properties() -> None:
    odd = replace(WHOLE, metadata=replace(WHOLE.metadata, title="Báo\x00 cáo", report_id="a\x01<b"))
    content = docx_bytes(odd)
    assert docx.Document(io.BytesIO(content)).core_properties.title == "Báo cáo"
    assert etree.fromstring(parts(content)["docProps/custom.xml"])[0][0].text == "a<b"


def test_each_part_is_a_section_that_counts_its_pages_from_1() -> None:
    file = opened(WHOLE)
    assert len(file.sections) == 2
    for section in file.sections:
        assert section.different_first_page_header_footer
        assert section.header_distance == Twips(567)
        assert (section.left_margin, section.right_margin) == (Twips(1701), Twips(1134))
        assert section._sectPr.xpath("string(w:pgNumType/@w:start)") == "1"


def test_the_page_number_is_a_field_centred_in_the_header_and_not_on_page_1() -> None:
    first = opened(WHOLE).sections[0]
    number = first.header.paragraphs[0]
    assert "".join(number._p.xpath(".//w:instrText/text()")).strip() == "PAGE"
    assert number.style is not None
    assert number.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert first.first_page_header.is_linked_to_previous  # none of its own, and none before it


def test_a_rule_is_a_border_of_exactly_its_length() -> None:
    table = GridTable(
        "letterhead", (3402,), ((GridCell((say("VĂN PHÒNG", CENTRED), HorizontalRule(631, 10, 20, 60))),),)
    )
    for flow, column in ((table, 3402), (HorizontalRule(631, 10, 20, 60), 9071)):
        body = opened(document(flow)).element.body
        (rule,) = body.xpath(".//w:p[w:pPr/w:pBdr]")
        left, right = (int(rule.xpath(f"string(w:pPr/w:ind/@w:{side})")) for side in ("left", "right"))
        assert column - left - right == 631
        assert abs(left - right) <= 1
        assert rule.xpath("string(w:pPr/w:pBdr/w:top/@w:sz)") == "4"
        assert rule.xpath("string(w:pPr/w:spacing/@w:line)") == "60"
        assert not rule.xpath(".//w:t")


def test_tables_without_borders_stand_on_a_fixed_grid_without_padding() -> None:
    (table,) = opened(document(CLOSING)).tables
    assert table._tbl.xpath("w:tblGrid/w:gridCol/@w:w") == ["3685", "5386"]
    assert table._tbl.xpath("string(w:tblPr/w:tblLayout/@w:type)") == "fixed"
    assert set(table._tbl.xpath("w:tblPr/w:tblCellMar/*/@w:w")) == {"0"}
    assert not table._tbl.xpath(".//w:tblBorders | .//w:tcBorders")


def test_spans_of_cells_come_back() -> None:
    (table,) = opened(document(GRID)).tables
    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc
    assert [cell.text for cell in table.rows[2].cells] == ["1", "12\nthôn", ""]


def test_header_rows_repeat_and_no_row_splits() -> None:
    (table,) = opened(document(GRID)).tables
    headers = [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows]
    assert headers == [True, True, False]
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    assert set(table._tbl.xpath("w:tblPr/w:tblBorders/*/@w:sz")) == {"4"}


def test_a_block_that_must_stay_together_holds_on_to_the_text_before_it() -> None:
    tall = replace(CLOSING, rows=CLOSING.rows * 2)
    file = opened(document(say("Lời văn."), say("Trên đây là báo cáo./."), tall))
    assert [p.paragraph_format.keep_with_next for p in file.paragraphs] == [None, True, None]
    first, last = file.tables[0].rows
    assert all(p.paragraph_format.keep_with_next for cell in first.cells for p in cell.paragraphs)
    assert not any(p.paragraph_format.keep_with_next for cell in last.cells for p in cell.paragraphs)


def test_the_last_two_rows_of_a_table_hold_together_and_rows_under_one_cell() -> None:
    rows = tuple((GridCell((say(str(i), CELL),)), GridCell((say("việc", CELL),))) for i in range(6))
    spanned = ((GridCell((say("2", CELL),), rows=2), rows[2][1]), (None, rows[3][1]))
    made = replace(
        GRID, rows=(*rows[:2], *spanned, *rows[4:]), header_rows=1, columns=(2_000, 2_000), last_rows=2
    )
    (table,) = opened(document(made)).tables
    held = [bool(row._tr.xpath(".//w:keepNext")) for row in table.rows]
    assert held == [True, False, True, False, True, False]


def test_the_lines_of_a_draft_are_numbered_anew_on_every_page_of_every_section() -> None:
    content = docx_bytes(PreparedReport(everything(), line_numbers=True).document)
    file = docx.Document(io.BytesIO(content))
    asked = [dict(found.attrib) for found in file.element.body.iter(qn("w:lnNumType"))]
    wanted = {qn("w:countBy"): "1", qn("w:distance"): "283", qn("w:restart"): "newPage"}
    assert asked == [wanted] * len(file.sections)
    look = file.styles["line number"]
    assert look.font.size == Pt(9)
    for name, part in parts(content).items():
        if name.startswith("word/") and name.endswith(".xml"):
            assert list(order_faults(etree.fromstring(part))) == [], name


def test_rules_and_what_stands_in_tables_are_not_counted_as_lines() -> None:
    file = opened(PreparedReport(everything(), line_numbers=True).document)
    uncounted = {style.name for style in file.styles if style.element.xpath("w:pPr/w:suppressLineNumbers")}
    assert {
        "Đường kẻ",
        "Dòng sau bảng",
        "Quốc hiệu",
        "Nơi nhận",
        "Quyền hạn và chức vụ",
        "Ô bảng",
    } <= uncounted
    assert not uncounted & {"Title", "Subtitle", "Body Text", "Heading 1", "Căn cứ", "Kính gửi", "Phụ lục"}


def test_no_other_paper_has_numbered_lines() -> None:
    for made in (
        PreparedReport(everything()),
        PreparedReport(replace(everything(), marks=Marks()), line_numbers=True),
    ):
        file = opened(made.document)
        assert not list(file.element.body.iter(qn("w:lnNumType")))
        assert "line number" not in [style.name for style in file.styles]


def test_running_text_leaves_no_line_alone_on_a_page_and_cells_do_not_ask() -> None:
    file = opened(PreparedReport(everything()).document)
    for name in ("Body Text", "Heading 1", "Heading 2", "Gạch đầu dòng", "Khoản", "Điểm", "Căn cứ"):
        assert file.styles[name].paragraph_format.widow_control, name
    for name in ("Normal", "Ô bảng", "Đầu bảng"):
        assert not file.styles[name].paragraph_format.widow_control, name


def test_the_paragraph_after_a_last_table_is_hidden_and_1_pt_high() -> None:
    last = opened(document(say("Lời văn."), CLOSING)).paragraphs[-1]
    assert last._p.xpath("w:pPr/w:rPr/w:vanish")
    assert last.text == ""
    assert last.style is not None
    assert last.style.paragraph_format.line_spacing == Pt(1)


def test_room_around_a_table_is_kept() -> None:
    file = opened(document(say("Trên"), GRID, say("Dưới")))
    above, below = file.paragraphs
    assert above.paragraph_format.space_after == Pt(6)
    style = below.style
    assert style is not None
    assert style.paragraph_format.space_before == Pt(12)
    assert (style.name, style.base_style, style.next_paragraph_style) == (
        "Body Text (sau bảng)",
        above.style,
        above.style,
    )


def test_a_title_below_a_table_keeps_words_own_style() -> None:
    below = opened(document(GRID, say("1. Khoản", HEADING))).paragraphs[-1]
    assert below.style is not None
    assert below.style.name == "Heading 2"
    assert below.paragraph_format.space_before == Pt(12)


def test_between_two_tables_stands_the_room_that_both_ask_for() -> None:
    file = opened(document(say("Trên"), GRID, GRID))
    _above, gap, _last = file.paragraphs
    look = gap.style
    assert look is not None
    assert look.paragraph_format.line_spacing == Pt(1)
    assert gap.paragraph_format.space_before == Pt(11)


def test_an_empty_cell_and_an_empty_part_still_make_a_valid_file() -> None:
    file = opened(document(GridTable("body", (500, 500), ((None, GridCell(())),))))
    assert [cell.text for cell in file.tables[0].rows[0].cells] == ["", ""]
    assert opened(document()).paragraphs[0].text == ""


def test_a_part_that_ends_in_a_table_is_followed_by_the_next_part() -> None:
    file = opened(document(CLOSING, annexes=((say("Phụ lục", CELL),),)))
    assert len(file.sections) == 2
    assert file.paragraphs[-1].text == "Phụ lục"
