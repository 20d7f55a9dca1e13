"""The text that is measured is what Word shows of fields: the result, also where a field is broken."""

import pytest

from danvan_desktop.inspection.docx import read_docx
from tests.builders.word_file import BEGIN, END, SEPARATE, code, p, r, word_file

OPEN = BEGIN + code(" REF a ")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (OPEN + SEPARATE + r("mười") + END, "Có mười hai"),
        (OPEN + r("mười") + END, "Có  hai"),  # within the code
        (OPEN + r("mười"), "Có mười hai"),  # never ends
        (BEGIN + OPEN + SEPARATE + r("mười") + END, "Có mười hai"),
        (code("mười"), "Có mười hai"),  # a code of no field
        (f'<w:fldSimple w:instr="REF a">{r("mười")}</w:fldSimple>', "Có mười hai"),
    ],
)
def test_the_result_is_text_and_the_code_is_not(inside: str, text: str) -> None:
    paragraphs = read_docx(word_file(p("Có ", inside, " hai") + p("Hết")), "a.docx").paragraphs
    assert [paragraph.text for paragraph in paragraphs] == [text, "Hết"]


def test_a_broken_field_of_the_header_leaves_the_text_alone() -> None:
    file = read_docx(word_file(p("Có ", code("mười"), END), header1=p(BEGIN)), "a.docx")
    assert [paragraph.text for paragraph in file.paragraphs] == ["Có mười"]
