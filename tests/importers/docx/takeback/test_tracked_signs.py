"""All that somebody tracked is known, in whatever part of the file: what, who, beside which words."""

import pytest

from danvan_desktop.importers.docx.takeback.tracked_signs import signs_of
from danvan_desktop.reading.docx.package import open_package
from danvan_desktop.report.takeback.model import Revision, SignKind, TrackedSign
from tests.builders.word_file import p, r, word_file

WHO = 'w:id="1" w:author="Trần Thị B" w:date="2025-11-28T09:00:00Z"'
B = Revision("Trần Thị B", "2025-11-28T09:00:00Z")
SAID = r("Đoạn một.")


def signs(body: str, **parts: str) -> list[TrackedSign]:
    return list(signs_of(open_package(word_file(body, **parts))))


@pytest.mark.parametrize(
    ("inner", "kind", "words"),
    [
        (f"<w:ins {WHO}>{r('mới')}</w:ins>", "words", "mới"),
        (f"<w:del {WHO}><w:r><w:delText>cũ</w:delText></w:r></w:del>", "words", "cũ"),
        (f"<w:ins {WHO}><w:r><w:drawing/></w:r></w:ins>", "object", ""),
        (f"<w:ins {WHO}><w:r><w:drawing/><w:t>chữ</w:t></w:r></w:ins>", "words", "chữ"),
        (f"<w:r><w:rPr><w:rPrChange {WHO}/></w:rPr><w:t>chữ</w:t></w:r>", "words", ""),
        (f"<w:customXmlInsRangeStart {WHO}/>", "control", ""),
        (f"<w:sdt><w:sdtPr><w:rPr><w:ins {WHO}/></w:rPr></w:sdtPr></w:sdt>", "control", ""),
    ],
)
def test_what_is_tracked_in_a_paragraph(inner: str, kind: SignKind, words: str) -> None:
    (found,) = signs(f"<w:p>{SAID}{inner}</w:p>")
    assert (found.kind, found.revision, found.words) == (kind, B, words)
    assert found.near.startswith("Đoạn một.")


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        (f"<w:pPrChange {WHO}/>", "words"),
        (f"<w:rPr><w:ins {WHO}/></w:rPr>", "words"),
        (f"<w:rPr><w:rPrChange {WHO}/></w:rPr>", "end"),
        (f"<w:numPr><w:ins {WHO}/></w:numPr>", "number"),
        (f"<w:numPr><w:numberingChange {WHO}/></w:numPr>", "number"),
        (f"<w:sectPr><w:sectPrChange {WHO}/></w:sectPr>", "page"),
    ],
)
def test_what_is_tracked_of_a_paragraph(properties: str, kind: SignKind) -> None:
    assert signs(f"<w:p><w:pPr>{properties}</w:pPr>{SAID}</w:p>") == [TrackedSign(kind, B, "Đoạn một.")]


@pytest.mark.parametrize(
    ("table", "row", "cell", "kind"),
    [
        (f"<w:tblPrChange {WHO}/>", "", "", "table"),
        ("", f"<w:trPrChange {WHO}/>", "", "table"),
        ("", f"<w:del {WHO}/>", "", "words"),
        ("", "", f"<w:tcPrChange {WHO}/>", "table"),
        ("", "", f'<w:cellMerge {WHO} w:vMerge="rest"/>', "merge"),
        ("", "", f"<w:cellIns {WHO}/>", "words"),
    ],
)
def test_what_is_tracked_of_a_table_stands_beside_its_first_words(
    table: str, row: str, cell: str, kind: SignKind
) -> None:
    cells = f"<w:tc><w:tcPr>{cell}</w:tcPr><w:p/></w:tc><w:tc>{p('Nội dung')}</w:tc>"
    body = f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:trPr>{row}</w:trPr>{cells}</w:tr></w:tbl>"
    (found,) = signs(body)
    assert (found.kind, found.revision) == (kind, B)
    assert found.near in ({"", "Nội dung"} if cell else {"Nội dung"})


def test_headers_notes_and_the_words_of_comments_are_looked_through() -> None:
    said = f"<w:p><w:ins {WHO}>{r('mới')}</w:ins></w:p>"
    found = signs(
        "<w:p/>",
        header1=said,
        footnotes=f'<w:footnote w:id="2">{said}</w:footnote>',
        comments=f'<w:comment w:id="3" w:author="Lê Văn C">{said}</w:comment>',
    )
    assert [(each.kind, each.words) for each in found] == [
        ("header", "mới"),
        ("note", "mới"),
        ("comment", "mới"),
    ]


def test_the_words_beside_it_are_those_with_all_changes_made_or_of_what_went_its_own() -> None:
    gone = f"<w:del {WHO}><w:r><w:delText>Lời cũ </w:delText></w:r></w:del>"
    assert [each.near for each in signs(f"<w:p>{gone}{SAID}</w:p><w:p>{gone}</w:p>")] == [
        "Đoạn một.",
        "Lời cũ",
    ]


def test_what_stands_around_nothing_is_no_sign() -> None:
    """So LibreOffice tracks that a comment was made while it recorded."""
    inner = '<w:r><w:rPr><w:b/></w:rPr></w:r><w:r><w:commentReference w:id="3"/></w:r>'
    assert signs(f"<w:p>{SAID}<w:ins {WHO}>{inner}</w:ins></w:p>") == []
    assert len(signs(f'<w:p><w:ins {WHO}><w:r><w:footnoteReference w:id="2"/></w:r></w:ins></w:p>')) == 1


def test_of_a_move_its_words_have_the_author_and_no_mark_beside_them() -> None:
    marks = f'<w:moveFromRangeStart {WHO} w:name="m"/><w:moveFromRangeEnd w:id="1"/>'
    (found,) = signs(f"<w:p>{marks}<w:moveFrom {WHO}>{SAID}</w:moveFrom></w:p>")
    assert found.kind == "words"
