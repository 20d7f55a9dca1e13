"""The invented report of :mod:`office` as other programs print it: word by word, turned, half scanned."""

from pathlib import Path

from danvan_desktop.report.text.legacy_encodings import from_tcvn3
from tests.builders.drawn_pdf import DrawnPdf, add_scans
from tests.builders.pdf_file import text_page
from tests.importers.pdf import office


def drawn(path: Path) -> None:
    """The report drawn word by word."""
    sheet = DrawnPdf(path, words=True)
    for left, right, font in (
        (office.PARENT, office.NATION, ("F00", "F10")),
        ("SỞ NN VÀ MT", office.MOTTO, ("F10", "F10")),
        (office.NUMBER, office.PLACE_AND_DATE, ("F00", "F01")),
    ):
        sheet.line(left, 165, font[0], 13, centred=True)
        sheet.line(right, 400, font[1], 13, centred=True)
        sheet.y += 20
    sheet.y += 20
    for text in (office.KIND, office.SUBJECT):
        sheet.line(text, 311.8, "F10", centred=True)
        sheet.y += 18
    sheet.line(f"Kính gửi: {office.ADDRESSEE}", 311.8, centred=True)
    sheet.paragraph(office.OPENING)
    for number, title, said in office.SECTIONS:
        sheet.paragraph(f"{number} {title}", "F10")
        for block in said:
            mark = "- " if block.role == "item" else f"{block.number} " if block.number else ""
            sheet.paragraph(mark + block.text, "F10" if block.role == "heading" else "F00")
        if number == "I.":
            sheet.y += 24
            sheet.line(office.TABLE_CAPTION, 311.8, "F10", centred=True)
            sheet.grid(office.TABLE, (85.0, 125.0, 400.0, 470.0, 538.6))
    sheet.paragraph(office.CLOSING)
    sheet.y += 30
    places = [f"- {name};" for name in office.RECIPIENTS] + [f"- Lưu: {office.FILING}."]
    top = sheet.y
    sheet.line("Nơi nhận:", 85, "F11", 12)
    for place in places:
        sheet.y += 13
        sheet.line(place, 85, "F00", 11)
    sheet.y = top
    for text, gap in zip((*office.SIGN_LINES, office.SIGNER), (16, 90, 0), strict=True):
        sheet.line(text, 420, "F10", centred=True)
        sheet.y += gap
    sheet.canvas.save()


def turned(path: Path) -> None:
    """A landscape annex on paper that lies upright in the file, turned to be read, with a water mark."""
    sheet = DrawnPdf(path)
    sheet.line("BÁO CÁO", 311.8, "F10", centred=True)
    sheet.y += 18
    sheet.line(office.SUBJECT, 311.8, "F10", centred=True)
    sheet.y += 30
    sheet.paragraph("I. KẾT QUẢ THỰC HIỆN", "F10")
    sheet.paragraph(office.OPENING)
    sheet.canvas.saveState()
    sheet.canvas.translate(200, 300)
    sheet.canvas.rotate(45)
    sheet.canvas.setFont("F10", 60)
    sheet.canvas.drawString(0, 0, "BẢN NHÁP")
    sheet.canvas.restoreState()
    sheet.canvas.showPage()
    sheet.canvas.setPageSize((841.9, 595.3))  # as it is looked at: reportlab swaps it when it turns the page
    sheet.canvas.setPageRotation(90)
    sheet.canvas.translate(595.3, 0)
    sheet.canvas.rotate(90)
    sheet.size, sheet.y = (841.9, 595.3), 80
    sheet.line(office.ANNEX_LABEL, 420.9, "F10", centred=True)
    sheet.y += 18
    sheet.line(office.ANNEX_TITLE, 420.9, "F10", centred=True)
    sheet.y += 20
    sheet.grid(office.ANNEX, (85.0, 125.0, 500.0, 756.8))
    sheet.canvas.save()


def half_scanned(path: Path) -> None:
    """A page of text and pages that are pictures."""
    sheet = DrawnPdf(path)
    sheet.line(office.KIND, 311.8, "F10", centred=True)
    sheet.y += 18
    sheet.line(office.SUBJECT, 311.8, "F10", centred=True)
    sheet.y += 20
    sheet.paragraph("I. KẾT QUẢ THỰC HIỆN", "F10")
    sheet.paragraph(office.OPENING)
    sheet.canvas.showPage()
    add_scans(sheet.canvas)
    sheet.canvas.save()


_TO_TCVN3 = {from_tcvn3(letter): letter for letter in map(chr, range(0xFF, 0xA0, -1))}


def old_font(path: Path) -> None:
    """A few lines in a TCVN3 font."""
    lines = [
        (250, 780, "báo cáo"),
        (113, 740, "1. công tác tuyên truyền, vận động được triển khai rộng khắp."),
        (113, 715, "2. nhiệm vụ được giao đã hoàn thành đúng thời hạn, đạt kết quả tốt."),
    ]
    coded = [(x, y, "".join(_TO_TCVN3.get(c, c) for c in text)) for x, y, text in lines]
    path.write_bytes(text_page(coded, ".VnTime"))
