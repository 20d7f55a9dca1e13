"""Word files as offices have them, each with what must come out."""

import io

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from danvan_desktop.report.model import Filing, PartialDate, Report, Table
from tests.builders.word_file import (
    BEGIN,
    END,
    HEAD,
    SEPARATE,
    TAIL,
    TITLE,
    bold,
    code,
    listed,
    numbering,
    p,
    r,
    report_file,
    style,
    table,
    word_file,
)
from tests.importers.docx.shape import imported, notes, shape

GOOD = "được các phòng, đơn vị của Văn phòng thực hiện tốt."
FROM_C = '<w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/>'


def saved(file: WordFile) -> bytes:
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


# ---------------------------------------------------------------------------------- letterhead and closing


def framed(report: Report) -> None:
    """The usual frame came in."""
    head = report.letterhead
    assert (head.parent_agency, head.agency) == ("UBND TỈNH HƯƠNG GIANG", "VĂN PHÒNG")
    assert (head.number, head.symbol, head.place) == ("12", "BC-VP", "Hương Giang")
    assert head.issued_on == PartialDate(2025, 12, 5)
    assert report.kind == "BÁO CÁO"
    assert report.subject == "Kết quả thực hiện công tác dân vận năm 2025"
    assert report.year == 2025
    assert report.recipients == ("Sở Nội vụ",)
    assert report.filing == Filing("VP1")
    assert report.signature.lines[-1].endswith("CHÁNH VĂN PHÒNG")
    assert report.signature.signer == "Nguyễn Văn A"


def test_head_and_sign_block_in_tables_without_borders() -> None:
    report = imported(report_file(p("Văn phòng báo cáo như sau:"), p("I. TÌNH HÌNH"), p("Tốt.")))
    framed(report)
    assert shape(report) == ["B Văn phòng báo cáo như sau:", "MỤC I. TÌNH HÌNH", "B Tốt."]
    assert report.import_notes == ()


