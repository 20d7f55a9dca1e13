"""What the reader of a Word file passes by is named, unless it stands elsewhere in the text."""

import pytest

from danvan_desktop.report.codec.danvan_file import from_json, to_json
from danvan_desktop.report.full_text import all_text
from tests.builders.exported_files import parts
from tests.builders.word_file import (
    BEGIN,
    END,
    NAMESPACES,
    SEPARATE,
    code,
    listed,
    numbering,
    p,
    r,
    relationships,
    report_file,
    table,
    zipped,
)
from tests.importers.docx.shape import imported, notes, shape

_ALTERNATIVES = (
    "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
_BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


def unread(*inside: str, **parts: str) -> list[str]:
    """Return the notes on what was passed by."""
    report = imported(report_file(p("I. TÌNH HÌNH"), *inside, p("Hết."), **parts))
    assert "B Hết" in shape(report)[-1]
    return notes(report, "unplaced")


def named(words: str) -> list[str]:
    return [f"Không nhập chữ nằm ở chỗ phần mềm không đọc: “{words}”; xin mở bằng Word để xem."]


@pytest.mark.parametrize(
    "inside",
    [
        p(f"<w:lạ>{r('chữ lạ')}</w:lạ>"),
        f"<w:lạ>{p('chữ lạ')}</w:lạ>",
        p(r("Có.") + "<w:r><w:lạ><w:t>chữ lạ</w:t></w:lạ></w:r>"),
        p("<w:r><w:drawing><a:p><a:t>chữ lạ</a:t></a:p></w:drawing></w:r>"),
        table([p("a"), f"<w:lạ>{p('chữ lạ')}</w:lạ>"]),
        p(_ALTERNATIVES.format(r("Có."), r("chữ lạ"))),
        p(_BOX.format(_ALTERNATIVES.format(p("Có."), p("chữ lạ")))),
        p("Có.", f"<w:moveFrom>{r('chữ lạ')}</w:moveFrom>"),
        p("Có.") + f"<w:moveFrom>{p('chữ lạ')}</w:moveFrom>",
        p("Có.", f"<w:moveFrom>{code('chữ lạ')}</w:moveFrom>"),
        r("chữ lạ"),
        f"<w:lạ>{r('chữ lạ')}</w:lạ>",
    ],
)
def test_words_in_unknown_places_are_named(inside: str) -> None:
    assert unread(inside) == named("chữ lạ")


def test_what_stands_in_the_branch_that_was_taken_or_where_it_was_moved_is_not_named_again() -> None:
    box = _BOX.format(p("Chữ trong khung."))
    assert unread(p(_ALTERNATIVES.format(box, box))) == []
    moved, away = f"<w:moveTo>{r('Đã chuyển.')}</w:moveTo>", f"<w:moveFrom>{r('Đã chuyển.')}</w:moveFrom>"
    assert unread(p("Có. ", away), p("Rồi. ", moved)) == []


@pytest.mark.parametrize(
    "inside",
    [
        {"footnotes": f'<w:footnote w:id="9">{p("chữ lạ")}</w:footnote>'},
        {"endnotes": f'<w:endnote w:id="x">{p("chữ lạ")}</w:endnote>'},
        {"footnotes": f'<w:footnote w:id="2" w:type="separator">{p("chữ lạ")}</w:footnote>'},
        {"footnotes": p("chữ lạ")},
        {"numbering": f'<w:footnote w:id="2">{p("chữ lạ")}</w:footnote>'},
        {"theme": f"<w:hdr>{p('chữ lạ')}</w:hdr>"},
        {"header1": r("chữ lạ")},
    ],
)
def test_notes_that_are_not_found_and_text_in_other_parts_are_named(inside: dict[str, str]) -> None:
    cited = p("Có.", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert unread(cited, **inside) == named("chữ lạ")


def test_a_note_whose_citation_was_deleted_is_named() -> None:
    note = f'<w:footnote w:id="2">{p("chữ lạ")}</w:footnote>'
    gone = '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    assert unread(p("Có.", gone), footnotes=note) == named("chữ lạ")


def test_notes_that_nothing_cites_are_remains_that_no_program_shows() -> None:
    assert unread(p("Có."), footnotes=f'<w:footnote w:id="2">{p("chữ lạ")}</w:footnote>') == []


def test_of_two_notes_with_one_number_both_are_kept() -> None:
    twins = "".join(f'<w:footnote w:id="2">{p(text)}</w:footnote>' for text in ("chữ lạ", "chú thích"))
    cited = p("Có.", *(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (2, 3)))
    report = imported(report_file(p("I. TÌNH HÌNH"), cited, p("Hết."), footnotes=twins))
    assert "[chú thích]" in all_text(report)
    assert notes(report, "unplaced") == named("chữ lạ")


def test_parts_that_cannot_be_read_and_building_blocks_keep_no_file_from_being_imported() -> None:
    kinds = {"webSettings": "web.xml", "glossaryDocument": "glossary.xml", "settings": "none.xml"}
    made = {
        **parts(report_file(p("I. TÌNH HÌNH"), p("Hết."))),
        "word/_rels/document.xml.rels": relationships(kinds).encode(),
        "word/web.xml": b"<w:webSettings",
        "word/glossary.xml": f"<w:glossaryDocument {NAMESPACES}>{p('chữ lạ')}</w:glossaryDocument>".encode(),
    }
    assert notes(imported(zipped(made)), "unplaced") == []


def test_a_comment_on_a_footnote_is_told() -> None:
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p("Có.", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            footnotes=f'<w:footnote w:id="2">{p("chú thích", comment)}</w:footnote>',
            comments=f'<w:comment w:id="1" w:author="An">{p("chữ lạ")}</w:comment>',
        )
    )
    assert notes(report, "comment") == ["Ý kiến góp ý không ở trong đoạn văn nào: “An: chữ lạ”."]


def test_an_instruction_among_what_was_deleted_or_moved_is_named_unless_a_field_begins_it() -> None:
    report = imported(report_file(p("I. TÌNH HÌNH"), p("Có.", f"<w:del>{r('xóa ')}{code('chữ lạ')}</w:del>")))
    assert notes(report, "tracked") == [
        "Không nhập chữ đã bị xóa khi theo dõi sửa đổi (Track Changes): “xóa chữ lạ”."
    ]
    field = BEGIN + code("REF x") + SEPARATE + r("Đã chuyển.") + END
    moved, away = f"<w:moveTo>{field}</w:moveTo>", f"<w:moveFrom>{field}</w:moveFrom>"
    assert unread(p("Có. ", away), p("Rồi. ", moved)) == []


def test_what_is_quoted_is_normalised_as_all_text_is() -> None:
    decomposed = "e\u0302\u0301"
    odd = f"chữ{decomposed} \u200blạ"
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p("Có.", f"<w:lạ>{r(odd)}</w:lạ>"),
            p("Có.", '<w:r><w:commentReference w:id="1"/></w:r>'),
            listed(1, 0, "Một"),
            comments=f'<w:comment w:id="1" w:author="Ti{decomposed}n">{p("ý kiến")}</w:comment>',
            numbering=numbering(("decimal", f"Ti{decomposed}t %1")),
        )
    )
    assert notes(report, "unplaced") == named("chữế lạ")
    assert "Tiến: ý kiến" in all_text(report)
    assert "Tiết 1 Một" in all_text(report)
    assert from_json(to_json(report)) == report


def test_what_is_deleted_is_named_once() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('chữ lạ')}</w:tc></w:tr>"
    gone = table([p("a")]).replace("</w:tbl>", f"{row}</w:tbl>")
    assert unread(gone) == []
    assert unread(f"<w:del>{p('chữ lạ')}</w:del>") == []
    assert unread(f"<w:del>{r('chữ lạ')}</w:del>") == []
    assert unread("<m:oMath><m:r><w:t>chữ lạ</w:t></m:r></m:oMath>") == []


def test_words_beside_the_page_number_are_named_with_the_header() -> None:
    deleted = "<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
    report = imported(
        report_file(p("I. TÌNH HÌNH"), p("Hết."), header1=p(r("chữ"), deleted, r("ẩn", "<w:vanish/>")))
    )
    assert notes(report, "header") == ["Không nhập chữ ở đầu trang, chân trang: “chữ”."]
    assert "“xóa”" in notes(report, "tracked")[0]
    assert notes(report, "hidden") == ["Không nhập chữ ẩn: “ẩn”."]
