"""PDFs as offices make them, by LibreOffice, by a print driver and by hand, become the report they say."""

from functools import partial
from itertools import count
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from danvan_desktop.importers import read
from danvan_desktop.importers.input_file import InputFile
from danvan_desktop.importers.pdf import read_blocks
from danvan_desktop.report.model import Block, Paragraph, PartialDate, Report, Table, plain
from tests.builders.drawn_pdf import DrawnPdf
from tests.importers.pdf import office
from tests.importers.pdf.office import Said
from tests.importers.pdf.printed import NOW
from tests.repository import ROOT

FILES = ROOT / "tests" / "importers" / "pdf" / "files"
WHOLE = [
    "table_letterhead",
    "table_letterhead_untagged",
    "tabs",
    "wide_lines",
    "hanging",
    "running_head",
    "mail",
    "drawn",
]
WITH_ANNEX = ["table_letterhead", "table_letterhead_untagged"]
SHORT_NAME = {"tabs": "SỞ NN VÀ MT", "drawn": "SỞ NN VÀ MT"}
BOLD_LEADS = {
    "table_letterhead",
    "table_letterhead_untagged",
    "tabs",
    "wide_lines",
    "hanging",
    "running_head",
}


def imported(name: str) -> Report:
    return read(FILES / f"{name}.pdf", NOW)


def said(block: Block) -> Said:
    assert isinstance(block, Paragraph)
    return Said(block.role, block.number, plain(block.runs))


def cells(table: Block) -> tuple[tuple[str, ...], ...]:
    assert isinstance(table, Table)
    return tuple(tuple(plain(cell.paragraphs[0]) if cell else "" for cell in row) for row in table.rows)


def notes(report: Report, kind: str) -> list[str]:
    return [note.text for note in report.import_notes if note.kind == kind]


@pytest.mark.parametrize("name", WHOLE)
def test_the_letterhead_is_read_from_its_two_columns(name: str) -> None:
    head = imported(name).letterhead
    assert (head.parent_agency, head.agency) == (office.PARENT, SHORT_NAME.get(name, office.AGENCY))
    assert (head.number, head.symbol) == ("145", "BC-SNNMT")
    assert (head.place, head.issued_on) == ("Hương Giang", PartialDate(year=2025, month=12, day=5))


@pytest.mark.parametrize("name", WHOLE)
def test_title_and_addressee_are_told_from_the_text(name: str) -> None:
    report = imported(name)
    assert (report.subject, report.year) == (office.SUBJECT, 2025)
    assert report.addressees == (office.ADDRESSEE,)
    assert [said(block) for block in report.opening] == [Said("body", None, office.OPENING)]


@pytest.mark.parametrize("name", WHOLE)
def test_every_paragraph_is_whole_and_has_its_role_and_number(name: str) -> None:
    report = imported(name)
    assert [(section.number, plain(section.title)) for section in report.sections] == [
        (number, title) for number, title, _ in office.SECTIONS
    ]
    for section, (_, _, expected) in zip(report.sections, office.SECTIONS, strict=True):
        blocks = [block for block in section.blocks if isinstance(block, Paragraph)]
        assert [said(block) for block in blocks] == list(expected)
    assert [said(block).text + "./." for block in report.closing] == [office.CLOSING]


@pytest.mark.parametrize("name", WHOLE)
def test_the_ruled_table_comes_with_its_caption(name: str) -> None:
    table = imported(name).sections[0].blocks[-1]
    assert cells(table) == office.TABLE
    assert isinstance(table, Table)
    assert table.caption is not None
    assert plain(table.caption) == office.TABLE_CAPTION
    assert table.header_rows == (0 if name == "mail" else 1)


@pytest.mark.parametrize("name", WHOLE)
def test_recipients_stand_beside_the_signing_block(name: str) -> None:
    report = imported(name)
    assert report.recipients == office.RECIPIENTS[1:]
    assert report.filing.unit == "VP"
    assert (report.signature.lines, report.signature.signer) == (office.SIGN_LINES, office.SIGNER)
    assert report.signature.other_position is None


