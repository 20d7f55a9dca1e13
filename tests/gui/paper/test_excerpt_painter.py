"""The letterhead in the window agrees with the first page of the PDF: letters, and the rules below them."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from danvan_desktop.exporters import export
from danvan_desktop.fonts import FontSet
from danvan_desktop.gui.paper.excerpt_painter import paint_excerpt
from danvan_desktop.layout.document import Twips
from danvan_desktop.layout.excerpts import Excerpt, make_excerpt
from danvan_desktop.layout.pages import Line, Stroke
from tests.builders import samples

FINE = 8
"""Pixels of the PDF's picture in a pixel of the window."""
DARK = 128
TWIPS_PER_POINT = 20
WIDTHS = pytest.mark.parametrize("width", [417, 428, 436, 447, 463, 642, 856])
"""Of the text area, in device pixels."""


def ruled(excerpt: Excerpt) -> list[tuple[Line, Stroke]]:
    """The level rules and the line that each stands under."""
    found = []
    for stroke in excerpt.strokes:
        above = [
            line
            for line in excerpt.lines
            if line.baseline < stroke.y1
            and line.fragments[0].x < stroke.x2
            and stroke.x1 < line.fragments[-1].x + line.fragments[-1].width
        ]
        found.append((max(above, key=lambda line: line.baseline), stroke))
    return found


def window_picture(excerpt: Excerpt, width: int) -> Image.Image:
    """What the window paints, in grey."""
    scale = width / excerpt.width
    image = QImage(width, round(excerpt.height * scale) + 6, QImage.Format.Format_Grayscale8)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_excerpt(painter, excerpt, scale, QColor("#000000"), QColor("#000000"))
    painter.end()
    return Image.frombuffer(
        "L", (image.width(), image.height()), bytes(image.constBits()), "raw", "L", image.bytesPerLine(), 1
    )


def pdf_picture(file: Path, excerpt: Excerpt, width: int) -> Image.Image:
    """The same part of the PDF, in finer pixels."""
    scale = FINE * width / excerpt.width
    document = pypdfium2.PdfDocument(file)
    page: Image.Image = document[0].render(scale=scale * TWIPS_PER_POINT).to_pil().convert("L")
    document.close()
    left, top = round(excerpt.left * scale), round(excerpt.top * scale)
    return page.crop((left, top, left + FINE * width, top + round(excerpt.height * scale) + 6 * FINE))


def dark_rows(picture: Image.Image, left: float, right: float, top: float, bottom: float) -> list[int]:
    """The rows of a part of ``picture`` in which something dark stands."""
    part = picture.crop((round(left), round(top), round(right), round(bottom)))
    return [
        round(top) + row
        for row in range(part.height)
        if part.crop((0, row, part.width, row + 1)).getextrema()[0] < DARK  # type: ignore[operator]
    ]


def gap(picture: Image.Image, excerpt: Excerpt, line: Line, stroke: Stroke, scale: float) -> float:
    """From where the first letter of ``line`` stands to the middle of the rule, in the pixels of the picture.

    The first letters of lines with a rule are capitals without a descender.
    """
    first = line.fragments[0]

    def x(place: float) -> float:
        return (place - excerpt.left) * scale

    def y(place: Twips) -> float:
        return (place - excerpt.top) * scale

    reach = 0.55 * first.size * 10
    letters = dark_rows(picture, x(first.x), x(first.x + reach), y(line.baseline - 200), y(stroke.y1 - 30))
    rule = dark_rows(picture, x(stroke.x2 - 150), x(stroke.x2 - 20), y(stroke.y1 - 40), y(stroke.y1 + 30))
    return (rule[0] + rule[-1] + 1) / 2 - (letters[-1] + 1)


@WIDTHS
def test_a_rule_lies_below_its_line_as_in_the_pdf(
    width: int, fonts: FontSet, tmp_path: Path, qapp: QApplication
) -> None:
    """Never nearer, but for how far below its line the foot of a V reaches, and a pixel farther at most."""
    report = samples.report()
    excerpt = make_excerpt(report, "letterhead", fonts)
    export(report, [tmp_path / "bao-cao.pdf"], force=True)
    shown, printed = window_picture(excerpt, width), pdf_picture(tmp_path / "bao-cao.pdf", excerpt, width)
    scale = width / excerpt.width
    rules = ruled(excerpt)
    assert len(rules) == 3
    for line, stroke in rules:
        exact = gap(printed, excerpt, line, stroke, FINE * scale) / FINE
        assert -0.25 <= gap(shown, excerpt, line, stroke, scale) - exact <= 1.25, line.fragments[0].text


@WIDTHS
def test_letters_and_rules_fill_whole_pixels(width: int, fonts: FontSet, qapp: QApplication) -> None:
    excerpt = make_excerpt(samples.report(), "letterhead", fonts)
    picture, scale = window_picture(excerpt, width), width / excerpt.width
    for _, stroke in ruled(excerpt):
        at = round((stroke.x2 - excerpt.left - 40) * scale)
        near = round((stroke.y1 - excerpt.top) * scale)
        column = [picture.getpixel((at, row)) for row in range(near - 1, near + 3)]
        assert column.count(0) == 1, column
        assert column.count(255) == 3, column
