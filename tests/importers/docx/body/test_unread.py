"""What the reader of a Word file passes by is named, unless it stands elsewhere in the text."""

import pytest

from tests.builders.word_file import p, r, report_file, table
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
    ],
)
def test_words_in_unknown_places_are_named(inside: str) -> None:
    assert unread(inside) == named("chữ lạ")


def test_what_stands_in_the_branch_that_was_taken_or_where_it_was_moved_is_not_named_again() -> None:
    box = _BOX.format(p("Chữ trong khung."))
    assert unread(p(_ALTERNATIVES.format(box, box))) == []
    moved, away = f"<w:moveTo>{r('Đã chuyển.')}</w:moveTo>", f"<w:moveFrom>{r('Đã chuyển.')}</w:moveFrom>"
    assert unread(p("Có. ", away), p("Rồi. ", moved)) == []


def test_what_is_deleted_is_named_once() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('chữ lạ')}</w:tc></w:tr>"
    gone = table([p("a")]).replace("</w:tbl>", f"{row}</w:tbl>")
    assert unread(gone) == []
    assert unread(f"<w:del>{p('chữ lạ')}</w:del>") == []


def test_words_beside_the_page_number_are_named_with_the_header() -> None:
    deleted = "<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>"
    report = imported(
        report_file(p("I. TÌNH HÌNH"), p("Hết."), header1=p(r("chữ"), deleted, r("ẩn", "<w:vanish/>")))
    )
    assert notes(report, "header") == ["Không nhập chữ ở đầu trang, chân trang: “chữ”."]
    assert "“xóa”" in notes(report, "tracked")[0]
    assert notes(report, "hidden") == ["Không nhập chữ ẩn: “ẩn”."]