def test_head_and_sign_block_set_with_tabs() -> None:
    tab = "<w:r><w:tab/></w:r>"
    head = (
        p("UBND TỈNH HƯƠNG GIANG", tab, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p(bold("VĂN PHÒNG"), tab, tab, bold("Độc lập - Tự do - Hạnh phúc"))
        + p("Số: 12/BC-VP", tab, r("Hương Giang, ngày 05 tháng 12 năm 2025", "<w:i/>"))
    )
    tail = (
        p(r("Nơi nhận:", "<w:b/><w:i/>"), tab, tab, bold("KT. CHÁNH VĂN PHÒNG"))
        + p("- Sở Nội vụ;", tab, tab, bold("PHÓ CHÁNH VĂN PHÒNG"))
        + p("- Lưu: VT, VP1.")
        + p("")
        + p(tab, tab, tab, tab, bold("Nguyễn Văn A"))
    )
    report = imported(word_file(head + TITLE + p("I. TÌNH HÌNH") + p("Tốt.") + tail))
    framed(report)
    assert report.signature.lines == ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")


def test_head_and_sign_block_set_with_spaces() -> None:
    head = (
        p("   UBND TỈNH HƯƠNG GIANG        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("        VĂN PHÒNG                 Độc lập - Tự do - Hạnh phúc")
        + p("      Số: 12/BC-VP          Hương Giang, ngày 05 tháng 12 năm 2025")
    )
    tail = (
        p("Nơi nhận:                                        CHÁNH VĂN PHÒNG")
        + p("- Sở Nội vụ;")
        + p("- Lưu: VT, VP1.                                   Nguyễn Văn A")
    )
    framed(imported(word_file(head + TITLE + p("I. TÌNH HÌNH") + p("Tốt.") + tail)))


def test_a_long_agency_on_several_lines_is_told_by_its_bold_letters() -> None:
    head = HEAD.replace(p("UBND TỈNH HƯƠNG GIANG"), p("ỦY BAN NHÂN DÂN") + p("TỈNH HƯƠNG GIANG")).replace(
        p(bold("VĂN PHÒNG")), p(bold("SỞ NÔNG NGHIỆP")) + p(bold("MÔI TRƯỜNG"))
    )
    letterhead = imported(word_file(head + TITLE + p("I. TÌNH HÌNH") + TAIL)).letterhead
    assert letterhead.parent_agency == "ỦY BAN NHÂN DÂN TỈNH HƯƠNG GIANG"
    assert letterhead.agency == "SỞ NÔNG NGHIỆP MÔI TRƯỜNG"


def test_soft_breaks_part_lines_in_a_letterhead_and_are_spaces_in_the_text() -> None:
    """Made by python-docx: a two-cell table with all lines of a cell in one paragraph."""
    file = docx.Document()
    cells = file.add_table(1, 2).rows[0].cells
    cells[0].paragraphs[0].add_run("UBND TỈNH HƯƠNG GIANG\nVĂN PHÒNG\nSố: 12/BC-VP")
    cells[1].paragraphs[0].add_run(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hương Giang, ngày 05 tháng 12 năm 2025"
    )
    title = file.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("BÁO CÁO\nKết quả thực hiện công tác dân vận\nnăm 2025").bold = True
    file.add_paragraph().add_run("I. ĐẶC ĐIỂM\nTÌNH HÌNH").bold = True
    file.add_paragraph("Văn phòng có nhiều\nthuận lợi.")
    mixed = file.add_paragraph()
    mixed.add_run("1. Ưu điểm").bold = True
    mixed.add_run("\nViệc gì cũng tốt.\n- Một là tốt;\n- Hai là rất tốt.")
    cells = file.add_table(1, 2).rows[0].cells
    cells[0].paragraphs[0].add_run("Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT, VP1.")
    cells[1].paragraphs[0].add_run("KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\n\nNguyễn Văn A")
    report = imported(saved(file))
    framed(report)
    assert shape(report) == [
        "MỤC I. ĐẶC ĐIỂM TÌNH HÌNH",
        "B Văn phòng có nhiều thuận lợi.",
        "H1 1. Ưu điểm",
        "B Việc gì cũng tốt.",
        "G1 Một là tốt;",
        "G1 Hai là rất tốt.",
    ]


def test_a_subject_broken_by_hand_over_centred_paragraphs_is_one() -> None:
    centre = '<w:jc w:val="center"/>'
    title = p(bold("BÁO CÁO"), properties=centre) + p(
        bold("Kết quả thực hiện công tác dân vận"), properties=centre
    )
    title += p(bold("Năm 2025 và phương hướng 2026"), properties=centre) + p("__________", properties=centre)
    report = imported(word_file(HEAD + title + p("Thực hiện kế hoạch:") + p("I. TÌNH HÌNH") + TAIL))
    assert report.subject == "Kết quả thực hiện công tác dân vận Năm 2025 và phương hướng 2026"
    assert shape(report)[0] == "B Thực hiện kế hoạch:"
    assert notes(report, "unprinted") == ["Đã bỏ 1 dòng kẻ: “__________”."]


def test_addressees_in_a_table_and_a_framed_urgency_mark() -> None:
    urgent = table([p(bold("HỎA TỐC"))])
    address = table([p("Kính gửi:"), p("- Tỉnh ủy;") + p("- Sở Nội vụ.")], borders=False)
    report = imported(word_file(HEAD + urgent + TITLE + address + p("I. TÌNH HÌNH") + p("Tốt.") + TAIL))
    assert report.addressees == ("Tỉnh ủy", "Sở Nội vụ")
    assert report.marks.urgency == "HỎA TỐC"
    assert shape(report) == ["MỤC I. TÌNH HÌNH", "B Tốt."]


def test_the_opening_right_below_an_addressee_is_not_part_of_it() -> None:
    address, opening = p("Kính gửi: Sở Nội vụ", properties='<w:jc w:val="center"/>'), p("Văn phòng báo cáo:")
    report = imported(word_file(HEAD + TITLE + address + opening + p("I. TÌNH HÌNH") + p("Tốt.") + TAIL))
    assert report.addressees == ("Sở Nội vụ",)
    assert shape(report)[0] == "B Văn phòng báo cáo:"


# ----------------------------------------------------------------------------------------------- headings


def test_headings_of_bold_runs_and_typed_numbers() -> None:
    """Made by python-docx: style Normal throughout."""
    file = docx.Document()
    for text, look in (
        ("I- ĐẶC ĐIỂM TÌNH HÌNH", "bold"),
        ("Văn phòng có 168 người.", ""),
        ("II. KẾT QUẢ", "bold"),
        ("1. Ban hành văn bản:", "bold"),
        ("Đã ban hành 5 văn bản.", ""),
        ("2. Tuyên truyền", "bold"),
        ("2.1 Hội nghị", "bold"),
        ("a) Cấp tỉnh", ""),
        ("+ Một hội nghị.", ""),
        ("3. Các tổ chức đoàn thể phối hợp", ""),
        ("Kết luận chung", "bold"),
        ("Đây là đoạn in đậm có dấu chấm.", "bold"),
    ):
        file.add_paragraph().add_run(text).bold = look == "bold"
    assert shape(imported(saved(file))) == [
        "MỤC I. ĐẶC ĐIỂM TÌNH HÌNH",
        "B Văn phòng có 168 người.",
        "MỤC II. KẾT QUẢ",
        "H1 1. Ban hành văn bản:",
        "B Đã ban hành 5 văn bản.",
        "H1 2. Tuyên truyền",
        "H2 2.1. Hội nghị",
        "Đ a) Cấp tỉnh",
        "G2 Một hội nghị.",
        "K1 3. Các tổ chức đoàn thể phối hợp",
        "H2 Kết luận chung",
        "B **Đây là đoạn in đậm có dấu chấm.**",
    ]


def test_headings_of_bold_capitals_without_numbers() -> None:
    report = imported(
        report_file(
            p(bold("TÌNH HÌNH CHUNG")), p("Tốt."), p(bold("KẾT QUẢ")), p(bold("Tuyên truyền")), p("Hay.")
        )
    )
    assert shape(report) == [
        "MỤC - TÌNH HÌNH CHUNG",
        "B Tốt.",
        "MỤC - KẾT QUẢ",
        "H1 Tuyên truyền",
        "B Hay.",
    ]
    assert [section.key for section in report.sections] == ["situation", "implementation"]


def test_headings_by_words_own_styles() -> None:
    """Made by python-docx: Heading 1-3 with and without typed numbers."""
    file = docx.Document()
    file.add_heading("Đặc điểm tình hình", 1)
    file.add_paragraph("Tốt.")
    file.add_heading("Kết quả thực hiện", 1)
    file.add_heading("Tuyên truyền", 2)
    file.add_paragraph("Hay.")
    file.add_heading("Cấp tỉnh", 3)
    file.add_paragraph("Nhiều.")
    assert shape(imported(saved(file))) == [
        "MỤC - Đặc điểm tình hình",
        "B Tốt.",
        "MỤC - Kết quả thực hiện",
        "H1 Tuyên truyền",
        "B Hay.",
        "H2 Cấp tỉnh",
        "B Nhiều.",
    ]


def test_one_heading_style_for_titles_of_every_rank_gives_way_to_their_numbers() -> None:
    file = docx.Document()
    for text in ("I. ĐẶC ĐIỂM", "1. Thuận lợi", "2. Khó khăn", "II. KẾT QUẢ"):
        file.add_heading(text, 1)
        file.add_paragraph("Nội dung.")
    assert [line for line in shape(imported(saved(file))) if line[0] != "B"] == [
        "MỤC I. ĐẶC ĐIỂM",
        "H1 1. Thuận lợi",
        "H1 2. Khó khăn",
        "MỤC II. KẾT QUẢ",
    ]


def test_parts_with_their_titles_below() -> None:
    centre = '<w:jc w:val="center"/>'
    report = imported(
        report_file(
            p(bold("PHẦN THỨ NHẤT"), properties=centre),
            p(bold("KẾT QUẢ NĂM 2025"), properties=centre),
            p(bold("I. TÌNH HÌNH")),
            p("Tốt."),
            p(bold("PHẦN THỨ HAI"), properties=centre),
            p(bold("NHIỆM VỤ NĂM 2026"), properties=centre),
            p(bold("I. MỤC TIÊU")),
            p("Tốt hơn."),
        )
    )
    assert shape(report) == [
        "PHẦN PHẦN THỨ NHẤT | KẾT QUẢ NĂM 2025",
        "MỤC I. TÌNH HÌNH",
        "B Tốt.",
        "PHẦN PHẦN THỨ HAI | NHIỆM VỤ NĂM 2026",
        "MỤC I. MỤC TIÊU",
        "B Tốt hơn.",
    ]


def test_looks_within_a_paragraph_are_kept() -> None:
    raised = r("2", '<w:vertAlign w:val="superscript"/>')
    report = imported(
        report_file(
            p("Căn cứ ", r("Luật Thực hiện dân chủ", "<w:i/>"), ";"),
            p("I. TÌNH HÌNH"),
            p("Nhà ", bold("120 m"), raised, ", ", r("rất", '<w:u w:val="single"/>'), " đẹp."),
        )
    )
    assert shape(report) == [
        "CĂN CỨ Căn cứ *Luật Thực hiện dân chủ*;",
        "MỤC I. TÌNH HÌNH",
        "B Nhà **120 m**^2^, _rất_ đẹp.",
    ]


# ---------------------------------------------------------------------------------------- automatic numbers


def test_numbers_that_are_not_in_the_text() -> None:
    """Roman for Mục, decimal of two levels, letters, bullets of two levels; levels begin anew."""
    lists = numbering(
        ("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")
    )
    bullets = numbering(("bullet", "\uf0b7"), ("bullet", "o"), number=2)
    report = imported(
        report_file(
            listed(1, 0, bold("ĐẶC ĐIỂM TÌNH HÌNH")),
            listed(1, 1, bold("Thuận lợi")),
            p("Nhiều."),
            listed(1, 1, bold("Khó khăn")),
            listed(1, 0, bold("KẾT QUẢ")),
            listed(1, 1, bold("Tuyên truyền")),
            listed(1, 2, bold("Cấp tỉnh")),
            listed(1, 3, "hội nghị;"),
            listed(1, 3, "tờ tin."),
            listed(1, 2, bold("Cấp xã")),
            listed(1, 3, "loa."),
            listed(2, 0, "Loa tay;"),
            listed(2, 1, "Loa to;"),
            p("Trên đây là báo cáo."),
            numbering=lists + bullets,
        )
    )
    assert shape(report) == [
        "MỤC I. ĐẶC ĐIỂM TÌNH HÌNH",
        "H1 1. Thuận lợi",
        "B Nhiều.",
        "H1 2. Khó khăn",
        "MỤC II. KẾT QUẢ",
        "H1 1. Tuyên truyền",
        "H2 1.1. Cấp tỉnh",
        "Đ a) hội nghị;",
        "Đ b) tờ tin.",
        "H2 1.2. Cấp xã",
        "Đ a) loa.",
        "G1 Loa tay;",
        "G2 Loa to;",
        "KẾT",
        "B Trên đây là báo cáo.",
    ]
    assert {section.numbering for section in report.sections} == {"auto"}
    assert notes(report, "number") == ["2 đầu dòng tự động của Word được ghi thành “-” hoặc “+”."]


@pytest.mark.parametrize(
    ("levels", "inside", "numbers"),
    [
        ([("decimal", "%1/")], "", ["1.", "2.", "3."]),
        ([("decimal", "(%1)")], "", ["1.", "2.", "3."]),
        ([("decimalZero", "%1")], "", ["1.", "2.", "3."]),
        ([("lowerRoman", "%1.")], "", ["i)", "ii)", "iii)"]),
        ([("lowerLetter", "%1.")], "", ["a)", "b)", "c)"]),
        (
            [("decimal", "%1.")],
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
            ["5.", "6.", "7."],
        ),
        (
            [("decimal", "%1.")],
            f'<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">{FROM_C}</w:lvl></w:lvlOverride>',
            ["c)", "d)", "e)"],
        ),
    ],
)
def test_a_list_in_every_style(levels: list[tuple[str, str]], inside: str, numbers: list[str]) -> None:
    made = numbering(*levels, inside=inside)
    items = (listed(1, 0, f"Việc {word};") for word in ("một", "hai", "ba"))
    report = imported(report_file(p("I. TÌNH HÌNH"), *items, numbering=made))
    assert [line.split()[1] for line in shape(report)[1:]] == numbers


@pytest.mark.parametrize(("kind", "shown"), [("upperRoman", "MỤC III."), ("upperLetter", "MỤC III.")])
def test_a_second_use_of_a_list_begins_anew_only_where_it_says_so(kind: str, shown: str) -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    anew = (
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    report = imported(
        report_file(
            listed(1, 0, bold("MỘT LÀ")),
            listed(1, 0, bold("HAI LÀ")),
            listed(2, 0, bold("BA LÀ")),
            listed(3, 0, bold("LẠI MỘT")),
            numbering=numbering((kind, "%1.")) + again + anew,
        )
    )
    lines = shape(report)
    assert lines[2] == f"{shown} BA LÀ"
    assert lines[3] == "MỤC I. LẠI MỘT"


def test_a_number_of_a_style_and_words_before_a_number() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Khoan"><w:name w:val="Khoan"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p(f"Việc một {GOOD}", style="Khoan"),
            p(f"Việc hai {GOOD}", style="Khoan"),
            p("Phạm vi", style="Dieu"),
            styles=styles,
            numbering=numbering(("decimal", "%1.")) + numbering(("decimal", "Điều %1."), number=2),
        )
    )
    assert shape(report)[1:] == [f"K1 1. Việc một {GOOD}", f"K1 2. Việc hai {GOOD}", "B Điều 1. Phạm vi"]


def test_an_empty_or_unknown_list_changes_nothing() -> None:
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            listed(9, 0, "Không có danh sách này."),
            listed(0, 0, "Số 0 là không đánh số."),
            listed(1, 0, ""),
            listed(1, 0, "Đoạn trống cũng được đếm."),
            numbering=numbering(("decimal", "%1.")),
        )
    )
    assert shape(report)[1:] == [
        "B Không có danh sách này.",
        "B Số 0 là không đánh số.",
        "K1 2. Đoạn trống cũng được đếm.",
    ]


