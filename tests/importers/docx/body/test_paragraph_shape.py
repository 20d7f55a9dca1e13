"""The shape of a paragraph is read with its style counted in: what stands around it, where a page ends."""

import pytest

from danvan_desktop.importers.docx.body.body_reader import BodyReader
from danvan_desktop.importers.docx.body.items import WordParagraph
from danvan_desktop.importers.docx.import_losses import Losses
from danvan_desktop.reading.docx.package import open_package
from danvan_desktop.report.takeback.layout_values import ParagraphShape
from tests.builders.word_file import r, word_file


def shape(properties: str = "", inner: str = "") -> ParagraphShape | None:
    body = f"<w:p><w:pPr>{properties}</w:pPr>{r('Lời')}{inner}</w:p>"
    (found,) = BodyReader(open_package(word_file(body)), Losses(), traced=True).read()
    assert isinstance(found, WordParagraph)
    return None if found.edits is None else found.edits.shape


@pytest.mark.parametrize(
    ("properties", "wanted"),
    [
        ("", ParagraphShape()),
        (
            '<w:ind w:left="100" w:right="300" w:hanging="50"/>',
            ParagraphShape(left=100, right=300, first_line=-50),
        ),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', ParagraphShape(is_shaded=True)),
        ('<w:shd w:val="clear" w:fill="auto"/>', ParagraphShape()),
        ('<w:shd w:val="clear" w:fill="FFFFFF"/>', ParagraphShape()),
        ('<w:pBdr><w:top w:val="single"/><w:left w:val="nil"/></w:pBdr>', ParagraphShape(borders=1)),
        ("<w:pageBreakBefore/>", ParagraphShape(breaks_page=True)),
        ('<w:pageBreakBefore w:val="0"/>', ParagraphShape()),
        (
            '<w:spacing w:before="120" w:line="340" w:lineRule="exact"/>',
            ParagraphShape(before=120, line=340, rule="exact"),
        ),
    ],
)
def test_properties_of_a_paragraph(properties: str, wanted: ParagraphShape) -> None:
    assert shape(properties) == wanted


def test_a_page_that_ends_within_a_paragraph_is_known() -> None:
    assert shape("", '<w:r><w:br w:type="page"/></w:r>') == ParagraphShape(breaks_page=True)
    assert shape("", "<w:r><w:br/></w:r>") == ParagraphShape()
