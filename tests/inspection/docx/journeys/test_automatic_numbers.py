"""Numbers that Word makes itself are read as it shows them, and set as the list says."""

from danvan_desktop.inspection.docx import read_docx
from danvan_desktop.inspection.flow import FlowParagraph
from tests.builders.word_file import p, style, word_file


def level(place: int, kind: str, text: str, inside: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{inside}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


OUTLINE = (
    level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>')
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
    + level(4, "bullet", "-")
    + level(5, "bullet", "\uf0b7")
)


def listed(levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
        f'<w:num w:numId="7"><w:abstractNumId w:val="4"/>{more}</w:num>'
    )


def at(place: int, text: str, properties: str = "", run: str = "") -> str:
    number = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="7"/></w:numPr>'
    return p(text, properties=number + properties, run=run)


def read(body: str, numbering: str = listed(OUTLINE), styles: str = "") -> tuple[FlowParagraph, ...]:
    content = word_file(body, numbering=numbering, styles=styles)
    return read_docx(content, "a.docx").paragraphs


def test_numbers_go_on_and_begin_anew_below_another() -> None:
    places = [0, 1, 2, 2, 1, 2, 3, 3, 0, 1]
    found = read("".join(at(place, "Tên") for place in places))
    shown = [paragraph.text.split()[0] for paragraph in found]
    assert shown == ["I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "a)", "b)", "II.", "1."]


def test_a_dash_stays_a_dash_and_any_other_sign_is_a_bullet() -> None:
    assert [found.text for found in read(at(4, "Một") + at(5, "Hai"))] == ["- Một", "• Hai"]


def test_a_list_in_use_may_begin_elsewhere() -> None:
    start = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    found = read(at(1, "Một") + at(1, "Hai"), listed(OUTLINE, start))
    assert [paragraph.text for paragraph in found] == ["5. Một", "6. Hai"]


def test_the_lists_indents_lie_over_the_styles_and_under_the_paragraphs_own() -> None:
    levels = level(1, "decimal", "%2.", "").replace(
        "</w:lvl>", '<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
    )
    styles = style("Normal", default=True, inside='<w:pPr><w:ind w:firstLine="300"/></w:pPr>')
    of_list, own = read(at(1, "Một") + at(1, "Hai", '<w:ind w:firstLine="720"/>'), listed(levels), styles)
    assert (of_list.format.first_line, own.format.first_line) == (567, 720)


def test_a_style_brings_its_level_and_its_own_indents() -> None:
    muc = style(
        "Muc",
        inside='<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:ind w:firstLine="567"/></w:pPr>',
    )
    (found,) = read(p("TÌNH HÌNH", properties='<w:pStyle w:val="Muc"/>'), styles=muc)
    assert found.text == "I. TÌNH HÌNH"
    assert found.format.first_line == 567
    assert not found.format.numbered


def test_a_number_is_as_bold_as_its_mark_and_its_list_say() -> None:
    bold = OUTLINE.replace('<w:lvlText w:val="%2."/>', '<w:lvlText w:val="%2."/><w:rPr><w:b/></w:rPr>')
    (found,) = read(at(1, "Tên"), listed(bold))
    assert [run.format.bold for run in found.runs] == [True, False]
    (marked,) = read(at(1, "Tên", "<w:rPr><w:b/></w:rPr>"))
    assert [run.format.bold for run in marked.runs] == [True, False]


def test_a_number_without_its_list_is_known_to_be_missing() -> None:
    (found,) = read(at(1, "Tên"), "")
    assert found.text == "Tên"
    assert found.format.numbered