def test_vietnamese_letters_typed_by_hand_and_words_own_alphabet() -> None:
    made = numbering(("lowerLetter", "%1)"))
    typed = (p(f"{letter}) Việc;") for letter in "abcdđe")
    counted = (listed(1, 0, "Việc;") for _ in range(5))
    report = imported(report_file(p("I. TÌNH HÌNH"), *typed, p("Đoạn khác:"), *counted, numbering=made))
    numbers = [line.split()[1] for line in shape(report)[1:] if line.startswith("Đ")]
    assert numbers == ["a)", "b)", "c)", "d)", "đ)", "e)", "a)", "b)", "c)", "d)", "e)"]
    assert any("không có chữ “đ”" in note for note in notes(report, "number"))


# -------------------------------------------------------------------------------------------------- tables


def test_a_table_with_merged_cells_a_header_and_widths() -> None:
    """Made by python-docx: cells merged across and down."""
    file = docx.Document()
    file.add_paragraph("I. KẾT QUẢ")
    file.add_paragraph("Bảng 1. Số liệu")
    made = file.add_table(4, 3, "Table Grid")
    texts = [
        ("TT", "Nội dung", "Kết quả"),
        ("1", "Hội nghị", "12"),
        ("2", "Lượt người", "1.386"),
        ("Cộng", "", "1.398"),
    ]
    for row, line in zip(made.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    made.cell(3, 0).merge(made.cell(3, 1))
    made.cell(1, 2).merge(made.cell(2, 2))
    for cell in made.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    for row in made.rows:
        row.cells[2].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for column, width in zip(made.columns, (Cm(1), Cm(8), Cm(3)), strict=True):
        column.width = width
    report = imported(saved(file))
    assert shape(report) == [
        "MỤC I. KẾT QUẢ",
        "TÊN BẢNG Bảng 1. Số liệu",
        "| TT | Nội dung | Kết quả |",
        "| 1 | Hội nghị | 12/1.386 |",
        "| 2 | Lượt người | ↑ |",
        "| Cộng | ↑ | 1.398 |",
    ]
    (made_table,) = report.sections[0].blocks
    columns = made_table.columns  # type: ignore[union-attr]
    assert made_table.header_rows == 1  # type: ignore[union-attr]
    assert [round(c.share / columns[0].share) for c in columns] == [1, 8, 3]
    assert [c.align for c in columns] == ["left", "left", "right"]


def test_a_bold_head_of_two_rows_is_a_head_as_far_as_its_merged_cells_reach() -> None:
    merged = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p(bold("Đơn vị"))}</w:tc>'
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc>"
    year = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p(bold("Năm 2025"))}</w:tc>'
    made = table(
        [merged, year],
        [below, p(bold("Số lượng")), p(bold("Tỷ lệ"))],
        [p(bold("Tổng")), p(bold("12")), p(bold("100%"))],
        [p("Văn phòng"), p("12"), p("100%")],
    )
    report = imported(report_file(p("I. KẾT QUẢ"), made, p("Hết.")))
    head = report.sections[0].blocks[0]
    assert isinstance(head, Table)
    assert head.header_rows == 2
    assert shape(report)[1] == "| Đơn vị | Năm 2025 | ↑ |"


