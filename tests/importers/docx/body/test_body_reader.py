"""The body of a Word file as paragraphs and tables."""

from danvan_desktop.importers.docx.body.body_reader import BodyReader
from danvan_desktop.importers.docx.body.items import WordParagraph
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.reading.docx.package import open_package
from tests.builders.word_file import listed, numbering, p, word_file


def paragraphs(body: str, **parts: str) -> list[WordParagraph]:
    items = BodyReader(open_package(word_file(body, **parts)), Losses()).read()
    return [item for item in items if isinstance(item, WordParagraph)]


def test_letters_behind_an_element_within_a_text_are_read() -> None:
    assert [found.text for found in paragraphs(p("<w:r><w:t>Ban hành <w:x/>văn bản</w:t></w:r>"))] == [
        "Ban hành văn bản"
    ]


def test_a_first_line_begins_where_its_indents_say_and_a_list_says_nothing_of_it() -> None:
    deep = numbering(("decimal", "%1.")).replace(
        "</w:lvl>", '<w:pPr><w:ind w:left="3600" w:hanging="360"/></w:pPr></w:lvl>'
    )
    own = p("Bên phải", properties='<w:ind w:left="3600" w:hanging="360"/>')
    assert [found.indent for found in paragraphs(own + listed(1, 0, "Việc một."), numbering=deep)] == [
        3240,
        0,
    ]
