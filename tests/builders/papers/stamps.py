"""What signing software prints over a paper: number and day in the appearance of signature fields."""

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
    xObjectName,
)
from reportlab.pdfgen.canvas import Canvas

from tests.builders.papers.page import Grid, Line, Making, Part
from tests.builders.papers.print_fonts import font_of

_SIZE = 13


class Stamps:
    """Signature fields whose appearance holds the text between ⟦ and ⟧."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.forms: dict[str, tuple[str, float]] = {}
        """Name and width of each appearance."""
        self.struck = 0

    def prepare(self, parts: tuple[Part, ...], making: Making) -> None:
        """Draw the appearances, which must be done before a page begins."""
        font = font_of(making.fonts, bold=False, italic=False)
        for text in _stamped(parts):
            name = f"stamp{len(self.forms)}"
            width = self.canvas.stringWidth(text, font, _SIZE)
            self.canvas.beginForm(name, 0, 0, width + 2, _SIZE + 4)
            self.canvas.setFont(font, _SIZE)
            self.canvas.drawString(0, 3, text)
            self.canvas.endForm()
            self.forms[text] = (name, width + 2)

    def strike(self, text: str, x: float, y: float) -> None:
        """Put the field over the blank at ``x`` on the baseline ``y``."""
        name, width = self.forms[text]
        self.struck += 1
        field = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "FT": PDFName("Sig"),
                "T": PDFString(f"Signature{self.struck}"),
                "F": 132,
                "Rect": PDFArray([x, y - 3, x + width, y + _SIZE + 1]),
                "AP": PDFDictionary({"N": PDFObjectReference(xObjectName(name))}),
            }
        )
        self.canvas._addAnnotation(field)  # type: ignore[attr-defined]


def _stamped(parts: tuple[Part, ...]) -> Iterator[str]:
    seen = set()
    for line in _lines(parts):
        for piece in line.text.split("⟦")[1:]:
            text = piece.partition("⟧")[0]
            if text not in seen:
                seen.add(text)
                yield text


def _lines(parts: tuple[Part, ...]) -> Iterator[Line]:
    for part in parts:
        if isinstance(part, Line):
            yield part
        elif isinstance(part, Grid):
            yield from (line for row in part.rows for cell in row if cell for line in cell.lines)