@pytest.mark.parametrize("name", sorted(BOLD_LEADS))
def test_a_bold_lead_in_stays_bold_and_titles_bear_no_emphasis(name: str) -> None:
    blocks = [block for block in imported(name).sections[1].blocks if isinstance(block, Paragraph)]
    point = next(block for block in blocks if block.role == "point")
    assert [run.text for run in point.runs if run.bold] == ["Về mô hình “Dân vận khéo”:"]
    assert not any(run.bold for block in blocks if block.role == "heading" for run in block.runs)


@pytest.mark.parametrize("name", WITH_ANNEX)
def test_the_annex_behind_the_signature_is_an_annex(name: str) -> None:
    (annex,) = imported(name).annexes
    assert plain(annex.title) == office.ANNEX_TITLE
    assert cells(annex.blocks[0]) == office.ANNEX


@pytest.mark.parametrize("name", WHOLE)
def test_no_word_is_lost(name: str) -> None:
    report = imported(name)
    assert notes(report, "unplaced") == []
    assert notes(report, "structure") == []
    assert notes(report, "table") == []


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("table_letterhead", "“2”, “3”"),
        ("tabs", "“- 2 -”"),
        ("wide_lines", "“Trang 2”"),
        ("drawn", "“Trang 2”"),
    ],
)
def test_page_numbers_at_the_top_and_at_the_foot_are_named(name: str, number: str) -> None:
    assert notes(imported(name), "unprinted") == [f"Đã bỏ số trang: {number}."]


def test_a_running_head_is_named() -> None:
    assert [
        text for text in notes(imported("running_head"), "unprinted") if "Báo cáo dân vận - trang 2" in text
    ]


def test_a_turned_page_is_read_as_it_is_looked_at_and_a_water_mark_is_named() -> None:
    report = imported("turned")
    assert report.annexes[0].orientation == "landscape"
    assert plain(report.annexes[0].title) == office.ANNEX_TITLE
    assert cells(report.annexes[0].blocks[0]) == office.ANNEX
    assert [said(block).text for block in report.sections[0].blocks] == [office.OPENING]
    assert notes(report, "unprinted") == ["Chữ xoay hoặc in chìm không nhập vào: “BẢN NHÁP”."]


def test_a_table_of_contents_is_named_and_left_out(tmp_path: Path) -> None:
    sheet = DrawnPdf(tmp_path / "a.pdf")
    sheet.line("BÁO CÁO", 311.8, "F10", centred=True)
    for text, font, page in (
        (office.SUBJECT, "F10", ""),
        ("MỤC LỤC", "F10", ""),
        ("I. KẾT QUẢ THỰC HIỆN ..........................", "F00", "1"),
        ("II. NHIỆM VỤ NĂM 2026", "F00", "3"),
    ):
        sheet.y += 20
        sheet.line(text, 85 if page else 311.8, font, centred=not page)
        sheet.line(page, 530)
    for title in ("I. KẾT QUẢ THỰC HIỆN", "II. NHIỆM VỤ NĂM 2026"):
        sheet.paragraph(title, "F10")
        sheet.paragraph(office.OPENING)
    sheet.canvas.save()
    report = read(tmp_path / "a.pdf", NOW)
    assert report.subject == office.SUBJECT
    assert [plain(section.title) for section in report.sections] == ["KẾT QUẢ THỰC HIỆN", "NHIỆM VỤ NĂM 2026"]
    (note,) = notes(report, "unprinted")
    assert note.startswith("Đã bỏ mục lục, vì số trang sẽ khác: “MỤC LỤC”, “I. KẾT QUẢ THỰC HIỆN ....")
    assert notes(report, "unplaced") == []


def test_scanned_pages_among_others_are_named() -> None:
    report = imported("mixed")
    assert [said(block).text for block in report.sections[0].blocks] == [office.OPENING]
    (note,) = (note for note in report.import_notes if note.kind == "scan")
    assert note.text.startswith("Trang 2, 3 là ảnh quét")
    assert note.place == f"block:{report.sections[0].blocks[-1].id}"


