"""Glyphs, strokes and pages as a PDF holds them: ten points wide are two letters of size ten."""

from danvan_desktop.importers.pdf.lines.imported_page import ImportedPage
from danvan_desktop.reading.pdf.page import Glyph, PdfFont, PdfStroke, StructureTag, TextStyle

SIZE = 10.0
WIDTH = 5.0


def glyph(
    text: str,
    x0: float,
    x1: float,
    y: float,
    size: float = SIZE,
    *,
    bold: bool = False,
    mcid: int = -1,
    font: str = "",
) -> Glyph:
    """A letter from ``x0`` to ``x1`` on the baseline ``y``."""
    style = TextStyle(PdfFont(font, bold, italic=False), size, bold, mcid=mcid)
    return Glyph(text, x0, x1, y, style, x0)


def letters(
    text: str, x: float, y: float, *, bold: bool = False, size: float = SIZE, mcid: int = -1
) -> list[Glyph]:
    """``text`` from ``x`` on, each letter half as wide as it is high; "|" stands for a gap of one letter."""
    step = size / 2
    return [
        glyph(letter, x + place * step, x + (place + 1) * step, y, size, bold=bold, mcid=mcid)
        for place, letter in enumerate(text)
        if letter != "|"
    ]


def page(
    *lines: list[Glyph],
    strokes: tuple[PdfStroke, ...] = (),
    tags: dict[int, StructureTag] | None = None,
    number: int = 0,
    height: float = 800,
) -> ImportedPage:
    """A page 600 points wide with these lines."""
    return ImportedPage(
        number, 600, height, tuple(glyph for line in lines for glyph in line), strokes, tags or {}
    )


def ruled(xs: tuple[float, ...], ys: tuple[float, ...]) -> tuple[PdfStroke, ...]:
    """All lines of a table."""
    levels = (PdfStroke(xs[0], y, xs[-1], y) for y in ys)
    uprights = (PdfStroke(x, ys[0], x, ys[-1]) for x in xs)
    return (*levels, *uprights)
