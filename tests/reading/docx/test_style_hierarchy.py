"""Effective properties: the levels of the style hierarchy, one over the other."""

from lxml import etree

from danvan_desktop.reading.docx.elements import Element
from danvan_desktop.reading.docx.namespaces import WORD
from danvan_desktop.reading.docx.style_hierarchy import StyleHierarchy
from tests.builders.word_file import NAMESPACES, numbering, style

BOLD = "<w:rPr><w:b/></w:rPr>"
NOT_BOLD = '<w:rPr><w:b w:val="0"/></w:rPr>'


def hierarchy(styles: str, lists: str = "", theme: str = "") -> StyleHierarchy:
    return StyleHierarchy(
        etree.fromstring(f"<w:styles {NAMESPACES}>{styles}</w:styles>"),
        etree.fromstring(f"<a:theme {NAMESPACES}>{theme}</a:theme>"),
        etree.fromstring(f"<w:numbering {NAMESPACES}>{lists}</w:numbering>"),
    )


def properties(kind: str, inside: str) -> Element:
    return etree.fromstring(f'<w:{kind} xmlns:w="{WORD}">{inside}</w:{kind}>')


def run(inside: str) -> Element:
    return properties("rPr", inside)


def paragraph(inside: str) -> Element:
    return properties("pPr", inside)


STRONG = style("Manh", kind="character", inside=BOLD)
HEADING = style("Muc", inside=BOLD)
TABLE = style("Bang", kind="table", inside=BOLD)


def test_a_toggle_is_on_where_an_odd_number_of_kinds_of_style_has_it() -> None:
    styles = hierarchy(STRONG + HEADING + TABLE)
    strong = run('<w:rStyle w:val="Manh"/>')
    assert styles.run(None, "Muc").bold
    assert not styles.run(strong, "Muc").bold
    assert not styles.run(None, "Muc", "Bang").bold
    assert styles.run(None, None, "Bang").bold
    assert styles.run(strong, "Muc", "Bang").bold


def test_a_toggle_that_the_defaults_have_is_on_whatever_the_styles_say() -> None:
    defaults = f"<w:docDefaults><w:rPrDefault>{BOLD}</w:rPrDefault></w:docDefaults>"
    styles = hierarchy(defaults + style("Muc", inside=NOT_BOLD))
    assert styles.run(None, "Muc").bold
    assert not styles.run(run('<w:b w:val="0"/>'), "Muc").bold


def test_in_a_chain_of_styles_the_nearest_says_whether_a_toggle_is_on() -> None:
    styles = hierarchy(HEADING + style("Con", based_on="Muc", inside=BOLD))
    assert styles.run(None, "Con").bold


def test_a_style_that_is_not_there_or_of_another_kind_gives_way_to_the_default_style() -> None:
    styles = hierarchy(STRONG + style("Thuong", default=True, inside='<w:pPr><w:jc w:val="both"/></w:pPr>'))
    for name in ("Mat", "Manh"):
        found = styles.paragraph(paragraph(f'<w:pStyle w:val="{name}"/>'))
        assert (found.style_id, found.style_name, found.alignment) == ("Thuong", "thuong", "both")
    assert not styles.run(run('<w:rStyle w:val="Thuong"/>'), None).bold


def test_the_default_table_style_holds_in_a_table_that_names_none_and_not_outside() -> None:
    styles = hierarchy(style("Bang", kind="table", default=True, inside=BOLD))
    assert styles.run(None, None, "").bold
    assert not styles.run(None, None).bold


def test_a_font_of_the_theme_goes_before_one_by_name_at_its_side() -> None:
    theme = '<a:fontScheme><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
    styles = hierarchy("", theme=theme)
    assert styles.run(run('<w:rFonts w:ascii=".VnTime" w:asciiTheme="minorHAnsi"/>'), None).font == "Calibri"
    assert styles.run(run('<w:rFonts w:ascii=".VnTime"/>'), None).font == ".VnTime"


def test_a_hanging_indent_hides_one_of_the_first_line() -> None:
    styles = hierarchy(style("Thuong", default=True, inside='<w:pPr><w:ind w:firstLine="567"/></w:pPr>'))
    both = '<w:ind w:left="720" w:hanging="360" w:firstLine="567"/>'
    assert styles.paragraph(paragraph(both)).first_line == -360
    assert styles.paragraph(paragraph('<w:ind w:hanging="0"/>')).first_line == 0
    assert styles.paragraph(None).first_line == 567


def test_start_and_end_are_left_and_right() -> None:
    tabs = '<w:tabs><w:tab w:val="end" w:pos="72pt"/></w:tabs>'
    found = hierarchy("").paragraph(paragraph(f'<w:jc w:val="end"/><w:ind w:start="36pt"/>{tabs}'))
    assert (found.alignment, found.left, found.flat["tabs.1440"]) == ("right", 720, "right")


def test_letters_raised_by_a_measure_are_superscript_when_their_size_is_set() -> None:
    styles = hierarchy("")
    assert styles.run(run('<w:position w:val="8"/><w:sz w:val="18"/>'), None).vertical == "super"
    assert styles.run(run('<w:position w:val="-8"/><w:sz w:val="18"/>'), None).vertical == "sub"
    assert styles.run(run('<w:position w:val="2"/><w:sz w:val="18"/>'), None).vertical is None
    assert styles.run(run('<w:position w:val="8"/>'), None).vertical is None
    assert styles.run(run('<w:vertAlign w:val="subscript"/>'), None).vertical == "sub"


def test_how_it_was_before_a_tracked_change_counts_for_nothing() -> None:
    before = "<w:pPrChange><w:pPr><w:jc w:val='center'/></w:pPr></w:pPrChange>"
    assert hierarchy("").paragraph(paragraph(before)).alignment == "left"


# ------------------------------------------------------------------------------------------------ lists

LISTS = numbering(("upperRoman", "%1."), ("decimal", "%2."), number=7).replace(
    '<w:lvlText w:val="%2."/>', '<w:pStyle w:val="Khoan"/><w:lvlText w:val="%2."/>'
)


def in_list(inside: str) -> str:
    return f'<w:pPr><w:numPr>{inside}<w:numId w:val="7"/></w:numPr></w:pPr>'


def test_a_style_has_the_level_that_names_it_or_the_style_it_has_the_list_from() -> None:
    styles = hierarchy(
        style("Khoan", inside=in_list('<w:ilvl w:val="0"/>')) + style("Rieng", based_on="Khoan"), LISTS
    )
    for name in ("Khoan", "Rieng"):
        found = styles.paragraph(paragraph(f'<w:pStyle w:val="{name}"/>')).membership
        assert found is not None
        assert (found.identifier, found.place, found.by_style) == ("7", 1, True)


def test_a_style_that_no_level_names_has_the_level_it_says_itself() -> None:
    own = in_list('<w:ilvl w:val="0"/>')
    styles = style("Khoan", inside=in_list("")) + style("Con", based_on="Khoan", inside=own)
    found = hierarchy(styles, LISTS).paragraph(paragraph('<w:pStyle w:val="Con"/>')).membership
    assert found is not None
    assert found.place == 0


def test_list_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    styles = hierarchy(style("Khoan", inside=in_list("")), LISTS)
    out = paragraph('<w:pStyle w:val="Khoan"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert styles.paragraph(out).membership is None


def test_a_list_that_is_not_there_has_no_level() -> None:
    found = hierarchy("").paragraph(paragraph('<w:numPr><w:numId w:val="9"/></w:numPr>')).membership
    assert found is not None
    assert found.level is None
