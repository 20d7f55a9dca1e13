"""Fields of a Word file: what Word shows is text, and words that it does not show are named."""

import pytest

from tests.builders.word_file import BEGIN, END, SEPARATE, code, p, r, report_file, table
from tests.importers.docx.shape import imported, notes, shape

OPEN = BEGIN + code(" REF a ")
HIDDEN = "Không nhập chữ nằm trong mã trường hoặc trong số trang, Word không hiện: “{}”."
NO_RESULT = "Trường chưa có kết quả, không nhập: “{}”."


def read(*inside: str) -> tuple[list[str], list[str]]:
    report = imported(report_file(p("I. TÌNH HÌNH"), *inside, p("Hết.")))
    return shape(report)[1:-1], notes(report, "field")


def test_a_field_that_never_ends_hides_nothing_and_its_code_is_named() -> None:
    for broken in (OPEN, OPEN + SEPARATE):
        assert read(p("Có ", broken, "mười hai"), p("hội nghị.")) == (
            ["B Có mười hai", "B hội nghị."],
            [NO_RESULT.format("REF a")],
        )
    assert read(table([p("Có ", OPEN, "mười"), p("hai")]), p("hội nghị."))[0] == [
        "| Có mười | hai |",
        "B hội nghị.",
    ]


def test_a_field_that_begins_or_ends_twice_hides_nothing() -> None:
    assert read(p("Có ", BEGIN, OPEN, SEPARATE, "mười", END, " hai"), p("hội nghị."))[0] == [
        "B Có mười hai",
        "B hội nghị.",
    ]
    assert read(p("Có ", OPEN, SEPARATE, "mười", END, END, " hai"))[0] == ["B Có mười hai"]


def test_words_in_a_code_are_named() -> None:
    assert read(p("Có ", OPEN, "mười", END, " hai.")) == (
        ["B Có hai."],
        [NO_RESULT.format("REF a"), HIDDEN.format("mười")],
    )
    assert read(p("Có ", OPEN, "mười"), p("hội nghị", SEPARATE, "hai", END, ".")) == (
        ["B Có", "B hai."],
        [HIDDEN.format("mười hội nghị")],
    )


def test_a_simple_field_in_a_code_is_named_and_one_that_overlaps_another_hides_nothing() -> None:
    simple = '<w:fldSimple w:instr="REF b">{}</w:fldSimple>'
    assert read(p("Có ", OPEN, simple.format(r("mười")), END, " hai."))[1] == [
        NO_RESULT.format("REF a"),
        HIDDEN.format("mười"),
    ]
    crossed = simple.format(OPEN + SEPARATE + r("mười "))
    assert read(p("Có ", crossed, "hai", END, " ba."))[0] == ["B Có mười hai ba."]


def test_a_code_of_no_field_is_text() -> None:
    assert read(p("Có ", code("mười"), " hai.")) == (["B Có mười hai."], [])


def test_words_typed_into_a_page_number_are_named_and_figures_are_not() -> None:
    page = BEGIN + code(" PAGE ") + SEPARATE + "{}" + END
    for figure in ("2", "- 12 -", "iv", "a"):
        assert read(p("Trang ", page.format(r(figure)), " hết.")) == (["B Trang hết."], [])
    assert read(p("Trang ", page.format(r("2 ")), page.format(r("hai mươi")), "."))[1] == [
        HIDDEN.format("hai mươi")
    ]


def test_a_button_and_a_list_show_their_words() -> None:
    button = BEGIN + code(" MACROBUTTON Không [Bấm vào đây]") + END
    assert read(p("Có ", button, ".")) == (["B Có [Bấm vào đây]."], [])


@pytest.mark.parametrize("end", [END, SEPARATE + r("x") + END])
def test_a_text_box_in_a_code_is_read(end: str) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('Trong khung.')}</w:txbxContent></w:pict></w:r>"
    assert "B Trong khung." in read(p("Có ", OPEN, box, end, " hai."))[0]