def test_a_centred_bold_line_names_the_table_below_it_but_an_annex_keeps_its_title() -> None:
    centre = '<w:jc w:val="center"/>'
    name, cells = p(bold("Kết quả theo tháng"), properties=centre), table([p("a"), p("b")])
    annex = p(bold("Phụ lục"), properties=centre) + p(bold("Danh mục mô hình"), properties=centre) + cells
    report = imported(word_file(HEAD + TITLE + p("I. KẾT QUẢ") + p("Tốt.") + name + cells + TAIL + annex))
    assert shape(report)[2:] == [
        "TÊN BẢNG Kết quả theo tháng",
        "| a | b |",
        "PHỤ LỤC - Danh mục mô hình",
        "| a | b |",
    ]


def test_a_vertical_merge_reaches_down_only_over_cells_of_the_same_width() -> None:
    merged = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("hẹp") + "</w:tc>"
    wider = '<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>' + p("rộng") + "</w:tc>"
    narrower = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("hẹp lại") + "</w:tc>"
    made = table([merged, p("a"), p("b")], [wider, p("c")], [narrower, p("d"), p("e")])
    report = imported(report_file(p("I. KẾT QUẢ"), made, p("Hết.")))
    assert shape(report)[1:] == ["| hẹp | a | b |", "| rộng | ↑ | c |", "| hẹp lại | d | e |", "B Hết."]


