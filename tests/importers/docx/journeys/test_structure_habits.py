"""How offices part their reports: letters as parts, styles left behind on running text, typed rules, feet."""

import pytest

from danvan_desktop.importers.plain_text import report_from_text
from tests.builders.word_file import (
    BEGIN,
    END,
    HEAD,
    SECTION,
    SEPARATE,
    TAIL,
    TITLE,
    bold,
    code,
    p,
    r,
    report_file,
    style,
    word_file,
)
from tests.importers.docx.moments import NOW
from tests.importers.docx.shape import imported, shape

SENTENCES = "Sở có 60 công chức. Năm qua các phòng đã tổ chức nhiều hội nghị, có đông người dự."
HEADING = "".join(
    style(f"Heading {level}", inside=f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>')
    for level in (1, 2)
)


def styled(text: str, level: int = 1) -> str:
    return p(text, style=f"Heading {level}")


def test_letters_in_small_letters_are_parts_above_roman_numbers() -> None:
    titles = ["A. Tình hình chung", "I. Đặc điểm", "B. Kết quả thực hiện", "I. Công tác lãnh đạo"]
    expected = ["PHẦN A. | Tình hình chung", "MỤC I. Đặc điểm", f"B {SENTENCES}"]
    expected += ["PHẦN B. | Kết quả thực hiện", "MỤC I. Công tác lãnh đạo", f"B {SENTENCES}"]
    body = [*titles[:2], SENTENCES, *titles[2:], SENTENCES]
    in_word = report_file(*(p(text if text == SENTENCES else bold(text)) for text in body))
    assert shape(imported(in_word)) == expected
    as_text = "BÁO CÁO\nKết quả năm 2025\n\n" + "\n".join(body) + "\n"
    assert shape(report_from_text(as_text, NOW)) == expected


@pytest.mark.parametrize(
    "text", ["A. Nguyễn Văn Bình phụ trách chung.", "C. Không có mục A, B nào ở trên", "A-Z, 0-9 được dùng"]
)
def test_other_letters_are_text(text: str) -> None:
    assert f"B {text}" in shape(imported(report_file(p("I. TÌNH HÌNH"), p(text))))


@pytest.mark.parametrize(
    "text",
    [
        SENTENCES,
        "Ban hành kế hoạch công tác dân vận ngay từ đầu năm;",
        "Sở đã ban hành 12 văn bản chỉ đạo các phòng, đơn vị thực hiện công tác dân vận.",
        "Số công chức hiện có là 60 người, " + "trong đó nhiều người công tác ở cơ sở, " * 6 + "còn trẻ",
    ],
)
@pytest.mark.parametrize("level", [1, 2])
def test_running_text_in_a_heading_style_is_text(text: str, level: int) -> None:
    found = imported(report_file(styled("TÌNH HÌNH"), styled(text, level), styled("KẾT QUẢ"), styles=HEADING))
    assert shape(found) == ["MỤC - TÌNH HÌNH", f"B {text}", "MỤC - KẾT QUẢ"]


def test_titles_in_a_heading_style_stay_titles_with_a_full_stop_too() -> None:
    titles = ["Tình hình.", "Công tác lãnh đạo, chỉ đạo và tổ chức thực hiện", "KẾT QUẢ NĂM 2025."]
    found = imported(report_file(*map(styled, titles), styles=HEADING))
    assert shape(found) == [f"MỤC - {title}" for title in titles]


@pytest.mark.parametrize("rule", ["____________", "────────", "¯¯¯¯¯¯", "* * *", "-----oOo-----", "═══"])
def test_a_typed_rule_is_no_paragraph(rule: str) -> None:
    found = imported(report_file(p("I. TÌNH HÌNH"), p(SENTENCES), p(rule)))
    assert shape(found) == ["MỤC I. TÌNH HÌNH", f"B {SENTENCES}"]
    assert any(rule in note.text for note in found.import_notes)


def test_a_rule_below_the_words_of_one_paragraph_is_taken_off() -> None:
    broken = p(r(SENTENCES) + "<w:r><w:br/></w:r>" + r("__________"))
    assert shape(imported(report_file(p("I. TÌNH HÌNH"), broken))) == ["MỤC I. TÌNH HÌNH", f"B {SENTENCES}"]


def test_a_page_number_in_a_box_at_the_foot_is_noted_as_nothing_else() -> None:
    number = p(BEGIN, code("PAGE"), SEPARATE, r("2"), END)
    content = f"<w:txbxContent>{number}</w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    section = SECTION.replace("<w:sectPr>", '<w:sectPr><w:footerReference w:type="default" r:id="rfooter"/>')
    body = HEAD + TITLE + p("I. TÌNH HÌNH") + p(SENTENCES) + TAIL
    found = imported(word_file(body, section=section, footer1=p(box)))
    kinds = {note.kind for note in found.import_notes}
    assert not kinds & {"unplaced", "header", "field"}


def test_titles_that_print_makes_bold_are_named() -> None:
    thin = report_file(p("I. TÌNH HÌNH"), p("1. Thuận lợi"), p(SENTENCES), p("II. Kết quả"), p(SENTENCES))
    (note,) = [note for note in imported(thin).import_notes if note.kind == "bold"]
    assert note.text.startswith("2 đề mục không in đậm trong tệp sẽ được in đậm: “Kết quả”, “Thuận lợi”.")
    as_printed = report_file(p(bold("I. TÌNH HÌNH")), p(bold("1. Thuận lợi")), p(SENTENCES))
    assert not [note for note in imported(as_printed).import_notes if note.kind == "bold"]
