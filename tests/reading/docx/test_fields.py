"""Fields: only whole ones are fields; what lies in a code is not shown, a code without a field is."""

import pytest
from lxml import etree

from danvan_desktop.reading.docx.elements import Element, local
from danvan_desktop.reading.docx.fields import Field, FieldStack, field_codes, whole_fields
from tests.builders.word_file import BEGIN, END, NAMESPACES, SEPARATE, code, p, r, table

_SIGNS = {"[": BEGIN, "|": SEPARATE, "]": END}
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


def story(inside: str) -> Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{inside}</w:body>")


def pieces(signs: str) -> str:
    """Runs: "[", "|" and "]" are characters of a field, capitals a code, small letters text."""
    return "".join(
        _SIGNS.get(sign) or (code(sign) if sign.isupper() else r(sign)) for sign in signs if sign != " "
    )


def shown(body: Element) -> str:
    """Return the letters that are shown, those of loose codes too."""
    codes = field_codes([body])
    letters = (part for part in body.iter("{*}t", "{*}instrText") if part not in codes.hidden)
    return "".join(part.text or "" for part in letters if local(part) == "t" or part in codes.loose)


@pytest.mark.parametrize(
    ("signs", "text"),
    [
        ("a[A|b]c", "abc"),  # a whole field
        ("a[Ab]c", "ac"),  # no result, something in its code
        ("a[Ab", "ab"),  # never separates, never ends
        ("a[A|b", "ab"),
        ("a[[A|b]c", "abc"),  # begins twice
        ("a[A|b]]c", "abc"),  # ends twice
        ("a[A|b|c]d", "abcd"),  # separates twice
        ("a[Ab[B|c]d|e]f", "aef"),  # one in the code of another
        ("a[A|b[B|c]d]e", "abcde"),  # one in the result of another
        ("aBc", "aBc"),  # a code of no field
        ("a[A|bB]c", "abBc"),  # … in a result
        ("a]|b", "ab"),
        ("[A]b[B", "b"),  # the second was meant as a code
    ],
)
def test_only_whole_fields_hide_what_lies_in_their_code(signs: str, text: str) -> None:
    assert shown(story(p(pieces(signs)))) == text


def test_a_field_goes_over_paragraphs_and_cells() -> None:
    assert shown(story(p(pieces("a[Ab")) + p("c") + p(pieces("d|e]f")))) == "aef"
    assert shown(story(table([p(pieces("a[Ab")), p(pieces("c]d"))]))) == "ad"


def test_a_text_box_is_a_story_of_its_own() -> None:
    assert shown(story(p(pieces("a[A"), BOX.format(p(pieces("b]c"))), pieces("d")))) == "abcd"
    inside = BOX.format(p(pieces("b[B|c]d")))
    assert shown(story(p(pieces("a[A|"), inside, pieces("e]f")))) == "abcdef"


@pytest.mark.parametrize(
    "deleted",
    [
        f"<w:del>{BEGIN}</w:del>",
        f"<w:moveFrom>{BEGIN}</w:moveFrom>",
        "<mc:AlternateContent><mc:Choice/><mc:Fallback>" + BEGIN + "</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_what_is_deleted_or_another_branch_begins_nothing(deleted: str) -> None:
    assert not whole_fields(story(p(deleted, pieces("a]b"))))


def test_a_deleted_row_or_cell_ends_nothing() -> None:
    row = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(END)}</w:tc></w:tr></w:tbl>"
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p(END)}</w:tc></w:tr></w:tbl>"
    for gone in (row, cell):
        assert not whole_fields(story(p(BEGIN) + gone))


def test_some_fields_show_what_is_not_their_result() -> None:
    assert Field([" MACROBUTTON Không [Bấm ", "vào đây] "]).shown_without_result == "[Bấm vào đây]"
    assert Field([" REF a b "]).shown_without_result == ""
    for chosen, entry in (('<w:result w:val="1"/>', "hai"), ("", "một"), ('<w:default w:val="7"/>', "")):
        items = f'{chosen}<w:listEntry w:val="một"/><w:listEntry w:val="hai"/>'
        begin = BEGIN.replace(
            "/></w:r>", f"><w:ffData><w:ddList>{items}</w:ddList></w:ffData></w:fldChar></w:r>"
        )
        body = story(p(begin, code(" FORMDROPDOWN "), END))
        stack = FieldStack(body)
        ended = [stack.step(character) for character in body.iter("{*}fldChar")]
        assert [each.shown_without_result for each in ended if each] == [entry]