def test_letters_that_the_style_of_a_table_makes_bold_are_bold() -> None:
    styles = style("Bang", kind="table", inside="<w:rPr><w:b/></w:rPr>")
    made = table([p("a"), p("b")]).replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Bang"/>', 1)
    report = imported(report_file(p("I. KẾT QUẢ"), made, p("Hết."), styles=styles))
    assert shape(report)[1:] == ["| **a** | **b** |", "B Hết."]


def test_a_table_within_a_table_and_ragged_rows() -> None:
    inner = table([p("trong một"), p("trong hai")], [p("ba"), p("bốn")])
    merged = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("trên") + "</w:tc>"
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("") + "</w:tc>"
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("rộng") + "</w:tc>"
    old = '<w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>' + p("cũ") + "</w:tc>"
    older = '<w:tc><w:tcPr><w:hMerge w:val="continue"/></w:tcPr>' + p("") + "</w:tc>"
    made = table(
        [merged, p("a"), p("b")],
        [below, wide],
        [p("hụt")],
        [p("x"), old, older],
        [p("y"), inner + p(""), p("z")],
    )
    report = imported(report_file(p("I. KẾT QUẢ"), made, p("Hết.")))
    assert shape(report)[1:] == [
        "| trên | a | b |",
        "| ↑ | rộng | ↑ |",
        "| hụt |  |  |",
        "| x | cũ | ↑ |",
        "| y | trong một | trong hai/ba | bốn | z |",
        "B Hết.",
    ]
    assert notes(report, "table") == [
        "1 bảng nằm trong ô của bảng khác được ghi thành chữ trong ô; xin xem lại."
    ]


def test_the_automatic_number_of_a_cell_without_text_is_its_text() -> None:
    """The column "STT", as most tables of offices are numbered."""
    rows = [[listed(1, 0, ""), p(f"Mô hình {name}")] for name in "AB"] + [[listed(2, 0, ""), p("Mô hình C")]]
    lists = numbering(("decimal", "%1.")) + numbering(("bullet", "o"), number=2)
    report = imported(report_file(p("I. KẾT QUẢ"), table([p("STT"), p("Tên")], *rows), numbering=lists))
    assert shape(report)[1:] == [
        "| STT | Tên |",
        "| 1. | Mô hình A |",
        "| 2. | Mô hình B |",
        "|  | Mô hình C |",
    ]


def test_a_table_wider_than_word_allows_becomes_paragraphs() -> None:
    report = imported(report_file(p("I. KẾT QUẢ"), table([p(f"ô {n}") for n in range(70)])))
    assert shape(report)[1:] == [f"B ô {n}" for n in range(70)]
    assert "quá lớn" in notes(report, "table")[0]


# --------------------------------------------------------------------------- what stands between the letters


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
    "<wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def test_text_boxes_are_read_once() -> None:
    content = f"<w:txbxContent>{p('Hộp cũ.')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    report = imported(report_file(p("I. TÌNH HÌNH"), p("Ngoài hộp.", BOX.format(p("Trong hộp."))), p(old)))
    assert shape(report)[1:] == ["B Ngoài hộp.", "B Trong hộp.", "B Hộp cũ."]
    assert notes(report, "textbox") == [
        "Chữ trong 2 khung (text box) được đưa vào thành đoạn văn; xin xem lại chỗ đứng."
    ]


def test_a_letterhead_in_text_boxes() -> None:
    left = p("UBND TỈNH HƯƠNG GIANG") + p(bold("VĂN PHÒNG")) + p("Số: 12/BC-VP")
    right = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")
    right += p("Hương Giang, ngày 05 tháng 12 năm 2025")
    head = p(BOX.format(left)) + p(BOX.format(right))
    framed(imported(word_file(head + TITLE + p("I. TÌNH HÌNH") + p("Tốt.") + TAIL)))


