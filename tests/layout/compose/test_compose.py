"""What a report says becomes styled flow: numbers, capitals, dashes and end signs are added here."""

from dataclasses import replace

import pytest

from danvan_desktop.fonts import FontSet
from danvan_desktop.layout import nd30
from danvan_desktop.layout.compose.compose import compose
from danvan_desktop.layout.compose.letterhead import date_parts
from danvan_desktop.layout.compose.styles import make_styles
from danvan_desktop.layout.document import Document, Flow, GridTable, HorizontalRule, StyledParagraph
from danvan_desktop.layout.pages import Page
from danvan_desktop.layout.typeset.pagination import typeset
from danvan_desktop.report import model
from danvan_desktop.report.lifecycle.empty_fields import unknown_parts
from danvan_desktop.report.model import (
    Annex,
    Filing,
    Letterhead,
    Margins,
    Marks,
    OpaqueBlock,
    PartialDate,
    Report,
    Run,
    Section,
    Settings,
    Signature,
)
from tests.builders.reports import block, report
from tests.layout.page_lines import line_text

MM = 1440 / 25.4


def paragraphs(flow: tuple[Flow, ...]) -> list[StyledParagraph]:
    found: list[StyledParagraph] = []
    for item in flow:
        if isinstance(item, StyledParagraph):
            found.append(item)
        elif isinstance(item, GridTable):
            cells = (cell for row in item.rows for cell in row if cell)
            found.extend(p for cell in cells for p in cell.content if isinstance(p, StyledParagraph))
    return found


def texts(document: Document, part: int = 0) -> list[str]:
    return [p.text.replace("\u00a0", "") for p in paragraphs(document.parts[part].flow)]


def body_texts(made: Report, fonts: FontSet) -> list[str]:
    """The texts between the trích yếu and Nơi nhận."""
    listed = texts(compose(made, fonts))
    return listed[listed.index(made.subject) + 1 : listed.index("Nơi nhận:")]


def with_blocks(*blocks: model.Block) -> Report:
    return report(
        (block(1, "Mở đầu."),), (Section(2, number="I.", title=(Run("Tình hình"),), blocks=blocks),)
    )


def test_a_section_title_is_its_number_and_its_text_in_capitals(fonts: FontSet) -> None:
    made = report((), (Section(7, number="II.", title=(Run("Đặc điểm "), Run("Uỷ ban", italic=True))),))
    [title] = [p for p in paragraphs(compose(made, fonts).parts[0].flow) if p.style.name == "section"]
    assert title.text == "II. ĐẶC ĐIỂM UỶ BAN"
    assert [(span.bold, span.italic) for span in title.spans] == [(True, False), (True, True)]
    assert (title.bookmark, title.style.outline, title.style.keep_next) == ("_dv_7", 0, True)


def test_a_phan_has_its_number_and_its_title_on_lines_of_their_own(fonts: FontSet) -> None:
    part = model.Part("I", (Run("Kết quả"),))
    made = report((), (Section(1, number="I.", part=part, title=(Run("Ưu điểm"),)),))
    assert body_texts(made, fonts) == ["Phần I", "KẾT QUẢ", "I. ƯU ĐIỂM"]
    worded = replace(made.sections[0], part=model.Part("PHẦN THỨ NHẤT"))
    assert body_texts(replace(made, sections=(worded,)), fonts)[0] == "PHẦN THỨ NHẤT"