def drawn_report(sheet: DrawnPdf) -> None:
    sheet.line("BÁO CÁO", 311.8, "F10", centred=True)
    sheet.y += 18
    sheet.line(office.SUBJECT, 311.8, "F10", centred=True)
    sheet.y += 20
    for text in ("I. KẾT QUẢ THỰC HIỆN", office.OPENING, office.OPENING):
        sheet.paragraph(text)


def test_a_scan_with_text_read_out_of_it_is_taken_and_doubted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = DrawnPdf(tmp_path / "a.pdf")
    image = Image.new("L", (30, 42), 250)
    sheet.canvas.drawImage(ImageReader(image), 0, 0, *sheet.size)
    monkeypatch.setattr(sheet.canvas, "drawString", partial(sheet.canvas.drawString, mode=3))
    drawn_report(sheet)
    sheet.canvas.save()
    report = read(tmp_path / "a.pdf", NOW)
    assert report.subject == office.SUBJECT
    assert [note.text for note in report.import_notes if note.kind in {"scan", "picture"}] == [
        "Trang 1 là ảnh quét, chữ do phần mềm nhận dạng (OCR) nên có thể sai; xin đọc kỹ."
    ]


def test_remarks_and_filled_fields_on_a_page_are_quoted(tmp_path: Path) -> None:
    sheet = DrawnPdf(tmp_path / "a.pdf")
    drawn_report(sheet)
    sheet.canvas.textAnnotation("Cần bổ sung số liệu", Rect=[100, 500, 150, 520])
    sheet.canvas.freeTextAnnotation("Đồng ý trình ký", "/Helv 12 Tf 0 g", Rect=[300, 500, 450, 520])
    sheet.canvas.acroForm.textfield(name="x", value="Da xem", x=100, y=400, width=200, height=20)
    sheet.canvas.linkURL("https://example.vn", (100, 300, 200, 320))
    sheet.canvas.save()
    report = read(tmp_path / "a.pdf", NOW)
    assert notes(report, "comment") == [
        "Không nhập ghi chú, ô điền trên trang PDF: “Cần bổ sung số liệu”, “Đồng ý trình ký”, “Da xem”."
    ]


def test_footnotes_stand_in_brackets_where_they_are_cited(tmp_path: Path) -> None:
    """The paragraph that cites the second one goes on over the page end below which both stand."""
    sheet = DrawnPdf(tmp_path / "a.pdf")
    drawn_report(sheet)
    for y, x, text, size in (
        (600, 113.4, "Đã tổ chức 12 hội nghị", 14),
        (595, 257, "1", 8),
        (600, 266, "với 500 lượt người về dự, trong đó có rất nhiều", 14),
        (618, 85, "cán bộ cơ sở", 14),
        (613, 163, "2", 8),
        (618, 172, "về dự và phát biểu ý kiến tại các buổi hội nghị ấy, cùng ngồi lại", 14),
        (745, 85, "1", 7),
        (749, 90, "Số liệu của Sở Nội vụ.", 10),
        (757, 85, "2", 7),
        (761, 90, "Chưa kể cán bộ các xã", 10),
        (773, 85, "miền núi.", 10),
    ):
        sheet.y = y
        sheet.line(text, x, size=size)
    sheet.turn()
    sheet.line("bàn cách làm.", 85)
    sheet.canvas.save()
    report = read(tmp_path / "a.pdf", NOW)
    assert said(report.sections[0].blocks[-1]).text == (
        "Đã tổ chức 12 hội nghị [Số liệu của Sở Nội vụ.] với 500 lượt người về dự, trong đó có rất nhiều "
        "cán bộ cơ sở [Chưa kể cán bộ các xã miền núi.] về dự và phát biểu ý kiến tại các buổi hội nghị ấy, "
        "cùng ngồi lại bàn cách làm."
    )
    assert notes(report, "footnote") == [
        "2 chú thích cuối trang được đưa vào trong ngoặc vuông ngay tại chỗ."
    ]
    assert notes(report, "unplaced") == []


