"""Empty fields of a report are listed, each with the place where it is filled in."""

from dataclasses import replace
from datetime import UTC, datetime

from danvan_desktop.report.lifecycle.empty_fields import Blank, blank_fields, blank_headings
from danvan_desktop.report.lifecycle.outlines import new_report, outlines
from danvan_desktop.report.model import (
    Block,
    Cell,
    Column,
    Letterhead,
    Paragraph,
    Report,
    Run,
    Section,
    Signature,
    Table,
)

NOW = datetime(2026, 11, 24, tzinfo=UTC)
FULL = Report(
    "r",
    NOW,
    2026,
    "Kết quả công tác",
    letterhead=Letterhead("UBND TỈNH A", "VĂN PHÒNG", None, "BC-VP", "Thành phố B"),
    signature=Signature(("CHÁNH VĂN PHÒNG",), None, "Nguyễn Văn A"),
)


def heading(identity: int, level: int, text: str) -> Paragraph:
    return Paragraph(identity, "heading", level, number=f"{identity}.", runs=(Run(text),))


def told(*blocks: Block) -> list[tuple[str, str]]:
    section = Section(9, number="I.", title=(Run("TÌNH HÌNH"),), blocks=blocks)
    return [(blank.text, blank.place) for blank in blank_headings(replace(FULL, sections=(section,)))]


TEXT = Paragraph(50, runs=(Run("Đã làm."),))
EMPTY = Paragraph(51, hint="Nêu …")


def test_a_whole_head_and_signature_leave_nothing_and_the_number_is_not_asked_for() -> None:
    assert blank_fields(FULL) == ()


def test_each_empty_field_is_named_with_its_place() -> None:
    bare = replace(FULL, subject=" ", letterhead=Letterhead("UBND TỈNH A", " "), signature=Signature())
    assert blank_fields(bare) == (
        Blank("Tên cơ quan ban hành", "letterhead.agency"),
        Blank("Ký hiệu văn bản", "letterhead.symbol"),
        Blank("Địa danh", "letterhead.place"),
        Blank("Trích yếu", "subject"),
        Blank("Quyền hạn, chức vụ của người ký", "signature.lines"),
        Blank("Họ và tên người ký", "signature.signer"),
    )


def test_a_heading_is_empty_until_text_or_a_lower_heading_follows() -> None:
    one, below, two = heading(1, 1, "Ưu điểm"), heading(2, 2, "Về tổ chức"), heading(3, 1, "Hạn chế")
    assert told(one, EMPTY, two, TEXT) == [("1. Ưu điểm", "section:9/51+0")]
    assert told(one, TEXT, two) == [("3. Hạn chế", "section:9/3+7")]
    assert told(one, below, TEXT, two, TEXT) == []
    assert told(one, below, EMPTY, two, TEXT) == [("2. Về tổ chức", "section:9/51+0")]


def test_a_table_is_text_enough() -> None:
    table = Table(60, (Column(),), ((Cell(((Run("x"),),)),),))
    assert told(heading(1, 1, "Số liệu"), table) == []


def test_a_section_without_any_text_is_named_itself() -> None:
    assert told(EMPTY) == [("I. TÌNH HÌNH", "section:9/51+0")]
    assert told() == [("I. TÌNH HÌNH", "section:9")]
    assert told(TEXT) == []


def test_an_untouched_outline_has_every_heading_open() -> None:
    report = new_report(outlines()[0], 2026, NOW)
    names = [blank.text for blank in blank_headings(report)]
    assert len(names) >= 8
    assert any("Ưu điểm" in name for name in names)


def test_an_office_that_stands_alone_lacks_no_name_above_it() -> None:
    head = replace(FULL.letterhead, parent_agency=None, agency="Ủy ban nhân dân xã Hương Giang")
    assert blank_fields(replace(FULL, letterhead=head)) == ()
    sub = replace(head, agency="VĂN PHÒNG")
    assert [blank.text for blank in blank_fields(replace(FULL, letterhead=sub))] == ["Tên cơ quan chủ quản"]