def field(instruction: str, result: str) -> str:
    return BEGIN + code(f" {instruction} ") + SEPARATE + (r(result) if result else "") + END


def test_fields_give_their_results_and_links_their_text() -> None:
    link = '<w:hyperlink w:anchor="x"><w:r><w:t>trang của tỉnh</w:t></w:r></w:hyperlink>'
    simple = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p(
                "Theo ",
                link,
                ", ngày ",
                field('DATE \\@ "dd"', "05"),
                " trang ",
                field("PAGE", "3"),
                simple,
                ".",
            ),
            p("Ô đánh dấu", field("FORMCHECKBOX", ""), "."),
        )
    )
    assert shape(report)[1:] == ["B Theo trang của tỉnh, ngày 05 trang .", "B Ô đánh dấu."]
    assert notes(report, "unprinted") == ["Đã bỏ 2 trường số trang, vì số trang được đánh lại."]
    assert notes(report, "field") == ["Trường chưa có kết quả, không nhập: “FORMCHECKBOX”."]


def test_a_field_may_lie_in_another_and_over_paragraphs() -> None:
    start, inner = BEGIN + code(" IF ") + SEPARATE, field("REF x", "mười hai")
    report = imported(report_file(p("I. TÌNH HÌNH"), p("Có ", start, inner), p("hội nghị", END, " tốt.")))
    assert shape(report)[1:] == ["B Có mười hai", "B hội nghị tốt."]


TOC_STYLES = '<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>'


def test_a_table_of_contents_is_named_and_left_out() -> None:
    """As Word inserts it, as an old file has it by style alone, and typed by hand with dots."""
    tab = "<w:r><w:tab/></w:r>"
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    label = p(bold("MỤC LỤC"), properties='<w:jc w:val="center"/>')
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    title, other = "I. TÌNH HÌNH", "II. KẾT QUẢ"
    made = (
        control.format(label + p(title, tab, "1") + p(other, tab, "3")),
        label + p(BEGIN, code(" TOC "), SEPARATE, title, tab, "1") + p(other, tab, "3", END),
        label + p(title, tab, "1", style="Toc1") + p(other, tab, "3", style="Toc1"),
        label + p(f"{title} ........ 1") + p(f"{other} ........ 3"),
    )
    for contents in made:
        text = p("Văn phòng báo cáo:") + p(bold(title)) + p("Tốt.") + p(bold(other)) + p("Tốt hơn.")
        report = imported(word_file(HEAD + TITLE + contents + text + TAIL, styles=TOC_STYLES))
        framed(report)
        assert shape(report) == [
            "B Văn phòng báo cáo:",
            "MỤC I. TÌNH HÌNH",
            "B Tốt.",
            "MỤC II. KẾT QUẢ",
            "B Tốt hơn.",
        ]
        (note,) = notes(report, "unprinted")
        assert note.startswith("Đã bỏ mục lục, vì số trang sẽ khác: “MỤC LỤC”, “I. TÌNH HÌNH ")


def test_footnotes_stand_in_brackets_where_they_are_cited() -> None:
    separator = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    note = f'<w:footnote w:id="2">{p("Số liệu của ", bold("Sở"), " Nội vụ")}</w:footnote>'
    end = f'<w:endnote w:id="2">{p("Tính đến tháng 11")}</w:endnote>'
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p(
                "Có 12 hội nghị",
                '<w:r><w:footnoteReference w:id="2"/></w:r>',
                " và 5 lớp",
                '<w:r><w:endnoteReference w:id="2"/></w:r>',
                ".",
            ),
            footnotes=separator + note,
            endnotes=end,
        )
    )
    assert shape(report)[1:] == ["B Có 12 hội nghị [Số liệu của Sở Nội vụ] và 5 lớp [Tính đến tháng 11]."]
    assert notes(report, "footnote") == [
        "2 chú thích cuối trang, cuối văn bản được đưa vào trong ngoặc vuông ngay tại chỗ."
    ]


def test_tracked_changes_are_taken_and_what_was_deleted_is_named() -> None:
    ins = '<w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve">rất </w:t></w:r></w:ins>'
    gone = '<w:del w:id="2" w:author="A"><w:r><w:delText>kém</w:delText></w:r></w:del>'
    away = '<w:moveFrom w:id="3"><w:r><w:t>chỗ cũ</w:t></w:r></w:moveFrom>'
    here = '<w:moveTo w:id="4"><w:r><w:t>chỗ mới</w:t></w:r></w:moveTo>'
    mark = '<w:rPr><w:del w:id="5"/></w:rPr>'
    row = '<w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>' + p("hàng bỏ") + "</w:tc></w:tr>"
    made = table([p("hàng giữ")]).replace("</w:tbl>", row + "</w:tbl>")
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p("Việc làm ", ins, gone, "tốt."),
            p(away, "Câu này chuyển đến ", here, "."),
            p("Hai nửa ", properties=mark),
            p("một đoạn."),
            p('<w:del w:id="7"><w:r><w:delText>Cả đoạn.</w:delText></w:r></w:del>', properties=mark),
            made,
        )
    )
    assert shape(report)[1:] == [
        "B Việc làm rất tốt.",
        "B Câu này chuyển đến chỗ mới.",
        "B Hai nửa một đoạn.",
        "| hàng giữ |",
    ]
    assert notes(report, "tracked") == [
        "Đã nhận 1 chỗ chèn thêm đang theo dõi (Track Changes).",
        "Đã nhận 1 chỗ chuyển đoạn đang theo dõi (Track Changes) ở chỗ mới.",
        "Không nhập chữ đã bị xóa khi theo dõi sửa đổi (Track Changes): “kém”, “Cả đoạn.”, “hàng bỏ”.",
    ]