def test_footnotes_that_fill_most_of_a_page_are_no_text_of_it(tmp_path: Path) -> None:
    sheet = DrawnPdf(tmp_path / "a.pdf")
    drawn_report(sheet)
    for _ in range(8):
        sheet.paragraph(office.OPENING)
    sheet.turn()
    for x, text, size, up in (
        (113.4, "Đã tổ chức 12 hội nghị", 14, 0),
        (257, "1", 8, 5),
        (266, "cho cán bộ.", 14, 0),
    ):
        sheet.y -= up
        sheet.line(text, x, size=size)
        sheet.y += up
    sheet.y = 640
    sheet.line("1", 85, size=6.5)
    sheet.y += 4
    for line in ("Gồm hội nghị của xã,", *("các thôn và tổ dân phố trên địa bàn,",) * 9, "và của tỉnh."):
        sheet.line(line, 90, size=10)
        sheet.y += 12
    sheet.canvas.save()
    report = read(tmp_path / "a.pdf", NOW)
    last = said(report.sections[0].blocks[-1]).text
    assert last.startswith("Đã tổ chức 12 hội nghị [Gồm hội nghị của xã, các thôn")
    assert last.endswith("và của tỉnh.] cho cán bộ.")


def test_a_table_without_lines_is_a_table(tmp_path: Path) -> None:
    sheet = DrawnPdf(tmp_path / "a.pdf")
    drawn_report(sheet)
    sheet.y += 30
    sheet.line(office.TABLE_CAPTION, 311.8, "F10", centred=True)
    for row in office.TABLE:
        sheet.y += 24
        for text, x in zip(row, (85, 135, 430, 512), strict=True):
            sheet.line(text, x, "F10" if row == office.TABLE[0] else "F00", 12)
        if row == office.TABLE[2]:  # its second cell takes two lines
            sheet.y += 14
            sheet.line("và cấp xã", 135, "F00", 12)
    sheet.y += 30
    sheet.paragraph(office.OPENING)
    sheet.canvas.save()
    report = read(tmp_path / "a.pdf", NOW)
    *_, table, last = report.sections[0].blocks
    expected = [list(row) for row in office.TABLE]
    expected[2][1] += " và cấp xã"
    assert [list(row) for row in cells(table)] == expected
    assert isinstance(table, Table)
    assert (table.header_rows, plain(table.caption or ())) == (1, office.TABLE_CAPTION)
    assert said(last).text == office.OPENING
    assert notes(report, "table") == [
        "Chữ xếp thành cột không kẻ ô được lập thành 1 bảng; xin xem lại hàng, cột."
    ]


def test_text_in_an_old_font_becomes_unicode() -> None:
    report = imported("old_font")
    texts = [said(block).text for block in report.opening]
    assert texts[0] == "công tác tuyên truyền, vận động được triển khai rộng khắp."
    assert texts[1].startswith("nhiệm vụ được giao đã hoàn thành")
    assert "TCVN3" in notes(report, "encoding")[0]


def test_a_tagged_file_reads_the_same_without_its_tags() -> None:
    tagged, untagged = (imported(name) for name in WITH_ANNEX)
    assert tagged.sections[1] == untagged.sections[1]
    assert tagged.signature == untagged.signature


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_to_be_inserted_gives_all_its_blocks(name: str) -> None:
    path, ids = FILES / f"{name}.pdf", count(1)
    blocks, remarks = read_blocks(InputFile(path, path.read_bytes()), lambda: next(ids))
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    whole = "".join(f"{block.number or ''}{plain(block.runs)}" for block in paragraphs)
    for _, title, said_there in office.SECTIONS:
        assert Said("heading", None, title).text in whole
        assert all(block.text in whole for block in said_there)
    assert [block.id for block in blocks] == list(range(1, len(blocks) + 1))
    assert office.TABLE in [cells(block) for block in blocks if isinstance(block, Table)]
    assert {note.kind for note in remarks} <= {"unprinted", "table"}