def test_blocks_carry_their_numbers_dashes_and_bookmarks(fonts: FontSet) -> None:
    made = with_blocks(
        block(3, "Ưu điểm", "heading", "1."),
        block(4, "Mô hình", "heading", "3.1.", level=2),
        block(5, "Các tổ chức", "clause", "6."),
        block(6, "Một là", "point", "a)"),
        block(7, "Rà soát", "item"),
        block(8, "Tiếp tục", "item", level=2),
        block(9, "Đoạn văn", "body"),
    )
    found = [p for p in paragraphs(compose(made, fonts).parts[0].flow) if p.bookmark][2:]
    assert [(p.text, p.style.name, p.bookmark, p.list_label) for p in found] == [
        ("1. Ưu điểm", "heading1", "_dv_3", None),
        ("3.1. Mô hình", "heading2", "_dv_4", None),
        ("6. Các tổ chức", "clause", "_dv_5", None),
        ("a) Một là", "point", "_dv_6", "a)"),
        ("- Rà soát", "item", "_dv_7", "-"),
        ("+ Tiếp tục", "item", "_dv_8", "+"),
        ("Đoạn văn./.", "body", "_dv_9", None),
    ]
    assert [all(span.bold for span in p.spans) for p in found] == [True, True, *[False] * 5]


def test_bold_italic_underline_and_raised_text_keep_their_look(fonts: FontSet) -> None:
    runs = (
        Run("m", bold=True),
        Run("2", vertical="super"),
        Run(" và ", italic=True),
        Run("x", underline=True),
    )
    made = with_blocks(model.Paragraph(3, runs=runs))
    [found] = [p for p in paragraphs(compose(made, fonts).parts[0].flow) if p.bookmark == "_dv_3"]
    assert [(s.text, s.bold, s.italic, s.underline, s.vertical) for s in found.spans] == [
        ("m", True, False, False, None),
        ("2", False, False, False, "super"),
        (" và ", False, True, False, None),
        ("x", False, False, True, None),
        ("./.", False, False, False, None),
    ]


def test_what_has_no_text_is_not_printed(fonts: FontSet) -> None:
    made = with_blocks(
        model.Paragraph(3, runs=(Run("  "),), hint="Nêu kết quả", note="chờ số liệu"),
        model.Paragraph(4, role="heading", number="1.", hint="Ưu điểm"),
        OpaqueBlock(5, "image", '{"id": 5, "type": "image", "note": "ảnh"}'),
        block(6, "Có chữ."),
    )
    assert body_texts(made, fonts) == ["Mở đầu.", "I. TÌNH HÌNH", "Có chữ./."]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("trân trọng báo cáo", "trân trọng báo cáo./."),
        ("trân trọng báo cáo.", "trân trọng báo cáo./."),
        ("trân trọng báo cáo. ", "trân trọng báo cáo./."),
        ("trân trọng báo cáo./.", "trân trọng báo cáo./."),
        ("văn phòng phẩm...", "văn phòng phẩm.../."),
        ("văn phòng phẩm…", "văn phòng phẩm…/."),
        ("báo cáo!", "báo cáo!./."),
    ],
)
def test_the_end_mark_closes_the_last_paragraph_once(fonts: FontSet, written: str, printed: str) -> None:
    made = report((block(1, "Mở đầu."),), closing=(block(2, written), model.Paragraph(3)))
    assert body_texts(made, fonts) == ["Mở đầu.", printed]


@pytest.mark.parametrize(
    ("before", "printed"),
    [
        ("Kết quả tốt./.", ["Kết quả tốt."]),
        ("Kết quả tốt! ./. ", ["Kết quả tốt!"]),
        ("./.", []),
        ("Cuối văn bản ghi “./.”", ["Cuối văn bản ghi “./.”"]),
    ],
)
def test_an_end_mark_typed_before_the_last_paragraph_is_not_printed_twice(
    fonts: FontSet, before: str, printed: list[str]
) -> None:
    made = report((block(1, before),), closing=(block(2, "Trên đây là báo cáo."),))
    assert body_texts(made, fonts) == [*printed, "Trên đây là báo cáo./."]


def test_the_end_mark_takes_no_underline_from_the_last_word(fonts: FontSet) -> None:
    made = report((model.Paragraph(1, runs=(Run("hết.", underline=True),)),))
    [found] = [p for p in paragraphs(compose(made, fonts).parts[0].flow) if p.bookmark == "_dv_1"]
    assert [(s.text, s.underline) for s in found.spans] == [("hết.", True), ("/.", False)]