def test_comments_become_what_is_still_missing() -> None:
    def cited(number: int) -> str:
        return f'<w:r><w:commentReference w:id="{number}"/></w:r>'

    comments = "".join(
        f'<w:comment w:id="{number}" w:author="{author}">{p(text)}</w:comment>'
        for number, author, text in (
            (1, "Chánh VP", "Thiếu số liệu xã."),
            (2, "", "Xem lại."),
            (3, "Chánh VP", "Đổi tên mục."),
            (4, "Chánh VP", "Hỏi Sở."),
        )
    )
    report = imported(
        report_file(
            p("I. TÌNH HÌNH", cited(3)),
            p("Có 12 hội nghị.", cited(1), cited(2)),
            table([p("ô"), p("số", cited(4))]),
            comments=comments,
        )
    )
    first, second = report.sections[0].blocks
    assert first.note == "Chánh VP: Thiếu số liệu xã.\nXem lại."  # type: ignore[union-attr]
    assert second.note == "Chánh VP: Hỏi Sở."  # type: ignore[union-attr]
    assert notes(report, "comment") == ["Ý kiến góp ý không ở trong đoạn văn nào: “Chánh VP: Đổi tên mục.”."]


def test_what_is_no_text_is_named() -> None:
    picture, chart = (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
        f"{drawn}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        for drawn in ("<pic:pic/>", "<c:chart/>")
    )
    line = "<w:r><w:pict><v:line/></w:pict></w:r>"
    thing = "<w:r><w:object><v:shape/><o:OLEObject/></w:object></w:r>"
    equation = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    hidden = r("bí mật", "<w:vanish/>")
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p("Chữ", picture, chart, line, thing, equation, hidden, "."),
            "<w:altChunk/>",
            header1=p("Lưu hành nội bộ") + p(field("PAGE", "2")),
            footer1=p("Trang ", field("PAGE", "2")),
        )
    )
    assert shape(report)[1:] == ["B Chữ."]
    assert [note.text for note in report.import_notes] == [
        "Không nhập 1 ảnh; xin chèn lại sau nếu cần.",
        "Không nhập 1 biểu đồ; xin chèn lại sau nếu cần.",
        "Không nhập 1 đối tượng nhúng (Excel, Equation, …); xin chèn lại sau nếu cần.",
        "Đã bỏ 1 đường kẻ, hình vẽ: các đường kẻ được kẻ lại theo thể thức.",
        "Không nhập 1 phần lấy từ tệp khác; xin chèn lại sau nếu cần.",
        "Không nhập chữ ẩn: “bí mật”.",
        "Không nhập công thức toán: “x=1”; xin gõ lại.",
        "Không nhập chữ ở đầu trang, chân trang: “Lưu hành nội bộ”.",
    ]


def test_word_art_is_named_also_the_water_mark_of_a_header() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r>'
    report = imported(
        report_file(p("I. TÌNH HÌNH"), p("Tốt.", art.format("CHÀO MỪNG")), header1=p(art.format("BẢN SAO")))
    )
    assert "Không nhập chữ nghệ thuật, chữ in chìm (WordArt): “CHÀO MỪNG”, “BẢN SAO”." in notes(
        report, "unprinted"
    )


def test_a_large_first_letter_belongs_to_its_word_and_a_fraction_has_its_stroke() -> None:
    letter = p("Đ", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    report = imported(
        report_file(p("I. TÌNH HÌNH"), letter, p("ảng ủy quan tâm.", f"<m:oMath>{half}</m:oMath>"))
    )
    assert shape(report)[1:] == ["B Đảng ủy quan tâm."]
    assert notes(report, "picture") == ["Không nhập công thức toán: “1/2”; xin gõ lại."]


def test_a_note_names_the_first_place_it_is_about() -> None:
    note = f'<w:footnote w:id="2">{p("nguồn")}</w:footnote>'
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p("Đoạn đầu."),
            p("1. Có hội nghị", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            table([p("ô", r("ẩn", "<w:vanish/>"))]),
            footnotes=note,
        )
    )
    _, heading, cells = report.sections[0].blocks
    places = {note.kind: note.place for note in report.import_notes}
    at_heading = f"block:{heading.id}"
    assert places == {"footnote": at_heading, "hidden": f"block:{cells.id}", "bold": at_heading}


def test_content_controls_and_odd_wrappers_hide_nothing() -> None:
    block = f"<w:sdt><w:sdtContent>{p('Trong ô nhập.')}</w:sdtContent></w:sdt>"
    inline = "<w:sdt><w:sdtContent><w:r><w:t>trong dòng</w:t></w:r></w:sdtContent></w:sdt>"
    smart = "<w:smartTag><w:r><w:t>tỉnh</w:t></w:r></w:smartTag>"
    signs = "<w:r><w:t>25</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t><w:softHyphen/></w:r>"
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    report = imported(
        report_file(p("I. TÌNH HÌNH"), block, p("Chữ ", inline, " của ", smart, " ", signs, symbol))
    )
    assert shape(report)[1:] == ["B Trong ô nhập.", "B Chữ trong dòng của tỉnh 25-NQ/TW•"]


