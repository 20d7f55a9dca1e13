"""PDFs drawn with reportlab, line by line, as other programs print a report: no tags, ragged."""

import io
from itertools import pairwise
from pathlib import Path

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from danvan_desktop.fonts import find_fonts


def plain_pages(*pages: list[tuple[int, int, str]], encrypt: StandardEncryption | None = None) -> bytes:
    """Lines of each page, at x and y, in a font that is not in the file."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=encrypt)
    for page in pages:
        canvas.setFont("Times-Roman", 14)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


class DrawnPdf:
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


def add_scans(canvas: Canvas, count: int = 2) -> None:
    """Add so many pages that are pictures of text."""
    image = Image.new("L", (300, 424), 255)
    for y in range(40, 380, 12):
        image.paste(90, (40, y, 250, y + 4))
    for _ in range(count):
        stream = io.BytesIO()
        image.save(stream, "PNG")
        canvas.drawImage(ImageReader(stream), 0, 0, 595.3, 841.9)
        canvas.showPage()


def scanned(path: Path) -> None:
    """Write a PDF whose pages are pictures."""
    canvas = Canvas(str(path), pagesize=(595.3, 841.9), invariant=True)
    add_scans(canvas)
    canvas.save()