def test_no_end_mark_closes_a_title(fonts: FontSet) -> None:
    made = report((block(1, "Mở đầu."),), (Section(2, number="I.", title=(Run("Tình hình"),)),))
    assert body_texts(made, fonts) == ["Mở đầu.", "I. TÌNH HÌNH"]


def test_recipients_end_with_the_filing_line(fonts: FontSet) -> None:
    listed = texts(compose(report(), fonts))
    first = listed.index("Nơi nhận:")
    assert listed[first : first + 4] == [
        "Nơi nhận:",
        "- Sở Nội vụ tỉnh (báo cáo);",
        "- VPUB: LĐVP, VP1;",
        "- Lưu: VT, VP1.",
    ]


def test_an_end_sign_typed_behind_a_recipient_is_not_printed_twice(fonts: FontSet) -> None:
    listed = texts(compose(report(recipients=(" Sở Nội vụ; ", "Ban Dân vận")), fonts))
    assert {"- Sở Nội vụ;", "- Ban Dân vận;"} <= set(listed)


@pytest.mark.parametrize(
    ("filing", "line"),
    [
        (Filing(), "- Lưu: VT."),
        (Filing(unit="VP1", copies=5), "- Lưu: VT, VP1 (05)."),
        (Filing(unit="VP1", copies=5, drafter="NVA"), "- Lưu: VT, VP1. NVA (05)."),
    ],
)
def test_the_filing_line_names_unit_copies_and_drafter(fonts: FontSet, filing: Filing, line: str) -> None:
    assert line in texts(compose(report(filing=filing), fonts))


def test_several_addressees_stand_under_one_another_and_the_recipients_begin_as_above(fonts: FontSet) -> None:
    made = report((block(1, "Mở đầu."),), addressees=("Sở Nội vụ", "Ban Dân vận", " "))
    assert body_texts(made, fonts) == ["Kính gửi:", "- Sở Nội vụ;", "- Ban Dân vận.", "Mở đầu./."]
    listed = texts(compose(made, fonts))
    assert listed[listed.index("Nơi nhận:") + 1] == "- Như trên;"


def test_as_above_stands_once_among_the_recipients(fonts: FontSet) -> None:
    made = report(addressees=("Sở Nội vụ",), recipients=("Như trên", "Lưu trữ tỉnh"))
    assert texts(compose(made, fonts)).count("- Như trên;") == 1


def test_one_addressee_stands_on_the_same_line(fonts: FontSet) -> None:
    made = report((block(1, "Mở đầu."),), addressees=("Sở Nội vụ",))
    assert body_texts(made, fonts)[0] == "Kính gửi: Sở Nội vụ"


def test_legal_bases_are_italic_and_ended_line_by_line(fonts: FontSet) -> None:
    bases = ((Run("Căn cứ Luật A"),), (Run("Căn cứ Nghị định B;"),), (Run("Căn cứ Kế hoạch C"),))
    document = compose(report((block(1, "Mở đầu."),), legal_bases=bases), fonts)
    found = [p for p in paragraphs(document.parts[0].flow) if p.style.name == "legal_basis"]
    assert [p.text for p in found] == ["Căn cứ Luật A;", "Căn cứ Nghị định B;", "Căn cứ Kế hoạch C."]
    assert all(span.italic for p in found for span in p.spans)


def test_signing_lines_are_capitals_and_another_post_stands_above_the_name(fonts: FontSet) -> None:
    signature = Signature(
        lines=("kt. Trưởng ban", "Phó Trưởng ban"), other_position="Giám đốc Sở", signer="Lê B"
    )
    listed = texts(compose(report(signature=signature), fonts))
    assert listed[-4:] == ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "GIÁM ĐỐC SỞ", "Lê B"]