def test_signs_of_symbol_fonts_are_letters_where_there_are_such() -> None:
    greek = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
    report = imported(
        report_file(
            p("I. TÌNH HÌNH"),
            p(
                "Đạt ",
                '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
                " 95 điểm; sai số ",
                r("\uf0b1", greek),
            ),
            p("Có ", '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'),
            p("Xong ", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
        )
    )
    assert shape(report)[1:] == ["B Đạt ≥ 95 điểm; sai số ±", "B Có □", "B Xong •"]
    assert notes(report, "encoding") == ["Ký hiệu của phông “Wingdings” được ghi thành “•”; xin xem lại."]


def test_capitals_of_a_look_are_capitals() -> None:
    report = imported(report_file(p(r("I. Đặc điểm tình hình", "<w:b/><w:caps/>")), p("Tốt.")))
    assert shape(report) == ["MỤC I. ĐẶC ĐIỂM TÌNH HÌNH", "B Tốt."]


# ---------------------------------------------------------------------------------------------- old codes


def test_tcvn3_by_its_fonts() -> None:
    """Made by python-docx, as files of 1998-2005 are: .VnTimeH shows small letters as capitals."""
    file = docx.Document()
    for text, font in (
        ("B¸o c¸o", ".VnTimeH"),
        ("KÕt qu¶ thùc hiÖn c«ng t¸c d©n vËn n¨m 2025", ".VnTime"),
        ("I. §Æc ®iÓm t×nh h×nh", ".VnTimeH"),
        ("H\xadíng dÉn ng\xadêi d©n; \uf0b8p dông quy chÕ.", ".VnTime"),
        ("Đã chuyển mã rồi mà phông còn sót.", ".VnTime"),
    ):
        file.add_paragraph().add_run(text).font.name = font
    report = imported(saved(file))
    assert report.subject == "Kết quả thực hiện công tác dân vận năm 2025"
    assert shape(report) == [
        "MỤC I. ĐẶC ĐIỂM TÌNH HÌNH",
        "B Hướng dẫn người dân; áp dụng quy chế.",
        "B Đã chuyển mã rồi mà phông còn sót.",
    ]
    assert notes(report, "encoding") == [
        (
            "Chữ dùng phông “.VnTimeH”, “.VnTime” (bảng mã TCVN3) đã được chuyển sang Unicode; "
            "xin đọc lại một lượt."
        )
    ]


def test_vni_by_its_fonts_even_where_a_letter_is_parted_between_runs() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr>'
        '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:style>'
    )
    report = imported(
        word_file(
            p("BAÙO CAÙO", properties='<w:jc w:val="center"/>')
            + p("Keát quaû coâng taùc daân vaän naêm 2025", properties='<w:jc w:val="center"/>')
            + p("I. ÑAËC ÑIEÅM TÌNH HÌNH")
            + p("Höôùng daãn ng", "ö", "ôøi daâ", "n thöïc hie", "än."),
            styles=styles,
        )
    )
    assert report.subject == "Kết quả công tác dân vận năm 2025"
    assert shape(report) == ["MỤC I. ĐẶC ĐIỂM TÌNH HÌNH", "B Hướng dẫn người dân thực hiện."]
    assert "VNI" in notes(report, "encoding")[0]


def test_an_old_code_whose_font_was_changed_is_told_by_its_syllables() -> None:
    report = imported(
        word_file(
            p("B¸o c¸o")
            + p("KÕt qu¶ c«ng t¸c d©n vËn")
            + p("I. t×nh h×nh")
            + p("C«ng t¸c d©n vËn ®\xadîc quan t©m.")
        )
    )
    assert shape(report)[-1] == "B Công tác dân vận được quan tâm."
    assert "TCVN3" in notes(report, "encoding")[0]


# ---------------------------------------------------------------------------------------------- annexes


def test_annexes_after_the_signature_with_their_paper() -> None:
    upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    lying = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    centre = '<w:jc w:val="center"/>'
    inside = (
        p("I. TÌNH HÌNH")
        + p("Tốt (Phụ lục I).")
        + TAIL
        + p("", properties=upright)
        + p(bold("Phụ lục I"), properties=centre)
        + p(bold("DANH MỤC MÔ HÌNH"), properties=centre)
        + p(r("(Kèm theo Báo cáo số 12/BC-VP)", "<w:i/>"), properties=centre)
        + table([p("TT"), p("Tên")], [p("1"), p("Nụ cười")])
        + p("", properties=lying)
        + p(bold("Phụ lục II"), properties=centre)
        + p("Ghi chú thêm.")
    )
    report = imported(word_file(HEAD + TITLE + inside))
    assert shape(report)[2:] == [
        "PHỤ LỤC I DANH MỤC MÔ HÌNH (ngang)",
        "| TT | Tên |",
        "| 1 | Nụ cười |",
        "PHỤ LỤC II",
        "B Ghi chú thêm.",
    ]
    framed(report)


def test_a_table_below_an_entry_without_an_end_sign_is_no_part_of_it() -> None:
    file = word_file(
        HEAD
        + TITLE
        + p("Văn phòng báo cáo như sau:")
        + p("Nơi nhận:")
        + p("- Sở Nội vụ")
        + table([p("Mô hình")], [p("Số")], borders=True)
    )
    report = imported(file)
    assert report.recipients == ("Sở Nội vụ",)
    assert any(line.startswith("|") for line in shape(report))
    assert notes(report, "unplaced") == []
