"""What drawings hold."""

from lxml import etree

from danvan_desktop.reading.docx.drawings import DrawingContent, drawing_content
from tests.builders.word_file import NAMESPACES, p


def content(inside: str) -> DrawingContent:
    return drawing_content(etree.fromstring(f"<w:drawing {NAMESPACES}>{inside}</w:drawing>"))


def test_objects_are_told_by_their_kind_once_each() -> None:
    assert content("<pic:pic/><pic:pic/><c:chart/>").objects == {"picture", "chart"}
    assert content("").objects == frozenset()


def test_of_two_alternatives_the_text_box_is_found_once() -> None:
    box = f"<w:txbxContent>{p('a')}</w:txbxContent>"
    found = content(
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert len(found.text_boxes) == 1


def test_what_lies_in_a_text_box_is_no_object_of_the_drawing() -> None:
    assert content("<w:txbxContent><pic:pic/></w:txbxContent>").objects == frozenset()


def test_the_text_of_word_art_is_told() -> None:
    assert content('<v:shape><v:textpath string="MẬT"/></v:shape>').word_art == ("MẬT",)