def test_what_is_not_known_prints_as_an_ellipsis_and_is_named(fonts: FontSet) -> None:
    made = report(letterhead=Letterhead(), signature=Signature(), filing=Filing())
    listed = texts(compose(made, fonts))
    assert listed[:2] == ["…", "…"]
    assert listed[4:6] == ["Số:/…", "…, ngàythángnăm 2025"]
    assert listed[-2:] == ["…", "…"]
    assert unknown_parts(made) == (
        "Tên cơ quan chủ quản",
        "Tên cơ quan ban hành",
        "Ký hiệu văn bản",
        "Địa danh",
        "Quyền hạn, chức vụ của người ký",
        "Họ và tên người ký",
    )
    assert unknown_parts(report()) == ()


def test_above_an_office_that_stands_alone_nothing_is_printed(fonts: FontSet) -> None:
    made = report(letterhead=Letterhead(agency="UBND xã Hương Giang"))
    assert texts(compose(made, fonts))[:2] == ["UBND XÃ HƯƠNG GIANG", nd30.NATIONAL_NAME]
    above = report(letterhead=Letterhead("UBND tỉnh", "UBND xã Hương Giang"))
    assert texts(compose(above, fonts))[:2] == ["UBND TỈNH", "UBND XÃ HƯƠNG GIANG"]


def test_a_given_number_and_date_are_written_as_the_decree_wants(fonts: FontSet) -> None:
    head = Letterhead("UBND", "Văn phòng", "7", "BC-VP", "Hương Giang", PartialDate(2026, 1, 5))
    listed = texts(compose(report(letterhead=head), fonts))
    assert "Số: 07/BC-VP" in listed
    assert "Hương Giang, ngày 05 tháng 01 năm 2026" in listed


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        (PartialDate(2025, 3, 9), ("09", "3", "2025")),
        (PartialDate(2025, 2, 28), ("28", "02", "2025")),
        (PartialDate(None, 12, None), ("", "12", "")),
    ],
)
def test_a_zero_stands_before_days_under_ten_and_the_first_two_months(
    date: PartialDate, parts: tuple[str, str, str]
) -> None:
    assert date_parts(date) == parts


@pytest.mark.parametrize(("mark", "width"), [("Hỏa tốc", 30), ("THƯỢNG KHẨN", 40), ("khẩn", 20)])
def test_the_urgency_stamp_is_a_red_box_of_the_decrees_size(fonts: FontSet, mark: str, width: int) -> None:
    pages = typeset(compose(report(marks=Marks(mark)), fonts), fonts)
    [stamp] = [line for line in pages.pages[0].lines if line.paragraph.style.name == "stamp"]
    assert stamp.paragraph.text == mark.upper()
    assert {fragment.colour for fragment in stamp.fragments} == {"red"}
    assert stamp.paragraph.style.bold
    sides = [stroke for stroke in pages.pages[0].strokes if stroke.colour == "red"]
    assert len(sides) == 4
    xs = [x for side in sides for x in (side.x1, side.x2)]
    ys = [y for side in sides for y in (side.y1, side.y2)]
    assert max(xs) - min(xs) == pytest.approx(width * 1440 / 25.4, abs=3)
    assert max(ys) - min(ys) == pytest.approx(8 * 1440 / 25.4, abs=6)


def test_on_paper_room_is_left_for_the_urgency_stamp(fonts: FontSet) -> None:
    made = report((block(1, "Mở đầu."),), marks=Marks("Hỏa tốc"), medium="paper")
    plain = typeset(compose(replace(made, marks=Marks()), fonts), fonts).pages[0]
    kept = typeset(compose(made, fonts), fonts).pages[0]

    def top_of_kind(page: Page) -> int:
        return next(line.top for line in page.lines if line.paragraph.style.name == "kind")

    assert top_of_kind(kept) - top_of_kind(plain) >= 8 * 1440 / 25.4
    assert not any("HỎA" in line.paragraph.text for line in kept.lines)


