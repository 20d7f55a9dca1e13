"""Effective formatting of paragraphs and runs: direct, by styles, by the defaults of the file."""

from danvan_desktop.inspection.docx import read_docx
from danvan_desktop.inspection.finished_file import FinishedFile
from danvan_desktop.inspection.flow import FlowParagraph
from tests.builders.word_file import p, style, word_file

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)
THEME = '<a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'


def read(body: str, styles: str = "", theme: str = THEME) -> FinishedFile:
    return read_docx(word_file(body, styles=styles, theme=theme), "a.docx")


def only(body: str, styles: str = "") -> FlowParagraph:
    (found,) = read(body, styles).paragraphs
    return found


def test_without_styles_words_own_defaults_hold() -> None:
    found = only(p("Lời văn"))
    assert (found.format.align, found.format.line, found.format.line_rule) == ("left", 240, "auto")
    assert found.runs[0].format.size == 10
    assert found.runs[0].format.color == "auto"


def test_document_defaults_lie_under_everything() -> None:
    found = only(p("Lời văn"), DEFAULTS)
    assert (found.format.after, found.format.line) == (160, 259)
    assert found.runs[0].format.size == 11


def test_a_theme_font_is_looked_up_in_the_theme() -> None:
    assert only(p("Lời văn"), DEFAULTS).runs[0].format.font == "Calibri"


def test_a_font_named_nearer_hides_the_themes() -> None:
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    normal = style("Normal", default=True, inside=f"<w:rPr>{font}</w:rPr>")
    assert only(p("Lời văn"), DEFAULTS + normal).runs[0].format.font == "Times New Roman"


def test_a_style_adds_to_the_style_it_is_based_on() -> None:
    styles = (
        style(
            "Normal",
            default=True,
            inside='<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr>',
        )
        + style(
            "Muc", based_on="Normal", inside='<w:pPr><w:spacing w:before="120"/></w:pPr><w:rPr><w:b/></w:rPr>'
        )
        + style("MucCon", based_on="Muc", inside='<w:pPr><w:jc w:val="center"/></w:pPr>')
    )
    found = only(p("Mục", properties='<w:pStyle w:val="MucCon"/>'), styles)
    assert (found.format.align, found.format.before) == ("center", 120)
    assert (found.runs[0].format.size, found.runs[0].format.bold) == (14, True)


def test_styles_based_on_each_other_in_a_ring_do_not_hang() -> None:
    ring = style("A", based_on="B") + style("B", based_on="A", inside="<w:rPr><w:b/></w:rPr>")
    assert only(p("Mục", properties='<w:pStyle w:val="A"/>'), ring).runs[0].format.bold


def test_direct_formatting_has_the_last_word() -> None:
    normal = style("Normal", default=True, inside="<w:rPr><w:b/><w:i/></w:rPr>")
    found = only(p("Lời", run='<w:b w:val="0"/>', properties='<w:jc w:val="right"/>'), normal)
    assert (found.runs[0].format.bold, found.runs[0].format.italic) == (False, True)
    assert found.format.align == "right"


def test_bold_in_both_kinds_of_style_cancels_out() -> None:
    styles = style("Muc", inside="<w:rPr><w:b/></w:rPr>") + style(
        "Manh", kind="character", inside="<w:rPr><w:b/></w:rPr>"
    )
    strong = p("Mục", properties='<w:pStyle w:val="Muc"/>', run='<w:rStyle w:val="Manh"/>')
    assert not only(strong, styles).runs[0].format.bold
    assert only(p("Mục", run='<w:rStyle w:val="Manh"/>'), styles).runs[0].format.bold


def test_a_first_line_indent_replaces_a_hanging_one() -> None:
    normal = style("Normal", default=True, inside='<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>')
    assert only(p("Lời"), normal).format.first_line == -360
    nearer = only(p("Lời", properties='<w:ind w:firstLine="567"/>'), normal)
    assert (nearer.format.left, nearer.format.first_line) == (360, 567)


def test_capitals_by_formatting_are_capitals() -> None:
    assert only(p("Báo cáo", run="<w:caps/>")).text == "BÁO CÁO"


def test_hidden_and_deleted_text_is_not_there_and_inserted_text_is() -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
    )
    paper = read(body)
    assert paper.paragraphs[0].text == "mới"
    assert paper.has_tracked_changes


def test_a_line_break_makes_two_lines_of_a_paragraph() -> None:
    found = only("<w:p><w:r><w:t>UBND TỈNH</w:t><w:br/><w:t>VĂN PHÒNG</w:t></w:r></w:p>")
    assert [line.text for line in found.lines()] == ["UBND TỈNH", "VĂN PHÒNG"]


def test_content_controls_are_looked_into() -> None:
    body = f"<w:sdt><w:sdtContent>{p('Trong khung')}</w:sdtContent></w:sdt>"
    assert only(body).text == "Trong khung"


def table(margins: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{margins}</w:tblPr>"
        '<w:tblGrid><w:gridCol w:w="3402"/><w:gridCol w:w="5669"/></w:tblGrid>'
        f"<w:tr><w:tc><w:tcPr/>{p('a')}</w:tc><w:tc><w:tcPr/>{p('b')}</w:tc></w:tr></w:tbl>"
    )


def test_a_cell_is_as_wide_as_its_column_less_its_margins() -> None:
    left, right = read(table()).paragraphs
    assert (left.place.width, right.place.width) == (3402 - 230, 5669 - 230)
    assert (left.place.column, right.place.column) == (0, 1)
    none = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    assert [found.place.width for found in read(table(none)).paragraphs] == [3402, 5669]


def test_text_is_as_wide_as_the_paper_less_its_margins_and_the_gutter() -> None:
    margins = '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1417" w:gutter="284"/>'
    section = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{margins}</w:sectPr>'
    file = read_docx(word_file(p("Lời văn"), section=section), "a.docx")
    assert file.sections[0].left == 1701
    assert file.paragraphs[0].place.width == 11906 - 1701 - 850


def test_a_merged_cell_is_as_wide_as_its_columns() -> None:
    merged = table().replace("<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', 1)
    assert read(merged).paragraphs[0].place.width == 3402 + 5669 - 230


def test_a_drawn_line_is_measured() -> None:
    modern = (
        "<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom='column'><wp:align>center</wp:align>"
        "</wp:positionH><wp:extent cx='2178050' cy='0'/><a:prstGeom prst='line'/>"
        "</wp:anchor></w:drawing></w:r></w:p>"
    )
    (line,) = only(modern).drawn
    assert (line.length, line.middle) == (3430, 1701 + 9071 / 2)
    old = "<w:p><w:r><w:pict><v:line from='10pt,2pt' to='181.5pt,2pt'/></w:pict></w:r></w:p>"
    (line,) = only(old).drawn
    assert (line.length, line.middle) == (3430, 1701 + 200 + 1715)


def test_a_drawn_line_of_dashes_is_not_solid() -> None:
    modern = (
        "<w:p><w:r><w:drawing><wp:anchor><wp:extent cx='2178050' cy='0'/><a:prstGeom prst='line'/>"
        "<a:ln><a:prstDash val='{}'/></a:ln></wp:anchor></w:drawing></w:r></w:p>"
    )
    assert [only(modern.format(dash)).drawn[0].solid for dash in ("solid", "dash")] == [True, False]
    old = "<w:p><w:r><w:pict><v:line from='10pt,2pt' to='181.5pt,2pt'>{}</v:line></w:pict></w:r></w:p>"
    assert only(old.format("")).drawn[0].solid
    assert not only(old.format("<v:stroke dashstyle='1 1'/>")).drawn[0].solid
