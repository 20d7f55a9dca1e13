"""Printed papers that are no reports: kind, Kính gửi and trích yếu are read as they are of a Word file."""

from pathlib import Path

import pytest

from danvan_desktop.report.document_kinds import ABBREVIATIONS, LETTER
from danvan_desktop.report.model import Paragraph, Report, plain
from tests.builders.drawn_pdf import DrawnPdf
from tests.importers.pdf.printed import imported

LEFT, RIGHT, MIDDLE = 165.0, 400.0, 311.8
OPENING = (
    "Thực hiện chương trình công tác năm 2025, Sở Nội vụ đề nghị các cơ quan thực hiện các nội dung sau."
)
BASIS = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
DECIDES = "GIÁM ĐỐC SỞ NỘI VỤ"


def letterhead(path: Path, symbol: str, *about: str, words: bool) -> DrawnPdf:
    """The head of a paper on one page, without its text."""
    sheet = DrawnPdf(path, words=words)
    rows = [
        ("UBND TỈNH HƯƠNG GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "F00", "F10"),
        ("SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc", "F10", "F10"),
        (f"Số: 12/{symbol}", "Hương Giang, ngày 05 tháng 12 năm 2025", "F00", "F01"),
        *((text, "", "F00", "F00") for text in about),
    ]
    for left, right, left_font, right_font in rows:
        sheet.line(left, LEFT, left_font, 13, centred=True)
        sheet.line(right, RIGHT, right_font, 13, centred=True)
        sheet.y += 18
    sheet.y += 16
    return sheet


def finished(sheet: DrawnPdf, path: Path) -> Report:
    sheet.y += 30
    for text, x, font in (("Nơi nhận:", 85.0, "F11"), ("GIÁM ĐỐC", 390.0, "F10")):
        sheet.line(text, x, font, 12)
    sheet.y += 16
    sheet.line("- Lưu: VT, VP1.", 85.0, size=11)
    sheet.y += 70
    sheet.line("Nguyễn Văn A", 385.0, "F10")
    sheet.canvas.save()
    return imported(path.read_bytes())


def texts(report: Report) -> list[str]:
    return [plain(block.runs) for block in report.opening if isinstance(block, Paragraph)]


@pytest.mark.parametrize(("kind", "short"), [each for each in ABBREVIATIONS.items() if each[0] != "BÁO CÁO"])
def test_every_kind_in_print(kind: str, short: str, tmp_path: Path) -> None:
    sheet = letterhead(tmp_path / "a.pdf", f"{short}-SNV", words=kind[0] in "BCĐ")
    for text in (kind, "Triển khai công tác dân vận năm 2025"):
        sheet.line(text, MIDDLE, "F10", centred=True)
        sheet.y += 18
    sheet.y += 8
    sheet.line("Kính gửi: Ủy ban nhân dân tỉnh", MIDDLE, centred=True)
    sheet.y += 20
    sheet.paragraph(OPENING)
    report = finished(sheet, tmp_path / "a.pdf")
    assert (report.kind, report.subject) == (kind, "Triển khai công tác dân vận năm 2025")
    assert report.addressees == ("Ủy ban nhân dân tỉnh",)
    assert (report.letterhead.symbol, report.letterhead.agency) == (f"{short}-SNV", "SỞ NỘI VỤ")
    assert report.import_notes[0].text.startswith(f"Tệp này là {kind}, không phải báo cáo.")
    assert texts(report) == [OPENING]


def test_a_printed_letter(tmp_path: Path) -> None:
    about = ("V/v báo cáo kết quả", "công tác dân vận")
    sheet = letterhead(tmp_path / "a.pdf", "SNV-CCHC", *about, words=True)
    sheet.line("Kính gửi: Ủy ban nhân dân tỉnh", MIDDLE, centred=True)
    sheet.y += 20
    sheet.paragraph(OPENING)
    report = finished(sheet, tmp_path / "a.pdf")
    assert (report.kind, report.subject) == (LETTER, " ".join(about))
    assert report.addressees == ("Ủy ban nhân dân tỉnh",)
    assert (report.letterhead.number, report.letterhead.symbol) == ("12", "SNV-CCHC")
    assert report.letterhead.place == "Hương Giang"
    assert texts(report) == [OPENING]


def test_who_decides_is_no_part_of_the_title_and_the_basis_below_is_one(tmp_path: Path) -> None:
    sheet = letterhead(tmp_path / "a.pdf", "QĐ-SNV", words=False)
    for text in ("QUYẾT ĐỊNH", "Về việc phê duyệt danh mục", "", DECIDES):
        sheet.line(text, MIDDLE, "F10", centred=True)
        sheet.y += 18
    sheet.paragraph(BASIS, "F01")
    sheet.paragraph(OPENING)
    report = finished(sheet, tmp_path / "a.pdf")
    assert (report.kind, report.subject) == ("QUYẾT ĐỊNH", "Về việc phê duyệt danh mục")
    assert texts(report) == [DECIDES, OPENING]
    assert [plain(runs) for runs in report.legal_bases] == [BASIS]
    who = report.opening[0]
    assert isinstance(who, Paragraph)
    assert all(run.bold for run in who.runs)


def test_a_footer_of_every_page_is_told_once_and_never_as_lost_words(tmp_path: Path) -> None:
    sheet = letterhead(tmp_path / "a.pdf", "BC-SNV", words=True)
    for text in ("BÁO CÁO", "Kết quả công tác năm 2025"):
        sheet.line(text, MIDDLE, "F10", centred=True)
        sheet.y += 18
    foot = "Địa chỉ: số 1 phố Huyện, xã An Bình"
    for page in range(3):
        sheet.paragraph(f"Lần thứ {page}, các phòng đã họp. {OPENING}")
        sheet.y = 805
        sheet.line(foot, 85, size=10)
        sheet.canvas.showPage()
        sheet.y = 75
    sheet.paragraph("-----------")
    report = finished(sheet, tmp_path / "a.pdf")
    assert [note.text for note in report.import_notes if foot in note.text]
    assert not [note.text for note in report.import_notes if note.kind == "unplaced"]
    assert not any(text.startswith("--") for text in texts(report))


def test_signing_lines_above_the_recipients_are_no_headings(tmp_path: Path) -> None:
    sheet = letterhead(tmp_path / "a.pdf", "TTr-MNHB", words=False)
    for text in ("TỜ TRÌNH", "Xin sửa mái bếp"):
        sheet.line(text, MIDDLE, "F10", centred=True)
        sheet.y += 18
    for text in (OPENING, OPENING, "Nhà trường trân trọng cảm ơn./."):
        sheet.paragraph(text)
    sheet.y += 30
    sheet.line("HIỆU TRƯỞNG", RIGHT, "F10", centred=True)
    sheet.y += 80
    sheet.line("Nguyễn Văn A", RIGHT, "F10", centred=True)
    sheet.y += 30
    for text, font, size in (
        ("Nơi nhận:", "F11", 12),
        ("- Sở Nội vụ;", "F00", 11),
        ("- Lưu: VT.", "F00", 11),
    ):
        sheet.line(text, 85.0, font, size)
        sheet.y += 14
    sheet.canvas.save()
    report = imported((tmp_path / "a.pdf").read_bytes())
    assert (report.signature.lines, report.signature.signer) == (("HIỆU TRƯỞNG",), "Nguyễn Văn A")
    assert report.recipients == ("Sở Nội vụ",)
    assert not report.sections
