"""What offices write around and into a report: letterheads, numbers of every style, closings."""

from datetime import UTC, datetime
from textwrap import wrap

import pytest

from danvan_desktop.importers.plain_text import blocks_from_text, report_from_text
from danvan_desktop.report.model import Filing, Paragraph, PartialDate, Report, Signature, plain

NOW = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
SIDE_BY_SIDE = """UBND TỈNH HƯƠNG GIANG      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
VĂN PHÒNG                        Độc lập - Tự do - Hạnh phúc
________                        ____________________________
Số: 12/BC-VP               Hương Giang, ngày 5 tháng 12 năm 2025
"""
STACKED = """UBND TỈNH HƯƠNG GIANG
VĂN PHÒNG
Số: 12/BC-VP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Giang, ngày 05 tháng 12 năm 2025
"""
ONE_SPACE = """UBND TỈNH HƯƠNG GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
VĂN PHÒNG Độc lập - Tự do - Hạnh phúc
Số: 12/BC-VP Hương Giang, ngày 5 tháng 12 năm 2025
"""
TITLE = "\nBÁO CÁO\nKết quả công tác dân vận năm 2025\n\n"
CLOSING = "Trên đây là báo cáo của Văn phòng./.\n\n"
BESIDE = """Nơi nhận:                              KT. CHÁNH VĂN PHÒNG
- Như trên;                           PHÓ CHÁNH VĂN PHÒNG
- Ban Tuyên giáo và Dân vận
Tỉnh ủy (để b/c);
- LĐVP;
- Lưu: VT, VP1.
                                            Nguyễn Văn A
"""
BELOW = """Nơi nhận:
- Sở Nội vụ;
- Lưu: VT, VP1.

KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG

Nguyễn Văn A
"""
BEFORE = """KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Nguyễn Văn A
Nơi nhận:
- Sở Nội vụ;
- Lưu: VT, VP1.
"""
SIGNED = Signature(lines=("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), signer="Nguyễn Văn A")


def imported(text: str) -> Report:
    return report_from_text(text, NOW)


def body(text: str) -> list[tuple[str, str | None, str]]:
    """The blocks of the only section of a report with ``text`` under "I."."""
    (section,) = imported(TITLE + "I. ĐẶC ĐIỂM TÌNH HÌNH\n" + text).sections
    return [(b.role, b.number, plain(b.runs)) for b in section.blocks if isinstance(b, Paragraph)]


def kinds(report: Report) -> list[str]:
    return [note.kind for note in report.import_notes]


# ------------------------------------------------------------------------------------------ letterhead


@pytest.mark.parametrize("letterhead", [SIDE_BY_SIDE, STACKED, ONE_SPACE])
def test_a_letterhead_is_read_side_by_side_and_stacked(letterhead: str) -> None:
    head = imported(letterhead + TITLE).letterhead
    assert (head.parent_agency, head.agency) == ("UBND TỈNH HƯƠNG GIANG", "VĂN PHÒNG")
    assert (head.number, head.symbol, head.place) == ("12", "BC-VP", "Hương Giang")
    assert head.issued_on == PartialDate(year=2025, month=12, day=5)


def test_blanks_for_number_and_date_stay_blank() -> None:
    text = "VĂN PHÒNG\nSố:        /BC-VP        Hương Giang, ngày …… tháng …… năm 2025\n" + TITLE
    head = imported(text).letterhead
    assert (head.number, head.symbol, head.place) == (None, "BC-VP", "Hương Giang")
    assert head.issued_on == PartialDate(year=2025)


def test_an_agency_on_two_lines_is_one_name() -> None:
    head = imported("ỦY BAN NHÂN DÂN\nTỈNH HƯƠNG GIANG\nVĂN PHÒNG\n" + TITLE).letterhead
    assert (head.parent_agency, head.agency) == ("ỦY BAN NHÂN DÂN TỈNH HƯƠNG GIANG", "VĂN PHÒNG")


def test_stamps_are_read_and_rules_are_named() -> None:
    report = imported("VĂN PHÒNG\nHỎA TỐC\nDỰ THẢO LẦN 2\n*****\n" + TITLE)
    assert (report.marks.urgency, report.marks.draft) == ("HỎA TỐC", 2)
    assert any("*****" in note.text for note in report.import_notes if note.kind == "unprinted")


def test_what_a_letterhead_does_not_usually_hold_is_named() -> None:
    report = imported("ĐẢNG CỘNG SẢN VIỆT NAM\nVĂN PHÒNG\n" + TITLE)
    assert report.letterhead.agency == "VĂN PHÒNG"
    assert any("ĐẢNG CỘNG SẢN VIỆT NAM" in note.text for note in report.import_notes)


def test_a_second_draft_mark_is_named() -> None:
    report = imported("DỰ THẢO LẦN 2\nDỰ THẢO LẦN 3\n" + TITLE)
    assert report.marks.draft == 2
    assert any("“DỰ THẢO LẦN 3”" in note.text for note in report.import_notes)
    assert "unplaced" not in kinds(report)


def test_another_spelling_of_the_national_name_is_told() -> None:
    report = imported(SIDE_BY_SIDE.replace("HÒA", "HOÀ") + TITLE)
    assert any("CỘNG HOÀ" in note.text for note in report.import_notes)


# ------------------------------------------------------------------------------- title, year, Kính gửi


def test_a_subject_on_two_lines_is_one() -> None:
    report = imported(
        "BÁO CÁO\nKết quả công tác dân vận năm 2025 và phương hướng,\nnhiệm vụ năm 2026\n\nNội dung.\n"
    )
    assert report.subject == "Kết quả công tác dân vận năm 2025 và phương hướng, nhiệm vụ năm 2026"
    assert report.year == 2025


LONG_SUBJECT = (
    "Kết quả thực hiện công tác dân vận, Quy chế dân chủ ở cơ sở và phong trào thi đua “Dân vận khéo” của "
    "Văn phòng Ủy ban nhân dân tỉnh Hương Giang và các đơn vị trực thuộc năm 2025, phương hướng, "
    "nhiệm vụ trọng tâm năm 2026"
)


@pytest.mark.parametrize("width", [None, 60, 75, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("title", ["BÁO CÁO\n", "BÁO CÁO "])
def test_a_long_subject_is_one_on_its_line_and_over_several(
    width: int | None, between: str, title: str
) -> None:
    subject = "\n".join(wrap(LONG_SUBJECT, width)) if width else LONG_SUBJECT
    report = imported(
        f"{SIDE_BY_SIDE}\n{title}{subject}{between}Kính gửi: Sở Nội vụ.\n\nThực hiện kế hoạch năm 2025, "
        f"Văn phòng báo cáo như sau:\nI. TÌNH HÌNH\nNội dung.\n\n{BESIDE}"
    )
    assert report.subject == LONG_SUBJECT
    assert report.addressees == ("Sở Nội vụ",)
    assert "recipients" not in kinds(report)  # which would say that "Như trên" was dropped
    assert [plain(block.runs) for block in report.opening if isinstance(block, Paragraph)] == [
        "Thực hiện kế hoạch năm 2025, Văn phòng báo cáo như sau:"
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n__________\n\n"])
def test_a_long_subject_needs_no_addressee(between: str) -> None:
    report = imported(f"BÁO CÁO\n{LONG_SUBJECT}{between}Thực hiện kế hoạch năm 2025, Văn phòng báo cáo.\n")
    assert report.subject == LONG_SUBJECT
    assert len(report.opening) == 1


@pytest.mark.parametrize(
    "opening",
    [
        f"Thực hiện Kế hoạch công tác năm 2025 của Ủy ban nhân dân tỉnh về {LONG_SUBJECT}",
        f"Văn phòng báo cáo {LONG_SUBJECT} như sau:",
    ],
)
def test_a_long_paragraph_below_the_kind_is_no_subject(opening: str) -> None:
    report = imported(f"BÁO CÁO\n\n{opening}\n\nI. TÌNH HÌNH\nNội dung.\n")
    assert report.subject == ""
    assert [plain(block.runs) for block in report.opening if isinstance(block, Paragraph)] == [opening]


@pytest.mark.parametrize(
    ("text", "year", "noted"),
    [
        (TITLE, 2025, False),
        (
            "Hương Giang, ngày 5 tháng 12 năm 2024\nBÁO CÁO\nKết quả dân vận\n\nNội dung năm 2023.",
            2024,
            False,
        ),
        ("BÁO CÁO\nKết quả dân vận\n\nThực hiện Công văn ngày 01/11/2023, báo cáo:", 2023, True),
        ("BÁO CÁO\nKết quả dân vận\n\nNội dung.", 2026, True),
    ],
)
def test_the_year_is_that_of_the_subject_else_of_the_dates_else_this_one(
    text: str, year: int, noted: bool
) -> None:
    report = imported(text)
    assert report.year == year
    assert ("year" in kinds(report)) is noted


def test_one_addressee_stands_on_the_line() -> None:
    assert imported(TITLE + "Kính gửi: Sở Nội vụ.\n\nNội dung.").addressees == ("Sở Nội vụ",)


def test_several_addressees_stand_below() -> None:
    report = imported(TITLE + "Kính gửi:\n- Tỉnh ủy Hương Giang;\n- Sở Nội vụ.\n\nNội dung báo cáo.")
    assert report.addressees == ("Tỉnh ủy Hương Giang", "Sở Nội vụ")
    assert len(report.opening) == 1


@pytest.mark.parametrize(
    "opening",
    [
        "Thực hiện Công văn số 12/SNV, Văn phòng báo cáo như sau:",
        "Văn phòng báo cáo như sau:",
        "Qua một năm triển khai công tác dân vận trên địa bàn tỉnh, với sự nỗ lực của cán bộ, công chức và",
    ],
)
def test_the_opening_right_below_an_addressee_is_not_part_of_it(opening: str) -> None:
    report = imported(f"{TITLE}Kính gửi: Sở Nội vụ tỉnh Hương Giang\n{opening}\nI. TÌNH HÌNH\nTốt.")
    assert report.addressees == ("Sở Nội vụ tỉnh Hương Giang",)
    assert [plain(block.runs) for block in report.opening if isinstance(block, Paragraph)] == [opening]


def test_an_addressee_may_take_two_lines_and_a_second_one_need_no_dash() -> None:
    report = imported(TITLE + "Kính gửi: Ủy ban nhân dân tỉnh\nHương Giang;\nSở Nội vụ.\nNội dung.")
    assert report.addressees == ("Ủy ban nhân dân tỉnh Hương Giang", "Sở Nội vụ")
    assert len(report.opening) == 1


@pytest.mark.parametrize("mark", ["./.", " ./.", "./", ".\n/.", ". /."])
def test_the_end_mark_is_none_of_the_words(mark: str) -> None:
    report = imported(f"{TITLE}I. TÌNH HÌNH\nTốt.\n\nTrên đây là báo cáo của Văn phòng{mark}\n")
    (closing,) = [block for block in report.closing if isinstance(block, Paragraph)]
    assert plain(closing.runs).rstrip(".") == "Trên đây là báo cáo của Văn phòng"


def test_a_note_on_the_text_leads_to_its_place() -> None:
    report = imported(
        TITLE + "I- TÌNH HÌNH\nTheo Chỉ thị số 33/CT-\nTTg ngày 26/11/2021.\n"
        "1/ Việc một làm tốt.\nHọ tên\tChức vụ\tĐiểm\n"
    )
    (section,) = report.sections
    symbol, clause, table = section.blocks
    places = [(note.kind, note.place) for note in report.import_notes if note.kind != "unknown"]
    assert places == [
        ("mended", f"block:{symbol.id}"),
        ("table", f"block:{table.id}"),
        ("number", f"section:{section.id}/title"),
        ("number", f"block:{clause.id}"),
    ]


def test_legal_bases_are_parted_from_the_opening() -> None:
    report = imported(
        TITLE + "Căn cứ Kế hoạch số 1/KH-VP;\nCăn cứ Quy chế làm việc.\nVăn phòng báo cáo như sau:\n"
    )
    assert [plain(runs) for runs in report.legal_bases] == [
        "Căn cứ Kế hoạch số 1/KH-VP;",
        "Căn cứ Quy chế làm việc.",
    ]
    assert len(report.opening) == 1


# -------------------------------------------------------------------------------------------- numbers


@pytest.mark.parametrize("sign", [".", "-", "/", " -", ")", "–", "/-", ".-"])
def test_roman_numbers_in_every_style_open_a_section(sign: str) -> None:
    text = f"{TITLE}I{sign} ĐẶC ĐIỂM TÌNH HÌNH\nNội dung.\nII{sign} ĐÁNH GIÁ CHUNG\nNội dung.\n"
    report = imported(text)
    assert [(s.number, s.numbering) for s in report.sections] == [("I.", "auto"), ("II.", "auto")]
    assert ("number" in kinds(report)) is (sign != ".")


@pytest.mark.parametrize(
    ("typed", "role", "number"),
    [
        ("1. Ưu điểm", "heading", "1."),
        ("1/ Ưu điểm", "heading", "1."),
        ("1- Ưu điểm", "heading", "1."),
        ("1) Ưu điểm", "heading", "1."),
        ("1.Ưu điểm", "heading", "1."),
        ("1/- Ưu điểm", "heading", "1."),
        ("1.-Ưu điểm", "heading", "1."),
        ("1.1 - Ưu điểm", "heading", "1.1."),
        ("a/- Ưu điểm;", "point", "a)"),
        ("1.1. Ưu điểm", "heading", "1.1."),
        ("1.1 Ưu điểm", "heading", "1.1."),
        ("1. Văn phòng đã ban hành kế hoạch và tổ chức thực hiện đầy đủ.", "clause", "1."),
        ("a) Ưu điểm;", "point", "a)"),
        ("a. Ưu điểm;", "point", "a)"),
        ("- Ưu điểm", "item", None),
        ("-Ưu điểm", "item", None),
        ("– Ưu điểm", "item", None),
        ("• Ưu điểm", "item", None),
        ("\uf0b7 Ưu điểm", "item", None),
        ("+ Ưu điểm", "item", None),
    ],
)
def test_each_style_of_number_makes_its_block(typed: str, role: str, number: str | None) -> None:
    (first, _) = body(f"{typed}\nVăn phòng đã thực hiện tốt.\n")
    assert first[:2] == (role, number)
    assert first[2].startswith(("Ưu điểm", "Văn phòng"))


def test_a_plus_is_an_item_of_the_second_level() -> None:
    (section,) = imported(TITLE + "I. ĐÁNH GIÁ\n- Một:\n+ Hai.\n").sections
    assert [b.level for b in section.blocks if isinstance(b, Paragraph)] == [1, 2]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "Thực hiện dịch vụ công trực tuyến ở các mức độ 3,",
            "4. Kết quả khảo sát cho thấy người dân hài lòng.",
        ),
        ("Văn phòng thực hiện Chương trình giai đoạn", "2021- 2030, tập trung đơn giản hóa thủ tục."),
        ("Cơ quan quán triệt Nghị quyết số 25-NQ/TW ngày", "03/6/2013 của Ban Chấp hành Trung ương."),
        ("Văn phòng đã chủ động phục vụ việc phát triển kinh tế", "- xã hội, quốc phòng - an ninh của tỉnh."),
        ("Toàn tỉnh tiếp nhận hồ sơ trực tuyến, tăng", "12.5 lần so với cùng kỳ năm trước."),
        ("Cơ quan quán triệt nội dung văn kiện Đại hội lần thứ", "XIV. Các chi bộ đã học tập đầy đủ."),
        ("Các đơn vị thực hiện đúng quy định tại khoản", "2. Việc kiểm tra được làm thường xuyên."),
    ],
)
def test_a_number_inside_a_sentence_begins_nothing(above: str, below: str) -> None:
    filler = "Đội ngũ cán bộ, công chức của cơ quan luôn đoàn kết"
    narrow = [
        filler,
        "và tận tụy với nhiệm vụ được giao trong năm, giữ",
        "vững kỷ cương. Tập thể",
        "lãnh đạo gương mẫu.",
    ]
    blocks = body("\n".join([*narrow, above, below]))
    assert blocks[-1][0] == "body"
    assert blocks[-1][2].endswith(f"{above} {below}")


def test_a_number_out_of_order_stays_as_typed() -> None:
    (section,) = imported(TITLE + "I. ĐÁNH GIÁ\n1. Ưu điểm\nTốt.\n4. Hạn chế\nÍt.\n").sections
    numbered = [b for b in section.blocks if isinstance(b, Paragraph) and b.number]
    assert [(b.number, b.numbering) for b in numbered] == [("1.", "auto"), ("4.", "fixed")]


def test_a_section_that_fits_none_keeps_its_place() -> None:
    text = TITLE + "I. ĐÁNH GIÁ CHUNG\nTốt.\nII. KIẾN NGHỊ\nKhông.\nIII. NHIỆM VỤ\nNhiều.\n"
    assert [s.key for s in imported(text).sections] == ["assessment", "other", "tasks"]


def test_parts_begin_with_their_first_section() -> None:
    text = (
        TITLE + "PHẦN THỨ NHẤT\nKẾT QUẢ NĂM 2025\nI. TÌNH HÌNH\nTốt.\nII. ĐÁNH GIÁ\nKhá.\n"
        "PHẦN THỨ HAI: PHƯƠNG HƯỚNG\nI. NHIỆM VỤ\nNhiều.\n"
    )
    sections = imported(text).sections
    parts = [(s.part.number, plain(s.part.title)) if s.part else None for s in sections]
    assert parts == [("PHẦN THỨ NHẤT", "KẾT QUẢ NĂM 2025"), None, ("PHẦN THỨ HAI", "PHƯƠNG HƯỚNG")]
    assert [s.number for s in sections] == ["I.", "II.", "I."]


def test_capital_letters_are_sections_where_there_is_no_roman_number() -> None:
    sections = imported(TITLE + "A. TÌNH HÌNH\nTốt.\nB. ĐÁNH GIÁ\nKhá.\n").sections
    assert [(s.number, plain(s.title)) for s in sections] == [("I.", "TÌNH HÌNH"), ("II.", "ĐÁNH GIÁ")]


def test_capital_letters_above_roman_numbers_are_parts() -> None:
    sections = imported(
        TITLE + "A. KẾT QUẢ\nI. TÌNH HÌNH\nTốt.\nB. PHƯƠNG HƯỚNG\nI. NHIỆM VỤ\nNhiều.\n"
    ).sections
    assert [s.part.number if s.part else None for s in sections] == ["A.", "B."]


def test_a_text_without_sections_is_all_opening_and_says_so() -> None:
    report = imported(TITLE + "Văn phòng đã làm tốt.\n1. Tuyên truyền\n- Đã tổ chức;\nNhìn chung khá.\n")
    assert report.sections == ()
    assert len(report.opening) == 4
    assert "structure" in kinds(report)


# ------------------------------------------------------------------------------------- page residue


@pytest.mark.parametrize("residue", ["2", "- 2 -", "Trang 2", "Trang 2/5", "[2]", "\f2", "\f"])
def test_a_page_break_inside_a_sentence_leaves_no_trace(residue: str) -> None:
    lines = [
        "Đội ngũ cán bộ, công chức của cơ quan luôn đoàn kết",
        "và tận tụy với nhiệm vụ được giao trong năm, giữ gìn",
        f"vững kỷ cương và\n\n{residue}\n\n phong cách gần dân của lãnh đạo và người lao động",
        "trong toàn cơ quan.",
    ]
    ((_, _, text),) = body("\n".join(lines))
    assert "kỷ cương và phong cách" in text
    assert "2" not in text


def test_single_numbers_that_are_no_page_numbers_stay() -> None:
    report = imported(TITLE + "I. TÌNH HÌNH\nSố cuộc họp:\n12\nSố đơn:\n7\n")
    words = " ".join(plain(b.runs) for b in report.sections[0].blocks if isinstance(b, Paragraph))
    assert "12" in words
    assert "7" in words


def test_a_document_number_broken_at_a_line_end_is_mended_and_told() -> None:
    report = imported(
        TITLE + "I. TÌNH HÌNH\nVăn phòng quán triệt nghiêm túc Chỉ thị số 33/CT-\nTTg của Thủ tướng.\n"
    )
    (block,) = report.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert "33/CT-TTg" in plain(block.runs)
    assert "mended" in kinds(report)


def test_rows_of_a_table_stay_apart_and_are_told() -> None:
    report = imported(TITLE + "I. TÌNH HÌNH\nTT      Nội dung      Số lượng\n1      Hội nghị      5\n")
    assert len(report.sections[0].blocks) == 2
    assert "table" in kinds(report)


# ---------------------------------------------------------------------------- closing, recipients, signature


@pytest.mark.parametrize("tail", [BELOW, BEFORE])
def test_recipients_and_signature_are_read_below_one_another(tail: str) -> None:
    report = imported(TITLE + "I. TÌNH HÌNH\nTốt.\n" + CLOSING + tail)
    assert report.recipients == ("Sở Nội vụ",)
    assert report.filing == Filing(unit="VP1")
    assert report.signature == SIGNED
    assert len(report.closing) == 1


def test_recipients_and_signature_are_read_side_by_side() -> None:
    report = imported(TITLE + "Kính gửi: Sở Nội vụ.\n\nI. TÌNH HÌNH\nTốt.\n" + CLOSING + BESIDE)
    assert report.recipients == ("Ban Tuyên giáo và Dân vận Tỉnh ủy (để b/c)", "LĐVP")
    assert report.signature == SIGNED
    assert "recipients" not in kinds(report)


def test_as_above_without_an_addressee_is_told() -> None:
    assert "recipients" in kinds(imported(TITLE + "I. TÌNH HÌNH\nTốt.\n" + BESIDE))


@pytest.mark.parametrize(
    ("line", "filing"),
    [
        ("- Lưu: VT.", Filing()),
        ("- Lưu: VT, VP1.", Filing(unit="VP1")),
        ("Lưu VT, TH.", Filing(unit="TH")),
        ("- Lưu: VT, VP1. NVA (05).", Filing(unit="VP1", drafter="NVA", copies=5)),
        ("- Lưu: VT, TH (03).", Filing(unit="TH", copies=3)),
        ("- Lưu: VT, TH (05b).", Filing(unit="TH", copies=5)),
        ("- Lưu: VT, TH (10 bản).", Filing(unit="TH", copies=10)),
        ("- Lưu: VT, P.TH (bà Hoa, 05b).", Filing(unit="P.TH (bà Hoa, 05b)")),
        ("- Lưu: VP.", Filing(unit="VP")),
    ],
)
def test_the_filing_line_is_taken_apart(line: str, filing: Filing) -> None:
    report = imported(TITLE + f"I. TÌNH HÌNH\nTốt.\nNơi nhận:\n- Sở Nội vụ;\n{line}\n")
    assert report.filing == filing
    assert "unplaced" not in kinds(report)


def test_what_is_written_where_the_hand_signs_is_named() -> None:
    report = imported(TITLE + "I. TÌNH HÌNH\nTốt.\n" + BELOW.replace("\n\nNguyễn", "\n(Đã ký)\nNguyễn"))
    assert report.signature == SIGNED
    assert any("(Đã ký)" in note.text for note in report.import_notes)


def test_the_end_mark_is_not_stored_and_the_word_before_it_stays() -> None:
    report = imported(TITLE + "I. TÌNH HÌNH\nTốt.\n" + CLOSING)
    (block,) = report.closing
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == "Trên đây là báo cáo của Văn phòng"


def test_annexes_keep_their_titles_and_take_roman_numbers() -> None:
    text = (
        TITLE
        + "I. TÌNH HÌNH\nTốt.\n"
        + BELOW
        + "PHỤ LỤC 1\nDANH SÁCH MÔ HÌNH\n(Kèm theo Báo cáo số 12/BC-VP)\n"
        "1. Mô hình xã A\nPhụ lục II\nBIỂU TỔNG HỢP\nHội nghị: 5.\n"
    )
    annexes = imported(text).annexes
    assert [(a.number, a.numbering, plain(a.title)) for a in annexes] == [
        ("I", "auto", "DANH SÁCH MÔ HÌNH"),
        ("II", "auto", "BIỂU TỔNG HỢP"),
    ]
    assert [len(a.blocks) for a in annexes] == [1, 1]


def test_the_line_that_names_the_office_of_an_annex_may_take_two() -> None:
    text = (
        TITLE + "I. TÌNH HÌNH\nTốt.\n" + BELOW + "PHỤ LỤC\nDANH SÁCH MÔ HÌNH\n"
        "(Kèm theo Báo cáo số      /BC-VP ngày      tháng      năm 2025\n"
        "của Văn phòng Ủy ban nhân dân tỉnh Hương Giang)\nMô hình xã A.\n"
    )
    (annex,) = imported(text).annexes
    assert [plain(block.runs) for block in annex.blocks if isinstance(block, Paragraph)] == ["Mô hình xã A."]


def told(report: Report, words: str) -> list[str]:
    return [note.text for note in report.import_notes if words in note.text]


def test_titles_that_print_sets_otherwise_are_told_once_each_kind() -> None:
    text = "A. MỤC ĐÍCH\nI. Thời gian\nTốt.\nII. Cách làm\nTốt.\nB. THỰC HIỆN\nI. KINH PHÍ\nTốt.\n"
    report = imported(TITLE + text + BELOW)
    assert told(report, "in hoa") == [
        "2 đề mục viết chữ thường trong tệp sẽ được in hoa: “Thời gian”, “Cách làm”."
    ]
    assert told(report, "hai dòng") == [
        "Đề mục “A.”, “B.” được in như một Phần: số và tên ở hai dòng giữa trang."
    ]
    capitals = imported(TITLE + "Phần I\nCHUNG\nI. THỜI GIAN\nTốt.\n" + BELOW)
    assert told(capitals, "in hoa") == told(capitals, "hai dòng") == []


def test_what_print_makes_of_a_paper_of_a_mass_organisation_is_told() -> None:
    head = "HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TỈNH X\nSố 88-BC/HNDT\nX, ngày 02 tháng 12 năm 2025\n"
    report = imported(head + TITLE + "I. TÌNH HÌNH\nTốt.\n" + BELOW)
    assert len(told(report, "không có Quốc hiệu")) == 1
    assert told(report, "Số, ký hiệu") == ["Số, ký hiệu sẽ được in là “Số: 88/BC/HNDT”; xin xem lại."]
    state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + head.replace("88-BC/HNDT", ": 88/BC-HNDT")
    report = imported(state + TITLE + "I. TÌNH HÌNH\nTốt.\n" + BELOW)
    assert told(report, "Quốc hiệu") == told(report, "Số, ký hiệu") == []


_ENCLOSED = "(Kèm theo Báo cáo số 12/BC-VP ngày 20 tháng 12 năm 2025 của Văn phòng)"


@pytest.mark.parametrize(
    ("head", "enclosed", "medium", "told"),
    [
        ("Số: 12/BC-VP", _ENCLOSED, "paper", "cơ quan ở phần đầu."),
        ("Số:      /BC-VP", _ENCLOSED, "electronic", "số và ngày để trống"),
        (
            "Số: 12/BC-VP",
            "(Kèm theo Báo cáo số    /BC-VP ngày    tháng    năm    của Văn phòng)",
            "electronic",
            "số và ngày để trống",
        ),
        ("HỎA TỐC\nSố: 12/BC-VP", _ENCLOSED, "electronic", "số và ngày để trống"),
    ],
)
def test_annexes_that_bear_number_and_date_are_of_a_paper_copy(
    head: str, enclosed: str, medium: str, told: str
) -> None:
    text = (
        f"UBND TỈNH HƯƠNG GIANG\nVĂN PHÒNG\n{head}\nHương Giang, ngày 20 tháng 12 năm 2025\n\n"
        "BÁO CÁO\nKết quả công tác dân vận năm 2025\n\nI. TÌNH HÌNH\nTốt.\n" + BELOW
    )
    text += "".join(f"PHỤ LỤC {n}\nDANH SÁCH MÔ HÌNH\n{enclosed}\nMô hình xã A.\n" for n in ("I", "II"))
    report = imported(text)
    assert report.medium == medium
    (note,) = (note for note in report.import_notes if "Kèm theo" in note.text)
    assert told in note.text
    assert "unplaced" not in {note.kind for note in report.import_notes}


# ------------------------------------------------------------------------------------------------ paste


def test_pasted_text_becomes_blocks_with_minted_ids() -> None:
    ids = iter([7, 8, 9])
    blocks = blocks_from_text("1. Ưu điểm\nĐã làm tốt.\n- Một việc;", lambda: next(ids))
    assert [(b.id, b.role, b.number) for b in blocks if isinstance(b, Paragraph)] == [
        (7, "heading", "1."),
        (8, "body", None),
        (9, "item", None),
    ]
