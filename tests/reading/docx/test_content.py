"""Paragraphs, tables and runs are found whatever they are wrapped in."""

from lxml import etree

from danvan_desktop.reading.docx.content import blocks, runs
from danvan_desktop.reading.docx.elements import Element, local
from tests.builders.word_file import NAMESPACES, p, r


def body(inside: str) -> Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{inside}</w:body>")


def texts(elements: list[Element]) -> list[str]:
    return ["".join(map(str, element.itertext())) for element in elements]


def test_blocks_are_found_in_controls_insertions_and_the_first_alternative() -> None:
    found = blocks(
        body(
            f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt><w:ins>{p('b')}</w:ins>"
            f"<mc:AlternateContent><mc:Choice>{p('c')}</mc:Choice><mc:Fallback>{p('d')}</mc:Fallback>"
            f"</mc:AlternateContent><w:del>{p('e')}</w:del><w:tbl/>"
        )
    )
    kept = list(found)
    assert [local(element) for element in kept] == ["p", "p", "p", "tbl"]
    assert texts(kept) == ["a", "b", "c", ""]


def test_runs_are_found_in_links_fields_and_insertions_and_not_in_deletions() -> None:
    inside = (
        f"<w:hyperlink>{r('a')}</w:hyperlink><w:fldSimple>{r('b')}</w:fldSimple><w:moveTo>{r('c')}</w:moveTo>"
        f"<w:moveFrom>{r('d')}</w:moveFrom><w:bdo>{r('e')}</w:bdo>"
        f"<mc:AlternateContent><mc:Fallback>{r('f')}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(list(runs(body(inside)))) == ["a", "b", "c", "e", "f"]