def test_a_long_agency_wraps_evenly_and_keeps_its_province_together(fonts: FontSet) -> None:
    head = Letterhead("UBND tỉnh Hương Giang", "Ban Quản lý các khu công nghiệp tỉnh Hương Giang")
    pages = typeset(compose(report(letterhead=head), fonts), fonts)
    lines = [line for line in pages.pages[0].lines if line.paragraph.style.name == "agency"]
    texts_of = ["".join(f.text for f in line.fragments) for line in lines]
    assert texts_of == ["BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP", "TỈNH HƯƠNG GIANG"] or (
        len(texts_of) == 3 and "TỈNH HƯƠNG GIANG" in texts_of[-1]
    )
    assert " ".join(texts_of) == lines[0].paragraph.text


@pytest.mark.parametrize(
    ("agency", "lines"),
    [
        (
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
            ["VĂN PHÒNG ĐOÀN", "ĐẠI BIỂU QUỐC HỘI", "VÀ HỘI ĐỒNG", "NHÂN DÂN TỈNH"],
        ),
        (
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Hương Giang",
            ["VĂN PHÒNG ĐOÀN", "ĐẠI BIỂU QUỐC HỘI VÀ", "HỘI ĐỒNG NHÂN DÂN", "TỈNH HƯƠNG GIANG"],
        ),
        (
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân thành phố Hồ Chí Minh",
            ["VĂN PHÒNG ĐOÀN", "ĐẠI BIỂU QUỐC HỘI VÀ", "HỘI ĐỒNG NHÂN DÂN", "THÀNH PHỐ", "HỒ CHÍ MINH"],
        ),
        ("Sở Văn hóa, Thể thao và Du lịch", ["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"]),
    ],
)
def test_no_line_of_an_agency_tears_a_word_of_two_syllables(
    fonts: FontSet, agency: str, lines: list[str]
) -> None:
    pages = typeset(compose(report(letterhead=Letterhead("UBND tỉnh Hương Giang", agency)), fonts), fonts)
    printed = [line for line in pages.pages[0].lines if line.paragraph.style.name == "agency"]
    texts_of = ["".join(f.text for f in line.fragments).replace("\u00a0", " ") for line in printed]
    assert texts_of == lines


@pytest.mark.parametrize("place", ["Hương Giang", "Thành phố Hồ Chí Minh"])
def test_a_long_place_and_its_date_stay_on_one_line_with_room_for_the_day(fonts: FontSet, place: str) -> None:
    pages = typeset(compose(report(letterhead=Letterhead("UBND", "Sở X", place=place)), fonts), fonts)
    (line,) = [line for line in pages.pages[0].lines if line.paragraph.style.name.startswith("date")]
    blanks = [f.text.count("\u00a0") for f in line.fragments]
    size = line.paragraph.style.size / 2
    assert sum(blanks) * size / 4 >= 2 * 7 / 25.4 * 72


def test_marks_are_printed_so_that_none_is_lost(fonts: FontSet) -> None:
    listed = texts(compose(report(marks=Marks("Hỏa tốc", 2, "Lưu hành nội bộ")), fonts))
    assert {"HỎA TỐC", "DỰ THẢO LẦN 2", "LƯU HÀNH NỘI BỘ"} <= set(listed)


