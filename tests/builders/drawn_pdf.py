"""The invented report drawn line by line with reportlab, and a PDF written by hand."""

import io
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from danvan_desktop.fonts import find_fonts
from danvan_desktop.report.text.legacy_encodings import from_tcvn3
from tests.importers.pdf import office


class Sheet:
    """Draws lines where they are told to be, as a print driver does: no tags, ragged, each word by itself."""

    def __init__(
        self, path: Path, *, size: tuple[float, float] = (595.3, 841.9), words: bool = False
    ) -> None:
        fonts = find_fonts()
        for bold in (False, True):
            for italic in (False, True):
                name = f"F{int(bold)}{int(italic)}"
                pdfmetrics.registerFont(TTFont(name, str(fonts.path(bold, italic))))
        self.canvas = Canvas(str(path), pagesize=size, invariant=True)
        self.size, self.words = size, words
        self.y, self.page = 60.0, 1

    def line(
        self, text: str, x: float, font: str = "F00", size: float = 14, *, centred: bool = False
    ) -> None:
        """One line with its baseline at ``y``."""
        self.canvas.setFont(font, size)
        if centred:
            x -= self.canvas.stringWidth(text, font, size) / 2
        base = self.size[1] - self.y
        for word in text.split(" ") if self.words else [text]:
            self.canvas.drawString(x, base, word)
            x += self.canvas.stringWidth(word + " ", font, size)

    def paragraph(self, text: str, font: str = "F00") -> None:
        """A wrapped paragraph, its first line 28 pt further right, ragged."""
        self.y += 6
        x, line = 113.4, ""
        for word in text.split(" "):
            longer = f"{line} {word}".strip()
            if self.canvas.stringWidth(longer, font, 14) > 538.6 - x:
                self._down()
                self.line(line, x, font)
                x, longer = 85.0, word
            line = longer
        self._down()
        self.line(line, x, font)

    def _down(self) -> None:
        self.y += 18
        if self.y > self.size[1] - 80:
            self.turn()

    def turn(self) -> None:
        """The next page, with its number at the foot."""
        self.canvas.showPage()
        self.page += 1
        self.y = self.size[1] - 40
        self.line(f"Trang {self.page}", 480)
        self.y = 75.0

    def grid(self, rows: tuple[tuple[str, ...], ...], edges: tuple[float, ...]) -> None:
        """A ruled table, its borders drawn as boxes."""
        self.y += 10
        for index, row in enumerate(rows):
            for (left, right), text in zip(pairwise(edges), row, strict=True):
                self.canvas.rect(left, self.size[1] - self.y - 24, right - left, 24)
                self.y += 17
                self.line(text, left + 5, "F10" if index == 0 else "F00", 12)
                self.y -= 17
            self.y += 24


def drawn(path: Path) -> None:
    """The report drawn word by word."""
    sheet = Sheet(path, words=True)
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
    sheet = Sheet(path)
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


def scanned(path: Path, *, with_text: bool = False) -> None:
    """Pages that are pictures; with ``with_text`` the first one is text."""
    image = Image.new("L", (300, 424), 255)
    for y in range(40, 380, 12):
        image.paste(90, (40, y, 250, y + 4))
    canvas = Canvas(str(path), pagesize=(595.3, 841.9), invariant=True)
    if with_text:
        sheet = Sheet(path)
        canvas = sheet.canvas
        sheet.line(office.KIND, 311.8, "F10", centred=True)
        sheet.y += 18
        sheet.line(office.SUBJECT, 311.8, "F10", centred=True)
        sheet.y += 20
        sheet.paragraph("I. KẾT QUẢ THỰC HIỆN", "F10")
        sheet.paragraph(office.OPENING)
        canvas.showPage()
    for _ in range(2):
        stream = io.BytesIO()
        image.save(stream, "PNG")
        canvas.drawImage(ImageReader(stream), 0, 0, 595.3, 841.9)
        canvas.showPage()
    canvas.save()


_TO_TCVN3 = {from_tcvn3(letter): letter for letter in map(chr, range(0xFF, 0xA0, -1))}


def raw(lines: Sequence[tuple[float, float, str]], font: str = "TimesNewRomanPSMT") -> bytes:
    """A PDF of one page, written by hand: each line at its place, its letters in Windows-1252."""
    content = b"BT /F1 14 Tf " + b" ".join(
        b"1 0 0 1 %d %d Tm (%b) Tj"
        % (x, y, text.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)"))
        for x, y, text in lines
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%b ET\nendstream" % (len(content) + 3, content),
        b"<</Type/Font/Subtype/TrueType/BaseFont/%b/Encoding/WinAnsiEncoding>>" % font.encode(),
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n" % (len(objects) + 1, table)
    return data + b"<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def old_font(path: Path) -> None:
    """A few lines in a TCVN3 font."""
    lines = [
        (250, 780, "báo cáo"),
        (113, 740, "1. công tác tuyên truyền, vận động được triển khai rộng khắp."),
        (113, 715, "2. nhiệm vụ được giao đã hoàn thành đúng thời hạn, đạt kết quả tốt."),
    ]
    coded = [(x, y, "".join(_TO_TCVN3.get(c, c) for c in text)) for x, y, text in lines]
    path.write_bytes(raw(coded, ".VnTime"))