def test_a_circulation_mark_stands_boxed_above_the_national_name_and_the_others_under_the_number(
    fonts: FontSet,
) -> None:
    made = report(marks=Marks("Hỏa tốc", 2, "Lưu hành nội bộ"))
    page = typeset(compose(made, fonts), fonts).pages[0]
    lines = {line_text(line).split(":")[0]: line for line in page.lines}
    circulation, nation = lines["LƯU HÀNH NỘI BỘ"], lines["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert circulation.top < nation.top
    assert circulation.fragments[0].x > 90 * MM
    assert lines["Số"].top < lines["HỎA TỐC"].top < lines["DỰ THẢO LẦN 2"].top < lines["BÁO CÁO"].top
    assert lines["DỰ THẢO LẦN 2"].fragments[0].x < 60 * MM
    sides = [stroke for stroke in page.strokes if stroke.x1 == stroke.x2 and stroke.x1 > 90 * MM]
    assert len(sides) == 2
    assert all(stroke.y2 - stroke.y1 == pytest.approx(8 * MM, abs=20) for stroke in sides)


def test_each_annex_begins_pages_of_its_own(fonts: FontSet) -> None:
    annexes = (
        Annex(40, "I", title=(Run("Danh mục mô hình"),), blocks=(block(41, "Nội dung."),)),
        Annex(50, "II", orientation="landscape", blocks=(block(51, "Nội dung."),)),
    )
    document = compose(report(annexes=annexes), fonts)
    source = "(Kèm theo Báo cáo số/BC-VP ngàythángnămcủa Vănphòng)"
    assert [texts(document, part) for part in (1, 2)] == [
        ["Phụ lục I", "DANH MỤC MÔ HÌNH", source, "Nội dung./."],
        ["Phụ lục II", source, "Nội dung./."],
    ]
    assert document.parts[1].setup == document.parts[0].setup
    assert document.parts[2].setup.width > document.parts[2].setup.height
    assert paragraphs(document.parts[1].flow)[0].bookmark == "_dv_40"
    single = compose(report(annexes=(Annex(40),)), fonts)
    assert texts(single, 1) == ["Phụ lục", source]


@pytest.mark.parametrize(
    ("opening", "agency", "said"),
    [
        (", Văn phòng Ủy ban nhân dân tỉnh báo cáo như sau:", "VĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh"),
        (", Văn phòng báo cáo như sau:", "VĂN PHÒNG UBND TỈNH", "Văn phòng UBND tỉnh"),
        (", Sở Nội vụ báo cáo như sau:", "VĂN PHÒNG", "Văn phòng"),
        (".", "VĂN PHÒNG", "Văn phòng"),
    ],
)
def test_an_annex_names_the_office_as_the_opening_sentence_does(
    fonts: FontSet, opening: str, agency: str, said: str
) -> None:
    made = report(
        (block(1, f"Thực hiện Công văn số 1/SNV-VP{opening}"),),
        letterhead=Letterhead("UBND tỉnh Hương Giang", agency, symbol="BC-VP"),
        annexes=(Annex(40),),
    )
    source = paragraphs(compose(made, fonts).parts[1].flow)[1].text
    assert source.replace("\u00a0", " ").endswith(f" của {said})")


def test_on_paper_an_annex_says_number_and_date_of_its_report(fonts: FontSet) -> None:
    head = Letterhead(
        "UBND tỉnh", "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH HƯƠNG GIANG", "7", "BC-VP", "X", PartialDate(2026, 1, 5)
    )
    made = report(annexes=(Annex(40),), letterhead=head, medium="paper")
    said = texts(compose(made, fonts), 1)[1]
    assert said == (
        "(Kèm theo Báo cáo số 07/BC-VP ngày 05 tháng 01 năm 2026 của VănphòngỦybannhândântỉnhHươngGiang)"
    )
    blank = texts(compose(replace(made, medium="electronic"), fonts), 1)[1]
    assert blank == "(Kèm theo Báo cáo số/BC-VP ngàythángnămcủa VănphòngỦybannhândântỉnhHươngGiang)"


def test_an_annex_names_a_body_with_the_place_above_it(fonts: FontSet) -> None:
    head = Letterhead("TỈNH LÂM GIANG", "ỦY BAN NHÂN DÂN", "7", "KH-UBND", "X", PartialDate(2026, 1, 5))
    said = texts(compose(report(annexes=(Annex(40),), letterhead=head), fonts), 1)[1]
    assert said.endswith("của ỦybannhândântỉnhLâmGiang)")


def test_a_rule_stands_under_what_an_annex_belongs_to(fonts: FontSet) -> None:
    flow = compose(report(annexes=(Annex(40),)), fonts).parts[1].flow
    assert [type(item) for item in flow] == [StyledParagraph, StyledParagraph, HorizontalRule]


def test_an_annex_that_ends_with_a_table_gets_no_end_mark_before_it(fonts: FontSet) -> None:
    table = model.Table(42, (model.Column(),), ((model.Cell(((Run("một"),),)),),))
    document = compose(report(annexes=(Annex(40, blocks=(block(41, "Bảng sau:"), table)),)), fonts)
    assert "Bảng sau:" in texts(document, 1)


def test_the_last_two_rows_hold_together_unless_they_are_high(fonts: FontSet) -> None:
    def last_rows(lines: int) -> int:
        high = model.Cell(((Run("một"),),) * lines)
        rows = ((model.Cell(((Run("Việc"),),)),), (high,), (model.Cell(((Run("hai"),),)),))
        flow = compose(with_blocks(model.Table(3, (model.Column(),), rows)), fonts).parts[0].flow
        return next(item.last_rows for item in flow if isinstance(item, GridTable) and item.name == "body")

    assert [last_rows(lines) for lines in (1, 6, 7)] == [2, 2, 1]


def test_a_table_takes_the_whole_width_by_its_columns_shares(fonts: FontSet) -> None:
    cell = model.Cell
    table = model.Table(
        3,
        columns=(model.Column(1, "center"), model.Column(3, "left"), model.Column(2, "right")),
        rows=(
            (cell(((Run("TT"),),)), cell(((Run("Nội dung"),),)), cell(((Run("Số"),),))),
            (cell(((Run("1"),),)), cell(((Run("a"),), (Run("b"),)), cols=2), None),
        ),
        caption=(Run("Bảng 1"),),
    )
    flow = compose(with_blocks(table), fonts).parts[0].flow
    [found] = [item for item in flow if isinstance(item, GridTable) and item.name == "body"]
    assert sum(found.columns) == 9071
    assert found.columns[1] == pytest.approx(3 * found.columns[0], abs=2)
    assert (found.borders, found.header_rows, found.bookmark) == (True, 1, "_dv_3")
    header = [p.style for c in found.rows[0] if c for p in c.content if isinstance(p, StyledParagraph)]
    assert {(style.name, style.align, style.bold) for style in header} == {("cell_header", "center", True)}
    first, second, covered = found.rows[1]
    assert first is not None
    assert second is not None
    assert covered is None
    assert [c.style.align for c in (*first.content, *second.content) if isinstance(c, StyledParagraph)] == [
        "center",
        "left",
        "left",
    ]
    caption = flow[flow.index(found) - 1]
    assert isinstance(caption, StyledParagraph)
    assert (caption.text, caption.style.keep_next) == ("Bảng 1", True)


def test_the_last_two_lines_of_text_are_kept_with_the_signing_block(fonts: FontSet) -> None:
    made = report((block(1, "Một."), block(2, "Hai."), block(3, "Ba.")))
    found = [p for p in paragraphs(compose(made, fonts).parts[0].flow) if p.style.name == "body"]
    assert [p.keep_next for p in found] == [False, True, True]


def test_a_paragraph_of_two_lines_or_a_table_at_the_end_of_the_text_is_enough(fonts: FontSet) -> None:
    long = report((block(1, "Một."), block(2, "Trên đây là báo cáo kết quả công tác dân vận. " * 3)))
    found = [p for p in paragraphs(compose(long, fonts).parts[0].flow) if p.style.name == "body"]
    assert [p.keep_next for p in found] == [False, True]
    table = model.Table(3, (model.Column(),), ((model.Cell(((Run("a"),),)),),))
    flow = compose(report((block(1, "Một."),), closing=(table,)), fonts).parts[0].flow
    *_, before, grid, closing = flow
    assert isinstance(before, StyledParagraph)
    assert isinstance(grid, GridTable)
    assert isinstance(closing, GridTable)
    assert (before.keep_next, grid.keep_next, closing.name) == (False, True, "closing")


def test_characters_that_no_file_can_hold_are_left_out(fonts: FontSet) -> None:
    assert body_texts(report((block(1, "a\x00b\tc\x0bd\x1f."),)), fonts) == ["ab c d./."]


def test_text_is_composed_in_nfc(fonts: FontSet) -> None:
    assert body_texts(report((block(1, "Tie\u0302\u0301ng"),)), fonts) == ["Tiếng./."]


def test_the_offices_settings_set_margins_indent_and_pitch(fonts: FontSet) -> None:
    settings = Settings(
        first_line_mm=12.7, space_before_pt=8, line_pitch_pt=18, margins_mm=Margins(25, 25, 35, 15)
    )
    part = compose(report((block(1, "Một."),), settings=settings), fonts).parts[0]
    assert (part.setup.top, part.setup.left, part.setup.text_width) == (1417, 1984, 9072)
    [body] = [p.style for p in paragraphs(part.flow) if p.style.name == "body"]
    assert (body.first_line, body.before, body.pitch) == (720, 160, 360)
    tables = [item for item in part.flow if isinstance(item, GridTable)]
    assert {sum(table.columns) for table in tables} == {9072}


def test_no_empty_paragraph_and_no_underscore_line_is_in_the_flow(fonts: FontSet) -> None:
    flow = compose(report((block(1, "Một."),)), fonts).parts[0].flow
    assert all(p.text.strip() for p in paragraphs(flow))
    rules = [
        c
        for t in flow
        if isinstance(t, GridTable)
        for row in t.rows
        for cell in row
        if cell
        for c in cell.content
    ]
    assert sum(isinstance(item, HorizontalRule) for item in (*flow, *rules)) == 3


def test_the_files_say_title_author_and_time_of_the_report() -> None:
    metadata = compose(report()).metadata
    assert metadata.title == "BÁO CÁO Kết quả thực hiện công tác Dân vận năm 2025"
    assert metadata.author == "Văn phòng"
    assert metadata.modified.isoformat() == "2025-11-24T10:32:05+07:00"
    assert metadata.report_id == report().id


@pytest.mark.parametrize("size_set", [13, 14])
def test_styles_have_names_and_titles_of_their_own_and_room_for_their_letters(size_set: int) -> None:
    listed = make_styles(Settings(size_set=size_set)).all()  # type: ignore[arg-type]  # parametrised
    assert len({style.name for style in listed}) == len(listed)
    assert len({style.title for style in listed}) == len(listed)
    for style in listed:
        assert style.pitch * 0.8 >= style.size * 10 * 0.891, style.name
        assert style.pitch * 0.2 >= style.size * 10 * 0.216, style.name


def test_who_decides_stands_above_the_legal_bases() -> None:
    made = report()
    issuer = block(900, "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA MỤC")
    basis = ((model.Run("Căn cứ Luật Tổ chức chính quyền địa phương"),),)
    below = block(901, "QUYẾT ĐỊNH:")
    decision = replace(made, kind="QUYẾT ĐỊNH", legal_bases=basis, opening=(issuer, below))

    def texts(each: model.Report) -> list[str]:
        flow = compose(each).parts[0].flow
        return [part.text for part in flow if isinstance(part, StyledParagraph)]

    printed = texts(decision)
    at = printed.index("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HÒA MỤC")
    assert printed[at + 1] == "Căn cứ Luật Tổ chức chính quyền địa phương."
    assert printed[at + 2].startswith("QUYẾT ĐỊNH:")
    opening = block(902, "Thực hiện Công văn số 1, Văn phòng báo cáo như sau:")
    printed = texts(replace(decision, opening=(opening,)))
    at = printed.index("Căn cứ Luật Tổ chức chính quyền địa phương.")
    assert printed[at + 1].startswith("Thực hiện Công văn số 1")
